"""Adjectives and nouns after *be* as reporting frames: *is unclear whether*, *is worried about*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, phrase, who_of
from quotes.detect.grammar import WH_WORDS, Tokens, lemma_of, subject, subtree, trim, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token


def copula_frames(verb: "Token", predicate: "Token", cue: Tokens) -> Iterator[Frame]:
    """Frames of a linking verb and its predicate.

    Args:
        verb: *is*, *seems*, *became*, ...
        predicate: The adjective or noun it links to.
        cue: The verb's group.
    """
    doc = verb.doc
    found = subject(verb)
    who = who_of(found)
    source = None if found is None or who == "it" else phrase(found, without=verb)
    if source is not None and source.start <= verb.i < source.end:
        source = None
    word = lemma_of(predicate)
    cue = Tokens(cue.start, max(cue.end, predicate.i + 1))
    lemma = f"{lemma_of(verb)} {word}"
    for parent in (predicate, verb):
        for child in parent.children:
            if child.i <= verb.i:
                continue
            shape = None
            content = subtree(child)
            if child.dep_ == "ccomp":
                shape = "adj:wh" if doc[content.start].lower_ in WH_WORDS else "adj:ccomp"
            elif child.dep_ in ("xcomp", "acl") and child != predicate:
                shape = "adj:xcomp"
            elif child.dep_ == "prep" and parent == predicate:
                objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                if objects:
                    shape = f"adj:prep:{child.lower_}"
                    content = Tokens(objects[0].left_edge.i, objects[0].right_edge.i + 1)
            elif child.dep_ == "advcl" and doc[content.start].lower_ in (*WH_WORDS, "that"):
                shape = "adj:ccomp"
            if shape:
                kept = trim(doc, content)
                if kept.end > kept.start:
                    yield Frame(predicate.i, lemma, shape, (kept,), cue, source, who)
    if lemma_of(verb) in ("seem", "appear") and found is not None:
        whole = trim(doc, subtree(predicate))
        yield Frame(
            verb.i,
            lemma_of(verb),
            "seem:adj",
            tuple(sorted((phrase(found, without=verb), whole))),
            verb_group(verb),
            None,
            "none",
        )
