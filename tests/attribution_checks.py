"""What holds of the attributions of any article whatever."""

from collections.abc import Sequence
from itertools import pairwise

from quotes.table import quote_rows
from quotes.types import Article, Attribution


def hold_attributions(article: Article, found: Sequence[Attribution]) -> None:
    text = article.text
    for one in found:
        assert one.content
        parts = [*one.content, *one.cue, *one.source]
        for spans in (one.content, one.cue, one.source):
            assert list(spans) == sorted(spans)
        for start, end in [*parts, one.context]:
            assert 0 <= start < end <= len(text)
        ordered = sorted(parts)
        for (_, end), (start, _) in pairwise(ordered):
            assert end <= start, (ordered, [text[a:b] for a, b in ordered])
        for start, end in parts:
            assert one.context.start <= start and end <= one.context.end
        assert 0 <= one.confidence <= 1
        assert bool(one.speakers) != bool(one.unresolved)
        assert (one.resolved_by == "none") == (not one.speakers)
        assert (one.cue_class is None) == (not one.cue)
    rows = quote_rows(article, found)
    for row in rows:
        for words in ("content", "cue", "source"):
            spans = [(span["start"], span["end"]) for span in row[f"{words}_spans"]]
            column = "quote" if words == "content" else words
            assert row[column] == " ".join(text[a:b] for a, b in spans)
        end = row["context_start"] + len(row["context"])
        assert row["context"] == text[row["context_start"] : end]
    ids = [row["quote_id"] for row in rows]
    assert len(set(ids)) == len(ids)
