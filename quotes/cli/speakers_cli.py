"""``quotes speakers``: who is in an index, and who is whom."""

import getpass
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.messages import say
from quotes.cli.searching import Database
from quotes.cli.showing import (
    Csv,
    Jsonl,
    Outputs,
    candidates,
    show,
    show_speakers,
    targets,
    write,
)
from quotes.cli.speaker_page import show_page
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.index import Index

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]", help="Any name of a speaker, or the identifier.", show_default=False
    ),
]
Merge = Annotated[
    list[str] | None,
    typer.Option("--merge", metavar="OTHER", help="OTHER is the same as NAME; repeatable."),
]
Apart = Annotated[
    list[str] | None,
    typer.Option("--apart", metavar="OTHER", help="OTHER is not the same as NAME; repeatable."),
]
Split = Annotated[
    list[str] | None,
    typer.Option(
        "--split",
        metavar="ARTICLE",
        help="In this article NAME is somebody else; with several, the same one; repeatable.",
    ),
]
Rename = Annotated[
    str | None, typer.Option("--rename", metavar="NEW", help="What NAME is to be called.")
]
Undo = Annotated[
    list[str] | None,
    typer.Option(
        "--undo", metavar="N", help="Take decision N back, or the last ones: last; repeatable."
    ),
]
Decide = Annotated[
    str | None,
    typer.Option(
        "--decide", metavar="FILE", help="Take decisions from a CSV: decision,a,b,who,when,why."
    ),
]
Decisions = Annotated[bool, typer.Option("--decisions", help="List the decisions that hold.")]
Who = Annotated[str | None, typer.Option("--who", metavar="WHO", help="Who decides this.")]
Why = Annotated[str, typer.Option("--why", metavar="WHY", help="Why it is decided so.")]
Limit = Annotated[int, typer.Option("--size", metavar="N", min=1, help="How many to list.")]


def speakers(
    db: Database,
    name: Name = None,
    merge: Merge = None,
    apart: Apart = None,
    split: Split = None,
    rename: Rename = None,
    undo: Undo = None,
    decide: Decide = None,
    decisions: Decisions = False,
    who: Who = None,
    why: Why = "",
    size: Limit = 20,
    csv: Csv = False,
    jsonl: Jsonl = False,
    output: Outputs = None,
) -> None:
    """List the speakers, show one, or decide who is whom.

    A decision is kept apart from the data, with who made it, when and why; every run applies it,
    and --undo takes it back.

    Exit status: 0 done, 2 wrong use, or a name that is not clear.
    """
    from quotes.index import Decision, open_index

    changes = bool(merge or apart or split or rename)
    if changes and name is None:
        raise UsageError("name the speaker: quotes speakers DB NAME --merge OTHER")
    files = targets(output, csv=csv, jsonl=jsonl)
    with open_index(db, readonly=not (changes or undo or decide)) as index:
        if undo:
            _tell("undone", index.undo(_numbers(undo)))
        if decide is not None:
            _tell("decided", _from_csv(index, decide, who=who or _me()))
        if changes and name is not None:
            a = _one(index, name)
            made: dict[str, Any] = {"who": who or _me(), "why": why}
            wanted = [
                Decision(decision="same", a=a, b=_one(index, other), **made)
                for other in merge or ()
            ]
            wanted += [
                Decision(decision="different", a=a, b=_one(index, other), **made)
                for other in apart or ()
            ]
            cut = [
                f"{node}@{article}" for article in split or () for node in _found(index, a, article)
            ]
            wanted += [Decision(decision="different", a=a, b=node, **made) for node in cut]
            wanted += [Decision(decision="same", a=cut[0], b=node, **made) for node in cut[1:]]
            if rename is not None:
                wanted.append(Decision(decision="name", a=a, b=rename, **made))
            _tell("decided", index.decide(wanted))
        if undo or decide or changes:
            return
        if decisions:
            _list_decisions(index, files)
        elif name is not None:
            _show(index, name, files)
        elif files:
            from quotes.index.tables import speaker_table
            from quotes.table import SPEAKERS

            write(speaker_table(index.database), files, schema=SPEAKERS)
        else:
            show_speakers(index.speakers(limit=size))


def _one(index: "Index", name: str) -> str:
    """The identifier of the one speaker whom a name means."""
    from quotes.index.names import nobody

    match = index.match_name(name)
    if not match.speakers:
        raise nobody(match)
    if len(match.speakers) > 1:
        for line in candidates(match):
            say(line)
        raise UsageError(
            f"{name!r} fits {len(match.speakers)} speakers: give a fuller name or an identifier"
        )
    # An identifier that was merged stays itself, so that decisions can be about it.
    from quotes.index.names import by_id

    return name if by_id(index.database, name) is not None else match.speakers[0].speaker_id


def _found(index: "Index", speaker_id: str, article: str) -> list[str]:
    """The identifiers that extraction gave a speaker in an article."""
    rows = index.database.all(
        "SELECT DISTINCT f.speaker_id FROM spoken k JOIN speakers f ON f.id = k.found "
        "JOIN speakers s ON s.id = k.speaker JOIN articles a ON a.id = k.article "
        "WHERE s.speaker_id = ? AND a.article_id = ? ORDER BY 1",
        (speaker_id, article),
    )
    if not rows:
        raise UsageError(f"{speaker_id!r} isn't quoted in the article {article!r}")
    return [found for (found,) in rows]


def _show(index: "Index", name: str, files: Sequence[str]) -> None:
    from quotes.index.names import by_id

    page = index.speaker(_one(index, name))
    if files:
        from quotes.index.tables import speaker_table
        from quotes.table import SPEAKERS

        number = by_id(index.database, page.row.speaker_id)
        write(speaker_table(index.database, [number or 0]), files, schema=SPEAKERS)
        return
    show_page(page)


def _list_decisions(index: "Index", files: Sequence[str]) -> None:
    from rich.text import Text

    from quotes.index.tables import DECISIONS

    if files:
        rows = [{name: getattr(d, name) for name in DECISIONS} for d in index.decisions()]
        write(rows, files, schema=DECISIONS)
        return
    show(
        ("number", "decision", "a", "b", "who", "made", "why"),
        [
            [Text(str(v or "")) for v in (d.number, d.decision, d.a, d.b, d.who, d.made, d.why)]
            for d in index.decisions()
        ],
    )


def _from_csv(index: "Index", path: str, *, who: str) -> Sequence[Any]:
    from quotes.index.decisions_csv import read_decisions

    # About speakers, too, whose articles are still to come.
    return index.decide(read_decisions(path, who=who), waiting=True)


def _numbers(given: Sequence[str]) -> list[int]:
    if "last" in given:
        return []
    try:
        return [int(number) for number in given]
    except ValueError:
        raise UsageError("--undo takes a decision's number, or: last") from None


def _tell(what: str, decisions: Sequence[Any]) -> None:
    for d in decisions:
        say(f"{what}: {d.number} {d.decision} {d.a}{f' {d.b}' if d.b else ''}")


def _me() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
