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

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from quotes.types import Span

Style = Literal["double", "single"]

# Two-character marks come before their halves. An apostrophe inside a word is no mark at all,
# nor are those of rock 'n' roll. In no''' the inner quotation closes first.
_MARK = re.compile(
    r"(?P<skip>['‘’`]n['’`](?!\w)|(?<=[^\W_])['’‘](?=[^\W_]))"
    r"|(?<=[^\s'])'(?=''(?!'))|``|''|‘‘|’’|‚‚|[\"“”„‟«»＂〝〞'‘’‹›‚`]"
)
# What each opening mark is closed by, and how far each is from the usual.
_STRAIGHT, _CURLY, _RAISED = {'"': 0.0, "＂": 0.0}, {"”": 0.0, '"': 0.8}, {"’": 0.0, "'": 0.4}
_CLOSED_BY: dict[str, dict[str, float]] = {
    '"': {**_STRAIGHT, "”": 0.8, "“": 1.5, "''": 0.8},
    "＂": {**_STRAIGHT, "”": 0.8},
    "“": {**_CURLY, "“": 0.8, "''": 1.0, "’’": 1.0},
    "”": {**_CURLY, "“": 0.2},
    "„": {**_CURLY, "“": 0.0, "‟": 0.0, "''": 1.0},
    "‟": {**_CURLY, "‟": 0.8},
    "«": {"»": 0.0, "«": 1.5},
    "»": {"«": 0.0, "»": 0.2},
    "``": {"''": 0.0, '"': 0.2, "``": 0.8, "”": 0.8, "’’": 0.2},
    "''": {"''": 0.0, '"': 0.8, "’’": 0.5},
    "‘‘": {"’’": 0.0, "”": 0.5, "''": 0.5, "‘‘": 0.8},
    "’’": {"’’": 0.2},
    "‚‚": {"‘‘": 0.0, "’’": 0.0, "“": 0.5, "”": 0.5},
    "〝": {"〞": 0.0, "〝": 0.8},
    "〞": {"〞": 0.2},
    "'": {"'": 0.0, "’": 0.4, "''": 1.0},
    "‘": {**_RAISED, "‘": 0.8, "’’": 1.0},
    "’": {"’": 0.2, "‘": 0.2},
    "‚": {"‘": 0.0, **_RAISED},
    "‹": {"›": 0.0},
    "›": {"‹": 0.0, "›": 0.2},
    "`": {"'": 0.2, "’": 0.2, "`": 1.0},
}
_SAME_QUOTATION = ({"“", "”", '"', "„"}, {"‘", "’", "'"}, {"«", "»"}, {"``", "''", "‘‘"})
_SINGLE = frozenset("'‘’‹›‚`")
_POINTS: dict[str, str] = {
    **dict.fromkeys(("“", "„", "‟", "«", "``", "‘‘", "‚‚", "〝", "‘", "‹", "‚"), "opens")
}
_POINTS |= dict.fromkeys(("”", "»", "’’", "〞", "›"), "closes")

# The price of opening and of closing, by what stands around a mark (see `_place`) and by the
# way its glyph points. Prices here and below were set by the cases in the tests.
_PRICES: dict[str, dict[str, tuple[float, float]]] = {
    "opens": {"o": (0, 5), "c": (4, 0.8), "s": (0.3, 2.5), "p": (1.5, 1), "g": (0.3, 2)},
    "closes": {"o": (0.8, 4), "c": (5, 0), "s": (2.5, 0.3), "p": (4, 0.1), "g": (2.5, 0.3)},
    "either": {"o": (0, 3), "c": (4, 0), "s": (1, 1), "p": (3, 0.5), "g": (1, 1)},
}
_STRAY = {"o": 4.0, "c": 2.0, "s": 2.0, "p": 2.0, "g": 2.0}  # ... and of being neither
_NESTED, _NESTED_OTHER = 1.0, 0.4  # in the same marks; in others of their kind, or double in single
_LEFT_OPEN, _LEFT_OPEN_SINGLE = 2.5, 1.2  # nested and never closed
_LIKELY = 2.0
_HANGS, _HANGS_UNLIKELY = 3.0, 5.0  # opened and never closed
_REOPENED, _RUN_ON = 0.3, 0.4  # going on in the next paragraph
_ORNAMENT = 64  # a row of so many marks is no quotation
_BEAM, _MARGIN = 5, 7.0  # readings kept at each mark, and how much dearer than the cheapest

