"""Mentions of speakers as rows of a table, and back."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from quotes.identify import Mention

MENTION_COLUMNS = pl.Schema(
    {
        "article_id": pl.String(),
        "found": pl.String(),
        "name": pl.String(),
        "kind": pl.String(),
        "roles": pl.List(pl.String()),
        "outlet": pl.String(),
        "day": pl.Int32(),
        "company": pl.List(pl.String()),
        "setting": pl.List(pl.String()),
        "words": pl.List(pl.UInt32()),
        "born": pl.Int32(),
        "quotes": pl.UInt32(),
        "also": pl.List(pl.String()),
    }
)
_SETS = ("company", "setting", "words", "also")


def mention_row(mention: Mention) -> dict[str, Any]:
    """A mention as a row.

    Args:
        mention: The mention.
    """
    row = mention._asdict()
    return {**row, **{name: sorted(row[name]) for name in _SETS}}


def mentions_in(table: pl.DataFrame) -> Iterator[Mention]:
    """The mentions that `mention_row` made rows of.

    Args:
        table: With the columns `MENTION_COLUMNS`.
    """
    for row in table.iter_rows(named=True):
        sets = {name: frozenset(row[name]) for name in _SETS}
        yield Mention(**{**row, **sets, "roles": tuple(row["roles"])})
