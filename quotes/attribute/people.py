"""Tells which names in an article are people's, and which are one person's."""

from collections import Counter, defaultdict
from dataclasses import replace

from quotes.attribute.bearers import Known, bearer, title_gender
from quotes.attribute.discourse import Question
from quotes.attribute.joint import share_surnames
from quotes.attribute.lexicon import NAME_MODIFIERS, ORG_NOUNS, ORG_WORDS, PERSON_NOUNS, TITLES
from quotes.attribute.mentions import Mention, name_mentions
from quotes.attribute.names import (
    Name,
    compatible,
    gender_of_given,
    gender_of_word,
    is_given,
)
from quotes.attribute.personhood import is_person, name_clues
from quotes.attribute.referents import Referent
from quotes.attribute.runs import width
from quotes.attribute.words import Words

_NEAR = 14
_COMMON = NAME_MODIFIERS | ORG_WORDS | ORG_NOUNS | PERSON_NOUNS | TITLES
#: Stands for any person in questions about names.
_A_PERSON = Referent("", "", "person")
_FULL_TITLES = {
    "gov": "governor",
    "sen": "senator",
    "rep": "congressman",
    "pres": "president",
    "gen": "general",
    "prof": "professor",
    "dr": "doctor",
    "sgt": "sergeant",
    "capt": "captain",
    "col": "colonel",
    "lt": "lieutenant",
    "rev": "reverend",
    "premier": "minister",
    "pope": "pontiff",
    "pm": "minister",
}


def people(
    w: Words, *, asked: list[Question] | None = None
) -> tuple[list[Referent], dict[int, Referent]]:
    """Find the people an article names.

    Args:
        w: The article.
        asked: Takes up the questions put to the ranker.

    Returns:
        The people in order of first naming, and for every token of a name the person.
    """
    at: dict[int, Referent] = {}
    forms: dict[int, list[Name]] = defaultdict(list)
    found: list[Referent] = []
    for m, referent in _chained(w, share_surnames(w, _with_titles(name_mentions(w))), asked):
        if referent.first < 0:
            referent.first = m.end - 1
            found.append(referent)
        forms[id(referent)].append(m.name)
        referent.places.append(m.end - 1)
        _describe(w, m, referent)
        for i in range(m.start, m.end):
            at[i] = referent
    for referent in found:
        best = _fullest(forms[id(referent)])
        referent.key, referent.name = best.key, best.text
        if referent.gender is None and best.given:
            referent.gender = gender_of_given(best.given[0])
    return found, at


def _with_titles(mentions: list[Mention]) -> list[Mention]:
    """Take for a title what is one elsewhere: *Dean* Roe, where Dean Martha Roe is named."""
    titled = {(t, m.name.surname) for m in mentions for t in m.titles if is_given(t)}

    def told(m: Mention) -> Mention:
        if len(m.name.given) != 1 or (m.name.given[0], m.name.surname) not in titled:
            return m
        bare = replace(m.name, given=(), text=m.name.text.partition(" ")[2])
        return replace(m, start=m.start + 1, name=bare, titles=(*m.titles, m.name.given[0]))

    return [told(m) for m in mentions]


def _chained(
    w: Words, mentions: list[Mention], asked: list[Question] | None
) -> list[tuple[Mention, Referent]]:
    """Group the mentions of people by who they are: full names first, then bare ones."""
    person = _persons(w, mentions, asked)
    known = Known()
    owner: dict[int, Referent] = {}
    full = [m for m in mentions if m.name.given or m.name.suffix]
    for m in sorted(full, key=lambda m: (w.headline[m.start], m.start)):
        if m.name.key not in person:
            continue
        fits = [
            r
            for r in known.alike(m.name)
            if all(compatible(m.name, f) >= 2 for f in r.names)
            # In one article, a Jr. and one without are father and son.
            and (w.headline[m.start] or any(f.suffix == m.name.suffix for f in r.names))
        ]
        same = [r for r in fits if r.names[0].given == m.name.given]
        referent = (same or fits or [Referent(m.name.key, m.name.text, "person")])[0]
        known.add(m, referent)
        owner[m.start] = referent
    for m in full:
        if m.start not in owner:
            whole = [r for r in known.alike(m.name) if any(_inside(m.name, f) for f in r.names)]
            if len(whole) == 1:
                owner[m.start] = whole[0]
                known.add_bare(m, whole[0])
            elif m.name.surname in person and _rare(w, m):
                bearers = known.alike(m.name)
                if not bearers or bearers[0].key == m.name.key:
                    referent = (
                        bearers[0] if bearers else Referent(m.name.key, m.name.text, "person")
                    )
                    known.add(m, referent)
                    owner[m.start] = referent
    bare = [m for m in mentions if m.start not in owner and not m.name.given]
    # Mr. Roe first: who is left without a full name is then known when a plain Roe comes.
    for m in sorted(bare, key=lambda m: (title_gender(m) is None, m.start)):
        whose = bearer(w, m, known)
        if whose is None and m.name.key in person:
            whose = Referent(m.name.key, m.name.text, "person", gender=title_gender(m))
            known.add(m, whose)
        if whose is not None and (m.score >= -1.5 or m.name.key in person):
            owner[m.start] = whose
            known.add_bare(m, whose)
    return [(m, owner[m.start]) for m in mentions if m.start in owner]


