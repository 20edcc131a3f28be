"""From inputs to blocks of articles, the unit of work: the same inputs always give the same ones.

Consecutive files make a share, which one task reads in order; a share's articles, with what was
wrong with them, are cut into blocks. A block is known by a hash of all that is in it, so that a run
that goes on with another finds what is done, wherever in the inputs it stands by now.
"""

import json
import pickle
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from hashlib import blake2b
from typing import NamedTuple

from quotes.articles import Input
from quotes.articles.read import read_placed
from quotes.articles.remote import size_of
from quotes.engines.journal import article_key
from quotes.types import Article, Problem

ARTICLES = 256
CHARS = 1_500_000
"""A block has one of these at most: a minute or two of work, which is what a lost machine costs."""

SHARE_BYTES = 64 << 20

Item = tuple[str, Article] | Problem
"""An article, with the place that a problem of it names; or what was wrong with one."""


class Block(NamedTuple):
    """Some consecutive articles of a share.

    Attributes:
        share: The number of the share in the inputs.
        number: The number of the block in the share.
        items: The articles, and between them what was wrong with others, in the order read.
        last: Whether the share ends with it.
    """

    share: int
    number: int
    items: list[Item]
    last: bool

    @property
    def digest(self) -> str:
        """A hash of all that is in it."""
        found = blake2b(digest_size=16)
        for item in self.items:
            if isinstance(item, Problem):
                found.update(json.dumps(astuple(item)).encode())
            else:
                found.update(article_key(item[1]))
        return found.hexdigest()

    def packed(self) -> bytes:
        """What is in it, for another process of the same cluster."""
        return zlib.compress(pickle.dumps(self.items), 1)


def unpacked(data: bytes) -> list[Item]:
    """The items that `Block.packed` packed.

    Args:
        data: What it returned, from a process of the same cluster.
    """
    items: list[Item] = pickle.loads(zlib.decompress(data))
    return items


def shares(sources: Sequence[Input], *, size: int = SHARE_BYTES) -> list[list[Input]]:
    """Cut inputs into shares, each large enough to be worth a task.

    Args:
        sources: What to read.
        size: A share is closed when its files have so many bytes.

    Returns:
        The inputs, in order.
    """
    found: list[list[Input]] = []
    room = 0
    for source in sources:
        if room <= 0:
            found.append([])
            room = size
        found[-1].append(source)
        room -= _size(source)
    return found


def blocks(
    share: int,
    sources: Sequence[Input],
    *,
    articles: int = ARTICLES,
    chars: int = CHARS,
) -> Iterator[Block]:
    """Read a share.

    Args:
        share: Its number.
        sources: Its files.
        articles: How many articles a block has at most.
        chars: A block is closed when its articles have so many characters.

    Yields:
        Its blocks, at least one, of which the last may be empty.
    """
    items: list[Item] = []
    count = size = number = 0
    for item in _items(sources):
        items.append(item)
        if not isinstance(item, Problem):
            count += 1
            size += len(item[1].text)
        if count >= articles or size >= chars:
            yield Block(share, number, items, last=False)
            items, count, size, number = [], 0, 0, number + 1
    yield Block(share, number, items, last=True)


def _items(sources: Sequence[Input]) -> Iterator[Item]:
    problems: list[Problem] = []
    for placed in read_placed(sources, on_problem=problems.append):
        yield from problems
        problems.clear()
        yield placed
    yield from problems


def _size(source: Input) -> int:
    if source.problem is not None:
        return 0
    try:
        return size_of(source.name)
    except OSError:  # it vanished since; reading will tell
        return 0
