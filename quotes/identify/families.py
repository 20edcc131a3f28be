"""Quote families: the same words quoted in several articles.

Quotations with equal words are one already. The others are compared only where MinHash signatures
of their words (Broder, "On the resemblance and containment of documents", 1997) agree in a band
(locality-sensitive hashing; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3),
and joined where an alignment confirms it, so that time grows about linearly with the number of
quotations. Whole quotations and their single sentences are hashed, which finds one that is cut at
a sentence's end in the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

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


def family_ids(table: pl.DataFrame) -> pl.Series:
    """The family of each quotation.

    Direct quotations and the quoted words of mixed ones are joined where they are the same but
    for edits, spelling, and a cut (less is asked of two by the same speaker); indirect ones only
    where their words are equal.

    Args:
        table: A quote table; the columns ``quote_id``, ``quote_type`` and ``quote`` are read, and
            ``speaker_id`` where it is there.

    Returns:
        A column ``family_id``: a string a row, which depends neither on the rows' order nor on
        anything outside the family.
    """
    speakers = table["speaker_id"] if "speaker_id" in table.columns else [None] * table.height
    texts: defaultdict[str, list[int]] = defaultdict(list)
    alone: dict[int, str] = {}
    words: dict[str, Words] = {}
    inexact: defaultdict[str, set[str | None]] = defaultdict(set)
    rows = zip(table["quote_id"], table["quote_type"], table["quote"], speakers, strict=True)
    for row, (quote_id, quote_type, quote, speaker) in enumerate(rows):
        spoken, own_words = _spoken(quote, quote_type)
        text = " ".join(spoken.words)
        if len(spoken.words) < MIN_WORDS:
            if speaker is None:
                alone[row] = quote_id
                continue
            text = f"{speaker}\n{text}"
        elif own_words:
            inexact[text].add(speaker)
        texts[text].append(row)
        words[text] = spoken
    heads = _heads(words, inexact)
    family = {row: _identifier(head) for row, head in alone.items()}
    for text, members in texts.items():
        identifier = _identifier(heads.get(text, text))
        family.update(dict.fromkeys(members, identifier))
    return pl.Series("family_id", [family[row] for row in range(table.height)], dtype=pl.String)


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


def _heads(words: dict[str, Words], speakers: dict[str, set[str | None]]) -> dict[str, str]:
    """The name of the family of each text: the text of its family that sorts first."""
    texts = sorted(speakers)
    parent = {text: text for text in texts}

    def head(text: str) -> str:
        while parent[text] != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for first, second in _candidates(words, texts):
        a, b = head(first), head(second)
        if a == b:
            continue
        same_speaker = bool(speakers[first] & speakers[second] - {None})
        if same_words(words[first], words[second], same_speaker=same_speaker):
            parent[max(a, b)] = min(a, b)
    return {text: head(text) for text in texts}


def _candidates(words: dict[str, Words], texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of texts that may be the same words; sorted texts give the same pairs every time."""
    pieces = [(text, piece) for text in texts for piece in _pieces(words[text])]
    if not pieces:
        return
    signatures = RMinHash.digests_from_token_sets(
        [_shingles(piece) for _, piece in pieces], _PERMUTATIONS, _SEED
    )
    bands = np.array(signatures, dtype=np.uint64).reshape(len(pieces), -1, _BAND)
    # One number a band; that two bands may by chance have the same costs a comparison, no more.
    for column in (bands @ _MIXER).T:
        for bucket in _equal(column):
            yield from _pairs(list(dict.fromkeys(pieces[i][0] for i in bucket)))


def _equal(column: np.ndarray[Any, np.dtype[np.uint64]]) -> Iterator[list[int]]:
    """The positions of equal numbers, in order, where there are several."""
    order = np.argsort(column, kind="stable")
    ends = np.flatnonzero(np.diff(column[order])) + 1
    starts = np.concatenate(([0], ends))
    ends = np.append(ends, len(column))
    for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
        yield order[start:end].tolist()


def _pieces(words: Words) -> Iterator[tuple[str, ...]]:
    """The whole quotation, and each of its sentences where there are several."""
    yield words.words
    if words.sentence[-1] > 0:
        sentences: defaultdict[int, list[str]] = defaultdict(list)
        for word, number in zip(words.words, words.sentence, strict=True):
            sentences[number].append(word)
        yield from (tuple(one) for one in sentences.values() if len(one) >= MIN_WORDS)


def _shingles(words: Sequence[str]) -> list[str]:
    count = max(1, len(words) - _SHINGLE + 1)
    return [" ".join(words[i : i + _SHINGLE]) for i in range(count)]


def _pairs(bucket: Sequence[str]) -> Iterable[tuple[str, str]]:
    reach = len(bucket) if len(bucket) <= _FULL_COMPARISON else _NEIGHBOURS
    for i, first in enumerate(bucket):
        for second in bucket[i + 1 : i + 1 + reach]:
            yield first, second


def _identifier(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
