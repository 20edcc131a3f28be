"""The small parts of identity across articles, as tables of cases."""

from pathlib import Path
from time import process_time

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import ReadError, UsageError
from quotes.identify import (
    ContradictionError,
    Decision,
    Mention,
    Registry,
    load_registry,
    mentions_of,
    read_authority,
    read_decisions,
    save_registry,
    speaker_ids,
)
from quotes.identify.callings import calling_of, far
from quotes.identify.clusters import Judged, Link, clusters
from quotes.identify.common import Common
from quotes.identify.evidence import NOTHING_SHARED, least, weigh
from quotes.identify.forms import agree, blocks, form_of, given_keys
from quotes.identify.nodes import node_of
from quotes.identify.spelling import alike, skeleton
from quotes.types import Speaker


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Gaddafi", "Qaddafi", True),
        ("Gaddafi", "Khadafy", True),
        ("Sergei", "Sergey", True),
        ("Лавров", "Lavrov", True),
        ("Dolmatov", "Dolmatoff", True),
        ("Phil", "Will", False),
        ("Lee", "Li", False),
        ("Jones", "James", False),
        ("Marsh", "Marks", False),
    ],
)
def test_spellings(first: str, second: str, expected: bool) -> None:
    assert alike(first, second) is expected
    assert not expected or skeleton(first) == skeleton(second)


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("Donald J. Trump", "Donald Trump", "middle"),
        ("W. Mark Felt", "Mark Felt", "initial-first"),
        ("Crooked Hillary Clinton", "Hillary Clinton", "extra-word"),
        ("Len Burman", "Leonard E. Burman", "nickname"),
        ("Bobby Scott", 'Robert C. "Bobby" Scott', "nickname"),
        ("Susan Diane Crawford", "Diane Crawford", "second-name"),
        ("Muammar Gaddafi", "Muammar Qaddafi", "spelling"),
        ("Betty Page", "Bettie Page", "homophone"),
        ("Stephen Roe", "Steven Roe", "homophone"),
        ("Dick Marsh", "Richard Marsh", "nickname"),
        ("Bill Gates", "Robert Gates", None),
        ("Ian Conyers", "John Conyers", None),
        ("Xi Jinping", "Jinping Xi", "order"),
        ("Maria Holt", "Maria Holt-Brandt", "surname-longer"),
        ("Maria Holt", "Maria Brandt (née Holt)", "surname-longer"),
        ("J. Hoover", "John Hoover", "initial"),
        ("George W. Bush", "George H.W. Bush", None),
        ("Bill Clinton", "Hillary Clinton", None),
        ("Mary Ann Smith", "Mary Beth Smith", None),
        ("Leonard Pryce Jr.", "Leonard Pryce Sr.", None),
        ("John Smith", "Joan Smith", None),
        ("Mr. Alex Carr", "Ms. Alexa Carr", None),
        ("Ann Lee", "Ann Reed", None),
    ],
)
def test_forms_of_names(first: str, second: str, how: str | None) -> None:
    a, b = form_of(first), form_of(second)
    assert a is not None
    assert b is not None
    found = agree(a, b)
    assert (found.how if found else None) == how
    assert agree(b, a) == found or how is not None
    if how is not None:
        assert set(blocks(a)) & set(blocks(b))
        assert how == "initial" or set(given_keys(a)) & set(given_keys(b))


def test_two_names_of_families_are_rarer_than_one() -> None:
    crawford, smith, ann = (
        (form_of(name), form_of(f"Sharron {name}"))
        for name in ("Diane Crawford Smith", "Diane Smith", "Diane Ann Smith")
    )
    scores = [agree(a, b) for a, b in (crawford, smith, ann) if a and b]
    assert [found.score for found in scores if found] == [1.8, 0.0, 0.0]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("fire chief", "Rovers striker", True),
        ("Transport Minister", "President", False),
        ("senator", "attorney", False),
        ("actor", "nurse", True),
        (None, "nurse", False),
    ],
)
def test_walks_of_life(first: str | None, second: str | None, expected: bool) -> None:
    assert far(calling_of(first).fields, calling_of(second).fields) is expected


