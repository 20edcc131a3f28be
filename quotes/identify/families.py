"""Quote families: the same words quoted in several articles.

Quotations with equal words are one already. The others are compared only where MinHash signatures
of their words (Broder, "On the resemblance and containment of documents", 1997) agree in a band
(locality-sensitive hashing; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3),
and joined where an alignment confirms it, so that time grows about linearly with the number of
quotations. Whole quotations and their single sentences are hashed, which finds one that is cut at
a sentence's end in the other.
"""

import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, chain, islice, repeat
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from rensa import RMinHash

from quotes.identify.alignment import same_words
from quotes.identify.words import Words, is_negation, quoted_part, words_of

MIN_WORDS = 4
"""“Yes, of course” in two articles is not one quotation: below this the speaker must be equal."""

_PERMUTATIONS = 96
_BAND = 3  # 32 bands of 3: a pair of Jaccard similarity 0.5 is compared with a chance of 0.99
_SEED = 2018
_SHINGLE = 2
_MIXER = np.array([1, 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F], dtype=np.uint64)
# In a bucket with more quotations than this, each is compared with its neighbours only.
_FULL_COMPARISON = 40
_NEIGHBOURS = 5
# So many signatures are made at a time: until they are numbers in an array they take much memory.
_AT_ONCE = 4096


def family_ids(table: pl.DataFrame | Iterable[pl.DataFrame]) -> pl.Series:
    """The family of each quotation.

    Direct quotations and the quoted words of mixed ones are joined where they are the same but
    for edits, spelling, and a cut (less is asked of two by the same speaker); indirect ones only
    where their words are equal. Of a quotation no more is held than a number, but for those that
    may be joined to others: of these, the words and their signatures.

    Args:
        table: A quote table, or its parts; the columns ``quote_id``, ``quote_type`` and ``quote``
            are read, and ``speaker_id`` where it is there.

    Returns:
        A column ``family_id``: a string a row, which depends neither on the rows' order nor on
        anything outside the family.
    """
    families = array("Q")
    own_words: dict[str, _Own] = {}
    for frame in [table] if isinstance(table, pl.DataFrame) else table:
        speakers = frame["speaker_id"] if "speaker_id" in frame.columns else [None] * frame.height
        rows = zip(frame["quote_id"], frame["quote_type"], frame["quote"], speakers, strict=True)
        for quote_id, quote_type, quote, speaker in rows:
            spoken, is_own = _spoken(quote, quote_type)
            text = " ".join(spoken.words)
            if len(spoken.words) < MIN_WORDS:
                text = quote_id if speaker is None else f"{speaker}\n{text}"
            elif is_own:
                _note(own_words, text, spoken, speaker)
            families.append(_number(text))
    joined = _joined(own_words)
    starts = range(0, max(len(families), 1), _AT_ONCE)
    parts = ([f"{joined.get(n, n):016x}" for n in families[i : i + _AT_ONCE]] for i in starts)
    return pl.concat([pl.Series("family_id", part, dtype=pl.String) for part in parts])


class _Own(NamedTuple):
    """Of words that are a speaker's own: how long their sentences are, and who said them."""

    sentences: tuple[int, ...]
    speakers: tuple[str, ...]


def _note(own_words: dict[str, _Own], text: str, spoken: Words, speaker: str | None) -> None:
    several = spoken.sentence[0] != spoken.sentence[-1]
    sentences = tuple(Counter(spoken.sentence).values()) if several else (len(spoken.words),)
    known = own_words.get(text, _Own(sentences, ()))
    speakers = known.speakers
    if speaker is not None and speaker not in speakers:
        speakers = (*speakers, sys.intern(speaker))
    own_words[text] = _Own(min(known.sentences, sentences), speakers)


def _words(text: str, own: _Own) -> Words:
    numbers = chain.from_iterable(repeat(n, size) for n, size in enumerate(own.sentences))
    return Words(tuple(text.split(" ")), tuple(numbers))


