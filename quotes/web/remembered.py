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

_PATIENCE = 5.0
"""Seconds that whoever makes an answer anew is waited for."""


class Kept(NamedTuple):
    """An answer, with the index's state and the time when it was made."""

    version: int
    made: float
    answer: Any


class Remembered:
    """Keeps answers until somebody writes to the index, and for a moment more.

    Once that moment is over, the first who asks makes the answer anew; whoever asks meanwhile is
    given the old one, so that no two make the same.

    Args:
        version: What is another number once anything was written.
        grace: Seconds for which an answer is still given after that, so that fifty readers of a
            page count once while the index is being written.
        most: How much is kept; what was not asked for the longest goes first.
        weigh: What an answer counts for; by default each is one.
        clock: The time, for tests.
    """

    def __init__(
        self,
        version: Callable[[], int],
        *,
        grace: float,
        most: int,
        weigh: Callable[[Any], int] = lambda answer: 1,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._version = version
        self._grace = grace
        self._most = most
        self._weigh = weigh
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._weight = 0
        self._renewed: dict[Hashable, float] = {}

    def get(self, key: Hashable) -> Kept | None:
        """What is kept, where it still holds, or somebody is about to make it anew.

        Args:
            key: What was asked.

        Returns:
            It, or None to whoever is to make it and `keep` it.
        """
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            self._kept.move_to_end(key)
        now = self._clock()
        if now - kept.made < self._grace or kept.version == self._version():
            return kept
        with self._lock:
            # Whoever began may have failed: not for long.
            if now - self._renewed.get(key, -_PATIENCE) < _PATIENCE:
                return kept
            self._renewed[key] = now
        return None

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
            self._drop(key)
            self._kept[key] = Kept(version, self._clock(), answer)
            self._weight += self._weigh(answer)
            while self._weight > self._most:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: Hashable) -> None:
        self._renewed.pop(key, None)
        kept = self._kept.pop(key, None)
        if kept is not None:
            self._weight -= self._weigh(kept.answer)

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
            self._renewed.clear()
            self._weight = 0
