"""Names: whatever stands there, parsing ends, and equal input gives equal output."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.attribute.names import compatible, fold, parse_name, surname_tail
from quotes.attribute.organisations import org_key
from quotes.identify.speakers import organization_key, speaker_ids
from quotes.identify.words import quoted_part, words_of
from quotes.types import SPEAKER_KINDS, Speaker

PARTS = [
    *(
        "Ann",
        "Lee",
        "Mr.",
        "Dr",
        "Sir",
        "de",
        "van der",
        "al-",
        "O'Neill",
        "O’",
        "Jr.",
        "III",
        "Sr",
    ),
    *("José", "Nu\N{COMBINING TILDE}nez", "J.", "J. R. R.", "Pope", "Francis", "the", "President"),
    *(
        "'s",
        "’s",
        "-",
        ".",
        ",",
        '"Doc"',
        "(Bob)",
        "“",
        "",
        " ",
        "\n",
        "\N{NO-BREAK SPACE}",
        "中",
        "🙂",
    ),
    *("and", "&", "Inc.", "The", "U.S.", "\x00", "\ud800", "ß", "İ", "ﬁ", "ǅ", "1", "a"),
]
NAMES = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=8).map("".join),
    st.text(max_size=40),
)


@given(NAMES)
@settings(max_examples=400, deadline=None)
@example("")
@example("Mr.")
@example("İ")
def test_one_name(text):
    name = parse_name(text)
    assert parse_name(text) == name
    if name is not None:
        assert name.surname
        assert name.key == parse_name(text).key
        surname_tail(name.surname)
        assert compatible(name, name) >= 0
    assert fold(fold(text)) == fold(text)
    org_key(text)
    organization_key(text)
    anonymity_clause(text)
    without_anonymity(text)


@given(NAMES, NAMES)
@settings(max_examples=200, deadline=None)
def test_two_names(first, second):
    a, b = parse_name(first), parse_name(second)
    if a and b:
        assert compatible(a, b) == compatible(b, a)


@given(NAMES, st.sampled_from(SPEAKER_KINDS))
@settings(max_examples=200, deadline=None)
def test_speaker_ids(text, kind):
    speaker = Speaker(key=text, name=text, kind=kind)
    identifier = speaker_ids("a", speaker)
    assert identifier == speaker_ids("a", speaker)
    assert identifier.isascii() and identifier[0] == kind[0] and " " not in identifier


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_words(text):
    found = words_of(text)
    assert found == words_of(text)
    assert len(found.sentence) >= len(found.words) or not found.words
    quoted_part(text)
