"""Finds where people and organisations are named, and which names are one person's."""

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.attribute.lexicon import (
    BODY_ROLES,
    DOCUMENT_NOUNS,
    NAME_MODIFIERS,
    NOT_NAMES,
    ORG_NOUNS,
    ORG_WORDS,
    PARTICLES,
    PERSON_NOUNS,
    PORTFOLIOS,
    REGNAL,
    SUFFIXES,
    TITLES,
    word_set,
)
from quotes.attribute.names import (
    Name,
    gender_of_word,
    is_given,
    parse_name,
)
from quotes.attribute.runs import SEATS, lettered, runs, width
from quotes.attribute.words import Words

_PERSON_LABELS = {"PERSON": 2.0, "ORG": -1.0, "GPE": -1.5, "LOC": -1.5, "FAC": -1.5, "NORP": -1.5}
#: Titles that are surnames too.
_TITLE_SURNAMES = word_set("king judge dean pope bishop marshal major prince constable justice")
_SURE_TITLES = TITLES - _TITLE_SURNAMES
_TITLES_AND_JOBS = TITLES | PERSON_NOUNS
_PEOPLE_WORDS = NAME_MODIFIERS | PERSON_NOUNS
_BODY_WORDS = ORG_WORDS | ORG_NOUNS
_BODIES_TOO = NAME_MODIFIERS | BODY_ROLES  # titles that bodies have as well
#: What a sentence that names somebody may begin with.
_LEADS = word_set(
    """
    are ask both can could did do does enter had has have is like may meet might must should
    thank was were will would
    """
)
#: What capitals set like the end of a name: *Speaker Boehner Says*.
_NO_ENDS = word_set("says said")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands.

    Attributes:
        start, end: The tokens of the name, titles left out.
        name: The name taken apart.
        titles: Words of title or description directly in front, lower case.
        score: How much speaks for a person, above 0, or against one.
    """

    start: int
    end: int
    name: Name
    titles: tuple[str, ...]
    score: float


def _trim(w: Words, start: int, end: int) -> tuple[int, int]:
    """Cut what a run holds beside the name: *Whip* Dick Durbin, Guy Mansfield *QC*."""
    if _has_office(w, start):
        start = next((k for k in range(start, end) if w.lower[k] not in PORTFOLIOS), start)
    while end - start > 1 and (lettered(w, end - 1) or w.lower[end - 1] in _NO_ENDS):
        end -= 1
    known = is_given(w.words[start])
    while known and end - start > 2 and w.lower[end - 1] in _BODY_WORDS:
        end -= 1
    if not known and "." not in w.words[start]:
        for k in range(start + 1, end - 1):
            if is_given(w.words[k]) and w.pos[k - 1] in ("PROPN", "NOUN", "ADJ", "VERB"):
                plain = w.lower[k - 1] not in PARTICLES and w.words[k - 1] not in "-‐‑"
                common = w.lower[k - 1] in ORG_WORDS or w.labels[k - 1] != "PERSON"
                if plain and common:
                    return k, end
    return start, end


def _has_office(w: Words, run: int) -> bool:
    """Whether a run may begin with what an office is of: *Secretary of* State Kris Roe."""
    return run > 1 and w.lower[run - 1] == "of" and w.lower[run - 2] in PERSON_NOUNS


def _split(w: Words, start: int, end: int) -> int:
    """Where the name begins in a run: after its last title, job or people's name."""
    last = end - 1
    while last > start and w.lower[last] in SUFFIXES:
        last -= 1
    for k in range(last - 1, start - 1, -1):
        word = w.lower[k]
        if word in REGNAL and k == last - 1 and w.words[k] not in ("St.", "Saint"):
            return k
        if is_given(word) and (word not in TITLES or k == last - 1):
            continue  # Guy Mansfield, Dean Boyd
        if word in TITLES or word in PERSON_NOUNS or word in NAME_MODIFIERS:
            # A given name before and an entity across: Stephen King Jr., Mary Baker Eddy.
            given = k > start and is_given(w.words[k - 1])
            surname = word not in TITLES or word in _TITLE_SURNAMES
            if given and surname and w.labels[k - 1] == w.labels[k] == w.labels[k + 1] == "PERSON":
                continue
            return k + 1
    return start


