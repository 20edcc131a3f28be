"""Strings made from a regular expression to hold it up: each of its repetitions, pumped.

Where a pattern repeats something, the string is what leads there, then the repeated part again
and again, then a character that spoils the match (the form of attack strings in Davis et al., "The
Impact of Regular Expression Denial of Service", 2018: prefix, pump, suffix).
"""

import re
from collections.abc import Iterator
from re import _constants as op
from re import _parser as parser
from typing import Any

OFTEN = 20
"""A part repeated at most so many times can hold up nothing."""

_TRIED = "a1 -.,'\"“A\n\t(é:/<"
_CATEGORIES = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
}
_NO_CATEGORIES = {
    op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
    op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
    op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


def pumped(pattern: re.Pattern[Any], length: int) -> list[str]:
    """Strings of some length for each repetition in a pattern.

    Args:
        pattern: A compiled pattern.
        length: How long they are to be.
    """
    source = pattern.pattern
    source = source if isinstance(source, str) else source.decode("latin-1")
    tree = parser.parse(source, pattern.flags & ~re.UNICODE | re.UNICODE)
    pairs = dict.fromkeys(_pumps(tree, ""))
    strings = [prefix + _fill(body, length - len(prefix)) for prefix, body in pairs]
    strings += [_fill(prefix + body, length) for prefix, body in pairs if prefix]
    return [f"{text}\x00" for text in strings]


def _fill(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _pumps(tree: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for kind, value in tree:
        if kind in _REPEATS:
            _, most, body = value
            if most > OFTEN and (pump := _sample(body)):
                yield prefix, pump
        for part in _parts(kind, value):
            yield from _pumps(part, prefix)
        prefix += _sample([(kind, value)])


def _parts(kind: Any, value: Any) -> list[Any]:
    if kind in _REPEATS:
        return [value[2]]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is op.ATOMIC_GROUP else []


def _sample(tree: Any) -> str:
    """Something that a part of a pattern matches, as a rule."""
    return "".join(_one(kind, value) for kind, value in tree)


def _one(kind: Any, value: Any) -> str:
    if kind is op.LITERAL:
        return chr(value)
    if kind is op.NOT_LITERAL:
        return next(c for c in _TRIED if ord(c) != value)
    if kind is op.ANY:
        return "a"
    if kind is op.IN:
        return _member(value)
    if kind in _REPEATS:
        return _sample(value[2]) * max(value[0], 1)
    if kind in (op.AT, op.ASSERT, op.ASSERT_NOT, op.GROUPREF):
        return ""
    parts = _parts(kind, value)
    return _sample(parts[0]) if parts else ""


def _member(items: Any) -> str:
    first = [chr(v if k is op.LITERAL else v[0]) for k, v in items if k in (op.LITERAL, op.RANGE)]
    negated = any(kind is op.NEGATE for kind, _ in items)
    candidates = _TRIED if negated else [*first, *_TRIED]
    return next((c for c in candidates if _is_in(c, items) != negated), "")


def _is_in(char: str, items: Any) -> bool:
    return any(
        (kind is op.LITERAL and ord(char) == value)
        or (kind is op.RANGE and value[0] <= ord(char) <= value[1])
        or (kind is op.CATEGORY and _is_of(char, value))
        for kind, value in items
    )


def _is_of(char: str, category: Any) -> bool:
    if category in _NO_CATEGORIES:
        return not _CATEGORIES[_NO_CATEGORIES[category]](char)
    return bool(_CATEGORIES[category](char))
