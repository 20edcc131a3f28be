"""Words as the index compares them: without case and accents."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
)

# Latin letters and the marks of print: nothing that combines, so that each character is itself.
_SIMPLE = re.compile(r"[\x00-\u017f\u2010-\u2027\u2030-\u205e\u20ac]*")
_WORD = re.compile(r"[^\W_]+")


class Token(NamedTuple):
    """A word of a text: folded, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Take a text's words as SQLite's tokenizer ``unicode61`` does, with all diacritics removed.

    Args:
        text: Any text.

    Yields:
        Runs of letters and digits; a mark within one belongs to it.
    """
    if _SIMPLE.fullmatch(text):
        for match in _WORD.finditer(text):
            found = match[0]
            plain_word = found.lower() if found.isascii() else "".join(map(_letter, found))
            yield Token(plain_word, match.start(), match.end())
        return
    word: list[str] = []
    start = 0
    for at, char in enumerate(text):
        plain = _plain(char)
        if plain is None:
            if word:
                yield Token("".join(word), start, at)
                word = []
        elif plain or word:
            if not word:
                start = at
            word.append(plain)
    if word:
        yield Token("".join(word), start, len(text))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str | None:
    """A character's plain form; empty for a combining mark, None for one that ends a word."""
    if unicodedata.category(char) == "Mn":
        return ""
    if not char.isalnum():
        return None
    parts = unicodedata.normalize("NFD", char)
    return "".join(c for c in parts if unicodedata.category(c) != "Mn").lower() or char


def _letter(char: str) -> str:
    return _plain(char) or ""


def fold(name: str) -> str:
    """A name for comparison: "  Łukasz  O’Brien-Müller " is "lukasz o brien muller".

    Args:
        name: As written.

    Returns:
        Its words without case, accents and punctuation, a space between.
    """
    return " ".join(token.word for token in tokens(name.replace("'", "’"))).translate(_PLAIN)
