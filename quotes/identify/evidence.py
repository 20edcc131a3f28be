"""What speaks for and against two speakers being one: a sum of weights, each with its reason.

The weights are log odds by hand, after Fellegi and Sunter, "A theory for record linkage" (1969):
what is rarely shared by chance weighs much. They were set on the training halves of the data in
``docs/identity.md`` and lean towards keeping people apart.
"""

from collections.abc import Callable, Collection, Iterable
from math import fsum, log
from typing import NamedTuple, TypeVar

from quotes.attribute.names import is_given
from quotes.identify.callings import HIGH, LOCAL, Calling, far
from quotes.identify.common import Common
from quotes.identify.nodes import Node
from quotes.identify.surnames import COMMON_SURNAMES

SAME_WORDS = 5.0
SAME_ROLE = 2.0
SAME_OFFICE = 1.2
ROLE_IN_BOTH = "role in both: {}"
WORDS_IN_BOTH = "the same words in both"
OF_ONE_AGE = "of one age"
SAME_FIELD = 0.6
FAR_FIELDS_AT_ONCE = -3.6
FAR_FIELDS = -2.2
OTHER_PLACE = -2.6
COMPANY = 0.9
MAX_COMPANY = 2.7
MAX_SETTING = 2.0
SAME_OUTLET_AND_WEEK = 0.7
SAME_WEEK = 0.4
YEARS_APART = ((3650, -1.2), (1095, -0.7))
"""What many days between the last of one and the first of the other weigh."""

BORN_TOGETHER = 1.5
BORN_APART = -4.0
SPOKE_TOGETHER = -4.0
NOTHING_SHARED = -0.9

_DAYS_AT_ONCE = 120
_Value = TypeVar("_Value")


class Weight(NamedTuple):
    """One piece of evidence.

    Attributes:
        weight: What it is worth.
        text: It in words; ``{}`` stands for what is shared.
        shared: What two people have in common.
        order: What comes first of that; by the alphabet where it isn't given.
    """

    weight: float
    text: str
    shared: Collection[str] = ()
    order: Callable[[str], tuple[float, str]] | None = None

    @property
    def reason(self) -> str:
        """The evidence in words; made when asked for, since most pairs are never shown."""
        if not self.shared:
            return self.text
        return self.text.format(", ".join(sorted(self.shared, key=self.order)[:4]))


def weigh(a: Node, b: Node, common: Common) -> list[Weight]:
    """All evidence but the names.

    Args:
        a, b: Two speakers; either may be a single article's.
        common: How widespread names are.

    Returns:
        The evidence, strongest first.
    """
    gap = _gap(a, b)
    told = a.words_of_role and b.words_of_role
    roles = role_evidence(a.calling, b.calling, gap=gap) if told else []
    # To do another thing at the same time is no sign of being the same.
    at_once = any(one.weight == FAR_FIELDS_AT_ONCE for one in roles)
    found = [
        *_words(a, b),
        *roles,
        *_company(a, b, common),
        *_setting(a, b, common),
        *([] if at_once else _time(a, b, gap)),
        *_born(a, b),
    ]
    found.sort(key=_strength)
    return found


def least(a: Node, b: Node) -> float:
    """What `weigh` comes to at least for two of one name; told without what is around them.

    Of somebody well known that is much, and may lie elsewhere. All of it speaks for one person:
    only roles, ages and years apart speak against.

    Args:
        a, b: Two speakers with equal names.
    """
    gap = _gap(a, b)
    roles = role_evidence(a.calling, b.calling, gap=gap)
    apart = min(weight for days, weight in ((-1, 0.0), *YEARS_APART) if (gap or 0) > days)
    found = [*(one.weight for one in (*roles, *_born(a, b))), apart]
    return sum(found) + (0.0 if any(weight > 0 for weight in found) else NOTHING_SHARED)


def weigh_bodies(a: Node, b: Node, common: Common) -> list[Weight]:
    """What tells two organisations' names from, or joins them, but for the names themselves.

    Args:
        a, b: Two bodies.
        common: How widespread names are.

    Returns:
        The evidence, strongest first.
    """
    # Of two that are in every paper, much is shared by chance.
    crowd = 1 + log(max(1, min(a.articles, b.articles)))
    beside = [one._replace(weight=one.weight / crowd) for one in _company(a, b, common)]
    # A body lives on: to be quoted years apart says nothing.
    near = [one for one in _time(a, b, _gap(a, b)) if one.weight > 0]
    found = [*_words(a, b), *beside, *_setting(a, b, common), *near]
    found.sort(key=_strength)
    return found


def reasons_of(weights: Iterable[Weight]) -> list[str]:
    """Evidence in words, strongest first.

    Args:
        weights: From `weigh`.
    """
    told = [(-abs(one.weight), one.reason) for one in weights]
    return [reason for _, reason in sorted(told)]


def _strength(one: Weight) -> float:
    return -abs(one.weight)


