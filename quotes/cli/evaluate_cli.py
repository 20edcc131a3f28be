"""``quotes evaluate``: the system, or a prediction file, scored against annotation."""

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import Reporter, say

if TYPE_CHECKING:
    from quotes.model.evaluate import Evaluation

Gold = Annotated[
    str,
    typer.Argument(
        metavar="GOLD",
        help="Annotated articles: .jsonl or .jsonl.gz, one a line, as in PolNeAR.",
        show_default=False,
    ),
]
Speakers = Annotated[
    str | None,
    typer.Option("--speakers", metavar="TSV", help="Who the annotated sources are; scored too."),
]
Predictions = Annotated[
    str | None,
    typer.Option("--predictions", metavar="FILE", help="Also write the predictions, as .jsonl."),
]
FromPredictions = Annotated[
    str | None,
    typer.Option(
        "--from-predictions", metavar="FILE", help="Score this prediction file, not the system."
    ),
]
Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="NAME",
        help="Score another tool: textacy (its direct_quotations by paragraph, pieces joined) or "
        "textacy-whole (as it is).",
    ),
]
GoldAttributions = Annotated[
    bool,
    typer.Option(
        "--gold-attributions", help="Take the annotated spans and score the speakers alone."
    ),
]
Errors = Annotated[
    int,
    typer.Option("--errors", metavar="N", min=0, help="Show N mistakes of each sort, on stderr."),
]
ByOutlet = Annotated[
    bool, typer.Option("--by-outlet", help="Also the end-to-end scores of each outlet.")
]
Json = Annotated[bool, typer.Option("--json", help="The scores as JSON.")]


def evaluate(
    gold: Gold,
    speakers: Speakers = None,
    predictions: Predictions = None,
    from_predictions: FromPredictions = None,
    baseline: Baseline = None,
    gold_attributions: GoldAttributions = False,
    errors: Errors = 0,
    by_outlet: ByOutlet = False,
    as_json: Json = False,
    model: options.Model = None,
    jobs: options.Jobs = 0,
    fast: options.Fast = False,
) -> None:
    """Score against annotation: content exact, half and soft, end to end; speakers.

    Precision, recall and F1 in per cent, over all attributions and by quote type. Of a file of
    given mentions, as in ECB+, identity across documents alone is scored.

    Exit status: 0 done, 1 some articles failed, 2 wrong use.
    """
    from quotes.model.coreference import coreference_report, is_coreference, score_coreference
    from quotes.model.evaluate import evaluate as run
    from quotes.model.gold import write_predictions
    from quotes.model.report import report, report_by_outlet

    if is_coreference(gold):
        scores = score_coreference(gold, model=model)
        as_text = json.dumps(scores.as_dict(), indent=2, ensure_ascii=False)
        sys.stdout.write(f"{as_text if as_json else coreference_report(scores)}\n")
        return
    problems = Reporter(tell=say, keep=lambda problem: None)
    evaluation = run(
        gold,
        speakers=speakers,
        predictions=from_predictions,
        baseline=baseline,
        gold_attributions=gold_attributions,
        model=model,
        jobs=jobs,
        fast=fast,
        on_problem=problems,
    )
    if predictions:
        write_predictions(evaluation.predictions, predictions)
    _show_mistakes(evaluation, errors)
    text = json.dumps(evaluation.as_dict(), indent=2) if as_json else report(evaluation)
    sys.stdout.write(f"{text}\n")
    if by_outlet and not as_json:
        sys.stdout.write(f"\n{report_by_outlet(evaluation)}\n")
    if problems.lost:
        raise typer.Exit(1)


def _show_mistakes(evaluation: "Evaluation", number: int) -> None:
    if not number:
        return
    from quotes.model.mistakes import describe, mistakes

    shown: Counter[str] = Counter()
    for mistake in mistakes(evaluation):
        shown[mistake.what] += 1
        if shown[mistake.what] <= number:
            sys.stderr.write(f"{describe(mistake)}\n")
