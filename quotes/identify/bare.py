"""Whose a surname alone is: nobody's, unless the evidence is strong."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from quotes.attribute.names import is_given
from quotes.identify.clusters import Link
from quotes.identify.common import Common
from quotes.identify.evidence import (
    ROLE_IN_BOTH,
    SAME_OUTLET_AND_WEEK,
    SAME_ROLE,
    Weight,
    high_office,
    reasons_of,
    weigh,
)
from quotes.identify.forms import Form
from quotes.identify.matching import LINK, MARGIN, SUGGEST, Found, form_in, link_of
from quotes.identify.nodes import Node
from quotes.identify.surnames import COMMON_SURNAMES

_MANY = 10
"""Of more people of one surname only the nearest are looked at, and the best known."""
_CROWD = 80
"""A word, a companion or a week that more people of one surname share tells nothing of them."""

_MISFIT = -9.0
SURNAME = -1.5
COMMON_SURNAME = -3.0
GIVEN_NAME = -1.0
"""For Paul and Ryan of whom nothing is known but the day: any man's given name, or a saint's."""

JUNIOR = -1.5
"""For one whom papers call "Jr." so as not to be taken for another."""

TITLE_AND_SURNAME = 2.4
ONLY_ONE = 0.5
PROMINENT = ((50, 2.5), (20, 2.0), (5, 1.5))
"""For one who is by far the most quoted of a surname: in how many articles, and what it is worth.
"""

_LESS_KNOWN = 10
"""So many times fewer articles than another's make nobody the president of a name."""

ROLE_AND_SURNAME = 1.0
HOUSEHOLD = 1.5
"""For one who is in every fiftieth article: a name that papers need not explain."""

_HOUSEHOLD_SHARE = 0.02
_HOUSEHOLD_ARTICLES = 5
_OLD = 730
_YEAR = 365
_PROMINENT_SHARE = 0.93


def surnames(bare: Sequence[Node], people: Sequence[Node], common: Common) -> Found:
    """Link surnames alone to the people they may mean, on strong evidence only.

    Args:
        bare: Surnames, each of one article.
        people: People with full names and that surname, each with all that is known of them.
        common: How widespread names are.

    Returns:
        The links; and what is not sure enough.
    """
    finder = _Finder(people) if len(people) > _MANY else None
    suggested: dict[str, Link] = {}
    found: dict[str, Link] = {}
    weighed: dict[str, list[_Candidate]] = {}
    # Who is meant by the surer ones tells how well known each is.
    known = Counter({person.id: person.articles for person in people})
    for _ in range(2):
        before = dict(found)
        for one in bare:
            if one.id in before:
                continue
            candidates = weighed.get(one.id)
            if candidates is None:
                near = finder.near(one) if finder else people
                candidates = _holders([_candidate(one, person, common) for person in near])
                weighed[one.id] = candidates
            best = _best(one, candidates, known, common, alone=len(people) == 1)
            if best is not None and best.score >= LINK:
                found[one.id] = best
                known[best.a if best.b == one.id else best.b] += one.articles
            elif best is not None:
                suggested[one.id] = best
    links = [*found.values(), *_titles(bare, common)]
    return Found(links, [link for one, link in suggested.items() if one not in found])


class _Candidate(NamedTuple):
    """Somebody whom a surname alone may mean.

    Attributes:
        person: Who.
        score: What speaks for it, apart from how well known they are.
        weights: What that is made of.
        office: An office that with the surname tells who it is.
        then: Whether they spoke around that day.
    """

    person: Node
    score: float
    weights: Sequence[Weight]
    office: str | None
    then: bool


def _candidate(one: Node, person: Node, common: Common) -> _Candidate:
    form = form_in(person)
    day = one.first
    then = not day or not person.first or person.first - _YEAR <= day <= person.last + _YEAR
    if not _fits(form_in(one), form):
        return _Candidate(person, _MISFIT, (), None, then)
    weights = weigh(one, person, common)
    score = COMMON_SURNAME if form.tail in COMMON_SURNAMES else SURNAME
    score += sum(w.weight for w in weights)
    if is_given(form.tail) and not any(w.weight > SAME_OUTLET_AND_WEEK for w in weights):
        score += GIVEN_NAME
    if form.suffix not in (None, "sr", form_in(one).suffix):
        score += JUNIOR
    office = high_office(one, person)
    if office:
        score += TITLE_AND_SURNAME
    elif any(w.weight == SAME_ROLE and w.text == ROLE_IN_BOTH for w in weights):
        score += ROLE_AND_SURNAME
    return _Candidate(person, score, weights, office, then)


