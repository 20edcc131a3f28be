"""Which identifiers found in articles are one speaker: `quotes.identify`, kept in an index.

Every identifier that extraction gave is a row of ``speakers``; so is a namesake whom the evidence
tells apart, and a speaker whom people told apart within an article. Who is one goes by the oldest
of them: ``merged_into``, and ``speaker`` in ``spoken``, which readers see. What the registry knows
is loaded as far as new articles or decisions concern it (`quotes.index.known`), asked, and kept.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import TYPE_CHECKING

from quotes.index import authorities
from quotes.index.database import Database, all_in, in_chunks, marks
from quotes.index.following import move, regroup
from quotes.index.numbers import take_numbers
from quotes.index.tally import recount
from quotes.index.types import Row

if TYPE_CHECKING:
    from quotes.identify import Authority, Decision, Mention, Resolution

Place = tuple[str, str]
NOWHERE: Mapping[int | None, str] = MappingProxyType({})

_OF_ROW = (
    *("quote_type", "quote", "source", "speaker_id", "speaker", "speaker_kind", "speaker_role"),
    "context",
)


def place(
    database: Database,
    rows: Iterable[Row],
    *,
    run: int,
    seen: AbstractSet[str] = frozenset(),
) -> dict[Place, int]:
    """Tell who the speakers of new articles are, and what that changes for others.

    Args:
        database: The index; within a transaction, with a row of ``speakers`` for each identifier.
        rows: The articles' rows of the quote table, those of one article together.
        run: The number of the run.
        seen: Which of the articles were in the index before.

    Returns:
        For an article and an identifier found in it, the number of the speaker it belongs to.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    from quotes.identify import mentions_of

    mentions = list(mentions_of(rows))
    return _settle(database, mentions, run=run, seen=seen)


def apply(
    database: Database, nodes: Collection[str], *, where: Mapping[int | None, str] = NOWHERE
) -> None:
    """Bring the index in line with decisions that were made or taken back.

    Args:
        database: The index; within a transaction.
        nodes: What they are about: identifiers, or ``ID@ARTICLE``.
        where: In which line of a file some of them stand, by their numbers.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    catch_up(database)
    cut = sorted({node.partition("@")[2] for node in nodes if "@" in node})
    ids = {node.partition("@")[0] for node in nodes}
    mentions = _mentions(database, cut)
    run = _last_run(database)
    _settle(database, mentions, run=run, seen=set(cut), people=ids, where=where)


def catch_up(database: Database, authority: "Authority | None" = None) -> None:
    """Tell anew who is who in the whole index: after a change of version, or for an authority file.

    Args:
        database: The index; within a transaction.
        authority: Identifiers of others, to link speakers to.
    """
    stale = database.one("SELECT value FROM meta WHERE key = 'identity'") == ("stale",)
    if not stale and authority is None:
        return
    everything = "SELECT article_id FROM articles ORDER BY id"
    articles = [one for (one,) in database.all(everything)] if stale else []
    _settle(
        database,
        _mentions(database, articles),
        run=_last_run(database),
        seen=frozenset(),
        people=[one for (one,) in database.all("SELECT id FROM people")],
        authority=authority,
    )
    database.run("DELETE FROM meta WHERE key = 'identity'")


def _held(database: Database, where: Mapping[int | None, str] = NOWHERE) -> "list[Decision]":
    """The decisions about two speakers that hold, as `quotes.identify` takes them."""
    from quotes.identify import Decision

    rows = database.all(
        "SELECT id, decision, a, b FROM decisions WHERE undone IS NULL "
        "AND decision IN ('same', 'different') ORDER BY id"
    )
    return [
        Decision(kind, a, b, where=where.get(number) or f"decision {number}")
        for number, kind, a, b in rows
    ]


def _last_run(database: Database) -> int:
    row = database.one("SELECT max(id) FROM runs")
    return int(row[0]) if row and row[0] else 1


def _mentions(database: Database, article_ids: Sequence[str]) -> "list[Mention]":
    """The speakers of articles that are in the index."""
    from datetime import date

    from quotes.identify import mentions_of

    found: list[Mention] = []
    of_row = ", ".join(f"q.{name}" for name in _OF_ROW)
    names = ("article_id", "title", "outlet", "published", *_OF_ROW)
    for chunk in in_chunks(article_ids):
        rows = []
        for values in database.all(
            f"SELECT a.article_id, a.title, q.outlet, q.published, {of_row} FROM quotations q "
            f"JOIN articles a ON a.id = q.article WHERE a.article_id IN ({marks(chunk)}) "
            "ORDER BY a.id, q.id",
            chunk,
        ):
            row = dict(zip(names, values, strict=True))
            row["published"] = row["published"] and date.fromisoformat(row["published"])
            rows.append(row)
        found += mentions_of(rows)
    return found


def _settle(
    database: Database,
    mentions: "Sequence[Mention]",
    *,
    run: int,
    seen: AbstractSet[str],
    people: Collection[str] = (),
    authority: "Authority | None" = None,
    where: Mapping[int | None, str] = NOWHERE,
) -> dict[Place, int]:
    from quotes.index.known import load, store

    decisions = _held(database, where)
    people = {*people, *_merged_with(database, people)}
    known = load(database, mentions, decisions, run=run, seen=seen, people=people)
    resolution = known.registry.add(mentions, decisions=decisions, authority=authority)
    store(database, known, resolution)
    places = {(one.article_id, one.found): one.found for one in mentions}
    registry = known.registry
    everybody = {*registry.nodes, *registry.others, *places.values(), *people}
    numbers = _numbers(database, everybody, resolution)
    changed = regroup(database, registry, numbers)
    heads = {
        place: numbers[resolution.ids.get(place, registry.resolve(found))]
        for place, found in places.items()
    }
    moved = move(database, registry, numbers, changed, heads, decisions)
    if authority is not None:
        authorities.link(database, registry, authority, numbers)
    recount(database, changed | moved)
    return heads


def _merged_with(database: Database, people: Collection[str]) -> set[str]:
    """Whoever is one with somebody now: decisions taken back may part them."""
    found: set[str] = set()
    for chunk in in_chunks(sorted(people)):
        found.update(
            one
            for (one,) in database.all(
                "SELECT o.speaker_id FROM speakers s JOIN speakers o "
                "ON o.merged_into = coalesce(s.merged_into, s.id) "
                f"OR o.id = coalesce(s.merged_into, s.id) WHERE s.speaker_id IN ({marks(chunk)})",
                chunk,
            )
        )
    return found


def _numbers(database: Database, ids: Iterable[str], resolution: "Resolution") -> dict[str, int]:
    """The numbers of speakers; namesakes and those told apart get a row here."""
    found = dict(all_in(database, "SELECT speaker_id, id FROM speakers WHERE speaker_id IN", ids))
    new = {
        person: place
        for place, person in sorted(resolution.people.items(), reverse=True)
        if person not in found
    }
    first = take_numbers(database, "speaker", len(new))
    for number, (person, (article_id, base)) in enumerate(sorted(new.items()), first):
        database.run(
            "INSERT INTO speakers (id, speaker_id, speaker, speaker_kind, split_from, "
            "split_article) SELECT ?, ?, speaker, speaker_kind, id, ? FROM speakers "
            "WHERE speaker_id = ?",
            (number, person, article_id, base),
        )
        found[person] = number
    return found
