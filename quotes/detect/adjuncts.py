"""Prepositions as reporting frames: *according to X*, *in X's view*, *per X*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, owner_phrase, who_of
from quotes.detect.grammar import Tokens, lemma_of, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token


_OWNED = frozenset(("in", "by", "from", "on", "at", "under", "as"))
_BARE = frozenset(("for", "to", "with", "per"))


def adjunct_frames(prep: "Token") -> Iterator[Frame]:
    """Frames of a preposition: the content is the clause it hangs on.

    Args:
        prep: A preposition, or *according*.

    Yields:
        At most one frame.
    """
    word = prep.lower_
    if word == "according":
        to = next((c for c in prep.children if c.lower_ == "to"), None)
        obj = None if to is None else _object(to)
        if to is not None and obj is not None:
            yield from _adjunct(prep, "according to", "prep", obj, Tokens(prep.i, to.i + 1))
        return
    if word not in _BARE and word not in _OWNED:
        return
    obj = _object(prep)
    if obj is None:
        return
    if word in _BARE:
        yield from _adjunct(prep, word, "prep", obj, Tokens(prep.i, prep.i + 1))
    else:
        # In the view of X, in X's words, from the point of view of X
        owner = next((c for c in obj.children if c.dep_ == "poss"), None)
        end = obj.i + 1
        if owner is None:
            links = (c for c in obj.children if c.dep_ == "prep")
            link = next((c for c in links if c.lower_ in ("of", "from", "by")), None)
            owner = None if link is None else _object(link)
            end = end if link is None else link.i + 1
        if owner is not None:
            lemma = f"{word} {lemma_of(obj)}"
            yield from _adjunct(prep, lemma, "prep:owner", owner, Tokens(prep.i, end))


def _object(prep: "Token") -> "Token | None":
    return next((c for c in prep.children if c.dep_ == "pobj"), None)


def _adjunct(prep: "Token", lemma: str, shape: str, owner: "Token", cue: Tokens) -> Iterator[Frame]:
    doc = prep.doc
    own = subtree(prep)
    head = prep.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    whole = subtree(head)
    content = tuple(
        t
        for t in (trim(doc, Tokens(whole.start, own.start)), trim(doc, Tokens(own.end, whole.end)))
        if t.end > t.start
    )
    if content:
        yield Frame(prep.i, lemma, shape, content, cue, owner_phrase(owner), who_of(owner))
