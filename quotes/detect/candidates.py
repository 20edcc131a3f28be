"""All frames of an article, with their contents fitted to its quotation marks and furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.detect.blocks import paragraphs
from quotes.detect.frame import Frame
from quotes.detect.frames import frames
from quotes.detect.grammar import Tokens, trim
from quotes.detect.layouts import layout_frames
from quotes.detect.marks import find_quoted
from quotes.detect.quotations import Quotation, locate
from quotes.detect.quoted_frames import quotation_frames
from quotes.types import Skipped, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SNAP = 80  # tokens: a longer quotation does not pull a frame's content to its edges


@dataclass(frozen=True, slots=True)
class Page:
    """What the layout of an article shows, on its tokens.

    Attributes:
        text: The text the quotation marks were read from.
        paragraphs: Paragraphs as offsets; `blocks`: the same as token ranges.
        marked: What stands in quotation marks, as offsets, one span a paragraph.
        quotations: Outermost quotations, in order.
        quoted: For every token the number of its quotation, or -1.
        skipped: For every token whether it is page furniture.
    """

    text: str
    paragraphs: list[Span]
    blocks: list[Tokens]
    marked: list[Span]
    quotations: list[Quotation]
    quoted: list[int]
    skipped: list[bool]


def read_page(doc: "Doc", *, skipped: Sequence[Skipped] = ()) -> Page:
    """Find paragraphs and quotations of a Doc.

    Args:
        doc: A Doc whose token offsets are the article's.
        skipped: Page furniture.

    Returns:
        The page.
    """
    text = doc.user_data.get("article_text") or doc.text
    spans = paragraphs(text, skipped)
    stretches = find_quoted(text, spans)
    quotations, blocks = locate(doc, stretches, spans)
    marked = [span for stretch in stretches for span in stretch.spans]
    quoted = [-1] * len(doc)
    for n, q in enumerate(quotations):
        for start, end in q.tokens:
            quoted[start:end] = [n] * (end - start)
    furniture = [True] * len(doc)
    for start, end in blocks:
        furniture[start:end] = [False] * (end - start)
    return Page(text, spans, blocks, marked, quotations, quoted, furniture)


def candidates(doc: "Doc", page: Page) -> Iterator[Frame]:
    """Every frame that could be an attribution: none inside quotation marks or furniture.

    Args:
        doc: The parsed article.
        page: Its layout.

    Yields:
        Frames with contents that begin and end where a quotation does, not within one.
    """
    free = [n < 0 and not out for n, out in zip(page.quoted, page.skipped, strict=True)]
    for frame in frames(doc, free):
        if free[frame.head]:
            content = fit(doc, page, frame)
            if content:
                yield frame._replace(content=content)
    for frame in quotation_frames(doc, page.quotations, page.blocks):
        if page.quoted[frame.head] < 0:
            yield frame
    for frame in layout_frames(doc, page.blocks):
        if page.quoted[frame.head] < 0:
            yield frame


def fit(doc: "Doc", page: Page, frame: Frame) -> tuple[Tokens, ...]:
    """A frame's contents, made to begin and end where a quotation does, without furniture.

    Args:
        doc: The parsed article.
        page: Its layout.
        frame: The frame.

    Returns:
        Token ranges in order and disjoint; none where nothing is left.
    """
    fitted: list[Tokens] = []
    for start, end in frame.content:
        first, last = page.quoted[start], page.quoted[end - 1]
        if last >= 0:
            q = page.quotations[last]
            if start < q.end and q.end - q.start <= _SNAP and not q.start <= frame.head < q.end:
                end = max(end, q.end)
        if first >= 0:
            q = page.quotations[first]
            if q.end - q.start <= _SNAP and (frame.head < q.start or frame.head >= q.end):
                start = min(start, q.start)
        if start <= frame.head < end:
            continue
        if fitted and start < fitted[-1].end:
            start = fitted[-1].end
        if True in page.skipped[start:end]:
            fitted.extend(_without_furniture(doc, page, start, end))
        elif end > start:
            fitted.append(Tokens(start, end))
    return tuple(fitted)


def _without_furniture(doc: "Doc", page: Page, start: int, end: int) -> Iterator[Tokens]:
    i = start
    while i < end:
        while i < end and page.skipped[i]:
            i += 1
        j = i
        while j < end and not page.skipped[j]:
            j += 1
        kept = trim(doc, Tokens(i, j))
        if kept.end > kept.start:
            yield kept
        i = j
