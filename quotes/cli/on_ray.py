"""``quotes extract --engine ray``: the same, by a cluster, into a folder of Parquet parts."""

import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from quotes.cli.messages import problem_line, say
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.articles import Input
    from quotes.engines.cluster.parts import Parts
    from quotes.engines.cluster.run import BlockDone
    from quotes.identify import Authority, Decision, Identities

EVERY = 60.0
"""So many seconds lie between two lines on how far the work is."""

_SHOWN = 20


def extract_on_ray(
    sources: "Sequence[Input]",
    output: Sequence[str] | None,
    *,
    model: str,
    metadata: dict[str, str],
    address: str | None,
    jobs: int,
    fast: bool,
    articles: str | None,
    problems: str | None,
    speakers: str | None,
    decisions: "Sequence[Decision]",
    authority: "Authority | None",
    min_confidence: float,
    any_language: bool,
    resume: bool,
    max_seconds: float,
    quiet: bool,
) -> None:
    """Do what ``quotes extract`` does, on a cluster.

    Args:
        sources: What to read.
        output: The folder, or the URL of one.
        model, metadata: The spaCy pipeline, and what to say of it in the files.
        address: Of the cluster.
        jobs, fast, articles, problems, speakers, decisions, authority: As the options say.
        min_confidence, any_language, resume, max_seconds, quiet: Likewise.

    Raises:
        UsageError: There is not one folder to write to, or standard input is to be read.
        QuotesError: The work broke off.
        typer.Exit: Some articles failed.
    """
    from quotes.engines.cluster.job import Job
    from quotes.engines.cluster.store import Store
    from quotes.engines.cluster.whole import extract_on_cluster
    from quotes.engines.work import loader

    folder = _folder(output)
    if any(source.name == "-" for source in sources):
        raise UsageError("--engine ray can't read standard input: name files, folders or URLs")
    job = Job(
        store=Store(folder),
        model=model,
        min_confidence=min_confidence,
        any_language=any_language,
        max_seconds=max_seconds,
        keep_articles=articles is not None,
        metadata=metadata,
        load=loader(fast=fast),
    )

    def before_the_table(parts: "Parts", who: "Identities") -> None:
        _write_besides(parts, who, articles, problems, speakers, authority, metadata)

    parts = extract_on_cluster(
        [source for source in sources if not _is_below(source.name, folder)],
        job,
        address=address,
        actors=jobs,
        resume=resume,
        decisions=decisions,
        authority=authority,
        on_block=_counter(quiet),
        on_identities=before_the_table,
    )
    lost = [problem for problem in parts.problems if problem.lost]
    for problem in lost[:_SHOWN]:
        say(problem_line(problem))
    if len(lost) > _SHOWN:
        say(f"and {len(lost) - _SHOWN} more: they are all in problems.parquet")
    if lost:
        rows = sum(parts.heights)
        say(f"{len(lost)} failed; {parts.articles} articles done, {rows} quotations")
        raise typer.Exit(1)


def _folder(output: Sequence[str] | None) -> str:
    from quotes.articles.remote import is_url

    if not output or len(output) != 1 or output[0] == "-":
        raise UsageError("--engine ray writes into one folder: name it, or its URL, with -o")
    if is_url(output[0]):
        return output[0].rstrip("/")
    if os.path.isfile(output[0]):  # noqa: PTH113 - as the realpath below
        raise UsageError(f"{output[0]!r} is a file: --engine ray writes into a folder")
    return os.path.realpath(output[0])


def _is_below(name: str, folder: str) -> bool:
    """Whether a file is in the folder that this run writes to."""
    return f"{os.path.realpath(name)}/".startswith(f"{folder}/") or name.startswith(f"{folder}/")


def _write_besides(
    parts: "Parts",
    who: "Identities",
    articles: str | None,
    problems: str | None,
    speakers: str | None,
    authority: "Authority | None",
    metadata: dict[str, str],
) -> None:
    import polars as pl

    from quotes.cli.messages import tell_waiting
    from quotes.identify import rows_of
    from quotes.identify.table import speaker_frames, speaker_rows
    from quotes.table import ARTICLES, PROBLEMS, SPEAKERS, problem_row, write_table

    tell_waiting(who)
    if articles is not None:
        write_table(parts.read(), articles, schema=ARTICLES, metadata=metadata)
    if problems is not None:
        rows = [problem_row(problem) for problem in parts.problems]
        frame = pl.DataFrame(rows, schema=PROBLEMS, orient="row")
        write_table([frame], problems, schema=PROBLEMS, metadata=metadata)
    if speakers is not None:
        found = speaker_rows(rows_of(parts.frames()), who, authority=authority)
        write_table(speaker_frames(found, SPEAKERS), speakers, schema=SPEAKERS, metadata=metadata)


def _counter(quiet: bool) -> "Callable[[BlockDone], None]":
    """What tells, once in a while, how far the work is; lines, as it may run unwatched."""
    blocks = articles = rows = 0
    told = time.monotonic()

    def count(block: "BlockDone") -> None:
        nonlocal blocks, articles, rows, told
        blocks, articles, rows = blocks + 1, articles + block.articles, rows + block.rows
        if not quiet and time.monotonic() - told >= EVERY:
            told = time.monotonic()
            say(f"{blocks} blocks, {articles} articles, {rows} quotations so far")

    return count
