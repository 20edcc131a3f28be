"""What comes of telling who is who: identifiers, names, links, and what is left to people."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.identify.clusters import Link
from quotes.identify.decisions import Decision

Place = tuple[str, str]
"""An article, and the identifier that extraction gave a speaker in it."""


class Kept(NamedTuple):
    """A link, and the run that found it; what was linked earlier is heard first."""

    link: Link
    run: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who the speakers of some articles are.

    Attributes:
        ids: For an article and the identifier found in it the identifier across articles, where
            that is another.
        names: Likewise the name to show, where evidence or people gave a fuller one.
        links: New links between identifiers, each with its score and reasons.
        suggestions: Pairs that may be one person, for people to decide.
        merged: Identifiers that lead to another since this run, and to which.
        waiting: Decisions about speakers that are not known (yet).
        people: For an article and the identifier found in it the person before links joined any,
            where that has another identifier: a namesake, or one whom people told apart.
        touched: People of whom something new is known.
    """

    ids: Mapping[Place, str]
    names: Mapping[Place, str]
    links: Sequence[Link]
    suggestions: Sequence[Link]
    merged: Mapping[str, str]
    waiting: Sequence[Decision]
    people: Mapping[Place, str] = field(default_factory=dict)
    touched: AbstractSet[str] = frozenset()
