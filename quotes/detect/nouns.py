"""Nouns as reporting frames: *the claim that*, *his refusal to*, *made a plea for*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, owner_phrase, who_of
from quotes.detect.grammar import WH_WORDS, Tokens, lemma_of, subject, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token


_NOUN_PREPS = frozenset(("of", "for", "on", "about", "in", "against", "to", "that"))


def noun_frames(noun: "Token") -> Iterator[Frame]:
    """Frames of a noun: with its clause or preposition as content, its owner as source."""
    if not noun.n_rights:
        return  # nothing behind it that it could report
    doc = noun.doc
    lemma = lemma_of(noun)
    found: Token | None = None
    for child in noun.children:
        if child.dep_ == "poss":
            found = child
    by = [
        c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "among", "of")
    ]
    contents: list[tuple[str, Token]] = []
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "relcl", "ccomp") and child.pos_ in ("VERB", "AUX"):
            first = doc[child.left_edge.i].lower_
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                contents.append(("noun:to", child))
            elif first == "that" and child.dep_ in ("acl", "ccomp"):
                contents.append(("noun:that", child))
            elif first in WH_WORDS and child.dep_ != "relcl":
                contents.append(("noun:wh", child))
        elif child.dep_ == "prep" and child.lower_ in _NOUN_PREPS:
            contents.append((f"noun:prep:{child.lower_}", child))
    if not contents:
        return
    cue_start = noun.i
    if found is None:
        for prep in by:
            for obj in prep.children:
                if obj.dep_ == "pobj" and all(prep != c for _, c in contents):
                    found = obj
    if found is None:
        # He made the claim that ...: the subject of the verb that governs the noun.
        head = noun.head
        if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
            found = subject(head)
            cue_start = head.i
    source = None if found is None else owner_phrase(found)
    if source is not None and source.start <= noun.i < source.end:
        source = None
    who = who_of(found)
    for shape, child in contents:
        span = subtree(child)
        if shape.startswith("noun:prep"):
            span = Tokens(child.i + 1, span.end)
        if found is not None and span.start <= found.i < span.end:
            continue
        kept = trim(doc, span)
        if kept.end > kept.start:
            start = (
                cue_start if source is None or not (cue_start <= source.start <= noun.i) else noun.i
            )
            verb = f"{lemma_of(doc[cue_start])} " if cue_start != noun.i else ""
            yield Frame(
                noun.i,
                f"{lemma}",
                f"{'v+' if verb else ''}{shape}",
                (kept,),
                Tokens(start, noun.i + 1),
                source,
                who,
            )
