"""Where an anonymous source stands: whose it is, its rank, how many speak.

*Two senior NATO officials briefed on the talks*: of ``NATO``, ``senior``, ``2``.
"""

from dataclasses import dataclass

from quotes.attribute.anonymity import without_anonymity
from quotes.attribute.lexicon import INSIDER_NOUNS, word_set
from quotes.attribute.phrases import Phrase
from quotes.attribute.words import Words

_RANKS = word_set(
    """
    acting assistant chief current deputy executive ex former high-level high-placed
    high-ranking interim junior key lead leading longtime low-level mid-level middle-ranking
    principal ranking retired senior serving then-senior top top-level top-ranking veteran
    """
)
#: Parts of ranks that the tokenizer sets apart: *high - ranking*.
_RANK_PARTS = word_set("high low mid middle top level ranking placed ex")
_COUNTS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS = {word: str(n) for n, word in enumerate(_COUNTS, start=1)} | {
    "another": "1",
    "a": "1",
    "an": "1",
    "both": "2",
    "couple": "2",
    "pair": "2",
    "trio": "3",
}
_MANY = word_set(
    """
    dozen dozens few handful hundreds many multiple numerous several some thousands various
    """
)
_APPROXIMATE = word_set("about almost around least more nearly over roughly than")
#: What tells of a person, not of a body.
_PERSONAL = word_set(
    """
    administration's anonymous black close confidential elderly informed knowledgeable local
    male female middle-aged new old other outside own person personal private independent
    prominent separate single trusted unidentified unnamed well-placed white year young
    """
)
_LINKS = word_set("at for from in inside of to with within")
_AFTER = word_set("about as at by close familiar on speaking who")
_ADJECTIVES = word_set("armed federal foreign law military national public")
#: Nouns that are several people though singular.
COLLECTIVE = word_set("camp circle personnel staff team")
_SERVANTS = word_set("ambassador envoy general judge lawmaker leader minister mp senator spy")
_BODIES = frozenset(("ORG", "GPE", "NORP", "FAC", "LOC", "PERSON"))
_STOPS = frozenset(',;:()—–"“”') | {"--"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of an anonymous source.

    Attributes:
        affiliation: The body or person it belongs to, as written.
        rank: Words of rank, as written.
        number: How many: digits; a word such as ``several``; ``2+`` for a plural of no number.
    """

    affiliation: str | None = None
    rank: str | None = None
    number: str | None = None


def standing(w: Words, p: Phrase) -> Standing:
    """Read an anonymous source's description.

    Args:
        w: The article.
        p: The description.

    Returns:
        What it says of whose the source is, its rank and number.
    """
    owner = _owner(w, p)
    start = _first(w, p) if owner is None else owner[1] + 1
    affiliation = _before(w, p, start) or _behind(w, p)
    if owner is not None:
        affiliation = _plain(w.slice(*owner))
    return Standing(affiliation, _rank(w, p, start), _number(w, p))


def _owner(w: Words, p: Phrase) -> tuple[int, int] | None:
    """Whose the source is: the words before a possessive's mark."""
    start = _first(w, p)
    for k in range(start + 1, p.head):
        if w.lower[k] in ("'s", "'", "s'"):
            while start < k and (w.lower[start] in _MANY or w.lower[start] in _NUMBERS):
                start += 1
            return (start, k) if start < k else None
    return None


def _first(w: Words, p: Phrase) -> int:
    """Where the words that describe begin: behind *one of the*, *two*, *another*."""
    start = p.start
    for k in range(p.start, p.head):
        if w.lower[k] in ("of", "among"):
            start = k + 1
    return start


def _number(w: Words, p: Phrase) -> str | None:
    if p.noun in COLLECTIVE:
        return None
    words = w.lower[p.start : p.head]
    rough = any(word in _APPROXIMATE for word in words)
    for word in words:
        if word in _MANY:
            return word
        if word.isdigit() and len(word) < 5:
            return word + "+" * rough
        if word in _NUMBERS and (word not in ("a", "an") or not p.plural):
            following = next((v for v in words if v in _MANY), None)
            return following or _NUMBERS[word] + "+" * rough
    return "2+" if p.plural else "1"


def _rank_at(w: Words, k: int) -> bool:
    word = w.lower[k]
    if word in _RANKS:
        return True
    hyphen = word in "-‐‑" or (word in _RANK_PARTS and w.words[k + 1] in ("-", "‐", "‑"))
    after = word in _RANK_PARTS and k > 0 and w.words[k - 1] in ("-", "‐", "‑")
    return hyphen or after


def _rank(w: Words, p: Phrase, begin: int) -> str | None:
    start = end = -1
    for k in range(begin, p.head):
        if _rank_at(w, k) and w.lower[k][0].isalpha():
            start = k if start < 0 else start
            end = k + 1
        elif start >= 0 and w.words[k] not in ("-", "‐", "‑", ","):
            break
    return w.slice(start, end) or None if start >= 0 else None


def _before(w: Words, p: Phrase, begin: int) -> str | None:
    """The body named in front: *NATO officials*, *Clinton campaign aides*."""
    keep: list[int] = []
    for k in range(begin, p.head):
        word = w.lower[k]
        named = w.labels[k] in _BODIES
        plain = w.pos[k] in ("NOUN", "PROPN") or named or word in _ADJECTIVES
        common = not w.words[k][:1].isupper() or k == p.start
        if w.tags[k] == "PRP$" or w.words[k - 1] in ("-", "‐", "‑") or _rank_at(w, k):
            continue
        if common and not named and (word in _PERSONAL or word in _MANY or word in _NUMBERS):
            continue
        inside = bool(keep) and keep[-1] == k - 1 and word in ("&", "and", ".")
        if (plain and w.labels[k] not in ("CARDINAL", "DATE", "TIME", "ORDINAL")) or inside:
            keep.append(k)
    while keep and w.lower[keep[-1]] in (*_ADJECTIVES, "and", "&"):
        keep.pop()
    if not keep:
        return None
    if all(w.labels[k] == "NORP" for k in keep) and p.noun not in INSIDER_NOUNS | _SERVANTS:
        return None  # a Tunisian woman
    proper = any(w.words[k][:1].isupper() or w.labels[k] in _BODIES for k in keep)
    if not proper and p.noun not in INSIDER_NOUNS | _SERVANTS:
        return None  # a bus driver, unlike a ministry official
    return _plain(w.slice(keep[0], keep[-1] + 1))


def _behind(w: Words, p: Phrase) -> str | None:
    """The body named behind: *a spokesman for the ministry*, *aide to Roe*."""
    k = p.core_end
    if k + 1 >= p.end or w.lower[k] not in _LINKS or w.pos[k - 1] == "ADJ":
        return None  # a person close to him, familiar with it
    start, end = k + 1, k + 1
    while end < p.end and w.words[end] not in _STOPS and "\n" not in w.words[end]:
        clause = w.tags[end] in ("WP", "WDT", "WRB", "VBD", "VBN", "VBG", "VBZ", "VBP")
        committee = w.lower[end] == "on" and w.words[end - 1][:1].isupper()
        if clause or (w.lower[end] in _AFTER and not committee):
            break
        end += 1
    text = without_anonymity(w.slice(start, end))
    named = any(w.words[i][:1].isupper() for i in range(start, end))
    noun = any(w.pos[i] in ("NOUN", "PROPN") for i in range(start, end))
    if w.lower[k] in ("in", "with", "from", "of", "to", "within") and not named:
        return None
    return _plain(text) if noun or named else None


def _plain(text: str) -> str | None:
    """A body without its article."""
    words = text.split()
    if words and words[0].casefold() in ("the", "a", "an", "its", "his", "her", "their"):
        words = words[1:]
    return " ".join(words) or None
