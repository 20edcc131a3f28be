import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.identify import speaker_ids
from quotes.types import SPEAKER_KINDS, Speaker, SpeakerKind


def identity(name: str, kind: SpeakerKind, article_id: str, key: str | None = None) -> str:
    return speaker_ids(article_id, Speaker(key=key or name.casefold(), name=name, kind=kind))


@pytest.mark.parametrize(
    ("first", "second", "kind", "same"),
    [
        ("Sergei Lavrov", "SERGEI LAVROV", "person", True),
        ("Sergei Lavrov", "Sergei Ivanov", "person", False),
        ("Mr. Sergei Lavrov", "Sergei Lavrov", "person", True),
        ("José Peña", "Jose Pena", "person", True),
        ("Lech Wałęsa", "Lech Walesa", "person", True),
        ("Beto O’Rourke", "Beto O'Rourke", "person", True),
        ("Lavrov", "Lavrov", "person", False),
        ("Mrs. Clinton", "Mrs. Clinton", "person", False),
        ("Pope Francis", "Pope Francis", "person", True),
        ("Donald Trump Jr.", "Donald Trump", "person", False),
        ("Donald Trump Jr.", "Donald Trump, Jr", "person", True),
        ("NATO", "NATO", "organization", True),
        ("The F.B.I.", "FBI", "organization", True),
        ("Apple Inc.", "Apple", "organization", True),
        ("the Treasury Department’s", "Treasury Department", "organization", True),
        ("Treasury", "Treasury Department", "organization", False),
        ("Goldman Sachs Group, Inc.", "Goldman Sachs", "organization", True),
        ("Samsung Electronics Co., Ltd.", "Samsung Electronics", "organization", True),
        ("Anheuser-Busch InBev SA/NV", "Anheuser-Busch InBev", "organization", True),
        ("Eurasia Group", "Eurasia", "organization", False),
        ("the Senate", "Senate", "organization", True),
        ("新华社", "新华社", "organization", True),
        ("eBay", "EBay", "organization", True),
        ("the company", "the company", "organization", False),
        ("Police", "Police", "organization", False),
        ("The health ministry", "The health ministry", "organization", False),
        ("a NATO diplomat", "a NATO diplomat", "anonymous", False),
        ("critics", "critics", "group", False),
        ("the report", "the report", "document", False),
        ("he", "he", "unknown", False),
    ],
)
def test_across_articles(first: str, second: str, kind: SpeakerKind, same: bool) -> None:
    a, b = identity(first, kind, "article 1"), identity(second, kind, "article 2")
    assert (a.rpartition("-")[2] == b.rpartition("-")[2]) is same


@pytest.mark.parametrize("kind", SPEAKER_KINDS)
def test_within_an_article_the_key_decides(kind: SpeakerKind) -> None:
    assert identity("Lavrov", kind, "a", "k") == identity("Lavrov", kind, "a", "k")
    if kind not in ("person", "organization"):
        assert identity("one aide", kind, "a", "k1") != identity("one aide", kind, "a", "k2")


@pytest.mark.parametrize("name", ["U.S. Treasury", "the US Treasury’s", "U.S. TREASURY"])
def test_one_body_has_one_identifier_however_it_is_written(name: str) -> None:
    assert identity(name, "organization", "a") == identity("US Treasury", "organization", "b")


def test_a_person_and_an_organisation_of_one_name_differ() -> None:
    assert identity("Estée Lauder", "person", "a") != identity("Estée Lauder", "organization", "a")


@pytest.mark.parametrize(
    ("name", "kind", "pattern"),
    [
        ("Sergei Lavrov", "person", r"p-sergei-lavrov-[0-9a-f]{12}"),
        ("Łukasz O’Brién", "person", r"p-lukasz-obrien-[0-9a-f]{12}"),
        ("Сергей Лавров", "person", r"p-[0-9a-f]{12}"),
        ("a " + "very " * 20 + "old aide", "anonymous", r"a-a-(very-){7}[0-9a-f]{12}"),
        ("x" * 90, "organization", r"o-x{40}-[0-9a-f]{12}"),
    ],
)
def test_it_can_be_read(name: str, kind: SpeakerKind, pattern: str) -> None:
    assert re.fullmatch(pattern, identity(name, kind, "a"))


@pytest.mark.parametrize("text", ["“", "’s", "\ud800", ""])
def test_odd_names(text: str) -> None:
    for kind in SPEAKER_KINDS:
        assert identity(text, kind, "a").isascii()


@given(st.text(), st.text(), st.sampled_from(SPEAKER_KINDS))
def test_any_name_has_one_identifier(article_id: str, name: str, kind: SpeakerKind) -> None:
    once = identity(name, kind, article_id)
    assert once == identity(name, kind, article_id)
    assert re.fullmatch(r"[a-z](-[a-z0-9-]+)?-[0-9a-f]{12}", once)
