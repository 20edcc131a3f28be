"""What the index takes and gives: searches, pages of rows, people, counts, decisions."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from quotes.types import CueClass, QuoteType, SpeakerKind

Row = dict[str, Any]
"""A row of the quote table: its columns by name, spans as lists of ``{"start": …, "end": …}``,
``published`` a `date`. ``speaker_id`` and ``speaker`` are those of the identity across articles."""

Sort = Literal["date", "oldest", "relevance", "confidence"]
CountBy = Literal[
    "speaker", "outlet", "year", "month", "type", "cue", "kind", "affiliation", "reason"
]
DecisionKind = Literal["same", "different", "unsure", "name", "wrong"]

SORTS: tuple[Sort, ...] = get_args(Sort)
COUNT_BY: tuple[CountBy, ...] = get_args(CountBy)
DECISIONS: tuple[DecisionKind, ...] = get_args(DecisionKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What to look for; everything given must hold. `quotes.index.params` makes URLs of it.

    Attributes:
        words: Words that all must stand in the quotation, ``"exact phrases"``, ``prefix*``,
            ``-word`` for one that must not, ``OR`` between alternatives. Any text is allowed.
        speaker: Names (any alias) or identifiers; with several, any of them.
        any_speaker: Where a name fits several speakers, take all of them instead of asking.
        quote_type, cue_class, speaker_kind: Any of these; empty is all.
        affiliation: Of anonymous sources: the body they belong to, such as ``NATO``.
        reason: Of anonymous sources: why there is no name, in the article's words.
        outlet: Any of these outlets, as written, case ignored.
        since, until: First and last day of publication.
        family: A quote family's identifier.
        article: An article's identifier.
        min_confidence: Leave out what is less certain.
        sort: ``date`` is newest first and, within a day, statements first.
        page, size: Which page of how many rows; pages count from 1.
    """

    words: str = ""
    speaker: tuple[str, ...] = ()
    any_speaker: bool = False
    quote_type: tuple[QuoteType, ...] = ()
    cue_class: tuple[CueClass, ...] = ()
    speaker_kind: tuple[SpeakerKind, ...] = ()
    affiliation: str | None = None
    reason: str | None = None
    outlet: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    family: str | None = None
    article: str | None = None
    min_confidence: float = 0.0
    sort: Sort = "date"
    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a search's rows.

    Attributes:
        rows: The rows.
        total: How many rows there are on all pages; counting stops at ``COUNTED`` (10,000).
        complete: Whether ``total`` is the whole number.
        page, size: Which page of how many rows.
    """

    rows: list[Row]
    total: int
    complete: bool
    page: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are, as far as was counted."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many quotations share a value.

    Attributes:
        value: What to give to a `Search` for these: a speaker's id, an outlet, ``2024-05``.
        label: For people: the speaker's name; else the value.
        quotes: How many.
    """

    value: str
    label: str
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """A search's rows counted by several things at once.

    Attributes:
        counts: For each thing, its values, most frequent first (months and years in order).
        counted: How many rows were counted.
        complete: Whether these are all; else the newest in the index.
    """

    counts: dict[CountBy, list[Count]]
    counted: int
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A speaker in a list. ``role`` is the one met most often."""

    speaker_id: str
    speaker: str
    speaker_kind: SpeakerKind
    role: str | None
    quotes: int
    articles: int
    outlets: int
    first_seen: date | None
    last_seen: date | None
    authority_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided. Applied on every run; never overridden by a score.

    Attributes:
        number: Counts from 1; None for one that isn't written yet.
        decision: ``same`` and ``different`` of two speakers; ``unsure``: somebody looked and could
            not tell; ``name`` for one, ``wrong`` of a quotation.
        a: A speaker's identifier, or ``ID@ARTICLE`` for that speaker in one article; or the
            quotation's identifier.
        b: The other speaker; the name; or None.
        who, made, why: By whom, when (ISO 8601), for what reason.
        undone: When it was taken back; None while it holds.
        where: ``FILE:LINE``, where it was read from a file just now; an error names it.
    """

    decision: DecisionKind
    a: str
    b: str | None = None
    who: str = ""
    made: str = ""
    why: str = ""
    number: int | None = None
    undone: str | None = None
    where: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two speakers that may be one, for a person to judge.

    Attributes:
        a, b: The speakers, the more quoted one first.
        likely: What the evidence says.
        score: How strongly, 0 to 1.
        reasons: The evidence, a line each.
        examples_a, examples_b: A few quotations of each.
    """

    a: SpeakerRow
    b: SpeakerRow
    likely: Literal["same", "different"]
    score: float
    reasons: list[str]
    examples_a: list[Row]
    examples_b: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A saved search.

    Attributes:
        name: Its name.
        search: What it looks for.
        saved, checked: When it was saved, and last asked what is new (ISO 8601).
    """

    name: str
    search: Search
    saved: str
    checked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """What is in an index. ``last_run`` is when anything was last written (ISO 8601)."""

    articles: int
    quotations: int
    speakers: int
    outlets: int
    first_published: date | None
    last_published: date | None
    last_run: str | None
