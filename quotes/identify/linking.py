"""Where forms of one name meet: blocks, and the matching within them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quotes.identify.bare import surnames
from quotes.identify.clusters import Link
from quotes.identify.common import Common
from quotes.identify.evidence import spoke_together
from quotes.identify.forms import agree, blocks
from quotes.identify.matching import Found, variants
from quotes.identify.nodes import Node

Groups = Mapping[str, set[str]]
"""For an identifier, those that are one with it."""


@dataclass(slots=True)
class Blocks:
    """People by what forms of one name have in common."""

    _members: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, node: Node) -> None:
        """Put somebody into the blocks of their name.

        Args:
            node: The person.
        """
        if node.form is not None:
            for block in blocks(node.form):
                self._members[block][node.id] = None

    def match(
        self,
        nodes: Mapping[str, Node],
        touched: set[str],
        groups: Groups,
        common: Common,
        groups_with: Callable[[Iterable[Link]], Groups],
    ) -> Found:
        """Find links in the blocks of those of whom something is new.

        Args:
            nodes: Everybody.
            touched: Of whom something is new.
            groups: Who is one by earlier links.
            common: How widespread names are.
            groups_with: Who is one by earlier links and further ones.

        Returns:
            The links, and what is not sure enough, in an order of their own.
        """
        concerned = sorted({b for n in touched if (f := nodes[n].form) for b in blocks(f)})
        found = Found([], [])
        for block in concerned:
            members = [nodes[node_id] for node_id in self._members[block]]
            _take(found, variants_in(members, lambda node: node.id in touched, common))
        if found.links:
            groups = groups_with(found.links)
        for block in concerned:
            members = [nodes[node_id] for node_id in self._members[block]]
            _take(found, surnames_in(members, groups, nodes, common))
        return Found(once(found.links), once(found.suggestions))


def variants_in(members: Iterable[Node], touched: Callable[[Node], bool], common: Common) -> Found:
    """Find forms of one name in a block.

    Args:
        members: Those in it.
        touched: Whether something is new about one.
        common: How widespread names are.
    """
    full = [node for node in members if node.is_full]
    return variants(full, touched, common) if len(full) > 1 else Found([], [])


def surnames_in(
    members: Sequence[Node], groups: Groups, nodes: Mapping[str, Node], common: Common
) -> Found:
    """Find in a block whose the surnames alone are.

    Args:
        members: Those in it.
        groups: Who is one by links so far.
        nodes: Everybody who is in these groups or in the block.
        common: How widespread names are.
    """
    found = Found([], [])
    for bare, people in _by_surname(members, groups, nodes):
        _take(found, surnames(bare, people, common))
    return found


def may_join(a: Iterable[str], b: Iterable[str], nodes: Mapping[str, Node]) -> bool:
    """Whether no two names in two groups are plainly two people's.

    Args:
        a, b: Groups of identifiers.
        nodes: Everybody.
    """
    first, second = (
        {n.form.key: n for one in group if (n := nodes.get(one)) and n.form and n.is_full}
        for group in (a, b)
    )
    if first.keys() & second.keys() and len(first) == len(second) == 1:
        return True
    return all(_compatible(x, y) for x in first.values() for y in second.values())


def _compatible(a: Node, b: Node) -> bool:
    x, y = a.form, b.form
    # Of people with other surnames nothing is known here: one of them may have changed it.
    if x is None or y is None or x.surname != y.surname:
        return True
    if x.suffix != y.suffix and spoke_together(a, b):
        return False
    return x.key == y.key or agree(x, y) is not None


_ALONE: set[str] = set()


def _by_surname(
    members: Sequence[Node], groups: Groups, nodes: Mapping[str, Node]
) -> Iterable[tuple[list[Node], list[Node]]]:
    """Surnames alone that belong to nobody yet, and the people who have them."""
    bare: defaultdict[str, list[Node]] = defaultdict(list)
    full: defaultdict[str, list[Node]] = defaultdict(list)
    named: dict[int, bool] = {}
    for node in members:
        form = node.form
        if form is None:
            continue
        if form.is_full:
            full[form.tail].append(node)
            continue
        group = groups.get(node.id, _ALONE)
        if id(group) not in named:
            named[id(group)] = any(nodes[n].is_full for n in group)
        if not named[id(group)]:
            bare[form.tail].append(node)
    for tail in sorted(bare):
        its = sorted(bare[tail], key=lambda node: node.age)
        yield its, _whole(full[tail], groups, nodes)


def _whole(people: Iterable[Node], groups: Groups, nodes: Mapping[str, Node]) -> list[Node]:
    """Each person once, with all that is known of them under their other names."""
    found: dict[str, Node] = {}
    for node in people:
        group = groups.get(node.id, {node.id})
        head = min((nodes[n] for n in group if n in nodes), key=lambda one: one.age)
        full = min((nodes[n] for n in group if n in nodes and nodes[n].is_full), key=_use)
        if head.id in found:
            continue
        if len(group) > 1:
            whole = full.copy()
            for other in sorted(group - {full.id}):
                if other in nodes:
                    whole.join(nodes[other])
            full = whole
        found[head.id] = full
    return sorted(found.values(), key=lambda node: node.age)


def _use(node: Node) -> tuple[int, str]:
    return -node.articles, node.id


def _take(found: Found, made: Found) -> None:
    found.links.extend(made.links)
    found.suggestions.extend(made.suggestions)


def once(links: Iterable[Link]) -> list[Link]:
    """Links in their order, each pair once.

    Args:
        links: Some perhaps found in several blocks.
    """
    return sorted({(link.a, link.b): link for link in links}.values())
