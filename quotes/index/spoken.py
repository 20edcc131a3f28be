"""The speakers of a quote table's row, one by one; and what else the index derives from a row."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from quotes.types import SPEAKER_KINDS

JOINT = " | "

LONGEST = 300
"""A name or a role is kept to so many characters; what is longer is no name but a slip."""

_KINDS = {kind[0]: kind for kind in SPEAKER_KINDS}
_ID = re.compile(rf"([{''.join(_KINDS)}])-")


class Voice(NamedTuple):
    """One speaker of a row, as found in its article."""

    speaker_id: str
    name: str
    kind: str
    role: str | None


def voices(row: Mapping[str, Any]) -> list[Voice]:
    """The speakers of a row; several speak jointly.

    Args:
        row: A row of the quote table.

    Returns:
        Each once; none where the speaker is unknown.
    """
    if not row["speaker_id"]:
        return []
    name = row["speaker"] or row["source"] or row["speaker_id"]
    role = row["speaker_role"] and row["speaker_role"][:LONGEST]
    ids, names = row["speaker_id"].split(JOINT), name.split(JOINT)
    if len(ids) != len(names):
        # A name that has the separator in it, or a table of somebody else's.
        ids, names = [row["speaker_id"]], [name]
    if len(ids) == 1:
        return [Voice(ids[0], names[0][:LONGEST], row["speaker_kind"], role)]
    # Whose role it is can't be told.
    found = {
        one: Voice(one, its_name[:LONGEST], _kind(one) or row["speaker_kind"], None)
        for one, its_name in zip(ids, names, strict=True)
    }
    return list(found.values())


def _kind(speaker_id: str) -> str | None:
    match = _ID.match(speaker_id)
    return _KINDS[match[1]] if match else None


def is_stated(row: Mapping[str, Any]) -> bool:
    """Whether a row reports what somebody said, not what they are held to think or want.

    Args:
        row: A row of the quote table.
    """
    if row["cue_class"] is None:
        return bool(row["quote_type"] == "direct")
    return bool(row["cue_class"] == "statement")
