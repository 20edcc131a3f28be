"""Rows of the quote table, out of the index, with the speakers' identities as they are now."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quotes.index.database import Database, in_chunks, marks
from quotes.index.spoken import JOINT
from quotes.index.types import Row, SpeakerRow

COLUMNS = (
    *("quote_id", "article_id", "title", "outlet", "author", "url", "published", "quote_type"),
    *("cue_class", "quote", "content_spans", "cue", "cue_spans", "source", "source_spans"),
    *("speaker_id", "speaker", "speaker_kind", "speaker_role", "anonymity", "resolved_by"),
    *("confidence", "context", "context_start", "family_id", "unresolved"),
    *("source_affiliation", "source_rank", "source_number"),
)
"""The quote table's columns, in its order."""

_OF_ARTICLE = frozenset({"article_id", "title", "author", "url"})
_SELECT = ", ".join(f"{'a' if name in _OF_ARTICLE else 'q'}.{name}" for name in COLUMNS)

SPEAKER_COLUMNS = (
    *("speaker_id", "speaker", "speaker_kind", "role", "quotes", "articles", "outlets"),
    *("first_seen", "last_seen", "authority_id"),
)


def fetch(database: Database, numbers: Sequence[int]) -> list[Row]:
    """The quote table's rows of some quotations.

    Args:
        database: The index.
        numbers: The quotations' numbers.

    Returns:
        The rows in that order; those that are no longer there are left out.
    """
    found: dict[int, Row] = {}
    for chunk in in_chunks(numbers):
        here = f"IN ({marks(chunk)})"
        for number, *values in database.all(
            f"SELECT q.id, {_SELECT} FROM quotations q JOIN articles a ON a.id = q.article "
            f"WHERE q.id {here}",
            chunk,
        ):
            found[number] = _row(dict(zip(COLUMNS, values, strict=True)))
        voices: dict[int, dict[str, str]] = {}
        for number, speaker_id, name in database.all(
            "SELECT k.quotation, s.speaker_id, s.speaker FROM spoken k "
            f"JOIN speakers s ON s.id = k.speaker WHERE k.quotation {here} "
            "ORDER BY s.speaker, s.speaker_id",
            chunk,
        ):
            voices.setdefault(number, {})[speaker_id] = name
        for number, speakers in voices.items():
            found[number]["speaker_id"] = JOINT.join(speakers)
            found[number]["speaker"] = JOINT.join(speakers.values())
    return [found[number] for number in dict.fromkeys(numbers) if number in found]


def _row(row: Row) -> Row:
    row["published"] = day(row["published"])
    for name in ("content_spans", "cue_spans", "source_spans"):
        row[name] = spans(row[name])
    return row


def spans(text: str) -> list[dict[str, int]]:
    """Spans from ``12-40;52-80``.

    Args:
        text: As the index keeps them.
    """
    ends = (part.split("-") for part in text.split(";") if part)
    return [{"start": int(start), "end": int(end)} for start, end in ends]


def notation(listed: Sequence[Mapping[str, int]]) -> str:
    """Spans as ``12-40;52-80``.

    Args:
        listed: As the quote table has them.
    """
    return ";".join(f"{span['start']}-{span['end']}" for span in listed)


def day(text: str | None) -> date | None:
    """A day from ISO 8601; None from None.

    Args:
        text: As the index keeps it.
    """
    return date.fromisoformat(text) if text else None


def speaker_rows(
    database: Database, where: str, values: Sequence[Any], *, order: str = "s.quotes DESC, s.id"
) -> list[SpeakerRow]:
    """Speakers, as in a list.

    Args:
        database: The index.
        where: A condition on ``speakers s``.
        values: Its values.
        order: What to sort by; a LIMIT may follow.
    """
    columns = ", ".join(f"s.{name}" for name in SPEAKER_COLUMNS)
    return [
        speaker_row(row)
        for row in database.all(
            f"SELECT {columns} FROM speakers s WHERE {where} ORDER BY {order}", values
        )
    ]


def speaker_row(values: Sequence[Any]) -> SpeakerRow:
    """A speaker from its columns.

    Args:
        values: In the order of ``SPEAKER_COLUMNS``.
    """
    found = dict(zip(SPEAKER_COLUMNS, values, strict=True))
    found["first_seen"], found["last_seen"] = day(found["first_seen"]), day(found["last_seen"])
    return SpeakerRow(**found)
