"""Pairs of speakers that a person should judge, with the evidence."""

from quotes.index.database import Database
from quotes.index.rows import fetch, speaker_rows
from quotes.index.text import fold
from quotes.index.types import Pair, Row, SpeakerRow

_LOOKED_AT = 300
"""So many of the most quoted people are compared with those who share a surname."""

_NAMESAKES = 30
_EXAMPLES = 3


def pairs(database: Database, *, limit: int, offset: int) -> list[Pair]:
    """Pairs to judge. See `Index.review`."""
    decided = _decided(database)
    found: dict[frozenset[str], tuple[float, SpeakerRow, SpeakerRow, list[str]]] = {}
    people = speaker_rows(
        database,
        "s.speaker_kind = 'person' AND s.quotes > 0",
        (),
        order=f"s.quotes DESC, s.id DESC LIMIT {_LOOKED_AT}",
    )
    for person in people:
        for other in _namesakes(database, person):
            key = frozenset((person.speaker_id, other.speaker_id))
            if len(key) < 2 or key in found or key in decided:
                continue
            score, reasons = _evidence(person, other)
            if reasons:
                found[key] = (score, person, other, reasons)
    ordered = sorted(
        found.values(), key=lambda p: (-p[0], -p[1].quotes - p[2].quotes, p[1].speaker_id)
    )
    return [_pair(database, *judged) for judged in ordered[offset : offset + limit]]


def _pair(
    database: Database, score: float, a: SpeakerRow, b: SpeakerRow, reasons: list[str]
) -> Pair:
    return Pair(
        a=a,
        b=b,
        likely="same" if score >= 0.5 else "different",
        score=round(score, 2),
        reasons=reasons,
        examples_a=_examples(database, a),
        examples_b=_examples(database, b),
    )


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
            "SELECT a, b FROM decisions WHERE undone IS NULL AND decision IN ('same', 'different')"
        )
    }


def _namesakes(database: Database, person: SpeakerRow) -> list[SpeakerRow]:
    words = fold(person.speaker).split()
    if not words:
        return []
    return speaker_rows(
        database,
        "s.speaker_kind = 'person' AND s.quotes > 0 AND s.id IN ("
        "SELECT a.speaker FROM alias_words w JOIN aliases a ON a.id = w.alias WHERE w.word = ?)",
        (words[-1],),
        order=f"s.quotes DESC, s.id LIMIT {_NAMESAKES}",
    )


def _evidence(a: SpeakerRow, b: SpeakerRow) -> tuple[float, list[str]]:
    """How likely two people of one surname are the same, and why; no reasons: not worth asking."""
    from rapidfuzz import fuzz

    one, other = fold(a.speaker).split(), fold(b.speaker).split()
    if one[-1] != other[-1]:
        return 0.0, []
    given, others = one[:-1], other[:-1]
    if not given or not others:
        score, reasons = 0.4, [f"one is known only as {(a if not given else b).speaker}"]
    elif given[0] == others[0]:
        score, reasons = 0.7, ["the same first and last names"]
    elif given[0][0] == others[0][0] and 1 in (len(given[0]), len(others[0])):
        score, reasons = 0.6, ["an initial that fits the first name"]
    elif fuzz.ratio(given[0], others[0]) >= 75:
        score, reasons = 0.5, [f"first names spelt alike: {given[0]}, {others[0]}"]
    else:
        return 0.0, []
    roles = [{word for word in fold(s.role or "").split() if len(word) > 3} for s in (a, b)]
    if roles[0] & roles[1]:
        score += 0.2
        reasons.append(f"both are called {' '.join(sorted(roles[0] & roles[1]))}")
    elif all(roles):
        score -= 0.2
        reasons.append(f"roles without a word in common: {a.role}; {b.role}")
    if _overlap(a, b):
        score += 0.1
        reasons.append("quoted in the same months")
    return score, reasons


def _overlap(a: SpeakerRow, b: SpeakerRow) -> bool:
    if a.first_seen is None or a.last_seen is None or b.first_seen is None or b.last_seen is None:
        return False
    return a.first_seen <= b.last_seen and b.first_seen <= a.last_seen


def _examples(database: Database, speaker: SpeakerRow) -> list[Row]:
    numbers = database.all(
        "SELECT k.quotation FROM spoken k JOIN speakers s ON s.id = k.speaker "
        "WHERE s.speaker_id = ? ORDER BY k.published DESC, k.stated DESC, k.quotation DESC LIMIT ?",
        (speaker.speaker_id, _EXAMPLES),
    )
    return fetch(database, [number for (number,) in numbers])
