"""The speakers of a quote table's row, one by one; and what else the index derives from a row."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from quotes.types import SPEAKER_KINDS

JOINT = " | "

_KINDS = {kind[0]: kind for kind in SPEAKER_KINDS}
_ID = re.compile(rf"([{''.join(_KINDS)}])-")

_BODY = re.compile(
    r"(?:[A-Z][\w’'-]*|(?:[A-Z]\.)+|[A-Z]{2,})"
    r"(?:(?:\s+(?:of|for|and|the)){0,2}\s+(?:[A-Z][\w’'-]*|(?:[A-Z]\.)+))*"
)
_NO_BODY = frozenset(
    {"A", "An", "The", "One", "Two", "Three", "Four", "Five", "Several", "Some", "Many", "Most"}
    | {"Other", "Another", "Both", "Senior", "Official", "Officials", "Source", "Sources", "Aide"}
    | {"Aides", "People", "Person", "Those", "I", "He", "She", "They", "We", "It", "His", "Her"}
    | {"Their", "Its", "Our", "My", "This", "That", "These", "Mr", "Mrs", "Ms", "Dr", "of"}
    | {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Former"}
)


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
    name, role = row["speaker"] or row["source"] or row["speaker_id"], row["speaker_role"]
    ids, names = row["speaker_id"].split(JOINT), name.split(JOINT)
    if len(ids) != len(names):
        # A name that has the separator in it, or a table of somebody else's.
        ids, names = [row["speaker_id"]], [name]
    if len(ids) == 1:
        return [Voice(ids[0], names[0], row["speaker_kind"], role)]
    # Whose role it is can't be told.
    found = {
        one: Voice(one, its_name, _kind(one) or row["speaker_kind"], None)
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


def affiliation(row: Mapping[str, Any]) -> str | None:
    """The body that an anonymous source belongs to, such as NATO for "a NATO diplomat".

    Args:
        row: A row of the quote table; its column ``affiliation``, where it has one, is taken.

    Returns:
        The body as written; None where none is named, or the source isn't anonymous.
    """
    if row.get("affiliation"):
        return str(row["affiliation"])
    if row["speaker_kind"] != "anonymous":
        return None
    for text in (row["speaker"], row["speaker_role"]):
        for match in _BODY.finditer(text or ""):
            words = match[0].split()
            while words and words[0] in _NO_BODY:
                words.pop(0)
            if words:
                return re.sub(r"[’'](?:s|$)", "", " ".join(words))
    return None
