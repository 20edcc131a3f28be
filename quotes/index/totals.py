"""How many quotations of the whole index share a value: kept, so that nobody has to count."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quotes.errors import UsageError
from quotes.index.database import Database
from quotes.index.text import fold

LONGEST = 500
"""A value that is longer is shared by nobody, and too long for an index."""

UNNAMED = ("outlet", "affiliation", "reason")
"""What is also kept of anonymous sources alone, as ``unnamed outlet`` and so on."""

Counted = Counter[tuple[str, str]]


def count(quotations: Iterable[Mapping[str, Any]]) -> Counted:
    """Count rows of the table ``quotations``.

    Args:
        quotations: The rows.
    """
    found: Counted = Counter()
    for row in quotations:
        day = row["published"]
        values = {
            "type": row["quote_type"],
            "cue": row["cue_class"],
            "kind": row["speaker_kind"],
            "outlet": row["outlet"],
            "month": day and day[:7],
            "year": day and day[:4],
            "affiliation": row["source_affiliation"],
            "reason": row["anonymity"],
        }
        if row["speaker_kind"] == "anonymous":
            values |= {f"unnamed {what}": values[what] for what in UNNAMED}
        for what, value in values.items():
            if value and len(value) <= LONGEST:
                found[what, value] += 1
    return found


def add(database: Database, counts: Counted, *, times: int = 1) -> None:
    """Add to what is kept.

    Args:
        database: The index; within a transaction.
        counts: From `count`.
        times: -1 takes away.
    """
    database.many(
        "INSERT INTO totals (what, value, quotes) VALUES (?, ?, ?) "
        "ON CONFLICT (what, value) DO UPDATE SET quotes = totals.quotes + excluded.quotes",
        [(*key, times * number) for key, number in sorted(counts.items())],
    )
    if times < 0 and counts:
        database.run("DELETE FROM totals WHERE quotes = 0")


def of(database: Database, what: str) -> list[tuple[str, int]]:
    """The values of one thing, most frequent first.

    Args:
        database: The index.
        what: ``outlet``, ``type``, ``cue``, ``kind``, ``month``, ``year``, ``affiliation`` or
            ``reason``; with ``unnamed`` before it, what is in ``UNNAMED``.
    """
    rows = database.all(
        "SELECT value, quotes FROM totals WHERE what = ? ORDER BY quotes DESC, value", (what,)
    )
    return [(value, quotes) for value, quotes in rows]


def spellings(database: Database, what: str, wanted: Sequence[str]) -> list[str]:
    """How values that somebody asks for are written in the index.

    Args:
        database: The index.
        what: As for `of`.
        wanted: The values, whatever their case and accents.

    Raises:
        UsageError: One isn't there; the text names some that are.
    """
    there: dict[str, list[str]] = {}
    for value, _ in of(database, what):
        there.setdefault(fold(value) or value, []).append(value)
    found: list[str] = []
    for value in wanted:
        if (fold(value) or value) not in there:
            raise UsageError(f"no {what} {value!r} in the index{_like(value, list(there), there)}")
        found += there[fold(value) or value]
    return list(dict.fromkeys(found))


def _like(value: str, folded: Sequence[str], there: Mapping[str, Sequence[str]]) -> str:
    from rapidfuzz import fuzz, process

    close = process.extract(fold(value), folded, scorer=fuzz.WRatio, limit=3, score_cutoff=70)
    names = [there[key][0] for key, _, _ in close]
    if names:
        return f": did you mean {', '.join(repr(name) for name in names)}?"
    first = [spelt[0] for spelt in there.values()][:5]
    return f": there are {', '.join(first)}" if first else ": none is known"
