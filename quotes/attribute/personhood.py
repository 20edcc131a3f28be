"""Whether a name is a person's, by all the places where an article has it.

No single place decides: the tagger takes *Sebelius* for a firm here and for a person there. What
stands around every mention is averaged, and learned weights (see `ranker`) make up the mind.
"""

from collections.abc import Sequence

from quotes.attribute.clues import Clues
from quotes.attribute.discourse import is_subject
from quotes.attribute.lexicon import (
    FEMININE,
    MASCULINE,
    NAME_MODIFIERS,
    NEUTER,
    ORG_NOUNS,
    ORG_WORDS,
    word_set,
)
from quotes.attribute.mentions import Mention, shows_person
from quotes.attribute.names import gender_of_word, is_given
from quotes.attribute.ranker import scored
from quotes.attribute.runs import SEATS, lettered, width
from quotes.attribute.words import Words

#: How far on a pronoun may tell that a name of one word is a person's.
_NEAR = 14
_THINGS = NEUTER | word_set("company firm group website")
_SAYING = word_set(
    """
    acknowledge add admit agree allege announce answer argue ask assert believe claim concede
    conclude confirm contend declare deny describe explain hope insist joke know maintain note
    point predict promise quip recall remark repeat reply respond say suggest tell think tweet
    urge vow want warn write
    """
)
#: Scores below and above which the learned weights overrule the vote.
_DENIED, _CLAIMED = -2.0, 1.0
_PLACES = frozenset(("GPE", "LOC", "FAC"))


def name_clues(
    w: Words,
    mentions: Sequence[Mention],
    *,
    polite: bool,
    again: bool,
    alone: Sequence[Mention] = (),
) -> Clues:
    """Read off what speaks for a name's being a person's.

    Args:
        w: The article.
        mentions: All the places of one name.
        polite: Whether its last word also stands with *Mr.* or *Ms.*
        again: Whether a name of one word is the last word of a longer name.
        alone: Where the last word of a longer name stands alone.

    Returns:
        The clues by name; shares of all mentions, unless of the name itself.
    """
    total: Clues = {}
    for m in mentions:
        for name in _at(w, m):
            total[name] = total.get(name, 0.0) + 1 / len(mentions)
    for m in alone:
        for name in _at(w, m):
            total[f"alone_{name}"] = total.get(f"alone_{name}", 0.0) + 1 / len(alone)
    scores = [m.score for m in mentions]
    mean = sum(scores) / len(scores)
    total["score"] = max(-2.0, min(mean, 4.0)) / 2
    first, last = w.lower[mentions[0].start], w.lower[mentions[0].end - 1]
    size = width(w, mentions[0].start, mentions[0].end)
    given = is_given(first)
    shown = {
        "bias": True,
        "voted": mean + (max(scores) >= 3) > 0.4 and (size > 1 or _human(w, mentions)),
        f"size_{min(size, 4)}": True,
        "given": given and size > 1,
        "given_alone": given and size == 1,
        "initial": size > 1 and any(len(w.words[i].rstrip(".")) == 1 for i in _inside(mentions[0])),
        "org_last": last in ORG_WORDS or last in ORG_NOUNS,
        "org_inside": size > 1 and any(w.lower[i] in ORG_WORDS for i in _inside(mentions[0])),
        "modifier_first": size > 1 and first in NAME_MODIFIERS,
        "polite": polite,
        "again": again,
        "once": len(mentions) == 1,
        "titled_once": "titled" in total,
        "person_once": "label_person" in total,
        "alone": bool(alone),
    }
    return total | {name: 1.0 for name, true in shown.items() if true}


def is_person(clues: Clues) -> bool:
    """Tell whether a name is a person's.

    The rules' vote stands unless the learned weights speak clearly against it: they are learned
    from names that are sources, and most names are not.

    Args:
        clues: What `name_clues` read off.

    Returns:
        True for a person's name.
    """
    return scored("name", clues) > (_DENIED if "voted" in clues else _CLAIMED)


def _human(w: Words, mentions: Sequence[Mention]) -> bool:
    """Whether a name of one word is shown to be a person's: by title, given name or pronoun."""
    he = it = 0
    for m in mentions:
        courtesy = any(gender_of_word(t) for t in m.titles)
        if m.score >= 3 or m.name.gender or courtesy or is_given(m.name.text):
            return True
        for word in w.lower[m.end : m.end + _NEAR]:
            he += word in MASCULINE or word in FEMININE or word == "who"
            it += word in _THINGS
    return he > it


def _inside(m: Mention) -> range:
    return range(m.start, m.end)


def _at(w: Words, m: Mention) -> list[str]:
    """What one mention shows."""
    labels = {w.labels[i] for i in _inside(m)}
    found = []
    if "PERSON" in labels:
        found.append("label_person")
    elif "ORG" in labels:
        found.append("label_org")
    elif labels & _PLACES:
        found.append("label_place")
    elif "NORP" in labels:
        found.append("label_people")
    elif labels == {""}:
        found.append("label_none")
    if shows_person(m.titles):
        found.append("titled")
    before = w.lower[m.start - 1] if m.start else ""
    if before in ("the", "a", "an"):
        found.append("article")
    if before in ("in", "at", "from", "near"):
        found.append("in")
    if m.end - m.start == 1 and w.words[m.start].isupper() and len(w.words[m.start]) > 1:
        found.append("capitals")
    if w.tags[m.end - 1] == "NNPS":
        found.append("plural")
    if m.end < len(w) and lettered(w, m.end) and w.lower[m.end] not in SEATS:
        found.append("letters")
    after = w.lower[m.end : m.end + 2]
    if after[:1] == ["'s"]:
        found.append("possessive")
    if after[:1] == [","] and len(after) > 1:
        if after[1].isdigit() and len(after[1]) == 2:
            found.append("aged")
        elif lettered(w, m.end + 1):
            found.append("letters")
        elif after[1] == "who":
            found.append("who")
        elif after[1] in ("which", "inc", "inc."):
            found.append("which")
    if is_subject(w, m.end - 1):
        found.append("subject")
        verb = w.heads[m.end - 1]
        if w.doc[verb].lemma_ in _SAYING:
            found.append("says")
    near = w.lower[m.end : m.end + _NEAR]
    if any(word in MASCULINE or word in FEMININE for word in near):
        found.append("he_near")
    if any(word in _THINGS for word in near):
        found.append("it_near")
    return found
