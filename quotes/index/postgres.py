"""An index in a PostgreSQL database, for a newsroom's many readers: the same answers as SQLite's.

Words are cut and folded here, not by PostgreSQL's text search configuration, so that a query finds
the same in both (https://www.postgresql.org/docs/current/textsearch.html); names that look alike
are found by trigrams (pg_trgm). Writers take turns by an advisory lock; readers never wait.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from quotes.errors import QuotesError, UsageError
from quotes.index.database import Matching, Value
from quotes.index.errors import NoIndexError, busy, full, not_text, read_only, too_slow
from quotes.index.schema import (
    APPLICATION_ID,
    VERSION,
    is_old,
    migration,
    postgres_statements,
    to_postgres,
)
from quotes.index.text import tokens
from quotes.index.words import Words, to_tsquery

try:
    import psycopg
except ImportError as missing:
    raise UsageError(
        "PostgreSQL needs one more package: pip install 'quotes-index[postgres]'"
    ) from missing

_LONGEST_WORD = 500
_MOST_PLACES = 200  # of one word in one text: PostgreSQL keeps no more than 255


class Postgres:
    """An open PostgreSQL database. See `quotes.index.open_index` for the arguments and errors."""

    dialect = "postgresql"
    facts = ""

    def __init__(
        self,
        url: str,
        *,
        create: bool,
        upgrade: bool,
        readonly: bool,
        time_limit: float | None,
        busy: float,
    ) -> None:
        try:
            self._connection = psycopg.connect(url, autocommit=True, application_name="quotes")
        except psycopg.Error as error:
            said = " ".join(str(error).split())
            raise NoIndexError(f"can't reach the database: {said}") from error
        self.name = self._connection.info.dbname
        try:
            self.run(f"SET lock_timeout = {max(1, int(busy * 1000))}")
            self._prepare(create=create, upgrade=upgrade)
            if readonly:
                self.run("SET default_transaction_read_only = on")
            if time_limit is not None:
                self.run(f"SET statement_timeout = {max(1, int(time_limit * 1000))}")
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, *, create: bool, upgrade: bool) -> None:
        # What is said about an extension that is there already is of no use to anybody.
        self.run("SET client_min_messages = warning")
        version = self._version()
        if version is None:
            if not create:
                raise NoIndexError(
                    f"no index in the database {self.name!r}: make it with: quotes index URL INPUT"
                )
            with self.transaction():
                if self._version() is None:
                    for statement in postgres_statements():
                        self.run(statement)
                    self._note_version()
        elif is_old(
            version,
            name=f"the database {self.name!r}",
            command="quotes index URL",
            upgrade=upgrade,
        ):
            with self.transaction():
                for statement in migration(self._version() or VERSION):
                    self.run(to_postgres(statement))
                self._note_version()
        self.run("SET pg_trgm.similarity_threshold = 0.15")

    def _version(self) -> int | None:
        there = self.one("SELECT to_regclass('meta')")
        if there is None or there[0] is None:
            return None
        row = self.one("SELECT value FROM meta WHERE key = 'version'")
        return int(row[0]) if row else None

    def _note_version(self) -> None:
        self.run(
            "INSERT INTO meta (key, value) VALUES ('version', ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (str(VERSION),),
        )

    def all(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """All rows of a query."""
        with self._told():
            return self._execute(statement, values).fetchall()

    def pairs(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, Value]]:
        """All rows of a query with two columns."""
        return [(first, second) for first, second in self.all(statement, values)]

    def one(self, statement: str, values: Sequence[Value] = ()) -> tuple[Value, ...] | None:
        """The first row of a query."""
        with self._told():
            row: tuple[Value, ...] | None = self._execute(statement, values).fetchone()
            return row

    def run(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        with self._told():
            self._execute(statement, values)

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement for each row of values."""
        with self._told(), self._connection.cursor() as cursor:
            cursor.executemany(_theirs(statement).encode(), [_values(row) for row in rows])

    def _execute(self, statement: str, values: Sequence[Value]) -> "psycopg.Cursor[Any]":
        # As bytes: psycopg's types would have every statement be a literal.
        return self._connection.execute(_theirs(statement).encode(), _values(values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is done within; waits for another writer first."""
        with self._told(), self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPLICATION_ID,))
            yield

    def changed(self) -> int:
        """A number that is another one once anybody else has written; it means nothing else."""
        row = self.one("SELECT pg_snapshot_xmax(pg_current_snapshot())::text")
        return int(row[0]) if row else 0

    def matching(self, words: Words) -> Matching:
        """How to find the quotations that hold words."""
        value = to_tsquery(words)
        return Matching(
            table="quotations q",
            where="q.words @@ ?::tsquery",
            values=(value,),
            ids="SELECT id FROM quotations WHERE words @@ ?::tsquery",
            rank="ts_rank(q.words, ?::tsquery, 1) DESC",
            rank_values=(value,),
            newest="q.id DESC",
        )

    def index_words(self, first: int) -> None:
        """Make the quotations numbered from ``first`` on searchable by their words."""
        rows = self.all("SELECT id, quote FROM quotations WHERE id >= ? ORDER BY id", (first,))
        self.many(
            "UPDATE quotations SET words = ?::tsvector WHERE id = ?",
            [(_tsvector(quote), number) for number, quote in rows],
        )

    def unindex_words(self, article: int) -> None:
        """Nothing to do: the words go with their rows."""

    def index_aliases(self, aliases: Sequence[tuple[int, str]]) -> None:
        """Nothing to do: an index of PostgreSQL's follows by itself."""

    def unindex_alias(self, number: int, folded: str) -> None:
        """Nothing to do: an index of PostgreSQL's follows by itself."""

    def alike(self, folded: str, *, limit: int) -> list[tuple[Value, ...]]:
        """Aliases that share pieces with a name: their number, speaker and folded form."""
        return self.all(
            "SELECT a.id, a.speaker, a.folded FROM aliases a WHERE a.folded % ? "
            "AND EXISTS (SELECT 1 FROM alias_words w WHERE w.alias = a.id) "
            "ORDER BY similarity(a.folded, ?) DESC, a.id LIMIT ?",
            (folded, folded, limit),
        )

    def close(self) -> None:
        """Close it."""
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What PostgreSQL says, in words of ours."""
        try:
            yield
        except psycopg.Error as error:
            raise _ours(error, self.name) from error
        except UnicodeEncodeError as error:
            raise not_text(error) from error


def _ours(error: psycopg.Error, name: str) -> QuotesError:
    if isinstance(error, psycopg.errors.QueryCanceled):
        return too_slow()
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return busy(name)
    if isinstance(error, psycopg.errors.DiskFull):
        return full(name)
    if isinstance(
        error,
        psycopg.errors.ReadOnlySqlTransaction | psycopg.errors.InsufficientPrivilege,
    ):
        return read_only(name, "yours")
    return QuotesError(f"can't use the database {name!r}: {' '.join(str(error).split())}")


def _theirs(statement: str) -> str:
    return statement.replace("%", "%%").replace("?", "%s")


def _values(row: Sequence[Value]) -> list[Value]:
    # PostgreSQL's text has no NUL; another character keeps the places of all others.
    return [
        value.replace("\0", "\N{REPLACEMENT CHARACTER}")
        if isinstance(value, str) and "\0" in value
        else value
        for value in row
    ]


def _tsvector(text: str) -> str:
    places: dict[str, list[int]] = {}
    for at, token in enumerate(tokens(text), 1):
        if len(token.word) <= _LONGEST_WORD:
            places.setdefault(token.word, []).append(at)
    # Words hold letters and digits only: nothing in them needs escaping.
    return " ".join(
        f"'{word}':{','.join(map(str, at[:_MOST_PLACES]))}" for word, at in places.items()
    )
