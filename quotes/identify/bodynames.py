"""Names of organisations: acronyms, short forms, and places that stand for a body."""

import re
from collections.abc import Iterable
from functools import lru_cache

from quotes.attribute.lexicon import ORG_WORDS, word_set
from quotes.attribute.metonyms import body_key
from quotes.attribute.organisations import org_key
from quotes.identify.speakers import organization_key

#: What a name may lose and still tell the body: Amnesty International, Boeing Company.
_TAILS = word_set(
    """
    airlines airways brothers company corporation electronics enterprises entertainment foods
    foundation holdings industries international laboratories motor motors pharmaceuticals
    securities stores technologies worldwide
    """
)
#: Acronyms that papers need not explain.
WELL_KNOWN = {
    "bbc": "british broadcasting corporation",
    "cdc": "centers for disease control and prevention",
    "cia": "central intelligence agency",
    "ecb": "european central bank",
    "epa": "environmental protection agency",
    "fbi": "federal bureau of investigation",
    "fda": "food and drug administration",
    "iaea": "international atomic energy agency",
    "imf": "international monetary fund",
    "irs": "internal revenue service",
    "nasa": "national aeronautics and space administration",
    "nato": "north atlantic treaty organization",
    "nsa": "national security agency",
    "nypd": "new york police department",
    "opec": "organization of the petroleum exporting countries",
    "un": "united nations",
    "unhcr": "united nations high commissioner for refugees",
    "unicef": "united nations children s fund",
    "wto": "world trade organization",
}
_COUNTRIES = frozenset({"us", "u.s", "uk", "u.k", "united", "states", "american", "british"})
_ABBREVIATED = {"us": "united states", "uk": "united kingdom"}
_SMALL = frozenset({"of", "for", "the", "and", "in", "on", "to", "&", "against"})
_ACRONYM = re.compile(r"[A-Z0-9](?:[A-Za-z0-9&]|\.(?=[A-Z])){1,7}\.?")
_IN_BRACKETS = re.compile(r" ?\((?:the |or )?([A-Z][A-Za-z.&]{1,9})\)")
_BEFORE = 150
_WORDS = 10
_ARTICLE = re.compile(r"^(?:the|an?) ", re.I)


def is_acronym(name: str) -> bool:
    """Whether a name is made of initials.

    Args:
        name: As written, without article.
    """
    return bool(_ACRONYM.fullmatch(name)) and sum(c.isupper() for c in name) * 2 > len(
        name.replace(".", "")
    )


@lru_cache(maxsize=100_000)
def initials(name: str) -> frozenset[str]:
    """What acronyms a name may have.

    Args:
        name: As written: "U.S. Department of Defense".

    Returns:
        In lower case: ``usdd``, ``usdod``, ``dd``, ``dod``; none for a name of one word.
    """
    words = _ARTICLE.sub("", name).replace("-", " ").replace("’s", "").replace("'s", "").split()
    if len(words) < 2:
        return frozenset()
    ways = [words]
    national = words
    while national and national[0].casefold().strip(".") in _COUNTRIES:
        national = national[1:]
    if 1 < len(national) < len(words):
        ways.append(national)
    found: set[str] = set()
    for way in ways:
        large = [w for w in way if w.casefold() not in _SMALL]
        for some in (way, large):
            letters = "".join(_letters(word) for word in some).casefold()
            if len(letters) > 1:
                found.add(letters)
    return frozenset(found)


def _letters(word: str) -> str:
    """U.S. is two letters, NATO its own, any other word one."""
    plain = word.replace(".", "")
    if "." in word.rstrip(".") or (plain.isupper() and len(plain) > 1):
        return plain
    return plain[:1]


def is_short_for(short: str, name: str) -> bool:
    """Whether one name is another made short.

    Args:
        short, name: As written, without article.

    Returns:
        Whether it has the initials, or lacks no more than "International" or "Company" at the end.
    """
    if is_acronym(short) and organization_key(short).replace(" ", "") in initials(name):
        return True
    return organization_key(short) in short_forms(name)


def declared(name: str, sources: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """What else an article calls a body, by its own word.

    Args:
        name: The fullest name.
        sources: How it is cited, which the article's reading has found to be the same.
        texts: Paragraphs around: "the National Rifle Association (NRA)".

    Returns:
        Keys of the other names: acronyms and short forms; of an acronym its expansions.
    """
    bare = _ARTICLE.sub("", name)
    own = organization_key(bare)
    cited = {_ARTICLE.sub("", one) for one in sources}
    found = {organization_key(one) for one in cited if is_short_for(one, bare)}
    acronym = is_acronym(bare)
    for text in texts:
        for match in _IN_BRACKETS.finditer(text):
            words = text[max(0, match.start() - _BEFORE) : match.start()].split()[-_WORDS:]
            long = _expansion(words, match[1])
            if long is None:
                continue
            if acronym and organization_key(match[1]) == own:
                found.add(organization_key(long))
            elif organization_key(long) == own:
                found.add(organization_key(match[1]))
    return frozenset(found - {own, ""})


def _expansion(words: list[str], acronym: str) -> str | None:
    """The last words before a bracket that have its initials: "of the Football Association"."""
    letters = organization_key(acronym).replace(" ", "")
    for start in range(len(words) - 2, -1, -1):
        long = " ".join(words[start:])
        if words[start][:1].isupper() and letters in initials(long):
            return long.strip(",“”\"'")
    return None


@lru_cache(maxsize=100_000)
def stands_for(name: str) -> str:
    """The key of the body that a name means: a place may stand for one.

    Args:
        name: As written: "Downing Street".

    Returns:
        Its own key, for most.
    """
    key = org_key(name)
    first, _, rest = key.partition(" ")
    if first in _ABBREVIATED and rest:
        key = f"{_ABBREVIATED[first]} {rest}"
    return body_key(key)


def is_metonym(name: str) -> bool:
    """Whether a name stands for a body that has another."""
    return stands_for(name) != org_key(name)


@lru_cache(maxsize=100_000)
def short_forms(name: str) -> frozenset[str]:
    """Keys of what a name may be cut to without asking: Amnesty for Amnesty International.

    Args:
        name: As written.
    """
    words = organization_key(name).split()
    found = set()
    for end in range(len(words) - 1, 0, -1):
        short = " ".join(words[:end])
        # "China" is not short for China Airlines.
        if words[end] not in _TAILS or short in ORG_WORDS or body_key(short) != short:
            break
        found.add(short)
    return frozenset(found)
