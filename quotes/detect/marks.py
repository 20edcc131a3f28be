"""Quotation marks: which stretches of a text stand in them.

Works paragraph by paragraph, so that one stray mark spoils one paragraph at most. A quotation
that is open at a paragraph's end goes on when the next paragraph opens with a mark again (the
press's way of quoting several paragraphs); otherwise it ends with its paragraph.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.types import Span

Role = Literal["open", "close", "either"]
Style = Literal["double", "single"]

# Two-character marks come first: doubled single quotes and backticks.
_DOUBLE = re.compile(r"``|''|‘‘|’’|‚‚|[\"“”„‟«»＂〝〞]")
_SINGLE = re.compile(r"['‘’‹›‚`]")
_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘", "〝", "‚‚"))
_CLOSERS = frozenset(("”", "»", "’’", "〞"))
_BEFORE_OPEN = frozenset("([{<—–-/=:|>…")
_AFTER_CLOSE = frozenset(")]}>—–-/.,;:!?…|'’”\"<")

# Words that begin with an apostrophe, and are not quotations.
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?|tis|twas|em|til|cause|bout|round|n|cos|ere)\b", re.IGNORECASE
)
_MEASURE = re.compile(r"\d$")
_ENDS_SPEECH = frozenset(",.?!…—–-;:")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks.

    Attributes:
        spans: With the marks; one span a paragraph.
        closed: Whether its closing mark was found.
        style: Double or single marks.
    """

    spans: tuple[Span, ...]
    closed: bool
    style: Style

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset after the closing mark."""
        return self.spans[-1].end


def find_quoted(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Find the outermost stretches in quotation marks.

    Args:
        text: An article's text.
        paragraphs: Its paragraphs in order, page furniture left out.

    Returns:
        Disjoint stretches in order. What is nested inside one is not listed.
    """
    found: list[Quoted] = []
    carried: list[Span] = []  # spans of a quotation left open by the paragraphs before
    for i, paragraph in enumerate(paragraphs):
        pieces = _in_paragraph(text, paragraph, continued=bool(carried))
        if carried and pieces and pieces[0].start == paragraph.start:
            first = pieces[0]
            carried.append(first.spans[0])
            if first.closed or not _reopens(text, paragraphs, i):
                found.append(Quoted(tuple(carried), first.closed, "double"))
                carried = []
            pieces = pieces[1:]
        for piece in pieces:
            if not piece.closed and piece.style == "double" and _reopens(text, paragraphs, i):
                carried = [piece.spans[0]]
            else:
                found.append(piece)
    return found


def _reopens(text: str, paragraphs: Sequence[Span], i: int) -> bool:
    """Whether the paragraph after the i-th begins with an opening mark."""
    if i + 1 >= len(paragraphs):
        return False
    start, end = paragraphs[i + 1]
    match = _DOUBLE.match(text, start, end)
    return bool(match) and match[0] not in _CLOSERS and not _blank(text, match.end())


def _blank(text: str, i: int) -> bool:
    return i >= len(text) or text[i].isspace()


def _role(text: str, start: int, end: int, paragraph: Span) -> Role | None:
    """What a double mark can be, by its glyph and what stands around it."""
    mark = text[start:end]
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    can_open = (before.isspace() or before in _BEFORE_OPEN or before in "'‘“\"") and (
        not after.isspace()
    )
    can_close = not before.isspace() and (
        after.isspace() or after in _AFTER_CLOSE or not after.isalnum()
    )
    if mark == '"' and _MEASURE.search(before) and not after.isalpha():
        # 6'2" or 12": a measure when nothing is open; the caller knows.
        return "close"
    if mark in _OPENERS:
        return "close" if can_close and not can_open else "open"
    if mark in _CLOSERS:
        return "open" if can_open and not can_close else "close"
    if can_open and can_close:
        return "either"
    if can_open:
        return "open"
    return "close"


def _in_paragraph(text: str, paragraph: Span, *, continued: bool) -> list[Quoted]:
    marks = [
        (m.start(), m.end(), role)
        for m in _DOUBLE.finditer(text, paragraph.start, paragraph.end)
        if (role := _role(text, m.start(), m.end(), paragraph))
    ]
    doubles: list[Quoted] = []
    opened: int | None = None
    depth = 0
    outer = ""
    for i, (start, end, role) in enumerate(marks):
        mark = text[start:end]
        if opened is None:
            if role != "close":
                opened, outer, depth = start, mark, 1
        elif role != "open":
            depth -= 1
            if depth == 0:
                doubles.append(Quoted((Span(opened, end),), True, "double"))
                opened = None
        elif outer in _OPENERS and mark in _OPENERS and _nests(marks, i):
            depth += 1
        else:
            # A second opening mark: the first was never closed. It ends before this one.
            cut = start - (len(text[opened:start]) - len(text[opened:start].rstrip()))
            doubles.append(Quoted((Span(opened, cut),), False, "double"))
            opened, outer, depth = start, mark, 1
    if opened is not None:
        doubles.append(Quoted((Span(opened, paragraph.end),), False, "double"))
    return sorted(doubles + _singles(text, paragraph, doubles), key=lambda q: q.start)


def _nests(marks: Sequence[tuple[int, int, Role]], i: int) -> bool:
    """Whether two closing marks follow the i-th mark before another opening one does."""
    roles = [role for _, _, role in marks[i + 1 : i + 3]]
    return len(roles) == 2 and "open" not in roles


def _singles(text: str, paragraph: Span, doubles: Sequence[Quoted]) -> list[Quoted]:
    """Quotations in single marks (British style) outside the double ones."""
    found: list[Quoted] = []
    inside = [q.spans[0] for q in doubles]
    marks = [
        m.start()
        for m in _SINGLE.finditer(text, paragraph.start, paragraph.end)
        if not any(s.start <= m.start() < s.end for s in inside)
    ]
    i = 0
    while i < len(marks):
        if not _single_opens(text, marks[i], paragraph):
            i += 1
            continue
        closer = _single_closer(text, marks, i, paragraph)
        if closer is None:
            i += 1
            continue
        found.append(Quoted((Span(marks[i], marks[closer] + 1),), True, "single"))
        i = closer + 1
    return [q for q in found if not any(s.start < q.end and q.start < s.end for s in inside)]


def _single_opens(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if after.isspace() or not (before.isspace() or before in _BEFORE_OPEN):
        return False
    return not _ELISION.match(text, at + 1)


def _single_closer(text: str, marks: Sequence[int], i: int, paragraph: Span) -> int | None:
    """The closing mark of the single quotation opened by ``marks[i]``, apostrophes passed over.

    A mark after punctuation closes for certain. One after a letter may be a plural possessive
    (the workers' union), so the last such mark before the next opening one is taken.
    """
    likely: int | None = None
    for j in range(i + 1, len(marks)):
        at = marks[j]
        before = text[at - 1]
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if before.isspace() or after.isalnum():
            if _single_opens(text, at, paragraph) and likely is not None:
                return likely
            continue
        if before in _ENDS_SPEECH:
            return j
        if likely is None or not _possessive(text, marks[likely]):
            if likely is not None:
                return likely
            likely = j
        else:
            likely = j
        if not _possessive(text, at):
            return j
    return likely


def _possessive(text: str, at: int) -> bool:
    return (
        text[at - 1] in "sSzx" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].islower()
    )
