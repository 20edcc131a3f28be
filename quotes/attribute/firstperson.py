"""Who says *I* outside quotation marks: labelled turns, letters signed at their end, bylines."""

import re

from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

_LABEL = re.compile(
    r"(?:[A-Z][A-Z.'’&-]*(?: [A-Z][A-Z.'’&-]*){0,4}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})"
    r"\s?:\s"
)
_BYLINE = re.compile(r"\s*by\s", re.IGNORECASE)
_SIGNED_AHEAD = 12


def turns(w: Words, person_at: dict[int, Referent]) -> dict[int, Referent | None]:
    """Find who has the word in each line of an interview or transcript.

    Args:
        w: The article.
        person_at: For tokens of a person's name, the person.

    Returns:
        By line number, the person whose label stands before it or the nearest line above; None
        for an unnamed one (*Q:*). Empty where fewer than two lines bear a label.
    """
    labels: dict[int, tuple[int, str]] = {}
    for number, (start, _) in enumerate(w.lines):
        offset = w.starts[start]
        found = _LABEL.match(w.text, offset)
        if found:
            labels[number] = (start, found.group().rstrip(": \t\n"))
    if len(labels) < 2:
        return {}
    before_first = [r for i, r in person_at.items() if w.paragraph[i] < min(labels)]
    answering = max(before_first, key=before_first.count) if before_first else None
    asked = any(text == "Q" for _, text in labels.values())
    if not asked and sum(start in person_at for start, _ in labels.values()) < 2:
        return {}
    found_turns: dict[int, Referent | None] = {}
    current: Referent | None = None
    begun = False
    for number in range(len(w.lines)):
        if number in labels:
            start, text = labels[number]
            begun = True
            current = answering if text == "A" and asked else None
            for i in range(start, min(start + len(text.split()), len(w))):
                current = person_at.get(i, current)
        if begun:
            found_turns[number] = current
    return found_turns


def signer(w: Words, person_at: dict[int, Referent], line: int) -> Referent | None:
    """Find whose name alone on a line closes the letter that a line belongs to.

    Args:
        w: The article.
        person_at: For tokens of a person's name, the person.
        line: A line's number.

    Returns:
        The person, or None.
    """
    for start, end in w.lines[line + 1 : line + 1 + _SIGNED_AHEAD]:
        words = [i for i in range(start, end) if w.words[i][0].isalnum()]
        names = [i for i in words if i in person_at]
        named = len(words) >= 2 and len(names) >= 2 and names[0] == words[0]
        if len(words) <= 5 and named:
            return person_at[names[0]]
        handle = next((i for i in range(start, end) if i in person_at), None)
        if handle is not None and len(words) <= 2 and w.slice(start, end).startswith("@"):
            return person_at[handle]
    return None


def byline(w: Words, person_at: dict[int, Referent]) -> Referent | None:
    """Find the writer a byline names among the first lines.

    Args:
        w: The article.
        person_at: For tokens of a person's name, the person.

    Returns:
        The person, or None.
    """
    for start, end in w.lines[:6]:
        if end - start <= 16 and _BYLINE.match(w.text, w.starts[start]):
            for i in range(start, end):
                if i in person_at:
                    return person_at[i]
    return None
