import pytest

from quotes.attribute.kinds import kind_of
from quotes.attribute.phrases import conjuncts, read_phrase, singular
from quotes.attribute.roles import role_at
from quotes.attribute.words import read_words


@pytest.fixture(scope="module")
def phrase(nlp):
    def run(text, rest=" said on Monday that it would rain."):
        w = read_words(nlp(text + rest))
        return w, read_phrase(w, 0, w.tokens((0, len(text)))[1], {})

    return run


@pytest.mark.parametrize(
    ("text", "noun", "plural", "kind"),
    [
        ("A senior official in Paris", "official", False, "anonymous"),
        ("Two aides to the senator", "aide", True, "anonymous"),
        ("One of the officials", "official", False, "anonymous"),
        ("Multiple sources familiar with the effort", "source", True, "anonymous"),
        ("People familiar with her thinking", "people", True, "anonymous"),
        ("The spokesman", "spokesman", False, "anonymous"),
        ("Critics of the plan", "critic", True, "group"),
        ("Many voters", "voter", True, "group"),
        ("Democrats", "democrats", True, "group"),
        ("A new poll by the university", "poll", False, "document"),
        ("The lawsuit, filed on Monday,", "lawsuit", False, "document"),
        ("The company", "company", False, "organization"),
        ("The Washington Post", "post", False, "organization"),
        ("The 27-year-old", "old", False, "anonymous"),
        ("Local police", "police", False, "organization"),
    ],
)
def test_head_and_kind(phrase, text, noun, plural, kind):
    w, p = phrase(text)
    assert p.noun == noun
    assert kind_of(w, p) == kind
    if noun not in ("people", "police"):
        assert p.plural == plural


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The minister and his wife", 2),
        ("French and American officials", 1),
        ("The minister", 1),
        ("A spokesman for the mayor of Paris", 1),
    ],
)
def test_conjuncts(phrase, text, parts):
    w, p = phrase(text)
    assert len(conjuncts(w, p, {})) == parts


@pytest.mark.parametrize("text", ["…", "“”", ","])
def test_no_words(nlp, text):
    w = read_words(nlp(text))
    assert read_phrase(w, 0, len(w), {}) is None


@pytest.mark.parametrize(
    ("word", "single"),
    [
        ("women", "woman"),
        ("aides", "aide"),
        ("parties", "party"),
        ("police", "police"),
        ("boss", "boss"),
    ],
)
def test_singular(word, single):
    assert singular(word) == single


@pytest.mark.parametrize(
    ("before", "name", "after", "role"),
    [
        ("Treasury Secretary ", "Jacob Lew", " said no.", "Treasury Secretary"),
        ("", "Jane Roe", ", a Republican, said no.", "a Republican"),
        ("", "Jane Roe", ", 46, a teacher from Ohio, said no.", "a teacher from Ohio"),
        ("", "Jane Roe", ", a 46-year-old teacher, said no.", "teacher"),
        ("", "Jane Roe", ", who heads the board, said no.", "who heads the board"),
        ("The spokesman for Sen. ", "Jane Roe", " said no.", "Sen."),
        (
            "Under Secretary of Defense ",
            "Jane Roe",
            " said no.",
            "Under Secretary of Defense",
        ),
        (
            "",
            "Jane Roe",
            ", the under secretary of state, said no.",
            "the under secretary of state",
        ),
        ("Under Mayor ", "Jane Roe", " it rained.", "Mayor"),
        ("Mr. ", "Lew", " said no.", None),
        ("", "Jane Roe", ", smiling, said no.", None),
        ("", "Jane Roe", " said no.", None),
        ("In Paris, ", "Jane Roe", " said no.", None),
    ],
)
def test_roles(nlp, before, name, after, role):
    w = read_words(nlp(before + name + after))
    start, end = w.tokens((len(before), len(before) + len(name)))
    assert role_at(w, start, end) == role
