"""Whether confidence means what it says, and what asking for more of it costs.

A row is right when its content pairs with an annotated one (by half or more) of the same source.
The expected calibration error is the mean distance between confidence and the share that is right,
over ten bins of confidence, weighed by their rows (Naeini et al., AAAI 2015).
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quotes.model.gold import GoldArticle, Predictions
from quotes.model.letters import same_source
from quotes.model.scores import Prf, paired_units, prf, share

BINS = 10
LEAST = tuple(n / 10 for n in range(10))
"""Values of ``--min-confidence`` that the curve shows."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Rows of like confidence.

    Attributes:
        low, high: From, and up to.
        rows: How many.
        confidence: Their mean confidence, in per cent.
        right: The share of them that is right, in per cent.
    """

    low: float
    high: float
    rows: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What confidence is worth.

    Attributes:
        error: The expected calibration error, from 0 to 1.
        bins: The reliability table; bins without rows are left out.
        curve: End-to-end scores of the rows that are at least so confident.
    """

    error: float
    bins: tuple[Bin, ...]
    curve: tuple[tuple[float, Prf], ...]

    def as_dict(self) -> dict[str, Any]:
        """As plain dictionaries, for JSON."""
        return {
            "expected_calibration_error": self.error,
            "bins": [asdict(one) for one in self.bins],
            "min_confidence": [
                {"least": least, **scores._asdict()} for least, scores in self.curve
            ],
        }


def calibrate(gold: Iterable[GoldArticle], predictions: Predictions) -> Calibration | None:
    """Hold confidence against annotation.

    Args:
        gold: Annotated articles.
        predictions: The attributions of each article id.

    Returns:
        What confidence is worth; None where a prediction has none.
    """
    rows: list[tuple[float, bool]] = []
    wanted = 0
    for _, golds, predicted, pairs in paired_units(gold, predictions):
        wanted += len(golds)
        right = {p for g, p in pairs if same_source(golds[g].source, predicted[p].source)}
        for n, unit in enumerate(predicted):
            if unit.marked.confidence is None:
                return None
            rows.append((unit.marked.confidence, n in right))
    bins = tuple(_bins(rows))
    error = sum(one.rows * abs(one.confidence - one.right) for one in bins) / 100
    return Calibration(
        round(share(error, len(rows)), 4),
        bins,
        tuple((least, _scores(rows, least, wanted)) for least in LEAST),
    )


def _bins(rows: Sequence[tuple[float, bool]]) -> Iterable[Bin]:
    for n in range(BINS):
        own = [row for row in rows if min(int(row[0] * BINS), BINS - 1) == n]
        if own:
            confidence = 100 * sum(p for p, _ in own) / len(own)
            right = 100 * sum(r for _, r in own) / len(own)
            yield Bin(n / BINS, (n + 1) / BINS, len(own), round(confidence, 1), round(right, 1))


def _scores(rows: Sequence[tuple[float, bool]], least: float, wanted: int) -> Prf:
    kept = [right for p, right in rows if p >= least]
    return prf(share(sum(kept), len(kept)), share(sum(kept), wanted))
