"""What comes out of blocks that actors have done, without a cluster."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from engine_fakes import load_fake

from quotes.engines.cluster.blocks import Block
from quotes.engines.cluster.extractor import Extractor
from quotes.engines.cluster.finish import _arguments, _write_part, planned
from quotes.engines.cluster.job import Done, Job
from quotes.engines.cluster.mentions import MENTION_COLUMNS, mention_row, mentions_in
from quotes.engines.cluster.parts import parts_of
from quotes.engines.cluster.run import BlockDone, _check_whole, _reason
from quotes.engines.cluster.store import Store
from quotes.engines.cluster.whole import _families
from quotes.errors import QuotesError
from quotes.identify import Identities, Mention, family_ids, identify_by_blocks
from quotes.identify.spilled import Spilled
from quotes.types import Article, Problem

pytest.importorskip("pyarrow", reason="needs the extra ray")

BROKEN = Problem(input="x.jsonl:9", code="bad-json", message="No.")


def placed(article_id, text):
    return (f"x.jsonl:{article_id}", Article(article_id=article_id, text=text))


def said(article_id, word="word"):
    return placed(article_id, f"“A {word} of {article_id},” said Ann.")


@pytest.fixture
def done(tmp_path, monkeypatch):
    """Works on blocks, given as lists of items, and returns the parts made of them."""
    monkeypatch.setattr("quotes.engines.cluster.extractor._name", lambda: "here")
    store = Store(str(tmp_path / "out"))
    actor = Extractor(Job(store=store, model="m", load=load_fake))

    def work(*all_items):
        ordered = []
        for share, items in enumerate(all_items):
            block = Block(share, 0, items, last=True)
            row = {**block._asdict(), "digest": block.digest, "items": block.packed()}
            ordered.append(BlockDone(**actor(row)))
        return parts_of(store, ordered)

    return work


def mentioned(parts):
    """By block the articles that mention somebody, as noted while all mentions are read."""
    with TemporaryDirectory() as folder:
        places = Spilled(Path(folder), 1)
        its = [(one.article_id, one.found) for one in parts.mentions(places)]
        noted = list(places.take(0))
    assert its == [place for block in noted for place in block]
    return [[article_id for article_id, _ in block] for block in noted]


def test_rows_in_the_order_of_the_blocks(done):
    parts = done([said("b"), said("a")], [], [BROKEN, said("c")])
    table = pl.concat(parts.frames())
    assert table["article_id"].to_list() == ["b", "a", "c"]
    assert parts.heights == [2, 0, 1]
    assert (parts.articles, parts.problems) == (3, [BROKEN])
    assert mentioned(parts) == [["b", "a"], [], ["c"]]


def test_an_article_that_came_before_in_another_block_is_left_out(done):
    parts = done([said("a"), said("b")], [said("b"), said("a", "sound"), said("c")], [said("b")])
    assert pl.concat(parts.frames())["article_id"].to_list() == ["a", "b", "c"]
    assert parts.heights == [2, 1, 0]
    assert [(one.input, one.article_id, one.code) for one in parts.problems] == [
        ("x.jsonl:b", "b", "duplicate"),
        ("x.jsonl:a", "a", "duplicate-id"),
        ("x.jsonl:b", "b", "duplicate"),
    ]
    assert parts.articles == 3
    assert mentioned(parts) == [["a", "b"], ["c"], []]


def test_each_file_of_a_block_is_read_once_before_the_table_is_written(done, monkeypatch, tmp_path):
    read = Counter()
    one_file = Store.read

    def counting(store, name):
        read[name] += 1
        return one_file(store, name)

    monkeypatch.setattr(Store, "read", counting)
    parts = done([said("a"), said("b")], [], [said("c"), said("d")], [said("e")])
    job = Job(store=parts.store, model="m")
    places = Spilled(tmp_path / "places", 1)
    who = Identities(*identify_by_blocks(parts.mentions(places), folder=tmp_path / "who"))
    families = _families(parts, who, tmp_path / "families")
    plan = planned(parts.heights, rows=2)
    given = dict(_arguments(parts, places, families, who, job, plan))
    assert set(read.values()) == {1}
    assert Counter(name.split("/")[1] for name in read) == {"done": 4, "mentions": 4, "quotes": 4}
    expected = pl.concat(map(who.applied, parts.frames()))
    expected = expected.with_columns(family_ids(expected))
    for part in plan:
        _write_part(part.file, *given[part])
    written = [pl.read_parquet(Path(parts.store.place, part.file)) for part in plan]
    assert [table.height for table in written] == [2, 2, 1]
    assert pl.concat(written).equals(expected)
    assert expected["family_id"].n_unique() == expected["speaker_id"].n_unique() == 5


def test_equal_blocks_count_once(done):
    parts = done([said("a")], [said("a")])
    assert parts.heights == [1, 0]


def test_an_article_that_kills_its_process_is_named_and_the_block_is_not_complete(done):
    parts = done([said("a"), placed("k", "KILL"), said("b")])
    assert parts.heights == [2]
    (problem,) = parts.problems
    assert (problem.article_id, problem.code) == ("k", "failed")
    assert "killed, crashed, or hung" in problem.message
    assert parts.articles == 2


def test_articles_as_read_are_kept_where_asked_for(done, tmp_path):
    job = Job(store=Store(str(tmp_path)), model="m", load=load_fake, keep_articles=True)
    block = Block(0, 0, [said("a"), placed("r", "RAISE")], last=True)
    row = {**block._asdict(), "digest": block.digest, "items": block.packed()}
    parts = parts_of(job.store, [BlockDone(**Extractor(job)(row))])
    assert pl.concat(parts.read())["article_id"].to_list() == ["a", "r"]


def test_what_is_done_is_not_done_again(done):
    row = {"share": 0, "number": 0, "last": True, "digest": "d", "items": None}
    found = BlockDone(**Extractor(Job(store=Store("no-such"), model="m"))(row))
    assert found == BlockDone(0, 0, True, "d", 0, 0, 0.0, "")


@pytest.mark.parametrize(("code", "complete"), [("failed", False), ("language", True)])
def test_a_block_with_what_may_go_well_another_time_is_not_complete(code, complete):
    problem = Problem(input="a", article_id="a", code=code, message="…")
    done = Done(
        digest="d", articles=0, rows=0, read=[("a", 7, "x:1")], problems=[problem], hashes={}
    )
    assert Done.unpacked(done.packed()) == done
    assert done.complete is complete


@pytest.mark.parametrize(
    ("heights", "blocks"),
    [
        ([], [range(0)]),
        ([0, 0], [range(2)]),
        ([3, 3, 3], [range(2), range(2, 3)]),
        ([9, 5], [range(1), range(1, 2)]),
        ([2, 3], [range(2)]),
    ],
)
def test_parts_of_about_five_rows(heights, blocks):
    parts = planned(heights, rows=5)
    assert [part.blocks for part in parts] == blocks
    assert [part.number for part in parts] == list(range(len(parts)))
    assert sum(part.rows for part in parts) == sum(heights)


def place(share, number, last=False):
    return BlockDone(share, number, last, "d", 1, 1, 1.0, "here")


WHOLE = [place(0, 0), place(0, 1, True), place(1, 0, True), place(2, 0, True)]


@pytest.mark.parametrize("missing", range(len(WHOLE)))
def test_a_missing_block_is_noticed(missing):
    _check_whole(WHOLE, 3)
    with pytest.raises(QuotesError, match="add --resume"):
        _check_whole([one for one in WHOLE if one is not WHOLE[missing]], 3)


def test_a_mention_is_the_same_after_it_was_a_row():
    mentions = [
        Mention("a", "p-x", "X Y", "person", ("mayor",), "O", 7, frozenset("cb"), born=1950),
        Mention("b", "g-z", "Z", "group", words=frozenset((2**32 - 1, 0)), quotes=3),
    ]
    table = pl.DataFrame(map(mention_row, mentions), schema=MENTION_COLUMNS, orient="row")
    assert list(mentions_in(table)) == mentions


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ray::Map()\n  F\nquotes.errors.ModelError: no such model\nTo change", "no such model"),
        ("A\nquotes.errors.ModelError: no\nray.exceptions.UserCodeException: UDF failed.", "no"),
        ("A\nValueError: what", "what"),
        ("The cluster went away.\nMore", "The cluster went away."),
        ("", ""),
    ],
)  # fmt: skip
def test_one_line_of_rays_many(text, reason):
    assert _reason(Exception(text)) == reason
