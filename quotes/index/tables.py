"""The index's tables as they are exported: schemas, and rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import polars as pl

from quotes.index import authorities
from quotes.index.database import Database, all_in, in_chunks, marks
from quotes.index.joined import joined
from quotes.index.read import each_article
from quotes.index.rows import day, fetch, speaker_rows
from quotes.index.types import Row
from quotes.table import ARTICLES, PROBLEMS, QUOTES, SPEAKERS

DECISIONS = pl.Schema(
    {
        "number": pl.Int64(),
        **{name: pl.String() for name in ("decision", "a", "b", "who", "made", "why", "undone")},
    }
)

FAMILIES = pl.Schema(
    {
        "family_id": pl.String(),
        "quotes": pl.Int64(),
        "articles": pl.Int64(),
        "outlets": pl.Int64(),
        "first_seen": pl.Date(),
        "last_seen": pl.Date(),
    }
)

_FRAME = 5_000


class Table(NamedTuple):
    """A table that can be exported."""

    schema: pl.Schema
    rows: Callable[[Database], Iterator[Row]]


def frames(rows: Iterator[Row], schema: pl.Schema) -> Iterator[pl.DataFrame]:
    """Rows as data frames, some thousand at a time.

    Args:
        rows: Dicts.
        schema: Their columns.
    """
    part: list[Row] = []
    for row in rows:
        part.append(row)
        if len(part) >= _FRAME:
            yield pl.DataFrame(part, schema=schema, orient="row")
            part = []
    if part:
        yield pl.DataFrame(part, schema=schema, orient="row")


def speaker_table(database: Database, numbers: Sequence[int] | None = None) -> Iterator[Row]:
    """Rows of the speaker table.

    Args:
        database: The index.
        numbers: Only these speakers, by number; by default all who are quoted.
    """
    if numbers is None:
        numbers = [
            number
            for (number,) in database.all(
                "SELECT id FROM speakers WHERE quotes > 0 ORDER BY quotes DESC, id"
            )
        ]
    for chunk in in_chunks(numbers):
        aliases = _parts(
            database, "alias, quotes FROM aliases", ("name", "quotes"), "quotes DESC, alias", chunk
        )
        roles = _parts(
            database,
            "role, first_seen, last_seen, quotes FROM roles",
            ("role", "first", "last", "quotes"),
            "quotes DESC, role",
            chunk,
        )
        select = "SELECT DISTINCT merged_into FROM speakers WHERE merged_into IN"
        heads = {number for (number,) in all_in(database, select, chunk)}
        rows = speaker_rows(database, f"s.id IN ({marks(chunk)})", chunk)
        numbered = {row.speaker_id: row for row in rows}
        select = "SELECT speaker_id, id FROM speakers WHERE speaker_id IN"
        number_of: dict[str, int] = dict(all_in(database, select, numbered))
        merged = {
            one: joined(database, number) for one, number in number_of.items() if number in heads
        }
        ids = {one: (one, *(other.speaker_id for other in merged.get(one, ()))) for one in numbered}
        maybe = authorities.possible(database, {other for its in ids.values() for other in its})
        for one, found in numbered.items():
            row: Row = {name: getattr(found, name, None) for name in SPEAKERS}
            row["aliases"] = aliases.get(number_of[one], [])
            row["roles"] = roles.get(number_of[one], [])
            row["merged"] = [
                {"speaker_id": m.speaker_id, "score": m.score, "reasons": m.reasons}
                for m in merged.get(one, ())
            ]
            row["candidates"] = (
                []
                if found.authority_id
                else sorted({id_ for other in ids[one] for id_ in maybe.get(other, ())})
            )
            yield row


def _parts(
    database: Database, select: str, names: Sequence[str], order: str, speakers: Sequence[int]
) -> dict[int, list[Row]]:
    """The names, or the roles, of some speakers."""
    found: dict[int, list[Row]] = {}
    for speaker, *values in database.all(
        f"SELECT speaker, {select} WHERE speaker IN ({marks(speakers)}) ORDER BY {order}", speakers
    ):
        row: Row = dict(zip(names, values, strict=True))
        for name in ("first", "last"):
            if name in row:
                row[name] = day(row[name])
        found.setdefault(speaker, []).append(row)
    return found


def _quotes(database: Database) -> Iterator[Row]:
    numbers = database.all("SELECT id FROM quotations ORDER BY article, id")
    for chunk in in_chunks([number for (number,) in numbers]):
        yield from fetch(database, chunk)


def _plain(table: str, schema: pl.Schema, order: str) -> Callable[[Database], Iterator[Row]]:
    def rows(database: Database) -> Iterator[Row]:
        columns = ", ".join("id" if name == "number" else name for name in schema)
        for values in database.all(f"SELECT {columns} FROM {table} ORDER BY {order}"):
            yield {
                name: _typed(value, schema[name])
                for name, value in zip(schema, values, strict=True)
            }

    return rows


def _typed(value: Any, dtype: pl.DataType) -> Any:
    if dtype == pl.Date:
        return day(value)
    return bool(value) if dtype == pl.Boolean else value


TABLES: dict[str, Table] = {
    "quotes": Table(QUOTES, _quotes),
    "speakers": Table(SPEAKERS, speaker_table),
    "articles": Table(ARTICLES, each_article),
    "families": Table(FAMILIES, _plain("families", FAMILIES, "quotes DESC, family_id")),
    "decisions": Table(DECISIONS, _plain("decisions", DECISIONS, "id")),
    "problems": Table(PROBLEMS, _plain("problems", PROBLEMS, "id")),
}
"""What ``quotes export --table`` takes."""
