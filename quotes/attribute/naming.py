"""The people whom a source's own wording names: as its head, or in apposition to it."""

from collections.abc import Sequence

from quotes.attribute.labels import called, handle, labelled
from quotes.attribute.lexicon import (
    BODY_ROLES,
    ORG_NOUNS,
    ORG_WORDS,
    PERSON_NOUNS,
    PORTFOLIOS,
    STYLES,
    word_set,
)
from quotes.attribute.names import fold, is_given, parse_name
from quotes.attribute.organisations import org_key
from quotes.attribute.phrases import Phrase
from quotes.attribute.reading import Reading, meet
from quotes.attribute.referents import Referent

_BREAKS = frozenset(",;:()—–-") | {"--"}
#: People's roles that firms have too: *the adviser, Hill Partners*.
_FIRMS = word_set("adviser advisor backer banker broker consultant dealer partner sponsor trader")
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_BEFORE_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PART", "PUNCT"))
_LINKS = frozenset(("of", "for", "with", "to", "and", "like", "by"))
_WORDS = frozenset(("speech", "word", "remark", "remarks", "comments", "mind", "voice", "address"))
#: Who has an office *of* something, rather than belongs to somebody.
_OFFICERS = word_set(
    """
    chief commissioner dean director head minister professor secretary superintendent
    undersecretary
    """
)


def named_in(r: Reading, p: Phrase) -> Referent | None:
    """Find the person whose name a phrase holds as its head or in apposition.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        The person, or None.
    """
    if p.head in r.person_at:
        return r.person_at[p.head]
    return (
        _apposed(r, p)
        or _introduced(r, p)
        or _behind(r, p)
        or _titled(r, p)
        or labelled(r, p)
        or handle(r, p)
        or called(r, p)
        or _words(r, p)
    )


def _apposed(r: Reading, p: Phrase) -> Referent | None:
    """*The committee's top Democrat, Sen. Jane Roe*; *a former spokesman for it, John Doe*."""
    w = r.w
    if p.plural or w.pos[p.head] not in ("NOUN", "PROPN", "ADJ", "NUM", ""):
        return None
    for i in range(p.core_end, p.end):
        referent = r.person_at.get(i)
        if referent is None or r.person_at.get(i - 1) is referent:
            continue
        begin = i
        while begin > p.core_end and w.words[begin - 1] not in _BREAKS:
            begin -= 1
        if begin == 0 or w.words[begin - 1] not in _BREAKS or w.lower[i - 1] in _LINKS:
            continue
        if w.tags[begin] == "PRP$" and w.lower[begin + 1] in STYLES:
            begin += 1  # the judge, His Honour Peter Roe
        if all(w.pos[k] in _BEFORE_NAMES for k in range(begin, i)):
            return referent
    return None


def _behind(r: Reading, p: Phrase) -> Referent | None:
    """Whom an apposition behind the source names: *the bridge's designer*, Otto Frayn, 90."""
    w, k = r.w, p.end + 1
    if p.plural or k >= len(w) or w.words[p.end] != ",":
        return None
    q, last = r.person_at.get(k), k
    while q is not None and r.person_at.get(last + 1) is q:
        last += 1
    apposed = w.deps[last] == "appos" and p.start <= w.heads[last] < p.end
    aged = w.words[last + 1 : last + 2] == [","] and "".join(w.words[last + 2 : last + 3]).isdigit()
    return q if apposed or aged else None


def _introduced(r: Reading, p: Phrase) -> Referent | None:
    """Somebody whose name was not known for one: *his coach, Bruna Salgado*."""
    w, k = r.w, p.core_end
    if p.plural or p.noun not in PERSON_NOUNS - BODY_ROLES - _FIRMS:
        return None
    if k >= p.end or w.words[k] != ",":
        return None
    start = end = k + 1
    while end < p.end and w.words[end][:1].isupper() and w.pos[end] == "PROPN":
        end += 1
    closed = end == p.end or w.words[end] in _BREAKS
    given = next((i for i in range(start, end) if is_given(w.words[i])), None)
    start = start if given is None else given
    labels = {w.labels[i] for i in range(start, end)}
    if labels & _PLACES or not closed or not 2 <= end - start <= 3 or w.lower[end - 1] in ORG_WORDS:
        return None
    name = parse_name(w.slice(start, end))
    if name is None or not name.given or any(i in r.person_at for i in range(start, end)):
        return None
    bare = p.start + (p.determiner not in ("", "'s"))
    return meet(r, name, start, end, nouns={p.noun}, role=w.slice(bare, k))


def body_named_in(r: Reading, p: Phrase) -> Referent | None:
    """Find the body a phrase names in apposition: *the ferry's operator, SoundLink*.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        The body; None where the phrase names none, or a person.
    """
    w, k = r.w, p.core_end
    if p.plural or p.noun not in BODY_ROLES or k + 1 >= p.end or w.words[k] != ",":
        return None
    end = k + 1
    while end < p.end and (w.words[end][:1].isupper() or w.words[end] in ("&", "of", "and")):
        end += 1
    closed = end == p.end or w.words[end] in _BREAKS
    if end == k + 1 or not closed or any(i in r.person_at for i in range(k + 1, end)):
        return None
    if k + 1 in r.org_at:
        return r.org_at[k + 1]
    name = w.slice(k + 1, end)
    key = org_key(name) or fold(name)
    known = next((q for q in (*r.orgs, *r.described) if q.key == key), None)
    if known is None:
        known = Referent(key, name, "organization", nouns={p.noun})
        r.described.append(known)
    return known


