"""Pronouns as sources: whom *she*, *they*, *who* or *I* means."""

from bisect import insort

from quotes.attribute.antecedents import of_relative, plural_before, same_as, who_speaks
from quotes.attribute.descriptions import describe, introduce
from quotes.attribute.discourse import following, gender_of_pronoun
from quotes.attribute.firstperson import signer
from quotes.attribute.lexicon import (
    FEMININE,
    FIRST,
    MASCULINE,
    PLURAL,
    PRONOUNS,
    RELATIVE,
    SECOND,
    word_set,
)
from quotes.attribute.meant import INDEFINITE
from quotes.attribute.naming import named_in
from quotes.attribute.phrases import Phrase, read_phrase
from quotes.attribute.ranker import choose
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Found, Referent

_MODIFIERS = word_set("det amod compound poss nummod quantmod nmod advmod case punct")
_COLLECTIVES = frozenset(("those", "others", "ones", "many", "some", "all", "people"))
_I = frozenset(("i", "me", "my", "mine", "myself"))
_REACH = 60


def read_pronouns(r: Reading, start: int, end: int) -> None:
    """Settle the pronouns between two sources, so that they count as mentions.

    Args:
        r: The reading.
        start: First token.
        end: The token after the last.
    """
    w = r.w
    for i in range(start, end):
        if (w.lower[i] in MASCULINE or w.lower[i] in FEMININE) and not (
            w.quoted[i] or w.skipped[i]
        ):
            personal(r, i)


def personal(r: Reading, i: int) -> Referent | None:
    """Settle *he* or *she*.

    Args:
        r: The reading.
        i: The pronoun's token.

    Returns:
        Whom it means, or None where no one fits or two fit equally well.
    """
    if i in r.pronouns:
        return r.pronouns[i]
    gender = gender_of_pronoun(r.w.lower[i])
    single = [q for q in r.described if q.kind == "anonymous" and not q.plural]
    referent = choose(r.d, [*r.people, *single], i, gender)
    if referent is None:
        referent = following(r.d, r.people, i, gender)
    if referent is None:
        return None
    if i not in referent.places:
        insort(referent.places, i)
    if referent.gender is None:
        referent.gender = gender
    r.pronouns[i] = referent
    if gender is not None:
        r.d.chain[gender] = referent
    return referent


def pronoun(r: Reading, i: int) -> Found:
    """Tell whom a pronoun means.

    Args:
        r: The reading.
        i: The pronoun's token.

    Returns:
        Whom it means, or why that cannot be told.
    """
    w = r.w
    word = w.lower[i]
    if word in MASCULINE or word in FEMININE:
        referent = personal(r, i)
        if referent is None:
            return Found([], "none", f"no one for “{w.words[i]}” to mean, or several")
        return Found([referent], "pronoun")
    if word in RELATIVE and w.tags[i] in ("WP", "WDT", "WP$", "IN"):
        return _relative(r, i)
    if word in PLURAL:
        return _plural(r, i)
    if word in FIRST or word in SECOND:
        return _first_or_second(r, i)
    return _neuter(r, i)


def _first_or_second(r: Reading, i: int) -> Found:
    """*I* and *you*: those who have the word, the writer of a letter, the author."""
    w, word = r.w, r.w.lower[i]
    line = w.paragraph[i]
    referent = None
    if r.turns:
        asked = r.turns.get(line) is None
        if word in FIRST:
            referent = r.turns.get(line)
        elif asked:
            referent = next((q for n, q in sorted(r.turns.items()) if n > line and q), None)
    elif word in FIRST and w.quoted[i]:
        if r.d.last and len(r.d.last) == 1:
            referent = r.d.last[0]
    elif word in FIRST:
        referent = signer(w, r.person_at, line) or (r.author if word in _I else None)
    if referent is not None:
        return Found([referent], "pronoun")
    if word in SECOND:
        return Found([], "none", f"“{w.words[i]}” names no one")
    return Found([], "none", f"“{w.words[i]}” is the writer or a speaker not named here")


