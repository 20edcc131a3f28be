"""The moves of spaCy's parser through many Docs at once, scored by numpy.

spaCy scores a move by vectors worked out of each token beforehand, one for each place that a token
can have in a state (Goldberg, Zhao and Huang, 2013). Its own loop over the states takes Python's
lock for every single number it compares, and its matrix product leaves half of the processor's
width unused. Here the states are spaCy's, and so is what a move does; the arithmetic between is
numpy's and thinc's, number for number the same.
"""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from quotes.pipes.arrays import Floats
from quotes.pipes.blas import one_thread
from quotes.pipes.vectors import param

if TYPE_CHECKING:
    from spacy.pipeline import DependencyParser
    from spacy.tokens import Doc
    from thinc.api import Model

States = Sequence[Any]
"""What spaCy's parser knows of each Doc, from which it sets its annotations."""

Predict = Callable[[Sequence["Doc"]], States]

KEPT = 8192
"""Tokens whose vectors have a place that is kept, 4 KB each: new memory takes longer than they."""


def fast_moves(parser: "DependencyParser") -> Predict | None:
    """Make the function that does what a parser's ``predict`` does.

    Args:
        parser: The parser.

    Returns:
        None where it is of another make than spaCy's small English ones.
    """
    model = parser.model
    if model.name != "parser_model" or parser.cfg.get("beam_width") != 1:
        return None
    tok2vec, lower = model.get_ref("tok2vec"), model.get_ref("lower")
    usual = model.attrs["has_upper"] and lower.name == "precomputable_affine"
    if not usual or lower.get_dim("nP") < 2 or model.attrs["unseen_classes"]:
        return None
    layers = [tok2vec, _affine(lower), model.get_ref("upper")]

    def predict(docs: Sequence["Doc"]) -> States:
        with one_thread():
            return _moved(parser, docs, layers)

    return predict


def _moved(
    parser: "DependencyParser", docs: Sequence["Doc"], layers: "list[Model[Any, Any]]"
) -> States:
    from spacy.ml import parser_model

    step: Any = cast(Any, parser_model).ParserStepModel(docs, layers, has_upper=True, train=False)
    places, hidden = step.get_token_ids, step.state2vec.predict
    # In this order of memory a product of two rows or more has the numbers that spaCy's has.
    weights, bias = np.ascontiguousarray(param(layers[-1], "W").T), param(layers[-1], "b")
    states: States = parser.moves.init_batch(docs)
    left = [state for state in states if not state.is_final()]
    while left:
        found = hidden(places(left))
        scores = ((found if len(found) > 1 else found.repeat(2, axis=0)) @ weights)[: len(left)]
        scores += bias
        left = parser.transition_states(left, scores)
    return states


class _Kept(threading.local):
    """Memory that a thread uses again and again."""

    def __init__(self) -> None:
        self._kept = np.empty((0, 0), dtype=np.float32)

    def place(self, rows: int, width: int) -> Floats:
        """An array with anything in it, good until the next one is asked for."""
        if rows > KEPT:
            return np.empty((rows, width), dtype=np.float32)
        if rows > len(self._kept):
            self._kept = np.empty((rows, width), dtype=np.float32)
        return self._kept[:rows]


def _affine(lower: "Model[Any, Any]") -> "Model[Any, Any]":
    """The layer that works out each token's vectors for each place, with memory of its own."""
    from thinc.api import Model

    weights = param(lower, "W")  # (places, width, pieces, inputs)
    shape = weights.shape[:-1]
    flat = np.ascontiguousarray(weights.reshape(-1, weights.shape[-1]).T)
    missing = param(lower, "pad").reshape(-1)
    kept = _Kept()

    def forward(_: "Model[Any, Any]", tokens: Floats, is_train: bool) -> tuple[Floats, None]:
        out = kept.place(len(tokens) + 1, len(missing))
        out[0] = missing  # of no token
        np.matmul(tokens, flat, out=out[1:])
        return out.reshape(-1, *shape), None

    return Model(
        "fast_affine",
        forward,
        dims={name: lower.get_dim(name) for name in ("nO", "nI", "nF", "nP")},
        params={"b": cast(Any, param(lower, "b"))},
    )
