"""Running the network over an article."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from quotes.detect.candidates import Page
from quotes.detect.frame import Frame
from quotes.errors import ModelError
from quotes.model.network.inputs import Batch, Names, Told, Window, joined, part, tell
from quotes.model.network.links import linked
from quotes.model.network.pieces import Pieces

if TYPE_CHECKING:
    from spacy.tokens import Doc

Array = np.ndarray[Any, Any]

FILE = "network.onnx"
_INPUTS = ("ids", "features", "first", "frames", "numbers")
_OUTPUTS = ("right", "tags", "heads", "query", "key", "lean")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the network says of one window.

    Attributes:
        window: Which tokens it is.
        tags: (tokens, 7) probabilities: of no role, then begin and inside of content, cue, source.
        heads: (tokens,) the probability that a token is a cue's head.
        query, key, lean: What `quotes.model.network.links.linked` needs.
    """

    window: Window
    tags: Array
    heads: Array
    query: Array
    key: Array
    lean: Array


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of an article.

    Attributes:
        right: The log-odds that each frame is right, in the frames' order.
        seen: Its windows, in order.
        distance: The links' bias by distance.
    """

    right: list[float]
    seen: list[Seen]
    distance: Array
    _links: dict[int, Array] = field(default_factory=dict, repr=False, compare=False)

    def links(self, seen: Seen, token: int) -> Array:
        """How likely each token of a window is content and source of a cue.

        Args:
            seen: The window.
            token: The cue's head, counted in the article.

        Returns:
            (tokens, 2) probabilities.
        """
        found = self._links.get(token)
        if found is None:
            cue = token - seen.window.start
            found = linked(seen.query, seen.key, seen.lean, self.distance, cue)
            self._links[token] = found
        return found


class Network:
    """The trained network, ready to run on one thread.

    Args:
        path: Its ONNX file; the one that comes with this package by default.

    Raises:
        ModelError: There is no such file, or it is not of this form.
    """

    def __init__(self, path: str | Path | None = None) -> None:
        import onnxruntime

        # The builds for Windows report their use unless told not to; nothing leaves the machine.
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        # Articles are spread over processes, not over threads.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # A plan of memory would be made anew, and kept, for almost every window: hardly two of them
        # have as many pieces, tokens and frames.
        options.enable_mem_pattern = False
        try:
            packed = Path(path).read_bytes() if path else _shipped().read_bytes()
            self._session = onnxruntime.InferenceSession(
                packed, options, providers=["CPUExecutionProvider"]
            )
            says = self._session.get_modelmeta().custom_metadata_map
            self._names = Names(json.loads(says["shapes"]), json.loads(says["whos"]))
            self._distance = np.array(json.loads(says["distance"]), dtype=np.float32)
            self.about: Mapping[str, Any] = json.loads(says["about"])
        except (OSError, KeyError, ValueError, RuntimeError) as error:
            raise ModelError(f"can't load the network {path or FILE}: {error}") from error
        self._pieces = Pieces()

    def read(
        self, doc: "Doc", page: Page, frames: Sequence[Frame], odds: Sequence[float]
    ) -> Reading:
        """Judge an article's frames, and see contents, cues and sources for oneself.

        Args:
            doc: The parsed article.
            page: Its layout.
            frames: Its frames.
            odds: Their log-odds by the lexicon of cues.

        Returns:
            The reading.
        """
        told = tell(doc, page, self._pieces)
        right = [0.0] * len(frames)
        seen: list[Seen] = []
        within = defaultdict[int, list[int]](list)
        starts = [window.start for window in told.windows]
        for n, frame in enumerate(frames):
            within[bisect_right(starts, frame.head) - 1].append(n)
        for number, window in enumerate(told.windows):
            # One at a time: side by side they would be too much for the cache, and the network
            # takes no padding.
            its = within[number]
            known = [(frames[n], odds[n]) for n in its]
            out = self._run(joined([part(told, window, known, self._names)]))
            for n, value in zip(its, out["right"], strict=True):
                right[n] = float(value)
            seen.append(Seen(window, **{name: out[name] for name in _OUTPUTS[1:]}))
        return Reading(right, seen, self._distance)

    def _run(self, batch: Batch) -> dict[str, Array]:
        given = {name: getattr(batch, name) for name in _INPUTS}
        return dict(zip(_OUTPUTS, self._session.run(list(_OUTPUTS), given), strict=True))


def _shipped() -> Any:
    return files("quotes.model.network").joinpath(FILE)


@cache
def shipped() -> Network:
    """The network that comes with this package, loaded once a process."""
    return Network()


__all__ = ["Network", "Reading", "Seen", "Told", "shipped"]