def _noun_behind(w: Words, start: int) -> str:
    """The noun of an apposition that begins at a token; empty where none does."""
    if w.lower[start] not in ("a", "an", "the", "his", "her") and w.pos[start] not in (
        "NOUN",
        "ADJ",
        "PROPN",
    ):
        return ""
    reach = range(start + 1, min(start + 8, len(w)))
    ends = (k for k in reach if w.words[k] in ",.;:" or w.pos[k] in ("VERB", "AUX", "ADP"))
    return next((w.lower[k - 1] for k in ends), "")


def shows_person(titles: Sequence[str]) -> bool:
    """Tell whether words in front of a name are titles or jobs, which only people have.

    Args:
        titles: The words, lower case.

    Returns:
        True where one is; a *rival* may be a firm.
    """
    return any((t in TITLES or t in PERSON_NOUNS) and t not in _BODIES_TOO for t in titles)


def _score(w: Words, run: int, start: int, end: int, titles: tuple[str, ...]) -> float:
    """How much the form and the surroundings of one mention speak for a person."""
    n, size = len(w), width(w, start, end)
    score = max((_PERSON_LABELS.get(w.labels[i], 0.0) for i in range(start, end)), key=abs)
    first, last = w.words[start], w.lower[end - 1]
    known = is_given(first)
    if shows_person(titles):
        score += 3
    if known and size > 1:
        score += 2
    if size > 1 and last in ORG_WORDS:
        score -= 1 if known else 3
    if size > 4:
        score -= 2
    if start == run and start > 0 and w.lower[start - 1] in ("the", "a", "an"):
        score -= 2.5
    if size == 1 and first.isupper() and 1 < len(first) <= 5:
        score -= 2
    if size > 1 and end < n and lettered(w, end) and w.lower[end] not in SEATS:
        score += 3
    if end + 1 < n and w.words[end] == ",":
        after = w.lower[end + 1]
        if after.isdigit() and len(after) <= 2:
            score += 3
        elif after == "who":
            score += 2
        elif size > 1 and lettered(w, end + 1):
            score += 3
        elif size > 1 and last not in ORG_WORDS:
            noun = _noun_behind(w, end + 1)
            score += 2.5 if noun in PERSON_NOUNS else -3 if noun in ORG_NOUNS else 0
    if size == 1 and start > 0 and w.lower[start - 1] in ("in", "at"):
        score -= 1
    return score


def _no_surname(w: Words, i: int, known: set[str]) -> bool:
    """Whether a single word is a title, a people's or an organisation's word, not a surname."""
    word = w.lower[i]
    if word.endswith("."):
        return True  # Md., Fla.
    courtesy = i > 0 and gender_of_word(w.lower[i - 1]) is not None and w.lower[i - 1] in TITLES
    if courtesy or word in known:
        return w.tags[i] == "NNPS" and not courtesy and word.removesuffix("s") in NAME_MODIFIERS
    if word in PERSON_NOUNS or word in NAME_MODIFIERS or word in _SURE_TITLES:
        return True
    if w.tags[i] == "NNPS" or (word.endswith("ed") and w.pos[i] == "VERB"):
        return True  # Woman Convicted
    if word.endswith("s") and word.removesuffix("s") in _PEOPLE_WORDS:
        return True
    return word in ORG_WORDS or word in ORG_NOUNS or word in DOCUMENT_NOUNS


