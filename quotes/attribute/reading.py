"""What is known of an article while it is read from source to source."""

import re
from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from quotes.attribute.discourse import Discourse, Question
from quotes.attribute.firstperson import byline, turns
from quotes.attribute.names import Name, compatible, parse_name
from quotes.attribute.organisations import organisations
from quotes.attribute.people import people
from quotes.attribute.referents import Found, Referent
from quotes.attribute.words import Words
from quotes.types import QuoteType, SpeakerKind

_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_SEVERAL = re.compile(r",|;|/|&|\band\b|\bstaff\b|\d", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """An article on its way through: its names, and who has been met so far.

    Attributes:
        w: The article.
        people, person_at: The people it names, and for tokens of a name whose it is.
        orgs, org_at: The same for organisations and places.
        named: Both together.
        peoples: Words for peoples, creeds and parties, lower case.
        turns: Who has the word in each line of an interview; empty for other articles.
        d: Who has spoken.
        described: Those met by description only.
        author: Who wrote the article, where known.
        pronouns: For tokens of settled pronouns, whom they mean.
        sources: The tokens of the article's sources.
        judged: By their head's token, which kinds descriptions were found to be of.
        quoted_last: The speakers of the latest quotation in quotation marks, and its line.
    """

    w: Words
    people: list[Referent]
    person_at: dict[int, Referent]
    orgs: list[Referent]
    org_at: dict[int, Referent]
    named: dict[int, object]
    peoples: frozenset[str]
    turns: dict[int, Referent | None]
    d: Discourse
    described: list[Referent] = field(default_factory=list)
    author: Referent | None = None
    pronouns: dict[int, Referent] = field(default_factory=dict)
    sources: frozenset[int] = frozenset()
    judged: dict[int, SpeakerKind] = field(default_factory=dict)
    quoted_last: tuple[list[Referent], int] | None = None


def open_reading(
    w: Words, *, author: str | None = None, asked: list[Question] | None = None
) -> Reading:
    """Find an article's names and begin to read.

    Args:
        w: The article.
        author: Who wrote it, where known.
        asked: Takes up the questions put to the ranker.

    Returns:
        The reading, nothing resolved yet.
    """
    persons, person_at = people(w, asked=asked)
    orgs, org_at = organisations(w, person_at)
    return Reading(
        w=w,
        author=_author(w, persons, person_at, author),
        people=persons,
        person_at=person_at,
        orgs=orgs,
        org_at=org_at,
        named={**org_at, **person_at},
        peoples=frozenset(
            word for word, label in zip(w.lower, w.labels, strict=True) if label == "NORP"
        ),
        turns=turns(w, person_at),
        d=Discourse(w, asked=asked),
    )


def _author(
    w: Words, persons: list[Referent], person_at: dict[int, Referent], author: str | None
) -> Referent | None:
    """The one writer, as the byline in the text or the article's metadata name them."""
    written = byline(w, person_at)
    if written is not None or author is None:
        return written
    text = _BY.sub("", author).strip()
    name = (
        parse_name(text) if not _SEVERAL.search(text) and len(text.split()) in (2, 3, 4) else None
    )
    if name is None or not name.given:
        return None
    for q in persons:
        if any(compatible(name, form) == 3 for form in q.names):
            return q
    return Referent(name.key, name.text, "person", names=[name])


def meet(
    r: Reading,
    name: Name,
    start: int,
    end: int,
    *,
    called: str | None = None,
    nouns: Iterable[str] = (),
    role: str | None = None,
) -> Referent:
    """Take up a person whose name was not known for one before.

    Args:
        r: The reading.
        name: The name.
        start: Its first token.
        end: The token after its last.
        called: What they are called, where that is not the name as written.
        nouns: Words that describe them.
        role: Their role.

    Returns:
        The person: the one who bears just this name, else someone new.
    """
    known = next((q for q in r.people if q.key == name.key), None)
    person = known or Referent(name.key, called or name.text, "person", names=[name])
    person.nouns.update(nouns)
    person.role = person.role or role
    if known is None:
        person.first = end - 1
        r.people.append(person)
    if end - 1 not in person.places:
        insort(person.places, end - 1)
    for i in range(start, end):
        r.person_at[i] = r.named[i] = person
    return person


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
