"""What the index tells of one thing: a speaker, a name, an article, a quotation, a family."""

from dataclasses import dataclass
from datetime import date

from quotes.index.types import Count, Decision, Row, SpeakerRow
from quotes.types import SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An alias, a role or an outlet of a speaker: how often, and when first and last."""

    value: str
    quotes: int
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Another identifier that leads to a speaker, and why it does.

    Attributes:
        speaker_id: It.
        speaker: The name under which it was found.
        articles: In how many articles it is this speaker.
        example: The newest quotation of it.
        beside: The name that the evidence ties it to.
        score: How strong the evidence is, a sum of log odds; None where people decided.
        reasons: The evidence, or who decided, a line each.
    """

    speaker_id: str
    speaker: str
    articles: int
    example: str | None
    beside: str | None
    score: float | None
    reasons: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEntry:
    """Somebody in an authority file; ``since``, ``until`` and ``born`` are years."""

    authority_id: str
    name: str | None
    role: str | None
    since: int | None
    until: int | None
    born: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerPage:
    """All that is known of one speaker, but the quotations.

    Attributes:
        row: As in a list.
        aliases: Most frequent first.
        roles: In order of time.
        outlets: Most frequent first.
        months: Counts by month, in order.
        ids: All identifiers that lead here, the speaker's own first.
        joined: The others of these, with why they lead here, the most widespread first.
        authority: Who this is in the authority file, where that is clear.
        candidates: Who this may be there, where it isn't.
    """

    row: SpeakerRow
    aliases: list[Period]
    roles: list[Period]
    outlets: list[Period]
    months: list[Count]
    ids: list[str]
    joined: list[Joined]
    authority: AuthorityEntry | None
    candidates: list[AuthorityEntry]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Who a name may mean.

    Attributes:
        name: As asked for.
        speakers: Those who have it, the most quoted first; one, where it is clear.
        others: Fuller or barer names beside the clear one, such as people known by surname alone.
        similar: Names like it, where nobody has it: “did you mean”.
    """

    name: str
    speakers: list[SpeakerRow]
    others: list[SpeakerRow]
    similar: list[SpeakerRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a search box offers while somebody types."""

    speaker_id: str
    speaker: str
    speaker_kind: SpeakerKind
    role: str | None
    quotes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """An article with its quotations.

    Attributes:
        article: The columns of the articles table; ``text`` is None where only a quote table was
            given; ``skipped`` lists page furniture.
        rows: Its quotations, in the order of the text.
    """

    article: Row
    rows: list[Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationPage:
    """A quotation with where it stands and where else it was printed.

    Attributes:
        row: The quotation.
        article: Its article, as in `ArticlePage`.
        speakers: Those who speak, as in a list.
        family: The same words elsewhere.
        found_speaker: The name within this article.
        wrong: What people reported as wrong with it.
    """

    row: Row
    article: Row
    speakers: list[SpeakerRow]
    family: "Family"
    found_speaker: str | None
    wrong: list["Decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of two versions of a quotation: ``was`` in the first, ``now`` in this one."""

    was: str
    now: str

    @property
    def same(self) -> bool:
        """Whether both have the same words here."""
        return self.was == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One printing of a family's words, and its words against those of the first printing."""

    row: Row
    changes: list[Change]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The same words in several articles.

    Attributes:
        family_id: Its identifier.
        quotes, articles, outlets: How many.
        versions: Each printing, the first one first; at most a hundred.
    """

    family_id: str
    quotes: int
    articles: int
    outlets: int
    versions: list[Version]
