"""What is known of an article while it is read from source to source."""

from bisect import insort
from dataclasses import dataclass, field

from quotes.attribute.firstperson import turns
from quotes.attribute.organisations import organisations
from quotes.attribute.people import people
from quotes.attribute.pronouns import Discourse
from quotes.attribute.referents import Found, Referent
from quotes.attribute.words import Words
from quotes.types import QuoteType


@dataclass(slots=True)
class Reading:
    """An article on its way through: its names, and who has been met so far.

    Attributes:
        w: The article.
        people, person_at: The people it names, and for tokens of a name whose it is.
        orgs, org_at: The same for organisations and places.
        named: Both together.
        turns: Who has the word in each line of an interview; empty for other articles.
        d: Who has spoken.
        described: Those met by description only.
        pronouns: For tokens of settled pronouns, whom they mean.
        quoted_last: The speakers of the latest quotation in quotation marks, and its line.
    """

    w: Words
    people: list[Referent]
    person_at: dict[int, Referent]
    orgs: list[Referent]
    org_at: dict[int, Referent]
    named: dict[int, object]
    turns: dict[int, Referent | None]
    d: Discourse
    described: list[Referent] = field(default_factory=list)
    pronouns: dict[int, Referent] = field(default_factory=dict)
    quoted_last: tuple[list[Referent], int] | None = None


def open_reading(w: Words) -> Reading:
    """Find an article's names and begin to read.

    Args:
        w: The article.

    Returns:
        The reading, nothing resolved yet.
    """
    persons, person_at = people(w)
    orgs, org_at = organisations(w, person_at)
    return Reading(
        w=w,
        people=persons,
        person_at=person_at,
        orgs=orgs,
        org_at=org_at,
        named={**org_at, **person_at},
        turns=turns(w, person_at),
        d=Discourse(w),
    )


def remember(r: Reading, found: Found, at: int, *, line: int, quote_type: QuoteType) -> None:
    """Note who has spoken, and where.

    Args:
        r: The reading.
        found: How the source came out.
        at: The source's first token.
        line: The last line of the attribution.
        quote_type: Its type.
    """
    if not found.referents:
        return
    for referent in found.referents:
        insort(referent.spoken, at)
        if at not in referent.places:
            insort(referent.places, at)
    r.d.last = found.referents
    r.d.turns[r.w.paragraph[at]] = found.referents
    if quote_type != "indirect":
        r.quoted_last = (found.referents, line)
