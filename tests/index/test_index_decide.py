import pytest
from index_fakes import check, entry, fill, row

from quotes.errors import UsageError
from quotes.identify.speakers import cut_id
from quotes.index import ContradictionError, Decision, NoSpeakerError, Search
from quotes.index.decisions_csv import read_decisions

SERGEI, SERGEY, SIEMPRE = "p-sergei-lavrov", "p-sergey-lavrov", "p-serge-lavroff"
LATER = {"published": "2044-05-01", "outlet": "The Echo"}


def same(a, b):
    return Decision(decision="same", a=a, b=b, who="me", why="because")


def different(a, b):
    return Decision(decision="different", a=a, b=b)


@pytest.fixture
def people(index):
    fill(
        index,
        entry("a", row("We won", "Sergei Lavrov", speaker_role="minister"), row("No", "Ann Lee")),
        # Years later, elsewhere: the evidence alone joins none of them.
        entry("b", row("We lost", "Sergey Lavrov"), row("Yes", "Sergey Lavrov"), **LATER),
        entry(
            "c", row("A draw", "Serge Lavroff"), row("Joint", "Ann Lee | Sergey Lavrov"), **LATER
        ),
    )
    return index


def test_merged(people):
    [done] = people.decide([same(SERGEY, SERGEI)])
    assert (done.number, done.who, done.why) == (1, "me", "because")
    assert done.made.startswith("20")
    page = people.speaker(SERGEY)  # the newer identifier still leads there
    assert page.row.speaker_id == SERGEI
    assert page.ids == [SERGEI, SERGEY]
    assert page.row.quotes == 4
    assert {a.value for a in page.aliases} == {"Sergei Lavrov", "Sergey Lavrov"}
    found = list(people.rows(Search(speaker=("sergei lavrov",))))
    assert {r["speaker_id"] for r in found} == {SERGEI, f"p-ann-lee | {SERGEI}"}
    assert people.decisions() == [done]
    check(people)


def test_merges_hold_for_what_comes_later(people):
    people.decide([same(SERGEI, SERGEY)])
    fill(people, entry("d", row("Again", "Sergey Lavrov")))
    assert people.speaker(SERGEI).row.quotes == 5
    fill(people, entry("b", row("Corrected", "Sergey Lavrov")))
    assert people.speaker(SERGEI).row.quotes == 4
    check(people)


def test_decisions_wait_for_their_articles(people):
    with pytest.raises(NoSpeakerError):
        people.decide([same(SERGEI, "p-sergej-lavrov")])
    people.decide([same(SERGEI, "p-sergej-lavrov")], waiting=True)
    fill(people, entry("d", row("Later", "Sergej Lavrov")))
    assert people.speaker(SERGEI).row.quotes == 2
    check(people)


def test_undone(people):
    before = people.speakers()
    people.decide([same(SERGEI, SERGEY), same(SERGEI, SIEMPRE)])
    assert people.speaker(SERGEI).row.quotes == 5
    taken = people.undo()
    assert [d.number for d in taken] == [1, 2]
    assert people.speakers() == before
    assert people.decisions() == []
    assert all(d.undone for d in people.decisions(undone=True))
    check(people)
    with pytest.raises(UsageError, match="there is no decision to undo"):
        people.undo()
    with pytest.raises(UsageError, match="decision 1 was undone before"):
        people.undo([1])
    with pytest.raises(UsageError, match="decision 9 isn't there"):
        people.undo([9])


def test_one_of_two_undone(people):
    people.decide([same(SERGEI, SERGEY), same(SERGEY, SIEMPRE)])
    people.undo([1])
    assert people.speaker(SIEMPRE).row.speaker_id == SERGEY
    assert people.speaker(SERGEI).row.quotes == 1
    check(people)


def test_split(people):
    """In one article the name is another man's."""
    people.decide([different(SERGEY, f"{SERGEY}@c")])
    assert people.speaker(SERGEY).row.quotes == 2
    other = people.speaker(cut_id(f"{SERGEY}@c")).row
    assert (other.speaker, other.quotes) == ("Sergey Lavrov", 1)
    fill(people, entry("c", row("Corrected", "Sergey Lavrov"), row("More", "Sergey Lavrov")))
    assert people.speaker(other.speaker_id).row.quotes == 2
    check(people)
    people.decide([same(f"{SERGEY}@c", SERGEI)])
    assert people.speaker(SERGEI).row.quotes == 3
    check(people)
    people.undo([1, 2])
    assert people.speaker(SERGEY).row.quotes == 4
    check(people)


