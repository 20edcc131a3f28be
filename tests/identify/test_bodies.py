"""Names of organisations across articles, as tables of cases."""

import pytest

from quotes.identify import Mention, Registry, speaker_ids
from quotes.identify.bodynames import declared, initials, is_acronym, is_short_for, stands_for
from quotes.types import Speaker


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("NRA", "National Rifle Association", True),
        ("N.R.A.", "National Rifle Association", True),
        ("DoD", "U.S. Department of Defense", True),
        ("DOJ", "Department of Justice", True),
        ("FA", "Football Association", True),
        ("Amnesty", "Amnesty International", True),
        ("Lehman", "Lehman Brothers Holdings", True),
        ("NRA", "National Restaurant League", False),
        ("nra", "National Rifle Association", False),
        ("China", "China Airlines", False),
        ("Texas", "Texas Instruments", False),
        ("Manchester", "Manchester United", False),
        ("Washington", "Washington International", False),
    ],
)
def test_short_names(short: str, name: str, expected: bool) -> None:
    assert is_short_for(short, name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NRA", True),
        ("U.N.", True),
        ("DoD", True),
        ("Ford", False),
        ("A", False),
        ("IKEA AB", False),
    ],
)
def test_acronyms(name: str, expected: bool) -> None:
    assert is_acronym(name) is expected


def test_a_name_of_one_word_has_no_initials() -> None:
    assert initials("Boeing") == frozenset()


@pytest.mark.parametrize(
    ("name", "source", "text", "expected"),
    [
        ("National Rifle Association", "the NRA", "", {"nra"}),
        ("National Rifle Association", "", "the National Rifle Association (NRA) and", {"nra"}),
        ("National Rifle Association", "", "of the National Rifle Association (the NRA)", {"nra"}),
        ("NRA", "", "the National Rifle Association (NRA)", {"national rifle association"}),
        ("National Rifle Association", "the group", "the group (GOA) and others", set()),
        ("Football Association", "", "The Premier League (PL) said", set()),
        ("NRA", "", "a rifle, said nobody (NRA)", set()),
        ("NRA", "", "((((((((((", set()),
    ],
)
def test_what_articles_say_of_names(name: str, source: str, text: str, expected: set[str]) -> None:
    assert declared(name, [source], [text]) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Downing Street", "No 10", True),
        ("the Pentagon", "U.S. Department of Defense", True),
        ("The Kremlin", "Moscow", False),
        ("Boeing", "Airbus", False),
    ],
)
def test_what_stands_for_a_body(one: str, other: str, expected: bool) -> None:
    assert (stands_for(one) == stands_for(other)) is expected


def body(article: str, name: str, *also: str, day: int = 738_000, outlet: str = "Echo") -> Mention:
    found = speaker_ids(article, Speaker(key=name, name=name, kind="organization"))
    return Mention(
        article, found, name, "organization", outlet=outlet, day=day, also=frozenset(also)
    )


def groups(mentions: list[Mention], registry: Registry | None = None) -> list[set[str]]:
    registry = registry or Registry()
    registry.add(mentions)
    found: dict[str, set[str]] = {}
    for one in mentions:
        found.setdefault(registry.resolve(one.found), set()).add(one.name)
    return sorted((its for its in found.values() if len(its) > 1), key=sorted)


RIFLES = [
    body(f"r{n}", "National Rifle Association", "nra", day=737_000 + 90 * n) for n in range(4)
]
CARS = [body(f"c{n}", "National Racing Alliance", "nra", day=736_000 + 90 * n) for n in range(4)]
BARE = body("bare", "NRA", day=739_000, outlet="Post")


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([*RIFLES, BARE], [{"National Rifle Association", "NRA"}]),
        # One article's word is not enough, years apart and in another paper.
        ([RIFLES[0], BARE], []),
        # Explained in two ways.
        ([*RIFLES, *CARS, BARE], []),
        # Nobody explains it.
        ([body("x", "National Rowing Academy"), BARE], []),
        # Papers need not explain it.
        (
            [body("x", "Federal Bureau of Investigation"), body("y", "the F.B.I.")],
            [{"Federal Bureau of Investigation", "the F.B.I."}],
        ),
        ([body("x", "Washington", day=730_000), body("y", "United States")], []),
        (
            [body("x", "UK"), body("y", "Britain"), body("z", "the United Kingdom")],
            [{"Britain", "UK", "the United Kingdom"}],
        ),
        # What only describes a body joins nothing.
        ([body("x", "the company"), body("y", "the company")], []),
    ],
)
def test_which_bodies_are_one(mentions: list[Mention], expected: list[set[str]]) -> None:
    assert groups(mentions) == expected


def test_a_link_says_why() -> None:
    (link,) = Registry().add([*RIFLES, BARE]).links
    assert link.score == 2.2
    assert link.reasons == ("National Rifle Association is called NRA in 4 articles",)


def test_what_was_linked_stays_when_an_acronym_gets_another_meaning() -> None:
    registry = Registry()
    registry.add([*RIFLES, BARE])
    many = [body(f"m{n}", "National Racing Alliance", "nra", day=739_000) for n in range(90)]
    registry.add(many)
    assert registry.resolve(BARE.found) == registry.resolve(RIFLES[0].found)
    assert registry.resolve(BARE.found) != registry.resolve(many[0].found)


def test_a_pair_that_is_not_sure_is_left_to_people() -> None:
    resolution = Registry().add([*RIFLES, *CARS[:1], BARE])
    assert [(link.score < 2, link.a[:6], link.b[:6]) for link in resolution.suggestions] == [
        (True, "o-nati", "o-nra-")
    ]
    assert not resolution.links
