"""The shapes that every stage shares. Words as in the PARC and PolNeAR annotation guidelines."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

QuoteType = Literal["direct", "mixed", "indirect"]
CueClass = Literal["statement", "belief", "intention", "attitude", "decision", "evidence"]
SpeakerKind = Literal["person", "anonymous", "organization", "group", "document", "unknown"]
ResolvedBy = Literal["name", "pronoun", "description", "continuation", "none"]

QUOTE_TYPES: tuple[QuoteType, ...] = get_args(QuoteType)
CUE_CLASSES: tuple[CueClass, ...] = get_args(CueClass)
SPEAKER_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)
RESOLVED_BY: tuple[ResolvedBy, ...] = get_args(ResolvedBy)


class Span(NamedTuple):
    """A stretch of an article's text: characters ``start`` up to, not including, ``end``."""

    start: int
    end: int


class Skipped(NamedTuple):
    """A stretch of an article's text that is page furniture, not the article's own words."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as read. All offsets anywhere in this package count from ``text[0]``.

    Attributes:
        article_id: The input's own id, else its path, else a hash of its text.
        text: The text as read; nothing in it is rewritten.
        title, outlet, author, url, published: As the input gives them.
        skipped: Page furniture in ``text``, in order and disjoint.
        notes: What had to be done to read it ("decoded as Windows-1252").
    """

    article_id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    published: date | None = None
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be read or processed, or was read only in part.

    Attributes:
        input: The file (or ``-``) it came from, with ``:LINE`` where there is one.
        article_id: The article, where one was known.
        code: A short fixed word, such as ``binary``, ``empty``, ``duplicate-id``.
        message: One line for people.
        lost: Whether an article was lost; else this is a remark on one that was kept.
    """

    input: str
    article_id: str | None = None
    code: str
    message: str
    lost: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a source is, within its article.

    Attributes:
        key: Equal for equal speakers within one article, e.g. ``"sergei lavrov"``.
        name: A person's fullest name in the article, an organisation's name, or an anonymous
            source's description, as written.
        kind: One of the speaker kinds.
        role: Title or affiliation as the article words it.
        anonymity: Why no name is given, in the article's words.
        affiliation: The body or person an anonymous source belongs to, as written.
        rank: An anonymous source's words of rank, as written.
        number: How many an anonymous source is: digits, ``2+`` for a plural of no number, or
            the article's own word (``several``).
    """

    key: str
    name: str
    kind: SpeakerKind
    role: str | None = None
    anonymity: str | None = None
    affiliation: str | None = None
    rank: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One act of reporting: a content, its cue, its source, and who that source is.

    Attributes:
        content, cue, source: Spans in the article's text, in order, disjoint; ``content`` is
            never empty, the others may be.
        quote_type: ``direct``, ``mixed`` or ``indirect``.
        cue_class: What the cue reports; None without a cue.
        confidence: The chance, 0 to 1, that content and source are right.
        context: The paragraphs that hold the attribution.
        speakers: Several people who speak jointly, one, or none where unknown.
        resolved_by: How the source became the speaker.
        unresolved: Why there is no speaker, where there is none.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    quote_type: QuoteType
    cue_class: CueClass | None = None
    confidence: float
    context: Span
    speakers: tuple[Speaker, ...] = ()
    resolved_by: ResolvedBy = "none"
    unresolved: str | None = None