def _gap(a: Node, b: Node) -> int | None:
    """Days between two periods; 0 where they overlap."""
    if not a.first or not b.first:
        return None
    return max(0, a.first - b.last, b.first - a.last)


def _both(a: Collection[_Value], b: Collection[_Value]) -> list[_Value]:
    """What is in both; the smaller is gone through."""
    if len(b) < len(a):
        a, b = b, a
    return [one for one in a if one in b]


def _words(a: Node, b: Node) -> list[Weight]:
    if len(_both(a.words, b.words)) < 2:
        return []
    return [Weight(SAME_WORDS, WORDS_IN_BOTH)]


def role_evidence(a: Calling, b: Calling, *, gap: int | None) -> list[Weight]:
    """What two people's roles tell.

    Args:
        a, b: Roles, of each all together.
        gap: How many days lie between them, where that is known.

    Returns:
        At most one piece of evidence.
    """
    if not a.words or not b.words:
        return []
    offices, names = a.offices & b.offices, a.names & b.names
    shared = a.words & b.words
    if offices & LOCAL and not names and a.names and b.names:
        return [Weight(OTHER_PLACE, "{} of different places or bodies", offices)]
    if (offices and names) or len(shared) > 1:
        return [Weight(SAME_ROLE, ROLE_IN_BOTH, shared)]
    if offices or shared - a.names:
        return [Weight(SAME_OFFICE, ROLE_IN_BOTH, shared)]
    if far(a.fields, b.fields):
        at_once = gap is None or gap <= _DAYS_AT_ONCE
        weight = FAR_FIELDS_AT_ONCE if at_once else FAR_FIELDS
        return [Weight(weight, f"{_list(a.fields)} here, {_list(b.fields)} there")]
    if a.fields & b.fields:
        return [Weight(SAME_FIELD, "both in {}", a.fields & b.fields)]
    return []


def _company(a: Node, b: Node, common: Common) -> list[Weight]:
    shared = sorted(_both(a.company, b.company))
    weight = min(MAX_COMPANY, COMPANY * sum(map(common.rarity, shared))) if shared else 0.0
    found = [Weight(weight, "spoke beside {}", shared)] if weight > 0 else []
    if spoke_together(a, b):
        found.append(Weight(SPOKE_TOGETHER, "both speak in one article"))
    return found


def spoke_together(a: Node, b: Node) -> bool:
    """Whether some article has two people as two speakers, under other names.

    Args:
        a, b: Two people.
    """
    if a.form is None or b.form is None or a.form.key == b.form.key:
        return False
    # Of somebody in very many articles not all company is kept.
    return b.form.key in a.company or a.form.key in b.company


def _setting(a: Node, b: Node, common: Common) -> list[Weight]:
    shared = _both(a.setting, b.setting)
    if len(shared) > 1 and a.form and b.form and a.form.key != b.form.key:
        # Of two names parts are in the text of both: a rare one tells, a given name does not.
        own = (*a.form.key.split(), *b.form.key.split())
        shared = [name for name in shared if name not in own or not _is_common(name)]
    if len(shared) < 2:
        return []
    # Of one who is in every paper, every article shares something.
    large = a if len(b.setting) < len(a.setting) else b
    crowd = 1 + log(max(1, large.articles))
    # As a set has no order, a plain sum's last bit would hang on the process.
    weight = min(MAX_SETTING, 0.5 * fsum(map(common.rarity, shared)) / crowd)
    return [Weight(weight, "in the text: {}", shared, common.rarest_first)] if weight >= 0.2 else []


def _is_common(name: str) -> bool:
    return is_given(name) or name in COMMON_SURNAMES


def _time(a: Node, b: Node, gap: int | None) -> list[Weight]:
    small, large = (b.weeks, a.weeks) if len(b.weeks) < len(a.weeks) else (a.weeks, b.weeks)
    for outlet, week in small:
        if outlet and any((outlet, near) in large for near in (week, week - 1, week + 1)):
            return [Weight(SAME_OUTLET_AND_WEEK, "in one outlet within a week or so")]
    if gap is not None and gap <= 7:
        return [Weight(SAME_WEEK, "within a week")]
    apart = next((weight for days, weight in YEARS_APART if (gap or 0) > days), 0.0)
    return [Weight(apart, f"{(gap or 0) // 365} years apart")] if apart else []


def _born(a: Node, b: Node) -> list[Weight]:
    if not a.born or not b.born:
        return []
    apart = min(abs(x - y) for x in a.born for y in b.born)
    if apart <= 1:
        return [Weight(BORN_TOGETHER, OF_ONE_AGE)]
    return [Weight(BORN_APART, f"{apart} years apart in age")] if apart > 2 else []


def high_office(a: Node, b: Node) -> str | None:
    """An office that, with a surname, tells who is meant.

    Args:
        a, b: Two speakers.
    """
    shared = a.calling.offices & b.calling.offices & HIGH
    return min(shared, default=None)


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:4])