_NEVER = 99.0
_NO_GAP = frozenset(("", "\u00a0", "\u2009", "\u200a", "\u202f"))
_COST = itemgetter(0)
_BEFORE_OPEN = frozenset("([{<—–-/=:|>*_―‐‑‒")
_AFTER_CLOSE = frozenset(")]}>—–-/.,;:!?…|<―‐‑‒")
_SENTENCE_END = re.compile(r"[.?!]['’\"”)]*\s+(?=[A-Z\"“‘'])")
_SPEAKS = re.compile(r"[A-Z]")
_NEW_SENTENCE = re.compile(r"[^\W\d_]?[A-Z\d]|\W{1,3}[A-Z]")
_NARRATED = re.compile(
    r"[,?!][\"”'’]?\s[^,.]{0,40}\b(?:said|says|say|added|adds|asked|told|tells|replied|wrote|writes"
    r"|continued|explained|insisted|argued|recalled|concluded|noted|tweeted)\b[^,.\"“«]{0,40}[.]\Z"
)
_ENDS_SENTENCE = frozenset((".", "?", "!", "…"))
_MEASURE = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:[.,]\d|½)?\Z")
# Words that begin with an apostrophe; what a tokenizer cut off; words that only may.
_ELISION = re.compile(r"(?:\d0s|tis|twas|twere|twill|em|n|s|t|re|ve|ll)(?![\w'’])", re.IGNORECASE)
_MAYBE_ELISION = re.compile(r"(?:\d\d|til|cause|bout|round|cos|cuz|ere|cross|neath|d|m)\b", re.I)


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


class _Mark(NamedTuple):
    """A mark and its prices."""

    start: int
    end: int
    glyph: str
    opens: float
    closes: float
    stray: float
    stray_inside: float  # to be neither while a single mark is open
    hangs: float  # to open a quotation that is never closed
    sentence: int = 0  # how many sentences of the paragraph end before it
    gap: int = 0  # where the white space before it begins
    leads: bool = False  # begins its paragraph
    bare: bool = False  # no punctuation before it
    again: float = 99.0  # to open once more the quotation that is open, for a new paragraph of it


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
    opener: _Mark | None  # of the outermost open quotation
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
    marks = _marks(text, paragraphs[0]) if paragraphs else []
    for i, paragraph in enumerate(paragraphs):
        for n, mark in enumerate(marks):
            paths = _best(_read(text, paths, mark, root))
            if n == 0 and reopened:
                paths = _best([*paths, *reopened])
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        marks = _marks(text, following) if following else []
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


def _read(text: str, paths: Sequence[_Path], mark: _Mark, root: _Stack) -> Iterator[_Path]:
    """What a mark can be after each reading, cheapest first, of the marks before it."""
    single = mark.glyph in _SINGLE
    dearest = paths[0].cost + mark.stray_inside + _MARGIN
    for cost, stack, opener, start, carried, found in paths:
        inside = stack.glyph in _SINGLE
        price = cost + (mark.stray_inside if inside else mark.stray)
        yield _Path(price, stack, opener, start, carried, found)
        if opener is None:
            if mark.opens < _NEVER:
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
                price += _HANGS / 2
            if price <= dearest:
                ended = _Link((Span(start, mark.gap), carried, False, opener.glyph), found)
                yield _Path(price, root.push(mark.glyph), mark, mark.start, None, ended)
        price = cost + mark.closes
        below: _Stack | None = stack
        for _ in range(3):
            if below is None or below.below is None or price > dearest:
                break
            other = _CLOSED_BY[below.glyph].get(mark.glyph)
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


def _reopening(opener: _Mark, mark: _Mark) -> float:
    """The price of taking a mark that opens a paragraph for the opening mark repeated."""
    price = _REOPENED
    if mark.glyph != opener.glyph:
        if not any(opener.glyph in pair and mark.glyph in pair for pair in _SAME_QUOTATION):
            return _NEVER
        price *= 2
    return price + max(0.0, opener.hangs - _HANGS)


def _running_on(text: str, opener: _Mark, paragraph: Span, following: Span) -> float:
    """The price of a quotation going on in a paragraph that does not reopen it."""
    if not text[following.start].islower() or text[paragraph.end - 1] in ".?!:":
        return _NEVER
    return _RUN_ON + max(0.0, opener.hangs - _HANGS)


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    """A paragraph's marks, each priced by its surroundings."""
    found = [m for m in _MARK.finditer(text, *paragraph) if m["skip"] is None]
    if not found:
        return []
    ends = [m.start() for m in _SENTENCE_END.finditer(text, *paragraph)]
    marks: list[_Mark] = []
    first = 0
    for last, match in enumerate(found):
        if last + 1 < len(found) and text[match.end() : found[last + 1].start()] in _NO_GAP:
            continue
        if last - first >= _ORNAMENT:
            first = last + 1
            continue
        # Marks side by side share their surroundings.
        left, right = found[first].start(), match.end()
        place = _place(text, left, right, paragraph)
        gap = left
        while gap > paragraph.start and text[gap - 1].isspace():
            gap -= 1
        bare = gap > paragraph.start and text[gap - 1].isalnum()
        for m in found[first : last + 1]:
            priced = _price_single if m[0] in "'‘’‚`" else _price
            mark = priced(text, m.start(), m[0], place, paragraph)
            marks.append(
                mark._replace(
                    sentence=bisect_left(ends, m.start()),
                    gap=gap if m.start() == left else m.start(),
                    leads=left == paragraph.start,
                    bare=bare,
                )
            )
        first = last + 1
    return marks