def name_mentions(w: Words) -> list[Mention]:
    """Find all places written like a name, scored for being a person's.

    Args:
        w: The article.

    Returns:
        The mentions in order.
    """
    found = []
    stretches = list(runs(w))
    known = {
        w.lower[end - 1] for run, end in stretches if end - run > 1 and is_given(w.words[end - 2])
    }
    inside = {
        (w.lower[end - 2], w.lower[end - 1])
        for run, end in stretches
        if end - run > 1 and not w.opens[end - 2]
    }
    for run, end in stretches:
        if w.headline[run]:
            continue
        start, end = _trim(w, _without_lead(w, _split(w, run, end), end), end)
        if end - start == 2 and w.opens[start] and w.lower[end - 1] in known:
            pair = (w.lower[start], w.lower[end - 1])
            strange = not is_given(pair[0]) and pair not in inside
            start += pair[0] in _LEADS or (strange and w.labels[start] != "PERSON")
        name = parse_name(w.slice(start, end))
        if name is None:
            continue
        titles = list(w.lower[run:start])
        if titles and titles[0] in PORTFOLIOS and _has_office(w, run):
            titles.insert(0, w.lower[run - 2])
        k = run - 1
        while k >= 0 and run - k <= 4 and w.pos[k] in ("NOUN", "ADJ", "PROPN"):
            if w.lower[k] in PERSON_NOUNS or titles:
                titles.insert(0, w.lower[k])
            else:
                break
            k -= 1
        if end - start == 1 and _no_surname(w, start, known):
            continue
        given = is_given(w.words[start])
        foreign = w.labels[end - 1] != "PERSON" and not given and w.lower[end - 1] not in known
        if foreign and end - run > 1 and w.lower[end - 1] in PERSON_NOUNS:
            continue  # Attorney General, Foreign Minister
        found.append(
            Mention(start, end, name, tuple(titles), _score(w, run, start, end, tuple(titles)))
        )
    found.extend(_headline_mentions(w, found))
    found.extend(_surnames_again(w, found))
    found.sort(key=lambda m: m.start)
    return found


def _without_lead(w: Words, start: int, end: int) -> int:
    """Cut the first word off a sentence's where it is no part of a name: *Does* Bernie Sanders."""
    plural = w.lower[start].endswith("s") and w.lower[start][:-1] in PERSON_NOUNS
    lead = w.lower[start] in _LEADS or plural
    return start + 1 if end - start > 2 and w.opens[start] and lead else start


def _surnames_again(w: Words, known: list[Mention]) -> list[Mention]:
    """Find surnames of people named in full that the tagger took for common words: *Woods*."""
    finals = {w.lower[m.end - 1] for m in known if m.score >= 2 and m.name.given}
    taken = {i for m in known for i in range(m.start, m.end)}
    found = []
    for i, word in enumerate(w.lower):
        if word in finals and i not in taken and w.words[i][:1].isupper():
            name = None if w.skipped[i] else parse_name(w.words[i])
            inside = w.labels[i] in ("ORG", "GPE", "FAC") and (
                i + 1 < len(w) and w.labels[i + 1] == w.labels[i]
            )
            if name is not None and not inside and word not in NOT_NAMES:
                found.append(Mention(i, i + 1, name, (), 1.0))
    return found


def _headline_mentions(w: Words, known: list[Mention]) -> list[Mention]:
    """Find names in lines where every word is capitalised.

    Only what the body names counts there, and a common given name with the word after it.
    """
    finals = {w.lower[m.end - 1] for m in known if m.score > 0}
    firsts = {w.lower[m.start] for m in known if m.score > 0 and m.name.given}
    found: list[Mention] = []
    i, n = 0, len(w)
    while i < n:
        if not w.headline[i] or w.skipped[i] or not w.words[i][:1].isupper():
            i += 1
            continue
        start, end = i, i + 1
        given = w.lower[i] in firsts or is_given(w.words[i])
        if given:
            while end < n and end - start < 3 and len(w.words[end].rstrip(".")) == 1:
                end += 1
            follows = end < n and w.headline[end] and w.words[end][:1].isupper()
            if follows and (w.lower[end] in finals or w.pos[end] == "PROPN"):
                end += 1
            elif w.lower[i] not in finals and w.lower[i] not in firsts:
                end = start
            else:
                end = start + 1
        elif w.lower[i] not in finals:
            end = start
        name = parse_name(w.slice(start, end)) if end > start else None
        if name is not None:
            titles = (w.lower[i - 1],) if i and w.lower[i - 1] in _TITLES_AND_JOBS else ()
            found.append(Mention(start, end, name, titles, 2.0))
        i = max(end, i + 1)
    return found
