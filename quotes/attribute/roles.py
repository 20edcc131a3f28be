"""A person's title or affiliation, as the article words it."""

import re

from quotes.attribute.lexicon import FEMALE_TITLES, MALE_TITLES, PERSON_NOUNS, TITLES
from quotes.attribute.words import Words

_COURTESY = MALE_TITLES | FEMALE_TITLES
_AGE = re.compile(r"^(?:aged?\s+)?\d{1,3}(?:[- ]years?[- ]old)?$", re.I)
_LEADING_AGE = re.compile(r"^(?:an?\s+)?\d{1,3}-year-old\s+", re.I)
_MAX = 30


def _before(w: Words, name_start: int, floor: int) -> str | None:
    """The title or job in front of a name: *NATO Deputy Secretary-General*."""
    start, described = name_start, False
    while start > floor and name_start - start < 12:
        k = start - 1
        if w.pos[k] in ("NOUN", "PROPN", "ADJ", "PART", "ADP", "NUM") or w.words[k] in "-‑&":
            if w.pos[k] == "ADP" and w.lower[k] not in ("of", "for"):
                break
            if "\n" in w.words[k] or w.opens[start]:
                break
            described = described or w.lower[k] in TITLES or w.lower[k] in PERSON_NOUNS
            start = k
        else:
            break
    while start < name_start and (
        w.pos[start] in ("ADP", "PART") or not w.words[start][0].isalnum()
    ):
        start += 1
    if not described:
        return None
    words = [w.lower[i] for i in range(start, name_start)]
    if not words or all(t in _COURTESY for t in words):
        return None
    return w.slice(start, name_start) or None


def _after(w: Words, name_end: int, limit: int) -> str | None:
    """The apposition or relative clause behind a name: *a Republican*, *who heads the board*."""
    if name_end + 1 >= limit or w.words[name_end] not in (",", "—", "–", "("):
        return None
    closer = ")" if w.words[name_end] == "(" else ","
    start = name_end + 1
    while start < limit:
        end = start
        depth = 0
        while end < limit and end - start < _MAX:
            if "\n" in w.words[end] or w.words[end] in (".", ";", "“", "”", '"'):
                break
            if w.words[end] == closer and depth == 0:
                break
            end += 1
        text = w.slice(start, end)
        if not _AGE.match(text):
            break
        start = end + 1
    else:
        return None
    if not text:
        return None
    first = w.lower[start]
    described = any(w.lower[i] in PERSON_NOUNS for i in range(start, end))
    if first in ("who", "whose"):
        return text
    if w.pos[start] in ("VERB", "AUX", "ADV", "SCONJ", "CCONJ", "ADP", "PRON") and first not in (
        "of",
        "his",
        "her",
    ):
        return None
    if not described and first not in ("a", "an", "the") and closer != ")":
        return None
    if (
        end < limit
        and end - start < _MAX
        and any(w.pos[i] in ("VERB", "AUX") and w.deps[i] == "ROOT" for i in range(start, end))
    ):
        return None
    return _LEADING_AGE.sub("", text)


def role_at(
    w: Words, name_start: int, name_end: int, *, floor: int = 0, limit: int | None = None
) -> str | None:
    """Find the role that stands beside one mention of a name.

    Args:
        w: The article.
        name_start: First token of the name.
        name_end: The token after its last.
        floor: Look no further back than this token.
        limit: Look no further on than this token.

    Returns:
        The role as worded, or None.
    """
    stop = len(w) if limit is None else limit
    return _before(w, name_start, floor) or _after(w, name_end, stop)
