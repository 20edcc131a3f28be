"""Finds stretches of words that are written like names."""

import re
from collections.abc import Iterator

from quotes.attribute.lexicon import (
    NAME_MODIFIERS,
    NOT_NAMES,
    PARTICLES,
    SUFFIXES,
    TITLES,
    word_set,
)
from quotes.attribute.words import Words

#: Letters behind a person's name; those of members of parliaments stand behind places as well.
SEATS = word_set("mep mla mp msp")
POST_NOMINALS = SEATS | word_set(
    """
    am ao bt cb cbe cmg dbe dphil dsc dso edd esq esq. frcp frcs frs gbe gc jd kbe kc kcb kcmg ll.d.
    lld m.b.a. m.d. mba mbe md ph.d. phd psyd qc rn
    """
)
_OPEN_MARKS, _CLOSE_MARKS = "“\"‘'`", "”\"’'"
_ELIDED = re.compile(r"(?:d|l|t|all|dall|dell|nell)['’][A-ZÀ-ÖØ-Þ]")
_LEADING_PARTICLES = word_set("de von van bin al el della du di la le abu ibn der")


def _namelike(w: Words, i: int) -> bool:
    """Whether a token may be part of a name by its looks and tag."""
    word = w.words[i]
    if not word[:1].isupper():
        # Ludovic d'Aubigny
        return not word.isalpha() and not w.skipped[i] and _ELIDED.match(word) is not None
    if w.skipped[i]:
        return False
    if w.lower[i] in NOT_NAMES and w.labels[i] != "PERSON":
        return False
    if w.opens[i] and w.pos[i] not in ("PROPN", "") and w.labels[i] not in ("PERSON", "ORG", "GPE"):
        return w.lower[i] in TITLES or w.lower[i] in NAME_MODIFIERS
    return (
        w.pos[i] not in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "NUM") or w.labels[i] == "PERSON"
    )


def _joined(w: Words, i: int) -> bool:
    """Whether nothing stands between token ``i`` and the next."""
    return i + 1 < len(w) and w.starts[i] + len(w.words[i]) == w.starts[i + 1]


def runs(w: Words) -> Iterator[tuple[int, int]]:
    """Find stretches of tokens written like a name, titles and all.

    Args:
        w: The article.

    Yields:
        First token and the one after the last.
    """
    i, n = 0, len(w)
    while i < n:
        word = w.words[i]
        # Most words, told in the shortest way.
        if word.isalpha() and word.islower() and word not in _LEADING_PARTICLES:
            i += 1
            continue
        starts = _namelike(w, i) or (
            w.lower[i] in _LEADING_PARTICLES
            and i + 1 < n
            and w.pos[i] in ("PROPN", "X", "")
            and _namelike(w, i + 1)
        )
        if not starts:
            i += 1
            continue
        j = i + 1
        while j < n:
            if _namelike(w, j) and not w.opens[j]:
                j += 1
            elif (
                w.words[j] in "-‐‑" and _joined(w, j - 1) and _joined(w, j) and _namelike(w, j + 1)
            ):
                j += 2
            elif (
                w.words[j] in "-‐‑"
                and j + 1 < n
                and _joined(w, j - 1)
                and _joined(w, j)
                and (w.pos[j + 1] == "PROPN" or w.labels[j + 1] == "PERSON")
            ):
                j += 2  # Ban Ki-moon
            elif w.words[j].isspace() and "\n" not in w.words[j] and j + 1 < n:
                if not _namelike(w, j + 1):
                    break
                j += 2
            elif w.lower[j] in PARTICLES and w.lower[j] != "y":
                k = j
                while k < n and (w.lower[k] in PARTICLES or w.words[k] in "-‐‑"):
                    k += 1
                if k < n and _namelike(w, k) and k - j <= 3 and w.lower[j] != "the":
                    j = k + 1
                else:
                    break
            elif (
                w.words[j][0] in _OPEN_MARKS
                and j + 3 < n
                and w.words[j + 2][0] in _CLOSE_MARKS
                and _namelike(w, j + 1)
                and _namelike(w, j + 3)
                and not w.opens[j + 3]
            ):
                j += 4
            elif w.words[j] == "," and j + 1 < n and w.lower[j + 1] in SUFFIXES:
                j += 2
            else:
                break
        yield i, j
        i = j


def lettered(w: Words, i: int) -> bool:
    """Tell whether a token is letters behind a person's name: *QC*, *PhD*.

    Args:
        w: The article.
        i: The token.

    Returns:
        True where it is; *am* is none.
    """
    capitals = sum(c.isupper() for c in w.words[i])
    return w.lower[i] in POST_NOMINALS and (capitals > 1 or w.lower[i].startswith("esq"))


def width(w: Words, start: int, end: int) -> int:
    """Count the words of a name, *Ta-Nehisi* as one.

    Args:
        w: The article.
        start: Its first token.
        end: The token after its last.

    Returns:
        The number.
    """
    return end - start - 2 * sum(w.words[i] in ("-", "‐", "‑") for i in range(start, end))
