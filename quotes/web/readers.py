"""A few open indexes, each used by one request at a time."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from quotes.errors import QuotesError
from quotes.index import Index, open_index
from quotes.web.remembered import Remembered

COUNTS_GRACE = 60.0
PAGES_GRACE = 10.0
"""Seconds that counts and whole pages may be behind while the index is written to."""

_LOOK = 0.1
_COUNTS = 2_000
_PAGES = 64_000_000
"""How many counts, and how many bytes of pages, each process keeps."""


class CrowdedError(QuotesError):
    """Too many questions are waiting."""


class Readers:
    """Lends out open indexes, at most so many at a time; opened when first needed.

    Args:
        db: The index.
        count: How many may be lent at once.
        time_limit: Seconds after which a single question is given up.
        wait: Seconds that a borrower waits.
    """

    def __init__(self, db: str, *, count: int, time_limit: float, wait: float) -> None:
        self.counts = Remembered(self.version, grace=COUNTS_GRACE, most=_COUNTS)
        self.pages = Remembered(
            self.version,
            grace=PAGES_GRACE,
            most=_PAGES,
            weigh=lambda sent: len(sent[1].get("body", b"")),
        )
        self._db = db
        self._time_limit = time_limit
        self._wait = wait
        self._turns = threading.BoundedSemaphore(count)
        self._free: list[Index] = []
        self._lock = threading.Lock()
        self._watch: Index | None = None
        self._watching = threading.Lock()
        self._seen = (0.0, 0)

    def version(self) -> int:
        """A number that is another one once the index was written to.

        Raises:
            QuotesError: The index is gone, or was made by another version.
        """
        with self._watching:
            looked, version = self._seen
            now = time.monotonic()
            if now - looked >= _LOOK:
                if self._watch is None:
                    self._watch = open_index(self._db, readonly=True, time_limit=self._time_limit)
                version = self._watch.changed()
                self._seen = now, version
            return version

    @contextmanager
    def lend(self) -> Iterator[Index]:
        """An index for reading.

        Raises:
            CrowdedError: None came free in time.
        """
        if not self._turns.acquire(timeout=self._wait):
            raise CrowdedError("too many people ask at once: try again in a moment")
        try:
            with self._lock:
                index = self._free.pop() if self._free else None
            if index is None:
                index = open_index(self._db, readonly=True, time_limit=self._time_limit)
            try:
                yield index
            except QuotesError:
                raise
            except BaseException:
                # Its state is not known; the next borrower gets a new one.
                index.close()
                index = None
                raise
            finally:
                if index is not None:
                    with self._lock:
                        self._free.append(index)
        finally:
            self._turns.release()

    @contextmanager
    def write(self) -> Iterator[Index]:
        """An index for writing, opened for this once.

        Raises:
            BusyError: Another process writes for longer than we wait.
        """
        with open_index(self._db, busy=5.0) as index:
            yield index
        self.counts.forget()
        self.pages.forget()

    def close(self) -> None:
        """Close all that is open."""
        with self._lock:
            while self._free:
                self._free.pop().close()
        with self._watching:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
