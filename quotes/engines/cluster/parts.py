"""What the blocks of a run hold, read again in order, without the articles that come twice."""

import io
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl

from quotes.articles.read import duplicate, hash_of_id
from quotes.engines.cluster.job import DONE, FAILED, MENTIONS, QUOTES, READ, Done
from quotes.engines.cluster.mentions import mentions_in
from quotes.engines.cluster.run import BlockDone
from quotes.engines.cluster.store import Store
from quotes.identify import Mention
from quotes.types import Problem

NOTHING: frozenset[str] = frozenset()

_NOT_DONE = (*FAILED, "language")
_DUPLICATE = ("duplicate", "duplicate-id")


@dataclass(slots=True)
class Parts:
    """The rows of all blocks; `frames` and `columns` are those of a `quotes.table.Spool`.

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

    def frame(self, folder: str, place: int, columns: Sequence[str] | None = None) -> pl.DataFrame:
        """One block's rows.

        Args:
            folder: Which.
            place: Which block.
            columns: Those needed; by default all.
        """
        return block_frame(
            self.store, folder, self.digests[place], self.dropped.get(place, NOTHING), columns
        )

    def frames(self) -> Iterator[pl.DataFrame]:
        """The quote table's rows, a block at a time."""
        return (self.frame(QUOTES, place) for place in range(len(self.digests)))

    def read(self) -> Iterator[pl.DataFrame]:
        """The articles as read, a block at a time, where they were kept."""
        return (self.frame(READ, place) for place in range(len(self.digests)))

    def columns(self, names: Sequence[str]) -> pl.DataFrame:
        """Some columns of the whole quote table, at once.

        Args:
            names: The columns.
        """
        # The id is what dropped articles are known by.
        wanted = list(dict.fromkeys((*names, "article_id")))
        frames = [self.frame(QUOTES, place, wanted) for place in range(len(self.digests))]
        return pl.concat(frames).select(names)

    def mentions(self) -> Iterator[Mention]:
        """All mentions of speakers."""
        for place in range(len(self.digests)):
            yield from mentions_in(self.frame(MENTIONS, place))


def block_frame(
    store: Store,
    folder: str,
    digest: str,
    dropped: frozenset[str],
    columns: Sequence[str] | None = None,
) -> pl.DataFrame:
    """The rows of one block.

    Args:
        store: Where they are.
        folder: Which of the block's files.
        digest: Which block.
        dropped: Ids of articles to leave out.
        columns: Those needed; by default all.
    """
    data = io.BytesIO(store.read(f"{folder}/{digest}.parquet"))
    frame = pl.read_parquet(data, columns=None if columns is None else list(columns))
    return frame.filter(~pl.col("article_id").is_in(list(dropped))) if dropped else frame


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
    again = _again(store, parts.digests)
    for place, digest in enumerate(parts.digests):
        done = Done.unpacked(store.read(f"{DONE}/{digest}.json"))
        came_before = again.get(place, {})
        ids = frozenset(done.read[number][0] for number in came_before)
        height = done.rows
        if ids:
            parts.dropped[place] = ids
            height = parts.frame(QUOTES, place, ("article_id",)).height
        parts.heights.append(height)
        failed = {one.article_id for one in done.problems if one.code in _NOT_DONE}
        parts.articles += done.articles - len(ids - failed)
        parts.problems += [
            one for one in done.problems if one.article_id not in ids or one.code in _DUPLICATE
        ]
        for number, same_text in came_before.items():
            article_id, _, where = done.read[number]
            error = duplicate(article_id, same_text=same_text)
            parts.problems.append(
                Problem(input=where, article_id=article_id, code=error.code, message=str(error))
            )
    return parts


def _again(store: Store, digests: Sequence[str]) -> dict[int, dict[int, bool]]:
    """By block the numbers of articles that came before, and whether with the same text.

    Numbers only are held of each article, so that many fit: some 40 bytes each.
    """
    ids, texts, sizes = array("Q"), array("I"), []
    for digest in digests:
        done = Done.unpacked(store.read(f"{DONE}/{digest}.json"))
        ids.extend(hash_of_id(article_id) for article_id, _, _ in done.read)
        texts.extend(text for _, text, _ in done.read)
        sizes.append(len(done.read))
    keys = np.frombuffer(ids, dtype=np.uint64) if ids else np.empty(0, dtype=np.uint64)
    _, first, group = np.unique(keys, return_index=True, return_inverse=True)
    before = first[group]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    found: defaultdict[int, dict[int, bool]] = defaultdict(dict)
    for position in np.flatnonzero(before != np.arange(len(keys))):
        place = int(np.searchsorted(starts, position, side="right")) - 1
        same = texts[int(position)] == texts[int(before[position])]
        found[place][int(position - starts[place])] = same
    return found
