"""Decisions of people about who is who: a plain CSV, kept apart from the data.

Columns: ``decision`` (``same``, ``different``, ``unsure`` or ``name``), ``a``, ``b``, and where
known ``who``, ``when`` and ``why``. ``a`` and ``b`` are identifiers of speakers, or ``ID@ARTICLE``
for a speaker in one article; with ``name``, ``b`` is the name that ``a`` is to go by. ``unsure``
joins and parts nobody: it keeps an index from asking about the pair again. Order does not matter.
"""

import csv
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from quotes.errors import UsageError
from quotes.identify.clusters import Judged, clusters

DecisionKind = Literal["same", "different", "unsure", "name"]
DECISIONS: tuple[DecisionKind, ...] = get_args(DecisionKind)
_ELSEWHERE = "wrong"  # about a quotation, in decisions that an index wrote
_UNSURE = "unsure"


class Decision(NamedTuple):
    """What somebody decided.

    Attributes:
        decision: ``same``, ``different`` or ``name``; none that is read is ``unsure``.
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
        The decisions, in the file's order, but for those that change nothing.

    Raises:
        UsageError: It can't be read, or a line isn't a decision: which, and why.
        ContradictionError: What follows from some lines is denied by others: which.
    """
    every = [
        _decision(cells, where)
        for where, cells in decision_cells(path)
        if cells["decision"] != _ELSEWHERE
    ]
    found = [one for one in every if one.decision != _UNSURE]
    check(found)
    return found


def decision_cells(path: str | os.PathLike[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """The lines of a file of decisions, but those that were taken back.

    Args:
        path: The CSV file.

    Yields:
        ``FILE:LINE``, and the cells by column, without spaces around them.

    Raises:
        UsageError: It can't be read, or lacks a column.
    """
    name = os.fspath(path)
    try:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = {"decision", "a", "b"} - set(reader.fieldnames or ())
            if missing:
                raise UsageError(f"{name}: lacks the column {', '.join(sorted(missing))}")
            for row in reader:
                cells: defaultdict[str, str] = defaultdict(str)
                cells.update({k: v.strip() for k, v in row.items() if isinstance(v, str)})
                if not cells["undone"]:
                    yield f"{name}:{reader.line_num}", cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"can't read {name!r}: {error}") from error


def check(decisions: Iterable[Decision]) -> None:
    """Check that decisions don't contradict each other.

    Args:
        decisions: The decisions.

    Raises:
        ContradictionError: They do; the message names the lines.
    """
    clusters([one.judged for one in decisions if one.decision != "name"], ())


def check_cells(cells: Mapping[str, str], where: str, kinds: Collection[str]) -> None:
    """Check that a line is a decision.

    Args:
        cells: From `decision_cells`.
        where: ``FILE:LINE``.
        kinds: The decisions that there are.

    Raises:
        UsageError: It isn't, and why.
    """
    kind, a, b = cells["decision"], cells["a"], cells["b"]
    if kind not in kinds:
        raise UsageError(f"{where}: no such decision {kind!r}: use one of {', '.join(kinds)}")
    if not a or (not b and kind != _ELSEWHERE):
        raise UsageError(f"{where}: the decision {kind!r} needs a and b")
    if a == b and kind in ("same", "different", _UNSURE):
        raise UsageError(f"{where}: {a!r} can't be decided about against itself")


def _decision(cells: Mapping[str, str], where: str) -> Decision:
    check_cells(cells, where, DECISIONS)
    return Decision(
        decision=cast(DecisionKind, cells["decision"]),
        a=cells["a"],
        b=cells["b"],
        who=cells["who"],
        when=cells["when"],
        why=cells["why"],
        where=where,
    )
