"""Who is who in an index: the golden cases, batch by batch; what is kept, and what is told anew."""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from index_fakes import check, entry, fill, row

from quotes.identify import Registry, mentions_of, speaker_ids
from quotes.identify.authority import Record, authority
from quotes.index import Decision, Search, VersionError, identity, open_index
from quotes.index.remembered import AROUND
from quotes.index.tables import speaker_table
from quotes.types import Speaker

GOLDEN = Path(__file__).parents[2] / "golden" / "identity"
CASES = sorted(GOLDEN.glob("*.json"))


def ids_of(mention):
    speaker = Speaker(
        key=mention["name"].casefold(), name=mention["name"], kind=mention.get("kind", "person")
    )
    return speaker_ids(mention["article"], speaker)


def entries(case):
    """The articles of a golden case."""
    articles = defaultdict(list)
    for mention in case["mentions"]:
        articles[mention["article"]].append(mention)
    for article_id, mentions in articles.items():
        rows = []
        for mention in mentions:
            kind = mention.get("kind", "person")
            shown = {"speaker_kind": kind, "speaker_id": ids_of(mention)}
            quote = mention.get("quote") or "So be it"
            said = row(quote, mention["name"], speaker_role=mention.get("role"), **shown)
            cited = mention.get("source", mention["name"])
            rows.append({**said, "source": cited, "context": mention.get("text", "")})
            for name in mention.get("with", ()):
                there = {"article": article_id, "name": name}
                beside = row("Quite", name, speaker_id=ids_of(there))
                rows.append({**beside, "context": ""})
        first = mentions[0]
        yield entry(
            article_id,
            *rows,
            title=None,
            outlet=first.get("outlet"),
            published=first.get("day"),
            text="",
        )


def decisions(case):
    found = {f"{m['is']}@{m['article']}": ids_of(m) for m in case["mentions"]}

    def node(text):
        who = next((w for w in sorted(found, key=len, reverse=True) if text.startswith(w)), None)
        return text if who is None else found[who] + text.removeprefix(who)

    return [
        Decision(decision=kind, a=node(a), b=b if kind == "name" else node(b))
        for kind, a, b in case.get("decisions", ())
    ]


def told(index, case):
    """Whom the index takes each mention for."""
    return {
        (m["article"], ids_of(m)): head
        for m in case["mentions"]
        for (head,) in index.database.all(
            "SELECT DISTINCT s.speaker_id FROM spoken k JOIN speakers s ON s.id = k.speaker "
            "JOIN speakers f ON f.id = k.found JOIN articles a ON a.id = k.article "
            "WHERE a.article_id = ? AND f.speaker_id = ?",
            (m["article"], ids_of(m)),
        )
    }


