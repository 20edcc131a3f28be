"""The parse that spaCy's ``parser`` makes, of many paragraphs at a time.

The parser takes one move after the other (arc-eager; Nivre, 2003), and scores it by a product of
small matrices, whose fixed costs outweigh the sum. Given several Docs it moves in all of them at
once (`moves.py`). Where a sentence is known to begin the parser starts afresh: nothing before that
place has any bearing on what follows but that the next word is seen, and so each stretch between
two such places goes in as a Doc of its own that ends with the next stretch's first word.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from quotes.pipes.arrays import Keys, read, write
from quotes.pipes.moves import States, fast_moves

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc

TOGETHER = 8192
"""Tokens that are parsed at once; the parser's arrays take some 4 KB a token."""

_WORD = "x"  # of the words themselves the parser sees nothing


class FastParser:
    """Sets heads and dependency labels as a parser would; make it with `fast_parser`.

    Args:
        parser: The parser.
    """

    def __init__(self, parser: "DependencyParser") -> None:
        self._parser = parser
        self._together = fast_moves(parser) or parser.predict

    def __call__(self, doc: "Doc") -> "Doc":
        """Parse one Doc.

        Args:
            doc: A Doc with vectors in ``doc.tensor``, and with sentence starts where they are
                known.

        Returns:
            The same Doc.
        """
        length = len(doc)
        if not length:
            return doc
        known = read(doc, ("SENT_START",))[:, 0]
        starts = [0, *(i for i in np.flatnonzero(known == 1).tolist() if i), length]
        pieces = list(pairwise(starts))
        if len(pieces) == 1:
            parsed_whole: Doc = self._parser(doc)
            return parsed_whole
        parsed = np.zeros((length, 2), dtype=np.uint64)
        batch: list[tuple[int, int]] = []
        tokens = 0
        for start, end in sorted(pieces, key=lambda piece: piece[1] - piece[0]):
            batch.append((start, end))
            tokens += end - start
            if tokens >= TOGETHER:
                self._parse(doc, batch, parsed)
                batch, tokens = [], 0
        self._parse(doc, batch, parsed)
        return write(doc, ("HEAD", "DEP"), parsed)

    def _parse(self, doc: "Doc", pieces: list[tuple[int, int]], parsed: Keys) -> None:
        from spacy.tokens import Doc

        if not pieces:
            return
        made = []
        for start, end in pieces:
            stop = min(end + 1, len(doc))
            size = stop - start
            piece = Doc(doc.vocab, words=[_WORD] * size)
            piece[0].is_sent_start = True
            if stop > end:
                piece[size - 1].is_sent_start = True
            piece.tensor = doc.tensor[start:stop]
            made.append(piece)
        self._parser.set_annotations(made, self._moved(made))
        for (start, end), piece in zip(pieces, made, strict=True):
            parsed[start:end] = read(piece, ("HEAD", "DEP"))[: end - start]

    def _moved(self, made: "list[Doc]") -> States:
        """What the parser makes of some Docs, the shortest first."""
        # Where it would have no company for most of its way, spaCy's own loop is the faster one.
        if len(made) == 1 or len(made[-1]) > 2 * len(made[-2]):
            rest = self._moved(made[:-1]) if len(made) > 1 else []
            return [*rest, *self._parser.predict(made[-1:])]
        return self._together(made)


def fast_parser(parser: "DependencyParser") -> FastParser | None:
    """Make the function that does what a parser does.

    Args:
        parser: A spaCy pipeline's ``parser``.

    Returns:
        None where it doesn't read its vectors from ``doc.tensor``, or merges tokens.
    """
    listens = any(node.name == "tok2vec-listener" for node in parser.model.walk())
    return FastParser(parser) if listens and not parser.cfg.get("learn_tokens") else None
