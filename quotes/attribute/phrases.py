"""Takes the wording of a source apart: its head, what joins it, what stands in apposition."""

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.attribute.lexicon import (
    PARTITIVES,
    PERSON_NOUNS,
    PRONOUNS,
    word_set,
)
from quotes.attribute.runs import POST_NOMINALS
from quotes.attribute.words import Words

_BREAKS = frozenset(",;:()[]—–")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM", "DET", ""))
_LEAD = word_set(
    """
    according among as at both by even for from in including just not of on only to with
    """
)
#: Offices in which *general* is no rank.
_GENERALS = word_set("attorney solicitor surgeon inspector secretary director consul governor")
_REFLEXIVE = word_set("himself herself itself themselves")
_SINGULAR = {"people": "people", "police": "police", "media": "media", "news": "news"}
_DETERMINERS = word_set(
    """
    a an another few many no one other several some that the these this those three two
    """
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that names or describes a source.

    Attributes:
        start, end: Its tokens.
        core_end: Where its first noun group ends: before a comma, preposition, relative clause.
        head: The token that says what it is.
        noun: The head's dictionary form, lower case.
        plural: Whether it is several.
        determiner: The first word where that is a determiner or possessive, else ``""``.
    """

    start: int
    end: int
    core_end: int
    head: int
    noun: str
    plural: bool
    determiner: str


def singular(word: str, lemma: str = "") -> str:
    """Give the singular of a noun.

    Args:
        word: The noun, lower case.
        lemma: What the pipeline's lemmatizer says, where it says anything.

    Returns:
        The singular, lower case.
    """
    if word in _SINGULAR:
        return word
    for plural, single in (("women", "woman"), ("men", "man"), ("wives", "wife")):
        if word.endswith(plural):
            return word[: -len(plural)] + single
    if lemma and lemma != word:
        return lemma.lower()
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _shares_noun(w: Words, i: int, end: int) -> bool:
    """Whether a conjunction joins what modifies one noun: *French and American officials*."""
    if i == 0 or i + 2 >= end:
        return False
    both = w.pos[i - 1] == w.pos[i + 1] == "ADJ"
    if both and w.pos[i + 2] in ("NOUN", "PROPN", "ADJ"):
        return True
    return w.deps[i - 1] in ("amod", "compound", "nmod") and i + 1 < w.heads[i - 1] < end


def _joined(w: Words, i: int) -> bool:
    """Whether nothing stands between a token and the one before."""
    return w.starts[i] == w.starts[i - 1] + len(w.words[i - 1])


def _core_end(w: Words, start: int, end: int, named: Mapping[int, object]) -> int:
    seen = False
    for i in range(start, end):
        inside = i > start and i in named and i - 1 in named and named[i] is named[i - 1]
        if inside:
            seen = True
            continue
        word, pos, tag = w.lower[i], w.pos[i], w.tags[i]
        if word in _BREAKS or "\n" in w.words[i] or (word == "--") or (word == "-" and seen):
            if (word == "-" and _joined(w, i)) or not seen:
                continue
            return i
        if tag in ("WDT", "WP", "WP$", "WRB") and i > start:
            return i
        if word in ("and", "or") and _shares_noun(w, i, end):
            continue
        if seen and (
            pos in ("ADP", "SCONJ", "AUX", "PART", "CCONJ") and word not in ("'s", "'", "&")
        ):
            return i
        if seen and pos == "VERB" and w.words[i - 1] == "-" and _joined(w, i - 1):
            continue  # a self-described socialist
        if seen and pos == "VERB" and i not in named:
            follows = i + 1 < end and w.pos[i + 1] in ("NOUN", "PROPN") and w.deps[i] == "amod"
            if not follows:
                return i
        if seen and pos == "PRON" and tag == "PRP" and i > start:
            return i
        if seen and pos == "ADV" and w.deps[i] not in ("advmod",) and i + 1 == end:
            return i
        if seen and word in ("who", "which", "whose", "that") and i > start:
            return i
        noun = pos in ("NOUN", "PROPN", "PRON", "NUM", "X") and tag != "PRP$"
        if noun or (pos == "ADJ" and i + 1 == end):
            seen = True
    return end


def read_phrase(w: Words, start: int, end: int, named: Mapping[int, object]) -> Phrase | None:
    """Take a source's wording apart.

    Args:
        w: The article.
        start: First token of the source.
        end: The token after its last.
        named: For tokens of a name, an object equal over the whole name.

    Returns:
        The phrase, or None where there is no word in it.
    """
    while start < end and (
        (not w.words[start][:1].isalnum() and w.words[start][:1] != "@")
        or (
            start + 1 < end
            and w.lower[start] in _LEAD
            and w.pos[start] in ("ADP", "ADV", "CCONJ", "PART", "SCONJ", "VERB")
        )
    ):
        start += 1
    while end > start and not any(c.isalnum() for c in w.words[end - 1]):
        end -= 1
    if start >= end:
        return None
    core_end = _core_end(w, start, end, named)
    head = core_end - 1
    while head > start and (
        w.words[head] in ("'s", "’s", "'", "’")
        or w.pos[head] not in _NOMINAL
        or not w.words[head][0].isalnum()
    ):
        head -= 1
    if (
        w.pos[head] == "ADJ"
        and head > start
        and w.pos[head - 1] in ("NOUN", "PROPN")
        and w.lower[head] not in PERSON_NOUNS
    ):
        head -= 1  # sources familiar with the plan
    while head > start and w.lower[head] in POST_NOMINALS and head - 1 in named:
        head -= 1  # Nadia Khoury KC
    if w.lower[head] in _REFLEXIVE and head > start:
        head -= 1
    while head > start and w.labels[head] in ("DATE", "TIME") and w.lower[head] != "old":
        head -= 1  # a CBS News poll last month
    # One of the officials: what it is stands after the "of".
    if (
        (w.lower[head] in PARTITIVES or w.pos[head] == "NUM")
        and core_end + 1 < end
        and w.lower[core_end] in ("of", "among")
    ):
        inner = read_phrase(w, core_end + 1, end, named)
        if inner is not None and w.lower[inner.head] not in PRONOUNS:
            several = w.lower[head] not in ("one", "another", "member")
            return Phrase(
                start, end, inner.core_end, inner.head, inner.noun, several, w.lower[start]
            )
    word = w.lower[head]
    noun = singular(word, w.doc[head].lemma_ if w.pos[head] in ("NOUN", "PROPN") else "")
    if noun == "general" and head > start and w.lower[head - 1] in _GENERALS:
        noun = w.lower[head - 1]
    plural = w.tags[head] in ("NNS", "NNPS") or (noun != word and word.endswith("s"))
    first = w.lower[start]
    possessive = any(w.words[i] in ("'s", "’s", "'", "’") for i in range(start, head))
    determiner = first if first in _DETERMINERS or w.tags[start] == "PRP$" else ""
    if possessive:
        determiner = "'s"
    return Phrase(start, end, core_end, head, noun, plural, determiner)


def conjuncts(w: Words, phrase: Phrase, named: Mapping[int, object]) -> list[Phrase]:
    """Split joint sources: *Smith and Jones*, *the minister, his wife and two aides*.

    Args:
        w: The article.
        phrase: The whole source.
        named: For tokens of a name, an object equal over the whole name.

    Returns:
        One phrase a source; the phrase itself where there is one only.
    """
    heads = {phrase.head}
    cuts: list[int] = []
    for i in range(phrase.core_end, phrase.end):
        if w.deps[i] != "conj":
            continue
        top, steps = w.heads[i], 0
        while (
            top not in heads
            and steps < 3
            and phrase.start <= top < phrase.end
            and (
                w.deps[top] in ("compound", "flat", "appos", "nmod")
                or named.get(top, 0) is named.get(w.heads[top], 1)
            )
        ):
            top, steps = w.heads[top], steps + 1
        together = named.get(top)
        if top not in heads and not (together and any(named.get(h) is together for h in heads)):
            continue
        cut = i
        while cut > phrase.start and w.lower[cut] not in ("and", "or", "&", ",", "nor"):
            cut -= 1
        if cut <= phrase.start or named.get(cut - 1, 0) is named.get(cut + 1, 1):
            continue
        if w.labels[cut - 1] == "NORP" or w.pos[cut - 1] == "ADJ":
            continue  # French and American officials
        heads.add(i)
        cuts.append(cut)
    if not cuts:
        for i in range(phrase.start + 1, phrase.end - 1):
            both = w.lower[i] in ("and", "&") and i - 1 in named and i + 1 in named
            if both and named[i - 1] is not named[i + 1] and i - 1 <= phrase.core_end:
                cuts.append(i)
    if not cuts:
        return [phrase]
    edges = [phrase.start, *cuts, phrase.end]
    parts = []
    for k in range(len(edges) - 1):
        begin = edges[k] + (k > 0)
        part = read_phrase(w, begin, edges[k + 1], named)
        if part is not None:
            parts.append(part)
    return parts or [phrase]