@pytest.mark.parametrize(
    ("role", "offices"),
    [
        ("the president's eldest son", set()),
        ("President Roe’s wife", set()),
        ("the prime minister’s spokesman", set()),
        ("campaign manager for Sen. Jane Roe’s campaign", set()),
        ("California’s attorney general", {"attorney"}),
        ("the women’s coach", {"coach"}),
        ("president of the Teachers’ Union", {"president"}),
        ("the former mayor of King’s Lynn", {"mayor"}),
    ],
)
def test_whose_somebody_is_is_no_office_of_theirs(role: str, offices: set[str]) -> None:
    assert calling_of(role).offices == offices


def judged(*rows: str) -> list[Judged]:
    found = []
    for number, row in enumerate(rows, start=2):
        a, sign, b = row.split()
        found.append(Judged(sign == "=", a, b, f"line {number}"))
    return found


def test_no_score_overrides_a_decision() -> None:
    links = [Link("a", "b", 99.0, ()), Link("b", "c", 9.0, ())]
    groups = clusters(judged("c != a"), links)
    assert sorted(map(sorted, groups)) == [["a", "b"], ["c"]]


def test_of_a_large_group_only_those_are_asked_who_tell() -> None:
    asked = []

    def may_join(a: set[str], b: set[str]) -> bool:
        asked.append((sorted(a), sorted(b)))
        return True

    links = [Link("a", one, 3.0, ()) for one in "xyz"] + [Link("b", "z", 3.0, ())]
    groups = clusters([], links, tells=lambda one: one in "ab", may_join=may_join)
    assert groups == [set("abxyz")]
    assert asked == [(["a"], []), (["a"], []), (["a"], []), (["b"], ["a"])]


def test_decisions_are_transitive() -> None:
    assert clusters(judged("a = b", "c = b"), []) == [{"a", "b", "c"}]


def test_contradictions_are_reported_by_line() -> None:
    with pytest.raises(ContradictionError, match=r"line 4 .* line 2, line 3 .*take one back"):
        clusters(judged("a = b", "b = c", "a != c"), [])


def test_contradictions_of_many_take_time_in_proportion() -> None:
    chain = [f"n{i} = n{i + 1}" for i in range(8_000)]
    start = process_time()
    with pytest.raises(ContradictionError, match=r"n7\d\d\d and n7\d\d\d are different"):
        clusters(judged(*chain, *(f"n{i} != n{i + 2}" for i in range(7_998))), [])
    assert process_time() - start < 10.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("decision,a\nsame,x\n", "lacks the column b"),
        ("decision,a,b\nequal,x,y\n", r":2: no such decision 'equal'"),
        ("decision,a,b\nsame,x,\n", r":2: the decision 'same' needs a and b"),
        ("decision,a,b\nsame,x,x\n", "against itself"),
        ("decision,a,b\nunsure,x,\n", r":2: the decision 'unsure' needs a and b"),
        ("decision,a,b\nsame,x,y\ndifferent,y,x\n", r":3 says .*:2 that they are the same"),
    ],
)
def test_wrong_decisions(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text)
    with pytest.raises(UsageError, match=message):
        read_decisions(path)


def test_decisions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(
        "decision,a,b,who,when,why\nname,p-1,Ann Lee,ES,2024-01-01,so\nwrong,q,,,,\n"
        "unsure,p-1,p-2,ES,,\n"
    )
    assert read_decisions(path) == [
        Decision("name", "p-1", "Ann Lee", "ES", "2024-01-01", "so", f"{path}:2")
    ]
    with pytest.raises(UsageError, match="can't read"):
        read_decisions(tmp_path / "none.csv")


def person(article: str, name: str, *roles: str, day: int = 738_000) -> Mention:
    found = speaker_ids(article, Speaker(key=name, name=name, kind="person"))
    return Mention(article, found, name, "person", roles=roles, outlet="Echo", day=day)


def test_names_of_bodies_in_an_authority_file(tmp_path: Path) -> None:
    path = tmp_path / "authority.csv"
    path.write_text(
        "authority_id,name,aliases\n"
        "Q1,Corvane Industries,Big Blue\n"
        "Q2,Mill Board,\n"
        "Q3,Mill Board,\n"
    )
    names = {"1": "Corvane Industries", "2": "Big Blue", "3": "The Mill Board"}
    speakers = {
        article: Speaker(key=name, name=name, kind="organization")
        for article, name in names.items()
    }
    mentions = [
        Mention(one, speaker_ids(one, speaker), speaker.name, "organization")
        for one, speaker in speakers.items()
    ]
    registry = Registry()
    registry.add(mentions, authority=read_authority(path))
    first, second, board = (registry.resolve(one.found) for one in mentions)
    assert first == second
    assert registry.authority_ids[first] == "Q1"
    assert registry.candidates == {board: ("Q2", "Q3")}


