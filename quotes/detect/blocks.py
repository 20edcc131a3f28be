"""Paragraphs, and where a sentence must begin whatever the parser thinks."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.types import Skipped, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


def paragraphs(text: str, skipped: Sequence[Skipped] = ()) -> list[Span]:
    """Split a text into paragraphs: lines with something on them, page furniture left out.

    Args:
        text: An article's text.
        skipped: Page furniture, in order and disjoint.

    Returns:
        Spans without the white space at their edges, in order.
    """
    found: list[Span] = []
    first = 0  # of the furniture that this line or a later one can touch
    for line in _LINE.finditer(text):
        start, end = line.span()
        while first < len(skipped) and skipped[first].end <= start:
            first += 1
        for outside in _outside(start, end, skipped, first):
            piece = _strip(text, outside)
            if piece is not None:
                found.append(piece)
    return found


def _outside(start: int, end: int, skipped: Sequence[Skipped], first: int) -> Iterator[Span]:
    """What is left of a line, given the first furniture that doesn't end before it."""
    for i in range(first, len(skipped)):
        skip = skipped[i]
        if skip.start >= end:
            break
        if skip.start > start:
            yield Span(start, skip.start)
        start = max(start, skip.end)
    if start < end:
        yield Span(start, end)


def _strip(text: str, span: Span) -> Span | None:
    inner = text[span.start : span.end]
    left = len(inner) - len(inner.lstrip())
    right = len(inner.rstrip())
    return Span(span.start + left, span.start + right) if right > left else None


_DATELINE = re.compile(
    r"[A-Z][\w.,’'/ -]{0,60}?(?P<agency>\((?:[A-Z][\w .&/]{0,30}|[\w.]{2,20})\)\s*)?"
    r"(?:--|[—–-])\s+(?=[^\sa-z])"
)
_WORD = re.compile(r"[^\W\d_]+")


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins in a paragraph that opens with a dateline.

    Args:
        text: An article's text.
        start, end: The paragraph.

    Returns:
        The offset after ``MOSCOW (Reuters) - ``, or `start` where there is no dateline.
    """
    match = _DATELINE.match(text, start, min(end, start + 120))
    if not match:
        return start
    words = _WORD.findall(text, start, match.start("agency") if match["agency"] else match.end())
    place = max(words[:2], key=len, default="")  # ST. LOUIS
    if match["agency"] or (place.isupper() and len(place) > 1):
        return match.end()
    return start


def segment_starts(
    doc: "Doc", skipped: Sequence[Skipped] = (), *, text: str | None = None
) -> Iterator[int]:
    """Token indices at which a sentence must begin: paragraphs, furniture, after a dateline.

    Args:
        doc: The Doc.
        skipped: Page furniture.
        text: The Doc's text, where it is at hand.
    """
    text = doc.text if text is None else text
    spans = paragraphs(text, skipped)
    offsets = {span.start for span in spans} | {skip.start for skip in skipped}
    offsets |= {dateline_end(text, *span) for span in spans}
    places: list[int] = doc.to_array(["IDX"]).tolist()
    for i, place in enumerate(places):
        if place in offsets:
            yield i
