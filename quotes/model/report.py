"""Scores as a table for people."""

from collections.abc import Iterator

from quotes.model.calibration import Calibration
from quotes.model.evaluate import Evaluation
from quotes.model.scores import MEASURES, Prf, score_spans
from quotes.model.speaker_scores import SpeakerScores

_TITLES = {
    "content_exact": "exact",
    "content_half": "half",
    "content_soft": "soft",
    "end_to_end": "end to end",
}
_PRF = f"{'P':>7}{'R':>7}{'F1':>7}"


def report(evaluation: Evaluation) -> str:
    """The scores as lines of text: a row for all attributions and one a quote type.

    Args:
        evaluation: What to report.

    Returns:
        The lines, without a final line end.
    """
    return "\n".join(_lines(evaluation))


def _lines(evaluation: Evaluation) -> Iterator[str]:
    groups = "".join(f"{_TITLES[measure]:^{len(_PRF)}}" for measure in MEASURES)
    yield f"{'':22}{groups}".rstrip()
    yield f"{'':8}{'gold':>7}{'found':>7}{_PRF * len(MEASURES)}  source"
    for name, scores in evaluation.spans.items():
        cells = "".join(_cells(getattr(scores, measure)) for measure in MEASURES)
        yield f"{name:8}{scores.gold:7}{scores.pred:7}{cells}{scores.source_accuracy:8}"
    if evaluation.speakers:
        yield ""
        yield from _speaker_lines(evaluation.speakers)
    if evaluation.calibration:
        yield ""
        yield from _calibration_lines(evaluation.calibration)


def report_by_outlet(evaluation: Evaluation) -> str:
    """End-to-end scores of each outlet's articles, the outlet with most attributions first.

    Args:
        evaluation: What to report.

    Returns:
        Lines of text, without a final line end.
    """
    outlets = sorted({article.outlet or "" for article in evaluation.gold})
    scored = []
    for outlet in outlets:
        gold = [article for article in evaluation.gold if (article.outlet or "") == outlet]
        ids = {article.article_id for article in gold}
        found = {key: rows for key, rows in evaluation.predictions.items() if key in ids}
        scored.append((outlet or "(none)", len(gold), score_spans(gold, found)["all"]))
    width = max((len(outlet) for outlet, _, _ in scored), default=0) + 2
    lines = [f"{'':{width}}{'articles':>9}{'gold':>7}{'found':>7}{_PRF}   end to end"]
    for outlet, number, scores in sorted(scored, key=lambda one: (-one[2].gold, one[0])):
        counts = f"{number:9}{scores.gold:7}{scores.pred:7}"
        lines.append(f"{outlet:{width}}{counts}{_cells(scores.end_to_end)}")
    return "\n".join(lines)


def _cells(prf: Prf) -> str:
    return "".join(f"{value:7}" for value in prf)


def _speaker_lines(scores: SpeakerScores) -> Iterator[str]:
    yield f"{'speakers':22}{_PRF}"
    yield f"{'person named':22}{_cells(scores.named)}"
    yield f"{'anonymous recognised':22}{_cells(scores.anonymous)}"
    yield f"{'identity (B3)':22}{_cells(scores.b3)}   recall of all {scores.b3_recall}"
    yield f"{'identity, anonymous':22}{_cells(scores.b3_anonymous)}"
    yield f"{'kind right, of found':22}{scores.kind:7}"
    yield ""
    yield f"{'kind':14}{'gold':>8}{'found as such':>15}"
    for kind, score in scores.by_kind.items():
        yield f"{kind:14}{score.gold:8}{score.right:15}"


def _calibration_lines(calibration: Calibration) -> Iterator[str]:
    yield f"confidence: expected calibration error {calibration.error:.3f}"
    yield ""
    yield f"{'confidence':14}{'rows':>8}{'on average':>12}{'right':>8}"
    for one in calibration.bins:
        between = f"{one.low:.1f} to {one.high:.1f}"
        yield f"{between:14}{one.rows:8}{one.confidence:12}{one.right:8}"
    yield ""
    yield f"{'at least':14}{_PRF}   end to end"
    for least, scores in calibration.curve:
        yield f"{least:<14}{_cells(scores)}"
