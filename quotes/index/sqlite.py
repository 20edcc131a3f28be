"""An index in one SQLite file.

Write-ahead logging (https://sqlite.org/wal.html) lets readers go on while one process writes, and
a file left behind by a process that was killed is whole at its last finished transaction.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from quotes.errors import QuotesError, UsageError
from quotes.index import schema
from quotes.index.database import Matching, Value
from quotes.index.errors import NoIndexError, busy, full, not_text, read_only, too_slow
from quotes.index.log import Log
from quotes.index.schema import APPLICATION_ID, is_old, migration, sqlite_statements
from quotes.index.words import Words, to_fts5

_STEPS = 20_000  # of SQLite's virtual machine, between two looks at the clock: about a millisecond


class Sqlite:
    """An open SQLite file. See `quotes.index.open_index` for the arguments and errors."""

    dialect = "sqlite"
    facts = " INDEXED BY quotations_facts"

    def __init__(
        self,
        path: Path,
        *,
        create: bool,
        upgrade: bool,
        readonly: bool,
        time_limit: float | None,
        busy: float,
    ) -> None:
        self.path = path
        self._limit = time_limit
        self._writes = not readonly
        _check_place(path, create=create)
        self._connection = _connect(path, create=create, readonly=readonly, busy=busy)
        self._log = Log(path, lambda busy: _connect(path, create=False, readonly=False, busy=busy))
        try:
            with self._told():
                self._prepare(create=create, upgrade=upgrade, readonly=readonly)
        except BaseException:
            self._connection.close()
            raise
        if time_limit is not None:
            self._connection.set_progress_handler(self._late, _STEPS)
        self._deadline = 0.0

    def _prepare(self, *, create: bool, upgrade: bool, readonly: bool) -> None:
        run = self._connection.execute
        run("PRAGMA cache_size = -65536")
        run("PRAGMA temp_store = MEMORY")
        application, version = (
            run(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        if application != APPLICATION_ID:
            empty = run("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
            if not (empty and create):
                raise NoIndexError(
                    f"{str(self.path)!r} is no index of quotations: name another file"
                )
            self._create()
        elif is_old(
            version,
            name=repr(str(self.path)),
            command=f"quotes index {self.path}",
            upgrade=upgrade,
        ):
            self._migrate()
        if not readonly:
            run("PRAGMA synchronous = NORMAL")
            run("PRAGMA wal_autocheckpoint = 0")  # `Log` does it
            run("PRAGMA cache_size = -262144")  # a batch touches pages all over a large index

    def _create(self) -> None:
        # WAL is a property of the file and can't be set within a transaction.
        self._connection.execute("PRAGMA journal_mode = WAL")
        with self.transaction():
            if self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                return  # another process was quicker
            for statement in sqlite_statements():
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def _migrate(self) -> None:
        with self.transaction():
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            for statement in migration(version):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {schema.VERSION}")

    def all(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, ...]]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(statement, values).fetchall()

    def pairs(self, statement: str, values: Sequence[Value] = ()) -> list[tuple[Value, Value]]:
        """All rows of a query with two columns."""
        return [(first, second) for first, second in self.all(statement, values)]

    def one(self, statement: str, values: Sequence[Value] = ()) -> tuple[Value, ...] | None:
        """The first row of a query."""
        with self._told():
            cursor = self._connection.execute(statement, values)
            row: tuple[Value, ...] | None = cursor.fetchone()
            cursor.close()
            return row

    def run(self, statement: str, values: Sequence[Value] = ()) -> None:
        """Carry out a statement."""
        with self._told():
            self._connection.execute(statement, values)

    def many(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Carry out a statement for each row of values."""
        with self._told():
            self._connection.executemany(statement, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is done within; waits for another writer first."""
        self._log.wait()
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._told():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            raise
        self._log.move()

    def changed(self) -> int:
        """A number that is another one once anybody else has written; it means nothing else."""
        row = self.one("PRAGMA data_version")
        return int(row[0]) if row else 0

    def matching(self, words: Words) -> Matching:
        """How to find the quotations that hold words."""
        value = to_fts5(words)
        return Matching(
            # Left to itself, SQLite may look up every quotation of a filter in the full-text
            # index, one by one, which takes seconds; CROSS JOIN keeps the order as written.
            table="quotations_fts f CROSS JOIN quotations q",
            where="f.quotations_fts MATCH ? AND q.id = f.rowid",
            values=(value,),
            ids="SELECT rowid FROM quotations_fts WHERE quotations_fts MATCH ?",
            rank="f.rank",
            rank_values=(),
            newest="f.rowid DESC",
        )

    def index_words(self, first: int) -> None:
        """Make the quotations numbered from ``first`` on searchable by their words."""
        self.run(
            "INSERT INTO quotations_fts (rowid, quote, speaker) "
            "SELECT id, quote, speaker FROM quotations WHERE id >= ? ORDER BY id",
            (first,),
        )

    def unindex_words(self, article: int) -> None:
        """Before an article's quotations are deleted: take their words out."""
        self.run(
            "INSERT INTO quotations_fts (quotations_fts, rowid, quote, speaker) "
            "SELECT 'delete', id, quote, speaker FROM quotations WHERE article = ?",
            (article,),
        )

    def index_aliases(self, aliases: Sequence[tuple[int, str]]) -> None:
        """Make new aliases, by their numbers and folded forms, findable by likeness."""
        self.many("INSERT INTO aliases_fts (rowid, folded) VALUES (?, ?)", aliases)

    def unindex_alias(self, number: int, folded: str) -> None:
        """Before an alias is deleted: take it out."""
        self.run(
            "INSERT INTO aliases_fts (aliases_fts, rowid, folded) VALUES ('delete', ?, ?)",
            (number, folded),
        )

    def alike(self, folded: str, *, limit: int) -> list[tuple[Value, ...]]:
        """Aliases that share pieces with a name: their number, speaker and folded form."""
        pieces = {folded[at : at + 3] for at in range(len(folded) - 2)}
        if not pieces:
            return []
        query = " OR ".join(f'"{piece}"' for piece in sorted(pieces))
        return self.all(
            "SELECT a.id, a.speaker, a.folded FROM aliases_fts f CROSS JOIN aliases a "
            "WHERE f.aliases_fts MATCH ? AND a.id = f.rowid ORDER BY f.rank, a.id LIMIT ?",
            (query, limit),
        )

    def close(self) -> None:
        """Close it, with all that was written in the one file."""
        self._log.wait()
        if self._writes:
            # Best effort: a reader may hold the log, and the next to close does the same.
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA optimize")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _late(self) -> bool:
        return time.monotonic() > self._deadline > 0

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite says, in words of ours."""
        if self._limit is not None:
            self._deadline = time.monotonic() + self._limit
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _ours(error, self.path) from error
        except UnicodeEncodeError as error:
            raise not_text(error) from error


def _ours(error: sqlite3.DatabaseError, path: Path) -> QuotesError:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_INTERRUPT":
        return too_slow()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return busy(str(path))
    if name.startswith("SQLITE_FULL"):
        return full(str(path))
    if name.startswith("SQLITE_READONLY"):
        return read_only(str(path), "stored")
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return NoIndexError(f"{str(path)!r} is no SQLite file, or a damaged one: {error}")
    return QuotesError(f"can't use {str(path)!r}: {error}")


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder: name a file in it")
    if path.exists():
        return
    if not create:
        raise NoIndexError(f"no index at {str(path)!r}: make it with: quotes index {path} INPUT")
    if not path.parent.is_dir():
        raise UsageError(f"no such folder {str(path.parent)!r}: make it first, for {str(path)!r}")


def _connect(path: Path, *, create: bool, readonly: bool, busy: float) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    mode = "ro" if readonly else "rwc" if create else "rw"
    try:
        return _checked(f"{address}?mode={mode}", busy)
    except sqlite3.OperationalError as error:
        # A file in WAL mode, in a folder where nothing may be written: nobody else writes either.
        if readonly or error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY")):
            with suppress(sqlite3.Error):
                return _checked(f"{address}?mode=ro&immutable=1", busy)
        raise _ours(error, path) from error
    except sqlite3.DatabaseError as error:
        raise _ours(error, path) from error


def _checked(address: str, busy: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=busy, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection
