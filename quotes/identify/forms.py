"""Names of people for comparison across articles, and how well two of them agree."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from nameparser import HumanName

from quotes.attribute.lexicon import REGNAL
from quotes.attribute.names import gender_of_given, is_given, parse_name, surname_tail
from quotes.identify.shortnames import is_short, roots
from quotes.identify.spelling import alike, homophone, plain, skeleton
from quotes.identify.surnames import COMMON_SURNAMES, EAST_ASIAN_SURNAMES

Agreed = Literal[
    "equal", "middle", "initial-first", "extra-word", "nickname", "second-name", "spelling",
    "homophone", "spellings", "order", "initial", "surname-longer", "middle-name",
]  # fmt: skip

WORTH: dict[Agreed, tuple[float, float, float]] = {
    "equal": (4.0, 3.0, 1.5),
    "middle": (3.5, 2.6, 0.8),
    "middle-name": (2.7, 1.8, 0.0),
    "initial-first": (3.0, 2.3, 0.5),
    "order": (3.0, 2.0, 1.0),
    "nickname": (2.4, 1.8, 0.0),
    "homophone": (2.2, 1.8, 0.0),
    "extra-word": (2.2, 1.8, 0.0),
    "spelling": (1.6, 1.3, 0.0),
    "second-name": (1.5, 1.0, 0.0),
    "spellings": (1.2, 0.8, -1.0),
    "initial": (0.8, 0.3, -1.0),
    "surname-longer": (0.5, 0.2, -1.0),
}
"""What each way to agree is worth, for a rare name, a middling one and one that many bear."""

SUFFIX_OF_ONE = -3.0
"""Jr. in one and nothing in the other: father and son, or one of them."""

SENIOR = -1.5
"""Sr. in one: the name without it is more often the father's."""

# Bounded, so that thousands of marks never closed take no quadratic time.
_SPECIAL = re.compile(r"[()“”\"]|\bn[ée]e\b|‘[^’]{1,300}’|'[^']{1,300}' ")
_PARENTHESIS = re.compile(r"\([^)]{0,300}\)")
_BORN = re.compile(r"\bn[ée]e\s+(\w[\w'’-]*)")


@dataclass(frozen=True, slots=True)
class Form:
    """A person's name, taken apart for comparison.

    Attributes:
        given: Given names and initials in plain letters; empty for a surname alone.
        surname: In plain letters, with its particles.
        suffix: ``jr``, ``sr``, ``ii``… or None.
        gender: ``m`` or ``f``, from a title or the given name; else None.
        called: Nicknames written with the name, and a surname by birth.
        commonness: 0 for a rare name, 1, or 2 for one that many people bear.
        is_full: Whether it can tell a person: a given name with the surname, or a pope's and
            king's.
        key: Equal for equal names.
        tail: The part of the surname that is never dropped.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str | None
    gender: str | None
    called: tuple[str, ...]
    commonness: int
    is_full: bool = field(init=False, compare=False)
    key: str = field(init=False, compare=False)
    tail: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for in every comparison, so worked out once.
        suffix = [self.suffix] if self.suffix else []
        full = bool(self.given) or self.surname.partition(" ")[0] in REGNAL
        object.__setattr__(self, "is_full", full)
        object.__setattr__(self, "key", " ".join((*self.given, self.surname, *suffix)))
        object.__setattr__(self, "tail", surname_tail(self.surname))

    def __reduce__(self) -> tuple[Any, ...]:
        # Written to files by the million: without what follows from the rest, and in one step.
        parts = (self.given, self.surname, self.suffix, self.gender, self.called, self.commonness)
        return Form, parts


class Agreement(NamedTuple):
    """How two names agree, what it is worth, and why in words."""

    how: Agreed
    score: float
    reason: str


@lru_cache(maxsize=200_000)
def form_of(name: str) -> Form | None:
    """Take a person's name apart.

    Args:
        name: As written, perhaps with a title, a nickname in quotation marks, or a surname by
            birth in brackets.

    Returns:
        The parts; None where there is no name in it.
    """
    called: tuple[str, ...] = ()
    if _SPECIAL.search(name):
        human = HumanName(name)
        born = human.maiden or (match[1] if (match := _BORN.search(name)) else "")
        called = tuple(plain(word) for word in (*human.nickname.split(), *born.split()))
        bare = " ".join(filter(None, (human.title, human.first, human.middle, human.last)))
        name = " ".join(filter(None, (bare, human.suffix))) or _PARENTHESIS.sub(" ", name)
    parsed = parse_name(name)
    if parsed is None:
        return None
    # Of letters of some rare alphabets nothing plain is left: they stay as they are.
    given = tuple(plain(word) or word for word in parsed.given)
    surname = plain(parsed.surname) or parsed.surname
    known = [gender_of_given(word) for word in given[:2] if len(word) > 1]
    gender = parsed.gender or next(filter(None, known), None)
    return Form(given, surname, parsed.suffix, gender, called, _commonness(given, surname))


def _commonness(given: tuple[str, ...], surname: str) -> int:
    first = next((word for word in given if len(word) > 1), "")
    return int(is_given(first)) + int(surname in COMMON_SURNAMES) if first else 2


def blocks(form: Form) -> tuple[str, ...]:
    """Where to look for other forms of a name; names of one person share one.

    Args:
        form: The name.

    Returns:
        Keys, the surname's first.
    """
    words = [form.tail, *form.surname.replace("-", " ").split()[-2:], *form.called]
    words += [w for w in form.given[1:] if len(w) > 2 and not is_given(w)]
    if _eastern(form):
        words.append(form.given[0])
    return tuple(dict.fromkeys(skeleton(word) for word in words if len(word) > 1)) or (
        form.surname,
    )


def given_keys(form: Form) -> tuple[str, ...]:
    """Within a block, where to look for other forms of the given name.

    Args:
        form: The name.

    Returns:
        Keys; two given names that can be one person's share one.
    """
    keys: list[str] = []
    for word in (*form.given[:2], *form.called[:1]):
        if len(word) == 1:
            keys.append(f"{word}.")
            continue
        keys += (skeleton(word), *roots(word))
    if _eastern(form):
        keys.append(skeleton(form.tail))
    return tuple(dict.fromkeys(keys))


def agree(a: Form, b: Form) -> Agreement | None:
    """Tell how two full names agree.

    Args:
        a, b: Names with a given name each.

    Returns:
        How, or None where they are two people's.
    """
    if a.gender and b.gender and a.gender != b.gender and a.given != b.given:
        return None
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return None
    found = _how(a, b)
    if found is None:
        return None
    how, reason = found
    worth = WORTH[how][_commonness_of_both(a, b) if how != "initial" else 1]
    if a.suffix != b.suffix:
        senior = (a.suffix or b.suffix) == "sr"
        worth += SENIOR if senior else SUFFIX_OF_ONE
        return Agreement(how, worth, f"{reason}; one is {a.suffix or b.suffix}")
    return Agreement(how, worth, reason)


def _commonness_of_both(a: Form, b: Form) -> int:
    """How many bear what two names share: fewer where another family's name is in both."""
    rare = any(len(w) > 2 and w in b.given[1:] and not is_given(w) for w in a.given[1:])
    return max(0, max(a.commonness, b.commonness) - rare)


