"""Descriptions at odds: *the fire chief* is not *the police chief*, nor *the French* one.

Whoever shares a noun with somebody is easily taken for them. What stands beside the noun tells them
apart, where both have something of one sort: a field of office, a country, or, of those without a
name, what else narrows the noun.
"""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from quotes.attribute.lexicon import PERSON_NOUNS, PORTFOLIOS, word_set
from quotes.attribute.phrases import Phrase
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Qualifiers, Referent
from quotes.attribute.words import Words

#: Fields of office, in front of the noun too.
_FIELDS = PORTFOLIOS | word_set(
    """
    campaign city county federal financial fire fisheries foreign highway hospital immigration
    legal medical parks police press prime railway schools social space water works
    """
)
_BEHIND = frozenset(("of", "for", "at", "from", "with"))
_STOPS = frozenset(",;:()—–")
#: What narrows no noun: *the company spokesman* may be *the bank's spokesman*.
_SORTS = word_set("company firm group team top")


def qualifiers(w: Words, p: Phrase) -> Qualifiers:
    """What narrows a description's noun.

    Args:
        w: The article.
        p: The description.

    Returns:
        What stands before the head, and behind it after a preposition.
    """
    found = [i for i in range(p.start, p.head) if _narrows(w, i)]
    if p.core_end < p.end and w.lower[p.core_end] in _BEHIND:
        for i in range(p.core_end + 1, p.end):
            if w.words[i] in _STOPS or w.tags[i] in ("WDT", "WP", "WRB") or w.pos[i] == "VERB":
                break
            if _narrows(w, i):
                found.append(i)
    peoples = {i for i in found if w.labels[i] == "NORP"}
    return Qualifiers(
        frozenset(w.lower[i] for i in peoples),
        frozenset(w.lower[i] for i in found if i not in peoples),
    )


def _narrows(w: Words, i: int) -> bool:
    if w.lower[i] in _FIELDS or w.labels[i] == "NORP":
        return True
    plain = w.pos[i] in ("NOUN", "PROPN") and w.words[i][:1].isalpha()
    return plain and w.lower[i] not in PERSON_NOUNS and w.lower[i] not in _SORTS


def at_odds_with(r: Reading, p: Phrase) -> Callable[[Referent], bool]:
    """What tells whether a description says something of its noun that another says otherwise.

    Args:
        r: The reading.
        p: The description.

    Returns:
        A function of somebody named, or described before: True where the two can't be one.
    """
    own = qualifiers(r.w, p)
    fields = own.others & _FIELDS

    def at_odds(q: Referent) -> bool:
        if q.kind == "person":
            return _differ(fields, q.words & _FIELDS) or _differ(own.peoples, q.words & r.peoples)
        theirs = q.qualifiers
        return _differ(own.peoples, theirs.peoples) or _differ(own.others, theirs.others)

    return at_odds


def _differ(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    return bool(first) and bool(second) and first.isdisjoint(second)
