"""Quoted stretches among the tokens: where each stands, and what stands beside it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotes.detect.grammar import Tokens
from quotes.detect.lexicon import reporting_verbs
from quotes.detect.marks import Quoted
from quotes.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ENDS = frozenset((".", "!", "?", "…", "..."))
_OWN = frozenset(("i", "we", "you", "it", "that", "this"))
_REACH = 45  # tokens between a quotation and its cue, at most


class Quotation:
    """A quoted stretch with its place among the tokens and its neighbours.

    Attributes:
        tokens: One token range a paragraph it spans.
        start, end: First token, and the one after the last.
        start_offset, end_offset: The same in characters.
        before, after: Token ranges, in its own paragraph, from the last quotation or sentence
            end to it, and from it to the next quotation or sentence end.
    """

    __slots__ = (
        "after",
        "before",
        "end",
        "end_offset",
        "paragraph",
        "start",
        "start_offset",
        "tokens",
    )

    def __init__(self, doc: "Doc", tokens: tuple[Tokens, ...], paragraph: int) -> None:
        self.tokens = tokens
        self.start = tokens[0].start
        self.end = tokens[-1].end
        self.paragraph = paragraph
        last = doc[self.end - 1]
        self.start_offset = doc[self.start].idx
        self.end_offset = last.idx + len(last)
        self.before = self.after = Tokens(self.start, self.start)


def locate(
    doc: "Doc", quoted: Sequence[Quoted], paragraphs: Sequence[Span]
) -> tuple[list[Quotation], list[Tokens]]:
    """Put quoted stretches and paragraphs onto a Doc's tokens.

    Args:
        doc: The parsed article.
        quoted: Its stretches in quotation marks, in order.
        paragraphs: Its paragraphs, in order.

    Returns:
        The quotations and the paragraphs, as token ranges.
    """
    blocks = [t for p in paragraphs if (t := token_range(doc, p)) is not None]
    starts = [b.start for b in blocks]
    found: list[Quotation] = []
    for stretch in quoted:
        ranges = tuple(t for s in stretch.spans if (t := token_range(doc, s)) is not None)
        if ranges and not stretch.closed:
            ranges = (*ranges[:-1], _cut_open(doc, ranges[-1]))
        if ranges:
            block = bisect_right(starts, ranges[-1].start) - 1
            found.append(Quotation(doc, ranges, max(block, 0)))
    for i, q in enumerate(found):
        first = max(bisect_right(starts, q.start) - 1, 0)
        floor = blocks[first].start
        if i and found[i - 1].end > floor:
            floor = found[i - 1].end
        ceiling = blocks[q.paragraph].end
        if i + 1 < len(found):
            ceiling = min(ceiling, found[i + 1].start)
        q.before = Tokens(back_to(doc, q.start, floor), q.start)
        q.after = Tokens(q.end, _forth(doc, q.end, ceiling))
    return found, blocks


def _cut_open(doc: "Doc", tokens: Tokens) -> Tokens:
    """A quotation without its closing mark, up to the reporting clause that ends it.

    *“He talked to her the whole way, said Lucille Pratt.*
    """
    verbs = reporting_verbs()
    for i in range(tokens.end - 2, tokens.start + 2, -1):
        if doc[i].text != ",":
            continue
        near = doc[i + 1 : min(i + 4, tokens.end)]
        if any(t.lemma_.lower() in verbs for t in near) and any(
            t.pos_ in ("PROPN", "PRON") and t.lower_ not in _OWN for t in near
        ):
            return Tokens(tokens.start, i + 1)
    return tokens


def token_range(doc: "Doc", span: Span) -> Tokens | None:
    """The tokens that a stretch of text touches."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return None if found is None or found.end == found.start else Tokens(found.start, found.end)


def back_to(doc: "Doc", start: int, floor: int) -> int:
    """Where the sentence before the token `start` begins, no earlier than `floor`."""
    i = start
    while i > floor and start - i < _REACH:
        if doc[i - 1].text in _ENDS and i < start:
            break
        i -= 1
    return i


def _forth(doc: "Doc", start: int, ceiling: int) -> int:
    i = start
    while i < ceiling and i - start < _REACH:
        if doc[i].text in _ENDS:
            return i + 1
        i += 1
    return i
