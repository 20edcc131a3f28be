"""``quotes benchmark``: what the work costs beside spaCy's and textacy's own."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import say
from quotes.errors import QuotesError, UsageError

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...",
        help="The articles to time: files, folders, globs.  [default: golden/articles]",
        show_default=False,
    ),
]
Articles = Annotated[
    int,
    typer.Option(
        "--articles", metavar="N", min=1, help="How many; those there are repeated if too few."
    ),
]
Growth = Annotated[
    bool,
    typer.Option("--growth", help="Also time 500 to 8,000 articles, to see how it grows."),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Where the figures go: .md or .json; may be given twice. Without, Markdown goes to "
        "standard output.",
    ),
]
Check = Annotated[
    str | None,
    typer.Option(
        "--check", metavar="FILE", help="Only hold the short form's ratios to this baseline."
    ),
]
Pin = Annotated[
    str | None,
    typer.Option("--pin", metavar="FILE", help="Only write the short form's ratios as baseline."),
]


def benchmark(
    inputs: Inputs = None,
    output: Output = None,
    articles: Articles = 500,
    growth: Growth = False,
    check: Check = None,
    pin: Pin = None,
    model: options.Model = None,
    quiet: options.Quiet = False,
) -> None:
    """Measure CPU time, memory and speed on articles, beside spaCy and textacy.

    Exit status: 0 done, 1 dearer than the baseline allows, 2 wrong use.
    """
    outputs = output or []
    _check_outputs(outputs)
    # Here rather than above: --help and wrong use shouldn't wait for spaCy and its kin.
    from quotes.model.benchmark import as_dict, markdown
    from quotes.model.benchmark import benchmark as run
    from quotes.pipeline import default_model

    model = model or default_model()
    if check or pin:
        _short(inputs or [], check=check, pin=pin, model=model)
        return
    tell = (lambda message: None) if quiet else say
    measured = run(inputs or [], articles=articles, model=model, growth=growth, tell=tell)
    page = markdown(measured)
    for name in outputs:
        data = f"{json.dumps(as_dict(measured), indent=2)}\n" if name.endswith(".json") else page
        try:
            Path(name).write_text(data, "utf-8")
        except OSError as error:
            raise QuotesError(f"can't write {name!r}: {error.strerror}") from error
    if not outputs:
        sys.stdout.write(page)


def _check_outputs(outputs: list[str]) -> None:
    for name in outputs:
        if not name.endswith((".md", ".json")):
            raise UsageError(
                f"can't tell the format of {name!r}: its name must end in .md or .json"
            )
        if not Path(name).resolve().parent.is_dir():
            raise UsageError(f"no such folder for {name!r}: make it first")


def _short(inputs: list[str], *, check: str | None, pin: str | None, model: str) -> None:
    from quotes.model.benchmark import check_ratios, read_pinned, short_ratios, write_pinned

    pinned = read_pinned(check) if check else None
    ratios = short_ratios(inputs, model=model)
    for name, ratio in ratios.items():
        sys.stdout.write(f"{ratio:.3f} times the CPU time of {name}\n")
    if pin:
        write_pinned(pin, ratios, model=model)
    dearer = check_ratios(ratios, pinned) if pinned else []
    for line in dearer:
        say(line)
    if dearer:
        raise typer.Exit(1)