def _how(a: Form, b: Form) -> tuple[Agreed, str] | None:
    if a.given == b.given and a.surname == b.surname:
        return "equal", "equal names"
    if not a.given or not b.given:
        return None
    surname = _surnames(a, b)
    if surname is None:
        if _eastern(a) and a.given[0] == b.surname and a.surname == "".join(b.given):
            return "order", "equal names in another order"
        if _eastern(b) and b.given[0] == a.surname and b.surname == "".join(a.given):
            return "order", "equal names in another order"
        return None
    given = _givens(a, b)
    if given is None or surname == "equal":
        return given
    if given[0] not in ("equal", "middle", "middle-name", "nickname", "spelling", "homophone"):
        return None
    if surname == "surname-longer":
        return "surname-longer", "equal given names, one surname longer"
    if given[0] in ("spelling", "homophone"):
        return "spellings", "given name and surname spelled alike"
    return "spelling", "surnames spelled alike"


def _surnames(a: Form, b: Form) -> Agreed | None:
    if a.surname == b.surname or a.tail == b.tail:
        return "equal"
    words, others = (
        set(a.surname.replace("-", " ").split()),
        set(b.surname.replace("-", " ").split()),
    )
    if words < others or others < words or a.tail in b.called or b.tail in a.called:
        return "surname-longer"
    if a.tail in b.given[1:] or b.tail in a.given[1:]:
        return "surname-longer"
    return "spelling" if alike(a.tail, b.tail) else None


def _givens(a: Form, b: Form) -> tuple[Agreed, str] | None:
    first, second = a.given[0], b.given[0]
    if first == second:
        if len(first) == 1 and a.given != b.given:
            return "initial", "equal initial"
        return _middles(a, b)
    if len(first) == 1 and len(second) == 1:
        return None
    fronts = [one.given[0] for one, other in ((a, b), (b, a)) if other.given[0] in one.given[1:]]
    if fronts:
        return max(map(_without_front, fronts), key=lambda how: (WORTH[how[0]], how[1]))
    if len(first) == 1 or len(second) == 1:
        return ("initial", "an initial that fits") if first[0] == second[0] else None
    if second in a.called or first in b.called or is_short(first, second):
        return _unless_middles_differ(a, b, "nickname", f"{first} and {second}: short for one name")
    if alike(first, second, given=True):
        how: Agreed = "homophone" if homophone(first, second) else "spelling"
        return _unless_middles_differ(a, b, how, f"{first} and {second}: one name, two spellings")
    return None


def _without_front(word: str) -> tuple[Agreed, str]:
    """How names agree but for a given name in front of one."""
    if len(word) == 1:
        return "initial-first", "equal names but for the first initial"
    if is_given(word):
        return "second-name", "goes by a second given name"
    return "extra-word", f"equal names but for {word!r} in front"


def _middles(a: Form, b: Form) -> tuple[Agreed, str] | None:
    if len(a.given) > 1 and len(b.given) > 1:
        if a.given[1][0] != b.given[1][0]:
            return None
        if a.given[1] == b.given[1] or 1 in (len(a.given[1]), len(b.given[1])):
            return "middle", "equal names, middle name shortened"
        return None
    how: Agreed = (
        "middle-name" if any(len(m) > 1 for m in (*a.given[1:], *b.given[1:])) else "middle"
    )
    return how, "equal names but for a middle name"


def _unless_middles_differ(a: Form, b: Form, how: Agreed, reason: str) -> tuple[Agreed, str] | None:
    return None if _middles(a, b) is None else (how, reason)


def _eastern(form: Form) -> bool:
    return len(form.given) == 1 and form.given[0] in EAST_ASIAN_SURNAMES
