"""Quotation marks: which stretches of a text stand in them.

Every mark can open a quotation, close one, or be neither (an apostrophe, a measure, a stray).
What it is follows from its glyph, from what stands on either side, and from the other marks, so
all readings of a text are weighed together: each choice has a price, and the cheapest reading
wins (Viterbi, 1967, over stacks of open quotations, a few at a time). A stray mark costs its
price once and leaves the marks around it to their own.

A quotation that is open at a paragraph's end goes on when the next paragraph opens with a mark
again (the press's way of quoting several paragraphs) or is plainly its continuation; otherwise
it ends with its paragraph.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from quotes.detect.mark_prices import CLOSED_BY, HANGS, NEVER, Mark, price_marks
from quotes.types import Span

Style = Literal["double", "single"]
_SAME_QUOTATION = ({"“", "”", '"', "„"}, {"‘", "’", "'"}, {"«", "»"}, {"``", "''", "‘‘"})
_SINGLE = frozenset("'‘’‹›‚`")
_NESTED, _NESTED_OTHER = 1.0, 0.4  # in the same marks; in others of their kind, or double in single
_LEFT_OPEN, _LEFT_OPEN_SINGLE = 2.5, 1.2  # nested and never closed
_LIKELY = 2.0
_REOPENED, _RUN_ON = 0.3, 0.4  # going on in the next paragraph
_BEAM, _MARGIN = 5, 7.0  # readings kept at each mark, and how much dearer than the cheapest
_COST = itemgetter(0)


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


class _Stack:
    """The open quotations, innermost first. Equal stacks are one object."""

    __slots__ = ("_above", "below", "glyph")

    def __init__(self, glyph: str, below: "_Stack | None") -> None:
        self.glyph = glyph
        self.below = below
        self._above: dict[str, _Stack] = {}

    def push(self, glyph: str) -> "_Stack":
        if glyph not in self._above:
            self._above[glyph] = _Stack(glyph, self)
        return self._above[glyph]


class _Link(NamedTuple):
    """A list that readings share: the last item, and what came before it."""

    item: Any
    before: "_Link | None"


class _Path(NamedTuple):
    """One reading so far: the outermost open quotation, and the quotations found."""

    cost: float
    stack: _Stack
    opener: Mark | None  # of the outermost open quotation
    start: int  # of its span in this paragraph
    carried: _Link | None  # its spans in paragraphs before
    found: _Link | None  # (last span, spans before, closed, glyph)


def find_quoted(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Find the outermost stretches in quotation marks.

    Takes time linear in the text's length.

    Args:
        text: An article's text.
        paragraphs: Its paragraphs in order, page furniture left out.

    Returns:
        Disjoint stretches in order. What is nested inside one is not listed.
    """
    root = _Stack("", None)
    paths = [_Path(0.0, root, None, 0, None, None)]
    reopened: list[_Path] = []
    marks = price_marks(text, paragraphs[0]) if paragraphs else []
    for i, paragraph in enumerate(paragraphs):
        for n, mark in enumerate(marks):
            paths = _best(_read(text, paths, mark, root))
            if n == 0 and reopened:
                paths = _best([*paths, *reopened])
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        marks = price_marks(text, following) if following else []
        first = marks[0] if following and marks and marks[0].start == following.start else None
        ended: list[_Path] = []
        reopened = []
        for path in paths:
            ended.append(_hang(path, paragraph.end, root))
            if path.opener is None or following is None:
                continue
            again = first is not None and first.opens <= _LIKELY
            if first is not None and again:
                price = _reopening(path.opener, first)
            else:
                price = _running_on(text, path.opener, paragraph, following)
            (reopened if again else ended).append(
                _Path(
                    path.cost + price,
                    root.push(path.opener.glyph),
                    path.opener,
                    following.start,
                    _Link(Span(path.start, paragraph.end), path.carried),
                    path.found,
                )
            )
        paths = _best(ended)
    quoted = (
        Quoted(
            tuple(_items(_Link(span, carried))), closed, "single" if glyph in _SINGLE else "double"
        )
        for span, carried, closed, glyph in _items(paths[0].found)
    )
    return [q for q in quoted if any(map(str.isalnum, text[q.start : q.end]))]


