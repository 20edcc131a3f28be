"""Identities kept: who is known, under which identifier, and why.

An identifier, once given, stays: `Registry.add` gives new articles' speakers the identifiers of
those they are, or new ones, and never renames anybody. When two turn out to be one, the older
identifier stays in use and the other leads to it (`Registry.resolve`). What a registry knows can
be saved, and loaded before the next articles come; without that, the same articles in any order
give the same identifiers.
"""

from collections.abc import Iterable, Sequence

from quotes.identify.authority import Authority, looked_up
from quotes.identify.clusters import Link
from quotes.identify.decisions import Decision, check
from quotes.identify.joining import decide, grouped, heard, is_known, keep, names
from quotes.identify.matching import Found
from quotes.identify.mentions import Mention
from quotes.identify.nodes import PERSON
from quotes.identify.placing import count, cut_late, place_other, place_person
from quotes.identify.resolution import Place, Resolution
from quotes.identify.state import State
from quotes.uncollected import uncollected

LATE = 10**7
"""For a day that is not known: after all others."""


class Registry(State):
    """The speakers known so far; what it holds is described in `State`."""

    __slots__ = ()

    def add(
        self,
        mentions: Iterable[Mention],
        *,
        decisions: Sequence[Decision] = (),
        authority: Authority | None = None,
    ) -> Resolution:
        """Tell who the speakers of articles are.

        Args:
            mentions: The speakers of some articles, in any order; of articles that were added
                before, nothing is counted twice.
            decisions: All decisions of people that hold, also of earlier runs.
            authority: Identifiers of others, to link people to.

        Returns:
            Who they are.

        Raises:
            ContradictionError: The decisions contradict each other.
        """
        check(decisions)
        self.run += 1
        parts = {part for d in decisions for part in ((d.a,) if d.decision == "name" else d[1:3])}
        cuts = {part for part in parts if "@" in part}
        people, others = _in_order(mentions, parts | self.others.keys(), cuts)
        with uncollected():
            return self._told(people, others, decisions, authority, parts, cuts)

    def _told(
        self,
        people: Sequence[Mention],
        others: Sequence[Mention],
        decisions: Sequence[Decision],
        authority: Authority | None,
        parts: set[str],
        cuts: set[str],
    ) -> Resolution:
        count(self, people)
        where: dict[Place, str] = {}
        touched: set[str] = set()
        for one in people:
            where[one.article_id, one.found] = place_person(self, one, cuts, touched)
        bodies: set[str] = set()
        for one in others:
            person = place_other(self, one, parts, cuts, bodies)
            if person is not None:
                where[one.article_id, one.found] = person
        self.seen.update(one.article_id for one in (*people, *others))
        found = self._matched(touched, bodies)
        for link in found.links:
            keep(self, link)
        if authority is not None:
            everybody = sorted(self.nodes.values(), key=lambda one: one.age)
            self.authority_ids, self.candidates, known = looked_up(everybody, authority)
            for link in known:
                keep(self, link)
        before = self.heads
        groups = decide(self, decisions)
        cut_articles = {cut.partition("@")[2] for cut in cuts}
        may_be_cut = [one for one in people if one.article_id in cut_articles]
        if cut_late(self, may_be_cut, where, cuts):
            groups = decide(self, decisions)
        return Resolution(
            ids={p: head for p, n in where.items() if (head := self.resolve(n)) != p[1]},
            names=names(self, where, groups, decisions),
            links=found.links,
            suggestions=[
                one
                for one in found.suggestions
                if groups.get(one.a, one.a) is not groups.get(one.b, one.b)
            ],
            merged={a: b for a, b in self.heads.items() if before.get(a) != b},
            waiting=[d for d in decisions if not is_known(self, d)],
            people={place: person for place, person in where.items() if person != place[1]},
            touched=touched | bodies,
        )

    def resolve(self, speaker_id: str) -> str:
        """Follow an identifier to the one in use.

        Args:
            speaker_id: Any that was ever given.

        Returns:
            The older one where two were joined; else the same.
        """
        return self.heads.get(speaker_id, speaker_id)

    def aliases(self) -> dict[str, str]:
        """All identifiers that lead to an older one, and to which."""
        return dict(self.heads)

    def restore(self) -> None:
        """Set up what is derived, after nodes, links and the rest were read."""
        for node in sorted(self.nodes.values(), key=lambda one: one.age):
            if node.found is not None:
                self.enter(node)
        decide(self, ())

    def _matched(self, people: set[str], bodies: set[str]) -> Found:
        def groups(more: Iterable[Link]) -> dict[str, set[str]]:
            return grouped(self, [*heard(self), *more], ())

        persons = self.blocks.match(self.nodes, people, groups(()), self.common, groups)
        others = self.bodies.match(self.nodes, bodies, self.common)
        return Found([*persons.links, *others.links], [*persons.suggestions, *others.suggestions])


def _in_order(
    mentions: Iterable[Mention], decided: set[str], cuts: set[str]
) -> tuple[list[Mention], list[Mention]]:
    """The people, and the others of whom something is to be told, from the first day on."""
    people: list[Mention] = []
    others: list[Mention] = []
    for one in mentions:
        if one.kind == PERSON:
            people.append(one)
        elif (
            one.kind == "organization"
            or one.found in decided
            or f"{one.found}@{one.article_id}" in cuts
        ):
            others.append(one)
    for each in (people, others):
        each.sort(key=lambda one: (one.day or LATE, one.article_id, one.found))
    return people, others
