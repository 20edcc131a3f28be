from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.index import SORTS, Search, from_params, to_params
from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

WORD = st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"]), min_size=1, max_size=20)


def several(values):
    return st.lists(values, unique=True, max_size=3).map(tuple)


SEARCH = st.builds(
    Search,
    words=st.just("") | WORD,
    speaker=several(WORD),
    any_speaker=st.booleans(),
    quote_type=several(st.sampled_from(QUOTE_TYPES)),
    cue_class=several(st.sampled_from(CUE_CLASSES)),
    speaker_kind=several(st.sampled_from(SPEAKER_KINDS)),
    affiliation=st.none() | WORD,
    reason=st.none() | WORD,
    outlet=several(WORD),
    since=st.none() | st.dates(min_value=date(1000, 1, 1)),
    until=st.none() | st.dates(min_value=date(1000, 1, 1)),
    family=st.none() | WORD,
    article=st.none() | WORD,
    min_confidence=st.floats(0, 1),
    sort=st.sampled_from(SORTS),
    page=st.integers(1, 1000),
    size=st.integers(1, 1000),
)


@given(SEARCH)
def test_round_trip(search):
    assert from_params(to_params(search)) == search


def test_only_what_differs():
    assert to_params(Search()) == []
    search = Search(words="a b", outlet=("X", "Y"), since=date(2024, 1, 2))
    assert to_params(search) == [
        ("q", "a b"),
        ("outlet", "X"),
        ("outlet", "Y"),
        ("since", "2024-01-02"),
    ]


@pytest.mark.parametrize(
    ("params", "search"),
    [
        ([("q", " a "), ("nonsense", "x"), ("speaker", "")], Search(words="a")),
        (
            [("since", "2024"), ("until", "2024")],
            Search(since=date(2024, 1, 1), until=date(2024, 12, 31)),
        ),
        (
            [("since", "2024-02"), ("until", "2024-02")],
            Search(since=date(2024, 2, 1), until=date(2024, 2, 29)),
        ),
        ([("until", "2023-12")], Search(until=date(2023, 12, 31))),
        ([("type", "direct"), ("type", "direct")], Search(quote_type=("direct",))),
    ],
)
def test_read(params, search):
    assert from_params(params) == search


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("type", "odd", "type can't be 'odd': use one of direct, mixed, indirect"),
        ("sort", "x", "sort can't be 'x': use one of date, oldest, relevance, confidence"),
        ("since", "yesterday", "since can't be 'yesterday': give a day as 2024-05-31"),
        ("until", "2024-13", "until can't be '2024-13': give a day as 2024-05-31"),
        ("until", "9999-12-32", "until can't be '9999-12-32': give a day as 2024-05-31"),
        ("page", "0", "page can't be '0': give a number from 1 to 1000"),
        ("size", "many", "size can't be 'many': give a number from 1 to 1000"),
        ("min_confidence", "2", "min_confidence can't be '2': give a number from 0 to 1"),
        ("min_confidence", "nan", "min_confidence can't be 'nan': give a number from 0 to 1"),
        ("q", "x" * 501, "q is too long: at most 500 characters"),
    ],
)
def test_refused(name, value, message):
    with pytest.raises(UsageError) as error:
        from_params([(name, value)])
    assert str(error.value) == message
