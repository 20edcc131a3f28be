"""Which people are one: scores of pairs that share a block, never of all pairs.

Three questions, from the safest to the least safe. Where does a full name go that was met before
(`placed`)? Which full names are forms of one (`variants`)? Whose is a surname alone
(`quotes.identify.bare`)? The last two make links, which leave the identifiers as they are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from quotes.identify.clusters import Link
from quotes.identify.common import Common
from quotes.identify.evidence import NOTHING_SHARED as NOTHING
from quotes.identify.evidence import (
    OF_ONE_AGE,
    ROLE_IN_BOTH,
    SPOKE_TOGETHER,
    WORDS_IN_BOTH,
    Weight,
    least,
    reasons_of,
    weigh,
)
from quotes.identify.forms import WORTH, Form, agree, given_keys
from quotes.identify.nodes import Node

EQUAL = 0.5
"""A full name joins a person of that name from this score on."""

LINK = 2.0
"""Other forms of a name, and surnames, are linked from this score on."""

SUGGEST = 0.5
"""Pairs from this score on are worth a person's look."""

PER_ARTICLE = 0.35
WELL_KNOWN = 1.6
"""What it is worth that somebody is in many articles: by the logarithm, up to this."""

MARGIN = 1.0
"""By how much the best must beat the next who can't be the same."""

_OF_ONE = (ROLE_IN_BOTH, WORDS_IN_BOTH, OF_ONE_AGE)
_MANY = 16
_NAMESAKES = 12


class Found(NamedTuple):
    """Links, and pairs that are not sure enough to be linked."""

    links: list[Link]
    suggestions: list[Link]


def placed(one: Node, namesakes: Sequence[Node], common: Common) -> Node | None:
    """Tell which person of the same full name somebody in an article is.

    Args:
        one: The person in that article.
        namesakes: The people of that name met so far.
        common: How widespread names are.

    Returns:
        The person; None where the evidence says that it is none of these.
    """
    form = one.form
    if form is None:
        return None
    best: tuple[float, Node] | None = None
    equal = WORTH["equal"][form.commonness]
    for node in _likely(namesakes):
        prior = min(WELL_KNOWN, PER_ARTICLE * log(max(1, node.articles)))
        score = equal + prior
        if len(namesakes) == 1 and score + least(one, node) >= EQUAL:
            return node
        score += _total(weigh(one, node, common), form)
        if score >= EQUAL and (best is None or score > best[0]):
            best = (score, node)
    return best[1] if best else None


def _total(weights: Iterable[Weight], form: Form) -> float:
    found = [one.weight for one in weights]
    lonely = form.commonness == 2 and not any(weight > 0 for weight in found)
    return sum(found) + (NOTHING if lonely else 0.0)


def _likely(namesakes: Sequence[Node]) -> Sequence[Node]:
    """All; of very many those met first, who are the best known, and last, who are near in time.

    Mentions are placed in the order of days.
    """
    if len(namesakes) <= 2 * _NAMESAKES:
        return namesakes
    return [*namesakes[:_NAMESAKES], *namesakes[-_NAMESAKES:]]


def variants(block: Sequence[Node], touched: Callable[[Node], bool], common: Common) -> Found:
    """Link forms of one name: nicknames, initials, spellings, a surname that became longer.

    Args:
        block: People with full names that share a block.
        touched: Whether something is new about one.
        common: How widespread names are.

    Returns:
        The links; and what is not sure enough.
    """
    by_key: defaultdict[str, list[Node]] = defaultdict(list)
    for node in sorted(block, key=lambda n: (-n.articles, n.id)):
        for key in given_keys(form_in(node)):
            if len(by_key[key]) < _MANY:
                by_key[key].append(node)
        # An initial stands for all given names that begin so.
        for word in dict.fromkeys(w[0] for w in form_in(node).given[:1]):
            if len(by_key[f"{word}."]) < _MANY and node not in by_key[f"{word}."]:
                by_key[f"{word}."].append(node)
    pairs: dict[tuple[str, str], Link] = {}
    nodes = {node.id: node for node in block}
    for key, group in by_key.items():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                ids = (min(a.id, b.id), max(a.id, b.id))
                if ids in pairs or not (touched(a) or touched(b)):
                    continue
                if key.endswith(".") and not _initials(a, b):
                    continue
                link = _variant(a, b, common)
                if link is not None:
                    pairs[ids] = link
    return _clear(pairs.values(), nodes)


def _initials(a: Node, b: Node) -> bool:
    return any(len(word) == 1 for node in (a, b) for word in form_in(node).given[:1])


def _variant(a: Node, b: Node, common: Common) -> Link | None:
    agreement = agree(form_in(a), form_in(b))
    if agreement is None or (agreement.how == "equal" and form_in(a).key == form_in(b).key):
        return None
    weights = weigh(a, b, common)
    if form_in(a).suffix != form_in(b).suffix and not _one_in_spite_of_suffix(a, b, weights):
        return None
    score = agreement.score + sum(one.weight for one in weights)
    if round(score, 2) < SUGGEST:
        return None
    return link_of(a, b, score, [agreement.reason, *reasons_of(weights)])


def _one_in_spite_of_suffix(a: Node, b: Node, weights: Sequence[Weight]) -> bool:
    """Whether "Jr." in one name alone may have been left out of the other.

    Papers have father and son in one story, beside the same people: only what somebody does or
    says tells, not who stands around.
    """
    if any(one.weight <= SPOKE_TOGETHER for one in weights):
        return False
    if "sr" in (form_in(a).suffix, form_in(b).suffix):
        return True
    return any(one.text in _OF_ONE for one in weights)


def _clear(pairs: Iterable[Link], nodes: Mapping[str, Node]) -> Found:
    """Leave out pairs where one may as well be another's, who is somebody else."""
    by_node: defaultdict[str, list[Link]] = defaultdict(list)
    links: list[Link] = []
    suggestions: list[Link] = []
    for link in pairs:
        if link.score < LINK:
            suggestions.append(link)
            continue
        by_node[link.a].append(link)
        by_node[link.b].append(link)
    unclear: set[tuple[str, str]] = set()
    for node_id, its in by_node.items():
        for i, first in enumerate(its):
            for second in its[i + 1 :]:
                if abs(first.score - second.score) >= MARGIN:
                    worse = min(first, second, key=lambda link: link.score)
                    loser = {(worse.a, worse.b)}
                else:
                    loser = {(first.a, first.b), (second.a, second.b)}
                ends = [link.b if link.a == node_id else link.a for link in (first, second)]
                if agree(form_in(nodes[ends[0]]), form_in(nodes[ends[1]])) is None:
                    unclear |= loser
    for link in {id(link): link for its in by_node.values() for link in its}.values():
        (suggestions if (link.a, link.b) in unclear else links).append(link)
    return Found(links, suggestions)


def form_in(node: Node) -> Form:
    """A person's name taken apart.

    Args:
        node: Somebody whose name has been taken apart before.
    """
    form = node.form
    if form is None:
        raise ValueError(f"no name in {node.name!r}")
    return form


def link_of(a: Node, b: Node, score: float, reasons: Sequence[str]) -> Link:
    """A link between two people.

    Args:
        a, b: The two, in any order.
        score, reasons: What speaks for it.
    """
    first, second = sorted((a.id, b.id))
    return Link(first, second, round(score, 2), tuple(reasons))
