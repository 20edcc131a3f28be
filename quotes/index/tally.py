"""How often, and when first and last: kept for each speaker, alias, role and outlet.

Adding only adds to what is there, so that it costs the same however large the index is. Whatever
takes something away counts the speakers concerned anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from quotes.index.database import Database, in_chunks, marks
from quotes.index.numbers import take_numbers
from quotes.index.text import fold

NAMED = ("person", "organization", "document")
"""Kinds of speakers that people ask for by name."""


class Tally(NamedTuple):
    """How often, and when first and last (ISO 8601; None where no date is known)."""

    quotes: int
    first: str | None
    last: str | None

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        quotes = self.quotes + other.quotes
        # Whoever has a first day has a last one.
        if self.first is None or self.last is None:
            return Tally(quotes, other.first, other.last)
        if other.first is None or other.last is None:
            return Tally(quotes, self.first, self.last)
        return Tally(quotes, min(self.first, other.first), max(self.last, other.last))


NOTHING = Tally(0, None, None)

_OUTLETS = "speaker_outlets"
_INSTEAD = (
    "quotes = excluded.quotes, first_seen = excluded.first_seen, last_seen = excluded.last_seen"
)
_ADDED = (
    f"quotes = {_OUTLETS}.quotes + excluded.quotes, "
    f"first_seen = CASE WHEN {_OUTLETS}.first_seen <= excluded.first_seen "
    f"OR excluded.first_seen IS NULL THEN {_OUTLETS}.first_seen ELSE excluded.first_seen END, "
    f"last_seen = CASE WHEN {_OUTLETS}.last_seen >= excluded.last_seen "
    f"OR excluded.last_seen IS NULL THEN {_OUTLETS}.last_seen ELSE excluded.last_seen END"
)

Key = tuple[int, str]


@dataclass(slots=True)
class Tallies:
    """Counts by speaker, and by speaker and alias, role, or outlet."""

    speakers: dict[int, Tally] = field(default_factory=dict)
    articles: dict[int, int] = field(default_factory=dict)
    aliases: dict[Key, Tally] = field(default_factory=dict)
    roles: dict[Key, Tally] = field(default_factory=dict)
    outlets: dict[Key, Tally] = field(default_factory=dict)

    def parts(self) -> Iterator[tuple[str, str, dict[Key, Tally]]]:
        """Each table, its column, and its counts."""
        yield "aliases", "alias", self.aliases
        yield "roles", "role", self.roles
        yield _OUTLETS, "outlet", self.outlets


def tallies(spoken: Iterable[Mapping[str, Any]]) -> Tallies:
    """Count rows of the table ``spoken``.

    Args:
        spoken: The rows.
    """
    found = Tallies()
    articles: set[tuple[int, int]] = set()
    for row in spoken:
        speaker, day = row["speaker"], row["published"] or None
        one = Tally(1, day, day)
        found.speakers[speaker] = found.speakers.get(speaker, NOTHING).plus(one)
        articles.add((speaker, row["article"]))
        for _, column, counts in found.parts():
            value = row[column]
            if value:
                counts[speaker, value] = counts.get((speaker, value), NOTHING).plus(one)
    for speaker, _ in articles:
        found.articles[speaker] = found.articles.get(speaker, 0) + 1
    return found


def add(database: Database, new: Tallies) -> None:
    """Add counts to those that are there.

    Args:
        database: The index; within a transaction.
        new: The counts; of articles that were not counted before.
    """
    speakers = sorted(new.speakers)
    for chunk in in_chunks(speakers):
        rows = database.all(
            "SELECT id, quotes, first_seen, last_seen, articles FROM speakers "
            f"WHERE id IN ({marks(chunk)})",
            chunk,
        )
        for number, quotes, first, last, articles in rows:
            new.speakers[number] = new.speakers[number].plus(Tally(quotes, first, last))
            new.articles[number] += articles
        for table, column, counts in new.parts():
            if table == _OUTLETS:
                continue  # a speaker may have hundreds, of which an article is one
            for speaker, value, *old in _stored(database, table, column, chunk):
                if (speaker, value) in counts:
                    counts[speaker, value] = counts[speaker, value].plus(Tally(*old))
    _store(database, new, outlets=_ADDED)


def recount(database: Database, speakers: Iterable[int]) -> None:
    """Count speakers anew.

    Args:
        database: The index; within a transaction.
        speakers: Their numbers; none that was merged into another keeps anything.
    """
    wanted = sorted(set(speakers))
    for chunk in in_chunks(wanted):
        found = _counted(database, chunk)
        for table, column, counts in found.parts():
            for speaker, value, *_ in _stored(database, table, column, chunk):
                if (speaker, value) not in counts:
                    _drop(database, table, column, speaker, value)
        _store(database, found)


def _counted(database: Database, speakers: Sequence[int]) -> Tallies:
    found = Tallies(speakers=dict.fromkeys(speakers, NOTHING), articles=dict.fromkeys(speakers, 0))
    counted = "count(*), min(nullif(published, '')), max(nullif(published, ''))"
    here = f"FROM spoken WHERE speaker IN ({marks(speakers)})"
    for speaker, articles, *tally in database.all(
        f"SELECT speaker, count(DISTINCT article), {counted} {here} GROUP BY speaker", speakers
    ):
        found.speakers[speaker] = Tally(*tally)
        found.articles[speaker] = articles
    for _, column, counts in found.parts():
        for speaker, value, *tally in database.all(
            f"SELECT speaker, {column}, {counted} {here} AND {column} IS NOT NULL "
            f"GROUP BY speaker, {column}",
            speakers,
        ):
            if value:
                counts[speaker, value] = Tally(*tally)
    # A name that people gave leads to the speaker, though no article has it.
    for speaker, name in _given(database, speakers).items():
        found.aliases.setdefault((speaker, name), NOTHING)
    return found


def _given(database: Database, speakers: Sequence[int]) -> dict[int, str]:
    return dict(
        database.pairs(
            "SELECT s.id, d.b FROM speakers s JOIN decisions d ON d.a = s.speaker_id "
            "WHERE d.decision = 'name' AND d.undone IS NULL "
            f"AND s.id IN ({marks(speakers)}) ORDER BY d.id",
            speakers,
        )
    )


def _stored(
    database: Database, table: str, column: str, speakers: Sequence[int]
) -> list[tuple[Any, ...]]:
    return database.all(
        f"SELECT speaker, {column}, quotes, first_seen, last_seen FROM {table} "
        f"WHERE speaker IN ({marks(speakers)})",
        speakers,
    )


def _drop(database: Database, table: str, column: str, speaker: int, value: str) -> None:
    if table == "aliases":
        row = database.one(
            "SELECT id, folded FROM aliases WHERE speaker = ? AND alias = ?", (speaker, value)
        )
        if row is not None:
            indexed = database.one("SELECT 1 FROM alias_words WHERE alias = ?", row[:1])
            if indexed is not None:
                database.unindex_alias(*row)
                database.run("DELETE FROM alias_words WHERE alias = ?", row[:1])
    database.run(f"DELETE FROM {table} WHERE speaker = ? AND {column} = ?", (speaker, value))


def _store(database: Database, found: Tallies, *, outlets: str = _INSTEAD) -> None:
    for table, column, counts in found.parts():
        if table == "aliases":
            _store_aliases(database, counts)
            continue
        database.many(
            f"INSERT INTO {table} (speaker, {column}, quotes, first_seen, last_seen) "
            f"VALUES (?, ?, ?, ?, ?) ON CONFLICT (speaker, {column}) DO UPDATE SET "
            f"{outlets if table == _OUTLETS else _INSTEAD}",
            [(*key, *tally) for key, tally in sorted(counts.items())],
        )
    _store_speakers(database, found)


def _store_aliases(database: Database, counts: Mapping[Key, Tally]) -> None:
    speakers = sorted({speaker for speaker, _ in counts})
    known: set[Key] = set()
    named: set[int] = set()
    for chunk in in_chunks(speakers):
        here = f"IN ({marks(chunk)})"
        known.update(
            (speaker, alias)
            for speaker, alias in database.all(
                f"SELECT speaker, alias FROM aliases WHERE speaker {here}", chunk
            )
        )
        kinds = database.all(f"SELECT id, speaker_kind FROM speakers WHERE id {here}", chunk)
        named.update(number for number, kind in kinds if kind in NAMED)
    database.many(
        "UPDATE aliases SET quotes = ?, first_seen = ?, last_seen = ? "
        "WHERE speaker = ? AND alias = ?",
        [(*tally, *key) for key, tally in sorted(counts.items()) if key in known],
    )
    first = take_numbers(database, "alias", len(counts) - len(known & counts.keys()))
    fresh = [
        (first + at, *key, fold(key[1]), *tally)
        for at, (key, tally) in enumerate(
            (key, tally) for key, tally in sorted(counts.items()) if key not in known
        )
    ]
    database.many(
        "INSERT INTO aliases (id, speaker, alias, folded, quotes, first_seen, last_seen) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        fresh,
    )
    # Nobody asks for "a neighbour" by that name; only those with names are looked up by words.
    database.many(
        "INSERT INTO alias_words (word, alias) VALUES (?, ?)",
        [
            (word, row[0])
            for row in fresh
            if row[1] in named
            for word in sorted(set(row[3].split()))
        ],
    )
    database.index_aliases([(row[0], row[3]) for row in fresh if row[1] in named and row[3]])


def _store_speakers(database: Database, found: Tallies) -> None:
    rows = []
    for chunk in in_chunks(sorted(found.speakers)):
        names = _by_speaker(_stored(database, "aliases", "alias", chunk))
        roles = _by_speaker(_stored(database, "roles", "role", chunk))
        outlets: dict[int, int] = dict(
            database.pairs(
                "SELECT speaker, count(*) FROM speaker_outlets "
                f"WHERE speaker IN ({marks(chunk)}) GROUP BY speaker",
                chunk,
            )
        )
        given = _given(database, chunk)
        for speaker in chunk:
            tally = found.speakers[speaker]
            rows.append(
                (
                    given.get(speaker) or _fullest(names.get(speaker, [])),
                    _most_frequent(roles.get(speaker, [])),
                    *tally,
                    found.articles[speaker],
                    outlets.get(speaker, 0),
                    speaker,
                )
            )
    database.many(
        "UPDATE speakers SET speaker = coalesce(?, speaker), role = ?, quotes = ?, "
        "first_seen = ?, last_seen = ?, articles = ?, outlets = ? WHERE id = ?",
        rows,
    )


def _by_speaker(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[tuple[str, Tally]]]:
    found: dict[int, list[tuple[str, Tally]]] = {}
    for speaker, value, *tally in rows:
        found.setdefault(speaker, []).append((value, Tally(*tally)))
    return found


def _fullest(names: Sequence[tuple[str, Tally]]) -> str | None:
    """The name with the most words among those that are usual; then the most frequent."""
    if not names:
        return None
    usual = max(tally.quotes for _, tally in names) / 10
    return min(
        (-len(fold(name).split()), -tally.quotes, name)
        for name, tally in names
        if tally.quotes >= usual
    )[2]


def _most_frequent(roles: Sequence[tuple[str, Tally]]) -> str | None:
    return min(((-tally.quotes, role) for role, tally in roles), default=(0, None))[1]