@pytest.mark.parametrize("lots", [1, 2, -2, 100])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_cases_lot_by_lot(tmp_path, path, lots):
    case = json.loads(path.read_text("utf-8"))
    articles = sorted(entries(case), key=lambda e: e.article["article_id"], reverse=lots < 0)
    size = -(-len(articles) // abs(lots))
    with open_index(str(tmp_path / "i.db"), create=True) as index:
        index.decide(decisions(case), waiting=True)
        before = {}
        for at in range(0, len(articles), size):
            fill(index, *articles[at : at + size])
            heads = told(index, case)
            # Whoever was given an identifier keeps it, or it leads to the one in use.
            for place, head in before.items():
                assert index.speaker(head).row.speaker_id == heads[place]
            before = heads
        check(index)
    people, meant = defaultdict(set), defaultdict(set)
    for mention in case["mentions"]:
        head = before[mention["article"], ids_of(mention)]
        people[mention["is"]].add(head)
        meant[head].add(mention["is"])
    assert {who: ids for who, ids in people.items() if len(ids) > 1} == {}
    assert {head: who for head, who in meant.items() if len(who) > 1} == {}


def said(*names, article="a", **given):
    return entry(article, *(row(f"{name} said so", name) for name in names), **given)


def test_the_index_says_what_the_registry_says(index):
    lots = [
        [said("Sergei Lavrov", "Ann Lee", article="a"), said("Sergey Lavrov", article="b")],
        [said("Muammar Gaddafi", article="c"), said("Moammar Qaddafi", "Ann Lee", article="d")],
    ]
    registry = Registry()
    for lot in lots:
        fill(index, *lot)
        rows = [r for e in lot for r in e.rows]
        registry.add(mentions_of(rows))
    ids = [one for (one,) in index.database.all("SELECT speaker_id FROM speakers")]
    heads = {one: index.speaker(one).row.speaker_id for one in ids}
    assert heads == {one: registry.resolve(one) for one in ids}
    assert heads["p-sergey-lavrov"] == "p-sergei-lavrov"
    kept = index.database.all("SELECT a, b, score, reasons FROM links ORDER BY a, b")
    links = sorted(one.link for one in registry.links.values())
    assert [(a, b, score, tuple(json.loads(r))) for a, b, score, r in kept] == links
    check(index)


def test_no_link_goes_against_a_decision(index):
    fill(index, said("Sergei Lavrov", article="a"), said("Sergey Lavrov", article="b"))
    a, b = "p-sergei-lavrov", "p-sergey-lavrov"
    assert index.speaker(b).ids == [a, b]
    index.decide([Decision(decision="different", a=a, b=b)])
    assert (index.speaker(a).ids, index.speaker(b).ids) == ([a], [b])
    check(index)
    fill(index, said("Sergey Lavrov", article="c"))
    assert index.speaker(b).row.quotes == 2
    index.undo()
    assert index.speaker(b).row.quotes == 3
    check(index)


def test_namesakes_told_apart_have_rows_of_their_own(index):
    fill(
        index,
        entry("a", row("The pitch was wet", "John Price", speaker_role="Rovers striker")),
        entry("b", row("The fire is out", "John Price", speaker_role="fire chief")),
    )
    found = {s.role: s.speaker_id for s in index.speakers()}
    assert len(found) == 2
    fill(index, entry("c", row("Another fire", "John Price", speaker_role="fire chief")))
    rows = index.rows(Search(speaker=(found["fire chief"],)))
    assert sorted(r["article_id"] for r in rows) == ["b", "c"]
    # A corrected article changes nobody's identity.
    fill(index, entry("b", row("The fire is long out", "John Price", speaker_role="fire chief")))
    rows = index.rows(Search(speaker=(found["fire chief"],)))
    assert sorted(r["article_id"] for r in rows) == ["b", "c"]
    check(index)


def test_an_authority_file(index):
    records = [
        Record("Q1", "Osgood Pennefather", ("Ozzie Penn",), None, None, None, None),
        Record("Q2", "John Brown", (), "striker", None, None, None),
        Record("Q3", "John Brown", (), "senator", None, None, None),
        Record("Q4", "Harbour Trust", ("The Harbour Trust",), None, 1990, None, None),
        Record("Q5", "Nobody Here", (), None, None, None, None),
        Record("Q6", "Mill Board", (), "of Leeds", None, None, None),
        Record("Q7", "Mill Board", (), "of York", None, None, None),
    ]
    fill(index, entry("m", row("We grind", "The Mill Board", kind="organization")))
    fill(index, said("Osgood Pennefather", "John Brown", article="a"))
    fill(index, said("Ozzie Penn", article="b"))
    fill(index, entry("o", row("We build", "The Harbour Trust", kind="organization")))
    index.link_authority(authority(records))
    one = index.speaker("Osgood Pennefather")
    assert one.row.authority_id == "Q1"
    assert one.ids == ["p-osgood-pennefather", "p-ozzie-penn"]
    assert (one.authority.name, one.candidates) == ("Osgood Pennefather", [])
    brown = index.speaker("John Brown")
    assert (brown.row.authority_id, brown.authority) == (None, None)
    assert [(c.authority_id, c.role) for c in brown.candidates] == [
        ("Q2", "striker"),
        ("Q3", "senator"),
    ]
    bodies = {s.speaker: s.authority_id for s in index.speakers(kinds=["organization"])}
    assert bodies == {"The Harbour Trust": "Q4", "The Mill Board": None}
    board = index.speaker("The Mill Board")
    assert [(c.authority_id, c.role) for c in board.candidates] == [
        ("Q6", "of Leeds"),
        ("Q7", "of York"),
    ]
    table = {row["speaker"]: row for row in speaker_table(index.database)}
    assert table["John Brown"]["candidates"] == ["Q2", "Q3"]
    assert table["The Mill Board"]["candidates"] == ["Q6", "Q7"]
    assert table["Osgood Pennefather"]["candidates"] == []
    (merged,) = table["Osgood Pennefather"]["merged"]
    assert merged == {"speaker_id": "p-ozzie-penn", "score": 6.0, "reasons": ["both are Q1"]}
    fill(index, said("Ozzie Penn", article="c"))
    assert index.speaker("Osgood Pennefather").row.quotes == 3
    # Who is no longer in the file is nobody's candidate.
    index.link_authority(authority([one for one in records if one.name != "John Brown"]))
    assert index.speaker("John Brown").candidates == []
    check(index)


def test_told_anew_where_an_older_version_knew_nothing(index):
    fill(index, said("Sergei Lavrov", article="a"), said("Sergey Lavrov", article="b"))
    before = index.speakers()
    database = index.database
    with database.transaction():
        for table in ("people", "people_keys", "placed", "common", "suggestions", "links"):
            database.run(f"DELETE FROM {table}")
        database.run("UPDATE speakers SET merged_into = NULL")
        database.run("UPDATE spoken SET speaker = found")
        database.run("INSERT INTO meta (key, value) VALUES ('identity', 'stale')")
        identity.catch_up(database)
    assert index.speakers() == before
    assert index.speaker("p-sergey-lavrov").row.quotes == 2
    check(index)


def test_an_index_of_version_1_is_brought_up_to_date(tmp_path):
    path = str(tmp_path / "i.db")
    with open_index(path, create=True) as index:
        fill(index, said("Sergei Lavrov", article="a"), said("Sergey Lavrov", article="b"))
        before = index.speakers()
        added = ("people", "people_keys", "placed", "common", "suggestions", "authorities")
        for table in (*added, "people_states", "people_news"):
            index.database.run(f"DROP TABLE {table}")
        index.database.run("DROP INDEX links_by_b")
        index.database.run("DELETE FROM totals WHERE what LIKE 'unnamed %'")
        index.database.run("ALTER TABLE links DROP COLUMN run")
        index.database.run("UPDATE speakers SET merged_into = NULL")
        index.database.run("UPDATE spoken SET speaker = found")
        index.database.run("PRAGMA user_version = 1")
    with open_index(path, create=True) as index:
        fill(index, said("Ann Lee", article="c"))
        assert index.speakers()[: len(before)] == before
        check(index)


def as_before_version_4(index):
    """What was around people stands with the rest of them."""
    for person, state, brief in index.database.all(
        "SELECT p.id, s.state, p.state FROM people p JOIN people_states s ON s.person = p.id"
    ):
        whole = json.dumps(json.loads(brief) | json.loads(state))
        index.database.run("UPDATE people SET state = ? WHERE id = ?", (whole, person))
    index.database.run("DROP TABLE people_states")
    index.database.run("DROP TABLE people_news")
    index.database.run("ALTER TABLE people DROP COLUMN waiting")


def test_an_index_of_version_3_is_brought_up_to_date(url):
    with open_index(url, create=True) as index:
        fill(index, said("Sergei Lavrov", article="a"), said("Sergey Lavrov", article="b"))
        kept = people_of(index)
        as_before_version_4(index)
        if index.database.dialect == "sqlite":
            index.database.run("PRAGMA user_version = 3")
        else:
            index.database.run("UPDATE meta SET value = '3' WHERE key = 'version'")
    with open_index(url, create=True) as index:
        assert people_of(index) == kept
        fill(index, said("Sergei Lavrov", article="c"))
        assert index.speaker("p-sergey-lavrov").row.quotes == 3
        check(index)


def people_of(index):
    """All that is kept of people."""
    rows = index.database.all(
        "SELECT p.id, p.state, s.state FROM people p JOIN people_states s ON s.person = p.id"
    )
    return {
        person: (json.loads(brief), {part: json.loads(state)[part] for part in AROUND})
        for person, brief, state in rows
    }


def test_an_index_of_version_2_is_brought_up_to_date(url):
    with open_index(url, create=True) as index:
        unnamed = row("Give it a week", "an aide", kind="anonymous", anonymity="in fear")
        fill(index, said("Sergei Lavrov", article="a"), entry("b", unnamed))
        index.database.run("DROP TABLE authorities")
        as_before_version_4(index)
        index.database.run("DELETE FROM totals WHERE what LIKE 'unnamed %'")
        if index.database.dialect == "sqlite":
            index.database.run("PRAGMA user_version = 2")
        else:
            index.database.run("UPDATE meta SET value = '2' WHERE key = 'version'")
    with pytest.raises(VersionError, match="bring it up to date with: quotes index"):
        open_index(url, readonly=True)
    with open_index(url, create=True) as index:
        check(index)
        assert [count.value for count in index.anonymous("reason")] == ["in fear"]
        assert index.speaker("lavrov").candidates == []
