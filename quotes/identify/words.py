"""The words of a quotation for comparison: without marks, case, editors' brackets and ellipses."""

import re
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from quotes.attribute.names import fold

_OPENING, _CLOSING = '“"«„', '”"»'
_QUOTED = re.compile(f"[{_OPENING}]([^{_OPENING}{_CLOSING}]+)[{_CLOSING}]?")
# Bounded, so that thousands of brackets never closed, or of dots, take no quadratic time.
_BRACKETED = re.compile(r"\[[^\]]{0,300}\]|\([^)]{0,300}\)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"»’']{0,9}\s{1,9}(?=\W{0,9}[A-Z0-9])")
_WORD = re.compile(r"\w+(?:['.,:-]\w+)*")
_CONTRACTED = re.compile(r"(\w+?)(n't|'re|'ve|'ll|'m)")
_IN_FULL = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_IRREGULAR = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not")}
_NEGATIONS = frozenset(
    {"no", "not", "never", "none", "nobody", "nothing", "nor", "neither", "nowhere", "without"}
    | {"hardly", "barely", "scarcely"}
)

# What is left of contractions: "it's" may be "it is", "it has" or "its" misspelled.
_CONTRACTIONS = frozenset(
    pronoun + ending
    for pronoun in ("i", "you", "he", "she", "it", "we", "they", "that", "there", "what", "who")
    for ending in ("'s", "'d")
)
_FUNCTION_WORDS = frozenset(word.replace("’", "'") for word in STOP_WORDS) | _CONTRACTIONS


class Words(NamedTuple):
    """A quotation's words.

    Attributes:
        words: In order, folded.
        sentence: For each word, which sentence it stands in, counted from 0.
    """

    words: tuple[str, ...]
    sentence: tuple[int, ...]


# Telling who said a quotation and finding its family take its words each.
@lru_cache(maxsize=4096)
def words_of(quote: str) -> Words:
    """Take a quotation's words.

    Args:
        quote: As written. Words in brackets are an editor's, not the speaker's, and left out;
            contractions count as the words they stand for.

    Returns:
        The words.
    """
    found: list[str] = []
    sentences: list[int] = []
    for number, sentence in enumerate(_SENTENCE_END.split(_BRACKETED.sub(" ", quote))):
        here = [full for word in _WORD.findall(fold(sentence)) for full in _in_full(word)]
        found += here
        sentences += [number] * len(here)
    return Words(tuple(found), tuple(sentences))


def _in_full(word: str) -> tuple[str, ...]:
    """A word without its contraction: "couldn't" is "could not"."""
    if "'" not in word and word != "cannot":
        return (word,)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    contracted = _CONTRACTED.fullmatch(word)
    return (contracted[1], _IN_FULL[contracted[2]]) if contracted else (word,)


def quoted_part(quote: str) -> str:
    """What stands in double quotation marks in a mixed quotation, joined by a space.

    Args:
        quote: As written.

    Returns:
        The words somebody used; empty where there are no marks.
    """
    return " ".join(part.strip() for part in _QUOTED.findall(quote))


def is_negation(word: str) -> bool:
    """Whether a folded word turns a sentence into its opposite."""
    return word in _NEGATIONS


def is_number(word: str) -> bool:
    """Whether a word is written in digits."""
    return word[0].isdigit()


def is_content(word: str) -> bool:
    """Whether a folded word says something by itself, unlike "the", "of" and "have"."""
    return word not in _FUNCTION_WORDS
