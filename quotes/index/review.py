"""Pairs of speakers that a person should judge, with the evidence.

`quotes.identify` links what is sure and leaves the rest to people: these are the rest.
"""

import json
from math import exp

from quotes.index.database import Database, in_chunks, marks
from quotes.index.rows import fetch, speaker_rows
from quotes.index.types import Pair, Row, SpeakerRow

_LOOKED_AT = 2_000
"""So many of the likeliest pairs are looked through for those that are still open."""

_EXAMPLES = 3


def pairs(database: Database, *, limit: int, offset: int) -> list[Pair]:
    """Pairs to judge. See `Index.review`."""
    decided = _decided(database)
    found: dict[frozenset[str], tuple[float, list[str]]] = {}
    rows = database.all(
        "SELECT ha.speaker_id, hb.speaker_id, g.score, g.reasons FROM suggestions g "
        "JOIN speakers a ON a.speaker_id = g.a JOIN speakers b ON b.speaker_id = g.b "
        "JOIN speakers ha ON ha.id = coalesce(a.merged_into, a.id) "
        "JOIN speakers hb ON hb.id = coalesce(b.merged_into, b.id) "
        f"ORDER BY g.score DESC, g.a, g.b LIMIT {_LOOKED_AT}"
    )
    for one, other, score, reasons in rows:
        key = frozenset((one, other))
        if len(key) == 2 and key not in decided:
            found.setdefault(key, (score, json.loads(reasons)))
    people = _people(database, {one for key in found for one in key})
    open_pairs: list[tuple[float, SpeakerRow, SpeakerRow, list[str]]] = []
    for key, (score, reasons) in found.items():
        if key <= people.keys():
            a, b = sorted((people[one] for one in key), key=_quoted)
            open_pairs.append((score, a, b, reasons))
    open_pairs.sort(key=lambda p: (-p[0], -p[1].quotes - p[2].quotes, p[1].speaker_id))
    return [_pair(database, *judged) for judged in open_pairs[offset : offset + limit]]


def _quoted(speaker: SpeakerRow) -> tuple[int, str]:
    return -speaker.quotes, speaker.speaker_id


def _pair(
    database: Database, score: float, a: SpeakerRow, b: SpeakerRow, reasons: list[str]
) -> Pair:
    # The evidence is a sum of log odds.
    chance = 1 / (1 + exp(-score))
    return Pair(
        a=a,
        b=b,
        likely="same" if chance >= 0.5 else "different",
        score=round(chance, 2),
        reasons=reasons,
        examples_a=_examples(database, a),
        examples_b=_examples(database, b),
    )


def _people(database: Database, ids: set[str]) -> dict[str, SpeakerRow]:
    return {
        row.speaker_id: row
        for chunk in in_chunks(sorted(ids))
        for row in speaker_rows(
            database, f"s.speaker_id IN ({marks(chunk)}) AND s.quotes > 0", chunk
        )
    }


def _decided(database: Database) -> set[frozenset[str]]:
    """Pairs of speakers that somebody decided about, by the identifiers they have now."""
    head: dict[str, str] = dict(
        database.pairs(
            "SELECT s.speaker_id, h.speaker_id FROM speakers s "
            "JOIN speakers h ON h.id = s.merged_into"
        )
    )
    return {
        frozenset((str(head.get(a, a)), str(head.get(b, b))))
        for a, b in database.pairs(
            "SELECT a, b FROM decisions WHERE undone IS NULL "
            "AND decision IN ('same', 'different', 'unsure')"
        )
    }


def _examples(database: Database, speaker: SpeakerRow) -> list[Row]:
    numbers = database.all(
        "SELECT k.quotation FROM spoken k JOIN speakers s ON s.id = k.speaker "
        "WHERE s.speaker_id = ? ORDER BY k.published DESC, k.stated DESC, k.quotation DESC LIMIT ?",
        (speaker.speaker_id, _EXAMPLES),
    )
    return fetch(database, [number for (number,) in numbers])
