"""All regular expressions of the package, and strings made to hold them up."""

import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

import quotes

LENGTH = 100_000


def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of the package holds, by where it is."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[str] = set()
    for name in modules():
        try:
            module = import_module(name)
        except ModuleNotFoundError as error:
            if error.name not in ("torch", "ray", "pyarrow"):  # of extras
                raise
            continue
        for key, value in vars(module).items():
            inside = [one for one in _inside(value) if isinstance(one.pattern, str)]
            for number, pattern in enumerate(inside):
                if pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    found[f"{name}.{key}{f'[{number}]' if len(inside) > 1 else ''}"] = pattern
    return found


def modules() -> Iterator[str]:
    """The names of all modules of the package that can be imported here."""
    for module in pkgutil.walk_packages(quotes.__path__, "quotes."):
        if not module.name.endswith("__main__"):
            yield module.name


def _inside(value: Any, depth: int = 3) -> Iterator[Any]:
    if isinstance(value, re.Pattern) or type(value).__module__ in {"regex", "_regex"}:
        if hasattr(value, "finditer"):
            yield value
    elif depth and isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one, depth - 1)
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from _inside(one, depth - 1)


@cache
def _one(piece: str) -> str:
    return (piece * LENGTH)[:LENGTH] + "\x00"


def long_strings(pieces: Iterable[str]) -> dict[str, str]:
    """Each piece repeated to the full length, with a last character that spoils a match."""
    return {repr(piece): _one(piece) for piece in pieces}


PIECES = [
    *(" ", "\n", "\t ", "\r\n", " \n", "a", "A", "Aa", "A ", "a ", "Ab ", "A. ", "a.", ".", ". "),
    *(
        "0",
        "0 ",
        "1,",
        "1-",
        "-",
        "- ",
        "—",
        "—a",
        "“",
        "”",
        "“a",
        "a”",
        '"',
        '" ',
        "'",
        "' ",
        "''",
    ),
    *(
        "``",
        "‘",
        "’",
        "’s ",
        "(",
        "(a",
        ")",
        "[",
        "«",
        "»a",
        ":",
        "A: ",
        "Q: A: ",
        ", ",
        "a, ",
        "&",
    ),
    *("and ", "Mr. ", "Mr. A ", "de ", "van de ", "of the ", "said ", "said, ", "\n- ", "|", " | "),
    *(
        "©",
        "http://",
        "www.a.",
        "@a ",
        "a@b.",
        "#",
        "Photo: ",
        "Jan. 1, ",
        "12:00 ",
        "<a ",
        "&amp;",
    ),
    *(
        "é",
        "e\N{COMBINING ACUTE ACCENT}",
        "\N{NO-BREAK SPACE}",
        "\N{ZERO WIDTH SPACE}",
        "ß",
        "中",
        "🙂",
    ),
    *("LONDON ", "LONDON, ", "(Reuters) - ", "A-", "O'", "A'a ", "and A ", "A, B and ", "U.S. "),
    *("last updated ", "more than ", "By ", "By A and ", "the ", "The A ", "1st ", "$1 "),
]

OFTEN_SLOW = [
    *(" ", "\t ", "\n", "a", "Aa", "A ", "0", "(", "(a", "[", "“a", "‘", "'", "' ", "- ", "—", "-"),
    *(
        ". ",
        ".",
        "’s ",
        "A, B and ",
        "a, ",
        "van de ",
        "Mr. A ",
        "and ",
        "a.",
        "by ",
        "<a ",
        "LONDON ",
    ),
]
"""The pieces that held up patterns before they were bounded, and their likes."""
