"""Attributes of all tokens of a Doc at once, to and from arrays."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]


def read(doc: "Doc", names: Sequence[str]) -> Keys:
    """Some attributes of all tokens.

    Args:
        doc: The Doc.
        names: The attributes.

    Returns:
        A row a token, a column an attribute.
    """
    array = doc.to_array(cast(Any, list(names)))
    return cast(Keys, array).reshape(len(doc), len(names))


def write(doc: "Doc", names: Sequence[str], values: Any) -> "Doc":
    """Set some attributes of all tokens.

    Args:
        doc: The Doc.
        names: The attributes.
        values: A row a token, a column an attribute.

    Returns:
        The same Doc.
    """
    array = np.asarray(values, dtype=np.uint64).reshape(len(doc), len(names))
    return doc.from_array(cast(Any, list(names)), cast(Any, array))
