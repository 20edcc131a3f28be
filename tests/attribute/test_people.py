import pytest

from quotes.attribute.organisations import org_key, organisations
from quotes.attribute.people import people
from quotes.attribute.words import read_words


@pytest.fixture(scope="module")
def found(nlp):
    def run(text):
        return people(read_words(nlp(text)))[0]

    return run


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Sen. John Smith met Mary Jones. Smith smiled. Ms. Jones left.",
            ["John Smith", "Mary Jones"],
        ),
        (
            "Bill Clinton met his wife, Hillary Clinton. Mrs. Clinton smiled.",
            ["Bill Clinton", "Hillary Clinton"],
        ),
        (
            "The lawyer Guy Mansfield QC spoke for Will Davies, a fellow.",
            ["Guy Mansfield", "Will Davies"],
        ),
        ("Bashar al-Assad met Ban Ki-moon. Assad left.", ["Bashar al-Assad", "Ban Ki-moon"]),
        (
            "Donald J. Trump spoke. Donald Trump Jr. did not.",
            ["Donald J. Trump", "Donald Trump Jr."],
        ),
        ("Mr. Malatras spoke on Tuesday.", ["Malatras"]),
        ("Pope Francis spoke in Rome.", ["Pope Francis"]),
        ("He spoke in Paris on Monday. Republicans in the House met the Justice Department.", []),
        ("Getty Images photo. The Attorney General and the Prime Minister met.", []),
    ],
)
def test_people(found, text, names):
    assert [q.name for q in found(text)] == names


def test_what_is_said_of_them(found):
    (smith, jones) = found("Sen. John Smith met Mary Jones, a teacher from Ohio.")
    assert "senator" in smith.nouns and "teacher" in jones.nouns
    assert (smith.gender, jones.gender) == ("m", "f")


def test_headlines_name_whom_the_body_names(found):
    text = "Smith Tells Senate Panel Taxes Must Fall\n\nJohn Smith told a panel to cut taxes."
    (smith,) = found(text)
    assert smith.name == "John Smith" and len(smith.places) == 2


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The New York Times’s", "new york times"),
        ("U.S.", "us"),
        ("the", ""),
        ("", ""),
    ],
)
def test_org_key(text, key):
    assert org_key(text) == key


def test_acronyms_join_their_names(nlp):
    w = read_words(nlp("The World Trade Organization met in Geneva. The WTO said it would wait."))
    orgs, at = organisations(w, {})
    names = {at[i].name for i in range(len(w)) if w.words[i] == "WTO"}
    assert names == {"World Trade Organization"}
    assert all(q.kind == "organization" for q in orgs)


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        (
            "<s1>The operator, SoundLink</s1>, said <c1>its offer was fair</c1>.",
            "SoundLink",
            "organization",
        ),
        (
            "<s1>The boat's maker, Stahl & Moore</s1>, said <c1>it was sorry</c1>.",
            "Stahl & Moore",
            "organization",
        ),
        ("<s1>His coach, Bruna Salgado,</s1> said <c1>no</c1>.", "Bruna Salgado", "person"),
        ("<s1>The owner, Ann Lee</s1>, said <c1>she would pay</c1>.", "Ann Lee", "person"),
    ],
)
def test_a_body_or_a_person_named_in_apposition(told, marked, name, kind):
    [found] = told(marked)
    assert [(s.name, s.kind) for s in found.speakers] == [(name, kind)]


def test_what_one_brings_up_is_new(told):
    found = told(
        "<c1>“It's too early,”</c1> said "
        "<s1>one NATO diplomat, who asked not to be identified</s1>."
        "\n\n<c2>“It was accepted,”</c2> <s2>one senior alliance diplomat</s2> said."
    )
    assert [a.speakers[0].name for a in found] == [
        "one NATO diplomat",
        "one senior alliance diplomat",
    ]
    assert found[0].speakers[0].key != found[1].speakers[0].key
    assert found[1].speakers[0].anonymity is None


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "The essay by <s1>Ta-Nehisi Cole</s1> argues <c1>so</c1>. <s2>Cole</s2> said <c2>it"
            "</c2>.",
            ["Ta-Nehisi Cole", "Ta-Nehisi Cole"],
        ),
        ("<s1>Nadia Khoury KC</s1> said <c1>no</c1>.", ["Nadia Khoury"]),
        ("<s1>Oluwaseun Adeyemi KC, for the crown,</s1> said <c1>no</c1>.", ["Oluwaseun Adeyemi"]),
        ("<s1>Priya Raman, MD,</s1> said <c1>no</c1>.", ["Priya Raman"]),
        (
            "<s1>Former world champion Ludovic d'Aubigny</s1> said <c1>no</c1>. <s2>D'Aubigny</s2>"
            " said <c2>yes</c2>.",
            ["Ludovic d'Aubigny", "Ludovic d'Aubigny"],
        ),
        (
            "Corvane fell. <s1>Its managing director, Peter Vance</s1>, said <c1>no</c1>.",
            ["Peter Vance"],
        ),
        ("It was <s1>a practice President Barack Hart</s1> said <c1>would end</c1>.", None),
        ("<s1>Harpist Colette Rand</s1> said <c1>no</c1>.", ["Colette Rand"]),
        (
            "In the view of <s1>the bridge's designer</s1>, Otto Frayn, 90, <c1>it holds</c1>.",
            ["Otto Frayn"],
        ),
    ],
)
def test_unusual_names(told, marked, names):
    speakers = [s for a in told(marked) for s in a.speakers]
    assert [s.kind for s in speakers] == ["person"] * len(speakers)
    assert [s.name for s in speakers] == (names or ["Barack Hart"])


@pytest.mark.parametrize(
    "body",
    [
        *("Goldman Sachs", "Wells Fargo", "Rolls-Royce Holdings", "Hewlett-Packard"),
        *("Coca-Cola Femsa", "Corvane Industries", "East Midlands Airport"),
    ],
)
def test_bodies_of_two_capitalised_words(told, body):
    [found] = told(f"<s1>{body}</s1> said <c1>profits fell</c1>.")
    assert [s.kind for s in found.speakers] == ["organization"]


def test_a_role_with_a_participle(told):
    [found] = told("It fell. <s1>Its managing director, Peter Vance</s1>, said <c1>no</c1>.")
    assert found.speakers[0].role == "Its managing director"
