"""What the network is told of an article: words, grammar, layout, and the frames to judge."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from quotes.detect.candidates import Page
from quotes.detect.frame import Frame
from quotes.model.network.pieces import FIRST, LAST, Pieces, vocabulary
from quotes.pipes.arrays import read

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Array = np.ndarray[Any, Any]

LIMIT = 320
"""Word pieces the network sees at once, its first and last mark included."""

_POS_NAMES = """
    ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X
"""
_DEP_NAMES = """
    ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
    csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd
    parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp
"""
_POS = {name: n for n, name in enumerate(_POS_NAMES.split(), 1)}
_DEP = {name: n for n, name in enumerate(_DEP_NAMES.split(), 1)}
FEATURES = (7, len(_POS) + 1, len(_DEP) + 1, 3, 3, 7)
"""How many values each feature of a token has: shape, part of speech, dependency, whether in a
quotation, whether it begins a sentence or paragraph, and where its head stands."""

PLACES = 10
"""Tokens of a frame that the network looks at: predicate; first and last of the content and its
neighbours on both sides; first and last of the source; end of the first content; both ends of the
cue. After them come the frame's construction and its source's class."""
NUMBERS = 6


class Window(NamedTuple):
    """Tokens ``start`` up to ``end``, seen at once."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the network sees it.

    Attributes:
        pieces: Word pieces of each token; none for white space.
        features: (tokens, 6), the values of `FEATURES`.
        windows: Where the article is cut.
    """

    pieces: list[tuple[int, ...]]
    features: Array
    windows: list[Window]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, as arrays.

    Attributes:
        ids, mask: (windows, pieces).
        features: (windows, pieces, 6).
        first: (tokens,) the place of each token's first piece among all pieces, row by row.
        frames: (frames, 12) `PLACES` of tokens within the batch (-1 for no source), then the
            numbers of the construction and of the source's class.
        numbers: (frames, 6) what else is known of each frame.
        spans: For each window the number of its first token, and how many it has.
    """

    ids: Array
    mask: Array
    features: Array
    first: Array
    frames: Array
    numbers: Array
    spans: list[tuple[int, int]]


def tell(doc: "Doc", page: Page, pieces: Pieces) -> Told:
    """Describe an article's tokens and cut it into windows.

    Args:
        doc: The parsed article.
        page: Its layout.
        pieces: Cuts tokens into word pieces.

    Returns:
        The article as the network sees it.
    """
    orths, pos, dep, begin, gap = read(doc, ("ORTH", "POS", "DEP", "SENT_START", "HEAD")).T
    strings = doc.vocab.strings
    words: list[int] = orths.tolist()
    forms = {word: _form(strings[word], pieces) for word in set(words)}
    cut = [forms[word].pieces for word in words]
    inside = np.array(page.quoted, dtype=np.int64) >= 0
    features = np.zeros((len(cut), len(FEATURES)), dtype=np.int64)
    features[:, 0] = [forms[word].shape for word in words]
    features[:, 1] = _numbered(pos, _POS, strings)
    features[:, 2] = _numbered(dep, _DEP, strings)
    features[:, 3] = inside
    starts = [quotation.start for quotation in page.quotations]
    features[starts, 3] *= 2
    paragraphs = {block.start for block in page.blocks}
    features[:, 4] = begin == 1
    features[list(paragraphs), 4] = 2
    ahead = gap.astype(np.int64)
    far = np.abs(ahead)
    features[:, 5] = np.where(ahead > 0, 1, 2) + np.where(far < 4, 0, np.where(far < 10, 2, 4))
    features[far == 0, 5] = 0
    sentences = set(np.flatnonzero(begin == 1).tolist())
    return Told(cut, features, list(_windows([len(p) for p in cut], paragraphs, sentences)))


class _Form(NamedTuple):
    pieces: tuple[int, ...]
    shape: int


def _form(text: str, pieces: Pieces) -> _Form:
    return _Form(() if text.isspace() else pieces(text), _shape(text))


def _numbered(column: Array, numbers: Mapping[str, int], strings: "StringStore") -> list[int]:
    """The number of each token's label; 0 for those unknown."""
    keys: list[int] = column.tolist()
    known = {key: numbers.get(strings[key], 0) for key in set(keys)}
    return [known[key] for key in keys]


def _shape(text: str) -> int:
    if text.islower():
        return 1
    if text.isupper():
        return 2 if len(text) > 1 else 3
    if text[:1].isupper():
        return 4
    if any(c.isdigit() for c in text):
        return 5
    return 0 if any(c.isalnum() for c in text) else 6