def _holders(candidates: list[_Candidate]) -> list[_Candidate]:
    """Let an office tell who is meant only for those best known by it.

    Of a president's wife, too, some article says "President", by a slip of ours or its own.
    """
    best: dict[str | None, int] = {}
    for one in candidates:
        best[one.office] = max(best.get(one.office, 0), one.person.articles)
    found = []
    for one in candidates:
        if one.office is not None and one.person.articles * _LESS_KNOWN < best[one.office]:
            role = [w for w in one.weights if w.text == ROLE_IN_BOTH]
            score = one.score - TITLE_AND_SURNAME - sum(w.weight for w in role)
            weights = [w for w in one.weights if w.text != ROLE_IN_BOTH]
            one = one._replace(score=score, weights=weights, office=None)
        found.append(one)
    return found


def _best(
    one: Node,
    candidates: Sequence[_Candidate],
    known: Counter[str],
    common: Common,
    *,
    alone: bool,
) -> Link | None:
    """The likeliest person, with a score too low for a link where another is as likely."""
    everybody = sum(known[one.person.id] for one in candidates if one.then)
    scored: list[tuple[float, str, str, _Candidate, list[tuple[float, str]]]] = []
    for candidate in candidates:
        told = _renown(candidate, everybody, known, common, alone=alone)
        score = candidate.score
        if score > _MISFIT:
            score = round(score + sum(weight for weight, _ in told), 2)
        first, second = sorted((one.id, candidate.person.id))
        scored.append((-score, first, second, candidate, told))
    scored.sort(key=lambda entry: entry[:3])
    if not scored or -scored[0][0] < SUGGEST:
        return None
    score, candidate, told = -scored[0][0], scored[0][3], scored[0][4]
    if len(scored) > 1 and score + scored[1][0] < MARGIN:
        score = min(score, SUGGEST)
    reasons = ["surname alone", *reasons_of(candidate.weights)]
    if candidate.office:
        reasons.append(f"{candidate.office} of that name")
    return link_of(one, candidate.person, score, [*reasons, *(reason for _, reason in told)])


def _renown(
    candidate: _Candidate,
    everybody: int,
    known: Counter[str],
    common: Common,
    *,
    alone: bool,
) -> list[tuple[float, str]]:
    """What it is worth that nearly all who speak by that name around a day are this person."""
    told = [(ONLY_ONE, "the only one of that name")] if alone else []
    articles = known[candidate.person.id]
    if not candidate.then or articles < _PROMINENT_SHARE * everybody:
        return told
    worth = next((worth for number, worth in PROMINENT if articles >= number), 0.0)
    if worth:
        told.append((worth, "by far the best known of that name then"))
        if articles >= max(_HOUSEHOLD_ARTICLES, _HOUSEHOLD_SHARE * common.articles):
            told.append((HOUSEHOLD, "a household name"))
    return told


def _fits(bare: Form, full: Form) -> bool:
    if bare.gender and full.gender and bare.gender != full.gender:
        return False
    return not bare.suffix or bare.suffix == full.suffix


def _titles(bare: Sequence[Node], common: Common) -> list[Link]:
    """Link surnames with the same high title ("President Obama"), or the same words, in a row."""
    links = []
    last: dict[str, Node] = {}
    for one in sorted(bare, key=lambda node: node.age[2:]):
        tokens = [*sorted(one.words), *sorted(high for high in one.offices)]
        for other in {id(n): n for t in tokens if (n := last.get(str(t))) is not None}.values():
            if not _fits(form_in(one), form_in(other)) or one.first - other.first > _OLD:
                continue
            weights = weigh(one, other, common)
            office = high_office(one, other)
            score = sum(w.weight for w in weights) + (TITLE_AND_SURNAME if office else 0.0) - 1.0
            if score >= LINK:
                reasons = ["equal surnames", *reasons_of(weights)]
                links.append(link_of(one, other, score, reasons))
        last.update((str(token), one) for token in tokens)
    return links


class _Finder:
    """Among very many of one surname, those near somebody in time, words or company."""

    def __init__(self, people: Sequence[Node]) -> None:
        self._at: defaultdict[object, list[int]] = defaultdict(list)
        self._people = people
        self._best_known = nsmallest(2, range(len(people)), key=lambda n: (-people[n].articles, n))
        for number, person in enumerate(people):
            for token in set(self._tokens(person)):
                self._at[token].append(number)

    def near(self, one: Node) -> list[Node]:
        hits: defaultdict[int, int] = defaultdict(int)
        for token in set(self._tokens(one)):
            found = self._at.get(token, ())
            for number in found if len(found) <= _CROWD else ():
                hits[number] += 1
        best = nsmallest(_MANY, hits, key=lambda n: (-hits[n], -self._people[n].articles, n))
        return [self._people[number] for number in dict.fromkeys((*best, *self._best_known))]

    @staticmethod
    def _tokens(node: Node) -> Iterator[object]:
        yield from node.words
        yield from node.company
        for _, week in node.weeks:
            yield from (("week", week + d) for d in (-1, 0, 1))
