"""Searching: pages of rows, all rows, and counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from quotes.errors import UsageError
from quotes.index import plan, totals
from quotes.index.database import Database, in_chunks
from quotes.index.rows import fetch
from quotes.index.types import COUNT_BY, Count, CountBy, Facets, Page, Row, Search
from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

COUNTED = 10_000
"""A page's total is counted up to here."""

FACETED = 10_000
"""A page's margin counts at most so many rows."""

FACETED_WIDE = 2_000
"""Likewise of what no narrow index has, so that each row must be read whole."""

_COLUMNS: dict[CountBy, str] = {
    "outlet": "outlet",
    "year": "published",
    "month": "published",
    "type": "quote_type",
    "cue": "cue_class",
    "kind": "speaker_kind",
    "affiliation": "source_affiliation",
    "reason": "anonymity",
}
_LENGTH: dict[CountBy, int] = {"year": 4, "month": 7}
_ORDER: dict[CountBy, Sequence[str]] = {
    "type": QUOTE_TYPES,
    "cue": CUE_CLASSES,
    "kind": SPEAKER_KINDS,
}
_NARROW = frozenset(_COLUMNS) - {"reason"}
_ALL = Search()
_UNNAMED = Search(speaker_kind=("anonymous",))


def search(database: Database, asked: Search, *, total: int | None = None) -> Page:
    """One page of rows. See `Index.search`."""
    if asked.page < 1 or asked.size < 1:
        raise UsageError("page and size count from 1")
    if total is None:
        total = _total(database, asked)
    place = (asked.size, (asked.page - 1) * asked.size)
    numbers = _numbers(database, asked, "LIMIT ? OFFSET ?", place, many=total > COUNTED)
    found = fetch(database, numbers)
    # A total that was known before may be behind the rows.
    total = max(total, place[1] + len(found)) if found else total
    return Page(
        rows=found,
        total=min(total, COUNTED),
        complete=total <= COUNTED,
        page=asked.page,
        size=asked.size,
    )


def rows(database: Database, asked: Search) -> Iterator[Row]:
    """All rows. See `Index.rows`."""
    for chunk in in_chunks(_numbers(database, asked, "", ())):
        yield from fetch(database, chunk)


def counts(
    database: Database, asked: Search, by: CountBy, *, limit: int | None = None
) -> list[Count]:
    """Count all by something. See `Index.counts`."""
    if by not in COUNT_BY:
        raise UsageError(f"can't count by {by!r}: use one of {', '.join(COUNT_BY)}")
    if by == "speaker":
        return _by_speaker(database, asked, limit)
    if (kept := _kept(asked, [by])) is not None:
        return _listed(by, dict(totals.of(database, kept + by)), limit)
    column = _COLUMNS[by]
    how = plan.make(database, asked, columns=[column])
    value = how.column(column)
    if by in _LENGTH:
        value = f"substr({value}, 1, {_LENGTH[by]})"
    # As an expression: SQLite would take the index that has the values in order and read every
    # wide row of it, rather than the index that has all that is needed.
    value = f"coalesce({value}, '')"
    found = database.all(
        f"SELECT {value}, count(*) FROM {how.sources} WHERE {how.where} GROUP BY 1", how.values
    )
    return _listed(by, {value: number for value, number in found if value}, limit)


def facets(database: Database, asked: Search, by: Sequence[CountBy]) -> Facets:
    """Count by several things in one pass. See `Index.facets`."""
    for one in by:
        if one not in _COLUMNS:
            raise UsageError(f"can't count by {one!r} here: use one of {', '.join(_COLUMNS)}")
    if (kept := _kept(asked, by)) is not None:
        whole = totals.of(database, "type" if not kept else "kind")
        return Facets(
            counts={one: _listed(one, dict(totals.of(database, kept + one)), None) for one in by},
            counted=sum(quotes for kind, quotes in whole if not kept or kind == "anonymous"),
            complete=True,
        )
    columns = list(dict.fromkeys(_COLUMNS[one] for one in by))
    how = plan.make(database, asked, columns=columns)
    selected = ", ".join(how.column(name) for name in columns)
    order, _ = how.order("newest")
    most = FACETED if _NARROW.issuperset(by) else FACETED_WIDE
    found = database.all(
        f"SELECT {selected} FROM {how.sources} WHERE {how.where} ORDER BY {order} LIMIT ?",
        (*how.values, most + 1),
    )
    values = dict(zip(columns, zip(*found[:most], strict=True), strict=True)) if found else {}
    return Facets(
        counts={one: _listed(one, _cut(one, values.get(_COLUMNS[one], ())), None) for one in by},
        counted=min(len(found), most),
        complete=len(found) <= most,
    )


