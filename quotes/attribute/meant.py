"""Whom the description of one person means: someone named, someone met before, or someone new.

*The senator*, *her lawyer*, *a veteran diplomat*: the ranker weighs how each candidate has been
called, where it stands, and what speaks for nobody known.
"""

from quotes.attribute.anonymity import anonymity_clause
from quotes.attribute.clues import Clues, clues_of
from quotes.attribute.discourse import is_subject
from quotes.attribute.lexicon import GROUP_NOUNS, INSIDER_NOUNS, PERSON_NOUNS, word_set
from quotes.attribute.names import gender_of_word
from quotes.attribute.phrases import Phrase
from quotes.attribute.ranker import choose_of
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Referent

#: Said of people the article brings up without a name, not of those it has named.
_NEW_PEOPLE = word_set(
    """
    boy customer employee father girl judge man mother narrator neighbor neighbour person
    reader resident soldier staffer student user victim viewer voter woman worker
    """
)
#: What else one so described may be called.
_CALLED = {
    "lawmaker": word_set("senator congressman congresswoman assemblyman legislator mp delegate"),
    "official": word_set("minister secretary commissioner director administrator"),
    "diplomat": word_set("ambassador envoy minister secretary consul"),
    "chief": word_set("director secretary head commissioner chairman ceo executive general"),
    "leader": word_set("president minister chancellor chairman chairwoman senator"),
    "spokesman": word_set("secretary"),
    "spokeswoman": word_set("secretary"),
    "scientist": word_set("professor researcher doctor"),
    "expert": word_set("professor director analyst"),
    "judge": word_set("justice"),
    "businessman": word_set("ceo founder owner chairman"),
    "politician": word_set("senator congressman governor mayor minister"),
    "doctor": word_set("surgeon physician"),
    "lawyer": word_set("attorney"),
    "attorney": word_set("lawyer"),
    "candidate": word_set("nominee hopeful frontrunner"),
    "nominee": word_set("candidate"),
}
_NEVER_NAMED = frozenset(("source", "person", "insider"))
_SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson", "representative"))
_COUNTS = frozenset(("one", "another", "some", "no"))


def meant(r: Reading, p: Phrase) -> tuple[Referent | None, bool]:
    """Tell whom the description of one person means.

    Args:
        r: The reading.
        p: The description, of one person.

    Returns:
        Someone named, someone met before, or None for someone new; and whether that is clear.
    """
    gender = gender_of_word(p.noun)
    inside = {id(r.person_at[i]) for i in range(p.start, p.end) if i in r.person_at}
    inside |= {id(r.pronouns[i]) for i in range(p.start, p.end) if i in r.pronouns}
    met = [
        q
        for q in r.described
        if q.kind == "anonymous" and not q.plural and p.noun in q.nouns and q.places
    ]
    known = [q for q in r.people if id(q) not in inside]
    place = {id(q): c for q, c in clues_of(r.d, [*met, *known], p.head, gender)}
    options: list[tuple[Referent | None, Clues]] = []
    for q in met:
        if id(q) in place:
            options.append((q, {**_placed(place[id(q)]), **_met(r, p, q, q is met[-1])}))
    fits = 0
    unnamed = anonymity_clause(r.w.slice(p.start, p.end)) is not None
    for q in known:
        clues = None if unnamed else _described(r, p, q, gender)
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
    return choose_of(r.d, "description", p.head, options)


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
    if latest:
        clues["met_latest"] = 1.0
    if p.core_end - p.start > 2:
        clues["met_modified"] = 1.0
    if r.w.slice(p.start, p.core_end).casefold() in q.name.casefold():
        clues["met_same_words"] = 1.0
    return clues


def _described(r: Reading, p: Phrase, q: Referent, gender: str | None) -> Clues | None:
    """How well a description fits someone named; None where it cannot."""
    if gender and q.gender and gender != q.gender:
        return None
    w, determined = r.w, _determined(p)
    role = set((q.role or "").casefold().replace("-", " ").split())
    clues = {"person": 1.0, f"person_{determined}": 1.0}
    if p.noun in q.nouns or p.noun in role:
        clues |= {"called": 1.0, f"called_{determined}": 1.0}
        if p.noun in INSIDER_NOUNS:
            clues["called_insider"] = 1.0
    elif _CALLED.get(p.noun, frozenset()) & (q.nouns | role):
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
    if q.first >= p.end:
        lines = w.paragraph[q.first] - w.paragraph[p.head]
        if lines > 6 or w.sentence[q.first] == w.sentence[p.head]:
            return None
        clues |= {"later": 1.0, f"later_{determined}": 1.0, "later_lines": float(lines)}
        if "called" in clues or "called_like" in clues:
            clues["later_called"] = 1.0
        if is_subject(w, q.first):
            clues["later_subject"] = 1.0
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
        "new": p.noun in _NEW_PEOPLE,
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
