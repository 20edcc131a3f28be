"""``quotes benchmark``: what the work costs beside spaCy's and textacy's own."""

import json
import sys
from collections.abc import Callable
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


Index = Annotated[
    int | None,
    typer.Option(
        "--index",
        metavar="N",
        min=1_000,
        help="Time searching an index of N made-up quotations instead; nothing is extracted.",
    ),
]
IndexAt = Annotated[
    str | None,
    typer.Option(
        "--index-at",
        metavar="DB",
        help="Keep that index here, or take the one that is here from before.",
    ),
]


def benchmark(
    inputs: Inputs = None,
    output: Output = None,
    articles: Articles = 500,
    growth: Growth = False,
    check: Check = None,
    pin: Pin = None,
    index: Index = None,
    index_at: IndexAt = None,
    model: options.Model = None,
    quiet: options.Quiet = False,
) -> None:
    """Measure CPU time, memory and speed on articles, beside spaCy and textacy; or an index's.

    Exit status: 0 done, 1 dearer than the baseline allows, 2 wrong use.
    """
    outputs = output or []
    _check_outputs(outputs)
    tell = (lambda message: None) if quiet else say
    if index or index_at:
        if inputs or growth or check or pin:
            raise UsageError("--index times an index: it goes with -o, --index-at and -q only")
        _index(index or 1_000_000, at=index_at, outputs=outputs, tell=tell)
        return
    # Here rather than above: --help and wrong use shouldn't wait for spaCy and its kin.
    from quotes.model.benchmark import as_dict, markdown
    from quotes.model.benchmark import benchmark as run
    from quotes.pipeline import default_model

    model = model or default_model()
    if check or pin:
        _short(inputs or [], check=check, pin=pin, model=model)
        return
    measured = run(inputs or [], articles=articles, model=model, growth=growth, tell=tell)
    _write(outputs, page=markdown(measured), data=as_dict(measured))


def _write(outputs: list[str], *, page: str, data: object) -> None:
    for name in outputs:
        text = f"{json.dumps(data, indent=2)}\n" if name.endswith(".json") else page
        try:
            Path(name).write_text(text, "utf-8")
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


def _index(
    quotations: int, *, at: str | None, outputs: list[str], tell: Callable[[str], None]
) -> None:
    from quotes.index.benchmark import as_dict, report, run

    found, timings = run(quotations, at=at, tell=tell)
    page = f"{found:,} made-up quotations, 40 questions of each kind:\n\n{report(timings)}"
    _write(outputs, page=page, data=as_dict(found, timings))


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
