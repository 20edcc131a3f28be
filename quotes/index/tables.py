"""The index's tables as they are exported: schemas, and rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import polars as pl

from quotes.index.database import Database, in_chunks, marks
from quotes.index.read import each_article
from quotes.index.rows import day, fetch, speaker_rows
from quotes.index.types import Row
from quotes.table import ARTICLES, PROBLEMS, QUOTES

SPEAKERS = pl.Schema(
    {
        "speaker_id": pl.String(),
        "speaker": pl.String(),
        "speaker_kind": QUOTES["speaker_kind"],
        "aliases": pl.List(pl.Struct({"alias": pl.String, "quotes": pl.Int64})),
        "roles": pl.List(
            pl.Struct({"role": pl.String, "first_seen": pl.Date, "last_seen": pl.Date})
        ),
        "authority_id": pl.String(),
        "quotes": pl.Int64(),
        "articles": pl.Int64(),
        "outlets": pl.Int64(),
        "first_seen": pl.Date(),
        "last_seen": pl.Date(),
    }
)

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
        here = f"IN ({marks(chunk)})"
        aliases: dict[str, list[Row]] = {}
        for speaker_id, alias, quotes in database.all(
            "SELECT s.speaker_id, a.alias, a.quotes FROM aliases a "
            f"JOIN speakers s ON s.id = a.speaker WHERE a.speaker {here} "
            "ORDER BY a.quotes DESC, a.alias",
            chunk,
        ):
            aliases.setdefault(speaker_id, []).append({"alias": alias, "quotes": quotes})
        roles: dict[str, list[Row]] = {}
        for speaker_id, role, first, last in database.all(
            "SELECT s.speaker_id, r.role, r.first_seen, r.last_seen FROM roles r "
            f"JOIN speakers s ON s.id = r.speaker WHERE r.speaker {here} "
            "ORDER BY r.first_seen, r.role",
            chunk,
        ):
            period = {"role": role, "first_seen": day(first), "last_seen": day(last)}
            roles.setdefault(speaker_id, []).append(period)
        for found in speaker_rows(database, f"s.id {here}", chunk):
            row: Row = {name: getattr(found, name, None) for name in SPEAKERS}
            row["aliases"] = aliases.get(found.speaker_id, [])
            row["roles"] = roles.get(found.speaker_id, [])
            yield row


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
