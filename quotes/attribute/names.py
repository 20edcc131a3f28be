"""Names of people as written: their parts, and whether two forms can be one person's."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from quotes.attribute.firstnames import FEMALE, MALE, UNISEX
from quotes.attribute.lexicon import (
    FEMALE_NOUNS,
    FEMALE_TITLES,
    MALE_NOUNS,
    MALE_TITLES,
    PARTICLES,
    PERSON_NOUNS,
    REGNAL,
    SUFFIXES,
    TITLES,
)

# Bounded, so that thousands of brackets never closed take no quadratic time.
_PARENTHESIS = re.compile(r"\([^)\n]{0,300}\)")
_TOKEN = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?\.?")
_SHORT = (
    "robert bob bobby rob",
    "william bill will billy",
    "james jim jimmy jamie",
    "michael mike mick",
    "joseph joe joey",
    "thomas tom tommy",
    "bernard bernie",
    "timothy tim",
    "edward ed eddie ted",
    "daniel dan danny",
    "christopher chris",
    "steven stephen steve",
    "david dave",
    "richard rick dick rich ricky",
    "anthony tony",
    "kenneth ken kenny",
    "donald don",
    "jeffrey jeff geoffrey geoff",
    "gregory greg",
    "elizabeth liz beth betsy",
    "katherine kathleen kate kathy catherine cathy katie",
    "douglas doug",
    "charles chuck charlie",
    "mitchell mitch",
    "matthew matt",
    "andrew andy drew",
    "benjamin ben",
    "samuel sam",
    "samantha sam",
    "leonard len",
    "ronald ron",
    "lawrence larry",
    "nicholas nick",
    "alexander alex",
    "joshua josh",
    "jennifer jen jenny",
    "patrick pat",
    "patricia pat patty",
    "peter pete",
    "raymond ray",
    "philip phil phillip",
    "frederick fred freddie freddy",
    "albert al",
    "susan sue",
    "margaret maggie meg peggy",
    "deborah debbie deb",
    "rebecca becky",
    "barbara barb",
    "harold harry",
    "jonathan jon",
    "zachary zach",
    "gerald jerry",
    "walter walt",
    "eugene gene",
    "theodore ted teddy",
)
NICKNAMES: dict[str, frozenset[str]] = {}
"""For a given name those that are used for it, and those it is used for."""

for _line in _SHORT:
    for _name in _line.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | frozenset(_line.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name taken apart.

    Attributes:
        text: The name as written, without titles.
        given: Given names and initials, folded.
        surname: Family name with its particles, folded; the only name of one who has one.
        suffix: ``jr``, ``sr``, ``ii``… or None.
        gender: ``m`` or ``f`` where a title tells, else None.
    """

    text: str
    given: tuple[str, ...]
    surname: str
    suffix: str | None = None
    gender: str | None = None

    @property
    def key(self) -> str:
        """The name folded to a key: equal for names that differ in case, accents, dots only."""
        return " ".join((*self.given, self.surname, *([self.suffix] if self.suffix else ())))


def fold(text: str) -> str:
    """Fold a text for comparison: no accents, no case, straight apostrophes, single spaces.

    Args:
        text: Any text.

    Returns:
        The folded text.
    """
    bare = text.replace("’", "'")
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.casefold().split())


def gender_of_word(word: str) -> str | None:
    """Tell the gender a title or noun shows.

    Args:
        word: One word, lower case.

    Returns:
        ``m``, ``f`` or None.
    """
    if word in MALE_TITLES or word in MALE_NOUNS:
        return "m"
    if word in FEMALE_TITLES or word in FEMALE_NOUNS:
        return "f"
    return None


def gender_of_given(given: str) -> str | None:
    """Tell the gender a given name suggests.

    Args:
        given: One given name.

    Returns:
        ``m``, ``f``, or None for names unknown here.
    """
    folded = fold(given)
    if folded in MALE:
        return "m"
    return "f" if folded in FEMALE else None


def is_given(word: str) -> bool:
    """Whether a word is a common given name, whatever the gender.

    Args:
        word: One word.
    """
    folded = fold(word)
    return folded in MALE or folded in FEMALE or folded in UNISEX


