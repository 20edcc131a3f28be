"""What the commands that search write to standard output or to files."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.messages import say
from quotes.errors import UsageError
from quotes.index.highlight import highlight
from quotes.index.pages import NameMatch
from quotes.index.types import Count, Row, SpeakerRow

if TYPE_CHECKING:
    import polars as pl
    from rich.text import Text

    from quotes.index import Index

Csv = Annotated[bool, typer.Option("--csv", help="All rows as CSV, to standard output.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="All rows as JSON Lines, to standard output.")]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="All rows to a file: .csv, .jsonl (also .gz) or .parquet; repeatable.",
    ),
]
Context = Annotated[bool, typer.Option("--context", help="Show the paragraph, not the words only.")]

_NARROW = 100
"""What is not a terminal has no width; this one fits a mail."""

_WIDE = 120


def targets(output: Sequence[str] | None, *, csv: bool, jsonl: bool) -> list[str]:
    """Where rows go, checked before any work; empty where a table for people is asked for.

    Args:
        output: Files.
        csv: CSV to standard output.
        jsonl: JSON Lines to standard output.

    Returns:
        Files, ``-`` for CSV and ``-.jsonl`` for JSON Lines to standard output.

    Raises:
        UsageError: A file can't be written, or both formats are asked of standard output.
    """
    if csv and jsonl:
        raise UsageError("give --csv or --jsonl, not both")
    files = list(output or [])
    if files:
        from quotes.table import check_outputs

        check_outputs(files)
    if csv and "-" not in files:
        files.append("-")
    if jsonl:
        files.append("-.jsonl")
    return files


def write(rows: Iterable[Row], files: Sequence[str], *, schema: "pl.Schema") -> None:
    """Write rows to files, or to standard output.

    Args:
        rows: The rows.
        files: From `targets`.
        schema: Their columns.

    Raises:
        QuotesError: A file can't be written.
    """
    from quotes.index.tables import frames
    from quotes.table import FORMATS, write_stdout, write_table

    kept = rows if len(files) == 1 else list(rows)
    # Standard output last: whoever reads it may leave, the files are whole by then.
    for name in sorted(files, key=lambda name: name.startswith("-")):
        parts = frames(iter(kept), schema)
        if name == "-.jsonl":
            write_stdout(parts, FORMATS[".jsonl"], schema=schema)
        else:
            write_table(parts, name, schema=schema)


def show_quotations(rows: Iterable[Row], words: str, *, context: bool) -> None:
    """Show quotations as a table that fits the terminal.

    Args:
        rows: The rows.
        words: What was looked for, to be marked.
        context: Show the paragraph instead of the quotation.
    """
    lines = [
        (
            _plain(row["published"] or ""),
            _plain(row["speaker"] or "unknown"),
            marked(row["context"] if context else row["quote"], words),
            _plain(row["outlet"] or row["title"] or row["article_id"]),
        )
        for row in rows
    ]
    show(("date", "speaker", "quotation", "outlet"), lines, widths=(10, 24, None, 20))


def show_counts(by: str, counts: Sequence[Count]) -> None:
    """Show counts.

    Args:
        by: What was counted by.
        counts: The counts.
    """
    show((by, "quotes"), [(_plain(c.label), _plain(f"{c.quotes:,}")) for c in counts])


def show_speakers(speakers: Sequence[SpeakerRow]) -> None:
    """Show speakers as a table.

    Args:
        speakers: The speakers.
    """
    # An identifier is there to be copied and is never broken: the rest has to be short for it.
    dates = ("first", "last") if _width() >= _WIDE else ("last",)
    show(
        ("quotes", "speaker", "role", *dates, "identifier"),
        [
            tuple(
                _plain(value or "")
                for value in (
                    *(f"{s.quotes:,}", s.speaker, s.role),
                    *((s.first_seen, s.last_seen) if len(dates) == 2 else (s.last_seen,)),
                    s.speaker_id,
                )
            )
            for s in speakers
        ],
    )


def show(
    head: Sequence[str],
    lines: Iterable[Sequence["Text"]],
    *,
    widths: Sequence[int | None] = (),
) -> None:
    """Show a table that fits the terminal, or a mail where there is none.

    Args:
        head: The columns' names.
        lines: The rows.
        widths: The columns' greatest widths.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    console = Console(width=_width(), highlight=False)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for number, name in enumerate(head):
        width = widths[number] if number < len(widths) else None
        count = name == "quotes"
        table.add_column(
            name,
            max_width=width,
            overflow="fold",
            justify="right" if count else "left",
            no_wrap=count or name in ("date", "first", "last", "identifier"),
        )
    for line in lines:
        table.add_row(*line)
    with console.capture() as captured:
        console.print(table)
    # Lines without the blanks that fill them up, for diffs and mails.
    text = "\n".join(map(str.rstrip, captured.get().splitlines())).strip("\n")
    sys.stdout.write(f"{text}\n")


def _width() -> int:
    from rich.console import Console

    return Console().width if sys.stdout.isatty() else _NARROW


def marked(text: str, words: str) -> "Text":
    """A text with what was looked for in bold, and nothing that a terminal would obey.

    Args:
        text: Part of an article.
        words: What was looked for.
    """
    from rich.text import Text

    found = Text()
    for piece, wanted in highlight(_harmless(text), words):
        found.append(piece, style="bold reverse" if wanted else None)
    return found


def _plain(value: Any) -> "Text":
    from rich.text import Text

    return Text(_harmless(str(value)))


def _harmless(text: str) -> str:
    return "".join(
        char if char.isprintable() else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
        for char in text
    )


def settle(index: "Index", names: Sequence[str], *, any_speaker: bool) -> None:
    """Tell who a name may mean before it is searched for.

    Args:
        index: The index.
        names: Names asked for.
        any_speaker: Whether all whom a name fits are wanted.

    Raises:
        UsageError: A name fits several; who they are was told.
    """
    for name in names:
        match = index.match_name(name)
        if len(match.speakers) > 1 and not any_speaker:
            for line in candidates(match):
                say(line)
            raise UsageError(
                f"{name!r} fits {len(match.speakers)} speakers: give a fuller name or one of "
                "these identifiers, or --any-speaker for all"
            )
        if match.others and not any_speaker:
            quotes = sum(other.quotes for other in match.others)
            say(
                f"note: {match.speakers[0].speaker}; {quotes:,} quotations of others whom "
                f"{name!r} may mean are left out: --any-speaker takes them in"
            )


def candidates(match: NameMatch) -> Iterator[str]:
    """A line for each speaker whom a name may mean.

    Args:
        match: Whom it may mean.
    """
    for speaker in match.speakers[:20]:
        role = f", {speaker.role}" if speaker.role else ""
        said = f"{speaker.quotes:,} quotation{'' if speaker.quotes == 1 else 's'}"
        yield f"  {speaker.speaker}{role}: {said} [{speaker.speaker_id}]"
    if len(match.speakers) > 20:
        yield f"  and {len(match.speakers) - 20} more"
