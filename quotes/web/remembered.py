"""Counts that many readers ask for, kept for a moment."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from quotes.index import Facets, Index, Search
from quotes.index.types import CountBy

T = TypeVar("T")


class Remembered:
    """Keeps answers for some seconds, so that fifty readers of a page count once.

    Args:
        seconds: For how long. What is being indexed meanwhile shows in the counts that much
            later; rows are never kept.
        most: How many answers.
        clock: The time, for tests.
    """

    def __init__(
        self, *, seconds: float = 30.0, most: int = 500, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, tuple[float, Any]] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """An answer, made anew where none is kept.

        Args:
            key: What was asked.
            make: Answers it.
        """
        now = self._clock()
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and now - kept[0] < self._seconds:
                answer: T = kept[1]
                return answer
        made = make()
        with self._lock:
            self._kept[key] = (now, made)
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made

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
