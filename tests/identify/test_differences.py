from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.identify.differences import differences, family_differences


def row(quote_id: str, quote: str, day: int, quote_type: str = "direct") -> dict[str, Any]:
    return {
        "quote_id": quote_id,
        "article_id": f"a{quote_id}",
        "outlet": f"o{quote_id}",
        "published": date(2024, 1, day),
        "quote": quote,
        "quote_type": quote_type,
    }


def shown(rows: list[dict[str, Any]]) -> dict[str, list[tuple[str, str, str, bool]]]:
    return {
        version.quote_id: [tuple(p) for p in version.pieces if p.change != "equal"]
        for version in family_differences(rows)
    }


@pytest.mark.parametrize(
    ("longest", "other", "expected"),
    [
        ("We will defend the works", "We will defend the works", []),
        (
            "Our defence is strong",
            "Our defense is strong",
            [("replaced", "defence", "defense", False)],
        ),
        ("We will go home now", "We will go home", [("left out", "now", "", False)]),
        ("We will not go home", "We will go home", [("left out", "not", "", True)]),
        ("We won’t go home at all", "We will not go home at all", []),
        ("We go home now, all of us", "go home now, all of us", [("left out", "we", "", False)]),
    ],
)
def test_changes(longest: str, other: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert shown([row("1", longest, 1), row("2", other, 2)])["2"] == expected


def test_first_and_longest_are_told() -> None:
    found = family_differences([row("b", "We go home", 3), row("a", "We go", 1)])
    assert [(v.quote_id, v.is_first, v.is_longest) for v in found] == [
        ("a", True, False),
        ("b", False, True),
    ]


def test_of_a_mixed_quotation_only_the_quoted_words_count() -> None:
    rows = [row("1", "“go home”", 1), row("2", "they should “go home”", 2, "mixed")]
    assert shown(rows)["2"] == []


def test_nothing_of_nothing() -> None:
    assert family_differences([]) == []


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_the_pieces_are_all_the_words(a: list[str], b: list[str]) -> None:
    pieces = list(differences(tuple(a), tuple(b)))
    assert " ".join(p.longest for p in pieces if p.longest) == " ".join(a)
    assert " ".join(p.here for p in pieces if p.here) == " ".join(b)
