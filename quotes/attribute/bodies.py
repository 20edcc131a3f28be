"""Which body a description means: *her campaign*, *the tech company*, *the Ledger newspaper*.

A body that one person runs is called by that person: the Roe campaign.
"""

from quotes.attribute.lexicon import ORG_NOUNS, SUFFIXES, word_set
from quotes.attribute.names import fold
from quotes.attribute.odds import at_odds_with
from quotes.attribute.phrases import Phrase
from quotes.attribute.ranker import choose
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Referent

#: Bodies that are told apart by whose they are.
_RUN_BY_ONE = frozenset(("campaign", "administration"))
#: Who works in a campaign, where the article has one.
_CREWS = frozenset(("camp", "operation", "team"))
#: What may stand behind a body's own name.
_SORTS = word_set(
    """
    airline bank broadcaster carmaker chain company firm magazine network newspaper retailer
    supermarket tabloid website
    """
)
#: What bodies of any sort may be called; the Rivers Agency is no company.
_ANY = word_set("body entity group network organisation organization outlet")
_FORMER = frozenset(("ex", "former", "vice"))


def body_meant(r: Reading, p: Phrase) -> Referent | None:
    """Find the body that a description names by whose it is, or by its own name and sort.

    Args:
        r: The reading.
        p: The description of a body.

    Returns:
        The body; None where the description does not name it so.
    """
    if p.noun in _RUN_BY_ONE:
        return _run_by_one(r, p, p.noun)
    if p.noun in _CREWS:
        body = _run_by_one(r, p, "campaign", only_known=True)
        if body is not None:
            return body
    before = r.org_at.get(p.head - 1)
    sort = p.noun in _SORTS and r.w.words[p.head].islower() and p.head > p.start
    if before is not None and sort and r.w.labels[p.head - 1] == "ORG":
        return before
    return None


def known_body(r: Reading, p: Phrase) -> Referent | None:
    """Find the body that a definite description takes up again: *the company*.

    Args:
        r: The reading.
        p: The description of a body.

    Returns:
        The likeliest body; None where none fits, or several do equally.
    """
    w = r.w
    if p.noun not in ORG_NOUNS or p.core_end > p.head + 1 or p.core_end < p.end:
        return None
    inside = range(p.start + 1, p.head)
    if any(w.words[k][:1].isupper() or w.tags[k] == "POS" for k in inside):
        return None
    at_odds = at_odds_with(r, p)
    fits = [q for q in [*r.orgs, *r.described] if p.noun in q.nouns and not at_odds(q)]
    others = [q for q in r.orgs if q.spoken and (p.noun in _ANY or not q.nouns & ORG_NOUNS)]
    return choose(r.d, fits or others, p.head, what="thing")


def _run_by_one(r: Reading, p: Phrase, noun: str, *, only_known: bool = False) -> Referent | None:
    """*Her campaign*, *the Roe campaign*, *Roe's campaign*: one body, called the Roe campaign."""
    owner = r.pronouns.get(p.start)
    for i in range(p.start, p.head):
        owner = r.person_at.get(i, owner)
    if owner is None and noun == "administration" and p.head - p.start == 1:
        owner = _president(r)
    if owner is None:
        return None
    surname = owner.name.removesuffix(".").split()[-1]
    if surname.casefold().rstrip(".") in SUFFIXES and " " in owner.name:
        surname = owner.name.split()[-2].rstrip(",")
    name = f"{surname} {noun}"
    key = fold(name)
    for q in r.described:
        if q.key == key:
            return q
    if only_known and name.casefold() not in r.w.text.casefold().replace("’s ", " "):
        return None
    body = Referent(key, name, "organization", nouns={noun})
    r.described.append(body)
    return body


def _president(r: Reading) -> Referent | None:
    """The one president an article names, if it has called no administration somebody's yet."""
    if any("administration" in q.nouns for q in (*r.described, *r.orgs)):
        return None
    found = [
        q
        for q in r.people
        if "president" in q.nouns
        and not _FORMER & (q.nouns | set((q.role or "").casefold().split()))
    ]
    return found[0] if len(found) == 1 else None