def _without_titles(tokens: list[str]) -> tuple[list[str], str | None, bool]:
    """Strip titles and job nouns off the front; give the gender they show, and if one is regnal."""
    gender, regnal, start = None, False, 0
    while start < len(tokens) - 1:
        word = tokens[start].casefold()
        given = is_given(word) and (word not in TITLES or start + 2 == len(tokens))
        if given or (word not in TITLES and word not in PERSON_NOUNS):
            break  # Dean Boyd; but: Dean Martha Minow
        if start + 2 == len(tokens) and word in REGNAL and word not in ("st.", "saint"):
            gender, regnal = gender or gender_of_word(word), True
            break
        gender = gender or gender_of_word(word)
        start += 1
    return tokens[start:], gender, regnal


def parse_name(text: str) -> Name | None:
    """Take a person's name apart.

    Titles in front ("Dr.", "Sen.", "NATO Secretary-General" only as far as its words are known),
    particles ("de Hoop Scheffer", "bin Salman"), suffixes ("Jr."), initials, nicknames in
    quotation marks, possessives and capitals are understood.

    Args:
        text: The name as written, e.g. ``"Mr. Donald J. Trump Jr.’s"``.

    Returns:
        The parts, or None where there is no name in it.
    """
    stripped = re.sub(r"['’](?:s|S)?$", "", text.strip())
    stripped = _PARENTHESIS.sub(" ", stripped)
    tokens = [t for t in _TOKEN.findall(stripped) if t.isascii() or fold(t)]  # “ͺ” folds to nothing
    suffix = None
    while len(tokens) > 1 and tokens[-1].casefold() in SUFFIXES:
        suffix = tokens.pop().casefold().rstrip(".")
    tokens, gender, regnal = _without_titles(tokens)
    if not tokens:
        return None
    written = " ".join(stripped[_word_at(stripped, tokens[0]) :].split()).strip(" ,;:-–—")
    folded = [fold(t).rstrip(".") for t in tokens]
    if regnal:
        return Name(written, (), " ".join(folded), suffix, gender)
    start = len(folded) - 1
    while start > 0 and (
        folded[start - 1] in PARTICLES or (folded[start - 1] == "hoop" and start > 1)
    ):
        start -= 1
    if start == 0 and len(folded) > 1 and tokens[0] in ("Al", "Abu"):
        start = 1  # Al Gore, not al-Assad
    return Name(written, tuple(folded[:start]), " ".join(folded[start:]), suffix, gender)


def _word_at(text: str, word: str) -> int:
    """Where a word begins in a text, inside no other; 0 where it does not stand."""
    at = text.find(word)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at = text.find(word, at + 1)
    return max(at, 0)


def _given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first, second = a[0], b[0]
    if first == second or second in NICKNAMES.get(first, ()):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    if misspelt(first, second) and gender_of_given(first) == gender_of_given(second):
        return True
    # A middle name or a nickname that one goes by: William "Bill" Smith, J. Edgar Hoover.
    return second in a[1:] or first in b[1:]


def misspelt(a: str, b: str) -> bool:
    """Whether two words differ by one slip of the pen: *Kristen*, *Kirsten*.

    Args:
        a: A name, folded.
        b: Another.

    Returns:
        True for longer names that one letter more, less or other, or two swapped, make one
        (optimal string alignment), the first letter being the same and no mere ending added.
    """
    if min(len(a), len(b)) < 5 or a[0] != b[0] or a == b or a[:-1] == b or b[:-1] == a:
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def surname_tail(surname: str) -> str:
    """Give the part of a surname that is never dropped: *Assad* of *al-Assad*.

    Args:
        surname: A surname, folded.

    Returns:
        Its last part.
    """
    last = (surname.split() or [""])[-1]
    head, _, rest = last.partition("-")
    return rest if rest and head in PARTICLES else last


def compatible(a: Name, b: Name) -> int:
    """Tell whether two forms can name one person, and how surely.

    Args:
        a: One form.
        b: Another.

    Returns:
        3 for the same given and family name, 2 for a surname alone against a full name,
        1 for a given name alone against a full name, 0 for no.
    """
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return 0
    if a.gender and b.gender and a.gender != b.gender:
        return 0
    if a.given and b.given:
        same = a.surname == b.surname or surname_tail(a.surname) == surname_tail(b.surname)
        return 3 if same and _given_agree(a.given, b.given) else 0
    if a.surname == b.surname:
        return 3 if not a.given and not b.given else 2
    short, full = (a, b) if not a.given else (b, a)
    if surname_tail(a.surname) == surname_tail(b.surname):
        return 2
    if not full.given:
        return 0
    return 1 if short.surname == full.given[0] else 0
