import json

import pytest

from quotes.attribute.ranker import learned, shares, trying

CASES = [
    # who is last to speak speaks on; who is named in the words is not who says them
    (
        "<s1>John Smith</s1> met <c1>no one</c1>. <s2>Paul Jones, a lawyer,</s2> said <c2>it was"
        ' over</c2>. <c3>"Smith will appeal,"</c3> <s3>he</s3> said.',
        "Paul Jones",
    ),
    (
        "Jane Roe spoke in Boston. <s1>John Smith</s1> said <c1>it rained</c1>. <s2>She</s2> said"
        " <c2>it had not</c2>.",
        "Jane Roe",
    ),
    (
        "Sen. Mary Jones and Gov. John Smith met in Ohio on Monday. <s1>The governor</s1> said"
        " <c1>taxes would fall</c1>.",
        "John Smith",
    ),
    # an unnamed source is nobody named
    (
        "NATO diplomat Jane Roe spoke first. <s1>A diplomat who asked not to be named</s1> said"
        " <c1>talks failed</c1>.",
        "A diplomat",
    ),
    (
        "Jane Roe, a diplomat, spoke first. <s1>Another diplomat</s1> said <c1>no</c1>.",
        "Another diplomat",
    ),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_whom_the_last_source_means(told, text, name):
    assert [s.name for s in told(text)[-1].speakers] == [name]


def test_abstains_where_two_are_equally_likely(told):
    (a,) = told("John Smith met Paul Jones and Tom Brown. <s1>They</s1> said <c1>yes</c1>.")
    assert a.unresolved or len(a.speakers) > 1


def test_weights_are_plain_numbers():
    for what in ("name", "pronoun", "thing", "description", "kind"):
        assert all(isinstance(value, int | float) for value in learned()[what].values())
    assert 0 <= learned()["pronoun"]["margin"] < 1
    assert json.dumps(learned())


def test_shares():
    assert shares([]) == []
    assert [round(s, 2) for s, _ in shares([(0.0, "a"), (0.0, "b")])] == [0.5, 0.5]
    assert shares([(1.0, "a"), (900.0, "b")])[0] == (1.0, "b")


def test_other_weights_for_a_while():
    before = learned()
    with pytest.raises(ZeroDivisionError), trying({"pronoun": {}}):
        assert learned() == {"pronoun": {}}
        raise ZeroDivisionError
    assert learned() is before