def test_renamed(people):
    people.decide([Decision(decision="name", a=SERGEI, b="Sergey V. Lavrov")])
    assert people.speaker(SERGEI).row.speaker == "Sergey V. Lavrov"
    assert people.suggest("sergey v")[0].speaker_id == SERGEI
    fill(people, entry("d", row("More", "Sergei Lavrov")))
    assert people.speaker(SERGEI).row.speaker == "Sergey V. Lavrov"
    people.undo()
    assert people.speaker(SERGEI).row.speaker == "Sergei Lavrov"
    assert people.suggest("sergey v") == []
    check(people)


def test_contradictions_are_refused_whole(people):
    people.decide([different(SERGEI, SERGEY)])
    with pytest.raises(ContradictionError) as error:
        people.decide([same(SERGEI, SIEMPRE), same(SIEMPRE, SERGEY)])
    assert str(error.value) == (
        f"decision 1 says that {SERGEI} and {SERGEY} are different, decision 2, decision 3 that "
        "they are the same: take one back"
    )
    assert len(people.decisions()) == 1
    assert people.speaker(SIEMPRE).row.quotes == 1
    check(people)


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (same(SERGEI, "p-nobody"), "no speaker 'p-nobody' in the index"),
        (same(SERGEI, SERGEI), "can't be decided about against itself"),
        (Decision(decision="same", a=SERGEI), "needs two sides"),
        (Decision(decision="odd", a=SERGEI, b=SERGEY), "no such decision 'odd': use one of same"),
        (different(SERGEI, f"{SERGEI}@b"), "isn't quoted in the article 'b'"),
        (Decision(decision="wrong", a="none"), "no quotation 'none' in the index"),
    ],
)
def test_refused(people, decision, message):
    with pytest.raises(UsageError, match=message):
        people.decide([decision])
    assert people.decisions() == []


def test_a_quotation_reported_as_wrong(people):
    people.decide([Decision(decision="wrong", a="a:0", why="the other man said it")])
    [reported] = people.quotation("a:0").wrong
    assert reported.why == "the other man said it"
    assert people.quotation("a:1").wrong == []


def test_review(index):
    """What the evidence leaves open, with the evidence; none that somebody decided about."""
    later = {"published": "2028-05-01", "outlet": "The Echo"}
    fill(
        index,
        entry("a", row("We won the day", "Sergei Lavrov"), row("No", "Ann Lee")),
        entry("b", row("We lost it all", "Sergey Lavrov"), **later),
        entry("c", row("A draw", "Maria Lavrov"), **later),
        entry("d", row("So what", "S. Brandt"), row("Well", "Bill Clinton")),
        entry("e", row("So there", "Susan Brandt")),
    )
    pairs = index.review()
    asked = {frozenset((p.a.speaker, p.b.speaker)): p for p in pairs}
    assert asked.keys() == {
        frozenset({"Sergei Lavrov", "Sergey Lavrov"}),
        frozenset({"S. Brandt", "Susan Brandt"}),
    }
    first = pairs[0]
    assert (first.likely, first.score > pairs[1].score) == ("same", True)
    assert first.reasons[0].startswith("an initial that fits")
    assert [r["quote"] for r in first.examples_a + first.examples_b]
    index.decide([different(first.a.speaker_id, first.b.speaker_id)])
    assert index.review() == pairs[1:]
    assert index.review(offset=1) == []


def test_decisions_from_csv(tmp_path):
    file = tmp_path / "d.csv"
    file.write_text(
        "decision,a,b,who,when,why\nsame,p-a,p-b,Ann,2024-05-01,one man\nname,p-a,Ann B,,,\n"
    )
    assert read_decisions(str(file), who="me") == [
        Decision(decision="same", a="p-a", b="p-b", who="Ann", made="2024-05-01", why="one man"),
        Decision(decision="name", a="p-a", b="Ann B", who="me"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("decision,a\nsame,b\n", "lacks the column b"),
        ("decision,a,b\nsame,p-a,p-b\nequal,p-a,p-b\n", ":3: no such decision 'equal'"),
        ("decision,a,b\nsame,p-a,\n", ":2: the decision 'same' needs a and b"),
    ],
)
def test_csv_refused(tmp_path, text, message):
    file = tmp_path / "d.csv"
    file.write_text(text)
    with pytest.raises(UsageError, match=message):
        read_decisions(str(file))


def test_contradictions_name_the_line(people, tmp_path):
    file = tmp_path / "d.csv"
    file.write_text(f"decision,a,b\nsame,{SERGEI},{SIEMPRE}\nsame,{SIEMPRE},{SERGEY}\n")
    people.decide([different(SERGEI, SERGEY)])
    with pytest.raises(ContradictionError) as error:
        people.decide(read_decisions(str(file)))
    assert str(error.value) == (
        f"decision 1 says that {SERGEI} and {SERGEY} are different, {file}:2, {file}:3 that they "
        "are the same: take one back"
    )
