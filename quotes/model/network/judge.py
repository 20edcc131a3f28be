"""The network's verdict on an article's frames, and those it would add."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.detect.candidates import Page
from quotes.detect.frame import Frame
from quotes.detect.lexicon import known, sigmoid
from quotes.detect.verdict import Verdict
from quotes.model.network.clues import CLUES, Weigher
from quotes.model.network.linker import SHAPE, derived
from quotes.model.network.reading import Network, shipped

if TYPE_CHECKING:
    from spacy.tokens import Doc

THRESHOLD = 0.38
"""The least probability that is kept; chosen on dev."""

READ_SHARE = 0.95
"""What a frame without grammar counts beside one with it: grammar's edges are truer. Chosen on
dev."""


_HOPELESS = -4.0
"""Log-odds below which no clue could make up for what the network says of a frame."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each clue weighs, and how sure the outcome is.

    Attributes:
        frames: Weights of the clues of frames that grammar made, in the order of `CLUES`.
        read: The same for those made from tags.
        slope, shift: Of the log-odds of what is chosen (Platt, 1999).
    """

    frames: tuple[float, ...]
    read: tuple[float, ...]
    slope: float
    shift: float

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> "Weights":
        """Weights as `quotes.model.weighing` writes them."""
        return cls(
            tuple(found["frames"][name] for name in CLUES),
            tuple(found["read"][name] for name in CLUES),
            found["slope"],
            found["shift"],
        )


@cache
def weights() -> Weights:
    """The weights that come with this package."""
    text = files("quotes.model.network").joinpath("weights.json").read_text("utf-8")
    return Weights.of(json.loads(text))


class Weighed(NamedTuple):
    """A frame and its clues."""

    frame: Frame
    clues: list[float]


def weighed(
    doc: "Doc",
    page: Page,
    frames: Sequence[Frame],
    odds: Sequence[float],
    *,
    network: Network,
) -> tuple[list[Weighed], Weigher]:
    """Frames of an article with their clues: the hopeless left out, the network's own put in.

    Args:
        doc: The parsed article.
        page: Its layout.
        frames: What grammar and layout give.
        odds: Their log-odds by the lexicon of cues.
        network: The network.

    Returns:
        Frames with clues, and what tells more about the article.
    """
    reading = network.read(doc, page, frames, odds)
    weigher = Weigher(doc, page, reading)
    found = [
        Weighed(frame, weigher(frame, judged, o))
        for frame, judged, o in zip(frames, reading.right, odds, strict=True)
        if judged > _HOPELESS or known(frame.lemma, frame.shape)
    ]
    found.extend(Weighed(one, weigher(one, 0.0, 0.0)) for one in derived(doc, page, reading))
    return found, weigher


def score(one: Weighed, table: Weights) -> float:
    """How likely a frame is right, from 0 to 1."""
    own = one.frame.shape == SHAPE
    values = table.read if own else table.frames
    p = sigmoid(sum(w * clue for w, clue in zip(values, one.clues, strict=True)))
    return p * READ_SHARE if own else max(p, known(one.frame.lemma, one.frame.shape))


def by_network(doc: "Doc", page: Page, frames: Sequence[Frame], odds: Sequence[float]) -> Verdict:
    """Judge frames by the network that comes with this package; a `quotes.detect.verdict.Judge`.

    Args:
        doc: The parsed article.
        page: Its layout.
        frames: What grammar and layout give.
        odds: Their log-odds by the lexicon of cues.

    Returns:
        Those frames and the network's own, with their probability.
    """
    if not len(doc):
        return Verdict((), THRESHOLD, 1.0, 0.0)
    table = weights()
    found, weigher = weighed(doc, page, frames, odds, network=shipped())

    scored = [(score(one, table), one.frame) for one in found]
    return Verdict(scored, THRESHOLD, table.slope, table.shift, weigher.tie)
