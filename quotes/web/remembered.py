"""Answers that many readers ask for, kept for as long as the index stays as it is."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from quotes.index import Facets, Index, Search
from quotes.index.types import CountBy

T = TypeVar("T")


class Kept(NamedTuple):
    """An answer, with the index's state and the time when it was made."""

    version: int
    made: float
    answer: Any


class Remembered:
    """Keeps answers until somebody writes to the index, and for a moment more.

    Args:
        version: What is another number once anything was written.
        grace: Seconds for which an answer is still given after that, so that fifty readers of a
            page count once while the index is being written.
        most: How many answers are kept; those not asked for go first.
        clock: The time, for tests.
    """

    def __init__(
        self,
        version: Callable[[], int],
        *,
        grace: float,
        most: int = 500,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._version = version
        self._grace = grace
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def get(self, key: Hashable) -> Kept | None:
        """What is kept, where it still holds.

        Args:
            key: What was asked.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
        late = self._clock() - kept.made >= self._grace
        return None if late and kept.version != self._version() else kept

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """An answer, made anew where none is kept.

        Args:
            key: What was asked.
            make: Answers it.
        """
        kept = self.get(key)
        if kept is not None:
            answer: T = kept.answer
            return answer
        version = self._version()
        made = make()
        self.keep(key, made, version=version)
        return made

    def keep(self, key: Hashable, answer: Any, *, version: int) -> None:
        """Keep an answer.

        Args:
            key: What was asked.
            answer: The answer.
            version: The index's state before it was asked.
        """
        with self._lock:
            self._kept[key] = Kept(version, self._clock(), answer)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def facets(self, index: Index, search: Search, by: Sequence[CountBy]) -> Facets:
        """A search's counts, whatever its page and order.

        Args:
            index: The index.
            search: What to look for.
            by: What to count by.
        """
        plain = replace(search, page=1, size=1, sort="date")
        return self.of(("facets", plain, tuple(by)), lambda: index.facets(plain, by))

    def forget(self) -> None:
        """Forget all, after something was decided."""
        with self._lock:
            self._kept.clear()
