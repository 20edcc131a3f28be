"""Sources that are described: again someone named, or met before, or new."""

from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.attribute.antecedents import plural_before, same_as
from quotes.attribute.bodies import body_meant, known_body
from quotes.attribute.judge import judged
from quotes.attribute.lexicon import PERSON_NOUNS
from quotes.attribute.meant import meant
from quotes.attribute.names import fold, gender_of_word
from quotes.attribute.naming import body_named_in
from quotes.attribute.odds import at_odds_with, qualifiers
from quotes.attribute.organisations import org_key
from quotes.attribute.phrases import Phrase
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Found, Referent
from quotes.attribute.several import several_meant
from quotes.attribute.standing import COLLECTIVE, Standing, standing
from quotes.types import SpeakerKind

_PARTS = frozenset(("one", "another", "some", "others", "many", "several", "most", "two"))
_NEW = frozenset(("a", "an", "one", "another", "some"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))


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
    named = body_named_in(r, p)
    if named is not None:
        return Found([named], "name")
    kind = judged(r, p)
    if kind == "organization":
        body = body_meant(r, p)
        if body is not None:
            return Found([body], "description")
    if kind in ("anonymous", "document") and p.determiner and not p.plural:
        same = r.person_at.get(same_as(r.w, _top(r, p)))
        if same is not None and not any(i in r.person_at for i in range(p.start, p.end)):
            return Found([same], "description")
    if kind == "anonymous" and not p.plural:
        referent, why = meant(r, p)
        # One diplomat and one senior diplomat are two: what *a* or *one* brings up is new.
        again = referent is not None and referent.kind == "anonymous" and p.determiner in _NEW
        if referent is not None and not again:
            return Found([referent], "description")
        if why and p.noun in PERSON_NOUNS and p.noun not in COLLECTIVE:
            return Found([_unclear(r, p, why)], "description")
    if kind == "group":
        several = several_meant(r, p)
        if several:
            return Found(several, "description")
    if p.determiner in _DEFINITE:
        at_odds = at_odds_with(r, p)
        for q in reversed(r.described):
            alike = q.kind == kind and q.plural == p.plural and p.noun in q.nouns
            if alike and not at_odds(q):
                return Found([q], "description")
        if kind == "organization":
            known = known_body(r, p)
            if known is not None:
                return Found([known], "description")
    return Found([introduce(r, p, kind)], "description")


def _top(r: Reading, p: Phrase) -> int:
    """The token by which a description hangs on the rest of its sentence: *one* of the members."""
    inside = range(p.start, p.core_end)
    return next((k for k in inside if r.w.heads[k] not in inside), p.head)


def _unclear(r: Reading, p: Phrase, why: str) -> Referent:
    """Somebody who may be one of those named, or is named only elsewhere: not to be told, then."""
    known = len(r.described)
    referent = introduce(r, p, "anonymous")
    if len(r.described) > known:
        referent.unclear = why
    return referent


def _part(r: Reading, p: Phrase) -> Referent | None:
    """*One*, *another*, *some*: of those just spoken of. *“No,” said one.*"""
    whole = next((q for q in r.d.last if q.plural), None)
    if whole is None:
        inner = plural_before(r.w, p.head, r.named)
        if inner is None or inner.head in r.named:
            return None
        whole = introduce(r, inner, judged(r, inner))
    single = p.noun in ("one", "another")
    if whole.kind not in ("anonymous", "group"):
        return None
    key = f"{p.noun} of {whole.key}"
    for q in r.described:
        if q.key == key:
            return q
    kind: SpeakerKind = "anonymous" if single else whole.kind
    name = " ".join(r.w.slice(p.start, p.end).split())
    referent = Referent(key, name, kind, plural=not single, nouns=set(whole.nouns))
    if kind == "anonymous":
        word = r.w.lower[p.head]
        number = "1" if single else word if word != "others" else "2+"
        referent.standing = Standing(whole.standing.affiliation, whole.standing.rank, number)
    r.described.append(referent)
    return referent


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
    if kind == "group" and anonymity_clause(text):
        kind = "anonymous"  # people who asked not to be named are no general collective
    if kind == "organization":
        text = _body_name(r, p)
    name = " ".join((without_anonymity(text) if kind == "anonymous" else text).split())
    key = org_key(name) or fold(name) or name
    for q in r.described:
        if q.key == key and q.kind == kind:
            return q
    referent = Referent(key, name, kind, plural=p.plural, nouns={p.noun})
    referent.qualifiers = qualifiers(r.w, p)
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
