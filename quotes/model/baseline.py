"""What textacy's own quotation extractor finds, to be scored on the same articles.

`textacy.extract.direct_quotations` (loosely after Krestel, Bergler and Witte, "Minding the
Source", LREC 2008) gives up on a text with an odd number of quotation marks and knows nothing of
quotations that are interrupted, so it is run in two ways: as it is, and paragraph by paragraph
with the pieces that share cue and speaker joined, which is fairer to it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, get_args

from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Marked
from quotes.types import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

Baseline = Literal["textacy", "textacy-whole"]
BASELINES: tuple[Baseline, ...] = get_args(Baseline)

_PARAGRAPH = re.compile(r"[^\n]+")


def predict_baseline(
    gold: Iterable[GoldArticle], baseline: str, *, model: str | None = None
) -> dict[str, tuple[Marked, ...]]:
    """Find the attributions of annotated articles with textacy alone.

    Args:
        gold: The articles.
        baseline: ``textacy`` (by paragraph, joined) or ``textacy-whole`` (as it is).
        model: A spaCy English pipeline, by package name or path.

    Returns:
        The attributions of each article id, without speakers.

    Raises:
        UsageError: There is no such baseline.
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    if baseline not in BASELINES:
        raise UsageError(f"no baseline {baseline!r}: choose one of {', '.join(BASELINES)}")
    from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline

    nlp = load_pipeline(model or DEFAULT_MODEL)
    find = _whole if baseline == "textacy-whole" else _by_paragraph
    return {article.article_id: tuple(find(nlp, article.text)) for article in gold}


def joined(pieces: Iterable[Marked]) -> list[Marked]:
    """Join the pieces of quotations: those that share both cue and source.

    Args:
        pieces: Attributions of one content span each.

    Returns:
        Attributions in the order of their first pieces.
    """
    whole: dict[tuple[tuple[Span, ...], tuple[Span, ...]], Marked] = {}
    for piece in pieces:
        key = (piece.cue, piece.source)
        before = whole.get(key)
        whole[key] = (
            before._replace(content=tuple(sorted(before.content + piece.content)))
            if before
            else piece
        )
    return list(whole.values())


def _whole(nlp: "Language", text: str) -> list[Marked]:
    return list(_quotations(nlp(text), 0))


def _by_paragraph(nlp: "Language", text: str) -> list[Marked]:
    paragraphs = list(_PARAGRAPH.finditer(text))
    docs = nlp.pipe([paragraph[0] for paragraph in paragraphs])
    return joined(
        piece
        for paragraph, doc in zip(paragraphs, docs, strict=True)
        for piece in _quotations(doc, paragraph.start())
    )


def _quotations(doc: "Doc", offset: int) -> Iterator[Marked]:
    """What textacy finds in a document that begins ``offset`` characters into the article."""
    from textacy.extract.triples import direct_quotations

    try:
        found = list(direct_quotations(doc))
    except ValueError:  # an odd number of quotation marks
        return
    for speaker, cue, content in found:
        yield Marked(
            content=(Span(offset + content.start_char, offset + content.end_char),),
            cue=_spans(cue, offset),
            source=_spans(speaker, offset),
        )


def _spans(tokens: Sequence["Token"], offset: int) -> tuple[Span, ...]:
    """The tokens as spans, neighbours joined."""
    spans: list[Span] = []
    last = None
    for token in tokens:
        start, end = offset + token.idx, offset + token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
        last = token.i
    return tuple(spans)
