"""Who is who in more articles than fit into memory: a share of the blocks of names at a time.

The same as `Registry.add` on an empty registry gives. Where a full name goes depends on its
namesakes alone, and forms of names and surnames meet only within a block, so both are told from
one share of the blocks after the other; in between, and to the end, there is in memory whoever is
linked with somebody, every named body, and how widespread names are.
"""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from quotes.identify.authority import Authority, looked_up
from quotes.identify.clusters import Link
from quotes.identify.decisions import Decision, check
from quotes.identify.forms import blocks, form_of
from quotes.identify.joining import decide, grouped, is_known, keep, names
from quotes.identify.linking import once, surnames_in, variants_in
from quotes.identify.matching import Found
from quotes.identify.mentions import Mention
from quotes.identify.nodes import ORGANIZATION, PERSON, Node
from quotes.identify.placing import count, cut_late, place_other, place_person
from quotes.identify.registry import LATE, Registry
from quotes.identify.resolution import Place, Resolution
from quotes.identify.spilled import Spilled
from quotes.identify.state import State
from quotes.uncollected import uncollected

SHARES = 256

_HELD = 20
"""So many of each share wait in memory: of all shares some ten megabytes of people."""


def identify_by_blocks(
    mentions: Iterable[Mention],
    *,
    folder: Path,
    decisions: Sequence[Decision] = (),
    authority: Authority | None = None,
    shares: int = SHARES,
) -> tuple[Resolution, Registry]:
    """Tell who the speakers of very many articles are.

    Args:
        mentions: The speakers, those of one article together.
        folder: For files of this run, some two kilobytes a mention; to be thrown away.
        decisions: All decisions of people that hold.
        authority: Identifiers of others, to link speakers to.
        shares: Of the blocks, how many parts are made; one is in memory at a time.

    Returns:
        Who they are; and a registry of those who were linked, not to be added to.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    check(decisions)
    run = _Run(folder, shares, decisions, authority)
    run.sort_out(mentions)
    with uncollected():
        run.place()
        found = run.match()
        return run.resolve(found, decisions), run.known


@lru_cache(maxsize=50_000)
def _surname(name: str) -> str | None:
    """The block of a name's surname; None where there is no name in it."""
    form = form_of(name)
    return blocks(form)[0] if form is not None else None


