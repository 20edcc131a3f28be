import json
from pathlib import Path

import pytest

from quotes.articles import find_inputs
from quotes.engines.cluster.blocks import Block, blocks, shares, unpacked
from quotes.types import Article, Problem


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    for file in range(3):
        lines = [json.dumps({"id": f"f{file}a{i}", "text": f"Text {i}."}) for i in range(7)]
        Path(f"news/{file}.jsonl").write_text("\n".join([*lines, "{broken"]), "utf-8")
    return find_inputs(["news"])


def ids(block):
    return [item[1].article_id for item in block.items if not isinstance(item, Problem)]


def test_small_files_make_a_share_and_a_large_one_is_its_own(news):
    size = Path("news/0.jsonl").stat().st_size
    assert shares(news) == [news]
    assert shares(news, size=size + 1) == [news[:2], news[2:]]
    assert shares(news, size=1) == [[one] for one in news]
    assert shares([]) == []


@pytest.mark.parametrize("size", [1, 3, 7, 100])
def test_every_article_and_problem_is_in_one_block(news, size):
    found = list(blocks(5, news, articles=size))
    assert [block.number for block in found] == list(range(len(found)))
    assert {block.share for block in found} == {5}
    assert [block.last for block in found] == [False] * (len(found) - 1) + [True]
    read = [article_id for block in found for article_id in ids(block)]
    assert read == [f"f{file}a{i}" for file in range(3) for i in range(7)]
    assert all(len(ids(block)) <= size for block in found)
    problems = [one for block in found for one in block.items if isinstance(one, Problem)]
    assert [one.input for one in problems] == [f"news/{file}.jsonl:8" for file in range(3)]


def test_long_articles_make_short_blocks(news):
    assert max(len(ids(block)) for block in blocks(0, news, chars=14)) == 2


def test_a_share_without_articles_has_a_block(news):
    Path("empty.jsonl").touch()
    (block,) = blocks(0, find_inputs(["empty.jsonl"]))
    assert block == Block(0, 0, [], last=True)


def test_a_block_is_known_by_what_is_in_it(news):
    first, second = (next(blocks(share, news)) for share in (0, 4))
    assert first.digest == second.digest
    Path("news/1.jsonl").write_text('{"id": "f1a0", "text": "Another."}')
    assert next(blocks(0, news)).digest != first.digest


def test_what_is_packed_is_what_is_unpacked():
    items = [
        ("a.jsonl:1", Article(article_id="a", text="“Yes,” said Ann.")),
        Problem(input="a.jsonl:2", code="bad-json", message="No."),
    ]
    assert unpacked(Block(0, 0, items, last=True).packed()) == items