def _place(text: str, start: int, end: int, paragraph: Span) -> str:
    """What stands around a mark: (o)pening or (c)losing side free, (s)paced, before (p)unctuation
    or (g)lued to words on both sides."""
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    then = text[end + 1] if end + 1 < paragraph.end else " "
    free = before.isspace()
    if after.isspace():
        return "s" if free else "c"
    punctuation = after in _AFTER_CLOSE
    if punctuation and (free or before in _BEFORE_OPEN):
        # "... and then" or "–and then"
        punctuation = not (then.isalnum() or then == after) or after in ",;!?)"
    if free or before in _BEFORE_OPEN:
        return "p" if punctuation else "o"
    return "c" if punctuation or after in "([{" else "g"


def _price(text: str, at: int, glyph: str, place: str, paragraph: Span) -> _Mark:
    """The prices of a mark that is no apostrophe."""
    points = _POINTS.get(glyph, "either")
    opens, closes = _PRICES[points][place]
    stray, hangs = _STRAY[place], _HANGS
    end = at + len(glyph)
    if end == paragraph.end and at == paragraph.start:
        opens, closes, stray = _NEVER, min(closes, 0.5), 1.0
    elif at == paragraph.start:
        opens, closes = min(opens, 0.5), _NEVER
    elif end == paragraph.end:
        opens, closes = _NEVER, min(closes, 0.5)
    elif points == "either":
        if place != "o":
            hangs = _HANGS_UNLIKELY
        if glyph == '"' and text[at - 1].isdigit():
            if _MEASURE.search(text, max(paragraph.start, at - 9), at):
                opens, closes, stray = 4.0, 2.5, 0.2
            else:
                opens, closes, stray = opens + 1, closes + 0.7, 0.7
    if glyph not in _CLOSED_BY:
        opens = _NEVER
    again = _NEVER
    if place == "o" and at > paragraph.start and _NEW_SENTENCE.match(text, end):
        again = _pause(text, max(paragraph.start, at - 90), at)
    return _Mark(at, end, glyph, opens, closes, stray, stray, hangs, again=again)


def _pause(text: str, start: int, end: int) -> float:
    """The price of a speaker's going on after a stretch: none of it is said by the narrator."""
    before = text[start:end].rstrip()
    if before[-1:] not in _ENDS_SENTENCE:
        return _NEVER
    return 4.0 if _NARRATED.search(before) else 1.2


def _price_single(text: str, at: int, glyph: str, place: str, paragraph: Span) -> _Mark:
    """The prices of a mark that may be an apostrophe."""
    end = at + 1
    before = text[at - 1] if at > paragraph.start else " "
    opens = closes = _NEVER
    stray = inside = 0.5
    hangs = _HANGS_UNLIKELY
    if glyph == "‚":
        opens, stray = (0.0, 1.5) if place == "o" else (_NEVER, 0.0)
        inside = stray
    elif place == "o":
        opens, stray = {"'": (0.0, 1.8), "‘": (0.0, 2.5), "’": (1.6, 0.5), "`": (0.5, 0.5)}[glyph]
        if _ELISION.match(text, end):
            opens, stray = 1.5 if glyph == "‘" else 4.0, 0.0
        elif _MAYBE_ELISION.match(text, end):
            opens, stray = 0.5 if glyph == "‘" else 1.2, 0.0
        elif _SPEAKS.match(text, end) and (
            at == paragraph.start or text[max(at - 2, 0) : at].rstrip()[-1:] in (",", ":")
        ):
            hangs, stray = _HANGS, 3.2 if glyph != "’" else stray
        inside = stray
    elif place == "c" and glyph != "`":
        closes, stray, inside = _price_apostrophe(text, at, end, before)
        if glyph == "‘":
            closes, stray, inside = 1.2, 0.8, 0.8
    elif place == "g":
        opens = closes = 0.8 if glyph in "'‘" and not before.isalnum() else 1.5
        stray = inside = 0.3 if before.isalnum() else 1.0
    elif place == "s":
        opens, closes = (1.0 if glyph == "‘" else 2.0), 2.0
    elif place in "cp":
        closes = 1.5
    return _Mark(at, end, glyph, opens, closes, stray, inside, hangs)


def _price_apostrophe(text: str, at: int, end: int, before: str) -> tuple[float, float, float]:
    """To close, or to be an apostrophe, outside and inside single marks: *the workers' union*."""
    after = text[end : end + 2]
    if before.isdigit():
        return 0.3, 0.0, 0.5
    if not before.isalnum():
        return 0.0, 1.5, 4.0
    if before in "sSxXzZ":
        if after[:1] == " ":
            return (0.8, 0.0, 1.0) if after[1:].islower() else (0.4, 0.0, 1.2)
        return 0.2, 0.0, 2.0
    if text[max(at - 2, 0) : at].lower() == "in" or text[max(at - 2, 0) : at].lower() in (
        " o",
        " th",
    ):
        return 0.5, 0.0, 0.7
    return 0.0, 0.7, 3.0
