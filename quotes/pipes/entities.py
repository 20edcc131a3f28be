"""The entities that spaCy's ``ner`` finds, decided for all tokens at once.

spaCy's recognizer walks through a text and at each token takes the best of its moves that may be
taken: begin an entity, go on with it, end it, a whole one, or none (Lample et al., 2016, as a
transition system). Between entities its state is the token alone, so the scores of all tokens
there come from one matrix product; only inside an entity is there something to walk through.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotes.pipes.arrays import Floats, read
from quotes.pipes.blas import one_thread
from quotes.pipes.vectors import Vectors, fast_vectors, param

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

STRETCH = 4096
"""Tokens that are scored at once."""

_TOKENS = 3  # of a state: the next token, the open entity's first, the last before the next


class _Moves(NamedTuple):
    """The recognizer's moves, as columns of its scores."""

    begin: NDArray[np.intp]
    free: NDArray[np.intp]  # begin, unit, out: in the order of their columns
    inside: dict[str, int]
    last: dict[str, int]
    names: list[tuple[str, str]]


class FastEntities:
    """Sets ``doc.ents`` as a recognizer would, which must be of spaCy's usual make.

    Args:
        vectors: What gives the recognizer's own vectors.
        ner: The recognizer.
    """

    def __init__(self, vectors: Vectors, ner: "EntityRecognizer") -> None:
        tok2vec = ner.model.get_ref("tok2vec")
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        self._vectors = vectors
        linear = tok2vec.layers[-1]
        self._reduce = param(linear, "W").T, param(linear, "b")
        weights = param(lower, "W")  # (tokens, hidden, pieces, inputs)
        hidden, pieces = weights.shape[1:3]
        # One piece after the other, so that the best of them is one comparison of two halves.
        self._lower = [
            np.ascontiguousarray(w.transpose(2, 1, 0).reshape(w.shape[2], -1)) for w in weights
        ]
        missing = param(lower, "pad")[0].transpose(0, 2, 1).reshape(_TOKENS, -1)
        self._bias = param(lower, "b").T.reshape(-1)
        self._missing = missing[1] + missing[2]
        self._hidden, self._pieces = hidden, pieces
        self._upper = np.ascontiguousarray(param(upper, "W").T), param(upper, "b")
        self._moves = _moves([ner.moves.get_class_name(n) for n in range(ner.moves.n_moves)])

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the entities of one Doc that has none.

        Args:
            doc: A Doc with its sentences.

        Returns:
            The same Doc.
        """
        from spacy.tokens import Span

        with one_thread():
            found = self.found(doc)
        ents = [Span(doc, start, end, label=label) for start, end, label in found]
        doc.set_ents(ents, default="outside")
        return doc

    def found(self, doc: "Doc") -> list[tuple[int, int, str]]:
        """The entities of a Doc: first token, the one after the last, label.

        Args:
            doc: A Doc with its sentences.
        """
        length = len(doc)
        if not length:
            return []
        flags = read(doc, ("SENT_START", "IS_SPACE"))
        ends = np.ones(length, dtype=bool)  # the next token begins a sentence, or there is none
        ends[:-1] = flags[1:, 0] == 1
        weights, bias = self._reduce
        tokens = self._vectors(doc) @ weights + bias
        best = self._outside(tokens, ends, flags[:, 1] != 0)
        found: list[tuple[int, int, str]] = []
        after = 0  # the last entity's end
        for start in np.flatnonzero(best >= 0).tolist():
            if start < after:
                continue
            kind, label = self._moves.names[best[start]]
            after = start + 1
            if kind == "B":
                after = self._end(tokens, ends, start, label)
            found.append((start, after, label))
        return found

    def _outside(
        self, tokens: Floats, ends: NDArray[np.bool_], spaces: NDArray[np.bool_]
    ) -> NDArray[np.intp]:
        """For every token its best move where no entity is open; -1 for none of an entity."""
        moves = self._moves
        best = np.empty(len(tokens), dtype=np.intp)
        for low in range(0, len(tokens), STRETCH):
            high = min(low + STRETCH, len(tokens))
            hidden = self._best_piece(tokens[low:high] @ self._lower[0] + self._missing)
            scores = self._scores(hidden)
            scores[np.ix_(ends[low:high], moves.begin)] = -np.inf
            best[low:high] = moves.free[scores[:, moves.free].argmax(axis=1)]
        best[spaces] = -1
        best[[moves.names[move][0] == "O" for move in best]] = -1
        return best

    def _end(self, tokens: Floats, ends: NDArray[np.bool_], start: int, label: str) -> int:
        """Where an entity that begins at a token ends."""
        first = tokens[start] @ self._lower[1]
        inside, last = self._moves.inside[label], self._moves.last[label]
        weights, bias = self._upper
        at = start + 1
        while not ends[at]:
            state = tokens[at] @ self._lower[0] + first + tokens[at - 1] @ self._lower[2]
            hidden = self._best_piece(state[None])[0]
            if hidden @ weights[:, last] + bias[last] > hidden @ weights[:, inside] + bias[inside]:
                break
            at += 1
        return at + 1

    def _best_piece(self, state: Floats) -> Floats:
        state = state + self._bias
        best: Floats = state.reshape(len(state), self._pieces, self._hidden).max(axis=1)
        return best

    def _scores(self, hidden: Floats) -> Floats:
        weights, bias = self._upper
        scores: Floats = hidden @ weights + bias
        return scores


def fast_entities(ner: "EntityRecognizer") -> FastEntities | None:
    """Make the function that does what a recognizer does.

    Args:
        ner: A spaCy pipeline's ``ner``.

    Returns:
        None where it is of another make than spaCy's small English ones.
    """
    model = ner.model
    if model.name != "parser_model" or ner.cfg.get("beam_width") != 1:
        return None
    tok2vec, lower = model.get_ref("tok2vec"), model.get_ref("lower")
    usual = model.attrs["has_upper"] and lower.get_dim("nF") == _TOKENS and lower.get_dim("nP") > 1
    layers = [node.name for node in tok2vec.layers[1:]]
    if not usual or layers != ["list2array", "linear"] or model.attrs["unseen_classes"]:
        return None
    vectors = fast_vectors(tok2vec.layers[0])
    return None if vectors is None else FastEntities(vectors, ner)


def _moves(classes: list[str]) -> _Moves:
    names = [(kind, label) for kind, _, label in (name.partition("-") for name in classes)]

    def columns(*kinds: str) -> list[int]:
        # A move with an entity but no label is for entities set beforehand.
        return [
            n for n, (kind, label) in enumerate(names) if kind in kinds and (label or kind == "O")
        ]

    return _Moves(
        begin=np.array(columns("B"), dtype=np.intp),
        free=np.array(columns("B", "U", "O"), dtype=np.intp),
        inside={names[n][1]: n for n in columns("I")},
        last={names[n][1]: n for n in columns("L")},
        names=names,
    )
