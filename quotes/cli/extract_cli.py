"""``quotes extract``: articles to a quote table."""

import os
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import Reporter, say, tell_waiting
from quotes.cli.progress import Progress, progress
from quotes.engines.limits import MAX_SECONDS
from quotes.errors import UsageError
from quotes.types import Article

if TYPE_CHECKING:
    from quotes.articles import Input


class EngineName(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    RAY = "ray"


Engine = Annotated[
    EngineName,
    typer.Option(
        "--engine",
        help="Where the work is done: by this machine, or by a Ray cluster, which writes Parquet "
        "parts into the folder or URL that -o names.",
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="HOST:PORT",
        help="The Ray cluster; by default what RAY_ADDRESS says, else one on this machine.",
    ),
]
Articles = Annotated[
    str | None,
    typer.Option(
        "--articles",
        metavar="FILE",
        help="Also write the articles as read, so that every row can be checked.",
    ),
]
Problems = Annotated[
    str | None,
    typer.Option(
        "--problems", metavar="FILE", help="Also write what could not be read or processed."
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume", help="Go on with a run that was killed: what it had done lies in FILE.part."
    ),
]
MaxSeconds = Annotated[
    float,
    typer.Option(
        "--max-seconds",
        metavar="S",
        min=0.01,
        help="Give up on an article that takes longer, and go on with the next.",
    ),
]
Speakers = Annotated[
    str | None,
    typer.Option(
        "--speakers",
        metavar="FILE",
        help="Also write the speakers: their names, roles, counts, what joined them, and why.",
    ),
]
Decisions = Annotated[
    str | None,
    typer.Option(
        "--decisions",
        metavar="CSV",
        help="Who is who, as people decided: decision (same, different, name), a, b, who, when, "
        "why.",
    ),
]
AuthorityFile = Annotated[
    str | None,
    typer.Option(
        "--authority",
        metavar="FILE",
        help="Link speakers to other identifiers: authority_id, name, aliases, role, start, end, "
        "born.",
    ),
]


def extract(
    inputs: options.Inputs,
    output: options.Output = None,
    articles: Articles = None,
    problems: Problems = None,
    speakers: Speakers = None,
    decisions: Decisions = None,
    authority: AuthorityFile = None,
    model: options.Model = None,
    jobs: options.Jobs = 0,
    fast: options.Fast = False,
    min_confidence: options.MinConfidence = 0.0,
    any_language: options.AnyLanguage = False,
    resume: Resume = False,
    max_seconds: MaxSeconds = MAX_SECONDS,
    input_format: options.InputFormat = None,
    engine: Engine = EngineName.LOCAL,
    address: Address = None,
    quiet: options.Quiet = False,
) -> None:
    """Find who said what in articles, and write it as a table.

    Exit status: 0 done, 1 some articles failed (and which, and why), 2 wrong use.
    """
    # Here rather than above: --help and wrong use shouldn't wait for spaCy and its kin.
    from quotes.articles import find_inputs, read_articles
    from quotes.engines.beside import kept_beside
    from quotes.engines.fingerprint import code_digest
    from quotes.identify import read_authority, read_decisions, rows_of
    from quotes.identify.table import speaker_frames, speaker_rows
    from quotes.pipeline import default_model, families, finished, identities, room_for, run
    from quotes.table import (
        ARTICLES,
        PROBLEMS,
        QUOTES,
        SPEAKERS,
        STDOUT,
        Spool,
        article_row,
        check_outputs,
        problem_row,
        write_table,
    )
    from quotes.table.provenance import provenance

    outputs = output or [STDOUT]
    besides = list(filter(None, (articles, problems, speakers)))
    files = besides if engine is EngineName.RAY else [*outputs, *besides]
    check_outputs(files, inputs=[*inputs, *filter(None, (decisions, authority))])
    decided = read_decisions(decisions) if decisions else []
    known = read_authority(authority) if authority else None
    sources = _without(find_inputs(inputs, input_format=input_format), files)
    model = model or default_model()
    metadata = provenance(model, fast=fast)
    if engine is EngineName.RAY:
        from quotes.cli.on_ray import extract_on_ray

        extract_on_ray(
            sources,
            output,
            model=model,
            metadata=metadata,
            address=address,
            jobs=jobs,
            fast=fast,
            articles=articles,
            problems=problems,
            speakers=speakers,
            decisions=decided,
            authority=known,
            min_confidence=min_confidence,
            any_language=any_language,
            resume=resume,
            max_seconds=max_seconds,
            quiet=quiet,
        )
        return
    if address is not None:
        raise UsageError("--address is of a Ray cluster: add --engine ray")

    made_by = {**metadata, "code": code_digest()}
    with (
        kept_beside(outputs, made_by=made_by, resume=resume, tell=_unless(quiet)) as journal,
        Spool(QUOTES) as rows,
        Spool(ARTICLES) as texts,
        Spool(PROBLEMS) as failures,
    ):
        with progress(sources, quiet=quiet) as shown:
            report = Reporter(
                tell=shown.tell,
                keep=lambda problem: failures.add([problem_row(problem)]),
                quiet=quiet,
            )
            read = read_articles(sources, on_problem=report, on_bytes=shown.read)
            keep = (lambda article: texts.add([article_row(article)])) if articles else None
            run(
                _noted(read, shown=shown, keep=keep),
                rows,
                model=model,
                jobs=jobs,
                fast=fast,
                min_confidence=min_confidence,
                on_problem=report,
                on_article=lambda article, count: shown.done(count),
                journal=journal,
                max_seconds=max_seconds,
                any_language=any_language,
            )
        if articles is not None:
            write_table(texts.frames(), articles, schema=ARTICLES, metadata=metadata)
        if problems is not None:
            write_table(failures.frames(), problems, schema=PROBLEMS, metadata=metadata)
        with room_for(rows) as folder:
            who = identities(rows, decisions=decided, authority=known, folder=folder)
            tell_waiting(who)
            if speakers is not None:
                found = speaker_rows(rows_of(rows.frames()), who, authority=known)
                frames = speaker_frames(found, SPEAKERS)
                write_table(frames, speakers, schema=SPEAKERS, metadata=metadata)
            column = families(rows, who, folder=folder)
            # Standard output last: whoever reads it may leave (| head), the files are whole by
            # then.
            for name in sorted(outputs, key=lambda name: name == STDOUT):
                write_table(finished(rows, column, who), name, schema=QUOTES, metadata=metadata)
    if report.lost:
        say(f"{report.lost} failed; {shown.articles} articles done, {len(rows)} quotations")
        raise typer.Exit(1)


def _unless(quiet: bool) -> Callable[[str], None]:
    return (lambda message: None) if quiet else say


def _without(sources: "list[Input]", files: Iterable[str]) -> "list[Input]":
    """Leave out what this run itself will write into a folder that it reads."""
    written = {os.path.realpath(name) for name in files}
    return [source for source in sources if os.path.realpath(source.name) not in written]


def _noted(
    articles: Iterable[Article], *, shown: Progress, keep: Callable[[Article], None] | None
) -> Iterator[Article]:
    for article in articles:
        shown.begun()
        if keep is not None:
            keep(article)
        yield article
