"""The geometry of a row of bars by month: numbers only, drawn by a template."""

from collections.abc import Sequence
from typing import NamedTuple

from quotes.index.types import Count

HEIGHT = 96
_WIDTH = 720
_WIDEST = 28.0
_MONTHS = 180
"""More months than these are drawn as years: a bar must be wide enough to be pointed at."""

_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Bar(NamedTuple):
    """One month or year: where it stands, and the search it stands for."""

    value: str
    label: str
    quotes: int
    x: float
    width: float
    y: float
    height: float


class Mark(NamedTuple):
    """A year on the axis."""

    label: str
    x: float


class Timeline(NamedTuple):
    """A drawing of bars; ``highest`` is the number that the tallest stands for."""

    bars: list[Bar]
    marks: list[Mark]
    width: float
    height: int
    highest: int


def timeline(months: Sequence[Count]) -> Timeline | None:
    """Lay out counts by month.

    Args:
        months: Counts with values such as ``2024-05``, in order; months without any are left out.

    Returns:
        Bars for all months from the first to the last, or for years where there are very many;
        None where there is nothing to draw.
    """
    found = {count.value: count.quotes for count in months if _is_month(count.value)}
    if not found:
        return None
    values = _between(min(found), max(found))
    if len(values) > _MONTHS:
        by_year: dict[str, int] = {}
        for value, quotes in found.items():
            by_year[value[:4]] = by_year.get(value[:4], 0) + quotes
        found = by_year
        values = [f"{year:04}" for year in range(int(min(found)), int(max(found)) + 1)]
    step = min(_WIDEST, _WIDTH / len(values))
    highest = max(found.values())
    bars = []
    for place, value in enumerate(values):
        quotes = found.get(value, 0)
        # A single quotation beside hundreds must still be seen.
        height = max(3.0, HEIGHT * quotes / highest) if quotes else 0.0
        bars.append(
            Bar(
                value=value,
                label=month_label(value),
                quotes=quotes,
                x=round(place * step, 2),
                width=round(step * 0.84, 2),
                y=round(HEIGHT - height, 2),
                height=round(height, 2),
            )
        )
    return Timeline(bars, _marks(bars, step), round(step * len(values), 2), HEIGHT, highest)


def month_label(value: str) -> str:
    """“May 2024” for ``2024-05``; a year stays as it is.

    Args:
        value: A month or a year.
    """
    year, _, month = value.partition("-")
    return f"{_MONTH_NAMES[int(month) - 1]} {year}" if month else year


def _marks(bars: Sequence[Bar], step: float) -> list[Mark]:
    """The years, as many as fit."""
    if len(bars) < 4:
        return [Mark(bars[0].label, bars[0].x)]
    first = {bar.value[:4]: bar.x for bar in reversed(bars)}
    marks: list[Mark] = []
    for year in sorted(first):
        if not marks or first[year] - marks[-1].x >= 40:
            marks.append(Mark(year, first[year]))
    return marks


def _between(first: str, last: str) -> list[str]:
    start, end = (int(value[:4]) * 12 + int(value[5:7]) - 1 for value in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(start, end + 1)]


def _is_month(value: str) -> bool:
    return len(value) == 7 and value[:4].isdigit() and value[5:7] in _NUMBERS


_NUMBERS = frozenset(f"{number:02}" for number in range(1, 13))
