from pathlib import Path

import polars as pl

from quotes.table import ARTICLES, PROBLEMS, QUOTES

# The contract with users (docs/table.md): only ever added to, at the end.
COLUMNS = """
quote_id article_id title outlet author url published quote_type cue_class quote content_spans
cue cue_spans source source_spans speaker_id speaker speaker_kind speaker_role anonymity
resolved_by confidence context context_start family_id unresolved source_affiliation
source_rank source_number
"""


def test_columns_are_only_ever_added():
    assert QUOTES.names()[: len(COLUMNS.split())] == COLUMNS.split()


def test_other_tables():
    assert ARTICLES.names() == (
        ["article_id", "title", "outlet", "author", "url", "published", "text", "skipped", "notes"]
    )
    assert PROBLEMS.names() == ["input", "article_id", "code", "message", "lost"]


def test_types():
    assert QUOTES["quote_type"] == pl.Enum(["direct", "mixed", "indirect"])
    assert QUOTES["published"] == pl.Date
    assert QUOTES["content_spans"] == pl.List(pl.Struct({"start": pl.UInt32, "end": pl.UInt32}))


def test_every_column_is_documented():
    docs = (Path(__file__).parents[2] / "docs" / "table.md").read_text("utf-8")
    columns = {*QUOTES, *ARTICLES, *PROBLEMS}
    assert [name for name in columns if f"`{name}`" not in docs] == []
