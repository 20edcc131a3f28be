import pytest

from quotes.attribute.phrases import read_phrase
from quotes.attribute.standing import standing
from quotes.attribute.words import read_words

CASES = [
    ("Two senior NATO officials briefed on the talks", "NATO", "senior", "2"),
    ("A spokesman for the Interior Ministry", "Interior Ministry", None, "1"),
    ("Several Clinton campaign aides", "Clinton campaign", None, "several"),
    ("The prime minister's spokesman", "prime minister", None, "1"),
    ("One of the president's top advisers", "president", "top", "1"),
    ("White House officials", "White House", None, "2+"),
    ("A former senior administration official", "administration", "former senior", "1"),
    ("Another high-ranking Pentagon official", "Pentagon", "high-ranking", "1"),
    ("More than six law enforcement officials", "law enforcement", None, "6+"),
    ("French and American diplomats", "French and American", None, "2+"),
    ("Three people close to the negotiations", None, None, "3"),
    ("A person familiar with Roe's thinking", None, None, "1"),
    ("A young Tunisian woman", None, None, "1"),
    ("Her lawyers", None, None, "2+"),
    ("Staff at the hospital", "hospital", None, None),
    ("A source", None, None, "1"),
]


@pytest.mark.parametrize(("text", "affiliation", "rank", "number"), CASES)
def test_standing(nlp, text, affiliation, rank, number):
    w = read_words(nlp(f"{text} said the deal was off."))
    phrase = read_phrase(w, 0, len(text.replace("-", " - ").replace("'s", " 's").split()), {})
    found = standing(w, phrase)
    assert (found.affiliation, found.rank, found.number) == (affiliation, rank, number)


def test_columns_of_an_anonymous_source(told):
    (a, b) = told(
        "<s1>Two NATO officials</s1> said <c1>the talks failed</c1>. <s2>One of them</s2> said"
        " <c2>it was too late</c2>."
    )
    assert (a.speakers[0].affiliation, a.speakers[0].number) == ("NATO", "2")
    assert b.speakers[0].kind == "anonymous"


def test_people_with_names_have_no_such_columns(told):
    (a,) = told("<s1>Senior NATO official Jane Roe</s1> said <c1>the talks failed</c1>.")
    assert a.speakers[0].name == "Jane Roe"
    assert a.speakers[0].affiliation is a.speakers[0].number is None
