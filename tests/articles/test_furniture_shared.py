"""Furniture on real stories, where they are at hand: nothing annotated may be skipped."""

import gzip
import json
import os
from pathlib import Path

import pytest

from quotes.articles import find_furniture, read_articles

SHARED = Path(os.environ.get("QUOTES_SHARED", Path(__file__).parents[3] / "shared"))
needs_shared = pytest.mark.skipif(
    not (SHARED / "eval").is_dir(), reason="no shared data: set QUOTES_SHARED to its folder"
)


@needs_shared
@pytest.mark.parametrize(
    ("name", "most"),
    # What is left stands in annotated captions and notes of correction: furniture all the same.
    [("polnear_dev", 0.001), ("news_dev", 0.008)],
)
def test_hardly_an_annotated_span_is_skipped(name: str, most: float) -> None:
    spans = hit = 0
    with gzip.open(SHARED / "eval" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for article in map(json.loads, file):
            skipped = find_furniture(article["text"])
            for annotator in article["annotations"]:
                for attribution in annotator["attributions"]:
                    for start, end in (*attribution["content"], *attribution["source"]):
                        spans += 1
                        hit += any(start < s.end and s.start < end for s in skipped)
    assert spans > 1000
    assert hit <= most * spans


@needs_shared
def test_wire_stories() -> None:
    found = {
        Path(article.article_id).stem: [article.text[s:e] for s, e, _ in article.skipped]
        for article in read_articles([str(SHARED / "articles" / "wire")], on_problem=pytest.fail)
    }
    assert [len(found[f"missile-shield-{n}"]) for n in (1, 2, 3)] == [2, 2, 4]
    assert all(
        not line.startswith(("“", '"')) and " said" not in line
        for lines in found.values()
        for line in lines
    )
