"""Tables of any content at all, for round trips."""

from hypothesis import strategies as st

from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

TEXT = st.text(
    st.one_of(st.sampled_from("=+-@'\t\r\n\",;“”0＝"), st.characters(exclude_categories=["Cs"])),
    max_size=30,
)
FILLED = TEXT.filter(bool)
POINT = st.integers(0, 2**32 - 1)
SPAN = st.fixed_dictionaries({"start": POINT, "end": POINT})
SPANS = st.lists(SPAN, max_size=3)
NONE = st.none()

METADATA = {
    "article_id": TEXT,
    **dict.fromkeys(("title", "outlet", "author", "url"), NONE | FILLED),
    "published": NONE | st.dates(),
}
QUOTE_ROW = st.fixed_dictionaries(
    {
        "quote_id": TEXT,
        **METADATA,
        "quote_type": st.sampled_from(QUOTE_TYPES),
        "cue_class": NONE | st.sampled_from(CUE_CLASSES),
        "quote": TEXT,
        "content_spans": SPANS,
        "cue": TEXT,
        "cue_spans": SPANS,
        "source": TEXT,
        "source_spans": SPANS,
        **dict.fromkeys(("speaker_id", "speaker"), NONE | FILLED),
        "speaker_kind": st.sampled_from(SPEAKER_KINDS),
        **dict.fromkeys(("speaker_role", "anonymity"), NONE | FILLED),
        "resolved_by": TEXT,
        "confidence": st.floats(0, 1),
        "context": TEXT,
        "context_start": POINT,
        "family_id": TEXT,
        "unresolved": NONE | FILLED,
    }
)
ARTICLE_ROW = st.fixed_dictionaries(
    {
        **METADATA,
        "text": TEXT,
        "skipped": st.lists(
            st.fixed_dictionaries({"start": POINT, "end": POINT, "reason": TEXT}), max_size=3
        ),
        "notes": st.lists(TEXT, max_size=3),
    }
)
PROBLEM_ROW = st.fixed_dictionaries(
    {
        "input": TEXT,
        "article_id": NONE | FILLED,
        "code": TEXT,
        "message": TEXT,
        "lost": st.booleans(),
    }
)
