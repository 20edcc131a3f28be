"""One speaker, and lists of them."""

from collections.abc import Sequence

from quotes.errors import UsageError
from quotes.index import authorities, names
from quotes.index.database import Database, marks
from quotes.index.errors import NoSpeakerError
from quotes.index.joined import joined
from quotes.index.pages import Period, SpeakerPage
from quotes.index.rows import day, speaker_rows
from quotes.index.types import Count, SpeakerRow
from quotes.types import SpeakerKind

_COMPANY = 200
"""So many of a speaker's newest articles tell who is quoted with them."""


def speaker(database: Database, name: str) -> SpeakerPage:
    """All about one speaker. See `Index.speaker`."""
    match = names.match_name(database, name)
    if not match.speakers:
        raise names.nobody(match)
    if len(match.speakers) > 1:
        raise UsageError(names.several(match))
    return page(database, match.speakers[0])


def page(database: Database, row: SpeakerRow) -> SpeakerPage:
    """All about a speaker known already.

    Args:
        database: The index.
        row: The speaker.
    """
    number = names.by_id(database, row.speaker_id)
    assert number is not None
    months = database.all(
        "SELECT substr(published, 1, 7), count(*) FROM spoken "
        "WHERE speaker = ? AND published > '' GROUP BY 1 ORDER BY 1",
        (number,),
    )
    # Two questions: with OR, SQLite reads all speakers.
    ids = [
        speaker_id
        for (speaker_id,) in (
            *database.all("SELECT speaker_id FROM speakers WHERE id = ?", (number,)),
            *database.all(
                "SELECT speaker_id FROM speakers WHERE merged_into = ? ORDER BY id", (number,)
            ),
        )
    ]
    frequent = "quotes DESC, {}"
    in_time = "CASE WHEN first_seen IS NULL THEN 1 ELSE 0 END, first_seen, quotes DESC, {}"
    return SpeakerPage(
        row=row,
        aliases=_periods(database, "aliases", "alias", number, frequent),
        roles=_periods(database, "roles", "role", number, in_time),
        outlets=_periods(database, "speaker_outlets", "outlet", number, frequent),
        months=[Count(value=month, label=month, quotes=quotes) for month, quotes in months],
        ids=ids,
        joined=joined(database, number),
        authority=authorities.entry(database, row.authority_id),
        candidates=[] if row.authority_id else authorities.candidates(database, ids),
    )


def speakers(
    database: Database, *, kinds: Sequence[SpeakerKind], limit: int, offset: int
) -> list[SpeakerRow]:
    """Speakers, the most quoted first. See `Index.speakers`."""
    found: list[SpeakerRow] = []
    # Kind by kind, each in the order of its index; together in that order too.
    for kind in dict.fromkeys(kinds):
        found += speaker_rows(
            database,
            "s.speaker_kind = ? AND s.quotes > 0",
            (kind,),
            order=f"s.quotes DESC, s.id DESC LIMIT {int(limit) + int(offset)}",
        )
    found.sort(key=lambda s: (-s.quotes, s.speaker_id))
    return found[offset : offset + limit]


def companions(database: Database, speaker_id: str, *, limit: int) -> list[Count]:
    """Who is quoted in the same articles. See `Index.companions`."""
    number = names.by_id(database, speaker_id)
    if number is None:
        raise NoSpeakerError(f"no speaker {speaker_id!r} in the index", name=speaker_id)
    rows = database.all(
        "SELECT article FROM spoken WHERE speaker = ? "
        "ORDER BY published DESC, stated DESC, quotation DESC LIMIT ?",
        (number, 4 * _COMPANY),
    )
    articles = list(dict.fromkeys(article for (article,) in rows))[:_COMPANY]
    if not articles:
        return []
    found = database.all(
        "SELECT s.speaker_id, s.speaker, c.articles FROM ("
        "SELECT v.speaker AS number, count(DISTINCT v.article) AS articles FROM spoken v "
        f"WHERE v.article IN ({marks(articles)}) AND v.speaker <> ? GROUP BY 1) AS c "
        "JOIN speakers s ON s.id = c.number "
        "WHERE s.speaker_kind IN ('person', 'organization') "
        "ORDER BY c.articles DESC, s.quotes DESC, s.id LIMIT ?",
        (*articles, number, limit),
    )
    return [Count(value=value, label=label, quotes=shared) for value, label, shared in found]


def _periods(database: Database, table: str, column: str, number: int, order: str) -> list[Period]:
    rows = database.all(
        f"SELECT {column}, quotes, first_seen, last_seen FROM {table} WHERE speaker = ? "
        f"ORDER BY {order.format(column)}",
        (number,),
    )
    return [
        Period(value=value, quotes=quotes, first_seen=day(first), last_seen=day(last))
        for value, quotes, first, last in rows
    ]
