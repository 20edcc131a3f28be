"""The commands on an index, as processes' users see them: status, standard output, messages."""

import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest
from engine_fakes import load_fake

from quotes.cli import main
from quotes.engines import work
from quotes.index import open_index
from quotes.table import ARTICLES, QUOTES, SPEAKERS, read_table

STORY = "“We won the {0} war,” said Ann in the evening, and everybody seemed to be glad of it."


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(work, "loader", lambda *, fast: load_fake)


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(
        [
            {"id": "a", "text": STORY.format("red"), "outlet": "The Post", "date": "2024-05-01"},
            {"id": "b", "text": STORY.format("blue"), "outlet": "The Times", "date": "2024-06-01"},
            {"id": "c", "text": STORY.format("red").replace("Ann", "Bob")},
        ]
    )
    return tmp_path


@pytest.fixture
def index(news, capfd):
    assert main(["index", "news.db", "news.jsonl", "-q"]) == 0
    assert capfd.readouterr() == ("", "")
    return news


def write(articles, name="news.jsonl"):
    Path(name).write_text("".join(json.dumps(one) + "\n" for one in articles), "utf-8")


def test_add_nothing_replace_withdraw(news, capfd):
    assert main(["index", "news.db", "news.jsonl"]) == 0
    assert capfd.readouterr().err == (
        "quotes: 3 articles added, 0 replaced, 0 unchanged, 0 withdrawn; 3 quotations added\n"
    )
    assert main(["index", "news.db", "news.jsonl"]) == 0
    assert "0 articles added, 0 replaced, 3 unchanged" in capfd.readouterr().err
    write([{"id": "a", "text": STORY.format("green")}])
    assert main(["index", "news.db", "news.jsonl", "--withdraw", "b"]) == 0
    assert capfd.readouterr().err == (
        "quotes: 0 articles added, 1 replaced, 0 unchanged, 1 withdrawn; 1 quotations added, "
        "1 taken out\n"
    )
    assert main(["index", "news.db", "--withdraw", "b"]) == 2
    assert "no article 'b' in the index" in capfd.readouterr().err
    assert main(["index", "news.db"]) == 0
    assert capfd.readouterr().err == "quotes: news.db is up to date\n"
    assert main(["index", "other.db"]) == 2
    assert "no index at 'other.db': make it with: quotes index other.db INPUT" in (
        capfd.readouterr().err
    )


def test_an_older_index_is_brought_up_to_date_by_the_command_that_is_named(index, capfd):
    with open_index("news.db") as opened:
        for table in ("authorities", "people_states", "people_news"):
            opened.database.run(f"DROP TABLE {table}")
        opened.database.run("ALTER TABLE people DROP COLUMN waiting")
        opened.database.run("PRAGMA user_version = 2")
    assert main(["search", "news.db", "war"]) == 2
    assert capfd.readouterr().err.endswith("bring it up to date with: quotes index news.db\n")
    assert main(["index", "news.db"]) == 0
    assert capfd.readouterr().err == "quotes: news.db is up to date\n"
    assert main(["search", "news.db", "war"]) == 0


def test_articles_in_other_languages_are_told_and_left_out(news, capfd):
    german = "„Wir haben gewonnen“, sagte Anna am Abend, und alle schienen sich darüber zu freuen. "
    write([{"id": "de", "text": german * 3}], "de.jsonl")
    assert main(["index", "news.db", "de.jsonl"]) == 1
    assert "de: " in (err := capfd.readouterr().err) and "--any-language" in err
    assert main(["search", "news.db", "--count-by", "outlet", "--csv"]) == 0
    assert main(["index", "news.db", "de.jsonl", "--any-language", "--fast"]) == 0
    assert "1 articles added" in capfd.readouterr().err


