"""Whose bare surname, or bare given name, a mention is, where several in an article may bear it.

*Trump* in an article about Eric Trump's father: whoever is named first, most and lately. Weights
learned from annotated articles did worse than this rule on others: few have two of a name.
"""

from bisect import bisect_left
from collections import defaultdict

from quotes.attribute.lexicon import word_set
from quotes.attribute.mentions import Mention
from quotes.attribute.names import (
    Name,
    compatible,
    gender_of_given,
    gender_of_word,
    misspelt,
    surname_tail,
)
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

#: How many lines after a plain surname its bearer may be named in full.
_LATER = 4
#: Nouns for those who belong to somebody.
RELATIVES = word_set(
    """
    brother cousin dad daughter ex-husband ex-wife father granddaughter grandfather grandmother
    grandson husband mother nephew niece sister sister-in-law son son-in-law spouse stepson uncle
    widow widower wife daughter-in-law brother-in-law father-in-law mother-in-law
    """
)


class Known:
    """The people met so far, by the names they may be called.

    Attributes:
        by_word: Who is called by a word, as surname or given name.
        starts: By a person's ``id``, where the name stands in full.
        bare: By a person's ``id``, where the surname stands alone.
        kin: The ``id`` of those who are brought up as somebody's relative.
    """

    def __init__(self) -> None:
        self.by_word: dict[str, list[Referent]] = defaultdict(list)
        self.starts: dict[int, list[int]] = defaultdict(list)
        self.bare: dict[int, list[int]] = defaultdict(list)
        self.kin: set[int] = set()

    def alike(self, name: Name) -> list[Referent]:
        """Those who share the surname or are called by it as a given name."""
        return self.by_word[surname_tail(name.surname)]

    def misspelt(self, name: Name) -> list[Referent]:
        """Those whose surname is the same but for a slip of the pen."""
        if len(name.surname) < 5:
            return []
        return [
            r
            for word, bearers in self.by_word.items()
            if misspelt(name.surname, word)
            for r in bearers
            if any(n.given and surname_tail(n.surname) == word for n in r.names)
        ]

    def add(self, m: Mention, referent: Referent) -> None:
        """Note a mention in full, or the first of one who goes by one name."""
        if m.name not in referent.names:
            referent.names.append(m.name)
            for word in {surname_tail(m.name.surname), *m.name.given[:1]}:
                if not any(r is referent for r in self.by_word[word]):
                    self.by_word[word].append(referent)
        self.starts[id(referent)].append(m.start)
        if RELATIVES & set(m.titles):
            self.kin.add(id(referent))

    def add_bare(self, m: Mention, referent: Referent) -> None:
        """Note a mention by surname or given name alone."""
        places = self.bare[id(referent)]
        places.insert(bisect_left(places, m.start), m.start)


def title_gender(m: Mention) -> str | None:
    """Tell the gender that a mention's form and titles show.

    Args:
        m: The mention.

    Returns:
        ``m``, ``f`` or None.
    """
    genders = {g for t in m.titles if (g := gender_of_word(t))}
    return m.name.gender or (genders.pop() if len(genders) == 1 else None)


def bearer(w: Words, m: Mention, known: Known) -> Referent | None:
    """Tell whose bare surname, or else bare given name, a mention is.

    Args:
        w: The article.
        m: The mention.
        known: The people named in full.

    Returns:
        The likeliest bearer; None where nobody bears it.
    """
    alike = [r for r in known.alike(m.name) if _gender_fits(m, r)]
    for least in (2, 1):
        fits = [r for r in alike if max(compatible(m.name, f) for f in r.names) >= least]
        if not fits:
            continue
        sure = [r for r in fits if title_gender(m) is not None and _gender(r) == title_gender(m)]
        fits = sure or fits
        if len(fits) == 1:
            return None if least == 2 and _too_early(w, m, fits[0], known) else fits[0]
        return max(fits, key=lambda r: _claim(w, m, known.starts[id(r)]))
    slips = [r for r in known.misspelt(m.name) if _gender_fits(m, r)]
    named = [r for r in slips if min(known.starts[id(r)]) < m.start]
    return named[0] if len(named) == 1 else None


def _gender(r: Referent) -> str | None:
    return r.gender or next(
        (g for n in r.names if n.given and (g := gender_of_given(n.given[0]))), None
    )


def _gender_fits(m: Mention, r: Referent) -> bool:
    wanted, known = title_gender(m), _gender(r)
    return wanted is None or known is None or known == wanted


def _too_early(w: Words, m: Mention, r: Referent, known: Known) -> bool:
    """Whether a plain surname comes long before the only one who bears it is named.

    Papers name people in full first: *Trump*, and much later *Lara Trump*, are two. Columns don't:
    *Mr. Trump* is Donald Trump, and a plain *Trump* behind him as well.
    """
    if title_gender(m) is not None and title_gender(m) == _gender(r) and id(r) not in known.kin:
        return False
    first = min(known.starts[id(r)] + known.bare[id(r)])
    return not w.headline[m.start] and w.paragraph[first] - w.paragraph[m.start] > _LATER


def _claim(w: Words, m: Mention, places: list[int]) -> float:
    """A rule's reckoning by where the full name stands: before, early, often, lately.

    Who comes first in an article tends to be whom it is about, and goes by the surname alone.
    """
    before = [p for p in places if p < m.start]
    recent = bool(before) and w.paragraph[m.start] - w.paragraph[max(before)] <= 1
    return 2.0 * bool(before) + 0.1 * recent - min(places) / len(w) + 0.05 * len(before)
