"""Every place in a parse that could report something, whatever its words.

Which frames do report is decided by the lexicon of cues; here is only grammar.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotes.detect.adjuncts import adjunct_frames
from quotes.detect.frame import Frame
from quotes.detect.nouns import noun_frames
from quotes.detect.verbs import verb_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MAKERS: Mapping[str, Callable[["Token"], Iterator[Frame]]] = {
    "ADP": adjunct_frames,
    "SCONJ": adjunct_frames,
    "VERB": verb_frames,
    "AUX": verb_frames,
    "NOUN": noun_frames,
    "PROPN": noun_frames,
}


def frames(doc: "Doc", free: Sequence[bool]) -> Iterator[Frame]:
    """All frames of a parsed Doc, in order of their predicates; several a predicate.

    Args:
        doc: The Doc.
        free: For every token whether frames with this predicate are wanted.

    Yields:
        Those frames, and now and then another.
    """
    from quotes.pipes.arrays import read

    strings = doc.vocab.strings
    makers = {strings[pos]: maker for pos, maker in _MAKERS.items()}
    according = strings["according"]
    for i, (pos, word) in enumerate(read(doc, ("POS", "LOWER")).tolist()):
        maker = adjunct_frames if word == according else makers.get(pos)
        if maker is not None and (free[i] or (maker is verb_frames and _links(doc[i], free))):
            yield from maker(doc[i])


def _links(verb: "Token", free: Sequence[bool]) -> bool:
    """Whether a verb links to a predicate that is wanted: *is* in “The end is” near."""
    return any(free[c.i] and c.dep_ in ("acomp", "attr") for c in verb.children)