def test_failures_are_told_kept_and_counted(news, capfd):
    write(
        [{"id": "d", "text": STORY.format("x") + " RAISE"}, {"id": "e", "text": STORY}], "d.jsonl"
    )
    (news / "broken.jsonl").write_text("{broken\n")
    assert main(["index", "news.db", "d.jsonl", "broken.jsonl"]) == 1
    err = capfd.readouterr().err.splitlines()
    assert "quotes: d: can't process this article: ValueError: asked to" in err
    assert err[-1] == "quotes: 2 failed"
    assert main(["export", "news.db", "--table", "problems"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert {row["code"] for row in rows} == {"failed", "bad-json"}
    assert main(["index", "news.db", "d.jsonl"]) == 1  # what failed is tried again


def test_from_a_quote_table(index, capfd):
    assert main(["export", "news.db", "-o", "q.parquet", "-o", "q.csv", "-o", "q.jsonl.gz"]) == 0
    assert main(["export", "news.db", "--table", "articles", "-o", "a.parquet"]) == 0
    for name in ("q.parquet", "q.csv", "q.jsonl.gz"):
        assert main(["index", "copy.db", name, "--articles", "a.parquet", "-q"]) == 0
    assert main(["export", "copy.db", "-o", "copy.csv"]) == 0
    assert (index / "copy.csv").read_bytes() == (index / "q.csv").read_bytes()
    with open_index("copy.db") as copy:
        assert copy.database.one("SELECT count(*) FROM runs WHERE added + replaced > 0") == (1,)
        assert copy.article("a").article["text"] == STORY.format("red")
    assert main(["index", "bare.db", "q.csv", "-q"]) == 0
    with open_index("bare.db") as bare:
        assert bare.article("a").article["text"] is None
    assert capfd.readouterr().err == ""


def test_search_shows_a_table(index, capfd):
    asked = ["WON", "--speaker", "ann", "--any-speaker", "--size", "1"]
    assert main(["search", "news.db", *asked]) == 0
    out, err = capfd.readouterr()
    assert out.splitlines()[0].split() == ["date", "speaker", "quotation", "outlet"]
    assert "2024-06-01   Ann       “We won the blue war,”" in out
    assert err == "quotes: 1 to 1 of 2; next: --page 2\n"
    assert main(["search", "news.db", "--size", "1", "--page", "9"]) == 0
    assert capfd.readouterr().err == "quotes: there are only 3 pages\n"
    assert main(["search", "news.db", "nonsense"]) == 0
    assert capfd.readouterr().err == "quotes: nothing found\n"
    assert main(["search", "news.db", "blue", "--context"]) == 0
    assert "in the evening" in capfd.readouterr().out


def test_search_writes_rows(index, capfd):
    assert main(["search", "news.db", "red", "--csv", "-o", "r.parquet", "-o", "r.jsonl"]) == 0
    out = capfd.readouterr().out
    assert [row["article_id"] for row in csv.DictReader(io.StringIO(out))] == ["a", "c"]
    assert read_table("r.parquet").schema == QUOTES
    assert read_table("r.parquet").equals(read_table("r.jsonl"))
    assert main(["search", "news.db", "red", "--jsonl"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [json.loads(line)["speaker"] for line in lines] == ["Ann", "Bob"]
    assert main(["search", "news.db", "nonsense", "--csv"]) == 0
    assert capfd.readouterr().out.startswith('"quote_id",')


def test_count_by(index, capfd):
    assert main(["search", "news.db", "--count-by", "outlet", "--csv"]) == 0
    assert capfd.readouterr().out.splitlines() == [
        '"value","label","quotes"',
        '"The Post","The Post",1',
        '"The Times","The Times",1',
    ]
    assert main(["search", "news.db", "--count-by", "speaker"]) == 0
    assert [line.split() for line in capfd.readouterr().out.splitlines()[2:]] == [
        ["Ann", "1"],
        ["Ann", "1"],
        ["Bob", "1"],
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["search", "none.db"], "no index at 'none.db': make it with: quotes index none.db INPUT"),
        (["search", "news.db", "!?"], "nothing to look for in '!?': give a word"),
        (
            ["search", "news.db", "--speaker", "Zed"],
            "no speaker called 'Zed': try a part",
        ),
        (
            ["search", "news.db", "--type", "x"],
            "type can't be 'x': use one of direct",
        ),
        (["search", "news.db", "--since", "x"], "since can't be 'x': give a day as 2024-05-31"),
        (
            ["search", "news.db", "--count-by", "x"],
            "can't count by 'x': use one of speaker",
        ),
        (["search", "news.db", "--csv", "--jsonl"], "give --csv or --jsonl, not both"),
        (["search", "news.db", "-o", "x.doc"], "can't tell the format of 'x.doc'"),
        (["search", "news.db", "--outlet", "post"], "no outlet 'post' in the index: did you mean"),
        (["export", "news.db", "--table", "x"], "no table 'x': use one of quotes, speakers, "),
        (["watch", "news.db", "x"], "no saved search 'x': save one with --save NAME"),
        (["watch", "news.db", "x", "--type", "direct"], "give the name of a saved search alone"),
        (["speakers", "news.db", "--merge", "x"], "name the speaker: quotes speakers DB NAME"),
        (["speakers", "news.db", "--undo", "x"], "--undo takes a decision's number, or: last"),
        (["index", "news.jsonl", "news.jsonl"], "'news.jsonl' is no SQLite file"),
    ],
)
def test_wrong_use(index, capfd, arguments, message):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"quotes: error: {message}")
    assert err.count("\n") == 1


def test_a_name_that_is_not_clear(index, capfd):
    """By a name of one word nobody is joined across articles."""
    with open_index("news.db") as opened:
        first, second = (s.speaker_id for s in opened.match_name("ann").speakers)
    assert main(["search", "news.db", "--speaker", "Ann"]) == 2
    assert capfd.readouterr().err.splitlines() == [
        f"quotes:   Ann: 1 quotation [{first}]",
        f"quotes:   Ann: 1 quotation [{second}]",
        "quotes: error: 'Ann' fits 2 speakers: give a fuller name or one of these identifiers, or "
        "--any-speaker for all",
    ]
    assert main(["search", "news.db", "--speaker", "Ann", "--any-speaker", "--csv"]) == 0
    assert capfd.readouterr().out.count("We won") == 4  # each with its context
    assert main(["search", "news.db", "--speaker", first, "--csv"]) == 0
    assert capfd.readouterr().out.count("We won") == 2


def test_terminal_codes_in_an_article_do_nothing(news, capfd):
    write([{"id": "x", "text": "“We \x1b[31mwon\x07 it,” said Ann in the evening to all of them."}])
    assert main(["index", "news.db", "news.jsonl", "-q"]) == 0
    assert main(["search", "news.db", "won"]) == 0
    assert "\x1b" not in capfd.readouterr().out


def test_speakers(index, capfd):
    assert main(["speakers", "news.db", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    ids = {row["speaker"]: row["speaker_id"] for row in rows}
    anns = sorted(row["speaker_id"] for row in rows if row["speaker"] == "Ann")
    merge = ["speakers", "news.db", anns[0], "--merge", anns[1], "--merge", ids["Bob"]]
    assert main([*merge, "--who", "me", "--why", "a test"]) == 0
    assert "quotes: decided: 1 same" in capfd.readouterr().err
    assert main(["speakers", "news.db", ids["Bob"]]) == 0
    out = capfd.readouterr().out
    assert "also called" in out
    assert "2024-05" in out
    assert "decided by me on 20" in out
    assert anns[1] in out
    assert main(["speakers", "news.db", anns[0], "--rename", "Ann Bobson"]) == 0
    capfd.readouterr()
    assert main(["speakers", "news.db"]) == 0
    assert "3   Ann Bobson" in capfd.readouterr().out
    assert main(["speakers", "news.db", "--decisions", "--csv"]) == 0
    (index / "d.csv").write_text(capfd.readouterr().out)
    assert main(["speakers", "news.db", "--undo", "last", "--undo", "last"]) == 0
    assert main(["speakers", "news.db", "--undo", "1", "--undo", "2"]) == 0
    assert capfd.readouterr().err.count("undone") == 3
    assert main(["speakers", "news.db", "--decisions", "--csv"]) == 0
    assert capfd.readouterr().out.count("\n") == 1
    assert main(["speakers", "news.db", "--decide", "d.csv"]) == 0
    capfd.readouterr()
    assert main(["speakers", "news.db", "-o", "s.parquet"]) == 0
    table = pl.read_parquet("s.parquet")
    assert table.schema == SPEAKERS
    assert table["quotes"].to_list() == [3]
    assert {one["speaker_id"] for one in table["merged"][0]} == {anns[1], ids["Bob"]}
    assert main(["speakers", "news.db", "Ann Bobson", "--split", "c"]) == 0
    assert main(["speakers", "news.db", "Ann Bobson", "--split", "none"]) == 2


def test_apart(index, capfd):
    with open_index("news.db") as opened:
        first, second = [s.speaker_id for s in opened.match_name("ann").speakers]
    assert main(["speakers", "news.db", first, "--apart", second]) == 0
    assert main(["speakers", "news.db", first, "--merge", second]) == 2
    assert "are different, decision 2 that they are the same" in capfd.readouterr().err
    assert main(["speakers", "news.db", "ann", "--rename", "x"]) == 2
    err = capfd.readouterr().err
    assert f"  Ann: 1 quotation [{first}]" in err
    assert err.endswith("'ann' fits 2 speakers: give a fuller name or an identifier\n")


def test_watch(index, capfd):
    assert main(["watch", "news.db", "--save", "wars", "war", "--type", "direct"]) == 0
    assert capfd.readouterr().err == (
        "quotes: saved as 'wars': quotes watch news.db wars shows what is new\n"
    )
    assert main(["watch", "news.db", "wars"]) == 0
    assert capfd.readouterr() == ("", "")
    write([{"id": "n", "text": STORY.format("green")}])
    assert main(["index", "news.db", "news.jsonl", "-q"]) == 0
    assert main(["watch", "news.db", "wars", "--peek"]) == 0
    assert "We won the green war" in capfd.readouterr().out
    assert main(["watch", "news.db", "wars", "--jsonl"]) == 0
    assert json.loads(capfd.readouterr().out)["quote"] == "“We won the green war,”"
    assert main(["watch", "news.db", "wars"]) == 0
    assert capfd.readouterr().out == ""
    assert main(["watch", "news.db"]) == 0
    assert "q=war&type=direct" in capfd.readouterr().out
    assert main(["watch", "news.db", "--drop", "wars"]) == 0
    assert main(["watch", "news.db", "wars"]) == 2


def test_export(index):
    assert main(["export", "news.db", "-o", "q.parquet", "-o", "q.csv"]) == 0
    assert read_table("q.parquet").equals(read_table("q.csv"))
    for table in ("speakers", "articles", "families", "decisions", "problems"):
        assert main(["export", "news.db", "--table", table, "-o", f"{table}.parquet"]) == 0
    assert read_table("articles.parquet", schema=ARTICLES).height == 3
    assert pl.read_parquet("speakers.parquet").height == 3
