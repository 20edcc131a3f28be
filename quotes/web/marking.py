"""An article's text cut into pieces, each with what it is: for a template to mark in place."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from quotes.index.types import Row

LONGEST = 60_000
"""So many characters of an article are shown around a quotation."""

ROLES = ("content", "cue", "source")


class Piece(NamedTuple):
    """A stretch of text of one sort.

    Attributes:
        text: The words.
        role: ``content``, ``cue`` or ``source`` of the quotation, ``other`` for another
            quotation's content, ``furniture`` for what is not the article's own; else empty.
        quote_id: For ``other``: whose content it is.
        first: Whether the quotation's first content begins here.
    """

    text: str
    role: str = ""
    quote_id: str | None = None
    first: bool = False


class Paragraph(NamedTuple):
    """A line of an article; ``here`` where the quotation's words stand."""

    pieces: list[Piece]
    here: bool


class Marked(NamedTuple):
    """A text ready to be shown; ``before`` and ``after`` tell of what was left out."""

    paragraphs: list[Paragraph]
    before: int
    after: int


def mark(
    text: str,
    row: Row,
    *,
    offset: int = 0,
    others: Iterable[Row] = (),
    skipped: Iterable[Mapping[str, Any]] = (),
) -> Marked:
    """Cut a text where the parts of quotations begin and end.

    Args:
        text: An article, or a part of one.
        row: The quotation to mark; spans outside of the text are passed over.
        offset: Where in the article ``text`` begins.
        others: Further quotations of the article.
        skipped: Page furniture, with ``start`` and ``end``.
    """
    spans: list[tuple[int, int, str, str | None]] = []
    for span in skipped:
        spans.append((span["start"], span["end"], "furniture", None))
    for other in others:
        if other["quote_id"] != row["quote_id"]:
            for span in other["content_spans"]:
                spans.append((span["start"], span["end"], "other", other["quote_id"]))
    for role in reversed(ROLES):
        for span in row[f"{role}_spans"] or ():
            spans.append((span["start"], span["end"], role, None))
    low, high = _window(text, row, offset)
    kept = [
        (max(start - offset, low), min(end - offset, high), role, quote_id)
        for start, end, role, quote_id in spans
    ]
    pieces = _pieces(text, [span for span in kept if span[0] < span[1]], low, high)
    return Marked(_paragraphs(pieces), before=low, after=len(text) - high)


def _window(text: str, row: Row, offset: int) -> tuple[int, int]:
    """What is shown of a very long text: whole lines about the quotation."""
    if len(text) <= LONGEST:
        return 0, len(text)
    at = (row["content_spans"][0]["start"] if row["content_spans"] else 0) - offset
    low = max(0, min(at, len(text)) - LONGEST // 2)
    high = min(len(text), low + LONGEST)
    start = text.find("\n", low, at) + 1 if low else 0
    return start or low, high


def _pieces(
    text: str, spans: Sequence[tuple[int, int, str, str | None]], low: int, high: int
) -> list[Piece]:
    """Cut at every border; where spans overlap, the later in the list is what is seen."""
    borders = sorted({low, high, *(b for span in spans for b in span[:2] if low <= b <= high)})
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, (start, end, _, _) in enumerate(spans):
        starting.setdefault(start, []).append(number)
        ending.setdefault(end, []).append(number)
    pieces: list[Piece] = []
    open_now: set[int] = set()
    seen = False
    for start, end in pairwise(borders):
        open_now.difference_update(ending.get(start, ()))
        open_now.update(starting.get(start, ()))
        role, quote_id = ("", None) if not open_now else spans[max(open_now)][2:]
        first = role == "content" and not seen
        seen = seen or first
        pieces.append(Piece(text[start:end], role, quote_id, first))
    return pieces


def _paragraphs(pieces: Iterable[Piece]) -> list[Paragraph]:
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                found.append([])
            if line.strip():
                found[-1].append(piece._replace(text=line, first=piece.first and number == 0))
            elif line and found[-1]:
                found[-1].append(Piece(line))
    return [
        Paragraph(line, any(piece.role in ROLES for piece in line))
        for line in found
        if any(piece.text.strip() for piece in line)
    ]
