"""``quotes extract --speakers --decisions --authority``, end to end with the real pipeline."""

import json

import polars as pl
import pytest

from quotes.cli import main

STORIES = {
    "one": "The mill will open, said Osgood Pennefather, the plant manager. “It is safe,” he said.",
    "two": "The mill is shut, said Osgood T. Pennefather, the plant manager. “We wait,” he said.",
    "three": "“I painted the whole of it in one year,” Ruth Allardyce, a painter, said on Monday.",
}


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = [
        {"id": name, "text": text, "date": f"2024-01-0{day}", "outlet": "Echo"}
        for day, (name, text) in enumerate(STORIES.items(), start=1)
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return "news.jsonl"


def ids_in(quotes):
    named = quotes.filter(pl.col("speaker_kind") == "person")
    return dict(zip(named["article_id"], named["speaker_id"], strict=True))


def run(news, *options):
    status = main(
        ["extract", news, "-o", "q.parquet", "--speakers", "s.parquet", "-n", "1", *options]
    )
    return status, pl.read_parquet("q.parquet"), pl.read_parquet("s.parquet")


def test_speakers_are_written_with_what_joined_them(news):
    status, quotes, speakers = run(news)
    assert status == 0
    ids = ids_in(quotes)
    assert ids["one"] == ids["two"] != ids["three"]
    row = speakers.row(by_predicate=pl.col("speaker_id") == ids["one"], named=True)
    assert {one["name"] for one in row["aliases"]} == {
        "Osgood Pennefather",
        "Osgood T. Pennefather",
    }
    assert (row["articles"], row["outlets"]) == (2, 1)
    assert (str(row["first_seen"]), str(row["last_seen"])) == ("2024-01-01", "2024-01-02")
    assert "middle name" in row["merged"][0]["reasons"][0]
    assert sum(speakers["quotes"]) == quotes["speaker_id"].count()


def test_decisions_and_an_authority_file_are_applied(news, tmp_path, capfd):
    _, before, _ = run(news)
    ids = ids_in(before)
    (tmp_path / "d.csv").write_text(
        "decision,a,b\n"
        f"different,{ids['two']}@two,{ids['one']}\n"
        f"name,{ids['three']},Ruth A.\n"
        "same,p-nobody-1,p-nobody-2\n"
    )
    (tmp_path / "a.csv").write_text("authority_id,name,role\nQ9,Ruth Allardyce,painter\n")
    status, quotes, speakers = run(news, "--decisions", "d.csv", "--authority", "a.csv")
    assert status == 0
    after = ids_in(quotes)
    assert after["one"] == ids["one"] != after["two"]
    row = speakers.row(by_predicate=pl.col("speaker_id") == ids["three"], named=True)
    assert (row["speaker"], row["authority_id"]) == ("Ruth A.", "Q9")
    assert "d.csv:4: nobody here is 'p-nobody-1'" in capfd.readouterr().err


def test_decisions_that_contradict_each_other_are_refused(news, tmp_path, capfd):
    (tmp_path / "d.csv").write_text("decision,a,b\nsame,x,y\ndifferent,y,x\n")
    assert main(["extract", news, "-o", "q.csv", "--decisions", "d.csv"]) == 2
    assert "d.csv:3 says that y and x are different, d.csv:2" in capfd.readouterr().err
    assert not (tmp_path / "q.csv").exists()