def _items(link: _Link | None) -> list[Any]:
    found = []
    while link is not None:
        found.append(link.item)
        link = link.before
    return found[::-1]


def _best(paths: Iterable[_Path]) -> list[_Path]:
    """The cheapest reading for each stack, cheapest first, the hopeless left out."""
    best: dict[_Stack, _Path] = {}
    for path in paths:
        known = best.get(path.stack)
        if known is None or path.cost < known.cost:
            best[path.stack] = path
    if len(best) == 1:
        return list(best.values())
    kept = sorted(best.values(), key=_COST)[:_BEAM]
    limit = kept[0].cost + _MARGIN
    return [path for path in kept if path.cost <= limit]


def _read(text: str, paths: Sequence[_Path], mark: Mark, root: _Stack) -> Iterator[_Path]:
    """What a mark can be after each reading, cheapest first, of the marks before it."""
    single = mark.glyph in _SINGLE
    dearest = paths[0].cost + mark.stray_inside + _MARGIN
    for cost, stack, opener, start, carried, found in paths:
        inside = stack.glyph in _SINGLE
        price = cost + (mark.stray_inside if inside else mark.stray)
        yield _Path(price, stack, opener, start, carried, found)
        if opener is None:
            if mark.opens < NEVER:
                above = root.push(mark.glyph)
                yield _Path(cost + mark.opens, above, mark, mark.start, None, found)
            continue
        price = cost + mark.opens
        if price <= dearest:
            if inside or not single:
                price += _NESTED if mark.glyph == stack.glyph else _NESTED_OTHER
            yield _Path(price, stack.push(mark.glyph), opener, start, carried, found)
            if stack.glyph == mark.glyph and stack.below is root:
                yield _Path(cost + mark.again, stack, opener, start, carried, found)
            # Or the one before was never closed, and ends before this one.
            price = cost + mark.opens + opener.hangs
            if opener.leads and mark.bare:
                price += HANGS / 2
            if price <= dearest:
                ended = _Link((Span(start, mark.gap), carried, False, opener.glyph), found)
                yield _Path(price, root.push(mark.glyph), mark, mark.start, None, ended)
        price = cost + mark.closes
        below: _Stack | None = stack
        for _ in range(3):
            if below is None or below.below is None or price > dearest:
                break
            other = CLOSED_BY[below.glyph].get(mark.glyph)
            if other is None:
                price += _LEFT_OPEN_SINGLE if below.glyph in _SINGLE else _LEFT_OPEN
                below = below.below
                continue
            price += other
            if below.below is not root and below.below is not None:
                yield _Path(price, below.below, opener, start, carried, found)
            else:
                if mark.bare and below.glyph in _SINGLE and opener.sentence != mark.sentence:
                    price += 1.5  # single marks around a word or two hold no full stop
                ended = _Link((Span(start, mark.end), carried, True, opener.glyph), found)
                yield _Path(price, root, None, 0, None, ended)
            break


def _hang(path: _Path, at: int, root: _Stack) -> _Path:
    """The reading in which an open quotation ends here without its closing mark."""
    if path.opener is None:
        return path
    ended = _Link((Span(path.start, at), path.carried, False, path.opener.glyph), path.found)
    return _Path(path.cost + path.opener.hangs, root, None, 0, None, ended)


def _reopening(opener: Mark, mark: Mark) -> float:
    """The price of taking a mark that opens a paragraph for the opening mark repeated."""
    price = _REOPENED
    if mark.glyph != opener.glyph:
        if not any(opener.glyph in pair and mark.glyph in pair for pair in _SAME_QUOTATION):
            return NEVER
        price *= 2
    return price + max(0.0, opener.hangs - HANGS)


def _running_on(text: str, opener: Mark, paragraph: Span, following: Span) -> float:
    """The price of a quotation going on in a paragraph that does not reopen it."""
    if not text[following.start].islower() or text[paragraph.end - 1] in ".?!:":
        return NEVER
    return _RUN_ON + max(0.0, opener.hangs - HANGS)
