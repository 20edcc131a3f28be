"""Which names of organisations are one body's: acronyms, short forms, places that stand for one.

An equal name is one body's already, by its identifier. What is linked here keeps the name as
written. An acronym is linked only to a body that some article calls so by its own word, and to
none where articles explain it in two ways; by the initials alone a pair is left to people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quotes.attribute.metonyms import BODIES, CAPITALS
from quotes.attribute.organisations import org_key
from quotes.identify.bodynames import (
    WELL_KNOWN,
    initials,
    is_metonym,
    short_forms,
    stands_for,
)
from quotes.identify.clusters import Link
from quotes.identify.common import Common
from quotes.identify.evidence import reasons_of, weigh_bodies
from quotes.identify.matching import LINK, MARGIN, SUGGEST, Found, link_of
from quotes.identify.nodes import Node
from quotes.identify.speakers import organization_key

DECLARED = ((4, 2.2), (2, 1.6), (1, 1.0))
"""In how many articles a short name is explained, and what that is worth."""

ALONE = 0.0
"""Initials that fit, and no article that says so."""

CUT_SHORT = 0.0
"""Nor may "Trump" be the Trump Foundation because both are in one story."""

KNOWN = 2.5
TWO_LETTERS = -0.8
STANDS_FOR = 3.0
OF_MANY = 1.0
"""A capital, too, stands for its government, but not always."""

RIVAL = 20
"""So many times more often one meaning must be explained than any other."""

_MANY = 40
_STOOD_FOR = frozenset(BODIES.values())
_SEVERAL = CAPITALS.keys() | {"congress"}


@dataclass(slots=True)
class Bodies:
    """Organisations by what their names have in common."""

    _members: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, node: Node) -> None:
        """Put a body where its names are sought; again when articles call it otherwise.

        Args:
            node: The body.
        """
        for key in body_keys(node):
            self._members[key][node.id] = None

    def match(self, nodes: Mapping[str, Node], touched: Iterable[str], common: Common) -> Found:
        """Find links between the bodies of which something is new and others.

        Args:
            nodes: Everybody.
            touched: Of whom something is new.
            common: How widespread names are.

        Returns:
            The links, and what is not sure enough, in an order of their own.
        """
        keys = sorted({k for one in touched for k in body_keys(nodes[one])})
        links: dict[tuple[str, str], Link] = {}
        unsure: dict[tuple[str, str], Link] = {}
        for key in keys:
            members = [nodes[one] for one in self._members.get(key, ())]
            if len(members) < 2:
                continue
            stand = key.startswith("@")
            made = _standing(members, common) if stand else _shortened(key, members, common)
            for link in made:
                (links if link.score >= LINK else unsure)[link.a, link.b] = link
        return Found(
            [links[pair] for pair in sorted(links)],
            [unsure[pair] for pair in sorted(unsure) if pair not in links],
        )


def body_keys(node: Node) -> list[str]:
    """Under which keys a body is kept, and sought.

    Args:
        node: The body.
    """
    name = node.name
    keys = {organization_key(name), *node.also, *initials(name), *short_forms(name)}
    found = sorted(f"o:{key}" for key in keys if key)
    if is_metonym(name) or stands_for(name) in _STOOD_FOR:
        found.append(f"@{stands_for(name)}")
    return found


def may_be_one(a: Iterable[str], b: Iterable[str], nodes: Mapping[str, Node]) -> bool:
    """Whether no two names in two groups of bodies are plainly two bodies'.

    Args:
        a, b: Groups of identifiers.
        nodes: Everybody.
    """
    first, second = (
        [n for one in group if (n := nodes.get(one)) and n.kind == "organization"]
        for group in (a, b)
    )
    return all(_compatible(x, y) for x in first for y in second)


def _compatible(a: Node, b: Node) -> bool:
    first, second = organization_key(a.name), organization_key(b.name)
    if stands_for(a.name) == stands_for(b.name) or second in a.also or first in b.also:
        return True
    return _is_short(first, b.name, second) or _is_short(second, a.name, first)


def _is_short(key: str, name: str, whole: str) -> bool:
    return key in initials(name) or key in short_forms(name) or WELL_KNOWN.get(key) == whole


def _standing(members: list[Node], common: Common) -> Iterator[Link]:
    """Links between names that stand for one body: to its own name, else to the oldest."""
    head = min(members, key=lambda n: (is_metonym(n.name), n.age))
    for one in members:
        if one is head:
            continue
        weights = weigh_bodies(one, head, common)
        several = any(org_key(n.name) in _SEVERAL for n in (one, head))
        score = (OF_MANY if several else STANDS_FOR) + sum(w.weight for w in weights)
        named = next((n for n in (one, head) if is_metonym(n.name)), one)
        reason = f"{named.name} stands for {stands_for(head.name)}"
        if score >= SUGGEST:
            yield link_of(one, head, score, [reason, *reasons_of(weights)])


def _shortened(key: str, members: list[Node], common: Common) -> Iterator[Link]:
    """Links between a short name and the one body that it is short for."""
    short_key = key.removeprefix("o:")
    short = next((n for n in members if organization_key(n.name) == short_key), None)
    if short is None:
        return
    whole = sorted((n for n in members if n is not short), key=lambda n: (-n.articles, n.id))
    told = {n.id: _told(short, n) for n in whole}
    scored = []
    for one in sorted(whole, key=lambda n: (-told[n.id], -n.articles, n.id))[:_MANY]:
        prior, reason = _prior(short, short_key, one, told[one.id])
        weights = weigh_bodies(short, one, common)
        score = prior + sum(w.weight for w in weights)
        scored.append((score, one, [reason, *reasons_of(weights)]))
    scored.sort(key=lambda s: (-s[0], s[1].id))
    score, best, reasons = scored[0]
    rivals = [(s, n) for s, n, _ in scored[1:] if not _compatible(n, best)]
    clear = all(score - s >= MARGIN and told[best.id] >= RIVAL * told[n.id] for s, n in rivals)
    explained = told[best.id] or WELL_KNOWN.get(short_key) == organization_key(best.name)
    cut = short_key in short_forms(best.name)
    if not (clear and (explained or cut)):
        score = min(score, LINK - 0.01)
    if score >= SUGGEST:
        yield link_of(short, best, score, reasons)


def _told(short: Node, whole: Node) -> int:
    """In how many articles the one is called the other as well."""
    found = 0
    for one, key in ((whole, organization_key(short.name)), (short, organization_key(whole.name))):
        counts = one.also
        found += counts[key] if isinstance(counts, Counter) else int(key in counts)
    return found


def _prior(short: Node, key: str, whole: Node, told: int) -> tuple[float, str]:
    if WELL_KNOWN.get(key) == organization_key(whole.name):
        return KNOWN, f"{short.name} is the {whole.name}"
    cut = key in short_forms(whole.name)
    worth = next((w for number, w in DECLARED if told >= number), CUT_SHORT if cut else ALONE)
    if len(key.replace(" ", "")) == 2:
        worth += TWO_LETTERS
    if told:
        return worth, f"{whole.name} is called {short.name} in {told} articles"
    return worth, "one name longer" if cut else "the initials fit"
