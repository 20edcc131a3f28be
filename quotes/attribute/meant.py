"""Whom the description of one person means: someone named, someone met before, or someone new.

*The senator*, *her lawyer*, *a veteran diplomat*: the ranker weighs how each candidate has been
called, where it stands, and what speaks for nobody known.
"""

import math

from quotes.attribute.anonymity import anonymity_clause
from quotes.attribute.bearers import RELATIVES
from quotes.attribute.clues import Clues, clues_of
from quotes.attribute.discourse import is_subject
from quotes.attribute.lexicon import (
    GROUP_NOUNS,
    INSIDER_NOUNS,
    PERSON_NOUNS,
)
from quotes.attribute.names import gender_of_word
from quotes.attribute.nouns import CALLED, NEW_PEOPLE
from quotes.attribute.odds import at_odds_with
from quotes.attribute.phrases import Phrase
from quotes.attribute.ranker import learned, rank_of
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Referent

#: So many lines on may be named who is described here, and who is called so there.
_NEAR, _FAR = 6, 30
#: Words for people who are nobody brought up yet.
INDEFINITE = frozenset(("anybody", "anyone", "somebody", "someone"))
_NEVER_NAMED = frozenset(("source", "person", "insider"))
#: Words that take up anyone described before.
_ANYONE = frozenset(("individual", "man", "person", "woman"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson", "representative"))
_MINE = ("my", "our")
#: How many tokens before a name it stands whose kin they are.
_BEFORE = 6
#: How far ahead, as a difference of shares, somebody must be who is never called that; chosen on
#: the training and development sets together.
_LEAD = 0.4
_COUNTS = frozenset(("one", "another", "some", "no"))


def meant(r: Reading, p: Phrase) -> tuple[Referent | None, str | None]:
    """Tell whom the description of one person means.

    Args:
        r: The reading.
        p: The description, of one person.

    Returns:
        Someone named, someone met before, or None for someone new; and, where that is not clear,
        why.
    """
    if p.noun in INDEFINITE:
        return None, None
    own = _own(r, p)
    if own is not None:
        return own, None
    gender = gender_of_word(p.noun)
    inside = {id(r.person_at[i]) for i in range(p.start, p.end) if i in r.person_at}
    inside |= {id(r.pronouns[i]) for i in range(p.start, p.end) if i in r.pronouns}
    at_odds = at_odds_with(r, p)
    met = [
        q
        for q in r.described
        if q.kind == "anonymous"
        and not q.plural
        and q.places
        and (p.noun in q.nouns or p.noun in _ANYONE)
        and not at_odds(q)
    ]
    known = [q for q in r.people if id(q) not in inside and not at_odds(q)]
    place = {id(q): c for q, c in clues_of(r.d, [*met, *known], p.head, gender)}
    options: list[tuple[Referent | None, Clues]] = []
    for q in met:
        if id(q) in place:
            options.append((q, {**_placed(place[id(q)]), **_met(r, p, q, q is met[-1])}))
    fits, owner = 0, _owner(r, p)
    unnamed = anonymity_clause(r.w.slice(p.start, p.end)) is not None
    for q in known:
        clues = None if unnamed else _described(r, p, q, gender, owner)
        if clues is None or not _allowed(_determined(p), clues):
            continue
        if id(q) in place:
            clues |= _placed(place[id(q)])
        elif q.first < p.end:
            continue
        fits += "called" in clues
        options.append((q, clues))
    first = next((q for q, c in options if q is not None and "later" in c), None)
    for option, clues in options:
        if "called" in clues and fits == 1:
            clues["called_alone"] = 1.0
        if option is not None and option is first:
            clues["later_first"] = 1.0
    options.append((None, _nobody(r, p, fits, bool(met))))
    otherwise = {id(option) for option, clues in options if "called_else" in clues}
    text = r.w.slice(p.start, p.core_end)
    return _choice(text, rank_of(r.d, "description", p.head, options), otherwise)


def _own(r: Reading, p: Phrase) -> Referent | None:
    """The writer's own kin, named once: *my father*, where *my father, John Roe* stands."""
    if p.noun not in RELATIVES or r.w.lower[p.start] not in _MINE:
        return None
    kin = [
        q
        for q in r.people
        if p.noun in q.nouns | set((q.role or "").split())
        and any(word in _MINE for word in r.w.lower[max(0, q.first - _BEFORE) : q.first])
    ]
    return kin[0] if len(kin) == 1 else None


def _choice(
    text: str, ranked: list[tuple[float, Referent | None]], otherwise: set[int]
) -> tuple[Referent | None, str | None]:
    """Weigh the two answers: someone named, or someone without a name, met before or not.

    Who is called by other nouns only has to lead by more: of those in between, half were wrong.
    """
    named = [(share, q) for share, q in ranked if q is not None and q.kind == "person"]
    unnamed = [(share, q) for share, q in ranked if q is None or q.kind != "person"]
    here = named[0][0] if named else 0.0
    without = sum(share for share, _ in unnamed)
    unclear = f"“{text}” may be someone named here, or nobody is"
    if here > without:
        sure = here - without > _LEAD or id(named[0][1]) not in otherwise
        return (named[0][1], None) if sure else (None, unclear)
    clear = without - here >= learned()["description"].get("margin", 0.0)
    return unnamed[0][1], None if clear else unclear


def _allowed(determined: str, clues: Clues) -> bool:
    """Whether it may be someone named: *a* and *one* bring up who was not there before.

    To put an unnamed source's words into a named person's mouth does more harm than a speaker
    who is left unnamed, so no weight of clues may do it.
    """
    called = "called" in clues or "called_like" in clues
    if determined == "a":
        return called or "later" in clues
    return called and "later" in clues if determined == "count" else True


def _placed(clues: Clues) -> Clues:
    return {f"at_{name}": value for name, value in clues.items()}


def _determined(p: Phrase) -> str:
    if p.determiner in ("the", "this", "that"):
        return "the"
    if p.determiner in ("a", "an"):
        return "a"
    if p.determiner == "'s" or p.determiner in ("his", "her", "their", "its", "my", "our"):
        return "whose"
    return "count" if p.determiner else "bare"


def _words(r: Reading, p: Phrase) -> set[str]:
    """What a description says beside its head: *Florida*, *Republican*."""
    w = r.w
    return {
        w.lower[i]
        for i in range(p.start, min(p.core_end + 4, p.end))
        if i != p.head and w.pos[i] in ("NOUN", "PROPN", "ADJ") and i not in r.person_at
    }


def _met(r: Reading, p: Phrase, q: Referent, latest: bool) -> Clues:
    clues = {"met": 1.0, f"met_{_determined(p)}": 1.0}
    if p.noun not in q.nouns:
        clues = {"met_anyone": 1.0, f"met_anyone_{_determined(p)}": 1.0}
    if latest:
        clues["met_latest"] = 1.0
    if p.core_end - p.start > 2:
        clues["met_modified"] = 1.0
    if r.w.slice(p.start, p.core_end).casefold() in q.name.casefold():
        clues["met_same_words"] = 1.0
    return clues


def _owner(r: Reading, p: Phrase) -> Referent | None:
    """Whose the description is: *her* lawyer, *Roe's* father, an aide *to Roe*."""
    w = r.w
    for i in range(p.start, min(p.core_end + 6, p.end)):
        if i != p.head and (i in r.person_at or i in r.pronouns):
            return r.person_at.get(i) or r.pronouns[i]
        if i > p.head and w.words[i] in ",;:":
            break
    return None


def _owned(p: Phrase, q: Referent, owner: Referent) -> Clues:
    """What speaks for somebody by whose the description is."""
    surnames = {n.surname for n in q.names}
    whose = {n.surname for n in owner.names}
    clues = {}
    if p.noun in RELATIVES:
        clues["kin_surname" if surnames & whose else "kin_other"] = 1.0
    if any(word in q.words or f"{word}'s" in q.words for word in whose):
        clues["owner_in_role"] = 1.0
    return clues


def _described(
    r: Reading, p: Phrase, q: Referent, gender: str | None, owner: Referent | None
) -> Clues | None:
    """How well a description fits someone named; None where it cannot."""
    if gender and q.gender and gender != q.gender:
        return None
    w, determined = r.w, _determined(p)
    role = q.words
    clues = {"person": 1.0, f"person_{determined}": 1.0}
    if p.noun in q.nouns or p.noun in role:
        clues |= {"called": 1.0, f"called_{determined}": 1.0}
        if p.noun in INSIDER_NOUNS:
            clues["called_insider"] = 1.0
    elif CALLED.get(p.noun, frozenset()) & (q.nouns | role):
        clues |= {"called_like": 1.0, f"called_like_{determined}": 1.0}
    elif q.nouns & PERSON_NOUNS:
        clues["called_else"] = 1.0
    worded = r.w.slice(p.start + (p.determiner not in ("", "'s")), p.core_end).casefold()
    if " " in worded and worded in (q.role or "").casefold():
        clues["role_same"] = 1.0
    shared = len(_words(r, p) & (role | q.nouns))
    if shared:
        clues["shared_words"] = float(min(shared, 3))
    if gender and q.gender == gender:
        clues["gender"] = 1.0
    if owner is not None:
        clues |= _owned(p, q, owner)
    if any(i > p.end and i in r.sources for i in q.places):
        clues |= {"speaks_later": 1.0, f"speaks_later_{determined}": 1.0}
    if q.first >= p.end:
        lines = w.paragraph[q.first] - w.paragraph[p.head]
        fits = "called" in clues or "called_like" in clues
        if w.sentence[q.first] == w.sentence[p.head] or lines > (_FAR if fits else _NEAR):
            return None
        clues |= {"later": 1.0, f"later_{determined}": 1.0, "later_lines": math.log1p(lines)}
        if "called" in clues or "called_like" in clues:
            clues["later_called"] = 1.0
        if is_subject(w, q.first):
            clues["later_subject"] = 1.0
        if q.first in r.sources:
            clues["later_source"] = 1.0
        if w.paragraph[p.head] <= 2:
            clues["later_lede"] = 1.0
    return clues


def _nobody(r: Reading, p: Phrase, fits: int, met: bool) -> Clues:
    """What speaks for someone who has no name in the article."""
    w, determined = r.w, _determined(p)
    follows = w.lower[p.core_end] if p.core_end < p.end else ""
    clues = {"nobody": 1.0, f"nobody_{determined}": 1.0}
    shown = {
        "insider": p.noun in INSIDER_NOUNS,
        "new": p.noun in NEW_PEOPLE,
        "never": p.noun in _NEVER_NAMED,
        "spokesman": p.noun in _SPOKESMEN,
        "group": p.noun in GROUP_NOUNS,
        "for": follows in ("for", "at", "with"),
        "of": follows == "of",
        "who": follows in ("who", "with") or (follows == "," and p.end - p.core_end > 2),
        "counted": p.determiner in _COUNTS,
        "modified": p.core_end - p.start > 2,
        "fits_none": fits == 0,
        "fits_several": fits > 1,
        "met": met,
        "lede": w.paragraph[p.head] <= 2,
        "headline": w.headline[p.head],
        "anonymity": anonymity_clause(w.slice(p.start, p.end)) is not None,
        "unlisted": p.noun not in PERSON_NOUNS,
    }
    return clues | {f"nobody_{name}": 1.0 for name, true in shown.items() if true}
