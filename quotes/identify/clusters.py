"""Who is one: links by evidence and decisions of people, brought together.

The transitive closure of judgements follows nomenklatura (https://github.com/opensanctions/
nomenklatura): what people say is the same is joined first; a link never joins what people say is
different, however high its score.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quotes.errors import ContradictionError


class Link(NamedTuple):
    """Evidence that two identifiers are one speaker's.

    Attributes:
        a, b: The identifiers, the lesser first.
        score: The sum of the evidence, as log odds.
        reasons: What it is made of, strongest first.
    """

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


class Judged(NamedTuple):
    """What people decided about two identifiers, and where that is written."""

    same: bool
    a: str
    b: str
    where: str


def clusters(
    judged: Sequence[Judged],
    links: Iterable[Link],
    *,
    tells: Callable[[str], bool] = lambda node: True,
    may_join: Callable[[set[str], set[str]], bool] | None = None,
) -> list[set[str]]:
    """Join what is the same.

    Args:
        judged: What people decided.
        links: What the evidence says; what comes first is heard first.
        tells: Whether an identifier says something to `may_join`. Most of a large group says
            nothing, and need not be looked through for every link.
        may_join: Asked before a link joins two groups, of each of which it is given those that
            tell; decisions need not ask.

    Returns:
        Groups of identifiers, for all those named in the arguments.

    Raises:
        ContradictionError: Decisions contradict each other; all those concerned are named.
    """
    links = list(links)
    groups: dict[str, set[str]] = {}
    ends = [(one.a, one.b) for one in judged] + [(one.a, one.b) for one in links]
    for node in (node for pair in ends for node in pair):
        groups.setdefault(node, {node})
    telling = {id(group): {node} for node, group in groups.items() if tells(node)}

    def join(a: str, b: str) -> None:
        small, large = sorted((groups[a], groups[b]), key=len)
        if small is not large:
            large |= small
            telling.setdefault(id(large), set()).update(telling.pop(id(small), ()))
            groups.update(dict.fromkeys(small, large))

    for decision in judged:
        if decision.same:
            join(decision.a, decision.b)
    denied = [one for one in judged if not one.same and groups[one.a] is groups[one.b]]
    if denied:
        said = _said(judged)
        raise ContradictionError("; ".join(_contradiction(one, said) for one in denied))
    apart: dict[str, set[str]] = {}
    for decision in judged:
        if not decision.same:
            apart.setdefault(decision.a, set()).add(decision.b)
            apart.setdefault(decision.b, set()).add(decision.a)
    for link in links:
        a, b = groups[link.a], groups[link.b]
        if a is b or (apart and _are_apart(a, b, apart)):
            continue
        if may_join is None or may_join(telling.get(id(a), set()), telling.get(id(b), set())):
            join(link.a, link.b)
    return list({id(group): group for group in groups.values()}.values())


_NOBODY: frozenset[str] = frozenset()


def _are_apart(a: set[str], b: set[str], apart: Mapping[str, set[str]]) -> bool:
    small, large = sorted((a, b), key=len)
    return any(not apart.get(node, _NOBODY).isdisjoint(large) for node in small)


_Said = Mapping[str, Sequence[tuple[str, Judged]]]
"""With whom each is the same, and by which decisions."""


def _said(judged: Iterable[Judged]) -> _Said:
    said: defaultdict[str, list[tuple[str, Judged]]] = defaultdict(list)
    for one in judged:
        if one.same:
            said[one.a].append((one.b, one))
            said[one.b].append((one.a, one))
    return said


def _contradiction(different: Judged, said: _Said) -> str:
    steps = ", ".join(step.where for step in _path(different.a, different.b, said))
    return (
        f"{different.where} says that {different.a} and {different.b} are different, "
        f"{steps} that they are the same: take one back"
    )


def _path(start: str, end: str, said: _Said) -> list[Judged]:
    """The shortest chain of decisions that joins two identifiers."""
    came: dict[str, tuple[str, Judged] | None] = {start: None}
    border = [start]
    while border and end not in came:
        reached = []
        for node in border:
            for there, one in said[node]:
                if there not in came:
                    came[there] = (node, one)
                    reached.append(there)
        border = reached
    steps: list[Judged] = []
    node = end
    while (step := came.get(node)) is not None:
        node, one = step
        steps.append(one)
    return steps[::-1]
