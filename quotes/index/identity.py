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
from quotes.index.numbers import take_numbers
from quotes.index.tally import recount
from quotes.index.types import Row

if TYPE_CHECKING:
    from quotes.identify import Authority, Decision, Mention, Registry, Resolution

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
    changed = _regroup(database, registry, numbers)
    heads = {
        place: numbers[resolution.ids.get(place, registry.resolve(found))]
        for place, found in places.items()
    }
    moved = _move(database, registry, numbers, changed, heads)
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


def _regroup(database: Database, registry: "Registry", numbers: Mapping[str, int]) -> set[int]:
    """Let each identifier lead to whom it belongs; returns those for whom that is new."""
    here = sorted(numbers.values())
    before: dict[int, int] = dict(
        all_in(
            database, "SELECT id, merged_into FROM speakers WHERE merged_into > 0 AND id IN", here
        )
    )
    after = {
        number: numbers[head]
        for one, number in numbers.items()
        if (head := registry.resolve(one)) != one
    }
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    database.many(
        "UPDATE speakers SET merged_into = ? WHERE id = ?",
        [(after.get(number), number) for number in sorted(changed)],
    )
    return changed


def _move(
    database: Database,
    registry: "Registry",
    numbers: Mapping[str, int],
    changed: AbstractSet[int],
    heads: Mapping[Place, int],
) -> set[int]:
    """Give quotations to whom they now belong; returns who lost or won some."""
    ids = {number: one for one, number in numbers.items()}
    split = all_in(
        database,
        "SELECT id, split_from FROM speakers WHERE split_from > 0 AND id IN",
        sorted(changed),
    )
    found = sorted(changed | {base for _, base in split})
    placed = _placed(database, [ids[one] for one in found if one in ids])
    columns = "SELECT DISTINCT k.found, s.speaker_id, k.article, a.article_id, k.speaker"
    joins = "JOIN speakers s ON s.id = k.found WHERE"
    elsewhere = all_in(
        database,
        f"{columns} FROM spoken k JOIN articles a ON a.id = k.article {joins} k.found IN",
        found,
    )
    # Of an article that is new nothing is there yet; one that is told anew has its rows.
    here = all_in(
        database,
        f"{columns} FROM articles a JOIN spoken k ON k.article = a.id {joins} a.article_id IN",
        {article_id for article_id, _ in heads},
    )
    touched: set[int] = set()
    moves = []
    person: str
    for one, name, article, article_id, speaker in {
        *elsewhere,
        *(row for row in here if (row[3], row[1]) in heads),
    }:
        head = heads.get((article_id, name))
        if head is None:
            person = placed.get((article_id, name)) or name
            head = numbers.get(registry.resolve(person), speaker)
        if head != speaker:
            moves.append((head, one, article))
            touched |= {head, speaker}
    database.many("UPDATE spoken SET speaker = ? WHERE found = ? AND article = ?", sorted(moves))
    return touched


def _placed(database: Database, found: Sequence[str]) -> dict[Place, str]:
    """Who those are that the evidence, or people, told apart from others of their name."""
    from quotes.identify.speakers import cut_id

    placed = {
        (article_id, name): person
        for article_id, name, person in all_in(
            database, "SELECT article_id, found, person FROM placed WHERE found IN", found
        )
    }
    holding = {cut_id(part) for one in _held(database) for part in (one.a, one.b) if "@" in part}
    for article_id, name, person in all_in(
        database,
        "SELECT s.split_article, f.speaker_id, s.speaker_id FROM speakers s "
        "JOIN speakers f ON f.id = s.split_from WHERE f.speaker_id IN",
        found,
    ):
        if person in holding:
            placed[article_id, name] = person
    return placed
