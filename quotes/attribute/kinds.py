"""Tells what kind of speaker a description is, by its head noun and number."""

from quotes.attribute.lexicon import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INSIDER_NOUNS,
    ORG_NOUNS,
    PERSON_NOUNS,
    word_set,
)
from quotes.attribute.phrases import Phrase
from quotes.attribute.words import Words
from quotes.types import SpeakerKind

_PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "eer", "ier", "person")
_INSIDE_WORDS = word_set(
    """
    anonymity anonymous briefed close familiar involved knowledge present privy unnamed
    """
)
#: Capitalised, these are still things to read: *the Clean Air Act*, *a CNN Poll*.
_PROPER_DOCUMENTS = word_set(
    """
    accord act agreement amendment article bible bill code commandment constitution
    declaration index law plan poll report resolution rule section study survey title treaty
    """
)


def kind_of(w: Words, phrase: Phrase) -> SpeakerKind:
    """Tell the kind of a source that is described, not named.

    Args:
        w: The article.
        phrase: The source's wording.

    Returns:
        ``anonymous``, ``group``, ``organization``, ``document`` or ``unknown``; an unnamed
        single person is ``anonymous``.
    """
    noun, head = phrase.noun, phrase.head
    if noun.endswith("year-old"):
        noun = "old"
    body = w.labels[head] == "ORG" and w.tags[head] == "NNP" and not w.headline[head]
    plain = noun not in PERSON_NOUNS and noun not in GROUP_NOUNS
    if body and (head > phrase.start or w.words[head].isupper() or plain):
        return "document" if noun in _PROPER_DOCUMENTS else "organization"
    before = w.words[phrase.start - 1] if phrase.start else ""
    if before in ("“", '"', "‘") and w.words[phrase.start][:1].isupper() and plain:
        return "document"  # a work's title
    cased = w.words[head][:1].isupper() and not w.headline[head] and not w.opens[head]
    if cased and w.tags[head] in ("NNP", "NNPS") and noun not in PERSON_NOUNS:
        return "document" if noun in _PROPER_DOCUMENTS else _of_proper(w, phrase)
    inside = any(w.lower[i] in _INSIDE_WORDS for i in range(phrase.start, phrase.end))
    if noun in ("percent", "%", "majority", "proportion") or w.pos[head] == "SYM":
        return "group"
    if noun in PERSON_NOUNS:
        return _of_person(w, phrase, inside)
    counted = w.pos[phrase.start] == "NUM" or w.lower[phrase.start] in ("several", "multiple")
    told = phrase.core_end < phrase.end and w.lower[phrase.core_end] in ("who", "with", "i")
    inside = inside or (counted and told)
    if inside and noun in ("people", "person", "one", "others", "man", "woman"):
        return "anonymous"
    if noun in GROUP_NOUNS:
        if noun in ("someone", "somebody", "one", "another"):
            return "anonymous"
        return "group"
    if noun in DOCUMENT_NOUNS:
        return "document"
    if noun in ("police", "authority"):
        return "organization"
    if noun in ORG_NOUNS:
        together = phrase.plural and phrase.determiner in ("the", "both", "these", "those")
        return "organization" if together or not phrase.plural else "group"
    if w.pos[head] == "ADJ" or w.tags[head] in ("JJ", "JJR", "JJS"):
        return "group"
    if w.tags[head] in ("NNP", "NNPS") or (w.words[head][:1].isupper() and not w.opens[head]):
        return _of_proper(w, phrase)
    if phrase.plural:
        return "group"
    if noun.endswith(_PERSON_ENDINGS) and len(noun) > 4:
        return "anonymous"
    if noun.isdigit() or w.pos[head] == "NUM":
        return "group"
    return "document"


def _of_person(w: Words, phrase: Phrase, inside: bool) -> SpeakerKind:
    if not phrase.plural:
        return "anonymous"
    if inside or phrase.noun in INSIDER_NOUNS:
        return "anonymous"
    return "group"


def _of_proper(w: Words, phrase: Phrase) -> SpeakerKind:
    if w.labels[phrase.head] == "NORP" or w.tags[phrase.head] == "NNPS":
        return "group" if phrase.plural or w.lower[phrase.head].endswith("s") else "organization"
    return "organization"
