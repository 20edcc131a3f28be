"""From a search to the statement that finds it without reading more than it must.

SQLite's own planner has no idea how many quotations a word or a speaker has, so the order of work
is laid down here, with ``CROSS JOIN``, a unary ``+`` and ``INDEXED BY``:

- words alone: the full-text index first, then the narrow index ``quotations_facts``;
- words that very many have: all that have them as a list, against the index by date;
- a speaker: that speaker's part of ``spoken``, which is in order of date already;
- words and a speaker: all that has the words as a list, made once, against that speaker's part;
- neither: the index by date.

PostgreSQL ignores or does without these hints.
"""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from quotes.errors import UsageError
from quotes.index import names, totals
from quotes.index.database import Database, Matching, marks
from quotes.index.types import Search, Sort
from quotes.index.words import parse

_SPOKEN = frozenset(
    {"published", "stated", "outlet", "quote_type", "cue_class", "speaker_kind", "confidence"}
    | {"article"}
)
_FACTS = frozenset(
    {"id", "published", "stated", "outlet", "quote_type", "cue_class", "speaker_kind"}
    | {"source_affiliation", "confidence"}
)


class Condition(NamedTuple):
    """A condition on one column: ``{}`` in it stands for the column."""

    column: str
    text: str
    values: tuple[Any, ...]


class Plan(NamedTuple):
    """How to find a search's quotations.

    Attributes:
        sources: What stands after FROM.
        where: What stands after WHERE; never empty.
        values: The values of both.
        id: The quotation's number.
        spoken: Whether ``k``, the one speaker's part of ``spoken``, is there.
        facts: Whether ``q`` is read from its narrow index only.
        matching: How words are found, where there are any and their rank is at hand.
    """

    sources: str
    where: str
    values: tuple[Any, ...]
    id: str
    spoken: bool
    wide: bool
    matching: Matching | None

    def column(self, name: str) -> str:
        """How a column is written in this plan; see `make` for ``columns``."""
        return f"k.{name}" if self.spoken and name in _SPOKEN else f"q.{name}"

    def order(self, sort: Sort | Literal["newest"]) -> tuple[str, tuple[Any, ...]]:
        """What stands after ORDER BY, and its values; ``newest`` is what costs least."""
        published, number = self.column("published"), self.id
        date = f"{published} DESC NULLS LAST, {self.column('stated')} DESC, {number} DESC"
        if sort == "newest":
            return (self.matching.newest if self.matching else date), ()
        if sort == "oldest":
            unknown = f"coalesce({published}, '') = ''"
            return f"{unknown}, {published}, {self.column('stated')} DESC, {number}", ()
        if sort == "confidence":
            return f"{self.column('confidence')} DESC, {date}", ()
        if sort == "relevance" and self.matching is not None:
            return f"{self.matching.rank}, {date}", self.matching.rank_values
        return date, ()


def make(
    database: Database,
    search: Search,
    *,
    columns: Sequence[str] = (),
    ranked: bool = False,
    many: bool = False,
) -> Plan:
    """Lay down how to find a search's quotations.

    Args:
        database: The index.
        search: What to look for.
        columns: The columns of ``quotations`` that will be read.
        ranked: Whether the rank of the words will be sorted by.
        many: Whether so much is known to be found that the newest of it are soon met on the way
            through the index by date.

    Raises:
        NoSpeakerError, UsageError: See `Index.search`.
    """
    words = parse(search.words)
    matching = database.matching(words) if words else None
    speakers = names.resolve(database, search.speaker, any_speaker=search.any_speaker)
    conditions = _conditions(database, search)
    needed = {condition.column for condition in conditions} | set(columns)
    if speakers is not None and len(speakers) == 1:
        return _of_speaker(database, speakers[0], matching, conditions, needed, ranked=ranked)
    several: list[Condition] = []
    if speakers is not None:
        spoken = f"{{}} IN (SELECT quotation FROM spoken WHERE speaker IN ({marks(speakers)}))"
        several.append(Condition("id", spoken, tuple(speakers)))
    if matching is not None and (speakers is not None or many) and not ranked:
        # Two lists; the shorter one is not known, either does.
        several.append(Condition("id", f"+{{}} IN ({matching.ids})", matching.values))
        matching = None
    if matching is not None:
        hint = database.facts if needed <= _FACTS else ""
        return _plan(
            f"{matching.table}{hint}", matching.where, matching.values, "q.id",
            [*several, *conditions], spoken=False, wide=True, matching=matching,
        )  # fmt: skip
    hint = database.facts if speakers is not None and needed <= _FACTS else ""
    return _plan(
        f"quotations q{hint}", "", (), "q.id", [*several, *conditions],
        spoken=False, wide=True, matching=None,
    )  # fmt: skip


