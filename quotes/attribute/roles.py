"""A person's title or affiliation, as the article words it."""

import re

from quotes.attribute.lexicon import FEMALE_TITLES, MALE_TITLES, PERSON_NOUNS, STYLES, TITLES
from quotes.attribute.words import Words

_COURTESY = MALE_TITLES | FEMALE_TITLES | STYLES
_AGE = re.compile(r"^(?:aged?\s+)?\d{1,3}(?:[- ]years?[- ]old)?$", re.IGNORECASE)
_LEADING_AGE = re.compile(r"^(?:an?\s+)?\d{1,3}-year-old\s+", re.IGNORECASE)
_BARE_AGE = re.compile(r"^years?-old\s*", re.IGNORECASE)
_ENDS = frozenset((".", ";", ":", "“", "”", '"', "?", "!"))
_MAX = 30


def role_at(w: Words, start: int, end: int) -> str | None:
    """Find the role that stands beside one mention of a name.

    Args:
        w: The article.
        start: First token of the name.
        end: The token after its last.

    Returns:
        The role as worded, without age or courtesy title, or None.
    """
    floor = start
    while floor > 0 and w.sentence[floor - 1] == w.sentence[start]:
        floor -= 1
    before, title_start = _before(w, start, floor)
    return before or _after(w, end) or _apposed_before(w, title_start, floor)


def _person_word(w: Words, i: int) -> bool:
    word = w.lower[i]
    if word == "first":
        return w.lower[i + 1 : i + 2] == ["lady"]
    if word in TITLES or word in PERSON_NOUNS:
        return True
    return w.pos[i] == "NOUN" and word.endswith(("ist", "ian", "er", "or", "man", "woman"))


def _under(w: Words, i: int) -> bool:
    """Whether a preposition begins a title: *Under* Secretary of State."""
    return w.lower[i] == "under" and i + 1 < len(w) and w.lower[i + 1] == "secretary"


def _before(w: Words, name: int, floor: int) -> tuple[str | None, int]:
    """The title or job in front: *NATO Deputy Secretary-General*; and where it begins."""
    start, described = name, False
    while start > floor and name - start < 12:
        k = start - 1
        if _under(w, k):
            described = True
        elif w.pos[k] == "ADP":
            # Secretary of State Jane Roe, not: spokesman for Sen. Jane Roe.
            titled = any(_person_word(w, i) for i in range(start, name))
            if start == name or titled or w.lower[k] != "of" or not _person_word(w, k - 1):
                break
        elif w.words[k] in "-‐‑":
            if k + 1 < len(w) and w.starts[k] + 1 != w.starts[k + 1]:
                break
        elif w.pos[k] not in ("NOUN", "PROPN", "ADJ", "PART") and w.words[k] != "&":
            break
        if "\n" in w.words[k]:
            break
        described = described or _person_word(w, k)
        start = k
    while start < name and (w.pos[start] == "PART" or not w.words[start][0].isalnum()):
        start += 1
    words = [w.lower[i] for i in range(start, name)]
    while words and words[-1] in _COURTESY:
        words.pop()
    if not described or not words:
        return None, start
    return _BARE_AGE.sub("", w.slice(start, start + len(words))) or None, start


def _after(w: Words, end: int) -> str | None:
    """The apposition or relative clause behind: *a Republican*, *who heads the board*."""
    if end + 1 >= len(w) or w.words[end] not in (",", "—", "–", "-", "--", "("):
        return None
    closers = (")",) if w.words[end] == "(" else (",", "—", "–", "--", "-")
    start = end + 1
    stop = start
    while True:
        stop = start
        while stop < len(w) and stop - start < _MAX:
            glued = w.words[stop] == "-" and w.starts[stop] == w.starts[stop - 1] + len(
                w.words[stop - 1]
            )
            if "\n" in w.words[stop] or w.words[stop] in _ENDS:
                break
            if w.words[stop] in closers and not glued:
                break
            stop += 1
        if not _AGE.match(w.slice(start, stop)) or stop + 1 >= len(w):
            break
        start = stop + 1
    if start >= stop or stop - start >= _MAX:
        return None
    text = _LEADING_AGE.sub("", w.slice(start, stop)).strip("“”\"' ")
    if w.lower[start] in ("who", "whose"):
        cut = stop < len(w) and w.words[stop] in '“"' and w.pos[stop - 1] in ("DET", "ADP")
        return None if cut else text
    if w.tags[start] == "PRP$" and w.words[start][0].isupper():
        return None  # of a title: John Roe, Our Daughter and Me
    open_word = w.pos[start] in ("VERB", "AUX", "ADV", "SCONJ", "CCONJ", "ADP", "PRON")
    if open_word and not _under(w, start) and w.tags[start] != "PRP$":
        return None
    if any(w.deps[i] == "ROOT" and w.pos[i] in ("VERB", "AUX") for i in range(start, stop)):
        return None
    head = start
    while head < stop and (w.pos[head] not in ("ADP", "SCONJ", "VERB") or _under(w, head)):
        head += 1
    described = any(_person_word(w, i) for i in range(start, head))
    if described or w.words[end] == "(":
        return text or None
    return text if w.lower[start] in ("a", "an", "the") and w.pos[head - 1] == "NOUN" else None


def _apposed_before(w: Words, name: int, floor: int) -> str | None:
    """A description that a comma parts from the name: *Roe's campaign chairman, John Doe*."""
    if name > floor and w.lower[name] in STYLES and w.tags[name - 1] == "PRP$":
        name -= 1  # the judge, His Honour Peter Roe
    if name - 2 < floor or w.words[name - 1] != ",":
        return None
    start = name - 1
    while start > floor and w.words[start - 1] not in _ENDS and w.words[start - 1] != ",":
        verb = w.pos[start - 1] in ("VERB", "AUX", "SCONJ", "CCONJ")
        managing = w.deps[start - 1] in ("amod", "compound")  # its managing director
        if (verb and not managing) or "\n" in w.words[start - 1]:
            break
        start -= 1
    if not 0 < name - 1 - start <= _MAX // 2:
        return None
    head = start
    while head < name - 1 and (w.pos[head] != "ADP" or _under(w, head)):
        head += 1
    if head == start or not _person_word(w, head - 1):
        return None
    return w.slice(start, name - 1) or None
