"""Who is one in a registry: links that are kept, decisions of people, and the oldest of each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quotes.identify import bodies
from quotes.identify.clusters import Judged, Link, clusters
from quotes.identify.decisions import Decision
from quotes.identify.linking import may_join
from quotes.identify.nodes import PERSON
from quotes.identify.resolution import Kept, Place
from quotes.identify.speakers import cut_id
from quotes.identify.state import State

_LATE = 10**7


def keep(known: State, link: Link) -> None:
    """Keep a link, where it is new or surer than before.

    Args:
        known: The registry's state.
        link: The link.
    """
    pair = (link.a, link.b)
    kept = known.links.get(pair)
    if kept is None or kept.link.score < link.score:
        known.links[pair] = Kept(link, kept.run if kept else known.run)


def heard(known: State) -> list[Link]:
    """The links in their order: what was linked earlier first, so that nothing is taken back.

    Args:
        known: The registry's state.
    """
    kept = sorted(known.links.values(), key=lambda k: (k.run, -k.link.score, k.link.a, k.link.b))
    return [one.link for one in kept]


def grouped(known: State, links: Iterable[Link], judged: Sequence[Judged]) -> dict[str, set[str]]:
    """Who is one by links and judgements.

    Args:
        known: The registry's state.
        links: In their order.
        judged: What people decided.

    Returns:
        For each identifier in these, those that are one with it.

    Raises:
        ContradictionError: The judgements contradict each other.
    """

    def may(a: set[str], b: set[str]) -> bool:
        ids = [
            {known.authority_ids[n] for n in group if n in known.authority_ids} for group in (a, b)
        ]
        if ids[0] and ids[1]:
            return not ids[0].isdisjoint(ids[1])
        return may_join(a, b, known.nodes) and bodies.may_be_one(a, b, known.nodes)

    def tells(one: str) -> bool:
        node = known.nodes.get(one)
        return node is not None and (node.is_full or node.kind != PERSON)

    there = (link for link in links if link.a in known.nodes and link.b in known.nodes)
    groups = clusters(judged, there, tells=tells, may_join=may)
    return {one: group for group in groups for one in group}


def decide(known: State, decisions: Sequence[Decision]) -> dict[str, set[str]]:
    """Bring links and decisions together, and let each identifier lead to the oldest.

    Args:
        known: The registry's state; its ``heads`` are set.
        decisions: What people decided.

    Returns:
        For each identifier that was linked or decided about, those that are one with it.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    judged = [
        Judged(d.decision == "same", a, b, d.where)
        for d in decisions
        if d.decision != "name" and (a := named(known, d.a)) and (b := named(known, d.b))
    ]
    groups = grouped(known, heard(known), judged)
    known.heads = {}
    for group in {id(g): g for g in groups.values()}.values():
        head = min(group, key=lambda one: _age(known, one))
        known.heads.update((one, head) for one in group if one != head)
    return groups


def _age(known: State, node_id: str) -> tuple[Any, ...]:
    node = known.nodes.get(node_id)
    return node.age if node else (known.others.get(node_id, 0), True, _LATE, "", node_id)


def named(known: State, name: str) -> str | None:
    """Whom a decision names: an identifier, or a speaker in one article.

    Args:
        known: The registry's state.
        name: As the decision has it.

    Returns:
        The identifier; None for one not known yet.
    """
    for one in (name, cut_id(name)) if "@" in name else (name,):
        if one in known.nodes or one in known.others:
            return one
    return None


def is_known(known: State, decision: Decision) -> bool:
    """Whether a decision is about speakers that are known.

    Args:
        known: The registry's state.
        decision: The decision.
    """
    sides = (decision.a,) if decision.decision == "name" else (decision.a, decision.b)
    return all(named(known, side) for side in sides)


def names(
    known: State,
    where: Mapping[Place, str],
    groups: Mapping[str, set[str]],
    decisions: Sequence[Decision],
) -> dict[Place, str]:
    """The names to show where they are not the article's own.

    Args:
        known: The registry's state.
        where: Who speaks where.
        groups: From `decide`.
        decisions: What people decided.
    """
    given: dict[str, str] = {}
    for one in decisions:
        head = named(known, one.a) if one.decision == "name" else None
        if head is not None:
            given.update(dict.fromkeys(groups.get(head, {head}), one.b))
    shown: dict[Place, str] = {}
    full: dict[int, str | None] = {}
    for place, node_id in where.items():
        name = given.get(node_id)
        node = known.nodes.get(node_id)
        if name is None and node is not None and node_id in groups and not node.is_full:
            group = groups[node_id]
            if id(group) not in full:
                full[id(group)] = _full_name(known, group)
            name = full[id(group)]
        if name is not None:
            shown[place] = name
    return shown


def _full_name(known: State, group: Iterable[str]) -> str | None:
    """The name that most articles use for one whom this article gives no given name."""
    full = [node for n in group if (node := known.nodes.get(n)) and node.is_full]
    return min(full, key=lambda node: (-node.articles, node.age)).name if full else None
