"""A page's rows with the printings of the same words folded into one."""

from collections.abc import Sequence
from typing import NamedTuple

from quotes.index import Index
from quotes.index.types import Row


class Folded(NamedTuple):
    """A quotation, and how often the same words were printed in all.

    Attributes:
        row: The first of its family on this page.
        quotes, articles, outlets: Of the whole family.
        here: How many of the page's rows it stands for.
    """

    row: Row
    quotes: int
    articles: int
    outlets: int
    here: int


def fold_families(index: Index, rows: Sequence[Row]) -> list[Folded]:
    """Fold rows of one family, in the order of the first of each.

    Args:
        index: The index they came from.
        rows: Rows of the quote table.
    """
    sizes = index.family_sizes([row["family_id"] for row in rows])
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["family_id"], []).append(row)
    return [
        Folded(group[0], *sizes[family_id], here=len(group)) for family_id, group in groups.items()
    ]
