"""Names written in other alphabets, or spelled by ear: a skeleton that the spellings share.

Gaddafi, Qaddafi, Khadafy and Kadhafi, or Sergei, Sergey and Serguei, are one name. The skeleton
keeps the consonants, and one sign for those that transliterations confuse (after the idea of
Soundex and of Zobel and Dart, "Phonetic string matching", 1996, with classes chosen for Arabic
and Cyrillic names in English papers); it finds candidates. Whether two spellings are near enough
is for `alike`, which looks at the letters.
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from quotes.attribute.names import fold

SIMILAR = 0.55
"""How much of two given names with one skeleton must agree."""

LONG = 8
"""Of words this long two letters may differ, of shorter ones one."""

_CLASSES = (
    (re.compile("tsch|tch|sch|dzh|zh|sh|ch|cz|ts|dj"), "s"),
    (re.compile("kh|gh|ck|q|g|c"), "k"),
    (re.compile("ph|v|w"), "f"),
    (re.compile("th|dh|d"), "t"),
    (re.compile("z|j"), "s"),
    (re.compile("x"), "ks"),
)
_VOWELS = ((re.compile("ou|oo"), "u"), (re.compile("[ao]"), "a"), (re.compile("y"), "i"))
_ENDING = re.compile("(?:ie|ey|y)$")
_DROPPED = re.compile("[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTERS = re.compile("[^a-z]+")


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """A text in lower-case Latin letters without accents, whatever alphabet it is in.

    Args:
        text: Any text.

    Returns:
        The text transliterated: "Сергей" is "sergey".
    """
    folded = fold(text)
    return folded if folded.isascii() else " ".join(anyascii(folded).casefold().split())


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """What the spellings of one name share.

    Args:
        word: One word of a name.

    Returns:
        Its classes of consonants; the word in plain letters where these are fewer than two.
    """
    letters = _NOT_LETTERS.sub("", plain(word))
    bare = letters
    for pattern, sign in _CLASSES:
        bare = pattern.sub(sign, bare)
    bare = _DOUBLED.sub(r"\1", _DROPPED.sub("", bare))
    return bare if len(bare) > 1 else letters


def alike(first: str, second: str, *, given: bool = False) -> bool:
    """Whether two words can be one name spelled twice.

    Args:
        first, second: Words of names.
        given: Whether they are given names, whose spellings differ more, and which a surname
            accompanies.

    Returns:
        Whether skeletons agree and nearly all letters do, or the sounds; short words must be
        equal.
    """
    a, b = plain(first), plain(second)
    if a == b:
        return True
    if min(len(a), len(b)) < 4 or skeleton(a) != skeleton(b):
        return False
    if given and float(Levenshtein.normalized_similarity(a, b)) >= SIMILAR:
        return True
    letters = 1 if min(len(a), len(b)) < LONG else 2
    near = int(Levenshtein.distance(a, b)) <= letters
    return near or (min(len(a), len(b)) > 4 and _sounds(a) == _sounds(b))


def homophone(first: str, second: str) -> bool:
    """Whether two given names sound the same, as Betty and Bettie, or Stephen and Steven.

    Args:
        first, second: Given names.
    """
    a, b = (_ENDING.sub("i", plain(word)) for word in (first, second))
    return min(len(a), len(b)) > 3 and _sounds(a) == _sounds(b)


def _sounds(word: str) -> str:
    """The word with its classes of consonants and of vowels."""
    for pattern, sign in (*_CLASSES, *_VOWELS):
        word = pattern.sub(sign, word)
    return _DOUBLED.sub(r"\1", word.replace("h", ""))
