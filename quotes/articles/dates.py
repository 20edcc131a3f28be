"""Dates as articles give them, in their many forms."""

import re
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"), 1
    )
    for name in names.split()
}  # fmt: skip

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:t?\d{4,6}z?)?$")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_MONTH_DAY_YEAR = re.compile(r"\b([a-z]{3,9})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})\b")
_DAY_MONTH_YEAR = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,3}(?:of\s)?([a-z]{3,9})\.?,?[\s-]{1,3}(\d{4})\b"
)
_SECONDS = re.compile(r"-?\d{9,10}$")
_MILLISECONDS = re.compile(r"\d{12,13}$")


def parse_date(value: object) -> date | None:
    """Return the day that a value of an article's date field means, or None.

    Understood are dates and datetimes, ISO 8601, ``20071012``, seconds or milliseconds since
    1970, ``October 12, 2007``, ``12 Oct. 2007``, mail and feed dates, and ``10/31/2007`` (where
    both numbers could be the month, the first is, as American papers write).

    Args:
        value: What the input gives.

    Returns:
        The date, or None where there is none in it.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    text = text[:200].strip().lower()
    for pattern in (_YEAR_FIRST, _COMPACT):
        if found := pattern.match(text):
            return _date(found[1], found[2], found[3])
    if _SECONDS.match(text):
        return _from_epoch(int(text))
    if _MILLISECONDS.match(text):
        return _from_epoch(int(text) // 1000)
    if found := _MONTH_DAY_YEAR.search(text):
        return _date(found[3], _MONTHS.get(found[1]), found[2])
    if found := _DAY_MONTH_YEAR.search(text):
        return _date(found[3], _MONTHS.get(found[2]), found[1])
    if found := _NUMERIC.search(text):
        return _date(found[3], found[1], found[2]) or _date(found[3], found[2], found[1])
    if found := _YEAR_FIRST.search(text):
        return _date(found[1], found[2], found[3])
    return None


def _date(year: str, month: str | int | None, day: str) -> date | None:
    try:
        return date(int(year), int(month or 0), int(day))
    except ValueError:
        return None


def _from_epoch(seconds: int) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, tz=UTC).date()
    except (OverflowError, OSError, ValueError):
        return None
