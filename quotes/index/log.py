"""Moving what was written from a SQLite file's log into the file, beside other work."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

SHORT = 1_000
"""Of so many pages, of 4 kB each, the log may be; so it is with SQLite's own moving."""

LONG = 8_000
"""From so many pages on readers are waited for."""

_PATIENCE = 1.0  # seconds


class Log:
    """The log of a file that is being written to (https://sqlite.org/wal.html).

    Left to itself, SQLite moves it within the very commit that made it long, and only as far as
    all readers have come: where somebody is always reading, it would grow for as long as somebody
    writes.

    Args:
        path: The file.
        connect: Opens another connection to it, that waits for so many seconds.
    """

    def __init__(self, path: Path, connect: Callable[[float], sqlite3.Connection]) -> None:
        self._path = path.with_name(f"{path.name}-wal")
        self._connect = connect
        self._mover: Thread | None = None

    def move(self) -> None:
        """Begin to move it, where it is no longer short; not two at a time."""
        self.wait()
        with suppress(OSError):
            if self._path.stat().st_size > SHORT * 4096:
                self._mover = Thread(target=self._move, name="quotes-log")
                self._mover.start()

    def wait(self) -> None:
        """Wait until it is moved."""
        if self._mover is not None:
            self._mover.join()
            self._mover = None

    def _move(self) -> None:
        # What was written is safe, whether this succeeds or not.
        with suppress(sqlite3.Error):
            connection = self._connect(_PATIENCE)
            try:
                _, pages, _ = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                if pages > LONG:
                    connection.execute("PRAGMA wal_checkpoint(RESTART)").fetchone()
            finally:
                connection.close()
