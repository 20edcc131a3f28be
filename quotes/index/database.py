"""What the index asks of a database, so that SQLite and PostgreSQL give the same answers.

Statements are written with ``?`` for values and in what both understand. The few things that each
does in its own way (full-text search, names that look alike) are methods here.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, NamedTuple, Protocol

from quotes.index.words import Words

Value = Any


class Matching(NamedTuple):
    """How a statement finds the quotations that hold the words of a query.

    Attributes:
        table: What to put first after FROM, joined to ``quotations q``.
        where: The condition, with the values below.
        values: Values of the condition.
        ids: A query for the quotations' numbers alone, with the same values.
        rank: What to sort by, the most relevant first.
        rank_values: Values in ``rank``.
        newest: What to sort by, what came last into the index first.
    """

    table: str
    where: str
    values: tuple[Value, ...]
    ids: str
    rank: str
    rank_values: tuple[Value, ...]
    newest: str


class Database(Protocol):
    """An open database."""

    dialect: str
    facts: str
    """Makes SQLite read a narrow covering index of ``quotations`` instead of its wide rows."""

    def all(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """All rows of a query."""
        ...

    def pairs(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, Value]]:
        """All rows of a query with two columns."""
        ...

    def one(self, statement: str, values: Sequence[Value] = ()) -> tuple[Value, ...] | None:
        """The first row of a query."""
        ...

    def run(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        ...

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement for each row of values."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing of what is done within; waits for another writer first."""
        ...

    def changed(self) -> int:
        """A number that is another one once anybody else has written; it means nothing else."""
        ...

    def matching(self, words: Words) -> Matching:
        """How to find the quotations that hold words."""
        ...

    def index_words(self, first: int) -> None:
        """Make the quotations numbered from ``first`` on searchable by their words."""
        ...

    def unindex_words(self, article: int) -> None:
        """Before an article's quotations are deleted: take their words out."""
        ...

    def index_aliases(self, aliases: Sequence[tuple[int, str]]) -> None:
        """Make new aliases, by their numbers and folded forms, findable by likeness."""
        ...

    def unindex_alias(self, number: int, folded: str) -> None:
        """Before an alias is deleted: take it out."""
        ...

    def alike(self, folded: str, *, limit: int) -> list[tuple[Value, ...]]:
        """Aliases that share pieces with a name: their number, speaker and folded form."""
        ...

    def close(self) -> None:
        """Close it."""
        ...


def all_in(database: Database, select: str, values: Iterable[Value]) -> list[tuple[Value, ...]]:
    """The rows of a query for many values, in their order.

    Args:
        database: The index.
        select: ``SELECT … IN``, without the list.
        values: What it is asked for.
    """
    return [
        row
        for chunk in in_chunks(sorted(values))
        for row in database.all(f"{select} ({marks(chunk)})", chunk)
    ]


def marks(values: Sequence[Value]) -> str:
    """Question marks for a list of values: ``?,?,?``."""
    return ",".join("?" * len(values))


def in_chunks(values: Sequence[Value], size: int = 500) -> Iterable[Sequence[Value]]:
    """Cut a list so that no statement gets more values than a database takes."""
    return (values[at : at + size] for at in range(0, len(values), size))
