"""Decisions of people, apart from the data."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from quotes.errors import UsageError
from quotes.index import identity, names, tally
from quotes.index.database import Database
from quotes.index.errors import NoSpeakerError
from quotes.index.numbers import take_numbers
from quotes.index.types import DECISIONS, Decision

_COLUMNS = "decision, a, b, who, made, why, id, undone"


def decisions(database: Database, *, undone: bool = False) -> list[Decision]:
    """The decisions. See `Index.decisions`."""
    where = "" if undone else " WHERE undone IS NULL"
    return _read(database, f"{where} ORDER BY id")


def about(database: Database, node: str) -> list[Decision]:
    """The decisions that hold about something.

    Args:
        database: The index.
        node: A speaker's identifier, ``ID@ARTICLE``, or a quotation's identifier.
    """
    return _read(database, " WHERE undone IS NULL AND (a = ? OR b = ?) ORDER BY id", (node, node))


def decide(
    database: Database, made: Iterable[Decision], *, waiting: bool = False
) -> list[Decision]:
    """Write decisions and apply them. See `Index.decide`."""
    wanted = list(made)
    now = timestamp()
    with database.transaction():
        batch = take_numbers(database, "batch", 1)
        first = take_numbers(database, "decision", len(wanted))
        written = []
        for number, decision in enumerate(wanted, first):
            _check(database, decision, waiting=waiting)
            done = replace(decision, number=number, made=decision.made or now, undone=None)
            if decision.decision == "name":
                done = replace(done, a=_head(database, decision.a))
            database.run(
                "INSERT INTO decisions (id, batch, decision, a, b, who, made, why) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (number, batch, done.decision, done.a, done.b, done.who, done.made, done.why),
            )
            written.append(done)
        _apply(database, written)
    return written


def undo(database: Database, numbers: Sequence[int] = ()) -> list[Decision]:
    """Take decisions back. See `Index.undo`."""
    now = timestamp()
    with database.transaction():
        wanted = list(dict.fromkeys(numbers)) or [
            number
            for (number,) in database.all(
                "SELECT id FROM decisions WHERE undone IS NULL AND batch = "
                "(SELECT max(batch) FROM decisions WHERE undone IS NULL) ORDER BY id"
            )
        ]
        if not wanted:
            raise UsageError("there is no decision to undo")
        taken = []
        for number in wanted:
            found = _read(database, " WHERE id = ?", (number,))
            if not found or found[0].undone:
                said = "was undone before" if found else "isn't there"
                raise UsageError(f"decision {number} {said}: the list has those that hold")
            database.run("UPDATE decisions SET undone = ? WHERE id = ?", (now, number))
            taken.append(replace(found[0], undone=now))
        _apply(database, taken)
    return taken


def timestamp() -> str:
    """Now, in ISO 8601, in universal time."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _read(database: Database, tail: str, values: Sequence[object] = ()) -> list[Decision]:
    return [
        Decision(decision=kind, a=a, b=b, who=who, made=made, why=why, number=number, undone=undone)
        for kind, a, b, who, made, why, number, undone in database.all(
            f"SELECT {_COLUMNS} FROM decisions{tail}", values
        )
    ]


def _apply(database: Database, touched: Sequence[Decision]) -> None:
    judged = [d for d in touched if d.decision in ("same", "different")]
    if judged:
        nodes = {side for d in judged for side in (d.a, d.b) if side}
        identity.apply(database, nodes, where={d.number: d.where for d in judged if d.where})
    renamed = {names.by_id(database, d.a) for d in touched if d.decision == "name"}
    tally.recount(database, {number for number in renamed if number is not None})


def _check(database: Database, decision: Decision, *, waiting: bool) -> None:
    if decision.decision not in DECISIONS:
        raise UsageError(
            f"no such decision {decision.decision!r}: use one of {', '.join(DECISIONS)}"
        )
    if decision.decision == "wrong":
        known = database.one("SELECT 1 FROM quotations WHERE quote_id = ?", (decision.a,))
        if known is None and not waiting:
            raise UsageError(f"no quotation {decision.a!r} in the index")
        return
    if not (decision.b or "").strip():
        raise UsageError(f"the decision {decision.decision!r} needs two sides")
    sides = [decision.a] if decision.decision == "name" else [decision.a, decision.b or ""]
    if len(sides) > len(set(sides)):
        raise UsageError(f"{decision.a!r} can't be decided about against itself")
    for side in sides if not waiting else ():
        _known(database, side)


def _known(database: Database, node: str) -> None:
    speaker_id, _, article_id = node.partition("@")
    if names.by_id(database, node) is not None:
        return
    if names.by_id(database, speaker_id) is None:
        raise NoSpeakerError(f"no speaker {speaker_id!r} in the index", name=speaker_id)
    there = database.one(
        "SELECT 1 FROM spoken k JOIN articles a ON a.id = k.article "
        "JOIN speakers s ON s.id = k.found WHERE s.speaker_id = ? AND a.article_id = ?",
        (speaker_id, article_id),
    )
    if there is None:
        raise NoSpeakerError(
            f"{speaker_id!r} isn't quoted in the article {article_id!r}", name=node
        )


def _head(database: Database, speaker_id: str) -> str:
    row = database.one(
        "SELECT speaker_id FROM speakers WHERE id = ?", (names.by_id(database, speaker_id),)
    )
    return row[0] if row else speaker_id
