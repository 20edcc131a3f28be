"""Decisions of people in a plain CSV, to be kept and shared apart from any index.

Columns: ``decision`` (``same``, ``different``, ``name``, ``wrong``), ``a``, ``b``, and where known
``who``, ``when`` (or ``made``), ``why``.
"""

import csv
from pathlib import Path

from quotes.errors import UsageError
from quotes.index.types import DECISIONS, Decision


def read_decisions(path: str, *, who: str = "") -> list[Decision]:
    """Read decisions.

    Args:
        path: The file.
        who: Who made those that don't say.

    Raises:
        UsageError: It can't be read; or a line isn't a decision: which, and why.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = {"decision", "a", "b"} - set(reader.fieldnames or ())
            if missing:
                raise UsageError(f"{path}: lacks the column {', '.join(sorted(missing))}")
            return [
                _decision(row, f"{path}:{reader.line_num}", who)
                for row in reader
                if not (row.get("undone") or "").strip()
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"can't read {path!r}: {error}") from error


def _decision(row: dict[str, str | None], where: str, who: str) -> Decision:
    def cell(name: str) -> str:
        return (row.get(name) or "").strip()

    kind = cell("decision")
    if kind not in DECISIONS:
        raise UsageError(f"{where}: no such decision {kind!r}: use one of {', '.join(DECISIONS)}")
    if not cell("a") or (not cell("b") and kind != "wrong"):
        raise UsageError(f"{where}: the decision {kind!r} needs a and b")
    return Decision(
        decision=kind,
        a=cell("a"),
        b=cell("b") or None,
        who=cell("who") or who,
        made=cell("when") or cell("made"),
        why=cell("why"),
    )
