"""From scored frames to attributions that do not contradict each other."""

from collections.abc import Iterable

from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens

_OVERLAP = 0.2

#: Clauses that report all that stands before them (*..., a jury has heard*): of nested
#: attributions the outermost counts, so these go first when it is close. Chosen on dev.
_OUTER = frozenset(("ccomp:front", "para", "as", "prep", "layout:headline", "layout:headline:told"))
_FIRST = 1.2


def select(scored: Iterable[tuple[float, Frame]], *, threshold: float) -> list[tuple[float, Frame]]:
    """Choose frames, surest first, no token in two contents and no predicate twice.

    Args:
        scored: Frames with their probability.
        threshold: The least probability that is kept.

    Returns:
        The chosen frames with their probability, surest first.
    """
    taken: set[int] = set()
    heads: set[int] = set()
    sources: set[int] = set()
    chosen: list[tuple[float, Frame]] = []
    ordered = sorted(scored, key=_rank)
    for p, frame in ordered:
        if p < threshold or frame.head in heads or frame.head in taken:
            continue
        content = set(_indices(frame.content))
        source = set() if frame.source is None else set(_indices((frame.source,)))
        clash = len(content & taken)
        if clash > _OVERLAP * len(content) or len(source & taken) * 2 > len(source):
            continue
        if len(content & heads) or len(content & sources) * 2 > len(content):
            continue
        taken |= content
        heads.add(frame.head)
        sources |= source
        chosen.append((p, frame))
    return chosen


def _rank(item: tuple[float, Frame]) -> tuple[float, int, str, tuple[Tokens, ...]]:
    p, frame = item
    weight = p * _FIRST if frame.shape in _OUTER else p
    return (-weight, frame.head, frame.shape, frame.content)


def _indices(ranges: Iterable[Tokens]) -> Iterable[int]:
    for start, end in ranges:
        yield from range(start, end)
