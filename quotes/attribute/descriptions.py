"""Sources that are described: again someone named, or met before, or new."""

from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.attribute.antecedents import plural_before
from quotes.attribute.kinds import kind_of
from quotes.attribute.lexicon import (
    GROUP_NOUNS,
    INSIDER_NOUNS,
    ORG_NOUNS,
    PERSON_NOUNS,
    SUFFIXES,
    word_set,
)
from quotes.attribute.names import fold, gender_of_word
from quotes.attribute.organisations import org_key
from quotes.attribute.phrases import Phrase
from quotes.attribute.pronouns import choose, is_subject, rank
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Found, Referent
from quotes.attribute.standing import Standing, standing
from quotes.types import SpeakerKind

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
}
#: Bodies that are told apart by whose they are.
_RUN_BY_ONE = frozenset(("campaign", "administration"))
_PARTS = frozenset(("one", "another", "some", "others", "many", "several", "most", "two"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
#: How far into an article, in lines, people are described before being named, and how many
#: lines on the name may come.
_LEDE, _WAIT = 2, 4
_NEVER_NAMED = frozenset(("source", "person", "insider"))


def describe(r: Reading, p: Phrase) -> Found:
    """Tell whom a description means.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        Someone named, someone met before, or someone new.
    """
    if p.noun in _PARTS and p.core_end - p.start == 1:
        part = _part(r, p)
        if part is not None:
            return Found([part], "description")
    kind = kind_of(r.w, p)
    if p.noun in _RUN_BY_ONE and kind == "organization":
        body = _run_by_one(r, p)
        if body is not None:
            return Found([body], "description")
    if kind == "anonymous" and not p.plural:
        referent = _person(r, p) or _relation(r, p) or _announced(r, p)
        if referent is not None:
            return Found([referent], "description")
    if kind == "group" and p.noun in PERSON_NOUNS:
        pair = _pair(r, p)
        if pair:
            return Found(pair, "description")
    if p.determiner in _DEFINITE:
        for q in reversed(r.described):
            if q.kind == kind and q.plural == p.plural and p.noun in q.nouns:
                return Found([q], "description")
        if kind == "organization" and p.noun in ORG_NOUNS and p.core_end - p.start == 2:
            fits = [q for q in [*r.orgs, *r.described] if p.noun in q.nouns]
            referent = choose(r.d, fits or [q for q in r.orgs if q.spoken], p.head)
            if referent is not None:
                return Found([referent], "description")
    return Found([introduce(r, p, kind)], "description")


def _person(r: Reading, p: Phrase) -> Referent | None:
    """Whom *the senator* or *the coach* means."""
    w = r.w
    if p.determiner not in ("the", "this") and not w.headline[p.head]:
        return None
    if p.noun in GROUP_NOUNS or (
        p.core_end < p.end and w.lower[p.core_end] in ("for", "at", "with")
    ):
        return None
    gender = gender_of_word(p.noun)
    met = [q for q in r.described if q.kind == "anonymous" and not q.plural and p.noun in q.nouns]
    fits = [q for q in r.people if p.noun in q.nouns]
    referent = choose(r.d, [*met, *fits], p.head, gender)
    if referent is not None or met:
        return referent or met[-1]
    if p.noun in INSIDER_NOUNS or p.noun in _NEW_PEOPLE or p.determiner not in ("the", "this"):
        return None
    return choose(r.d, r.people, p.head, gender)


def _pair(r: Reading, p: Phrase) -> list[Referent]:
    """*Both candidates*, *the two men*: the two people most likely meant."""
    words = r.w.lower[p.start : p.head]
    if "both" not in words and words[:2] != ["the", "two"]:
        return []
    ranked = rank(r.d, r.people, p.head, gender_of_word(p.noun))
    return [q for _, q in ranked[:2]] if len(ranked) > 1 else []


def _run_by_one(r: Reading, p: Phrase) -> Referent | None:
    """*Her campaign*, *the Roe campaign*, *Roe's campaign*: one body, called the Roe campaign."""
    owner = r.pronouns.get(p.start)
    for i in range(p.start, p.head):
        owner = r.person_at.get(i, owner)
    if owner is None:
        return None
    surname = owner.name.removesuffix(".").split()[-1]
    if surname.casefold().rstrip(".") in SUFFIXES and " " in owner.name:
        surname = owner.name.split()[-2].rstrip(",")
    name = f"{surname} {p.noun}"
    key = fold(name)
    for q in r.described:
        if q.key == key:
            return q
    body = Referent(key, name, "organization", nouns={p.noun})
    r.described.append(body)
    return body


def _part(r: Reading, p: Phrase) -> Referent | None:
    """*One*, *another*, *some*: of those just spoken of. *“No,” said one.*"""
    whole = next((q for q in r.d.last if q.plural), None)
    if whole is None:
        inner = plural_before(r.w, p.head, r.named)
        if inner is None or inner.head in r.named:
            return None
        whole = introduce(r, inner, kind_of(r.w, inner))
    word = r.w.words[p.head]
    single = p.noun in ("one", "another")
    if whole.kind not in ("anonymous", "group"):
        return None
    key = f"{p.noun} of {whole.key}"
    for q in r.described:
        if q.key == key:
            return q
    name = f"{word} of {whole.name}"
    kind: SpeakerKind = "anonymous" if single else whole.kind
    referent = Referent(key, name, kind, plural=not single, nouns=set(whole.nouns))
    if kind == "anonymous":
        number = "1" if single else word.lower() if word.lower() != "others" else "2+"
        referent.standing = Standing(whole.standing.affiliation, whole.standing.rank, number)
    r.described.append(referent)
    return referent


def _relation(r: Reading, p: Phrase) -> Referent | None:
    """*Her husband*, *Roe's campaign manager*: the one person the article calls so."""
    if (r.w.tags[p.start] != "PRP$" and p.determiner != "'s") or p.noun in INSIDER_NOUNS:
        return None
    inside = {id(r.person_at[i]) for i in range(p.start, p.end) if i in r.person_at}
    fits = [q for q in r.people if p.noun in q.nouns and id(q) not in inside]
    return fits[0] if len(fits) == 1 else None


def _announced(r: Reading, p: Phrase) -> Referent | None:
    """Who is described before being named: *A federal judge ruled … Judge Jane Roe wrote …*."""
    w, line = r.w, r.w.paragraph[p.head]
    if line > _LEDE or p.noun not in PERSON_NOUNS or p.noun in _NEVER_NAMED:
        return None
    if p.determiner in ("one", "another", "some", "that"):
        return None
    if any(q.kind != "person" or q.first < p.start for q in r.d.last):
        return None
    gender = gender_of_word(p.noun)
    called = _CALLED.get(p.noun, frozenset()) | {p.noun}
    later = [
        q
        for q in r.people
        if q.first >= p.end
        and w.sentence[q.first] > w.sentence[p.head]
        and w.paragraph[q.first] - line <= _WAIT
        and not (gender and q.gender and gender != q.gender)
    ]
    fits = [q for q in later if called & q.nouns]
    if len(fits) == 1:
        return fits[0]
    met = any(q.first < p.start and is_subject(w, q.first) for q in r.people)
    if fits or met or p.noun in INSIDER_NOUNS:
        return None
    told = [q for q in later if is_subject(w, q.first)]
    return min(told, key=lambda q: q.first, default=None)


def introduce(r: Reading, p: Phrase, kind: SpeakerKind) -> Referent:
    """Meet someone new, or again by the very same words.

    Args:
        r: The reading.
        p: The description.
        kind: The speaker kind.

    Returns:
        Who is described.
    """
    text = r.w.slice(p.start, p.end)
    if kind == "organization":
        text = _body_name(r, p)
    name = " ".join((without_anonymity(text) if kind == "anonymous" else text).split())
    key = org_key(name) or fold(name) or name
    for q in r.described:
        if q.key == key and q.kind == kind:
            return q
    referent = Referent(key, name, kind, plural=p.plural, nouns={p.noun})
    referent.gender = gender_of_word(p.noun)
    if kind == "anonymous":
        referent.anonymity = anonymity_clause(text) or anonymity_clause(_sentence(r, p.head))
        referent.standing = standing(r.w, p)
    r.described.append(referent)
    return referent


def _body_name(r: Reading, p: Phrase) -> str:
    """A body's name without article and clauses: *European Commission, which …*."""
    w, start, end = r.w, p.start, p.core_end
    while end < p.end and w.words[end] not in ",;:(—–" and w.tags[end] not in ("WDT", "WP"):
        end += 1
    if w.lower[start] == "the" and start + 1 < end and w.words[start + 1][:1].isupper():
        start += 1
    return w.slice(start, end)


def _sentence(r: Reading, i: int) -> str:
    """The text of the sentence around a token."""
    w, number = r.w, r.w.sentence[i]
    start, end = i, i + 1
    while start > 0 and w.sentence[start - 1] == number:
        start -= 1
    while end < len(w) and w.sentence[end] == number:
        end += 1
    return w.slice(start, end)