def _inside(part: Name, whole: Name) -> bool:
    """Whether a form is the second half of a longer one: *Peña Nieto*, of Enrique Peña Nieto."""
    if not part.given or is_given(part.given[0]):
        return False
    return part.surname == whole.surname and set(part.given) <= set(whole.given[1:])


def _rare(w: Words, m: Mention) -> bool:
    """Whether a capitalised word before a surname can be nothing but a given name: *Mehmet Oz*."""
    first = w.lower[m.start]
    if w.opens[m.start] or w.headline[m.start] or not 2 <= width(w, m.start, m.end) <= 3:
        return False
    if first in _COMMON:
        return False
    return w.words[m.start][0].isupper() and first not in w.words


def _persons(w: Words, mentions: list[Mention], asked: list[Question] | None) -> set[str]:
    """The keys of the names that are people's, by all their mentions together."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        places[m.name.key].append(m)
    # Ms. Epstein later on tells what the Lee Epstein was that the tagger took for a firm.
    polite = {m.name.surname for m in mentions if title_gender(m) and set(m.titles) & TITLES}
    longer = {m.name.surname for m in mentions if m.name.given}
    alone = {m.name.surname: places[m.name.key] for m in mentions if not m.name.given}
    found = set()
    for key, named in places.items():
        name = named[0].name
        clues = name_clues(
            w,
            named,
            polite=name.surname in polite,
            again=not name.given and name.surname in longer,
            alone=alone.get(name.surname, ()) if name.given else (),
        )
        if asked is not None:
            asked.extend(
                Question("name", m.end - 1, [(_A_PERSON, clues), (None, {})]) for m in named
            )
        if is_person(clues):
            found.add(key)
    return found


def _describe(w: Words, m: Mention, referent: Referent) -> None:
    """Take up what stands around a mention: titles in front, an apposition behind."""
    referent.nouns.update(_FULL_TITLES.get(t.rstrip("."), t) for t in m.titles)
    referent.gender = referent.gender or title_gender(m)
    last = m.end - 1
    if w.deps[last] == "nsubj" and w.doc[w.heads[last]].lemma_ == "be":
        for k in range(m.end, min(m.end + _NEAR, len(w))):
            if w.deps[k] == "attr" and w.heads[k] == w.heads[last]:
                referent.nouns.update({w.lower[k]} & PERSON_NOUNS)
    if m.end >= len(w) or w.words[m.end] != ",":
        return
    for k in range(m.end + 1, min(m.end + _NEAR, len(w))):
        if w.words[k] in ",.;:—" or w.pos[k] in ("VERB", "AUX", "SCONJ"):
            break
        if w.lower[k] in PERSON_NOUNS:
            gender = gender_of_word(w.lower[k])
            if gender and m.name.given and gender_of_given(m.name.given[0]) not in (gender, None):
                break  # a book's title: John Roe, Our Daughter and Me
            referent.nouns.add(w.lower[k])
            referent.gender = referent.gender or gender


def _fullest(names: list[Name]) -> Name:
    """The fullest form, among those that begin like the most common one.

    What is a middle name in another form, or half of a surname, is no beginning: *Debbie*, not
    *Wasserman* Schultz; unless that form begins with what may be no name: *Does* Bernie Sanders.
    """
    names = [n for n in names if not any(_inside(n, whole) for whole in names)] or names
    sure = [n for n in names if n.given and (len(n.given[0]) == 1 or is_given(n.given[0]))]
    middles = {g for n in sure for g in n.given[1:]}
    full = [n for n in names if n.given and n.given[0] not in middles] or names
    begins = Counter((n.given or (n.surname,))[0] for n in full)
    common = max(begins.values())
    usual = [n for n in full if begins[(n.given or (n.surname,))[0]] == common]
    return max(usual, key=lambda n: (not n.text.isupper(), len(n.given), len(n.text)))
