"""Ranks whom a word may mean, by clues whose weights are learned; abstains when two are close.

A log-linear model over the candidates of one word (Denis & Baldridge, "A Ranking Approach to
Pronoun Resolution", IJCAI 2007): each clue adds its weight, the sums compete. The weights come
from `quotes.model.ranker` and lie beside this module.
"""

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from typing import TypeVar

from quotes.attribute.clues import Clues, clues_of
from quotes.attribute.discourse import Discourse, Question
from quotes.attribute.referents import Referent

_FILE = "ranker.json"
_T = TypeVar("_T")
_tried: ContextVar[Mapping[str, Mapping[str, float]] | None] = ContextVar("_tried", default=None)


def learned() -> Mapping[str, Mapping[str, float]]:
    """Give the weights.

    Returns:
        By the sort of question, the weight of each clue; under ``margin`` how much likelier the
        best candidate must be than the second, as a difference of shares.
    """
    tried = _tried.get()
    return _shipped() if tried is None else tried


@contextmanager
def trying(weights: Mapping[str, Mapping[str, float]]) -> Iterator[None]:
    """Rank by other weights than those that come with the package, as their training does.

    Args:
        weights: The weights, as `learned` gives them.

    Yields:
        Nothing; afterwards the weights are what they were.
    """
    token = _tried.set(weights)
    try:
        yield
    finally:
        _tried.reset(token)


@cache
def _shipped() -> Mapping[str, Mapping[str, float]]:
    text = resources.files("quotes.attribute").joinpath(_FILE).read_text(encoding="utf-8")
    return dict(json.loads(text)["weights"])


def scored(what: str, clues: Clues) -> float:
    """Add up the weights of one candidate's clues.

    Args:
        what: The sort of question.
        clues: The clues.

    Returns:
        The candidate's score.
    """
    weights = learned()[what]
    return sum(weights.get(name, 0.0) * value for name, value in clues.items())


def rank(
    d: Discourse,
    candidates: list[Referent],
    at: int,
    gender: str | None = None,
    *,
    what: str = "pronoun",
) -> list[tuple[float, Referent]]:
    """Rank candidates, best first.

    Args:
        d: The article so far.
        candidates: Who may be meant.
        at: The word's token.
        gender: The gender it shows.
        what: The sort of question.

    Returns:
        Share, 0 to 1, and candidate; those that cannot be meant left out.
    """
    found = clues_of(d, candidates, at, gender)
    if d.asked is not None:
        d.asked.append(Question(what, at, list(found)))
    return shares([(scored(what, clues), r) for r, clues in found])


def rank_of(
    d: Discourse, what: str, at: int, options: list[tuple[Referent | None, Clues]]
) -> list[tuple[float, Referent | None]]:
    """Rank given options, best first.

    Args:
        d: The article so far.
        what: The sort of question.
        at: The word's token.
        options: Who may be meant, None for nobody known, each with its clues.

    Returns:
        Share, 0 to 1, and option.
    """
    if d.asked is not None:
        d.asked.append(Question(what, at, options))
    return shares([(scored(what, clues), option) for option, clues in options])


def shares(scores: list[tuple[float, _T]]) -> list[tuple[float, _T]]:
    """Turn scores into shares that add up to one, best first."""
    if not scores:
        return []
    best = max(score for score, _ in scores)
    powers = [(math.exp(score - best), one) for score, one in scores]
    total = sum(power for power, _ in powers)
    return sorted(((power / total, one) for power, one in powers), key=lambda s: -s[0])


def choose(
    d: Discourse,
    candidates: list[Referent],
    at: int,
    gender: str | None = None,
    *,
    what: str = "pronoun",
) -> Referent | None:
    """Choose whom a word means; abstain where two are equally likely.

    Args:
        d: The article so far.
        candidates: Who may be meant.
        at: The word's token.
        gender: The gender it shows.
        what: The sort of question.

    Returns:
        The best candidate, or None.
    """
    ranked = rank(d, candidates, at, gender, what=what)
    margin = learned()[what].get("margin", 0.0)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return None
    return ranked[0][1]