def _titled(r: Reading, p: Phrase) -> Referent | None:
    """Who is behind a title that holds a preposition: *the chief of police Jane Roe*."""
    w = r.w
    if p.core_end >= p.end or w.pos[p.core_end] != "ADP":
        return None
    stop = p.core_end
    while stop < p.end and w.words[stop] not in _BREAKS:
        stop += 1
    last = stop - 1
    referent = r.person_at.get(last)
    if referent is None or p.noun not in PERSON_NOUNS | ORG_NOUNS:
        return None
    first = last
    while r.person_at.get(first - 1) is referent:
        first -= 1
    root = any(
        first <= i <= last and not p.start <= w.heads[i] < stop for i in range(p.start, stop)
    )
    return referent if root or (p.noun in _OFFICERS and _is_office(r, p.core_end, first)) else None


def _is_office(r: Reading, start: int, end: int) -> bool:
    """Whether words say what an office is of, and of nobody: *of public health*."""
    w, inner = r.w, range(start + 1, end)
    return (
        w.lower[start] == "of"
        and len(inner) > 0
        and all(w.pos[i] in ("NOUN", "PROPN", "ADJ", "CCONJ") for i in inner)
        and not any(w.lower[i] in PERSON_NOUNS or i in r.person_at for i in inner)
        and (w.lower[end - 1] in PORTFOLIOS or w.words[end - 1].islower())
    )


def _words(r: Reading, p: Phrase) -> Referent | None:
    """Whose words they are, where words stand for their speaker: *Sanders's victory speech*."""
    if p.noun not in _WORDS:
        return None
    for k in range(p.start, p.head):
        if r.w.lower[k + 1] in ("'s", "'") and k in r.person_at:
            return r.person_at[k]
    return r.pronouns.get(p.start)


def titles_of_one(r: Reading, parts: Sequence[Phrase]) -> bool:
    """Tell whether joint sources are the titles of one person: *Founder and chairman Jane Roe*.

    Args:
        r: The reading.
        parts: The joint sources.

    Returns:
        True where all but the last are bare titles, and the last is a title with a name.
    """
    w, (*titles, last) = r.w, parts
    # Acme's president and chief executive Jane Roe; not: Acme's president and Senator Roe.
    small = w.words[last.start].islower()
    bare = all(
        p.noun in PERSON_NOUNS
        and not p.plural
        and (not p.determiner or (small and p.determiner == "'s"))
        and p.head not in r.person_at
        for p in titles
    )
    titled = last.start not in r.person_at and not last.determiner and not last.plural
    return bare and titled and named_in(r, last) is not None


def family(r: Reading, p: Phrase) -> list[Referent]:
    """Find the two people who share the surname of a plural: *the Clintons*.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        The two; empty where the article names fewer or more who bear it.
    """
    w, word = r.w, fold(r.w.words[p.head])
    if w.lower[p.start] != "the" or p.core_end - p.start != 2 or not word.endswith("s"):
        return []
    if not w.words[p.head][:1].isupper():
        return []
    surnames = {word[:-1], word.removesuffix("es")}
    bearers = [q for q in r.people if any(n.given and n.surname in surnames for n in q.names)]
    return bearers if len(bearers) == 2 else []


def listed(r: Reading, p: Phrase) -> list[Referent]:
    """Find the people a plural names in apposition: *her rivals, Ted Cruz and Marco Rubio*.

    Args:
        r: The reading.
        p: The phrase.

    Returns:
        The people in order; empty where the plural names none.
    """
    w = r.w
    named = p.head in r.named and w.labels[p.head] != "NORP"
    if not p.plural or named or p.core_end >= p.end:
        return []
    begin = p.core_end
    while begin < p.end and w.words[begin] not in _BREAKS:
        begin += 1
    begin += 1
    some = p.head in r.named  # many Democrats, including Roe, are more than Roe
    example = not some and begin < p.end and w.lower[begin] in ("including", "like", "such")
    while example and begin < p.end and w.lower[begin] in ("including", "like", "such", "as"):
        begin += 1
    found: list[Referent] = []
    for i in range(begin, p.end):
        referent = r.person_at.get(i)
        if referent is not None:
            if w.lower[i + 1 : i + 2] in (["'s"], ["'"]):
                return []  # many of them, including Roe's advisers
            if not any(q is referent for q in found):
                found.append(referent)
        elif not found and (
            w.pos[i] not in ("PROPN", "NOUN", "ADJ", "DET", "SPACE") or w.tags[i] == "NNS"
        ):
            return []
    return found if len(found) > 1 or example else []