class _Run:
    def __init__(
        self,
        folder: Path,
        shares: int,
        decisions: Sequence[Decision],
        authority: Authority | None,
    ) -> None:
        self.known = Registry(run=1)
        self._authority = authority
        self._shares = range(shares)
        self._mentions: Spilled[Mention] = Spilled(folder / "mentions", shares, held=_HELD)
        self._nodes: Spilled[tuple[list[str], Node]] = Spilled(folder / "nodes", shares, held=_HELD)
        self._places: Spilled[tuple[Place, str]] = Spilled(folder / "places", shares)
        self._parts = {
            part for d in decisions for part in ((d.a,) if d.decision == "name" else d[1:3])
        }
        self._cuts = {part for part in self._parts if "@" in part}
        self._may_be_cut: list[Mention] = []
        self._bodies: set[str] = set()

    def sort_out(self, mentions: Iterable[Mention]) -> None:
        """Write mentions to the share of their surname; count names article by article."""
        cut_articles = {cut.partition("@")[2] for cut in self._cuts}
        article: list[Mention] = []
        for one in mentions:
            if article and article[0].article_id != one.article_id:
                count(self.known, article)
                article = []
            if one.kind == PERSON:
                article.append(one)
                if one.article_id in cut_articles:
                    self._may_be_cut.append(one)
            elif one.kind != ORGANIZATION and self._is_undecided(one):
                continue
            key = _surname(one.name) if one.kind == PERSON else None
            self._mentions.put(self._mentions.share_of(key or one.found), one)
        count(self.known, article)

    def _is_undecided(self, one: Mention) -> bool:
        return not self._parts & {one.found, f"{one.found}@{one.article_id}"}

    def place(self) -> None:
        """Tell of each mention whose it is by name; write people to the shares of their blocks."""
        for share in self._shares:
            here = sorted(
                self._mentions.take(share),
                key=lambda one: (one.day or LATE, one.article_id, one.found),
            )
            state = State(common=self.known.common, run=1)
            for one in here:
                where: str | None
                if one.kind == PERSON:
                    where = place_person(state, one, self._cuts, set())
                else:
                    where = place_other(self.known, one, self._parts, self._cuts, self._bodies)
                if where is not None:
                    self._places.put(share, ((one.article_id, one.found), where))
            for node in state.nodes.values():
                self._write(node)

    def _write(self, node: Node) -> None:
        concerned = node.found is None or node.id in self._parts
        if not concerned and self._authority is not None:
            match = self._authority.person(node)
            concerned = bool(match.authority_id or match.candidates)
        if concerned:
            self.known.nodes[node.id] = node
        if node.found is None or node.form is None:
            return
        shares: defaultdict[int, list[str]] = defaultdict(list)
        for block in blocks(node.form):
            shares[self._nodes.share_of(block)].append(block)
        for share, its in shares.items():
            self._nodes.put(share, (its, node))

    def _blocks(self, share: int) -> Iterator[tuple[str, list[Node]]]:
        members: defaultdict[str, list[Node]] = defaultdict(list)
        for its, node in self._nodes.take(share):
            for block in its:
                members[block].append(node)
        yield from members.items()

    def match(self) -> Found:
        """Find the links, as `Blocks.match` does."""
        known = self.known
        first = self._each(lambda members: variants_in(members, lambda node: True, known.common))
        groups = grouped(known, first.links, ())

        def bare(members: list[Node]) -> Found:
            there = ChainMap({node.id: node for node in members}, known.nodes)
            return surnames_in(members, groups, there, known.common)

        second = self._each(bare)
        self._forget(PERSON)
        others = known.bodies.match(known.nodes, self._bodies, known.common)
        self._forget(ORGANIZATION)
        people = [once([*a, *b]) for a, b in zip(first, second, strict=True)]
        return Found([*people[0], *others.links], [*people[1], *others.suggestions])

    def _forget(self, kind: str) -> None:
        """Drop what only finding links asked for."""
        nothing: frozenset[str] = frozenset()
        for node in self.known.nodes.values():
            if node.kind == kind:
                node.words, node.setting = frozenset(), nothing
                node.company = node.company if node.is_full else nothing

    def _each(self, look: Callable[[list[Node]], Found]) -> Found:
        """What is found in the blocks, in their order; whoever is linked stays in memory."""
        found: dict[str, Found] = {}
        linked: dict[str, Node] = {}
        for share in self._shares:
            for block, members in self._blocks(share):
                its = found[block] = look(members)
                ends = {end for link in its.links for end in (link.a, link.b)}
                linked.update((node.id, node) for node in members if node.id in ends)
        # Not before the end: of one who is known here, all that is known must be.
        self.known.nodes.update(linked)
        ordered = [found[block] for block in sorted(found)]
        return Found(
            [link for its in ordered for link in its.links],
            [link for its in ordered for link in its.suggestions],
        )

    def resolve(self, found: Found, decisions: Sequence[Decision]) -> Resolution:
        """Bring links and decisions together, and go through the places again."""
        known = self.known
        links: list[Link] = [*found.links]
        if self._authority is not None:
            everybody = sorted(known.nodes.values(), key=lambda one: one.age)
            known.authority_ids, known.candidates, entries = looked_up(everybody, self._authority)
            links += entries
        for link in links:
            keep(known, link)
        groups = decide(known, decisions)
        late = {(one.article_id, one.found) for one in self._may_be_cut}
        where = {
            place: one
            for share in (self._shares if late else ())
            for place, one in self._places.take(share)
            if place in late
        }
        if cut_late(known, self._may_be_cut, where, self._cuts):
            groups = decide(known, decisions)
        ids: dict[Place, str] = {}
        shown: dict[Place, str] = {}
        people: dict[Place, str] = {}
        for share in self._shares:
            here = {place: where.get(place, one) for place, one in self._places.take(share)}
            shown |= names(known, here, groups, decisions)
            for place, person in here.items():
                if person != place[1]:
                    people[place] = person
                if (head := known.resolve(person)) != place[1]:
                    ids[place] = head
        return Resolution(
            ids=ids,
            names=shown,
            links=found.links,
            suggestions=[
                one
                for one in found.suggestions
                if groups.get(one.a, one.a) is not groups.get(one.b, one.b)
            ],
            merged=known.aliases(),
            waiting=[d for d in decisions if not is_known(known, d)],
            people=people,
        )
