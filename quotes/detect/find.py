"""Stage 1: the attributions of an article, each with content, cue and the source beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quotes.detect.candidates import Page, candidates, read_page
from quotes.detect.cue_class import cue_class
from quotes.detect.features import Features
from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens, trim
from quotes.detect.lexicon import calibrated, log_odds, reporting_verbs, weights
from quotes.detect.quotations import Quotation
from quotes.detect.select import select
from quotes.detect.verdict import Judge, Verdict, by_lexicon
from quotes.types import Attribution, QuoteType, Skipped, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SPEECH_WORDS = 4  # an unclaimed quotation of fewer words is a term, a title or a scare quote
_CONTINUED = 0.6
_UNCLAIMED = 0.3
_TIED = 0.6  # chosen on dev
_GAP = 60  # characters of a cue's clause that the frame did not take: ", in a statement on Monday."


def find_attributions(
    doc: "Doc",
    *,
    skipped: Sequence[Skipped] = (),
    table: Mapping[str, float] | None = None,
    judge: Judge = by_lexicon,
) -> list[Attribution]:
    """Find every attribution of a parsed article.

    Args:
        doc: The article as `quotes.detect.make_doc` built it and a pipeline parsed it.
        skipped: Page furniture: nothing in it is found.
        table: Weights of the cue lexicon; the shipped ones by default.
        judge: Says how likely each frame is; by default the lexicon alone.

    Returns:
        Attributions in the order of their first content; their speakers are not yet known.
    """
    if not doc.has_annotation("DEP"):
        return []
    page = read_page(doc, skipped=skipped)
    inside = [number >= 0 for number in page.quoted]
    table = weights() if table is None else table
    frames = list(candidates(doc, page))
    described = Features(doc, inside, reporting_verbs())
    odds = [log_odds(described(frame), table) for frame in frames]
    verdict = judge(doc, page, frames, odds)
    made = [
        (attribution, frame.head)
        for p, frame in select(verdict.scored, threshold=verdict.threshold)
        if (attribution := _attribution(doc, page, frame, p, verdict)) is not None
    ]
    return sorted(
        _with_unclaimed(doc, page, made, verdict), key=lambda a: (a.content[0], a.cue, a.source)
    )


def _span(doc: "Doc", tokens: Tokens) -> Span:
    last = doc[tokens.end - 1]
    return Span(doc[tokens.start].idx, last.idx + len(last))


def _minus(spans: Sequence[Span], taken: Sequence[Span]) -> tuple[Span, ...]:
    """Spans without what others have, in order and disjoint."""
    left: list[Span] = []
    for start, end in sorted(spans):
        for s, e in sorted([*taken, *left]):
            if e <= start or s >= end:
                continue
            if s > start:
                left.append(Span(start, s))
            start = max(start, e)
        if start < end:
            left.append(Span(start, end))
    return tuple(sorted(left))


def _tidy(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Without white space and stray punctuation at the edges; empty ones dropped."""
    kept: list[Span] = []
    for start, end in spans:
        while start < end and (text[start].isspace() or text[start] in ",;:.–—-"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-"):
            end -= 1
        if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
            end += 1
        if any(c.isalnum() for c in text[start:end]):
            kept.append(Span(start, end))
    return tuple(kept)


def _paragraph_pieces(page: Page, spans: Sequence[Span]) -> list[Span]:
    """No span crosses a paragraph's end."""
    pieces: list[Span] = []
    for start, end in spans:
        for p in page.paragraphs:
            if p.start < end and start < p.end:
                pieces.append(Span(max(start, p.start), min(end, p.end)))
    return pieces


def _attribution(
    doc: "Doc", page: Page, frame: Frame, p: float, verdict: Verdict
) -> Attribution | None:
    text = page.text
    content = _paragraph_pieces(page, [_span(doc, t) for t in frame.content])
    source = [] if frame.source is None else [_span(doc, frame.source)]
    cue = [_span(doc, _whole_cue(doc, frame))]
    source_spans = _tidy(text, _minus([_unmarked(page, s) for s in source], content))
    content_spans = _end_mark(text, _tidy(text, _minus(content, source_spans)))
    cue_spans = _minus(cue, [*content_spans, *source_spans])[:1]
    if not content_spans:
        return None
    head = None if frame.source is None else doc[frame.source.start : frame.source.end].root
    lemma = None if head is None else head.lemma_.lower()
    return Attribution(
        content=content_spans,
        cue=cue_spans,
        source=source_spans,
        quote_type=quote_type(page, content_spans),
        cue_class=cue_class(frame, lemma) if cue_spans else None,
        confidence=round(calibrated(p, verdict.slope, verdict.shift), 4),
        context=_context(page, [*content_spans, *cue_spans, *source_spans]),
    )


def _unmarked(page: Page, span: Span) -> Span:
    """A source without the mark of the quotation that ends or begins at its edge."""
    start, end = span
    for q in page.quotations:
        if q.start_offset < start < q.end_offset:
            start = min(q.end_offset, end)
        if start < q.start_offset < end < q.end_offset:
            end = q.start_offset
    return Span(start, end)


def _end_mark(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The final full stop is left out unless a quotation mark follows it."""
    if not spans:
        return spans
    start, end = spans[-1]
    if end - start > 1 and text[end - 1] == "." and text[max(start, end - 3) : end] != "...":
        tail = text[start:end].split()[-1]
        if tail.count(".") == 1 and len(tail) > 3:
            return (*spans[:-1], Span(start, end - 1))
    return spans


def _whole_cue(doc: "Doc", frame: Frame) -> Tokens:
    cue = frame.cue
    end = cue.end
    if end < len(doc) and doc[end].text == ":" and any(t.start > end for t in frame.content):
        return Tokens(cue.start, end + 1)
    return trim(doc, cue) if frame.lemma not in (":", "-") else cue


def quote_type(page: Page, spans: Sequence[Span]) -> QuoteType:
    """Direct when every letter of a content stands in quotation marks, mixed when some do."""
    inside = total = 0
    marked = page.marked
    for start, end in spans:
        letters = [i for i in range(start, end) if page.text[i].isalnum()]
        total += len(letters)
        for s, e in marked:
            if s < end and start < e:
                inside += sum(s <= i < e for i in letters)
    if not inside:
        return "indirect"
    return "direct" if inside == total else "mixed"


def _context(page: Page, spans: Sequence[Span]) -> Span:
    low = min(s.start for s in spans)
    high = max(s.end for s in spans)
    touched = [p for p in page.paragraphs if p.start < high and low < p.end]
    if not touched:
        return Span(low, high)
    return Span(min(low, touched[0].start), max(high, touched[-1].end))


def _with_unclaimed(
    doc: "Doc", page: Page, found: Sequence[tuple[Attribution, int]], verdict: Verdict
) -> list[Attribution]:
    """Give quotations that no cue claimed to the attribution they go on from, or their own row.

    A quotation goes on with the attribution whose cue it is tied to, as far as the verdict can
    say, else with the one right before it in its paragraph; a paragraph that is a quotation is a
    row of its own.
    """
    ordered = sorted(found, key=lambda pair: pair[0].content[0])
    rows = [a for a, _ in ordered]
    heads: list[int | None] = [head for _, head in ordered]
    for q in page.quotations:
        spans = _tidy(page.text, [_span(doc, t) for t in q.tokens])
        if not spans or _touches(spans, rows) or not _is_speech(doc, page, q):
            continue
        near = [
            head if _same_paragraph(page, a, spans) else None
            for a, head in zip(rows, heads, strict=True)
        ]
        k = _tied(q, near, verdict)
        if k is None:
            before = [k for k, a in enumerate(rows) if _last(a) <= spans[0].start]
            k = max(before, key=lambda k: _last(rows[k]), default=None)
            if k is not None and not _goes_on(page, rows[k], q):
                k = None
        if k is not None:
            rows[k] = _joined(page, rows[k], spans)
            continue
        alone = q.before.start == q.before.end and q.after.start == q.after.end
        rows.append(
            Attribution(
                content=spans,
                quote_type="direct",
                confidence=_CONTINUED if alone else _UNCLAIMED,
                context=_context(page, spans),
            )
        )
        heads.append(None)
    return rows


def _same_paragraph(page: Page, a: Attribution, spans: Sequence[Span]) -> bool:
    start = min(a.content[0].start, spans[0].start)
    end = max(a.content[-1].end, spans[-1].end)
    return page.text.find("\n", start, end) < 0


def _tied(q: Quotation, heads: Sequence[int | None], verdict: Verdict) -> int | None:
    """Which attribution a quotation belongs to by the links of its words, if any."""
    if verdict.tie is None:
        return None
    ties = [
        (min(verdict.tie(head, tokens) for tokens in q.tokens), -k)
        for k, head in enumerate(heads)
        if head is not None
    ]
    tie, k = max(ties, default=(0.0, 0))
    return -k if tie >= _TIED else None


def _touches(spans: Sequence[Span], rows: Sequence[Attribution]) -> bool:
    taken = [s for a in rows for s in (*a.content, *a.cue, *a.source)]
    return any(s.start < t.end and t.start < s.end for s in spans for t in taken)


def _last(a: Attribution) -> int:
    return max(s.end for s in (*a.content, *a.cue, *a.source))


def _goes_on(page: Page, a: Attribution, q: Quotation) -> bool:
    """Whether nothing but the rest of a cue's clause stands between an attribution and `q`."""
    text = page.text[_last(a) : q.start_offset]
    if "\n" in text:
        return False
    return len(text) <= _GAP and sum(text.count(mark) for mark in ".!?") <= 1


def _joined(page: Page, a: Attribution, spans: Sequence[Span]) -> Attribution:
    content = tuple(sorted((*a.content, *spans)))
    return replace(
        a,
        content=content,
        quote_type=quote_type(page, content),
        context=_context(page, [*content, *a.cue, *a.source]),
    )


def _is_speech(doc: "Doc", page: Page, q: Quotation) -> bool:
    """Whether an unclaimed quotation is one: whole sentences, not a title, a term or a nickname."""
    tokens = [t for start, end in q.tokens for t in doc[start:end] if t.is_alpha]
    if len(tokens) < _SPEECH_WORDS or not any(t.pos_ in ("VERB", "AUX") for t in tokens):
        return False
    inner = page.text[q.start_offset + 1 : q.end_offset].strip("“”\"'‘’«»„` ")
    titled = sum(t.text[:1].isupper() for t in tokens) * 2 > len(tokens)
    return inner[:1].isupper() and inner[-1:] in ".!?…,—–-" and not titled
