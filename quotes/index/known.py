"""What an index keeps of its registry of people, and how the part that matters is loaded.

`quotes.identify.Registry` holds everybody in memory. An index keeps the same in tables and loads,
for new articles, no more than whom their names may concern: people of an equal or like name, those
whom a surname alone may mean, and whoever is joined with these by links and decisions.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from quotes.identify import Decision, Link, Mention, Registry, Resolution
from quotes.identify.common import Common
from quotes.identify.meeting import node_keys
from quotes.identify.nodes import Node
from quotes.identify.resolution import Kept, Place
from quotes.identify.speakers import cut_id
from quotes.index.database import Database, all_in
from quotes.index.like import named_like
from quotes.index.remembered import Remembered, fetcher, keep, waiting


class Known(NamedTuple):
    """A registry with what was loaded into it, to tell afterwards what is new.

    Attributes:
        registry: The registry.
        nodes: Whom it had.
        links: The links it had.
        counts: How widespread names were.
        authority_ids: Who people were in the authority file.
        candidates: Who they might have been there.
    """

    registry: Registry
    nodes: AbstractSet[str]
    links: Mapping[tuple[str, str], Kept]
    counts: Mapping[str, int]
    authority_ids: Mapping[str, str]
    candidates: Mapping[str, tuple[str, ...]]


def load(
    database: Database,
    mentions: Sequence[Mention],
    decisions: Sequence[Decision],
    *,
    run: int,
    seen: AbstractSet[str] = frozenset(),
    people: Iterable[str] = (),
) -> Known:
    """Load what concerns some articles' speakers.

    Args:
        database: The index.
        mentions: The speakers.
        decisions: All decisions about two speakers that hold.
        run: The number of the run.
        seen: Which of the articles were in the index before.
        people: Identifiers of others to be loaded.
    """
    articles = sorted({one.article_id for one in mentions})
    placed: dict[Place, str] = {
        (article_id, found): person
        for article_id, found, person in all_in(
            database, "SELECT article_id, found, person FROM placed WHERE article_id IN", articles
        )
    }
    parts = {part for one in decisions for part in (one.a, one.b)}
    cuts = {part for part in parts if "@" in part}
    wanted = {*people, *placed.values(), *(one.found for one in mentions)}
    wanted |= {cut_id(cut) for cut in cuts if cut.partition("@")[2] in set(articles)}
    wanted |= named_like(database, mentions)
    wanted, links = _joined(database, wanted, decisions)
    nodes, authority_ids, candidates = _people(database, sorted(wanted))
    counts = _counts(database, mentions)
    total = database.one("SELECT value FROM meta WHERE key = 'identity_articles'")
    registry = Registry(
        nodes=nodes,
        links=dict(links),
        common=Common(int(total[0]) if total else 0, counts, look_up=_spread(database)),
        run=run - 1,
        seen=set(seen),
        placed=placed,
        authority_ids=dict(authority_ids),
        candidates=dict(candidates),
        others=_others(database, sorted(parts)),
    )
    registry.restore()
    return Known(registry, frozenset(nodes), links, counts, authority_ids, candidates)


def store(database: Database, known: Known, resolution: Resolution) -> None:
    """Keep what a registry learnt.

    Args:
        database: The index; within a transaction.
        known: The registry, after articles were added to it.
        resolution: What came of that.
    """
    registry = known.registry
    fresh = registry.nodes.keys() - known.nodes
    changed = {one for one in resolution.touched if one in registry.nodes} | fresh
    changed |= {
        one
        for one in registry.nodes
        if registry.authority_ids.get(one) != known.authority_ids.get(one)
        or registry.candidates.get(one) != known.candidates.get(one)
    }
    database.many(
        "INSERT INTO people (id, surname, is_full, articles, first, last, state, authority_id, "
        "candidates, waiting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "articles = excluded.articles, first = excluded.first, last = excluded.last, "
        "state = excluded.state, authority_id = excluded.authority_id, "
        "candidates = excluded.candidates, waiting = excluded.waiting",
        [_row(registry, registry.nodes[one]) for one in sorted(changed)],
    )
    keep(database, [registry.nodes[one] for one in sorted(changed)])
    database.many(
        # Of a body articles may have told another name since.
        "INSERT INTO people_keys (key, person) VALUES (?, ?) ON CONFLICT (key, person) DO NOTHING",
        [
            (key, one)
            for one in sorted(changed)
            if one in fresh or registry.nodes[one].kind == "organization"
            for key in node_keys(registry.nodes[one])
        ],
    )
    database.many(
        "INSERT INTO placed (article_id, found, person) VALUES (?, ?, ?) "
        "ON CONFLICT (article_id, found) DO UPDATE SET person = excluded.person",
        [
            (*place, person)
            for place in resolution.people
            if (person := registry.placed.get(place)) is not None
        ],
    )
    _keep_links(database, known, resolution)
    counts = registry.common.counts
    database.many(
        "INSERT INTO common (name, articles) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET articles = excluded.articles",
        sorted(
            (name, count) for name, count in counts.items() if known.counts.get(name, 0) != count
        ),
    )
    database.run(
        "INSERT INTO meta (key, value) VALUES ('identity_articles', ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (str(registry.common.articles),),
    )


def _keep_links(database: Database, known: Known, resolution: Resolution) -> None:
    new = [kept for pair, kept in known.registry.links.items() if known.links.get(pair) != kept]
    database.many(
        "INSERT INTO links (a, b, score, reasons, run) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, reasons = excluded.reasons",
        [(*_as_row(kept.link), kept.run) for kept in new],
    )
    database.many(
        "DELETE FROM suggestions WHERE a = ? AND b = ?",
        [(kept.link.a, kept.link.b) for kept in new],
    )
    database.many(
        "INSERT INTO suggestions (a, b, score, reasons) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, reasons = excluded.reasons",
        [_as_row(one) for one in resolution.suggestions],
    )


def _as_row(link: Link) -> tuple[str, str, float, str]:
    return link.a, link.b, link.score, json.dumps(link.reasons, ensure_ascii=False)


def _row(registry: Registry, node: Node) -> tuple[Any, ...]:
    return (
        node.id,
        node.form.tail if node.form else "",
        int(node.is_full),
        node.articles,
        node.first,
        node.last,
        json.dumps(node.brief(), ensure_ascii=False, separators=(",", ":")),
        registry.authority_ids.get(node.id),
        json.dumps(registry.candidates.get(node.id, ())),
        waiting(node),
    )


def _joined(
    database: Database, wanted: set[str], decisions: Sequence[Decision]
) -> tuple[set[str], dict[tuple[str, str], Kept]]:
    """Whoever is joined with somebody by links and decisions, and those links."""
    decided: defaultdict[str, set[str]] = defaultdict(set)
    for one in decisions:
        # A speaker in one article is a person of their own, and the one cut from as well.
        sides = [
            {part, *((cut_id(part), part.partition("@")[0]) if "@" in part else ())}
            for part in (one.a, one.b)
        ]
        for part in sides[0] | sides[1]:
            decided[part] |= sides[0] | sides[1]
    links: dict[tuple[str, str], Kept] = {}
    found, border = set(wanted), set(wanted)
    while border:
        reached = {other for one in border for other in decided.get(one, ())}
        for side in ("a", "b"):
            select = f"SELECT a, b, score, reasons, run FROM links WHERE {side} IN"
            for a, b, score, reasons, run in all_in(database, select, border):
                links[a, b] = Kept(Link(a, b, score, tuple(json.loads(reasons))), run)
                reached |= {a, b}
        border = reached - found
        found |= border
    return found, links


def _people(
    database: Database, ids: Sequence[str]
) -> tuple[dict[str, Node], dict[str, str], dict[str, tuple[str, ...]]]:
    nodes: dict[str, Node] = {}
    authority_ids: dict[str, str] = {}
    candidates: dict[str, tuple[str, ...]] = {}
    fetch = fetcher(database)
    select = "SELECT state, authority_id, candidates, waiting FROM people WHERE id IN"
    for state, authority_id, maybe, news in all_in(database, select, ids):
        node = Remembered.of(json.loads(state), waiting=news, fetch=fetch)
        nodes[node.id] = node
        if authority_id:
            authority_ids[node.id] = authority_id
        if maybe != "[]":
            candidates[node.id] = tuple(json.loads(maybe))
    return nodes, authority_ids, candidates


def _counts(database: Database, mentions: Iterable[Mention]) -> dict[str, int]:
    names = {name for one in mentions for name in (*one.company, *one.setting)}
    return dict(all_in(database, "SELECT name, articles FROM common WHERE name IN", names))


def _spread(database: Database) -> Callable[[str], int]:
    """In how many articles a name stands; for the few that new articles lack and others share."""

    def look_up(name: str) -> int:
        row = database.one("SELECT articles FROM common WHERE name = ?", (name,))
        return int(row[0]) if row else 0

    return look_up


def _others(database: Database, ids: Sequence[str]) -> dict[str, int]:
    """Bodies and sources that people decided about; by the order in which they came."""
    return dict(
        all_in(
            database,
            "SELECT speaker_id, id FROM speakers WHERE speaker_kind != 'person' AND speaker_id IN",
            ids,
        )
    )
