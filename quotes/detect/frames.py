"""Every place in a parse that could report something, whatever its words.

Which frames do report is decided by the lexicon of cues; here is only grammar.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotes.detect.adjuncts import adjunct_frames
from quotes.detect.frame import Frame
from quotes.detect.nouns import noun_frames
from quotes.detect.verbs import verb_frames

if TYPE_CHECKING:
    from spacy.tokens import Doc


def frames(doc: "Doc") -> Iterator[Frame]:
    """All frames of a parsed Doc, in order of their predicates; several a predicate."""
    for token in doc:
        if token.pos_ in ("ADP", "SCONJ") or token.lower_ == "according":
            yield from adjunct_frames(token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from verb_frames(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from noun_frames(token)
