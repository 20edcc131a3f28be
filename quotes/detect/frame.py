"""A reporting frame: one reading of one predicate as an act of reporting."""

from typing import TYPE_CHECKING, NamedTuple

from quotes.detect.grammar import Tokens, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token


class Frame(NamedTuple):
    """One reading of one predicate as reporting.

    Attributes:
        head: Token index of the predicate.
        lemma: What the lexicon knows it by: ``say``, ``accuse``, ``be unclear``, ``plan``.
        shape: The construction: ``ccomp:that``, ``xcomp``, ``dobj``, ``prep:for``, ...
        content, cue, source: Token ranges; `source` is None where the grammar shows none.
        who: The class of the source's head: ``pron``, ``it``, ``who``, ``name``, ``noun``,
            ``none``.
    """

    head: int
    lemma: str
    shape: str
    content: tuple[Tokens, ...]
    cue: Tokens
    source: Tokens | None
    who: str


def who_of(source: "Token | None") -> str:
    """The class of a source's head word, as `Frame.who` names it."""
    if source is None:
        return "none"
    if source.lower_ in ("who", "which", "that"):
        return "who"
    if source.lower_ in ("it", "this", "there"):
        return "it"
    if source.pos_ == "PRON":
        return "pron"
    if source.pos_ == "PROPN" or source.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return "name"
    return "noun"


def phrase(head: "Token", *, without: "Token | None" = None) -> Tokens:
    """The noun phrase of a source: its subtree, cut before the clause it is the subject of."""
    span = subtree(head)
    if without is not None and span.start <= without.i < span.end:
        # A noun with the predicate inside its own relative clause: stop before that clause.
        inner = without
        while inner.head != head and inner.head != inner:
            inner = inner.head
        span = Tokens(span.start, inner.left_edge.i)
    return trim(head.doc, span)


def owner_phrase(found: "Token") -> Tokens:
    """The phrase of a possessor or of a preposition's object, without its *'s*."""
    span = trim(found.doc, subtree(found))
    if span.end > span.start and found.doc[span.end - 1].tag_ == "POS":
        span = Tokens(span.start, span.end - 1)
    return span
