"""Fit what the clues of a frame weigh, and how sure the outcome is, on articles kept for choosing.

The network has seen its training articles, so that what it says of them is surer than what it
says of others; a few dozen numbers are therefore fitted on annotated articles it has not seen.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotes.detect.candidates import candidates, read_page
from quotes.detect.features import Features
from quotes.detect.lexicon import log_odds, reporting_verbs
from quotes.detect.lexicon import weights as lexicon
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc
from quotes.detect.select import select
from quotes.model.cues import by_letter, rightness
from quotes.model.gold import GoldArticle, read_gold
from quotes.model.network.clues import CLUES
from quotes.model.network.judge import THRESHOLD, Weighed, Weights, score, weighed
from quotes.model.network.linker import SHAPE
from quotes.model.network.reading import Network
from quotes.model.predict import as_read
from quotes.table.atomic import replacing
from quotes.types import Skipped

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS = 4


class Answered(NamedTuple):
    """A frame with its clues, and how right it is, from 0 to 1."""

    one: Weighed
    right: float


def answered(
    gold: GoldArticle, doc: "Doc", network: Network, skipped: Sequence[Skipped] = ()
) -> list[Answered]:
    """The frames of an annotated article, grammar's and the network's own, with their answers.

    Args:
        gold: The article with its annotation.
        doc: The same, parsed.
        network: The network.
        skipped: Its page furniture.
    """
    page = read_page(doc, skipped=skipped)
    inside = [number >= 0 for number in page.quoted]
    frames, table = list(candidates(doc, page)), lexicon()
    described = Features(doc, inside, reporting_verbs())
    odds = [log_odds(described(frame), table) for frame in frames]
    at = by_letter(gold)
    found, _ = weighed(doc, page, frames, odds, network=network)
    return [Answered(one, rightness(gold.text, doc, one.frame, at)) for one in found]


def articles_of(
    paths: Iterable[str | Path], *, network: Network, model: str = DEFAULT_MODEL
) -> Iterator[list[Answered]]:
    """The frames of annotated files, article by article.

    Args:
        paths: Annotated articles, as `quotes.model.gold.read_gold` reads them.
        network: The network.
        model: The spaCy pipeline to parse with.
    """
    nlp = load_pipeline(model)
    for path in paths:
        for gold in read_gold(path):
            article = as_read(gold)
            doc = nlp(make_doc(nlp, article))
            yield answered(gold, doc, network, article.skipped)


def weigh(articles: Sequence[Sequence[Answered]], *, c: float = 1.0) -> Weights:
    """Fit the weights.

    Args:
        articles: Frames with answers, article by article.
        c: Inverse strength of the L2 penalty.

    Returns:
        Weights of clues by logistic regression, one set for the frames of grammar and one for
        those of the network; then slope and shift of what is chosen (Platt, 1999).
    """
    every = [one for its in articles for one in its]
    frames = _fitted([a for a in every if a.one.frame.shape != SHAPE], c)
    read = _fitted([a for a in every if a.one.frame.shape == SHAPE], c)
    table = Weights(frames, read, 1.0, 0.0)
    chosen = [pair for its in articles for pair in _chosen(its, table)]
    slope, shift = _platt(chosen)
    return Weights(frames, read, slope, shift)


def _fitted(found: Sequence[Answered], c: float) -> tuple[float, ...]:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    # A frame that is right to the degree r counts r times as right and 1 - r times as wrong.
    partly = [a for a in found if 0 < a.right < 1]
    clues = np.array([a.one.clues for a in (*found, *partly)])
    labels = [int(a.right > 0) for a in found] + [0] * len(partly)
    shares = [a.right or 1.0 for a in found] + [1 - a.right for a in partly]
    model = LogisticRegression(C=c, fit_intercept=False, max_iter=3000)
    model.fit(clues, labels, sample_weight=shares)
    return tuple(round(float(w), _DIGITS) for w in model.coef_[0])


def _chosen(its: Sequence[Answered], table: Weights) -> Iterator[tuple[float, bool]]:
    """The log-odds of frames that would be chosen in one article, and whether each is right."""
    right = {a.one.frame: a.right > 0 for a in its}
    for p, frame in select([(score(a.one, table), a.one.frame) for a in its], threshold=THRESHOLD):
        p = max(0.01, min(0.99, p))
        yield math.log(p / (1 - p)), right[frame]


def _platt(chosen: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=1e6)
    model.fit([[odds] for odds, _ in chosen], [right for _, right in chosen])
    return round(float(model.coef_[0][0]), _DIGITS), round(float(model.intercept_[0]), _DIGITS)


def write_weights(table: Weights, path: Path) -> None:
    """Write weights as JSON, the same bytes for the same weights.

    Args:
        table: The weights.
        path: The file.
    """
    named = {
        "frames": dict(zip(CLUES, table.frames, strict=True)),
        "read": dict(zip(CLUES, table.read, strict=True)),
        "slope": table.slope,
        "shift": table.shift,
    }
    with replacing(path) as file:
        file.write((json.dumps(named, indent=1) + "\n").encode())
