"""Those who can be meant by a source, and how a source came out."""

from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.attribute.names import Name
from quotes.attribute.standing import Standing
from quotes.types import ResolvedBy, SpeakerKind


class Qualifiers(NamedTuple):
    """What narrows a description's noun: *the French* foreign *minister*.

    Attributes:
        peoples: Words for peoples, creeds and parties, lower case.
        others: Fields of office, names, other nouns, lower case.
    """

    peoples: frozenset[str]
    others: frozenset[str]


NO_QUALIFIERS = Qualifiers(frozenset(), frozenset())


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something that can be a speaker, with all places where it is mentioned.

    Attributes:
        key: Equal for equal speakers.
        name: Fullest form so far, as written.
        kind: The speaker kind.
        names: For people, the forms of the name.
        gender: ``m``, ``f`` or None.
        plural: Whether it is several.
        nouns: Words that describe it: titles, jobs, relations; lower case.
        places: Tokens at which it is mentioned, in order.
        first: The token of its first naming; -1 for those never named.
        words: Words of all its titles and affiliations, lower case.
        qualifiers: Of somebody described, what narrows the noun.
        role: Its title or affiliation as worded.
        anonymity: Why it has no name.
        standing: An anonymous source's affiliation, rank and number.
        unclear: Why it can't be told whether it is someone named, where that is so.
        spoken: Tokens at which it is a source, in order.
    """

    key: str
    name: str
    kind: SpeakerKind
    names: list[Name] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    first: int = -1
    words: set[str] = field(default_factory=set)
    qualifiers: Qualifiers = NO_QUALIFIERS
    role: str | None = None
    anonymity: str | None = None
    standing: Standing = field(default_factory=Standing)
    unclear: str | None = None
    spoken: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """How one source came out.

    Attributes:
        referents: Whom it means; several who speak jointly, or none.
        by: How that was told.
        why: Why it could not be told.
    """

    referents: list[Referent]
    by: ResolvedBy = "none"
    why: str | None = None
