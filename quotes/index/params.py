"""A search as the parameters of a URL, and back: the same names in the pages and in saved searches.

``q`` words, ``speaker``, ``any_speaker``, ``type``, ``cue``, ``kind``, ``affiliation``,
``reason``, ``outlet``, ``since``, ``until``, ``family``, ``article``, ``min_confidence``,
``sort``, ``page``, ``size``. Those that take several values are repeated.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from quotes.errors import UsageError
from quotes.index.types import SORTS, Search
from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

MAX_WORDS = 500
"""Characters in a search's words."""

MAX_SIZE = 1000
"""Rows on a page."""

MAX_PAGE = 1000

_MAX_VALUE = 300
_MAX_VALUES = 20

_NAMES = {
    "words": "q",
    "quote_type": "type",
    "cue_class": "cue",
    "speaker_kind": "kind",
}
_FIELDS = Search.__dataclass_fields__
_SEVERAL = {name for name, field in _FIELDS.items() if field.default == ()}
_LEGAL: dict[str, tuple[str, ...]] = {
    "quote_type": QUOTE_TYPES,
    "cue_class": CUE_CLASSES,
    "speaker_kind": SPEAKER_KINDS,
    "sort": SORTS,
}


def to_params(search: Search) -> list[tuple[str, str]]:
    """The parameters of a search: only what differs from a plain `Search`, in a fixed order.

    Args:
        search: The search.

    Returns:
        Names and values, to be given to ``urllib.parse.urlencode``.
    """
    found: list[tuple[str, str]] = []
    for field, told in _FIELDS.items():
        value = getattr(search, field)
        if value != told.default:
            values = value if field in _SEVERAL else (value,)
            found += [(_NAMES.get(field, field), _text(one)) for one in values]
    return found


def from_params(params: Iterable[tuple[str, str]]) -> Search:
    """The search that parameters describe; unknown ones are passed over, empty ones too.

    Args:
        params: Names and values, as `to_params` gives them.

    Raises:
        UsageError: A value is none that there is; the text lists those that are.
    """
    fields = {_NAMES.get(field, field): field for field in _FIELDS}
    given: dict[str, list[str]] = {}
    for name, value in params:
        if name in fields and value.strip():
            given.setdefault(fields[name], []).append(value.strip())
    values: dict[str, Any] = {}
    for field, texts in given.items():
        limit = MAX_WORDS if field == "words" else _MAX_VALUE
        if max(map(len, texts)) > limit or len(texts) > _MAX_VALUES:
            raise UsageError(f"{_NAMES.get(field, field)} is too long: at most {limit} characters")
        parse = _PARSERS.get(field, _legal)
        parsed = [parse(field, text) for text in texts]
        values[field] = tuple(dict.fromkeys(parsed)) if field in _SEVERAL else parsed[-1]
    return Search(**values)


def period(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day.

    Args:
        text: ``2024``, ``2024-05`` or ``2024-05-31``.

    Raises:
        UsageError: It is nothing of that.
    """
    return _date("since", text), _date("until", text)


def _text(value: object) -> str:
    return "1" if value is True else value.isoformat() if isinstance(value, date) else str(value)


def _legal(field: str, text: str) -> str:
    legal = _LEGAL.get(field)
    if legal is not None and text not in legal:
        name = _NAMES.get(field, field)
        raise UsageError(f"{name} can't be {text!r}: use one of {', '.join(legal)}")
    return text


def _date(field: str, text: str) -> date:
    """A day; of a year or a month the first, and for ``until`` the last day."""
    parts = text.split("-")
    try:
        if len(parts) == 3:
            return date.fromisoformat(text)
        year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else 1
        if len(parts) > 2 or len(parts[0]) != 4:
            raise ValueError(text)
        first = date(year, month, 1)
        if field == "since":
            return first
        after = date(year + 1, 1, 1) if len(parts) == 1 else _next_month(year, month)
        return date.fromordinal(after.toordinal() - 1)
    except (ValueError, OverflowError):
        raise UsageError(f"{field} can't be {text!r}: give a day as 2024-05-31") from None


def _next_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1)


def _number(low: int, high: int) -> Callable[[str, str], int]:
    def parse(field: str, text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            raise UsageError(f"{field} can't be {text!r}: give a number from {low} to {high}")
        return value

    return parse


def _share(field: str, text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise UsageError(f"{field} can't be {text!r}: give a number from 0 to 1")
    return value


def _flag(field: str, text: str) -> bool:
    return text.casefold() in ("1", "true", "yes", "on")


_PARSERS: dict[str, Callable[[str, str], Any]] = {
    "since": _date,
    "until": _date,
    "page": _number(1, MAX_PAGE),
    "size": _number(1, MAX_SIZE),
    "min_confidence": _share,
    "any_speaker": _flag,
}
