import subprocess
import sys
import warnings

import polars as pl
import pytest
from engine_fakes import load_fake

import quotes
from quotes import identify, pipeline
from quotes.table import QUOTES
from quotes.types import Article

STORY = "“We won,” said Ann in the evening, and everybody in the room seemed to be glad of it."
OTHER = STORY.replace("won", "lost")


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(pipeline, "loader", lambda *, fast: load_fake)


@pytest.mark.parametrize(
    ("articles", "ids"),
    [
        ([{"id": "a", "text": STORY}, {"article_id": "b", "text": OTHER}], ["a", "b"]),
        ({"id": "a", "text": STORY}, ["a"]),
        (Article(article_id="a", text=STORY), ["a"]),
        ((Article(article_id=i, text=STORY) for i in "ab"), ["a", "b"]),
        (pl.DataFrame({"id": ["a", "b"], "text": [STORY, OTHER]}), ["a", "b"]),
        ([], []),
        (pl.DataFrame({"text": []}, schema={"text": pl.String}), []),
    ],
)
def test_what_extract_takes(articles, ids):
    table = quotes.extract(articles)
    assert table.schema == QUOTES
    assert table["article_id"].to_list() == ids
    assert table["family_id"].null_count() == 0


def test_a_text_is_known_by_its_hash():
    one, many = quotes.extract(STORY), quotes.extract([OTHER, STORY])
    assert one["article_id"].to_list() == many["article_id"].to_list()[1:]


def test_metadata_is_carried_over():
    article = {"text": STORY, "title": "T", "outlet": "O", "date": "2020-02-03", "url": "u"}
    (row,) = quotes.extract(article).to_dicts()
    assert (row["title"], row["outlet"], row["url"]) == ("T", "O", "u")
    assert str(row["published"]) == "2020-02-03"


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("", "empty"),
        ({"id": "x"}, None),
        ({"id": "x", "text": f"{STORY} RAISE"}, "failed"),
        ({"id": "a", "text": OTHER}, "duplicate-id"),
        (7, "type"),
    ],
)
def test_one_bad_article_never_stops_a_run(bad, code):
    articles = [{"id": "a", "text": STORY}, bad, {"id": "c", "text": OTHER}]
    problems = []
    table = quotes.extract(articles, on_problem=problems.append)
    assert table["article_id"].to_list() == ["a", "c"]
    (problem,) = problems
    assert problem.lost
    assert code in (None, problem.code)
    with pytest.warns(RuntimeWarning):
        assert quotes.extract(articles).equals(table)


def test_min_confidence():
    unsure = {"id": "b", "text": "“No,” was all that could be heard from behind the closed door."}
    assert quotes.extract([STORY, unsure]).height == 2
    assert quotes.extract([STORY, unsure], min_confidence=0.5).height == 1


def test_large_tables_come_in_parts_with_their_families():
    with pipeline.Spool(QUOTES, part_rows=2) as rows:
        articles = [Article(article_id=f"{i}", text=(STORY, OTHER)[i % 2]) for i in range(5)]
        pipeline.run(articles, rows, on_problem=pytest.fail)
        parts = list(pipeline.finished(rows, pipeline.families(rows)))
    assert [part.height for part in parts] == [2, 2, 1]
    table = pl.concat(parts)
    assert table["article_id"].to_list() == list("01234")
    with warnings.catch_warnings():
        assert quotes.extract(articles).equals(table)


def test_large_tables_are_told_a_share_at_a_time(monkeypatch):
    more = [STORY, OTHER, f"{STORY} It was reprinted.", f"{OTHER}\n\n{STORY}"]
    articles = [
        {"id": f"{i}", "text": text, "date": f"2021-03-0{i + 1}", "outlet": "The Herald"}
        for i, text in enumerate(more)
    ]
    expected = quotes.extract(articles)
    shares = []
    monkeypatch.setattr(pipeline, "AT_ONCE", 1)
    for name in ("identify_by_blocks", "families_by_shares"):
        real = getattr(identify, name)
        monkeypatch.setattr(
            identify,
            name,
            lambda *given, real=real, **more: shares.append(real) or real(*given, **more),
        )
    assert quotes.extract(articles).equals(expected)
    assert len(shares) == 2
    # A registry is in memory whole, and knows afterwards what it learned.
    registry = identify.Registry()
    assert quotes.extract(articles, registry=registry).equals(expected)
    assert len(shares) == 3 and registry.nodes


def test_the_public_names_are_all_there():
    assert set(quotes.__all__) <= set(dir(quotes))
    assert all(hasattr(quotes, name) for name in quotes.__all__)
    with pytest.raises(AttributeError, match="no attribute 'no_such'"):
        _ = quotes.no_such


def test_python_m_quotes():
    command = [sys.executable, "-m", "quotes", "--version"]
    assert subprocess.check_output(command, text=True) == f"quotes {quotes.__version__}\n"


GERMAN = (
    "Der Bürgermeister sagte am Montag, die Brücke werde im Frühjahr wieder geöffnet. „Wir haben "
    "lange genug gewartet“, sagte er vor Anwohnern, die seit Monaten Umwege fahren."
)


def test_other_languages_are_reported_unless_wanted(monkeypatch):
    monkeypatch.setattr(pipeline, "loader", lambda *, fast: load_fake)
    problems = []
    articles = [{"id": "de", "text": GERMAN}, {"id": "en", "text": "“Yes,” said Ann."}]
    table = pipeline.extract(articles, on_problem=problems.append)
    assert set(table["article_id"]) == {"en"}
    assert [(one.article_id, one.code) for one in problems] == [("de", "language")]
    pipeline.extract(articles, any_language=True, on_problem=pytest.fail)
