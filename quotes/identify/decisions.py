"""Decisions of people about who is who: a plain CSV, kept apart from the data.

Columns: ``decision`` (``same``, ``different`` or ``name``), ``a``, ``b``, and where known ``who``,
``when`` and ``why``. ``a`` and ``b`` are identifiers of speakers, or ``ID@ARTICLE`` for a speaker
in one article; with ``name``, ``b`` is the name that ``a`` is to go by. Order does not matter.
"""

import csv
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from quotes.errors import UsageError
from quotes.identify.clusters import Judged, clusters

DecisionKind = Literal["same", "different", "name"]
DECISIONS: tuple[DecisionKind, ...] = get_args(DecisionKind)
_ELSEWHERE = "wrong"  # about a quotation, in decisions that an index wrote


class Decision(NamedTuple):
    """What somebody decided.

    Attributes:
        decision: ``same``, ``different`` or ``name``.
        a, b: Identifiers, or ``ID@ARTICLE``; with ``name``, ``b`` is a name.
        who, when, why: As written.
        where: ``FILE:LINE``.
    """

    decision: DecisionKind
    a: str
    b: str
    who: str = ""
    when: str = ""
    why: str = ""
    where: str = ""

    @property
    def judged(self) -> Judged:
        """As a judgement about two identifiers."""
        return Judged(self.decision == "same", self.a, self.b, self.where)


def read_decisions(path: str | os.PathLike[str]) -> list[Decision]:
    """Read decisions, and check that they don't contradict each other.

    Args:
        path: The CSV file.

    Returns:
        The decisions, in the file's order.

    Raises:
        UsageError: It can't be read, or a line isn't a decision: which, and why.
        ContradictionError: What follows from some lines is denied by others: which.
    """
    name = os.fspath(path)
    try:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = {"decision", "a", "b"} - set(reader.fieldnames or ())
            if missing:
                raise UsageError(f"{name}: lacks the column {', '.join(sorted(missing))}")
            found = [
                _decision(row, f"{name}:{reader.line_num}")
                for row in reader
                if (row.get("decision") or "").strip() != _ELSEWHERE
                and not (row.get("undone") or "").strip()
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"can't read {name!r}: {error}") from error
    check(found)
    return found


def check(decisions: Iterable[Decision]) -> None:
    """Check that decisions don't contradict each other.

    Args:
        decisions: The decisions.

    Raises:
        ContradictionError: They do; the message names the lines.
    """
    clusters([one.judged for one in decisions if one.decision != "name"], ())


def _decision(row: dict[str, str | None], where: str) -> Decision:
    cells = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str)}
    kind = cells.get("decision", "")
    if kind not in DECISIONS:
        raise UsageError(f"{where}: no such decision {kind!r}: use one of {', '.join(DECISIONS)}")
    a, b = cells.get("a", ""), cells.get("b", "")
    if not a or not b:
        raise UsageError(f"{where}: the decision {kind!r} needs a and b")
    if a == b and kind != "name":
        raise UsageError(f"{where}: {a!r} can't be decided about against itself")
    return Decision(
        decision=kind,
        a=a,
        b=b,
        who=cells.get("who", ""),
        when=cells.get("when", ""),
        why=cells.get("why", ""),
        where=where,
    )
