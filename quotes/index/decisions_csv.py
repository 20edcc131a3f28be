"""Decisions of people in a plain CSV, to be kept and shared apart from any index.

Columns: ``decision`` (``same``, ``different``, ``unsure``, ``name``, ``wrong``), ``a``, ``b``, and
where known ``who``, ``when`` (or ``made``), ``why``. But for ``wrong``, about a quotation, it is
the file that ``quotes extract --decisions`` takes.
"""

from typing import cast

from quotes.index.types import DECISIONS, Decision, DecisionKind


def read_decisions(path: str, *, who: str = "") -> list[Decision]:
    """Read decisions.

    Args:
        path: The file.
        who: Who made those that don't say.

    Raises:
        UsageError: It can't be read; or a line isn't a decision: which, and why.
    """
    from quotes.identify.decisions import check_cells, decision_cells

    found = []
    for where, cells in decision_cells(path):
        check_cells(cells, where, DECISIONS)
        found.append(
            Decision(
                decision=cast(DecisionKind, cells["decision"]),
                a=cells["a"],
                b=cells["b"] or None,
                who=cells["who"] or who,
                made=cells["when"] or cells["made"],
                why=cells["why"],
                where=where,
            )
        )
    return found
