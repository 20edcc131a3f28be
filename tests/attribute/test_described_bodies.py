import pytest


@pytest.mark.parametrize(
    ("marked", "last"),
    [
        (
            "The Roe campaign opened. <s1>Jane Roe</s1> met <c1>them</c1>. <s2>Roe's team</s2> said"
            " <c2>she would win</c2>.",
            "Roe campaign",
        ),
        (
            "President Jane Roe spoke. <s1>The administration</s1> said <c1>no</c1>.",
            "Roe administration",
        ),
        (
            "Former President Jane Roe spoke. <s1>The administration</s1> said <c1>no</c1>.",
            "The administration",
        ),
        (
            "<s1>Corvane Inc.</s1> said <c1>no</c1>. <s2>The tech company</s2> said <c2>so</c2>.",
            "Corvane Inc.",
        ),
        (
            "<s1>The Rivers Agency</s1> said <c1>no</c1>. <s2>The bus company</s2> said"
            " <c2>so</c2>.",
            "The bus company",
        ),
        ("<s1>The Financial Times newspaper</s1> said <c1>no</c1>.", "Financial Times"),
        ("<s1>A newspaper</s1> said <c1>no</c1>.", "A newspaper"),
    ],
)
def test_which_body(told, marked, last):
    assert [s.name for s in told(marked)[-1].speakers] == [last]


@pytest.mark.parametrize(
    ("text", "first", "last", "same"),
    [
        ("Fox News and others met. On Monday Fox said no.", "Fox News", "Fox", True),
        (
            "The Supreme Court sat. The U.S. Supreme Court rose.",
            "The Supreme Court",
            "The U.S. Supreme Court",
            True,
        ),
        ("The White House spoke. The House voted.", "The White House", "The House", False),
    ],
)
def test_short_forms(told, text, first, last, same):
    marked = text.replace(first, f"<s1>{first}</s1>", 1)
    start = marked.rindex(last)
    marked = f"{marked[:start]}<s2>{last}</s2>{marked[start + len(last) :]}"
    marked = marked.replace(". ", ".<c1> </c1>", 1) + "<c2> </c2>"
    one, two = told(marked)
    assert (one.speakers[0].key == two.speakers[0].key) is same