def _windows(sizes: Sequence[int], paragraphs: set[int], sentences: set[int]) -> Iterator[Window]:
    """Cut at the last paragraph that fills half a window, else at a sentence, else anywhere."""
    total = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
    start = 0
    while start < len(sizes):
        end = int(np.searchsorted(total, total[start] + LIMIT - 2, side="right")) - 1
        if end >= len(sizes):
            yield Window(start, len(sizes))
            return
        stop = next((k for k in range(end, start, -1) if k in paragraphs), None)
        if stop is None or total[stop] - total[start] < (LIMIT - 2) / 2:
            stop = next((k for k in range(end, start, -1) if k in sentences), end)
        stop = max(stop, start + 1)
        yield Window(start, stop)
        start = stop


class Names(NamedTuple):
    """The numbers by which the network knows constructions and source classes; 0 is any other."""

    shapes: dict[str, int]
    whos: dict[str, int]


class Part(NamedTuple):
    """One window as arrays; like `Batch`, before it is padded."""

    ids: list[int]
    features: Array
    first: list[int]
    frames: list[list[int]]
    numbers: list[list[float]]


def part(told: Told, window: Window, frames: Sequence[tuple[Frame, float]], names: Names) -> Part:
    """One window and the frames whose predicates stand in it."""
    start, end = window
    words, pieces = vocabulary(), told.pieces[start:end]
    ids = [words[FIRST], *chain.from_iterable(pieces), words[LAST]]
    sizes = [len(p) for p in pieces]
    # White space has no pieces: it stands where the next token does.
    first = list(accumulate(sizes[:-1], initial=1)) if sizes else []
    features = np.zeros((len(ids), len(FEATURES)), dtype=np.int64)
    features[1:-1] = told.features[start:end].repeat(sizes, axis=0)
    places, numbers = [], []
    for frame, odds in frames:
        row, known = _describe(frame, odds, window)
        places.append([*row, names.shapes.get(frame.shape, 0), names.whos.get(frame.who, 0)])
        numbers.append(known)
    return Part(ids, features, first, places, numbers)


def joined(parts: Sequence[Part]) -> Batch:
    """Pad windows to one length."""
    length = max(len(p.ids) for p in parts)
    ids = np.zeros((len(parts), length), dtype=np.int64)
    mask = np.zeros((len(parts), length), dtype=np.float32)
    features = np.zeros((len(parts), length, len(FEATURES)), dtype=np.int64)
    first: list[int] = []
    frames: list[list[int]] = []
    numbers: list[list[float]] = []
    spans = []
    for row, p in enumerate(parts):
        ids[row, : len(p.ids)] = p.ids
        mask[row, : len(p.ids)] = 1
        features[row, : len(p.ids)] = p.features
        offset = len(first)
        for f in p.frames:
            frames.append([*(i + offset if i >= 0 else -1 for i in f[:PLACES]), *f[PLACES:]])
        numbers.extend(p.numbers)
        spans.append((offset, len(p.first)))
        first.extend(row * length + i for i in p.first)
    return Batch(
        ids,
        mask,
        features,
        np.array(first, dtype=np.int64),
        np.array(frames, dtype=np.int64).reshape(-1, PLACES + 2),
        np.array(numbers, dtype=np.float32).reshape(-1, NUMBERS),
        spans,
    )


def _describe(frame: Frame, odds: float, window: Window) -> tuple[list[int], list[float]]:
    """Places of a frame's parts within the window, as far as they lie in it, and its numbers."""
    start, end = window
    head = frame.head - start
    content = [
        (max(a, start) - start, min(b, end) - start)
        for a, b in frame.content
        if a < end and b > start
    ] or [(head, head + 1)]
    source = (-1, -1)
    if frame.source is not None:
        a, b = max(frame.source.start, start) - start, min(frame.source.end, end) - start
        if b > a:
            source = (a, b - 1)
    first, last = content[0][0], content[-1][1] - 1
    cue = (
        frame.cue.start - start if start <= frame.cue.start < end else head,
        min(frame.cue.end - 1, end - 1) - start if start < frame.cue.end else head,
    )
    places = [
        head,
        first,
        last,
        min(last + 1, end - start - 1),
        max(first - 1, 0),
        *source,
        content[0][1] - 1,
        *cue,
    ]
    sourceless = source[0] < 0
    numbers = [
        odds / 4,
        math.log1p(last - first + 1) / 3,
        float(sourceless),
        0.0 if sourceless else max(-1.0, min(1.0, (head - source[0]) / 20)),
        max(-1.0, min(1.0, (head - first) / 30)),
        float(head < first),
    ]
    return places, numbers