@pytest.mark.parametrize(("surname", "linked"), [("Vostrik", True), ("Paul", False)])
def test_a_surname_that_is_a_given_name_needs_more_than_the_day(surname: str, linked: bool) -> None:
    known = [person(f"k{n}", f"Rand {surname}", "senator", day=738_000 + n) for n in range(60)]
    known.append(person("other", f"Ron {surname}"))
    bare = person("b", surname, "fair housing director", day=738_010)._replace(outlet="Post")
    registry = Registry()
    registry.add([*known, bare])
    assert (registry.resolve(bare.found) == registry.resolve(known[0].found)) is linked


def test_an_authority_file_links_and_lists_candidates(tmp_path: Path) -> None:
    path = tmp_path / "authority.csv"
    path.write_text(
        "authority_id,name,aliases,role,born\n"
        "Q1,Osgood Pennefather,Ozzie Penn,plant manager,1960\n"
        "Q2,John Brown,,striker,\n"
        "Q3,John Brown,,senator,\n"
    )
    registry = Registry()
    mentions = [
        person("1", "Osgood Pennefather", "plant manager"),
        person("2", "Ozzie Penn"),
        person("3", "John Brown"),
        person("4", "John Brown", "senator", day=739_900),
    ]
    registry.add(mentions, authority=read_authority(path))
    ids = {m.article_id: registry.resolve(m.found) for m in mentions}
    assert ids["1"] == ids["2"]
    assert registry.authority_ids[ids["1"]] == "Q1"
    known = [one for one in registry.nodes if one.startswith("p-john-brown")]
    assert {registry.authority_ids.get(one) for one in known} <= {None, "Q3"}
    assert all(
        set(registry.candidates[one]) == {"Q2", "Q3"}
        for one in known
        if one not in registry.authority_ids
    )


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"name\nx\n", "lacks the column authority_id"),
        ("a.csv", b"authority_id,name\nQ1,\n", "entry 1 lacks"),
        ("a.txt", b"", "is .csv or .parquet"),
        ("a.parquet", b"no", "can't read"),
    ],
)
def test_wrong_authority_files(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UsageError, match=message):
        read_authority(tmp_path / name)


