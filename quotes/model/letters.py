"""Spans as sets of letter positions, and which predicted content belongs to which annotated one.

Comparing positions of letters and digits alone makes quotation marks, punctuation and white
space at a span's edges irrelevant, as in the evaluations of PARC 3 (Pareti 2015) and PolNeAR
(Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018).
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotes.model.gold import Marked
from quotes.types import QuoteType, Span

Letters = frozenset[int]

_OPENING = '“"«„'
_CLOSING = '”"»'
_LINE = re.compile(r"[^\n]+")


class Unit(NamedTuple):
    """An attribution made ready for comparison.

    Attributes:
        content, source: The letters of each.
        quote_type: How much of the content stands in quotation marks.
        marked: The attribution it was made from.
    """

    content: Letters
    source: Letters
    quote_type: QuoteType
    marked: Marked


def letters(spans: Iterable[Span], text: str) -> Letters:
    """The positions of letters and digits within ``spans`` of ``text``.

    Args:
        spans: Spans; what lies outside the text is ignored.
        text: The article's text.

    Returns:
        Positions in ``text``.
    """
    return frozenset(
        i
        for start, end in spans
        for i in range(max(start, 0), min(end, len(text)))
        if text[i].isalnum()
    )


def quoted_positions(text: str) -> frozenset[int]:
    """The positions inside double quotation marks; a line's end closes an open quotation.

    Args:
        text: The article's text.

    Returns:
        Positions in ``text``, the marks themselves left out.
    """
    inside: set[int] = set()
    for line in _LINE.finditer(text):
        opened: int | None = None
        for i in range(line.start(), line.end()):
            if opened is None and text[i] in _OPENING:
                opened = i
            elif opened is not None and text[i] in _CLOSING:
                inside.update(range(opened + 1, i))
                opened = None
        if opened is not None:
            inside.update(range(opened + 1, line.end()))
    return frozenset(inside)


def quote_type(content: Letters, quoted: frozenset[int]) -> QuoteType:
    """Direct when all of the content is in quotation marks, mixed when some is, else indirect.

    Args:
        content: A content's letters.
        quoted: What ``quoted_positions`` gives for the text.

    Returns:
        The type.
    """
    if content <= quoted:
        return "direct"
    return "indirect" if content.isdisjoint(quoted) else "mixed"


def units(marked: Iterable[Marked], text: str) -> list[Unit]:
    """Make attributions ready for comparison; one whose content has no letters is left out.

    Args:
        marked: Attributions of one article.
        text: That article's text.

    Returns:
        Units, in the order given.
    """
    quoted = quoted_positions(text)
    ready = []
    for one in marked:
        content = letters(one.content, text)
        if content:
            source = letters(one.source, text)
            kind = one.quote_type or quote_type(content, quoted)
            ready.append(Unit(content, source, kind, one))
    return ready


def overlap(first: Letters, second: Letters) -> float:
    """Intersection over union.

    Args:
        first, second: Letters, not both empty.

    Returns:
        0 (disjoint) to 1 (equal).
    """
    return len(first & second) / len(first | second)


def same_source(first: Letters, second: Letters) -> bool:
    """Whether two sources agree: both absent, or sharing half of the shorter one's letters.

    Args:
        first, second: The letters of each source.

    Returns:
        Whether they agree.
    """
    if not first or not second:
        return not first and not second
    return 2 * len(first & second) >= min(len(first), len(second))


def pair(golds: Sequence[Unit], predictions: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair contents one to one, the best overlap first, none below one half.

    Args:
        golds: The annotated attributions of an article.
        predictions: The predicted ones.

    Returns:
        Pairs of positions (in ``golds``, in ``predictions``), the best first.
    """
    ranked = sorted(
        (-share, g, p)
        for g, gold in enumerate(golds)
        for p, prediction in enumerate(predictions)
        if (share := overlap(gold.content, prediction.content)) >= 0.5
    )
    taken_golds: set[int] = set()
    taken_predictions: set[int] = set()
    pairs = []
    for _, g, p in ranked:
        if g not in taken_golds and p not in taken_predictions:
            taken_golds.add(g)
            taken_predictions.add(p)
            pairs.append((g, p))
    return pairs
