"""Attributions the network sees for itself: tags made spans, each content given its cue and source.

The grammar's frames miss what a parser gets wrong or no construction of theirs describes. A run of
tokens tagged as content goes to the cue that the links tie it to best; a cue takes its source the
same way.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from quotes.detect.candidates import Page, fit
from quotes.detect.frame import Frame, who_of
from quotes.detect.grammar import Tokens, lemma_of, trim
from quotes.model.network.links import mean
from quotes.model.network.reading import Reading, Seen
from quotes.pipes.arrays import read

if TYPE_CHECKING:
    from spacy.tokens import Doc

Array = np.ndarray[Any, Any]

SHAPE = "read"
"""The construction of a frame that no grammar made."""

_TAGGED = 0.5
_HEAD = 0.1
_CONTENT_LINK, _SOURCE_LINK = 0.1, 0.2
_GAP = {"content": 2, "source": 1}  # untagged tokens that do not part a run
_FAR = {"content": 250, "source": 150}  # tokens between a cue and what belongs to it


class _Cue(NamedTuple):
    """A cue, and how likely each token from ``start`` on is its content or its source."""

    head: int
    tokens: Tokens
    start: int
    content: Array
    source: Array


def derived(doc: "Doc", page: Page, reading: Reading) -> Iterator[Frame]:
    """Frames from an article's tags.

    Args:
        doc: The parsed article.
        page: Its layout.
        reading: What the network says of it.

    Yields:
        Frames with contents that begin and end where a quotation does, not within one.
    """
    readable = ~(np.array(page.skipped, dtype=bool) | (read(doc, ("IS_SPACE",))[:, 0] != 0))
    for seen in reading.seen:
        free = readable[seen.window.start : seen.window.end]
        cues = list(_cues(page, reading, seen, free))
        if not cues:
            continue
        contents = list(_runs(doc, seen, free, role=0, gap=_GAP["content"]))
        sources = list(_runs(doc, seen, free, role=2, gap=_GAP["source"]))
        of: dict[int, list[Tokens]] = defaultdict(list)
        for content in contents:
            n, link = _best(cues, content)
            if link > _CONTENT_LINK:
                of[n].append(content)
        for n, spans in of.items():
            cue = cues[n]
            told = [
                (_link(cue, cue.source, s), s) for s in sources if _near(cue, s, _FAR["source"])
            ]
            sure, source = max(told, default=(0.0, None))
            if sure <= _SOURCE_LINK:
                source = None
            who = who_of(None if source is None else doc[source.start : source.end].root)
            frame = Frame(
                cue.head, lemma_of(doc[cue.head]), SHAPE, tuple(spans), cue.tokens, source, who
            )
            fitted = fit(doc, page, frame)
            if fitted:
                yield frame._replace(content=fitted)


def _cues(page: Page, reading: Reading, seen: Seen, free: Array) -> Iterator[_Cue]:
    """Cues by their tags, each with its surest head."""
    start = seen.window.start
    tagged = ((seen.tags[:, 3] + seen.tags[:, 4]) > _TAGGED) & free
    heads: dict[Tokens, tuple[float, int]] = {}
    for k in np.flatnonzero(seen.heads >= _HEAD):
        i = int(k)
        if page.quoted[start + i] >= 0 or not free[i]:
            continue
        a = b = i
        while a > 0 and tagged[a - 1]:
            a -= 1
        while b + 1 < len(tagged) and tagged[b + 1]:
            b += 1
        tokens = Tokens(start + a, start + b + 1)
        heads[tokens] = max(heads.get(tokens, (0.0, -1)), (float(seen.heads[i]), start + i))
    for tokens, (_, head) in heads.items():
        content, source = np.ascontiguousarray(reading.links(seen, head).T)
        yield _Cue(head, tokens, start, content, source)


def _runs(doc: "Doc", seen: Seen, free: Array, *, role: int, gap: int) -> Iterator[Tokens]:
    """Runs of tokens of one role, cut where a new span begins."""
    begin, inside = 1 + 2 * role, 2 + 2 * role
    start = seen.window.start
    tagged = np.flatnonzero(((seen.tags[:, begin] + seen.tags[:, inside]) > _TAGGED) & free)
    pieces: list[list[int]] = []
    for k in tagged:
        i = int(k)
        if pieces and i - pieces[-1][1] <= gap and seen.tags[i, begin] <= _TAGGED:
            pieces[-1][1] = i
        else:
            pieces.append([i, i])
    for first, last in pieces:
        tokens = trim(doc, Tokens(start + first, start + last + 1))
        if tokens.end > tokens.start:
            yield tokens


def _near(cue: _Cue, tokens: Tokens, far: int) -> bool:
    return abs(cue.head - tokens.start) <= far and not tokens.start <= cue.head < tokens.end


def _best(cues: Sequence[_Cue], tokens: Tokens) -> tuple[int, float]:
    """Which cue a content belongs to, and how surely."""
    links = [
        (_link(cue, cue.content, tokens), -n)
        for n, cue in enumerate(cues)
        if _near(cue, tokens, _FAR["content"])
    ]
    link, n = max(links, default=(0.0, 0))
    return -n, link


def _link(cue: _Cue, values: Array, tokens: Tokens) -> float:
    return mean(values[tokens.start - cue.start : tokens.end - cue.start])
