import pytest


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Jane Roe met Tom Hart in Leeds. <s1>Both</s1> vowed <c1>to go on</c1>.",
            ["Jane Roe", "Tom Hart"],
        ),
        (
            "Jane Roe, 27, fled with Tom Hart in March. <s1>The couple</s1> feared <c1>rain</c1>.",
            ["Jane Roe", "Tom Hart"],
        ),
        (
            "Jane Roe met Tom Hart and Ann Lee. <s1>All three candidates</s1> said <c1>no</c1>.",
            ["Jane Roe", "Tom Hart", "Ann Lee"],
        ),
        # not their number; others; no number; not the number's own
        ("Jane Roe met Tom Hart and Ann Lee. <s1>The couple</s1> said <c1>no</c1>.", None),
        ("Jane Roe met Tom Hart. <s1>Two voters</s1> said <c1>no</c1>.", None),
        ("Jane Roe met Tom Hart. <s1>The candidates</s1> said <c1>no</c1>.", None),
        ("Jane Roe met Tom Hart. <s1>Both parties</s1> said <c1>no</c1>.", None),
    ],
)
def test_counted_people(told, marked, names):
    [found] = told(marked)
    people = [s.name for s in found.speakers if s.kind == "person"]
    assert people == (names or [])


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Lest you think my parents, James and Olive Meany, were poor, <s1>my father</s1> said"
            " <c1>no</c1>. <s2>My mother</s2> said <c2>yes</c2>.",
            ["James Meany", "Olive Meany"],
        ),
        (
            "<s1>Bill and Hillary Hart</s1> said <c1>no</c1>.",
            ["Bill Hart", "Hillary Hart"],
        ),
        # a surname of somebody else's, and a given name of its own
        (
            "Paul Ryan spoke. <s1>Ryan and Hillary Hart</s1> said <c1>no</c1>.",
            ["Paul Ryan", "Hillary Hart"],
        ),
    ],
)
def test_a_shared_surname(told, marked, names):
    assert [s.name for a in told(marked) for s in a.speakers] == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        (
            "Ann Lee was praised by Tom Hart, a staffer at the ministry <s1>who</s1> told them"
            " <c1>to go</c1>.",
            "Tom Hart",
        ),
        ("Jane Roe is a lawyer <s1>who</s1> said <c1>no</c1>.", "Jane Roe"),
        ("For someone <s1>who</s1> had said <c1>no</c1>, Jane Roe was calm.", None),
        ("The mayor met <s1>someone</s1> said <c1>to be ill</c1>.", "someone"),
    ],
)
def test_who_is_said_of(told, marked, name):
    [found] = told(marked)
    assert [s.name for s in found.speakers] == ([] if name is None else [name])
