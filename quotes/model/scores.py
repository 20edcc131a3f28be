"""How well predicted attributions match annotated ones, in content and in source.

The measures are those used for PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations
Corpus for Political News", LREC 2018) and in the quotation-detection literature before it
(Pareti et al., "Automatically Detecting and Attributing Indirect Quotations", EMNLP 2013):

- ``content_exact``: the letters are exactly an annotated content's.
- ``content_half``: paired one to one, the best first, at an intersection over union of a half.
- ``content_soft``: each content counts by the share of it that the best match on the other side
  covers (proportional overlap).
- ``end_to_end``: ``content_half`` and the same source.
- ``source_accuracy``: of the annotated attributions that were found (``content_half``), the
  share whose source is right.

Each is given over all attributions and again by quote type. Recall by type goes by the annotated
content's type, precision by the predicted content's.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, NamedTuple

from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Predictions
from quotes.model.letters import Letters, Unit, pair, same_source, units
from quotes.types import QUOTE_TYPES, QuoteType

Measure = Literal["content_exact", "content_half", "content_soft", "end_to_end"]
MEASURES: tuple[Measure, ...] = ("content_exact", "content_half", "content_soft", "end_to_end")
Slice = QuoteType | Literal["all"]
SLICES: tuple[Slice, ...] = ("all", *QUOTE_TYPES)


class Prf(NamedTuple):
    """Precision, recall and F1 in per cent, rounded to one decimal."""

    p: float
    r: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanScores:
    """The measures over one slice of the attributions (all, or one quote type)."""

    gold: int
    pred: int
    content_exact: Prf
    content_half: Prf
    content_soft: Prf
    end_to_end: Prf
    source_accuracy: float

    def as_dict(self) -> dict[str, Any]:
        """The scores as plain dictionaries, for JSON."""
        row = asdict(self)
        return row | {measure: row[measure]._asdict() for measure in MEASURES}


def prf(precision: float, recall: float) -> Prf:
    """Round precision and recall (fractions) to per cent, with their harmonic mean.

    Args:
        precision, recall: 0 to 1.

    Returns:
        Per cent, one decimal; F1 is that of the unrounded values.
    """
    both = precision + recall
    f1 = 200 * precision * recall / both if both else 0.0
    return Prf(round(100 * precision, 1), round(100 * recall, 1), round(f1, 1))


def share(part: float, whole: float) -> float:
    """``part`` in ``whole``, 0 where there is no whole."""
    return part / whole if whole else 0.0


def paired_units(
    gold: Iterable[GoldArticle], predictions: Predictions
) -> Iterable[tuple[GoldArticle, list[Unit], list[Unit], list[tuple[int, int]]]]:
    """Each article with its annotated and predicted units and how they pair.

    Args:
        gold: Annotated articles.
        predictions: The attributions of each article id; an article may be missing.

    Yields:
        The article, its units, the predicted units, and pairs of positions in these.

    Raises:
        UsageError: Something is predicted for an article that is not among the annotated.
    """
    gold = list(gold)
    unknown = sorted(set(predictions) - {article.article_id for article in gold})
    if unknown:
        raise UsageError(
            f"{len(unknown)} predicted articles are not in the gold file, e.g. {unknown[0]}"
        )
    for article in gold:
        golds = units(article.attributions, article.text)
        predicted = units(predictions.get(article.article_id, ()), article.text)
        yield article, golds, predicted, pair(golds, predicted)


def score_spans(gold: Iterable[GoldArticle], predictions: Predictions) -> dict[Slice, SpanScores]:
    """Score the content and source spans of predicted attributions.

    Args:
        gold: Annotated articles.
        predictions: The attributions of each article id; an article that is missing counts as
            one without any.

    Returns:
        The scores of each slice.

    Raises:
        UsageError: Something is predicted for an article that is not among the annotated.
    """
    tallies: dict[Slice, _Tally] = {name: _Tally() for name in SLICES}
    for _, golds, predicted, pairs in paired_units(gold, predictions):
        _count_side(tallies, "gold", golds, predicted)
        _count_side(tallies, "pred", predicted, golds)
        for g, p in pairs:
            right = same_source(golds[g].source, predicted[p].source)
            _count_pair(tallies, "gold", golds[g].quote_type, right)
            _count_pair(tallies, "pred", predicted[p].quote_type, right)
    return {name: tally.scores() for name, tally in tallies.items()}


Side = Literal["gold", "pred"]


@dataclass(slots=True)
class _Tally:
    """How many there are on each side, and how much of them each measure gives credit for."""

    number: defaultdict[Side, int] = field(default_factory=lambda: defaultdict(int))
    credit: defaultdict[tuple[Measure, Side], float] = field(
        default_factory=lambda: defaultdict(float)
    )

    def scores(self) -> SpanScores:
        def measure(name: Measure) -> Prf:
            return prf(
                share(self.credit[name, "pred"], self.number["pred"]),
                share(self.credit[name, "gold"], self.number["gold"]),
            )

        found = self.credit["content_half", "gold"]
        return SpanScores(
            gold=self.number["gold"],
            pred=self.number["pred"],
            content_exact=measure("content_exact"),
            content_half=measure("content_half"),
            content_soft=measure("content_soft"),
            end_to_end=measure("end_to_end"),
            source_accuracy=round(100 * share(self.credit["end_to_end", "gold"], found), 1),
        )


def _count_side(
    tallies: dict[Slice, _Tally], side: Side, own: Sequence[Unit], others: Sequence[Unit]
) -> None:
    """Count one side's attributions, those matched exactly, and how far each is covered."""
    contents = {other.content for other in others}
    for unit in own:
        for name in ("all", unit.quote_type):
            tally = tallies[name]
            tally.number[side] += 1
            tally.credit["content_exact", side] += unit.content in contents
            tally.credit["content_soft", side] += _covered(unit.content, contents)


def _count_pair(tallies: dict[Slice, _Tally], side: Side, kind: QuoteType, right: bool) -> None:
    names: tuple[Slice, ...] = ("all", kind)
    for name in names:
        tallies[name].credit["content_half", side] += 1
        tallies[name].credit["end_to_end", side] += right


def _covered(content: Letters, others: Iterable[Letters]) -> float:
    return max((len(content & other) / len(content) for other in others), default=0.0)
