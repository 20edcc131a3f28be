"""Which tokens are content and source of a cue, by the network's vectors."""

import math
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

_NEAR, _STEPS = 8, 11
BUCKETS = 2 * (_NEAR + _STEPS + 1) + 1
"""Distances from a cue that are told apart, before and after it."""


def bucket(distance: int) -> int:
    """The number of a distance in tokens: each up to 8, then wider and wider."""
    far = abs(distance)
    step = min(far, _NEAR)
    if far > _NEAR:
        step += min(int(math.log2(far / _NEAR) * 2.5) + 1, _STEPS)
    return BUCKETS // 2 + (step if distance > 0 else -step)


_MOST = 512  # tokens of a window, and then some: beyond, all distances share a bucket
_TABLE = np.array([bucket(d) for d in range(-_MOST, _MOST + 1)], dtype=np.int64)


def distances(cue: int, count: int) -> Array:
    """The bucket of each of ``count`` tokens' distance from the token ``cue``."""
    return _TABLE.take(np.arange(_MOST - cue, _MOST - cue + count), mode="clip")


def linked(query: Array, key: Array, lean: Array, distance: Array, cue: int) -> Array:
    """How likely each token of a window is content and source of a cue.

    Args:
        query, key: (tokens, 2 * width) vectors of the window's tokens.
        lean: (tokens, 2) how much each is of either at all.
        distance: (`BUCKETS`, 2) the bias of each distance.
        cue: The cue's head, counted in the window.

    Returns:
        (tokens, 2) probabilities.
    """
    width = query.shape[1] // 2
    ask = query[cue].reshape(2, width)
    score = np.einsum("ad,jad->ja", ask, key.reshape(-1, 2, width)) / math.sqrt(width)
    score = score + lean + distance[distances(cue, len(key))]
    return np.asarray(1.0 / (1.0 + np.exp(-score)))


def mean(values: Array) -> float:
    """The mean of some numbers, at least one; for a handful of them numpy's own takes long.

    Args:
        values: (numbers,) in 32 bits, which stay its precision.
    """
    return float(np.add.reduce(values) / len(values))
