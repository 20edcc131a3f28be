"""Which texts are worth comparing: those of which MinHash signatures agree in a band.

Signatures by Broder, "On the resemblance and containment of documents", 1997; bands of them by
locality-sensitive hashing (Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3).
Whole quotations and their single sentences are hashed, which finds one that is cut at a sentence's
end in the other.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, count, islice
from typing import Any

import numpy as np
from rensa import RMinHash

from quotes.identify.spoken import MIN_WORDS, Own

Numbers = np.ndarray[Any, np.dtype[np.uint64]]

_PERMUTATIONS = 96
_BAND = 3  # 32 bands of 3: a pair of Jaccard similarity 0.5 is compared with a chance of 0.99
BANDS = _PERMUTATIONS // _BAND

_SEED = 2018
_SHINGLE = 2
_MIXER = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype=np.uint64)
# In a bucket with more quotations than this, each is compared with its neighbours only.
_FULL_COMPARISON = 40
_NEIGHBOURS = 5
# So many signatures are made at a time: until they are numbers in an array they take much memory.
_AT_ONCE = 4096


def banded(texts: Iterable[Own]) -> Iterator[tuple[Numbers, Numbers]]:
    """The bands of texts.

    Args:
        texts: The texts, sorted.

    Yields:
        For some pieces of texts, in order, whose they are, by the text's place among the texts;
        and a row of `BANDS` numbers each. Two texts may be the same words if pieces of both have
        the same number in a column. (That two bands may by chance have the same number costs a
        comparison only.)
    """
    pieces = chain.from_iterable(map(_pieces, count(), texts))
    while part := list(islice(pieces, _AT_ONCE)):
        signatures = RMinHash.digests_from_token_sets(
            [_shingles(piece) for _, piece in part], _PERMUTATIONS, _SEED
        )
        bands = np.array(signatures, dtype=np.uint64).reshape(len(part), -1, _BAND)
        yield np.array([place for place, _ in part], dtype=np.uint64), bands @ _MIXER


def partners(whose: Numbers, column: Numbers) -> Iterator[tuple[int, Sequence[int]]]:
    """Which texts to compare, by one column of their pieces' bands.

    Args:
        whose: Of each piece the place of its text, in order.
        column: Of each piece the number.

    Yields:
        The place of a text, and the places of later ones to compare it with.
    """
    for bucket in _equal(column):
        places = list(dict.fromkeys(whose[bucket].tolist()))
        reach = len(places) if len(places) <= _FULL_COMPARISON else _NEIGHBOURS
        for i, first in enumerate(places[:-1]):
            yield first, places[i + 1 : i + 1 + reach]


def _equal(column: Numbers) -> Iterator[np.ndarray[Any, np.dtype[np.intp]]]:
    """The positions of equal numbers, in order, where there are several."""
    order = np.argsort(column, kind="stable")
    ends = np.flatnonzero(np.diff(column[order])) + 1
    starts = np.concatenate(([0], ends))
    ends = np.append(ends, len(column))
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield order[start:end]


def _pieces(place: int, text: Own) -> Iterator[tuple[int, Sequence[str]]]:
    """The whole text, and each of its sentences where there are several, with its place."""
    words = text.text.split(" ")
    yield place, words
    if len(text.sentences) > 1:
        ends = list(accumulate(text.sentences))
        for start, end in zip([0, *ends], ends, strict=False):
            if end - start >= MIN_WORDS:
                yield place, words[start:end]


def _shingles(words: Sequence[str]) -> list[str]:
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return [" ".join(words[i : i + _SHINGLE]) for i in starts]