def test_an_authority_file_that_sets_off_a_panic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As polars has it on some damaged files; found by fuzzing."""

    def panic(data: bytes) -> None:
        raise pl.exceptions.PanicException("assertion failed: offset + length <= self.length")

    monkeypatch.setattr(pl, "read_parquet", panic)
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match="assertion failed"):
        read_authority(tmp_path / "a.parquet")


def test_an_authority_file_with_numbers_for_names(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pl.DataFrame({"authority_id": [1], "name": [2], "aliases": [3.5]}).write_parquet(path)
    assert read_authority(path).body("2").authority_id == "1"
    listed = {"authority_id": ["Q1"], "name": ["NATO"], "aliases": [["OTAN", None]]}
    pl.DataFrame(listed).write_parquet(path)
    assert read_authority(path).body("OTAN").authority_id == "Q1"


def test_a_registry_is_kept(tmp_path: Path) -> None:
    first = [person("1", "Donald J. Pell", "mayor"), person("2", "Donald Pell", "mayor")]
    whole, before = Registry(), Registry()
    before.add(first)
    save_registry(before, tmp_path / "people.gz")
    after = load_registry(tmp_path / "people.gz")
    assert after.aliases() == before.aliases()
    later = [person("3", "Donald Pell", "mayor"), person("4", "Ann Pell")]
    whole.add(first)
    assert after.add(later).ids == whole.add(later).ids
    assert after.resolve(first[0].found) == after.resolve(first[1].found)
    (tmp_path / "other").write_bytes(b"no")
    with pytest.raises((ReadError, UsageError)):
        load_registry(tmp_path / "other")


def test_a_damaged_registry_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "people.gz"
    registry = Registry()
    registry.add([person(str(n), f"Ann{n} Pell", "mayor") for n in range(9)])
    save_registry(registry, path)
    whole = path.read_bytes()
    for at in range(10, len(whole), 7):  # past the head of gzip: found by fuzzing
        path.write_bytes(whole[:at] + bytes((whole[at] ^ 0xFF,)) + whole[at + 1 :])
        with pytest.raises((ReadError, UsageError)):
            load_registry(path)


def test_mentions_are_taken_from_rows() -> None:
    rows = pl.DataFrame(
        {
            "article_id": ["a", "a", "b"],
            "title": ["Harbour talks", "Harbour talks", None],
            "outlet": ["Echo", "Echo", None],
            "published": [None, None, None],
            "quote_type": ["direct"] * 3,
            "quote": ["Yes"] * 3,
            "source": ["Ann Lee, 40, of Hull", "Bob Ray", ""],
            "speaker_id": ["p-ann-lee-1", "p-ann-lee-1 | p-bob-ray-2", None],
            "speaker": ["Ann Lee", "Ann Lee | Bob Ray", None],
            "speaker_kind": ["person", "person", "unknown"],
            "speaker_role": ["pilot", "captain", None],
            "context": ["She sailed for Hull.", "", ""],
        }
    ).iter_rows(named=True)
    ann, bob = mentions_of(rows)
    assert (ann.name, ann.roles, ann.quotes, ann.company) == ("Ann Lee", ("pilot",), 2, {"bob ray"})
    assert (bob.name, bob.roles, bob.company) == ("Bob Ray", (), {"ann lee"})


def test_nobody_is_president_by_a_slip_of_one_article() -> None:
    company = frozenset({"ann lee", "rolf berg", "ida voss", "per lund"})
    sure = [person(f"u{n}", "Ulrik Sandvoll", "President", day=738_000 + n) for n in range(11)]
    slip = person("m", "Maja Sandvoll", "President", day=738_011)._replace(company=company)
    beside = company | {"ulrik sandvoll"}
    bare = person("b", "Sandvoll", "President", day=738_011)._replace(company=beside)
    ids = Registry().add([*sure, slip, bare]).ids
    assert ids.get(("b", bare.found), bare.found) != slip.found
    alone = person("c", "Sandvoll", "President", day=738_011)
    ids = Registry().add([*sure, slip, alone]).ids
    assert ids["c", alone.found] == sure[0].found


def test_names_of_which_nothing_is_left_in_plain_letters() -> None:
    """Found by fuzzing: an alef alone has no plain letter, and was compared by its first one."""
    alef, initial = form_of("\u0627 Lee"), form_of("J. Lee")
    assert alef is not None and initial is not None
    assert all(alef.given) and form_of("Ann \u0627") is not None
    assert agree(alef, initial) is None is agree(initial, alef)


def test_how_names_agree_does_not_depend_on_which_comes_first() -> None:
    """Found by fuzzing, where each has the other's first name behind its own."""
    one, other = form_of("J. Paul Smith"), form_of("Paul J. Smith")
    assert one is not None and other is not None
    assert agree(one, other) == agree(other, one) is not None


_ROLES = ("", "striker", "fire chief of Leeds", "mayor of Rome", "mayor of Leeds", "president")


@given(
    roles=st.tuples(st.sampled_from(_ROLES), st.sampled_from(_ROLES)),
    days=st.tuples(st.integers(0, 9000), st.integers(0, 9000)),
    born=st.tuples(st.none() | st.integers(1930, 2000), st.none() | st.integers(1930, 2000)),
    shared=st.integers(0, 4),
    name=st.sampled_from(["Ann Lee", "John Smith", "Perpetua Quill"]),
)
def test_the_least_that_two_of_one_name_come_to(
    roles: tuple[str, str],
    days: tuple[int, int],
    born: tuple[int | None, int | None],
    shared: int,
    name: str,
) -> None:
    common = Common(1000, {})
    both = frozenset(f"w{n}" for n in range(shared))
    nodes = []
    for number, (role, day, year) in enumerate(zip(roles, days, born, strict=True)):
        mention = Mention(
            article_id=f"a{number}",
            found="p-x",
            name=name,
            kind="person",
            roles=(role,) if role else (),
            outlet="The Post",
            day=day,
            company=both,
            setting=both | {f"s{number}"},
            words=frozenset(range(shared)),
            born=year,
        )
        nodes.append(node_of(mention, node_id=f"p-x{number}", found="p-x", run=1))
    first, second = nodes
    assert first.form is not None
    found = weigh(first, second, common)
    lonely = first.form.commonness == 2 and not any(one.weight > 0 for one in found)
    total = sum(one.weight for one in found) + (NOTHING_SHARED if lonely else 0.0)
    assert least(first, second) <= total + 1e-9
