"""Who shares a noun with somebody, and is somebody else."""

import pytest

from quotes.attribute.meant import _choice
from quotes.attribute.referents import Referent

TWO = [
    ("<s1>The fire chief</s1> said <c1>it was out</c1>.", "The police chief"),
    ("<s1>Police chief John Roe</s1> said <c1>it was out</c1>.", "The fire chief"),
    ("<s1>Foreign Minister Jane Roe</s1> said <c1>she would go</c1>.", "The finance minister"),
    ("<s1>Secretary of State Jane Roe</s1> said <c1>it was time</c1>.", "The secretary of defense"),
    (
        "<s1>Jane Roe, the director of public health,</s1> said <c1>it was time</c1>.",
        "The director of public works",
    ),
    (
        "<s1>The French foreign minister</s1> said <c1>it was time</c1>.",
        "The German foreign minister",
    ),
    ("<s1>Democratic nominee Jane Roe</s1> said <c1>it was time</c1>.", "The Republican nominee"),
    ("<s1>The finance ministry</s1> said <c1>it would pay</c1>.", "The defense ministry"),
    ("<s1>The health department</s1> said <c1>it would pay</c1>.", "The police department"),
    ("<s1>A White House official</s1> said <c1>no</c1>.", "The State Department official"),
]
ONE = [
    ("<s1>Police chief John Roe</s1> said <c1>it was out</c1>.", "The chief"),
    ("<s1>Police chief John Roe</s1> said <c1>it was out</c1>.", "The city police chief"),
    ("<s1>Foreign Minister Jane Roe</s1> said <c1>she would go</c1>.", "The foreign minister"),
    ("<s1>Foreign Minister Jane Roe</s1> said <c1>she would go</c1>.", "The French minister"),
    ("<s1>The finance ministry</s1> said <c1>it would pay</c1>.", "The ministry"),
    ("<s1>The French foreign minister</s1> said <c1>it was time</c1>.", "The foreign minister"),
]
TITLED = [
    ("San Francisco’s chief of police Bill Roe", "Bill Roe", "San Francisco’s chief of police"),
    (
        "The city’s director of public health Jane Roe",
        "Jane Roe",
        "city’s director of public health",
    ),
    ("A professor of economics Jane Roe", "Jane Roe", "professor of economics"),
    ("Kansas Secretary of State Kris Kobach", "Kris Kobach", "Kansas Secretary of State"),
    ("Secretary of Defense Mattis", "Mattis", "Secretary of Defense"),
]
BELONGING = [
    "The wife of former President Barack Obama",
    "The lawyer of Kris Kobach",
    "The head of rival bank Goldman Sachs",
    "The Secretary of Homeland Security",
    "The head of singer Jane Roe",
]


@pytest.mark.parametrize(("first", "again"), TWO)
def test_two(told, first, again):
    a, b = told(f"{first} <s2>{again}</s2> said <c2>it was late</c2>.")
    assert [s.name for s in b.speakers] == [again]
    assert a.speakers[0].key != b.speakers[0].key


@pytest.mark.parametrize(("first", "again"), ONE)
def test_one(told, first, again):
    a, b = told(f"{first} <s2>{again}</s2> said <c2>it was late</c2>.")
    assert [s.key for s in b.speakers] == [s.key for s in a.speakers]


@pytest.mark.parametrize(("source", "name", "role"), TITLED)
def test_the_name_behind_an_office(told, source, name, role):
    (a,) = told(f"<s1>{source}</s1> said <c1>on Monday that it was late</c1>.")
    assert [(s.name, s.kind, s.role) for s in a.speakers] == [(name, "person", role)]


@pytest.mark.parametrize("source", BELONGING)
def test_who_belongs_to_a_name_does_not_bear_it(told, source):
    (a,) = told(f"<s1>{source}</s1> said <c1>on Monday that it was late</c1>.")
    assert [(s.name, s.kind) for s in a.speakers] == [(source, "anonymous")]


JOINT_TITLES = [
    ("Acme’s president and chief executive Jane Roe", ["Jane Roe"]),
    ("Merck chairman and CEO Kenneth Frazier", ["Kenneth Frazier"]),
    ("Trump adviser and former banker Jane Roe", ["Jane Roe"]),
    ("Trump lawyer Jay Roe and Senator Jane Doe", ["Jane Doe", "Jay Roe"]),
]


@pytest.mark.parametrize(("source", "names"), JOINT_TITLES)
def test_two_titles_of_one(told, source, names):
    # “Merck Pharma” reads like a person's name, which a title may hold all the same.
    lead = "President Donald Trump tweeted about Ken Frazier of Merck Pharma."
    (a,) = told(f"{lead} <s1>{source}</s1> said <c1>on Monday that it was late</c1>.")
    assert sorted(s.name for s in a.speakers) == names


@pytest.mark.parametrize(
    ("lead", "otherwise", "who", "clear"),
    [
        (0.5, True, "Hal Winter", True),
        (0.3, True, None, False),
        (0.3, False, "Hal Winter", True),
        (-0.5, True, None, False),
        (-0.9, True, None, True),
    ],
)
def test_somebody_called_otherwise_has_to_lead_by_far(lead, otherwise, who, clear):
    winter = Referent("hal winter", "Hal Winter", "person", nouns={"professor"})
    ranked = sorted([((1 + lead) / 2, winter), ((1 - lead) / 2, None)], key=lambda one: -one[0])
    found, why = _choice("the regulator", ranked, {id(winter)} if otherwise else set())
    assert (found and found.name, why is None) == (who, clear)
