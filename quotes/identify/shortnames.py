"""Given names that are short for others."""

from functools import lru_cache

from nicknames import NickNamer

from quotes.attribute.names import NICKNAMES, is_given

_NICKNAMES = NickNamer()


@lru_cache(maxsize=50_000)
def roots(word: str) -> tuple[str, ...]:
    """Keys that a given name shares with those it may be short for.

    Args:
        word: A given name in plain letters.
    """
    found = {"=" + name for name in _NICKNAMES.canonicals_of(word)}
    return (*sorted(found), "=" + word)


@lru_cache(maxsize=50_000)
def is_short(first: str, second: str) -> bool:
    """Whether one given name is short for the other, or both are for a third that is listed so.

    Args:
        first, second: Given names in plain letters.
    """
    if first[0] != second[0] and not _usual(first, second):
        return False
    if second in _NICKNAMES.nicknames_of(first) or first in _NICKNAMES.nicknames_of(second):
        return True
    common = _NICKNAMES.canonicals_of(first) & _NICKNAMES.canonicals_of(second)
    return bool(common) and first[0] == second[0]


def _usual(first: str, second: str) -> bool:
    """Whether names that begin otherwise are used for each other today: Bill, but not Ian and John.

    Lists of nicknames have what was ever short for a name, and names of one origin.
    """
    if not (is_given(first) and is_given(second)) or first in second or second in first:
        return True
    return second in NICKNAMES.get(first, ())