def _spoken(quote: str, quote_type: str) -> tuple[Words, bool]:
    """The words to compare, and whether they are the speaker's own rather than a paraphrase."""
    everything = words_of(quote)
    if quote_type != "mixed":
        return everything, quote_type == "direct"
    quoted = words_of(quoted_part(quote))
    # The reporter's "not" may be half of what was said.
    reporters = Counter(everything.words) - Counter(quoted.words)
    if len(quoted.words) < MIN_WORDS or any(map(is_negation, reporters)):
        return everything, False
    return quoted, True


def _joined(own_words: dict[str, _Own]) -> dict[int, int]:
    """The families joined to others, and to which: that of the text that sorts first."""
    texts = sorted(own_words)
    parent = list(range(len(texts)))

    def head(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for first, second in _candidates(texts, own_words):
        a, b = head(first), head(second)
        if a == b:
            continue
        one, other = texts[first], texts[second]
        both = set(own_words[one].speakers) & set(own_words[other].speakers)
        words = _words(one, own_words[one]), _words(other, own_words[other])
        if same_words(*words, same_speaker=bool(both)):
            parent[max(a, b)] = min(a, b)
    heads = ((number, head(number)) for number in range(len(texts)))
    return {_number(texts[n]): _number(texts[first]) for n, first in heads if n != first}


def _candidates(texts: Sequence[str], own_words: dict[str, _Own]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that may be the same words; sorted texts give the same pairs every time."""
    columns: list[np.ndarray[Any, np.dtype[np.uint64]]] = []
    whose = array("L")
    pieces = _pieces(texts, own_words)
    while part := list(islice(pieces, _AT_ONCE)):
        whose.extend(number for number, _ in part)
        signatures = RMinHash.digests_from_token_sets(
            [_shingles(piece) for _, piece in part], _PERMUTATIONS, _SEED
        )
        bands = np.array(signatures, dtype=np.uint64).reshape(len(part), -1, _BAND)
        # One number a band; that two bands may by chance have the same costs a comparison only.
        columns.append(bands @ _MIXER)
    for band in range(_PERMUTATIONS // _BAND if columns else 0):
        for bucket in _equal(np.concatenate([column[:, band] for column in columns])):
            yield from _pairs(list(dict.fromkeys(whose[i] for i in bucket)))


def _equal(column: np.ndarray[Any, np.dtype[np.uint64]]) -> Iterator[list[int]]:
    """The positions of equal numbers, in order, where there are several."""
    order = np.argsort(column, kind="stable")
    ends = np.flatnonzero(np.diff(column[order])) + 1
    starts = np.concatenate(([0], ends))
    ends = np.append(ends, len(column))
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield order[start:end].tolist()


def _pieces(
    texts: Sequence[str], own_words: dict[str, _Own]
) -> Iterator[tuple[int, Sequence[str]]]:
    """Each whole quotation, and each of its sentences where there are several, with its number."""
    for number, text in enumerate(texts):
        words = text.split(" ")
        yield number, words
        sizes = own_words[text].sentences
        if len(sizes) > 1:
            ends = list(accumulate(sizes))
            for start, end in zip([0, *ends], ends, strict=False):
                if end - start >= MIN_WORDS:
                    yield number, words[start:end]


def _shingles(words: Sequence[str]) -> list[str]:
    count = max(1, len(words) - _SHINGLE + 1)
    return [" ".join(words[i : i + _SHINGLE]) for i in range(count)]


def _pairs(bucket: Sequence[int]) -> Iterable[tuple[int, int]]:
    reach = len(bucket) if len(bucket) <= _FULL_COMPARISON else _NEIGHBOURS
    for i, first in enumerate(bucket):
        for second in bucket[i + 1 : i + 1 + reach]:
            yield first, second


def _number(text: str) -> int:
    """A family's identifier, by the text that it has its name from."""
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest())
