import pytest

LETTERS = (
    "LETTERS.\n\nIn a rare moment of harmony, <s1>I</s1> stand with <c1>the mayor</c1>.\n\n"
    "Debby Jansen.\n\nMission Hill, Calif.\n\nThe mayor is wrong, and <s2>I</s2> know <c2>it</c2>."
    "\n\nBruce R. Hall.\n\nRivers, Wis.\n\nNothing seems credible to <s3>me</s3> <c3>today</c3>."
    "\n\n@maria_g."
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # several lines bear labels, so that they are people's who take turns
        (
            "<s1>CHASE STRANDER</s1>: <c1>We filed in March.</c1>\n\nAMY GOODWIN: Why?\n\n"
            "<s2>CHASE STRANDER</s2>: <c2>The law took effect.</c2>",
            [("CHASE STRANDER", "person"), ("CHASE STRANDER", "person")],
        ),
        ("<s1>JOHN SMITH</s1>: <c1>We filed the case.</c1>", [("JOHN SMITH", "person")]),
        (
            "Chris Wallis asked. <s1>WALLIS</s1>: <c1>May I?</c1>",
            [("Chris Wallis", "person")],
        ),
        # a paper asks; bodies; nothing says that a lone label is a person's
        (
            "She spoke to the Morning Ledger.\n\n<s1>LEDGER</s1>: <c1>Why?</c1>\n\nREIS: No.\n\n"
            "<s2>LEDGER</s2>: <c2>When?</c2>",
            [("Morning Ledger", "organization")] * 2,
        ),
        ("<s1>GOLDMAN SACHS</s1>: <c1>Rates will rise.</c1>", [("GOLDMAN SACHS", "organization")]),
    ],
)
def test_labels(told, marked, expected):
    assert [(s.name, s.kind) for a in told(marked) for s in a.speakers] == expected


def test_a_body_in_capitals_is_no_person(told):
    [found] = told("<s1>CORVANE INDUSTRIES</s1>: <c1>We will appeal.</c1>")
    assert "person" not in [s.kind for s in found.speakers]


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("<s1>@harbourfox</s1> said <c1>it was fun</c1>.", "@harbourfox", "person"),
        ("<s1>One user @harbourfox</s1> said <c1>it was fun</c1>.", "@harbourfox", "person"),
        ("Jane Roe left. <s1>@RealJaneRoe</s1> said <c1>no</c1>.", "Jane Roe", "person"),
        (
            "<s1>A supporter who runs the account @harbourfox</s1> said <c1>no</c1>.",
            "A supporter who runs the account @harbourfox",
            "anonymous",
        ),
        ("<s1>A man calling himself Paul Roe</s1> wrote <c1>no</c1>.", "Paul Roe", "person"),
        ("<s1>A resident named Caroline</s1> wrote <c1>no</c1>.", "Caroline", "person"),
        (
            "<s1>A man who asked not to be named</s1> said <c1>no</c1>.",
            "A man",
            "anonymous",
        ),
    ],
)
def test_otherwise_named(told, marked, name, kind):
    [found] = told(marked)
    assert [(s.name, s.kind) for s in found.speakers] == [(name, kind)]


def test_who_signed_a_letter(told):
    names = [s.name for a in told(LETTERS) for s in a.speakers]
    assert names == ["Debby Jansen", "Bruce R. Hall", "@maria_g"]


def test_a_line_that_signs_nothing(told):
    [found] = told("<s1>I</s1> know <c1>it well</c1>.\n\nRead More.\n\nThe end of it, they said.")
    assert found.speakers == ()
