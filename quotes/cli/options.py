"""Options that several commands share."""

from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, globs, or - for standard input: .txt .html .jsonl .csv .parquet "
        ".warc, also gzipped.",
        show_default=False,
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="What standard input, or a file whose suffix doesn't tell, is: txt, html, jsonl, csv, "
        "warc. By default standard input is looked at.",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Where the table goes: .csv, .jsonl (also .gz) or .parquet. May be given several "
        "times; without, or as -, CSV goes to standard output.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="A spaCy English pipeline, by package name or folder.  [default: the one installed "
        "with quotes]",
    ),
]
Jobs = Annotated[
    int,
    typer.Option("-n", "--jobs", metavar="N", min=0, help="Processes to use; 0 is all cores."),
]
Fast = Annotated[
    bool,
    typer.Option("--fast", help="Take less time, and find less: no named-entity recognizer."),
]
AnyLanguage = Annotated[
    bool,
    typer.Option("--any-language", help="Also take articles that are not in English."),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", metavar="P", min=0, max=1, help="Leave out rows less certain than P."
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("-q", "--quiet", help="No progress bar and no remarks; failures are still told."),
]
