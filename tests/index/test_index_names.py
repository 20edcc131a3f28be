import pytest
from index_fakes import entry, fill, row

from quotes.errors import UsageError
from quotes.index import NoSpeakerError, Search, open_index


@pytest.fixture(scope="module")
def people(shared_url):
    """Nothing here changes it."""
    with open_index(shared_url, create=True) as index:
        yield _filled(index)


def _filled(index):
    fill(
        index,
        entry(
            "a",
            row("One", "Sergei Lavrov", speaker_role="foreign minister"),
            row("Two", "SERGEI LAVROV", speaker_role="foreign minister"),
            row("Three", "Lavrov", speaker_id="p-lavrov-1"),
            row("Four", "Bill Clinton"),
            row("Five", "Hillary Clinton", speaker_role="senator"),
            row("Six", "Hillary Clinton"),
            row("Seven", "Médecins Sans Frontières", kind="organization"),
            row("Eight", "a Lavrov aide", kind="anonymous"),
            row("Nine", "Łukasz O’Brien-Smith"),
            row("Eleven", "Dana Moss"),
            row("Twelve", "Moss Institute", kind="organization"),
        ),
        entry("b", row("Ten", "Sergei Lavrov", speaker_role="envoy"), published="2025-01-02"),
    )
    return index


@pytest.mark.parametrize(
    ("name", "speakers", "others"),
    [
        ("Sergei Lavrov", ["p-sergei-lavrov"], []),
        ("sergei  LAVROV", ["p-sergei-lavrov"], []),
        ("lavrov", ["p-sergei-lavrov"], ["p-lavrov-1"]),  # one full name; the bare one is beside
        ("lavrov sergei", ["p-sergei-lavrov"], []),
        ("p-lavrov-1", ["p-lavrov-1"], []),
        ("moss", ["p-dana-moss"], ["o-moss-institute"]),  # who types a surname means the person
        ("moss institute", ["o-moss-institute"], []),
        ("clinton", ["p-hillary-clinton", "p-bill-clinton"], []),
        ("medecins", ["o-médecins-sans-frontières"], []),
        ("lukasz obrien smith", [], []),
        ("lukasz o'brien smith", ["p-łukasz-o’brien-smith"], []),
        ("aide", [], []),  # nobody asks for an aide by that name
        ("!!!", [], []),
    ],
)
def test_match(people, name, speakers, others):
    match = people.match_name(name)
    assert [s.speaker_id for s in match.speakers] == speakers
    assert [s.speaker_id for s in match.others] == others


@pytest.mark.parametrize(
    ("name", "similar"),
    [
        ("Sergey Lavrov", ["Sergei Lavrov"]),
        ("lavrof", ["Sergei Lavrov", "Lavrov"]),
        ("Hilary Clinten", ["Hillary Clinton"]),
        ("Médecin sans frontiere", ["Médecins Sans Frontières"]),
        ("Xi Jinping", []),
    ],
)
def test_did_you_mean(people, name, similar):
    found = [s.speaker for s in people.match_name(name).similar]
    assert sorted(found) == sorted(similar)


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("la", ["Sergei Lavrov", "Lavrov"]),
        ("cl", ["Hillary Clinton", "Bill Clinton"]),
        ("hillary cl", ["Hillary Clinton"]),
        ("clinton h", ["Hillary Clinton"]),
        ("méd", ["Médecins Sans Frontières"]),
        ("x", []),
        ("", []),
        ("%_'\"", []),
    ],
)
def test_suggest(people, prefix, names):
    assert [s.speaker for s in people.suggest(prefix)] == names
    assert [s.speaker for s in people.suggest(prefix, limit=1)] == names[:1]


def test_several_are_asked_about(people):
    with pytest.raises(UsageError) as error:
        people.search(Search(speaker=("clinton",)))
    assert str(error.value) == (
        "2 speakers are called 'clinton': Hillary Clinton, senator (2) p-hillary-clinton; "
        "Bill Clinton (1) p-bill-clinton. Give a fuller name or an identifier, or ask for any of "
        "them"
    )
    assert people.search(Search(speaker=("clinton",), any_speaker=True)).total == 3
    assert people.search(Search(speaker=("lavrov",), any_speaker=True)).total == 4


def test_nobody(people):
    with pytest.raises(NoSpeakerError) as error:
        people.speaker("Sergey Lavrov")
    assert error.value.similar == ("Sergei Lavrov",)
    with pytest.raises(NoSpeakerError):
        people.companions("nobody")


def test_page(people):
    page = people.speaker("lavrov")
    assert (page.row.quotes, page.row.articles, page.row.outlets) == (3, 2, 1)
    assert [(a.value, a.quotes) for a in page.aliases] == [
        ("Sergei Lavrov", 2),
        ("SERGEI LAVROV", 1),
    ]
    assert [(r.value, str(r.first_seen), str(r.last_seen)) for r in page.roles] == [
        ("foreign minister", "2024-05-01", "2024-05-01"),
        ("envoy", "2025-01-02", "2025-01-02"),
    ]
    assert [(m.value, m.quotes) for m in page.months] == [("2024-05", 2), ("2025-01", 1)]
    assert page.ids == ["p-sergei-lavrov"]
    assert page.row.role == "foreign minister"
    with_him = people.companions("p-sergei-lavrov")
    assert {c.label for c in with_him} >= {"Bill Clinton", "Hillary Clinton", "Lavrov"}
    assert "a Lavrov aide" not in {c.label for c in with_him}


def test_list(people):
    assert [s.speaker for s in people.speakers(limit=2)] == ["Sergei Lavrov", "Hillary Clinton"]
    assert [s.speaker for s in people.speakers(limit=1, offset=1)] == ["Hillary Clinton"]
    assert [s.speaker for s in people.speakers(kinds=["anonymous"])] == ["a Lavrov aide"]
