"""A ``tok2vec`` layer's vectors, by the same arithmetic in fewer steps.

spaCy embeds each token by hashes of its form and mixes neighbours by convolution (Honnibal,
"Embed, encode, attend, predict", 2016). Here each form of an article is embedded once, however
often it occurs; the matrix products are numpy's; and a long article goes through in stretches that
overlap by as far as the convolution sees, so that memory does not grow with its length.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from quotes.pipes.arrays import Floats, Keys, read
from quotes.pipes.blas import one_thread

if TYPE_CHECKING:
    from spacy.pipeline import Tok2Vec
    from spacy.tokens import Doc
    from thinc.api import Model

Vectors = Callable[["Doc"], Floats]

STRETCH = 1024
"""Tokens that go through the layers at once; the arrays of this many are near at hand (1.2 MB)."""

_KNOWN = frozenset(
    (
        "dropout",
        "expand_window",
        "extract_features",
        "hashembed",
        "ints-getitem",
        "layernorm",
        "list2ragged",
        "maxout",
        "ragged2list",
    )
)


class _Maxout(NamedTuple):
    """The best of several linear layers, normalised (Goodfellow et al., 2013; Ba et al., 2016)."""

    weights: Floats  # (inputs, pieces * width), one piece after the other
    bias: Floats
    scale: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        width = len(self.scale)
        y = x @ self.weights
        y += self.bias
        best: Floats = y[:, :width].copy()
        for start in range(width, y.shape[1], width):
            np.maximum(best, y[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(1e-8)
        best *= self.scale / np.sqrt(spread)
        best += self.shift
        return best


class _Embedding(NamedTuple):
    """A table of vectors of which each key has the sum of four rows (Svenstrup et al., 2017)."""

    column: int
    seed: int
    table: Floats


class FastTok2Vec:
    """Sets ``doc.tensor``, from which a pipeline's other components read.

    Args:
        vectors: What gives a Doc's vectors.
    """

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the vectors of one Doc.

        Args:
            doc: The Doc.

        Returns:
            The same Doc.
        """
        with one_thread():
            cast(Any, doc).tensor = self._vectors(doc)
        return doc


def fast_tok2vec(component: "Tok2Vec") -> FastTok2Vec | None:
    """Make the component that does what a ``tok2vec`` component does.

    Args:
        component: A spaCy pipeline's ``tok2vec``.

    Returns:
        None where its model is of another make; see `fast_vectors`.
    """
    vectors = fast_vectors(component.model)
    return None if vectors is None else FastTok2Vec(vectors)


def fast_vectors(model: "Model[Any, Any]") -> Vectors | None:
    """Make the function that does what a tok2vec model does.

    Args:
        model: The model of a ``tok2vec`` component, or of one inside another component.

    Returns:
        What gives a Doc's vectors, one a token; None where the model is of another make than
        ``MultiHashEmbed`` without static vectors and ``MaxoutWindowEncoder`` with a window of 1.
    """
    everything = list(model.walk(order="dfs_pre"))
    nodes = [node for node in everything if not node.layers]
    if {node.name for node in nodes} - _KNOWN:
        return None
    columns = next((n.attrs["columns"] for n in nodes if n.name == "extract_features"), None)
    tables = [
        _Embedding(n.attrs["column"], n.attrs["seed"], param(n, "E"))
        for n in nodes
        if n.name == "hashembed"
    ]
    layers = _maxouts(nodes)
    depth = len(layers) - 1
    windows = [n.attrs["window_size"] for n in nodes if n.name == "expand_window"]
    residuals = sum(n.name.startswith("residual(") and len(n.layers) == 1 for n in everything)
    pads = [n.attrs["pad"] for n in everything if n.name.startswith("with_array(residual")]
    if columns is None or len(tables) != len(columns) or depth < 1:
        return None
    if windows != [1] * depth or residuals != depth or pads != [depth]:
        return None
    mix, encoder, ops = layers[0], layers[1:], model.ops

    def vectors(doc: "Doc") -> Floats:
        if not len(doc):
            return np.zeros((0, len(mix.scale)), dtype=np.float32)
        embedded, which = _embedded(read(doc, columns), tables, mix, ops)
        return _encoded(embedded, which, encoder)

    return vectors


def param(node: "Model[Any, Any]", name: str) -> Floats:
    """A layer's parameter, as numpy has it.

    Args:
        node: The layer.
        name: The parameter's name.
    """
    return cast(Floats, node.get_param(name))


def _maxouts(nodes: "list[Model[Any, Any]]") -> list[_Maxout]:
    outer = [n for n in nodes if n.name == "maxout"]
    norms = [n for n in nodes if n.name == "layernorm"]
    if len(outer) != len(norms):
        return []
    made = []
    for node, norm in zip(outer, norms, strict=True):
        weights = param(node, "W")  # (width, pieces, inputs)
        made.append(
            _Maxout(
                np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1)),
                np.ascontiguousarray(param(node, "b").T.reshape(-1)),
                param(norm, "G"),
                param(norm, "b"),
            )
        )
    return made


def _embedded(
    features: Keys, tables: list[_Embedding], mix: _Maxout, ops: Any
) -> tuple[Floats, NDArray[np.intp]]:
    """The vectors of all distinct forms, and for each token which is its."""
    # Rows as one number each: that two forms of an article fall on one is as likely as a
    # collision of 64-bit hashes.
    key = features[:, 0].copy()
    for column in range(1, features.shape[1]):
        key *= np.uint64(0x9E3779B97F4A7C15)
        key ^= features[:, column]
    _, first, which = np.unique(key, return_index=True, return_inverse=True)
    forms = features[first]
    width = tables[0].table.shape[1]
    joined = np.empty((len(forms), width * len(tables)), dtype=np.float32)
    for n, (column, seed, table) in enumerate(tables):
        keys = ops.hash(np.ascontiguousarray(forms[:, column]), seed) % np.uint32(len(table))
        joined[:, n * width : (n + 1) * width] = ops.gather_add(table, keys)
    return mix(joined), which


def _encoded(embedded: Floats, which: NDArray[np.intp], encoder: list[_Maxout]) -> Floats:
    depth, width = len(encoder), embedded.shape[1]
    out = np.empty((len(which), width), dtype=np.float32)
    for start, end in _stretches(len(which)):
        # Beyond the article's edges stand rows that begin as zeros, as in spaCy's padding.
        low, high = start - depth, end + depth
        x = np.zeros((high - low, width), dtype=np.float32)
        inner = which[max(low, 0) : min(high, len(which))]
        offset = max(-low, 0)
        x[offset : offset + len(inner)] = embedded[inner]
        for layer in encoder:
            near = np.zeros((len(x), 3 * width), dtype=np.float32)
            near[1:, :width] = x[:-1]
            near[:, width : 2 * width] = x
            near[:-1, 2 * width :] = x[1:]
            x += layer(near)
        out[start:end] = x[depth:-depth]
    return out


def _stretches(length: int) -> Iterator[tuple[int, int]]:
    for start in range(0, length, STRETCH):
        yield start, min(start + STRETCH, length)
