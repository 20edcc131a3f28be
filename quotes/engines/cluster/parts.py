"""What the blocks of a run hold, read again in order, without the articles that come twice."""

import io
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from quotes.articles.read import duplicate, hash_of_id
from quotes.engines.cluster.job import DONE, FAILED, MENTIONS, QUOTES, READ, Done
from quotes.engines.cluster.mentions import mentions_in
from quotes.engines.cluster.run import BlockDone
from quotes.engines.cluster.store import Store
from quotes.identify import Mention
from quotes.identify.resolution import Place
from quotes.identify.spilled import Spilled
from quotes.types import Problem

NOTHING: frozenset[str] = frozenset()

_NOT_DONE = (*FAILED, "language")
_DUPLICATE = ("duplicate", "duplicate-id")


@dataclass(slots=True)
class Parts:
    """The rows of all blocks.

    Attributes:
        store: Where they are.
        digests: The blocks, in the order of the inputs.
        heights: How many quotations each has.
        dropped: By a block's place in ``digests``, ids of articles that came before.
        problems: What could not be read or processed, in order.
        articles: How many articles were done.
    """

    store: Store
    digests: list[str]
    heights: list[int] = field(default_factory=list)
    dropped: dict[int, frozenset[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    articles: int = 0

    def each(self, folder: str, columns: Sequence[str] | None = None) -> Iterator[pl.DataFrame]:
        """Every block's rows.

        Args:
            folder: Which.
            columns: Those needed; by default all.
        """
        return self.some(folder, range(len(self.digests)), columns)

    def some(
        self, folder: str, places: Iterable[int], columns: Sequence[str] | None = None
    ) -> Iterator[pl.DataFrame]:
        """Some blocks' rows.

        Args:
            folder: Which.
            places: Places of the blocks.
            columns: Those needed; by default all.
        """
        blocks = [(self.digests[n], self.dropped.get(n, NOTHING)) for n in places]
        return block_frames(self.store, folder, blocks, columns)

    def frames(self) -> Iterator[pl.DataFrame]:
        """The quote table's rows, a block at a time."""
        return self.each(QUOTES)

    def read(self) -> Iterator[pl.DataFrame]:
        """The articles as read, a block at a time, where they were kept."""
        return self.each(READ)

    def mentions(self, places: Spilled[list[Place]]) -> Iterator[Mention]:
        """All mentions of speakers.

        Args:
            places: Where to note which they are, a list a block, all in the share 0: they are
                asked for again when it is known who the speakers are.
        """
        for frame in self.each(MENTIONS):
            places.put(0, list(zip(frame["article_id"], frame["found"], strict=True)))
            yield from mentions_in(frame)


def block_frames(
    store: Store,
    folder: str,
    blocks: Sequence[tuple[str, frozenset[str]]],
    columns: Sequence[str] | None = None,
) -> Iterator[pl.DataFrame]:
    """The rows of blocks.

    Args:
        store: Where they are.
        folder: Which of the blocks' files.
        blocks: Digests, each with ids of articles to leave out.
        columns: Those needed; by default all.
    """
    files = store.read_all(f"{folder}/{digest}.parquet" for digest, _ in blocks)
    for data, (_, dropped) in zip(files, blocks, strict=True):
        frame = pl.read_parquet(io.BytesIO(data), columns=None if columns is None else [*columns])
        yield frame.filter(~pl.col("article_id").is_in(list(dropped))) if dropped else frame


def parts_of(store: Store, ordered: Sequence[BlockDone]) -> Parts:
    """Read what is known of all blocks, and find the articles that came before in another.

    Within one share, reading has dropped them already.

    Args:
        store: Where the blocks' files are.
        ordered: The blocks, in the order of the inputs.

    Raises:
        QuotesError: A block's file isn't there.
    """
    parts = Parts(store, [block.digest for block in ordered])
    seen = _Seen()
    problems: dict[int, list[Problem]] = {}
    for place, done in enumerate(_done(store, parts.digests)):
        seen.add(done)
        parts.heights.append(done.rows)
        parts.articles += done.articles
        if done.problems:
            problems[place] = done.problems
    again = seen.again()
    for place, done in zip(again, _done(store, [parts.digests[n] for n in again]), strict=True):
        problems[place] = _without_repeated(parts, place, done, again[place])
    parts.problems += [one for place in sorted(problems) for one in problems[place]]
    return parts


def _done(store: Store, digests: Iterable[str]) -> Iterator[Done]:
    files = store.read_all(f"{DONE}/{digest}.json" for digest in digests)
    return (Done.unpacked(data) for data in files)


def _without_repeated(
    parts: Parts, place: int, done: Done, came_before: dict[int, bool]
) -> list[Problem]:
    """Drop from a block what came before; its problems, then."""
    ids = frozenset(done.read[number][0] for number in came_before)
    parts.dropped[place] = ids
    (left,) = parts.some(QUOTES, [place], ["article_id"])
    parts.heights[place] = left.height
    failed = {one.article_id for one in done.problems if one.code in _NOT_DONE}
    parts.articles -= len(ids - failed)
    problems = [one for one in done.problems if one.article_id not in ids or one.code in _DUPLICATE]
    for number, same_text in came_before.items():
        article_id, _, where = done.read[number]
        error = duplicate(article_id, same_text=same_text)
        problems.append(
            Problem(input=where, article_id=article_id, code=error.code, message=str(error))
        )
    return problems


class _Seen:
    """Which articles came before: numbers only are held of each, so that many fit."""

    def __init__(self) -> None:
        self._ids = array("Q")
        self._texts = array("I")
        self._starts = [0]

    def add(self, done: Done) -> None:
        self._ids.extend(hash_of_id(article_id) for article_id, _, _ in done.read)
        self._texts.extend(text for _, text, _ in done.read)
        self._starts.append(len(self._ids))

    def again(self) -> dict[int, dict[int, bool]]:
        """By block the numbers of articles that came before, and whether with the same text."""
        keys = np.array(self._ids, dtype=np.uint64)
        _, first, group = np.unique(keys, return_index=True, return_inverse=True)
        before = first[group]
        found: defaultdict[int, dict[int, bool]] = defaultdict(dict)
        for position in np.flatnonzero(before != np.arange(len(keys))).tolist():
            place = bisect_right(self._starts, position) - 1
            same = self._texts[position] == self._texts[int(before[position])]
            found[place][position - self._starts[place]] = same
        return found
