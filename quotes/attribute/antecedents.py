"""Nouns that a later word may stand for: of relative clauses, of *they*, of *one*."""

from collections.abc import Mapping

from quotes.attribute.lexicon import GROUP_NOUNS, ORG_NOUNS, PARTITIVES, PERSON_NOUNS
from quotes.attribute.phrases import Phrase, read_phrase, singular
from quotes.attribute.words import Words

_REACH, _NEAR = 120, 12


def speaks(w: Words, i: int) -> bool:
    """Whether a noun is one for people or bodies.

    Args:
        w: The article.
        i: The noun's token.

    Returns:
        True for what can have said something.
    """
    noun = singular(w.lower[i], w.doc[i].lemma_)
    if noun in PERSON_NOUNS or noun in GROUP_NOUNS or noun in ORG_NOUNS:
        return True
    if w.pos[i] == "ADJ":
        return False  # Mexican heritage, who
    return w.labels[i] in ("NORP", "PERSON") or noun.endswith(("er", "or", "ist", "ian"))


def of_relative(w: Words, i: int, named: Mapping[int, object]) -> int | None:
    """Find the noun that a relative clause hangs on.

    Args:
        w: The article.
        i: The relative pronoun's token.
        named: Tokens of names.

    Returns:
        The noun's token: by the parse, else the nearest before it in the sentence; or None.
    """
    top = i
    for _ in range(4):
        if w.deps[top] in ("relcl", "acl") and w.heads[top] < i:
            return w.heads[top]
        if w.heads[top] == top:
            break
        top = w.heads[top]
    noun = i - 1
    while noun > 0 and not (w.pos[noun] in ("NOUN", "PROPN", "PRON") or noun in named):
        noun -= 1
    return noun if noun >= 0 and w.sentence[noun] == w.sentence[i] else None


def same_as(w: Words, noun: int) -> int:
    """Find what a noun in apposition or behind a form of *be* is said of.

    Args:
        w: The article.
        noun: The noun's token: *leader* in *Laschet, the leader of the party, who*.

    Returns:
        The token of the name or noun that it says more of; else the noun's own.
    """
    top = w.heads[noun]
    if w.deps[noun] == "appos":
        return top
    if w.deps[noun] == "attr" and w.doc[top].lemma_ == "be":
        subjects = (k for k in range(max(0, top - _NEAR), top) if w.heads[k] == top)
        return next((k for k in subjects if w.deps[k] == "nsubj"), noun)
    return noun


def who_speaks(
    w: Words, noun: int, people: Mapping[int, object], bodies: Mapping[int, object]
) -> int:
    """Find the nearest people before, else a body, where *who* seems to hang on a thing.

    Args:
        w: The article.
        noun: The thing's token.
        people: Tokens of people's names.
        bodies: Tokens of bodies' names.

    Returns:
        A token in the same sentence; ``noun`` itself where there is none better.
    """
    reach = range(noun, max(noun - _NEAR, -1), -1)
    near = [i for i in reach if w.sentence[i] == w.sentence[noun]]
    human = (i for i in near if i in people or _human(w, i))
    body = (i for i in near if i in bodies or speaks(w, i))
    return next(human, next(body, noun))


def _human(w: Words, i: int) -> bool:
    """Whether a noun is one for people."""
    if w.pos[i] not in ("NOUN", "PROPN"):
        return False
    if w.tags[i] == "NNPS" and w.labels[i] == "NORP":
        return True
    noun = singular(w.lower[i], w.doc[i].lemma_)
    return noun in PERSON_NOUNS or noun in PARTITIVES or noun == "people"


def plural_before(w: Words, i: int, named: Mapping[int, object]) -> Phrase | None:
    """Find the nearest plural subject before a token that can speak.

    Args:
        w: The article.
        i: A token.
        named: Tokens of names.

    Returns:
        Its noun group, or None.
    """
    for k in range(i - 1, max(-1, i - _REACH), -1):
        if w.quoted[k] and not w.quoted[i]:
            continue
        several = w.tags[k] in ("NNS", "NNPS") or w.labels[k] == "NORP"
        if several and w.deps[k] in ("nsubj", "nsubjpass", "") and speaks(w, k):
            start = k
            while start > 0 and w.heads[start - 1] == k:
                start -= 1
            return read_phrase(w, start, k + 1, named)
    return None