def _relative(r: Reading, i: int) -> Found:
    """*who*, *which*, *that*: what the relative clause hangs on."""
    w = r.w
    noun = of_relative(w, i, r.named)
    if noun is not None and w.lower[i] == "who" and noun not in r.person_at:
        loose = w.lower[noun] in PRONOUNS or w.lower[noun] in _COLLECTIVES
        noun = noun if loose else who_speaks(w, noun, r.person_at, r.org_at)
    if noun is None:
        return Found([], "none", f"nothing for “{w.words[i]}” to mean")
    bearer = same_as(w, noun) if w.lower[i] == "who" else noun
    if bearer != noun and bearer in r.person_at:
        return Found([r.person_at[bearer]], "pronoun")
    if w.lower[noun] in INDEFINITE:
        return Found([], "none", f"“{w.words[noun]} who” is nobody in particular")
    if w.lower[noun] in _COLLECTIVES:
        p = Phrase(noun, noun + 1, noun + 1, noun, w.lower[noun], True, "")
        return Found([introduce(r, p, "group")], "pronoun")
    if w.lower[noun] in PRONOUNS:
        return pronoun(r, noun)
    start = noun
    while start > 0 and w.sentence[start - 1] == w.sentence[i]:
        k = start - 1
        same = k in r.named and r.named[k] is r.named.get(start)
        if not same and not (w.deps[k] in _MODIFIERS and start <= w.heads[k] <= noun):
            break
        start = k
    inner = read_phrase(w, start, i, r.named)
    if inner is None:
        return Found([], "none", f"nothing for “{w.words[i]}” to mean")
    found = told(r, inner)
    if w.lower[i] == "which" and any(q.kind == "person" for q in found.referents):
        return _neuter(r, i)
    return Found(found.referents, "pronoun", found.why) if found.referents else found


def told(r: Reading, p: Phrase) -> Found:
    """Tell who one noun phrase means, whatever its form.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        Whom it means, or why that cannot be told.
    """
    w = r.w
    if w.lower[p.head] in ("those", "these"):
        return Found([introduce(r, p, "group")], "description")
    if w.lower[p.head] in PRONOUNS and p.core_end - p.start <= 2 and w.tags[p.head] != "NNP":
        return pronoun(r, p.head)
    person = named_in(r, p)
    if person is not None:
        return Found([person], "name")
    found = describe(r, p)
    org = r.org_at.get(p.head)
    if org is not None and [q.kind for q in found.referents] == ["organization"]:
        return Found([org], "name")
    return found


def _several(referents: list[Referent]) -> bool:
    if len(referents) != 1:
        return len(referents) > 1
    q = referents[0]
    return q.kind in ("group", "organization") or (q.plural and q.kind != "document")


def _plural(r: Reading, i: int) -> Found:
    """*they*: the latest speakers if several, else the nearest plural subject."""
    w, last = r.w, r.d.last
    place = max((q.spoken[-1] for q in last if q.spoken), default=-1)
    if _several(last) and place >= 0 and w.paragraph[i] - w.paragraph[place] <= 1:
        return Found(list(last), "pronoun")
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if w.quoted[k] and not w.quoted[i]:
            continue
        one, two = r.person_at.get(w.heads[k]), r.person_at.get(k)
        joint = w.deps[k] == "conj" and w.sentence[i] - w.sentence[k] <= 2
        if joint and one is not None and two is not None and one is not two:
            return Found([one, two], "pronoun")
    inner = plural_before(w, i, r.named)
    if inner is not None:
        return Found(describe(r, inner).referents, "pronoun")
    return Found([], "none", f"no one for “{w.words[i]}” to mean")


def _neuter(r: Reading, i: int) -> Found:
    """*it*: an organisation or document, the latest speaker before others."""
    orgs = [q for q in r.orgs if q.spoken or r.w.labels[q.places[0]] == "ORG"]
    things = [q for q in r.described if q.kind in ("organization", "document", "group")]
    referent = choose(r.d, [*orgs, *things], i, what="thing")
    if referent is None:
        return Found([], "none", f"nothing for “{r.w.words[i]}” to mean, or several things")
    return Found([referent], "pronoun")
