"""Tells which names in an article are people's, and which are one person's."""

from collections import Counter, defaultdict

from quotes.attribute.discourse import Question
from quotes.attribute.lexicon import PERSON_NOUNS, TITLES
from quotes.attribute.mentions import Mention, name_mentions
from quotes.attribute.names import (
    Name,
    compatible,
    gender_of_given,
    gender_of_word,
    surname_tail,
)
from quotes.attribute.personhood import is_person, name_clues
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

_NEAR = 14
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
    for m, referent in _chained(w, name_mentions(w), asked):
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


class _Known:
    """The people met so far, by the names they may be called."""

    def __init__(self) -> None:
        self.by_word: dict[str, list[Referent]] = defaultdict(list)
        self.starts: dict[int, list[int]] = defaultdict(list)

    def alike(self, name: Name) -> list[Referent]:
        """Those who share the surname or are called by it as a given name."""
        return self.by_word[surname_tail(name.surname)]

    def add(self, m: Mention, referent: Referent) -> None:
        """Note a mention in full, or the first of one who goes by one name."""
        if m.name not in referent.names:
            referent.names.append(m.name)
            for word in {surname_tail(m.name.surname), *m.name.given[:1]}:
                if not any(r is referent for r in self.by_word[word]):
                    self.by_word[word].append(referent)
        self.starts[id(referent)].append(m.start)


def _chained(
    w: Words, mentions: list[Mention], asked: list[Question] | None
) -> list[tuple[Mention, Referent]]:
    """Group the mentions of people by who they are: full names first, then bare ones."""
    person = _persons(w, mentions, asked)
    known = _Known()
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
    bare = [m for m in mentions if m.start not in owner and not m.name.given]
    # Mr. Roe first: who is left without a full name is then known when a plain Roe comes.
    for m in sorted(bare, key=lambda m: (_title_gender(m) is None, m.start)):
        bearer = _bearer(w, m, known)
        if bearer is None and m.name.key in person:
            bearer = Referent(m.name.key, m.name.text, "person", gender=_title_gender(m))
            known.add(m, bearer)
        if bearer is not None and (m.score >= -1.5 or m.name.key in person):
            owner[m.start] = bearer
    return [(m, owner[m.start]) for m in mentions if m.start in owner]


def _persons(w: Words, mentions: list[Mention], asked: list[Question] | None) -> set[str]:
    """The keys of the names that are people's, by all their mentions together."""
    places: dict[str, list[Mention]] = defaultdict(list)
    for m in mentions:
        places[m.name.key].append(m)
    # Ms. Epstein later on tells what the Lee Epstein was that the tagger took for a firm.
    polite = {m.name.surname for m in mentions if _title_gender(m) and set(m.titles) & TITLES}
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


def _title_gender(m: Mention) -> str | None:
    genders = {g for t in m.titles if (g := gender_of_word(t))}
    return m.name.gender or (genders.pop() if len(genders) == 1 else None)


def _gender_fits(m: Mention, r: Referent) -> bool:
    wanted = _title_gender(m)
    known = r.gender or next(
        (g for n in r.names if n.given and (g := gender_of_given(n.given[0]))), None
    )
    return wanted is None or known is None or known == wanted


def _bearer(w: Words, m: Mention, known: _Known) -> Referent | None:
    """Whose bare surname, or else bare given name, this is."""
    alike = [r for r in known.alike(m.name) if _gender_fits(m, r)]
    for least in (2, 1):
        fits = [r for r in alike if max(compatible(m.name, f) for f in r.names) >= least]
        before = [r for r in fits if min(known.starts[id(r)]) < m.start]
        if fits:
            return max(before or fits, key=lambda r: _claim(w, m, known.starts[id(r)]))
    return None


def _claim(w: Words, m: Mention, starts: list[int]) -> float:
    """How likely a bare surname is one's who bears it, by where the full name stands.

    Who comes first in an article tends to be whom it is about, and goes by the surname alone.
    """
    before = [p for p in starts if p < m.start]
    recent = bool(before) and w.paragraph[m.start] - w.paragraph[max(before)] <= 1
    return 0.1 * recent - min(starts) / len(w) + 0.05 * len(before)


def _describe(w: Words, m: Mention, referent: Referent) -> None:
    """Take up what stands around a mention: titles in front, an apposition behind."""
    referent.nouns.update(_FULL_TITLES.get(t.rstrip("."), t) for t in m.titles)
    referent.gender = referent.gender or _title_gender(m)
    if m.end >= len(w) or w.words[m.end] != ",":
        return
    for k in range(m.end + 1, min(m.end + _NEAR, len(w))):
        if w.words[k] in ",.;:—" or w.pos[k] in ("VERB", "AUX", "SCONJ"):
            break
        if w.lower[k] in PERSON_NOUNS:
            referent.nouns.add(w.lower[k])
            referent.gender = referent.gender or gender_of_word(w.lower[k])


def _fullest(names: list[Name]) -> Name:
    """The fullest form, among those that begin like the most common one."""
    middles = {g for n in names for g in n.given[1:]}
    full = [n for n in names if n.given and n.given[0] not in middles] or names
    begins = Counter((n.given or (n.surname,))[0] for n in full)
    common = max(begins.values())
    usual = [n for n in full if begins[(n.given or (n.surname,))[0]] == common]
    return max(usual, key=lambda n: (not n.text.isupper(), len(n.given), len(n.text)))
