"""Fit the weights by which names, pronouns and descriptions find whom they mean.

A conditional log-linear model with an L2 penalty gives one weight a clue (Denis & Baldridge, "A
Ranking Approach to Pronoun Resolution", IJCAI 2007), fitted to the answered questions of
`quotes.model.questions`; the system reads these weights and nothing else. What a clue says of a
pronoun hangs on whom the pronouns before it were taken to mean, so the articles are read in
rounds, each with the weights of the round before, the first with a few set by hand.
"""

import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.attribute.ranker import trying
from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, SpeakerLabels, read_gold, read_speaker_labels
from quotes.model.questions import Example, examples
from quotes.types import Skipped

if TYPE_CHECKING:
    from spacy.tokens import Doc

Weights = dict[str, dict[str, float]]
_DIGITS, _LEAST = 3, 0.005
#: How strongly weights are held near zero, by sort of question; chosen by cross-validation, those
#: of kinds and descriptions with a look at the development sets.
PENALTIES = {"name": 1.0, "pronoun": 1.0, "description": 2.0, "kind": 4.0}
#: How much likelier the best candidate must be than the second: a difference of shares. Chosen on
#: the development sets.
MARGINS = {"pronoun": 0.05, "description": 0.6}
#: How often the training articles are read.
ROUNDS = 3
_KINDS = ("anonymous", "document", "group", "organization")
#: What the first round goes by: the rules' own opinion, and the nearest subject.
START: Weights = {
    "name": {},
    "pronoun": {"nearest_subject": 2.0, "last_speaker": 1.0, "distance": -1.0},
    "description": {"called": 2.0, "later": -1.0, "met": 1.0, "nobody": 1.0},
    "kind": {f"{kind}:rule={kind}": 1.0 for kind in _KINDS},
    "thing": {"nearest_subject": 2.0, "last_speaker": 1.0, "distance": -1.0},
}


def fit(found: Sequence[Example], *, l2: float = 1.0, least: int = 3) -> dict[str, float]:
    """Fit the weights for one sort of question.

    Args:
        found: The examples, all of one sort.
        l2: How strongly weights are held near zero.
        least: A clue seen in fewer examples gets no weight.

    Returns:
        The weight of each clue, by name.
    """
    import numpy as np
    from scipy.optimize import minimize  # type: ignore[import-untyped]
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    seen = Counter(name for e in found for name in {name for clues in e.options for name in clues})
    names = sorted(name for name, count in seen.items() if count >= least)
    if not names:
        return {}
    column = {name: k for k, name in enumerate(names)}
    rows = [clues for e in found for clues in e.options]
    cells = [
        (row, column[name], value)
        for row, clues in enumerate(rows)
        for name, value in clues.items()
        if name in column
    ]
    at, of, values = zip(*cells, strict=True)
    x = csr_matrix((values, (at, of)), shape=(len(rows), len(names)))
    sizes = np.array([len(e.options) for e in found])
    begins = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    question = np.repeat(np.arange(len(found)), sizes)
    right = np.array([float(k in e.right) for e in found for k in range(len(e.options))])

    def loss(w: Any) -> tuple[float, Any]:
        scores = x @ w
        scores = scores - np.maximum.reduceat(scores, begins)[question]
        powers = np.exp(scores)
        among = powers / np.add.reduceat(powers, begins)[question]
        share = np.maximum(np.add.reduceat(among * right, begins), 1e-12)
        gradient = x.T @ (among - among * right / share[question])
        return float(0.5 * l2 * w @ w - np.log(share).sum()), l2 * w + gradient

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {
        name: round(float(value), _DIGITS)
        for name, value in zip(names, best, strict=True)
        if abs(value) >= _LEAST
    }


