"""Identities kept: who is known, under which identifier, and why.

An identifier, once given, stays: `Registry.add` gives new articles' speakers the identifiers of
those they are, or new ones, and never renames anybody. When two turn out to be one, the older
identifier stays in use and the other leads to it (`Registry.resolve`). What a registry knows can
be saved, and loaded before the next articles come; without that, the same articles in any order
give the same identifiers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotes.identify.authority import Authority, looked_up
from quotes.identify.clusters import Judged, Link, clusters
from quotes.identify.decisions import Decision, check
from quotes.identify.evidence import Common
from quotes.identify.linking import Blocks, may_join
from quotes.identify.matching import placed
from quotes.identify.mentions import Mention
from quotes.identify.nodes import Node, node_of
from quotes.identify.resolution import Kept, Place, Resolution
from quotes.identify.speakers import cut_id, namesake_id

_LATE = 10**7


@dataclass(slots=True)
class Registry:
    """The people known so far.

    Attributes:
        nodes: People by identifier, as told by name and evidence alone.
        links: What joins them, by pair.
        common: How widespread names are in the articles seen.
        run: How often articles were added.
        seen: The articles.
        placed: Where a speaker is not the one that the identifier found would be.
        authority_ids: Who people are in an authority file, as far as it is clear.
        candidates: Who they may be there, where it isn't.
        others: Identifiers that are no person's but that people decided about; first run.
    """

    nodes: dict[str, Node] = field(default_factory=dict)
    links: dict[tuple[str, str], Kept] = field(default_factory=dict)
    common: Common = field(default_factory=Common)
    run: int = 0
    seen: set[str] = field(default_factory=set)
    placed: dict[Place, str] = field(default_factory=dict)
    authority_ids: dict[str, str] = field(default_factory=dict)
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    others: dict[str, int] = field(default_factory=dict)
    _blocks: Blocks = field(default_factory=Blocks)
    _namesakes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _heads: dict[str, str] = field(default_factory=dict)

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
        cut_articles = {cut.partition("@")[2] for cut in cuts}
        people: list[Mention] = []
        where: dict[Place, str] = {}
        for one in mentions:
            if one.kind == "person":
                people.append(one)
            elif f"{one.found}@{one.article_id}" in cuts:
                where[one.article_id, one.found] = self._cut(one, f"{one.found}@{one.article_id}")
            elif one.found in parts or one.found in self.others:
                self.others.setdefault(one.found, self.run)
                where[one.article_id, one.found] = one.found
        people.sort(key=lambda one: (one.day or _LATE, one.article_id, one.found))
        self._count(people)
        touched: set[str] = set()
        may_be_cut: list[Mention] = []
        for one in people:
            where[one.article_id, one.found] = self._place(one, cuts, touched)
            if one.article_id in cut_articles:
                may_be_cut.append(one)
        self.seen.update(mention.article_id for mention in people)
        joined = self._groups([kept.link for kept in self._heard()], ())
        found = self._blocks.match(self.nodes, touched, joined, self.common, self._groups_with)
        for link in found.links:
            self._keep(link)
        if authority is not None:
            everybody = sorted(self.nodes.values(), key=lambda one: one.age)
            self.authority_ids, self.candidates, known = looked_up(everybody, authority)
            for link in known:
                self._keep(link)
        before = self._heads
        groups = self._decide(decisions)
        if self._cut_late(may_be_cut, where, cuts):
            groups = self._decide(decisions)
        return Resolution(
            ids={p: head for p, n in where.items() if (head := self.resolve(n)) != p[1]},
            names=self._names(where, groups, decisions),
            links=found.links,
            suggestions=[
                one
                for one in found.suggestions
                if groups.get(one.a, one.a) is not groups.get(one.b, one.b)
            ],
            merged={a: b for a, b in self._heads.items() if before.get(a) != b},
            waiting=[d for d in decisions if not self._is_known(d)],
            people={place: person for place, person in where.items() if person != place[1]},
            touched=touched,
        )

    def resolve(self, speaker_id: str) -> str:
        """Follow an identifier to the one in use.

        Args:
            speaker_id: Any that was ever given.

        Returns:
            The older one where two were joined; else the same.
        """
        return self._heads.get(speaker_id, speaker_id)

    def aliases(self) -> dict[str, str]:
        """All identifiers that lead to an older one, and to which."""
        return dict(self._heads)

    def restore(self) -> None:
        """Set up what is derived, after nodes, links and the rest were read."""
        for node in sorted(self.nodes.values(), key=lambda one: one.age):
            if node.found is not None:
                self._blocks.add(node)
                if node.is_full:
                    self._namesakes[_key(node)].append(node.id)
        self._decide(())

    # Where a mention belongs

    def _count(self, people: Iterable[Mention]) -> None:
        articles: dict[str, set[str]] = defaultdict(set)
        for mention in people:
            if mention.article_id not in self.seen:
                articles[mention.article_id] |= mention.company | mention.setting
        for names in articles.values():
            self.common.counts.update(names)
        self.common.articles += len(articles)

    def _place(self, mention: Mention, cuts: set[str], touched: set[str]) -> str:
        place = (mention.article_id, mention.found)
        known = self.placed.get(place)
        if known is None and mention.article_id in self.seen and mention.found in self.nodes:
            known = mention.found
        for base in dict.fromkeys((mention.found, known)):
            if f"{base}@{mention.article_id}" in cuts:
                return self._cut(mention, f"{base}@{mention.article_id}")
        if known is None:
            known = self._settle(mention)
            touched.add(known)
            if known != mention.found:
                self.placed[place] = known
        if f"{known}@{mention.article_id}" in cuts:
            return self._cut(mention, f"{known}@{mention.article_id}")
        return known

    def _settle(self, mention: Mention) -> str:
        """Take a mention into the person it is of, who may be new."""
        known = self.nodes.get(mention.found)
        form = known.form if known is not None and known.name == mention.name else None
        node = node_of(mention, node_id=mention.found, found=mention.found, run=self.run, form=form)
        if node.is_full:
            namesakes = [self.nodes[node_id] for node_id in self._namesakes[_key(node)]]
            person = placed(node, namesakes, self.common)
            if person is not None:
                person.add(mention)
                return person.id
            if mention.found in self.nodes:
                node.id = namesake_id(mention.found, mention.article_id)
            self._namesakes[_key(node)].append(node.id)
        elif node.id in self.nodes:
            return node.id
        self.nodes[node.id] = node
        self._blocks.add(node)
        return node.id

    def _cut(self, mention: Mention, cut: str) -> str:
        """Make a person of their own of one that people told apart within an article."""
        node_id = cut_id(cut)
        if node_id not in self.nodes:
            self.nodes[node_id] = node_of(mention, node_id=node_id, found=None, run=self.run)
        return node_id

    def _cut_late(
        self, mentions: Iterable[Mention], where: dict[Place, str], cuts: set[str]
    ) -> bool:
        """Apply cuts that name a person by the identifier that links have led to."""
        done = False
        for mention in mentions:
            place = (mention.article_id, mention.found)
            cut = f"{self.resolve(where[place])}@{mention.article_id}"
            if cut in cuts and where[place] != cut_id(cut):
                where[place] = self._cut(mention, cut)
                done = True
        return done

    # What belongs together

    def _may_join(self, a: set[str], b: set[str]) -> bool:
        ids = [
            {self.authority_ids[n] for n in group if n in self.authority_ids} for group in (a, b)
        ]
        if ids[0] and ids[1]:
            return not ids[0].isdisjoint(ids[1])
        return may_join(a, b, self.nodes)

    def _keep(self, link: Link) -> None:
        pair = (link.a, link.b)
        kept = self.links.get(pair)
        if kept is None or kept.link.score < link.score:
            self.links[pair] = Kept(link, kept.run if kept else self.run)

    def _heard(self) -> list[Kept]:
        """What was linked earlier is heard first, so that nothing said before is taken back."""
        return sorted(self.links.values(), key=lambda k: (k.run, -k.link.score, k.link.a, k.link.b))

    def _groups(self, links: Iterable[Link], judged: Sequence[Judged]) -> dict[str, set[str]]:
        there = (link for link in links if link.a in self.nodes and link.b in self.nodes)
        groups = clusters(judged, there, may_join=self._may_join)
        return {node_id: group for group in groups for node_id in group}

    def _groups_with(self, links: Iterable[Link]) -> dict[str, set[str]]:
        return self._groups([*(kept.link for kept in self._heard()), *links], ())

    def _decide(self, decisions: Sequence[Decision]) -> dict[str, set[str]]:
        known = [
            Judged(d.decision == "same", a, b, d.where)
            for d in decisions
            if d.decision != "name" and (a := self._node(d.a)) and (b := self._node(d.b))
        ]
        groups = self._groups((kept.link for kept in self._heard()), known)
        self._heads = {}
        for group in {id(g): g for g in groups.values()}.values():
            head = min(group, key=self._age)
            self._heads.update((one, head) for one in group if one != head)
        return groups

    def _age(self, node_id: str) -> tuple[Any, ...]:
        node = self.nodes.get(node_id)
        return node.age if node else (self.others.get(node_id, 0), True, _LATE, "", node_id)

    def _node(self, name: str) -> str | None:
        """Whom a decision names: an identifier, or a speaker in one article."""
        for one in (name, cut_id(name)) if "@" in name else (name,):
            if one in self.nodes or one in self.others:
                return one
        return None

    def _is_known(self, decision: Decision) -> bool:
        sides = (decision.a,) if decision.decision == "name" else (decision.a, decision.b)
        return all(self._node(side) for side in sides)

    def _names(
        self,
        where: Mapping[Place, str],
        groups: Mapping[str, set[str]],
        decisions: Sequence[Decision],
    ) -> dict[Place, str]:
        given: dict[str, str] = {}
        for one in decisions:
            named = self._node(one.a) if one.decision == "name" else None
            if named is not None:
                given.update(dict.fromkeys(groups.get(named, {named}), one.b))
        names: dict[Place, str] = {}
        full: dict[int, str | None] = {}
        for place, node_id in where.items():
            name = given.get(node_id)
            node = self.nodes.get(node_id)
            if name is None and node is not None and node_id in groups and not node.is_full:
                group = groups[node_id]
                if id(group) not in full:
                    full[id(group)] = self._full_name(group)
                name = full[id(group)]
            if name is not None:
                names[place] = name
        return names

    def _full_name(self, group: Iterable[str]) -> str | None:
        """The name that most articles use for one whom this article gives no given name."""
        full = [node for n in group if (node := self.nodes.get(n)) and node.is_full]
        return min(full, key=lambda node: (-node.articles, node.age)).name if full else None


def _key(node: Node) -> str:
    form = node.form
    return form.key if form is not None else node.id
