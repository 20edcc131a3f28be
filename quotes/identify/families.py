"""Quote families: the same words quoted in several articles.

Quotations with equal words are one already. The others are compared only where that is worth while
(`quotes.identify.signatures`), and joined where an alignment confirms it, so that time grows about
linearly with the number of quotations. `quotes.identify.families_by_shares` gives the same in less
memory.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
import polars as pl

from quotes.identify.signatures import BANDS, banded, partners
from quotes.identify.spoken import Own, Said, is_same, number_of, said_in

# So many identifiers are made at a time: until they are a column they take much memory.
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
    own_words: dict[str, Own] = {}
    frames = [table] if isinstance(table, pl.DataFrame) else table
    for said in chain.from_iterable(map(said_in, frames)):
        if said.sentences:
            _note(own_words, said)
        families.append(number_of(said.text))
    joined = _joined(own_words)
    starts = range(0, len(families), _AT_ONCE)
    parts = ([joined.get(n, n) for n in families[i : i + _AT_ONCE]] for i in starts)
    return column_of(parts)


def column_of(parts: Iterable[Iterable[int]]) -> pl.Series:
    """The column ``family_id``.

    Args:
        parts: The families' numbers, some at a time.
    """
    empty = pl.Series("family_id", [], dtype=pl.String)
    columns = (pl.Series("family_id", [f"{n:016x}" for n in part]) for part in parts)
    return pl.concat([empty, *columns])


def _note(own_words: dict[str, Own], said: Said) -> None:
    known = own_words.get(said.text, Own(said.text, said.sentences, ()))
    speakers = known.speakers
    if said.speaker is not None and said.speaker not in speakers:
        who = sys.intern(said.speaker)
        # Most have one speaker, and a set takes much more memory than a tuple.
        if isinstance(speakers, set):
            speakers.add(who)
        else:
            speakers = {*speakers, who} if speakers else (who,)
    own_words[said.text] = Own(known.text, min(known.sentences, said.sentences), speakers)


def _joined(own_words: dict[str, Own]) -> dict[int, int]:
    """The families joined to others, and to which: that of the text that sorts first."""
    texts = [own_words[text] for text in sorted(own_words)]
    parent = list(range(len(texts)))

    def head(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for first, second in _candidates(texts):
        a, b = head(first), head(second)
        if a != b and is_same(texts[first], texts[second]):
            parent[max(a, b)] = min(a, b)
    heads = ((number, head(number)) for number in range(len(texts)))
    return {number_of(texts[n].text): number_of(texts[to].text) for n, to in heads if n != to}


def _candidates(texts: Sequence[Own]) -> Iterator[tuple[int, int]]:
    parts = list(banded(texts))
    whose = np.concatenate([places for places, _ in parts]) if parts else np.array([])
    for band in range(BANDS if parts else 0):
        column = np.concatenate([bands[:, band] for _, bands in parts])
        for first, others in partners(whose, column):
            for second in others:
                yield first, second