def train(found: Sequence[Example]) -> Weights:
    """Fit all weights, each sort of question with its own penalty.

    Args:
        found: The examples of all training articles.

    Returns:
        By sort of question, the weight of each clue, and under ``margin`` how far ahead the
        best candidate must be. The same examples give the same weights.
    """
    weights: Weights = {}
    for what, l2 in PENALTIES.items():
        weights[what] = fit([e for e in found if e.what == what], l2=l2)
        weights[what]["margin"] = MARGINS.get(what, 0.0)
    # There are too few labelled "it" and "the company" to learn from: they share the weights.
    weights["thing"] = dict(weights["pronoun"])
    return weights


class Reading(NamedTuple):
    """An annotated article as it is read: parsed, with its page furniture."""

    gold: GoldArticle
    doc: "Doc"
    skipped: Sequence[Skipped]


def learn(
    readings: Sequence[Reading], labels: SpeakerLabels, *, rounds: int = ROUNDS
) -> tuple[Weights, list[Example]]:
    """Fit all weights from annotated articles, starting from none.

    Args:
        readings: The articles.
        labels: Who their sources are.
        rounds: How often they are read.

    Returns:
        The weights, and the examples they were fitted to.
    """
    weights, found = START, []
    for _ in range(rounds):
        with trying(weights):
            found = [e for r in readings for e in examples(r.gold, r.doc, labels, r.skipped)]
        weights = train(found)
    return weights, found


def read_training(
    gold: Sequence[str | Path], speakers: Sequence[str | Path], *, model: str | None = None
) -> tuple[list[Reading], SpeakerLabels]:
    """Read and parse the annotated articles whose sources are labelled.

    Args:
        gold: Files of annotated articles, see `quotes.model.gold`.
        speakers: Files that say who the annotated sources are.
        model: A spaCy English pipeline, by package name or path.

    Returns:
        The articles in the files' order, and the labels.

    Raises:
        UsageError: A file is not there, or no article is labelled.
        ReadError: A file is not what it should be.
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    from quotes.detect.pipeline import load_pipeline, make_doc
    from quotes.model.predict import as_read
    from quotes.pipeline import default_model

    labels = {key: label for path in speakers for key, label in read_speaker_labels(path).items()}
    labelled = {article_id for article_id, _ in labels}
    nlp = load_pipeline(model or default_model())
    readings = []
    for path in gold:
        for one in read_gold(path):
            if one.article_id in labelled:
                article = as_read(one)
                readings.append(Reading(one, nlp(make_doc(nlp, article)), article.skipped))
    if not readings:
        raise UsageError("none of the annotated articles has speaker labels")
    return readings, labels


def accuracy(found: Sequence[Example], *, folds: int = 5, seed: int = 0) -> dict[str, float]:
    """Cross-validate: how often the likeliest candidate is right, in articles not trained on.

    Args:
        found: The examples.
        folds: In how many parts the articles are split.
        seed: Decides the split.

    Returns:
        The share of right answers, by sort of question.
    """
    groups = sorted({e.group for e in found})
    random.Random(seed).shuffle(groups)
    fold = {group: k % folds for k, group in enumerate(groups)}
    shares = {}
    for what, l2 in PENALTIES.items():
        asked = [e for e in found if e.what == what]
        right = 0
        for k in range(folds):
            weights = fit([e for e in asked if fold[e.group] != k], l2=l2)
            right += sum(_best(e, weights) in e.right for e in asked if fold[e.group] == k)
        if asked:
            shares[what] = right / len(asked)
    return shares


def _best(example: Example, weights: Mapping[str, float]) -> int:
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in clues.items())
        for clues in example.options
    ]
    return max(range(len(scores)), key=scores.__getitem__)


def write(weights: Weights, path: str | Path) -> None:
    """Write the weights as the system reads them, in an order that is always the same.

    Args:
        weights: The weights.
        path: The file, replaced whole.

    Raises:
        UsageError: The file can't be written.
    """
    text = json.dumps({"weights": weights}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"Can't write the ranker's weights to {path}: {error.strerror}") from error
