"""The columns of the tables this package writes, in their order: the contract with users.

Columns are only ever added, at the end. Offsets count Unicode characters from the start of the
article's text as read.
"""

import polars as pl

from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

SPANS = pl.List(pl.Struct({"start": pl.UInt32, "end": pl.UInt32}))
SKIPPED = pl.List(pl.Struct({"start": pl.UInt32, "end": pl.UInt32, "reason": pl.String}))

QUOTES = pl.Schema(
    {
        "quote_id": pl.String(),
        "article_id": pl.String(),
        "title": pl.String(),
        "outlet": pl.String(),
        "author": pl.String(),
        "url": pl.String(),
        "published": pl.Date(),
        "quote_type": pl.Enum(QUOTE_TYPES),
        "cue_class": pl.Enum(CUE_CLASSES),
        "quote": pl.String(),
        "content_spans": SPANS,
        "cue": pl.String(),
        "cue_spans": SPANS,
        "source": pl.String(),
        "source_spans": SPANS,
        "speaker_id": pl.String(),
        "speaker": pl.String(),
        "speaker_kind": pl.Enum(SPEAKER_KINDS),
        "speaker_role": pl.String(),
        "anonymity": pl.String(),
        "resolved_by": pl.String(),
        "confidence": pl.Float64(),
        "context": pl.String(),
        "context_start": pl.UInt32(),
        "family_id": pl.String(),
        "unresolved": pl.String(),
        "source_affiliation": pl.String(),
        "source_rank": pl.String(),
        "source_number": pl.String(),
    }
)

ARTICLES = pl.Schema(
    {
        "article_id": pl.String(),
        "title": pl.String(),
        "outlet": pl.String(),
        "author": pl.String(),
        "url": pl.String(),
        "published": pl.Date(),
        "text": pl.String(),
        "skipped": SKIPPED,
        "notes": pl.List(pl.String()),
    }
)

SPEAKERS = pl.Schema(
    {
        "speaker_id": pl.String(),
        "speaker": pl.String(),
        "speaker_kind": pl.Enum(SPEAKER_KINDS),
        "aliases": pl.List(pl.Struct({"name": pl.String, "quotes": pl.UInt32})),
        "roles": pl.List(
            pl.Struct({"role": pl.String, "first": pl.Date, "last": pl.Date, "quotes": pl.UInt32})
        ),
        "authority_id": pl.String(),
        "quotes": pl.UInt32(),
        "articles": pl.UInt32(),
        "outlets": pl.UInt32(),
        "first_seen": pl.Date(),
        "last_seen": pl.Date(),
        "merged": pl.List(
            pl.Struct({"speaker_id": pl.String, "score": pl.Float64, "reasons": pl.List(pl.String)})
        ),
        "candidates": pl.List(pl.String()),
    }
)

PROBLEMS = pl.Schema(
    {
        "input": pl.String(),
        "article_id": pl.String(),
        "code": pl.String(),
        "message": pl.String(),
        "lost": pl.Boolean(),
    }
)

NULLABLE = frozenset(
    {
        *("title", "outlet", "author", "url", "published", "cue_class"),
        *("speaker_id", "speaker", "speaker_role", "anonymity", "unresolved"),
        *("authority_id", "first_seen", "last_seen"),
        *("source_affiliation", "source_rank", "source_number"),
    }
)
"""Columns of the quote and articles tables that may be null; in the problems table, see below."""


def nullable(column: str, *, schema: pl.Schema) -> bool:
    """Whether a column may be null.

    Args:
        column: The column's name.
        schema: The table it is in; only a problem may lack an ``article_id``.
    """
    return column in NULLABLE or (column == "article_id" and schema == PROBLEMS)
