"""Word pieces: the units that the network reads, as BERT's uncased vocabulary has them."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

MOST = 8
"""Pieces of one token that are read; a longer one (a web address) is cut."""

_LONGEST = 100  # letters of a word; BERT reads a longer one as unknown

FIRST, LAST, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


@cache
def vocabulary() -> Mapping[str, int]:
    """The number of every word piece."""
    lines = files("quotes.model.network").joinpath("vocab.txt").read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


class Pieces:
    """Cuts tokens into word pieces, and remembers how.

    Greedy longest match from the left (Schuster and Nakajima 2012), after lower-casing,
    dropping accents and cutting at punctuation, as BERT does (Devlin et al. 2019).

    Args:
        most: How many tokens are remembered; then it begins anew.
    """

    def __init__(self, *, most: int = 200_000) -> None:
        self._vocabulary = vocabulary()
        self._unknown = self._vocabulary[UNKNOWN]
        self._known: dict[str, tuple[int, ...]] = {}
        self._most = most

    def __call__(self, token: str) -> tuple[int, ...]:
        """The pieces of one token.

        Args:
            token: The token's text.

        Returns:
            Numbers of its pieces, at most `MOST`; none for white space.
        """
        pieces = self._known.get(token)
        if pieces is None:
            if len(self._known) >= self._most:
                self._known.clear()
            pieces = self._known[token] = tuple(self._cut(token))[:MOST]
        return pieces

    def _cut(self, token: str) -> Iterator[int]:
        for word in _words(token):
            yield from self._match(word)

    def _match(self, word: str) -> list[int]:
        if len(word) > _LONGEST:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(word):
            lead = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._vocabulary.get(lead + word[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            found.append(number)
            start = end
        return found


def _words(token: str) -> Iterator[str]:
    """Lower-case runs without accents, every punctuation mark and ideograph on its own."""
    word: list[str] = []
    for char in unicodedata.normalize("NFD", token.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or char in "\0�" or (category[0] == "C" and char not in "\t\n\r"):
            continue
        if char.isspace() or _alone(char, category):
            if word:
                yield "".join(word)
                word = []
            if not char.isspace():
                yield char
        else:
            word.append(char)
    if word:
        yield "".join(word)


def _alone(char: str, category: str) -> bool:
    if category[0] == "P" or (char.isascii() and not char.isalnum() and char.isprintable()):
        return True
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2CEAF
        or 0x2F800 <= code <= 0x2FA1F
    )
