"""Running the system, or somebody else's predictions, against annotation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import UsageError
from quotes.model.calibration import Calibration, calibrate
from quotes.model.gold import (
    GoldArticle,
    Marked,
    SpeakerLabels,
    read_gold,
    read_predictions,
    read_speaker_labels,
)
from quotes.model.scores import Slice, SpanScores, score_spans
from quotes.model.speaker_scores import SpeakerScores, score_speakers
from quotes.types import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Scores and what they were made from.

    Attributes:
        gold: The annotated articles.
        predictions: The attributions of each article id.
        labels: Who the sources are; empty where none were given.
        spans: The span scores over all attributions, and by quote type.
        speakers: The speaker scores; None without labels.
        calibration: What confidence is worth; None where the predictions have none.
    """

    gold: Sequence[GoldArticle]
    predictions: Mapping[str, Sequence[Marked]]
    labels: SpeakerLabels
    spans: Mapping[Slice, SpanScores]
    speakers: SpeakerScores | None
    calibration: Calibration | None = None

    def as_dict(self) -> dict[str, Any]:
        """The scores as plain dictionaries, for JSON."""
        return {
            "articles": len(self.gold),
            "spans": {name: scores.as_dict() for name, scores in self.spans.items()},
            "speakers": self.speakers.as_dict() if self.speakers else None,
            "calibration": self.calibration.as_dict() if self.calibration else None,
        }


def evaluate(
    gold: str | Path,
    *,
    speakers: str | Path | None = None,
    predictions: str | Path | None = None,
    baseline: str | None = None,
    gold_attributions: bool = False,
    model: str | None = None,
    jobs: int = 1,
    fast: bool = False,
    on_problem: Callable[[Problem], None],
) -> Evaluation:
    """Score the system on annotated articles; or a prediction file, or a baseline.

    Args:
        gold: A file of annotated articles, see `quotes.model.gold`.
        speakers: A file that says who the annotated sources are.
        predictions: A prediction file, to be scored instead of the system.
        baseline: One of `quotes.model.baseline.BASELINES`, likewise.
        gold_attributions: Give the system the annotated contents, cues and sources, so that only
            its speakers are put to the test.
        model: A spaCy English pipeline, by package name or path.
        jobs: How many processes; 1 works in this one, 0 uses all cores.
        fast: With the setting ``--fast``.
        on_problem: Called with each article that can't be processed; it has no predictions.

    Returns:
        The scores.

    Raises:
        UsageError: A file is not there, doesn't belong to the others, or more than one of
            predictions, baseline and gold attributions is given.
        ReadError: A file is not what it should be.
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    if sum(map(bool, (predictions, baseline, gold_attributions))) > 1:
        raise UsageError("score one of: predictions, a baseline, gold attributions")
    articles = read_gold(gold)
    labels = read_speaker_labels(speakers) if speakers else {}
    found: Mapping[str, Sequence[Marked]]
    # The system itself is imported only where it runs: scoring a file needs no model.
    if predictions:
        found = read_predictions(predictions)
    elif baseline:
        from quotes.model.baseline import predict_baseline

        found = predict_baseline(articles, baseline, model=model)
    else:
        from quotes.model.predict import predict

        found = predict(
            articles,
            model=model,
            jobs=jobs,
            fast=fast,
            gold_attributions=gold_attributions,
            on_problem=on_problem,
        )
    return Evaluation(
        gold=articles,
        predictions=found,
        labels=labels,
        spans=score_spans(articles, found),
        speakers=score_speakers(articles, labels, found) if speakers else None,
        calibration=None if gold_attributions else calibrate(articles, found),
    )
