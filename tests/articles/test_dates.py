from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles.dates import parse_date

DAY = date(2007, 10, 12)


@pytest.mark.parametrize(
    "value",
    [
        DAY,
        datetime(2007, 10, 12, 23, 59, tzinfo=UTC),
        "2007-10-12",
        "2007/10/12",
        "2007-10-12T08:00:00Z",
        "2007-10-12 08:00:00+02:00",
        " 20071012 ",
        "20071012T101500Z",
        20071012,
        "October 12, 2007",
        "Oct. 12, 2007 at 5:30 p.m. ET",
        "Friday, October 12th, 2007",
        "12 October 2007",
        "12-Oct-2007",
        "12th of October 2007",
        "Fri, 12 Oct 2007 10:00:00 GMT",
        "10/12/2007",
        "Last Updated: 10/12/2007",
        1192147200,
        1192147200.0,
        "1192147200",
        1192147200000,
    ],
)
def test_understood(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("31/10/2007", date(2007, 10, 31)),
        ("31.10.2007", date(2007, 10, 31)),
        ("Sept. 1, 2016", date(2016, 9, 1)),
        ("1 May 2010", date(2010, 5, 1)),
    ],
)
def test_other_days(value: str, day: date) -> None:
    assert parse_date(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "",
        "yesterday",
        "2007-13-45",
        "2007",
        7,
        True,
        None,
        [],
        "Foo 12, 2007",
        "99/99/2007",
        "-" * 99,
    ],
)
def test_no_date(value: object) -> None:
    assert parse_date(value) is None


@given(
    st.one_of(
        st.text(),
        st.integers(),
        st.floats(),
        st.from_regex(r"\A\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\Z"),
        st.from_regex(r"\A(May|Feb\.|dec) \d{1,2}(st|th)?,? \d{4}\Z"),
    )
)
def test_never_raises(value: object) -> None:
    assert parse_date(value) is None or isinstance(parse_date(value), date)
