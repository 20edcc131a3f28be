"""What says how likely each frame is: the lexicon of cues alone, or a reader with more to say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens
from quotes.detect.lexicon import known, sigmoid

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotes.detect.candidates import Page


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely an article's frames are, and how to choose among them.

    Attributes:
        scored: Frames with their probability; not only those that were asked about.
        threshold: The least probability that is kept.
        slope, shift: How a chosen frame's log-odds become the log-odds that it is right
            (Platt, 1999).
        tie: How likely tokens belong to the content of a cue, given its head; None where nobody
            can say.
    """

    scored: Sequence[tuple[float, Frame]]
    threshold: float
    slope: float
    shift: float
    tie: Callable[[int, Tokens], float] | None = None


Judge = Callable[["Doc", "Page", Sequence[Frame], Sequence[float]], Verdict]
"""Judges an article's frames, given their log-odds by the lexicon of cues."""

THRESHOLD = 0.25  # chosen on dev: the end-to-end F1 is flat from 0.2 to 0.3

# Fitted on PolNeAR dev and news dev together: choosing the surest of several readings of one
# predicate leaves those chosen right a little more often than each alone would be.
_SLOPE, _SHIFT = 0.94, 0.42


def by_lexicon(doc: "Doc", page: "Page", frames: Sequence[Frame], odds: Sequence[float]) -> Verdict:
    """Take the lexicon's word.

    Args:
        doc: The parsed article.
        page: Its layout.
        frames: Its frames.
        odds: Their log-odds by the lexicon.

    Returns:
        The same as probabilities, those of constructions that rules know surely not below theirs.
    """
    scored = [
        (max(sigmoid(o), known(frame.lemma, frame.shape)), frame)
        for frame, o in zip(frames, odds, strict=True)
    ]
    return Verdict(scored, THRESHOLD, _SLOPE, _SHIFT)
