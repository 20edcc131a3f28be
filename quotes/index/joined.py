"""Why identifiers lead to one speaker: the evidence of each link, or who decided so."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotes.index.database import Database, all_in, in_chunks, marks
from quotes.index.pages import Joined

DECIDED = "decided by {} on {}"


class Link(NamedTuple):
    """The strongest evidence that ties an identifier to another one of the same speaker."""

    score: float | None
    reasons: list[str]
    other: str


class Met(NamedTuple):
    """How an identifier was met: a name, in how many articles, and one quotation."""

    name: str
    articles: int
    example: str | None


_UNKNOWN = Link(None, [], "")


class JoinedName(NamedTuple):
    """What leads to a speaker under one name: many articles may call somebody by surname alone.

    Attributes:
        name: The name.
        joined: Its identifiers, the least sure link first.
        articles: In how many articles it stands so.
    """

    name: str
    joined: list[Joined]
    articles: int


def joined(database: Database, number: int) -> list[Joined]:
    """What leads to a speaker beside their own identifier, the most widespread first.

    Args:
        database: The index.
        number: The speaker's number.
    """
    # Two questions: with OR, SQLite reads all speakers.
    select = "SELECT speaker_id, id, speaker FROM speakers WHERE"
    ids: dict[str, tuple[int, str]] = {
        speaker_id: (one, name)
        for where in ("id", "merged_into")
        for speaker_id, one, name in database.all(f"{select} {where} = ?", (number,))
    }
    if len(ids) == 1:
        return []
    places = _places(database, number, [one for one, _ in ids.values()])
    # The name that a speaker goes by now may be another one's: each by that of an article.
    met = {
        speaker_id: places.get(one, Met(name, 0, None)) for speaker_id, (one, name) in ids.items()
    }
    links = {**_linked(database, ids), **_decided(database, ids)}
    found = []
    for speaker_id, (one, _) in ids.items():
        link = links.get(speaker_id, _UNKNOWN)
        if one != number:
            found.append(
                Joined(
                    speaker_id=speaker_id,
                    speaker=met[speaker_id].name,
                    articles=met[speaker_id].articles,
                    example=met[speaker_id].example,
                    beside=met[link.other].name if link.other else None,
                    score=link.score,
                    reasons=link.reasons,
                )
            )
    found.sort(key=lambda one: (-one.articles, one.speaker_id))
    return found


def by_name(found: Sequence[Joined]) -> list[JoinedName]:
    """The same by names, for people to read.

    Args:
        found: From `joined`.

    Returns:
        The name that stands in most articles first.
    """
    names: dict[str, list[Joined]] = {}
    for one in found:
        names.setdefault(one.speaker, []).append(one)
    listed = [
        JoinedName(name, sorted(its, key=_doubtful), sum(one.articles for one in its))
        for name, its in names.items()
    ]
    return sorted(listed, key=lambda one: (-one.articles, one.name))


def _doubtful(one: Joined) -> tuple[float, str]:
    # What people decided is not in doubt.
    return (float("inf") if one.score is None else one.score), one.speaker_id


def _linked(database: Database, names: Mapping[str, object]) -> dict[str, Link]:
    """The strongest link of each identifier to another of the same speaker."""
    best: dict[str, Link] = {}
    for a, b, score, reasons in all_in(
        database, "SELECT a, b, score, reasons FROM links WHERE a IN", names
    ):
        if b not in names:
            continue
        for one, other in ((a, b), (b, a)):
            before = best.get(one)
            if before is None or (before.score or 0.0) < score:
                best[one] = Link(score, json.loads(reasons), other)
    return best


def _decided(database: Database, names: Mapping[str, object]) -> dict[str, Link]:
    """What people decided; ``ID@ARTICLE`` stands for an identifier of its own."""
    found: dict[str, Link] = {}
    for a, b, who, made, why in database.all(
        "SELECT a, b, who, made, why FROM decisions "
        "WHERE decision = 'same' AND undone IS NULL ORDER BY id"
    ):
        one, other = _node(a), _node(b)
        if one in names and other in names:
            said = DECIDED.format(who or "somebody", made[:10])
            told = [f"{said}: {why}" if why else said]
            found[one] = Link(None, told, other)
            found[other] = Link(None, told, one)
    return found


def _node(side: str) -> str:
    if "@" not in side:
        return side
    from quotes.identify.speakers import cut_id

    return cut_id(side)


def _places(database: Database, number: int, found: Sequence[int]) -> dict[int, Met]:
    """Where identifiers are this speaker."""
    counted: dict[int, tuple[int, int]] = {
        one: (articles, newest)
        for chunk in in_chunks(found)
        for one, articles, newest in database.all(
            "SELECT found, count(DISTINCT article), max(quotation) FROM spoken "
            f"WHERE +speaker = ? AND found IN ({marks(chunk)}) GROUP BY found",
            (number, *chunk),
        )
    }
    return {
        one: Met(alias, counted[one][0], quote_id)
        for one, alias, quotation, quote_id in all_in(
            database,
            "SELECT k.found, k.alias, k.quotation, q.quote_id FROM spoken k "
            "JOIN quotations q ON q.id = k.quotation WHERE k.quotation IN",
            {newest for _, newest in counted.values()},
        )
        if one in counted and counted[one][1] == quotation
    }