def _of_speaker(
    database: Database,
    speaker: int,
    matching: Matching | None,
    conditions: list[Condition],
    needed: set[str],
    *,
    ranked: bool,
) -> Plan:
    wide = not needed <= _SPOKEN | {"id"}
    hint = database.facts if needed - _SPOKEN <= _FACTS else ""
    if matching is not None and ranked:
        return _plan(
            f"{matching.table}{hint} CROSS JOIN spoken k",
            f"{matching.where} AND k.quotation = q.id AND k.speaker = ?",
            (*matching.values, speaker), "k.quotation", conditions,
            spoken=True, wide=True, matching=matching,
        )  # fmt: skip
    where = "k.speaker = ?"
    values: tuple[Any, ...] = (speaker,)
    if matching is not None:
        where += f" AND +k.quotation IN ({matching.ids})"
        values += matching.values
    sources = "spoken k"
    if wide:
        sources += f" CROSS JOIN quotations q{hint}"
        where += " AND q.id = k.quotation"
    return _plan(
        sources, where, values, "k.quotation", conditions,
        spoken=True, wide=wide, matching=None,
    )  # fmt: skip


def _plan(
    sources: str,
    where: str,
    values: tuple[Any, ...],
    number: str,
    conditions: Sequence[Condition],
    *,
    spoken: bool,
    wide: bool,
    matching: Matching | None,
) -> Plan:
    plan = Plan(sources, where or "1 = 1", values, number, spoken, wide, matching)
    texts, more = [plan.where], list(values)
    for condition in conditions:
        column = number if condition.column == "id" else plan.column(condition.column)
        texts.append(condition.text.format(column))
        more += condition.values
    return plan._replace(where=" AND ".join(texts), values=tuple(more))


def _conditions(database: Database, search: Search) -> list[Condition]:
    found = [
        Condition(column, f"{{}} IN ({marks(values)})", tuple(values))
        for column, values in (
            ("quote_type", search.quote_type),
            ("cue_class", search.cue_class),
            ("speaker_kind", search.speaker_kind),
        )
        if values
    ]
    for what, column, wanted in (
        ("outlet", "outlet", search.outlet),
        ("affiliation", "source_affiliation", (search.affiliation,) if search.affiliation else ()),
        ("reason", "anonymity", (search.reason,) if search.reason else ()),
    ):
        if wanted:
            values = totals.spellings(database, what, wanted)
            found.append(Condition(column, f"{{}} IN ({marks(values)})", tuple(values)))
    if search.affiliation and not search.speaker_kind:
        found.append(Condition("speaker_kind", "{} = ?", ("anonymous",)))
    if search.since:
        found.append(Condition("published", "{} >= ?", (search.since.isoformat(),)))
    if search.until:
        found.append(Condition("published", "{} <= ?", (search.until.isoformat(),)))
        found.append(Condition("published", "{} > ''", ()))
    if search.since and search.until and search.since > search.until:
        raise UsageError(f"since {search.since} comes after until {search.until}: swap them")
    if search.min_confidence:
        found.append(Condition("confidence", "{} >= ?", (search.min_confidence,)))
    if search.family:
        found.append(Condition("family_id", "{} = ?", (search.family,)))
    if search.article is not None:
        row = database.one("SELECT id FROM articles WHERE article_id = ?", (search.article,))
        found.append(Condition("article", "{} = ?", (row[0] if row else 0,)))
    return found
