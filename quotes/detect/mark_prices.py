"""What each quotation mark can be, and the price of reading it so.

From a mark's glyph and what stands on either side: does it open, close, or is it an apostrophe,
a measure or a stray? Prices are set by hand.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from quotes.types import Span

# Two-character marks come before their halves. An apostrophe inside a word is no mark at all,
# nor are those of rock 'n' roll. In no''' the inner quotation closes first.
_MARK = re.compile(
    r"(?P<skip>['‘’`]n['’`](?!\w)|(?<=[^\W_])['’‘](?=[^\W_]))"
    r"|(?<=[^\s'])'(?=''(?!'))|``|''|‘‘|’’|‚‚|[\"“”„‟«»＂〝〞'‘’‹›‚`]"
)
# What each opening mark is closed by, and how far each is from the usual.
_STRAIGHT, _CURLY, _RAISED = {'"': 0.0, "＂": 0.0}, {"”": 0.0, '"': 0.8}, {"’": 0.0, "'": 0.4}
CLOSED_BY: dict[str, dict[str, float]] = {
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
HANGS, _HANGS_UNLIKELY = 3.0, 5.0  # opened and never closed
_ORNAMENT = 64  # a row of so many marks is no quotation
NEVER = 99.0
_NO_GAP = frozenset(("", "\u00a0", "\u2009", "\u200a", "\u202f"))
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


class Mark(NamedTuple):
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


def price_marks(text: str, paragraph: Span) -> list[Mark]:
    """A paragraph's marks, each priced by its surroundings."""
    found = [m for m in _MARK.finditer(text, *paragraph) if m["skip"] is None]
    if not found:
        return []
    ends = [m.start() for m in _SENTENCE_END.finditer(text, *paragraph)]
    marks: list[Mark] = []
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


def _price(text: str, at: int, glyph: str, place: str, paragraph: Span) -> Mark:
    """The prices of a mark that is no apostrophe."""
    points = _POINTS.get(glyph, "either")
    opens, closes = _PRICES[points][place]
    stray, hangs = _STRAY[place], HANGS
    end = at + len(glyph)
    if end == paragraph.end and at == paragraph.start:
        opens, closes, stray = NEVER, min(closes, 0.5), 1.0
    elif at == paragraph.start:
        opens, closes = min(opens, 0.5), NEVER
    elif end == paragraph.end:
        opens, closes = NEVER, min(closes, 0.5)
    elif points == "either":
        if place != "o":
            hangs = _HANGS_UNLIKELY
        if glyph == '"' and text[at - 1].isdigit():
            if _MEASURE.search(text, max(paragraph.start, at - 9), at):
                opens, closes, stray = 4.0, 2.5, 0.2
            else:
                opens, closes, stray = opens + 1, closes + 0.7, 0.7
    if glyph not in CLOSED_BY:
        opens = NEVER
    again = NEVER
    if place == "o" and at > paragraph.start and _NEW_SENTENCE.match(text, end):
        again = _pause(text, max(paragraph.start, at - 90), at)
    return Mark(at, end, glyph, opens, closes, stray, stray, hangs, again=again)


def _pause(text: str, start: int, end: int) -> float:
    """The price of a speaker's going on after a stretch: none of it is said by the narrator."""
    before = text[start:end].rstrip()
    if before[-1:] not in _ENDS_SENTENCE:
        return NEVER
    return 4.0 if _NARRATED.search(before) else 1.2


def _price_single(text: str, at: int, glyph: str, place: str, paragraph: Span) -> Mark:
    """The prices of a mark that may be an apostrophe."""
    end = at + 1
    before = text[at - 1] if at > paragraph.start else " "
    opens = closes = NEVER
    stray = inside = 0.5
    hangs = _HANGS_UNLIKELY
    if glyph == "‚":
        opens, stray = (0.0, 1.5) if place == "o" else (NEVER, 0.0)
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
            hangs, stray = HANGS, 3.2 if glyph != "’" else stray
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
    return Mark(at, end, glyph, opens, closes, stray, inside, hangs)


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
