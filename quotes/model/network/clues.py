"""What speaks for a frame: the lexicon's word, the network's, and how well its parts agree."""

import math
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import numpy as np

from quotes.detect.candidates import Page
from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens
from quotes.model.network.linker import SHAPE
from quotes.model.network.links import mean
from quotes.model.network.reading import Reading, Seen
from quotes.pipes.arrays import read

if TYPE_CHECKING:
    from spacy.tokens import Doc

Array = np.ndarray[Any, Any]

CLUES = (
    "one",  # always 1
    "judged",  # log-odds by the frame head; 0 where no grammar made the frame
    "lexicon",  # log-odds by the lexicon of cues; 0 likewise
    "read",  # 1 where no grammar made the frame
    "head",  # log-odds that its predicate is a cue's head
    "content",  # log-odds of content's tags over its content, on average
    "thin",  # the least likely of its content's tokens
    "before",  # log-odds of content's tag just before
    "after",  # and just after
    "linked",  # log-odds of its content's links to the cue
    "source",  # log-odds of the links of its source; 0 without one
    "tagged",  # log-odds of source's tags over its source; 0 without one
    "besides",  # the likeliest source outside it
    "sourceless",  # 1 without a source
    "length",  # logarithm of the content's tokens
    "quoted",  # share of its content in quotation marks
)
"""Names of the clues, in order."""

_BEYOND = 3  # tokens on each side of a content that are looked at


class Weigher:
    """Takes down the clues of an article's frames.

    Args:
        doc: The parsed article.
        page: Its layout.
        reading: What the network says of it.
    """

    def __init__(self, doc: "Doc", page: Page, reading: Reading) -> None:
        self._reading = reading
        self._starts = [seen.window.start for seen in reading.seen]
        tags = np.concatenate([seen.tags for seen in reading.seen])
        self._content = tags[:, 1] + tags[:, 2]
        self._source = tags[:, 5] + tags[:, 6]
        self._heads = np.concatenate([seen.heads for seen in reading.seen])
        alpha, number = read(doc, ("IS_ALPHA", "LIKE_NUM")).T != 0
        self._solid = alpha | number
        self._inside = np.array([n >= 0 for n in page.quoted], dtype=bool)

    def __call__(self, frame: Frame, judged: float, lexicon: float) -> list[float]:
        """The clues of one frame.

        Args:
            frame: The frame.
            judged, lexicon: Its log-odds by the network's frame head and by the lexicon.

        Returns:
            A number for each of `CLUES`.
        """
        seen, links = self._linked(frame.head)
        start, end = seen.window
        spans = [np.arange(a, b) for a, b in frame.content]
        content = np.concatenate(spans) if len(spans) > 1 else spans[0]
        solid = content[self._solid[content]]
        content = solid if len(solid) else content
        first, last = int(content[0]), int(content[-1])
        near = content - start
        if first < start or last >= end:
            near = near[(near >= 0) & (near < end - start)]
        before = self._edge(range(first - 1, max(first - 1 - _BEYOND, -1), -1), frame)
        after = self._edge(range(last + 1, min(last + 1 + _BEYOND, len(self._content))), frame)
        source = tagged = 0.0
        outside = links[:, 1].copy()
        outside[near] = 0.0
        if frame.source is not None and frame.source.end > frame.source.start:
            a, b = frame.source
            own = np.arange(max(a, start), min(b, end)) - start
            if len(own):
                source = odds(mean(links[own, 1]))
            tagged = odds(mean(self._source[a:b]))
            outside[own] = 0.0
        return [
            1.0,
            judged,
            lexicon,
            float(frame.shape == SHAPE),
            odds(float(self._heads[frame.head])),
            odds(mean(self._content[content])),
            odds(float(self._content[content].min())),
            before,
            after,
            odds(mean(links[near, 0])) if len(near) else 0.0,
            source,
            tagged,
            float(outside.max(initial=0.0)),
            float(frame.source is None),
            math.log(len(content)),
            int(np.count_nonzero(self._inside[content])) / len(content),
        ]

    def tie(self, head: int, tokens: Tokens) -> float:
        """How likely tokens belong to the content of a cue; 0 where they stand too far from it.

        Args:
            head: The cue's head.
            tokens: The tokens.
        """
        seen, links = self._linked(head)
        start, end = max(tokens.start, seen.window.start), min(tokens.end, seen.window.end)
        if end <= start:
            return 0.0
        return mean(links[start - seen.window.start : end - seen.window.start, 0])

    def _linked(self, head: int) -> tuple[Seen, Array]:
        seen = self._reading.seen[bisect_right(self._starts, head) - 1]
        return seen, self._reading.links(seen, head)

    def _edge(self, tokens: range, frame: Frame) -> float:
        """Log-odds of content's tag at the nearest word beyond an edge; low at cue or source."""
        for i in tokens:
            if frame.cue.start <= i < frame.cue.end or i == frame.head:
                break
            if frame.source is not None and frame.source.start <= i < frame.source.end:
                break
            if self._solid[i]:
                return odds(float(self._content[i]))
        return odds(0.0)


def odds(probability: float) -> float:
    """A probability as log-odds, within -5 and 5."""
    p = min(max(probability, 0.0067), 0.9933)
    return math.log(p / (1.0 - p))
