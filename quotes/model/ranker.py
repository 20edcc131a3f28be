"""Fit the weights by which names, pronouns and descriptions find whom they mean.

The system reads annotated articles with their annotated attributions given, and takes down every
question it puts to its ranker: the candidates and what speaks for each. Where the question is
about a labelled source, the label says which candidates are right. A conditional log-linear
model with an L2 penalty gives one weight a clue (Denis & Baldridge, "A Ranking Approach to
Pronoun Resolution", IJCAI 2007); the system reads these weights and nothing else. Clues are as
the system found them with its present weights, so training twice in a row changes them a little.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.attribute.discourse import Question
from quotes.attribute.referents import Referent
from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Label, SpeakerLabels
from quotes.model.same_name import same_person
from quotes.types import Skipped, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

Weights = dict[str, dict[str, float]]
_JOINT = " | "
_DIGITS, _LEAST = 3, 0.005
#: How strongly weights are held near zero, by sort of question; chosen by cross-validation, those
#: of kinds and descriptions with a look at the development sets.
PENALTIES = {"name": 1.0, "pronoun": 1.0, "description": 2.0, "kind": 4.0}
#: How much likelier the best candidate must be than the second: a difference of shares.
MARGINS = {"pronoun": 0.05}


class Example(NamedTuple):
    """One question with its answer.

    Attributes:
        what: The sort of question.
        group: The article; examples of one article are never parted.
        options: The clues of each candidate.
        right: The candidates that are right, or as good as right; at least one.
    """

    what: str
    group: str
    options: tuple[Mapping[str, float], ...]
    right: frozenset[int]


def examples(
    gold: GoldArticle, doc: "Doc", labels: SpeakerLabels, skipped: Sequence[Skipped] = ()
) -> Iterator[Example]:
    """The questions that one annotated article puts, with their answers.

    Args:
        gold: The article with its annotation.
        doc: The same, parsed.
        labels: Who the sources are.
        skipped: Its page furniture.

    Yields:
        Examples; questions about what is not labelled are left out.
    """
    from quotes.attribute.resolve import resolve
    from quotes.model.predict import _attributions as given_attributions

    asked: list[Question] = []
    attributions = given_attributions(gold.text, gold.attributions)
    resolve(doc, attributions, skipped=skipped, author=gold.author, asked=asked)
    about = list(_labelled(gold, labels, doc))
    for question in asked:
        if question.what == "name":
            yield from _name_example(question, gold.article_id, about, doc)
            continue
        if question.what == "kind":
            yield from _kind_example(question, gold.article_id, about)
            continue
        label = next((one.label for one in about if _is_about(question, one)), None)
        if label is None:
            continue
        right = {k for k, (q, _) in enumerate(question.options) if _is(q, label, about)}
        nobody = {k for k, (q, _) in enumerate(question.options) if q is None}
        if len(right) > 1:
            right -= nobody  # met before, so not new
        right = right or nobody
        if right:
            options = tuple(clues for _, clues in question.options)
            yield Example(question.what, gold.article_id, options, frozenset(right))


def _name_example(
    question: Question, group: str, about: Sequence["_Labelled"], doc: "Doc"
) -> Iterator[Example]:
    """Whether the name that a labelled source begins with is a person's."""
    options = tuple(clues for _, clues in question.options)
    for one in about:
        before = doc[one.start : question.at].text.split()
        after = doc[question.at + 1].lower_ if question.at + 1 < len(doc) else ""
        if not one.start <= question.at < one.end or len(before) > 4:
            continue
        if any(not word[:1].isupper() for word in before) or (
            after in ("'s", "'") and question.at + 2 < one.end
        ):
            continue
        word = doc[question.at].text.casefold()
        names = (one.label.name or "").casefold()
        named = word in names.replace(".", "").split() or (
            one.label.kind in ("group", "document") and question.at + 1 == one.end
        )
        if one.label.kind in ("person", "organization", "group", "document") and named:
            yield Example("name", group, options, frozenset({int(one.label.kind != "person")}))


def _kind_example(
    question: Question, group: str, about: Sequence["_Labelled"]
) -> Iterator[Example]:
    """Which kind a described source is; a single person is described as an anonymous one is."""
    for one in about:
        if not one.start <= question.at < one.end:
            continue
        kind = "anonymous" if one.label.kind == "person" else one.label.kind
        right = {k for k, (option, _) in enumerate(question.options) if option == kind}
        named = one.label.kind == "person" and not any(
            "anonymous:rule=anonymous" in clues for _, clues in question.options
        )
        if right and not named:
            options = tuple(clues for _, clues in question.options)
            yield Example("kind", group, options, frozenset(right))


class _Labelled(NamedTuple):
    """A labelled source: its first token, the one after its last, and who it is."""

    start: int
    end: int
    label: Label


def _labelled(gold: GoldArticle, labels: SpeakerLabels, doc: "Doc") -> Iterator[_Labelled]:
    for marked in gold.attributions:
        label = labels.get((gold.article_id, marked.attribution_id or ""))
        span = marked.source and doc.char_span(*marked.source[0], alignment_mode="expand")
        if label is not None and span:
            yield _Labelled(span.start, span.end, label)


def _is_about(question: Question, one: _Labelled) -> bool:
    """Whether a question decides who a labelled source is."""
    alone = one.end - one.start == 1 or question.what == "description"
    return alone and one.start <= question.at < one.end


def _is(q: Referent | SpeakerKind | None, label: Label, about: Sequence[_Labelled]) -> bool:
    """Whether a candidate is who the label says."""
    if q is None or isinstance(q, str):
        return label.kind == "anonymous"
    if q.kind != "person":
        return any(one.start in q.spoken and one.label.name == label.name for one in about)
    if label.kind != "person":
        return False
    names = [form.text for form in q.names] or [q.name]
    return any(
        same_person(one, name) or (" " not in name and one.split()[-1:] == name.split()[-1:])
        for one in (label.name or "").split(_JOINT)
        for name in names
    )


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
