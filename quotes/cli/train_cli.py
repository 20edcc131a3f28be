"""``quotes train``: the lexicon of cues, fitted on annotated articles."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import say

Gold = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD...",
        help="Annotated articles: .jsonl or .jsonl.gz, one a line, as in PolNeAR.",
        show_default=False,
    ),
]
Output = Annotated[
    str,
    typer.Option("-o", "--output", metavar="FILE", help="Where the weights go: a .json.gz file."),
]
Penalty = Annotated[
    float, typer.Option("-c", min=1e-6, help="Inverse strength of the penalty on large weights.")
]
MinCount = Annotated[
    int, typer.Option("--min-count", min=1, help="Leave out features seen in fewer frames.")
]


def train(
    gold: Gold,
    output: Output,
    c: Penalty = 0.3,
    min_count: MinCount = 3,
    model: options.Model = None,
) -> None:
    """Fit the lexicon of cues: how surely each construction of each word reports.

    The weights that come with the package were made by this command from annotated news.

    Exit status: 0 done, 2 wrong use.
    """
    from quotes.detect import DEFAULT_MODEL
    from quotes.errors import UsageError
    from quotes.model.cues import examples_of, fit, write_weights
    from quotes.table.files import check_place

    if not output.endswith(".json.gz"):
        raise UsageError(f"can't write weights to {output}: give a name that ends in .json.gz")
    check_place(Path(output))
    found = list(examples_of(gold, model=model or DEFAULT_MODEL))
    say(f"{len(found)} frames")
    table = fit(found, c=c, min_count=min_count)
    write_weights(table, output)
    say(f"{len(table)} weights in {output}")
