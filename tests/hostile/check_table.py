"""Hold every row of a quote table to its article: ``check_table.py QUOTES ARTICLES``.

Both are files that ``quotes extract -o QUOTES --articles ARTICLES`` wrote. Prints how many rows
were held to what, and the first that don't hold; the status is 1 if there are any.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import polars as pl

from quotes.table import ARTICLES, read_table

PARTS = {"content": "quote", "cue": "cue", "source": "source"}
SHOWN = 20


def broken(row: Mapping[str, Any], text: str) -> Iterator[str]:
    """What doesn't hold of one row."""
    spans = {
        part: [(span["start"], span["end"]) for span in row[f"{part}_spans"]] for part in PARTS
    }
    for part, column in PARTS.items():
        if row[column] != " ".join(text[start:end] for start, end in spans[part]):
            yield f"{column} isn't what its spans say"
        if spans[part] != sorted(spans[part]):
            yield f"{column}: spans out of order"
    every = sorted(span for of_part in spans.values() for span in of_part)
    start, end = row["context_start"], row["context_start"] + len(row["context"])
    if row["context"] != text[start:end]:
        yield "context isn't what stands there"
    if not spans["content"]:
        yield "no content"
    if any(not 0 <= first < last <= len(text) for first, last in every):
        yield "a span leaves the text"
    if any(before[1] > after[0] for before, after in pairwise(every)):
        yield "parts overlap"
    if any(first < start or last > end for first, last in every):
        yield "a part leaves the context"
    if not 0 <= row["confidence"] <= 1:
        yield "confidence isn't a probability"
    if (row["speaker"] is None) != (row["unresolved"] is not None):
        yield "neither a speaker nor why there is none, or both"
    if row["family_id"] is None:
        yield "no family"


def main() -> int:
    quotes, articles = pl.scan_parquet(sys.argv[1]), read_table(sys.argv[2], schema=ARTICLES)
    texts = dict(articles.select("article_id", "text").iter_rows())
    order = {article_id: number for number, article_id in enumerate(texts)}
    rows, at, ids, found = 0, 0, set(), Counter[str]()
    for frame in quotes.collect_batches(maintain_order=True):
        for row in frame.iter_rows(named=True):
            rows += 1
            ids.add(row["quote_id"])
            wrong = list(broken(row, texts[row["article_id"]]))
            if order[row["article_id"]] < at:
                wrong.append("articles out of order")
            at = order[row["article_id"]]
            for what in wrong:
                found[what] += 1
                if found[what] <= SHOWN:
                    print(f"{row['article_id']} {row['quote_id']}: {what}", file=sys.stderr)
    if len(ids) != rows:
        found["a quote_id twice"] = rows - len(ids)
    print(f"{rows:,} rows of {len(texts):,} articles: {dict(found) or 'all hold'}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
