"""What reads plain text, before any parse: marks, paragraphs, furniture, headers, dates, words."""

from itertools import pairwise

from draw import Draw, text_of

from quotes.articles import find_furniture
from quotes.articles.dates import parse_date
from quotes.articles.header import dateline_end, find_header
from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.detect.blocks import dateline_end as story_begin
from quotes.detect.blocks import paragraphs
from quotes.detect.marks import find_quoted
from quotes.detect.pipeline import parser_text
from quotes.identify.words import quoted_part, words_of
from quotes.index.text import fold, tokens
from quotes.types import Skipped


def marks(data: bytes) -> None:
    text = text_of(data)
    blocks_of = paragraphs(text, find_furniture(text))
    found = find_quoted(text, blocks_of)
    hold_spans([span for quoted in found for span in quoted.spans], len(text))
    for quoted in found:
        for start, end in quoted.spans:
            assert any(block.start <= start and end <= block.end for block in blocks_of)
        inside = text[quoted.start : quoted.end]
        assert any(map(str.isalnum, inside)) and not inside[0].isalnum()
        assert not quoted.closed or not inside[-1].isalnum()
    assert len(parser_text(text)) == len(text)


def furniture(data: bytes) -> None:
    text = text_of(data)
    found = find_furniture(text)
    hold_spans(found, len(text))
    for start, end, reason in found:
        assert reason and text[start:end].strip() and "\n" not in text[start:end]


def header(data: bytes) -> None:
    text = text_of(data)
    found = find_header(text)
    spans = (found.title_span, found.byline_span, found.dateline_span)
    hold_spans(sorted(span for span in spans if span), len(text))
    assert found.title is None or (found.title_span and found.title in text)
    assert found.author is None or (found.byline_span and found.author == found.author.strip())
    assert 0 <= dateline_end(text) <= len(text)


def dates(data: bytes) -> None:
    text = text_of(data)
    day = parse_date(text)
    if day is not None:
        assert parse_date(day.isoformat()) == day
    for number in (len(data) * 10**8, float(len(data)) * 1e300 * 1e300, -len(data)):
        parse_date(number)


def blocks(data: bytes) -> None:
    """Paragraphs, whatever is left out of them."""
    draw = Draw(data)
    gaps = [draw.below(300) for _ in range(2 * draw.below(6))]
    text = text_of(draw.rest())
    skipped, at = [], 0
    for gap, size in zip(gaps[::2], gaps[1::2], strict=True):
        start, end = at + gap, at + gap + size + 1
        if end > len(text):
            break
        skipped.append(Skipped(start, end, "x"))
        at = end
    found = paragraphs(text, skipped)
    hold_spans(found, len(text))
    left = set()
    for start, end in found:
        assert text[start:end] == text[start:end].strip()
        left.update(range(start, end))
        assert start <= story_begin(text, start, end) <= end
    out = {i for skip in skipped for i in range(skip.start, skip.end)}
    assert not out & left
    assert all(i in left or i in out or text[i].isspace() for i in range(len(text)))


def words(data: bytes) -> None:
    text = text_of(data)
    found = words_of(text)
    assert len(found.words) == len(found.sentence)
    assert list(found.sentence) == sorted(found.sentence)
    quoted_part(text)
    anonymity_clause(text)
    assert len(without_anonymity(text)) <= len(text)
    taken = list(tokens(text))
    hold_spans([(token.start, token.end) for token in taken], len(text))
    assert fold(fold(text)) == fold(text)


def hold_spans(spans, length: int) -> None:
    for span in spans:
        assert 0 <= span[0] < span[1] <= length, span
    for before, after in pairwise(spans):
        assert before[1] <= after[0], (before, after)