def numbers_since(database: Database, asked: Search, seen: int) -> list[int]:
    """The numbers of what a search finds that came into the index after something.

    Args:
        database: The index.
        asked: What to look for.
        seen: The number of the last quotation that doesn't count.
    """
    return [number for number in _numbers(database, asked, "", ()) if number > seen]


def _numbers(
    database: Database, asked: Search, tail: str, more: tuple[Any, ...], *, many: bool = False
) -> list[int]:
    ranked = asked.sort == "relevance"
    many = many and asked.sort == "date"
    columns = ["confidence"] if asked.sort == "confidence" else []
    how = plan.make(
        database, asked, columns=["published", "stated", *columns], ranked=ranked, many=many
    )
    order, values = how.order(asked.sort)
    found = database.all(
        f"SELECT {how.id} FROM {how.sources} WHERE {how.where} ORDER BY {order} {tail}",
        (*how.values, *values, *more),
    )
    return list(dict.fromkeys(number for (number,) in found))


def _total(database: Database, asked: Search) -> int:
    how = plan.make(database, asked)
    found = database.one(
        f"SELECT count(*) FROM (SELECT 1 FROM {how.sources} WHERE {how.where} LIMIT ?) AS counted",
        (*how.values, COUNTED + 1),
    )
    return int(found[0]) if found else 0


def _by_speaker(database: Database, asked: Search, limit: int | None) -> list[Count]:
    tail = " LIMIT ?" if limit is not None else ""
    more = (limit,) if limit is not None else ()
    if _unfiltered(asked):
        found = database.all(
            "SELECT speaker_id, speaker, quotes FROM speakers WHERE quotes > 0 "
            f"ORDER BY quotes DESC, id{tail}",
            more,
        )
    else:
        how = plan.make(database, asked)
        found = database.all(
            "SELECT s.speaker_id, s.speaker, c.quotes FROM ("
            "SELECT v.speaker AS number, count(*) AS quotes "
            f"FROM {how.sources} CROSS JOIN spoken v WHERE {how.where} AND v.quotation = {how.id} "
            "GROUP BY 1) AS c JOIN speakers s ON s.id = c.number "
            f"ORDER BY c.quotes DESC, s.id{tail}",
            (*how.values, *more),
        )
    return [Count(value=value, label=label, quotes=number) for value, label, number in found]


def _unfiltered(asked: Search, like: Search = _ALL) -> bool:
    """Whether a search finds what another one does, in whatever order."""
    return all(
        getattr(asked, name) == getattr(like, name)
        for name in Search.__dataclass_fields__
        if name not in ("sort", "page", "size", "any_speaker")
    )


def _kept(asked: Search, by: Sequence[CountBy]) -> str | None:
    """Under which prefix the totals of a search are kept; None where they are not."""
    if _unfiltered(asked):
        return ""
    unnamed = set(totals.UNNAMED).issuperset(by) and _unfiltered(asked, _UNNAMED)
    return "unnamed " if unnamed else None


def _cut(by: CountBy, values: Sequence[str | None]) -> Counter[str]:
    length = _LENGTH.get(by)
    found = Counter(value for value in values if value)
    if length is None:
        return found
    short: Counter[str] = Counter()
    for value, number in found.items():
        short[value[:length]] += number
    return short


def _listed(by: CountBy, found: dict[str, int] | Counter[str], limit: int | None) -> list[Count]:
    if limit is not None:
        kept = sorted(found, key=lambda value: (-found[value], value))[:limit]
        found = {value: found[value] for value in kept}
    if by in _LENGTH:
        ordered = sorted(found)
    elif by in _ORDER:
        # As this package lists them: what was said comes before what was thought.
        ordered = [value for value in _ORDER[by] if value in found]
    else:
        ordered = sorted(found, key=lambda value: (-found[value], value))
    return [Count(value=value, label=value, quotes=found[value]) for value in ordered]
