"""Who shares a noun with somebody, and is somebody else."""

import pytest

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
