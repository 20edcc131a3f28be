"""Rows of the tables, as plain dicts, from what reading and extraction yield."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, overload

from quotes.types import SPEAKER_KINDS, Article, Attribution, Problem, Span, Speaker, SpeakerKind

JOINT = " | "
"""Between the names, and the ids, of people who speak jointly."""

Row = dict[str, Any]


def quote_rows(
    article: Article, attributions: Iterable[Attribution], *, min_confidence: float = 0.0
) -> list[Row]:
    """The quote table's rows for one article; their ``family_id`` is still to be filled in.

    Args:
        article: The article.
        attributions: What was found in it.
        min_confidence: Leave out what is less certain.

    Returns:
        One dict an attribution, in the order of the schema.
    """
    return [
        _quote_row(article, attribution)
        for attribution in attributions
        if attribution.confidence >= min_confidence
    ]


def _quote_row(article: Article, found: Attribution) -> Row:
    text = article.text
    speakers = _ordered(found.speakers)
    return {
        "quote_id": quote_id(article.article_id, found),
        "article_id": utf8(article.article_id),
        **_metadata(article),
        "quote_type": found.quote_type,
        "cue_class": found.cue_class,
        "quote": words(text, found.content),
        "content_spans": _spans(found.content),
        "cue": words(text, found.cue),
        "cue_spans": _spans(found.cue),
        "source": words(text, found.source),
        "source_spans": _spans(found.source),
        **_speaker(article.article_id, speakers),
        "resolved_by": found.resolved_by,
        "confidence": round(found.confidence, 4),
        "context": utf8(text[found.context.start : found.context.end]),
        "context_start": found.context.start,
        "family_id": None,
        "unresolved": found.unresolved or None,
        "source_affiliation": _joined(one.affiliation for one in speakers),
        "source_rank": _joined(one.rank for one in speakers),
        "source_number": _joined(one.number for one in speakers),
    }


def article_row(article: Article) -> Row:
    """One row of the articles-as-read table."""
    return {
        "article_id": utf8(article.article_id),
        **_metadata(article),
        "text": utf8(article.text),
        "skipped": [part._asdict() for part in article.skipped],
        "notes": list(article.notes),
    }


def problem_row(problem: Problem) -> Row:
    """One row of the problems table."""
    return {
        "input": utf8(problem.input),
        "article_id": utf8(problem.article_id),
        "code": problem.code,
        "message": utf8(problem.message),
        "lost": problem.lost,
    }


def quote_id(article_id: str, found: Attribution) -> str:
    """A stable identifier: the same article and the same spans give the same id.

    Args:
        article_id: The article's own id.
        found: The attribution; only its spans count, not what was made of them.

    Returns:
        Twenty hexadecimal digits.
    """
    spans = "/".join(_notation(part) for part in (found.content, found.cue, found.source))
    key = f"{article_id}\n{spans}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=10).hexdigest()


def words(text: str, spans: Iterable[Span]) -> str:
    """The spans' words as they stand in the text, joined by a space."""
    return utf8(" ".join(text[start:end] for start, end in spans))


@overload
def utf8(value: str) -> str: ...
@overload
def utf8(value: str | None) -> str | None: ...
def utf8(value: str | None) -> str | None:
    """Replace what UTF-8 can't hold (half a surrogate pair), character for character."""
    return None if value is None else value.encode("utf-8", "replace").decode("utf-8")


def _metadata(article: Article) -> Row:
    return {
        "title": utf8(article.title) or None,
        "outlet": utf8(article.outlet) or None,
        "author": utf8(article.author) or None,
        "url": utf8(article.url) or None,
        "published": article.published,
    }


def _ordered(speakers: Iterable[Speaker]) -> list[Speaker]:
    return sorted(speakers, key=lambda speaker: (speaker.name, speaker.key))


def _speaker(article_id: str, ordered: Sequence[Speaker]) -> Row:
    from quotes.identify import speaker_ids

    ids = [speaker_ids(article_id, speaker) for speaker in ordered]
    return {
        "speaker_id": JOINT.join(ids) or None,
        "speaker": utf8(JOINT.join(speaker.name for speaker in ordered)) or None,
        "speaker_kind": _kind(ordered),
        "speaker_role": _joined(speaker.role for speaker in ordered),
        "anonymity": _joined(speaker.anonymity for speaker in ordered),
    }


def _kind(speakers: Sequence[Speaker]) -> SpeakerKind:
    """The kind of joint speakers: the one that names them best."""
    return min((s.kind for s in speakers), key=SPEAKER_KINDS.index, default="unknown")


def _joined(parts: Iterable[str | None]) -> str | None:
    return utf8(JOINT.join(dict.fromkeys(part for part in parts if part))) or None


def _spans(spans: Iterable[Span]) -> list[Row]:
    return [{"start": start, "end": end} for start, end in spans]


def _notation(spans: Iterable[Span]) -> str:
    return ";".join(f"{start}-{end}" for start, end in spans)
