"""Who a name means: any alias, whatever its case and accents; and what it may be a slip for."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.errors import UsageError
from quotes.index.database import Database, in_chunks, marks
from quotes.index.errors import NoSpeakerError
from quotes.index.pages import NameMatch, Suggestion
from quotes.index.rows import speaker_rows
from quotes.index.tally import NAMED
from quotes.index.text import fold
from quotes.index.types import SpeakerRow

MAX_CANDIDATES = 200

_LIKE = 300
_CLOSE = 78.0


def match_name(database: Database, name: str, *, similar: bool = True) -> NameMatch:
    """Who a name may mean. See `Index.match_name`."""
    number = by_id(database, name)
    if number is not None:
        return _match(name, speaker_rows(database, "s.id = ?", (number,)))
    folded = fold(name)
    exact = _with_alias(database, folded)
    # One word of a person is rarely the whole name; of anybody else it is.
    if exact and (len(folded.split()) > 1 or all(s.speaker_kind != "person" for s in exact)):
        return _match(name, exact, others=_others(_with_words(database, folded), exact))
    every = {s.speaker_id: s for s in [*exact, *_with_words(database, folded)]}
    found = sorted(every.values(), key=lambda s: (-s.quotes, s.speaker_id))
    if not found:
        alike = _similar(database, folded) if similar else []
        return NameMatch(name=name, speakers=[], others=[], similar=alike)
    # A surname alone joins nobody across articles. Where one fuller name goes with it, or one of a
    # person, that is who is asked for, and the others ("the Lee campaign") are told beside.
    full = [s for s in found if s.speaker_kind != "person" or len(fold(s.speaker).split()) > 1]
    for likely in (full, [s for s in full if s.speaker_kind == "person"]):
        if len(likely) == 1 and len(found) > 1:
            return _match(name, likely, others=_others(found, likely))
    return _match(name, found)


def resolve(
    database: Database, wanted: Sequence[str], *, any_speaker: bool = False
) -> list[int] | None:
    """The numbers of the speakers a search asks for; None where it asks for nobody.

    Args:
        database: The index.
        wanted: Names and identifiers.
        any_speaker: Take all whom a name fits.

    Raises:
        NoSpeakerError, UsageError: See `Index.search`.
    """
    if not wanted:
        return None
    ids: list[str] = []
    for name in wanted:
        match = match_name(database, name)
        if not match.speakers:
            raise nobody(match)
        if len(match.speakers) > 1 and not any_speaker:
            raise UsageError(several(match))
        ids += [s.speaker_id for s in match.speakers]
        if any_speaker:
            ids += [s.speaker_id for s in match.others]
    found: list[int] = []
    for chunk in in_chunks(list(dict.fromkeys(ids))):
        rows = database.all(
            f"SELECT id FROM speakers WHERE speaker_id IN ({marks(chunk)}) ORDER BY id", chunk
        )
        found += [number for (number,) in rows]
    return found


def nobody(match: NameMatch) -> NoSpeakerError:
    """The error for a name that nobody has.

    Args:
        match: Without speakers.
    """
    similar = tuple(s.speaker for s in match.similar)
    hint = f": did you mean {', '.join(similar)}?" if similar else ": try a part of the name"
    return NoSpeakerError(
        f"no speaker called {match.name!r}{hint}", name=match.name, similar=similar
    )


def several(match: NameMatch) -> str:
    """One line on a name that several speakers have.

    Args:
        match: With several speakers.
    """
    shown = "; ".join(
        f"{s.speaker}{f', {s.role}' if s.role else ''} ({s.quotes:,}) {s.speaker_id}"
        for s in match.speakers[:5]
    )
    more = len(match.speakers) - 5
    return (
        f"{len(match.speakers)} speakers are called {match.name!r}: {shown}"
        f"{f'; and {more} more' if more > 0 else ''}. Give a fuller name or an identifier, or ask "
        "for any of them"
    )


def by_id(database: Database, speaker_id: str) -> int | None:
    """The number of the speaker that an identifier leads to now.

    Args:
        database: The index.
        speaker_id: The identifier, also one that was merged into another.
    """
    row = database.one(
        "SELECT coalesce(merged_into, id) FROM speakers WHERE speaker_id = ?", (speaker_id,)
    )
    return row[0] if row else None


def suggest(database: Database, prefix: str, *, limit: int = 8) -> list[Suggestion]:
    """Speakers with a word that begins so. See `Index.suggest`."""
    words = fold(prefix).split()
    if not words:
        return []
    found = _with_words(database, " ".join(words), prefix=True, limit=limit)
    return [
        Suggestion(
            speaker_id=s.speaker_id,
            speaker=s.speaker,
            speaker_kind=s.speaker_kind,
            role=s.role,
            quotes=s.quotes,
        )
        for s in found
    ]


def _match(
    name: str, speakers: list[SpeakerRow], *, others: Sequence[SpeakerRow] = ()
) -> NameMatch:
    return NameMatch(name=name, speakers=speakers, others=list(others), similar=[])


def _others(found: Sequence[SpeakerRow], chosen: Sequence[SpeakerRow]) -> list[SpeakerRow]:
    ids = {s.speaker_id for s in chosen}
    return [s for s in found if s.speaker_id not in ids]


def _with_alias(database: Database, folded: str) -> list[SpeakerRow]:
    return speaker_rows(
        database,
        "s.id IN (SELECT speaker FROM aliases WHERE folded = ?) AND s.quotes > 0 "
        f"AND s.speaker_kind IN ({marks(NAMED)})",
        (folded, *NAMED),
        order=f"s.quotes DESC, s.id LIMIT {MAX_CANDIDATES}",
    )


def _with_words(
    database: Database, folded: str, *, prefix: bool = False, limit: int = MAX_CANDIDATES
) -> list[SpeakerRow]:
    """Speakers with an alias that has all these words, in whatever order."""
    words = sorted(set(folded.split()[:-1])), folded.split()[-1:]
    if not words[1]:
        return []
    last = words[1][0]
    conditions, values = ["w0.word = ?"], [last]
    if prefix:
        conditions, values = ["w0.word >= ? AND w0.word < ?"], [last, f"{last}\U0010ffff"]
    tables = "alias_words w0"
    for number, word in enumerate(words[0][:8], 1):
        tables += f" JOIN alias_words w{number} ON w{number}.alias = w0.alias"
        conditions.append(f"w{number}.word = ?")
        values.append(word)
    return speaker_rows(
        database,
        f"s.quotes > 0 AND s.id IN (SELECT a.speaker FROM {tables} "
        f"JOIN aliases a ON a.id = w0.alias WHERE {' AND '.join(conditions)})",
        values,
        order=f"s.quotes DESC, s.id LIMIT {int(limit)}",
    )


def _similar(database: Database, folded: str) -> list[SpeakerRow]:
    """“Did you mean”: aliases that share pieces with a name, by how few slips lie between."""
    from rapidfuzz import fuzz

    scores: dict[int, float] = {}
    for _, speaker, alias in database.alike(folded, limit=_LIKE):
        words = alias.split()
        # Who types one word means a surname, or a first name.
        parts = [alias] if len(folded.split()) > 1 else [alias, *words]
        score = max(fuzz.ratio(folded, part) for part in parts)
        if score >= _CLOSE:
            scores[speaker] = max(score, scores.get(speaker, 0.0))
    if not scores:
        return []
    numbers = sorted(scores, key=lambda n: (-scores[n], n))[:20]
    rows = database.all(
        f"SELECT id, speaker_id FROM speakers WHERE id IN ({marks(numbers)}) AND quotes > 0",
        numbers,
    )
    score_of = {speaker_id: scores[number] for number, speaker_id in rows}
    found = speaker_rows(database, f"s.id IN ({marks(numbers)}) AND s.quotes > 0", numbers)
    by_name: dict[str, SpeakerRow] = {}
    for speaker in sorted(found, key=lambda s: (-round(score_of[s.speaker_id]), -s.quotes)):
        by_name.setdefault(fold(speaker.speaker), replace(speaker))
    return list(by_name.values())[:5]
