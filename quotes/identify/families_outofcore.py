"""Families of more quotations than fit into memory: a share of them at a time.

The same as `family_ids` gives. Texts are deduplicated a share of their hashes at a time, and sorted
by merging the shares, so that each has a place; bands of signatures are looked through a share of
their numbers at a time, which gives pairs of places; and the texts of pairs are compared two shares
of the places at a time. In memory there are these shares, and to the end the links, as numbers.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import repeat
from pathlib import Path

import numpy as np
import polars as pl

from quotes.identify.families import column_of
from quotes.identify.signatures import BANDS, Numbers, banded, partners
from quotes.identify.spilled import Spilled, room_asked_for
from quotes.identify.spoken import Own, Said, is_same, number_of, said_in

SHARES = 256

LEAST = 25_000
"""So many texts are some ten megabytes; fewer at a time would be read more often."""

_Columns = tuple[Numbers, ...]
_PAIRS = 100_000
_ARRAYS = 8  # so many of a share wait in memory
_AT_ONCE = 4096


def families_by_shares(
    frames: Iterable[pl.DataFrame], *, folder: Path, shares: int = SHARES, least: int = LEAST
) -> "Families":
    """Find the families of very many quotations.

    Args:
        frames: Parts of a quote table, as for `family_ids`.
        folder: For files of this run, some kilobyte a quotation that is a speaker's own words;
            to be thrown away when the families are no longer asked for.
        shares: How many parts are made at most; two are in memory at a time. As many files are
            open at a time.
        least: How many texts a part has at least when they are compared.

    Returns:
        The families, in the order of the rows.

    Raises:
        QuotesError: There is no room on the disk.
    """
    run = _Run(folder, shares, least)
    run.sort_out(frames)
    run.sort()
    run.meet()
    run.compare()
    return Families(folder / "numbers", *run.joined())


class Families:
    """The family of each quotation: eight bytes a row, on the disk.

    Args:
        path: Numbers of families, as rows came.
        was, now: Those of them that were joined to others, sorted; and to which.
    """

    def __init__(self, path: Path, was: Numbers, now: Numbers) -> None:
        self._path = path
        self._was = was
        self._now = now

    def __len__(self) -> int:
        return self._path.stat().st_size // 8

    def slice(self, start: int, rows: int) -> pl.Series:
        """The column ``family_id`` of consecutive rows.

        Args:
            start: The first of them.
            rows: How many.
        """
        starts = range(start, start + rows, _AT_ONCE)
        return column_of(self._numbers(at, min(_AT_ONCE, start + rows - at)) for at in starts)

    def _numbers(self, start: int, rows: int) -> list[int]:
        found = np.fromfile(self._path, dtype=np.uint64, count=rows, offset=8 * start)
        if len(self._was):
            at = np.minimum(np.searchsorted(self._was, found), len(self._was) - 1)
            found = np.where(self._was[at] == found, self._now[at], found)
        numbers: list[int] = found.tolist()
        return numbers


class _Run:
    def __init__(self, folder: Path, shares: int, least: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._shares = self._compared = shares
        self._least = self._size = least
        # Bands never mix: each has files of its own.
        self._cuts = -(-shares // BANDS)
        self._said: Spilled[Said] = Spilled(folder / "said", shares)
        self._sorted: Spilled[Own] = Spilled(folder / "sorted", shares)
        self._texts: Spilled[Own] = Spilled(folder / "texts", shares)
        self._bands: Spilled[_Columns] = Spilled(folder / "bands", BANDS * self._cuts, held=_ARRAYS)
        self._pairs: Spilled[_Columns] = Spilled(folder / "pairs", shares, held=_ARRAYS)
        self._links = _Links()

    def sort_out(self, frames: Iterable[pl.DataFrame]) -> None:
        """Note the family of each row by its text alone; write own words to their shares."""
        with (self._folder / "numbers").open("wb") as file:
            for frame in frames:
                numbers = array("Q")
                for said in said_in(frame):
                    number = number_of(said.text)
                    numbers.append(number)
                    if said.sentences:
                        self._said.put(number % self._shares, said)
                with room_asked_for():
                    numbers.tofile(file)
                    file.flush()

    def sort(self) -> None:
        """Bring equal texts together, and sort those of each share."""
        count = 0
        for share in range(self._shares):
            its: dict[str, tuple[tuple[int, ...], set[str]]] = {}
            for text, sentences, speaker in self._said.drain(share):
                known = its.setdefault(text, (sentences, set()))
                if speaker is not None:
                    known[1].add(speaker)
                if sentences < known[0]:
                    its[text] = (sentences, known[1])
            for text, (sentences, speakers) in sorted(its.items()):
                self._sorted.put(share, Own(text, sentences, tuple(speakers)))
            count += len(its)
        # To be compared, a share is read beside each that comes before: few are better.
        self._size = max(self._least, -(-count // self._shares))
        self._compared = -(-count // self._size)

    def meet(self) -> None:
        """Give the texts their places, and find whose bands agree."""
        for whose, bands in banded(self._placed()):
            for band in range(BANDS):
                column = bands[:, band]
                for cut, parts in _split(column % self._cuts, whose, column):
                    self._bands.put(band * self._cuts + cut, parts)
        for pairs in _in_columns(self._partners()):
            for share, parts in _split(pairs[0] // self._size, *pairs):
                self._pairs.put(share, parts)

    def _partners(self) -> Iterator[tuple[int, Sequence[int]]]:
        for share in range(BANDS * self._cuts):
            if held := list(self._bands.drain(share)):
                yield from partners(*map(np.concatenate, zip(*held, strict=True)))

    def _placed(self) -> Iterator[Own]:
        shares = (self._sorted.drain(share) for share in range(self._shares))
        # No text is in two shares, so that nothing else of two is ever compared.
        for place, text in enumerate(merge(*shares)):
            self._texts.put(place // self._size, text)
            yield text

    def compare(self) -> None:
        """Compare what may be the same words, those of two shares at a time; link what is."""
        for share in range(self._compared):
            others: Spilled[_Columns] = Spilled(
                self._folder / "others", self._compared, held=_ARRAYS
            )
            for pairs in _gathered(self._pairs.drain(share)):
                for other, parts in _split(pairs[1] // self._size, *pairs):
                    others.put(other, parts)
            # Those of an earlier share were compared with it then.
            texts = list(self._texts.drain(share))
            for other in range(share, self._compared):
                if held := list(others.drain(other)):
                    theirs = texts if other == share else list(self._texts.take(other))
                    self._look(share, texts, other, theirs, held)

    def _look(
        self,
        share: int,
        texts: Sequence[Own],
        other: int,
        theirs: Sequence[Own],
        pairs: Iterable[_Columns],
    ) -> None:
        links, start, their_start = self._links, share * self._size, other * self._size
        # A pair as one number, because that is sorted several times faster.
        firsts, seconds = map(np.concatenate, zip(*pairs, strict=True))
        coded = np.unique((firsts - start) * self._size + (seconds - their_start))
        for first, second in map(divmod, coded.tolist(), repeat(self._size)):
            places = start + first, their_start + second
            if not links.are_one(*places) and is_same(texts[first], theirs[second]):
                links.add(*places, number_of(texts[first].text), number_of(theirs[second].text))

    def joined(self) -> tuple[Numbers, Numbers]:
        """The numbers of families joined to others, sorted, and to which."""
        return self._links.joined()


def _in_columns(found: Iterable[tuple[int, Sequence[int]]]) -> Iterator[_Columns]:
    """Pairs from each first with its seconds, many at a time."""
    firsts, seconds = array("Q"), array("Q")
    for first, others in found:
        firsts.extend(repeat(first, len(others)))
        seconds.extend(others)
        if len(firsts) >= _PAIRS:
            yield np.array(firsts), np.array(seconds)
            firsts, seconds = array("Q"), array("Q")
    if firsts:
        yield np.array(firsts), np.array(seconds)


def _gathered(parts: Iterable[_Columns]) -> Iterator[_Columns]:
    """The same rows, many at a time."""
    held: list[_Columns] = []
    size = 0
    for part in parts:
        held.append(part)
        size += len(part[0])
        if size >= _PAIRS:
            yield tuple(map(np.concatenate, zip(*held, strict=True)))
            held, size = [], 0
    if held:
        yield tuple(map(np.concatenate, zip(*held, strict=True)))


def _split(keys: Numbers, *columns: Numbers) -> Iterator[tuple[int, _Columns]]:
    """The rows of each key, in order."""
    order = np.argsort(keys, kind="stable")
    found, starts = np.unique(keys[order], return_index=True)
    for key, rows in zip(found.tolist(), np.split(order, starts[1:]), strict=True):
        yield key, tuple(column[rows] for column in columns)


class _Links:
    """Texts that are linked, by their places; nothing is held of those that aren't."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._places, self._numbers = array("Q"), array("Q")

    def head(self, place: int) -> int:
        """The first of all that it is linked with."""
        parent = self._parent
        while (above := parent.get(place)) is not None:
            parent[place] = parent.get(above, above)
            place = above
        return place

    def are_one(self, first: int, second: int) -> bool:
        return self.head(first) == self.head(second)

    def add(self, first: int, second: int, *numbers: int) -> None:
        """Link two; the numbers are those of their texts."""
        a, b = self.head(first), self.head(second)
        if a != b:
            self._places.extend((first, second))
            self._numbers.extend(numbers)
            self._parent[max(a, b)] = min(a, b)

    def joined(self) -> tuple[Numbers, Numbers]:
        """The numbers of all but heads, sorted, and for each that of its head."""
        places, at = np.unique(np.array(self._places, dtype=np.uint64), return_index=True)
        numbers = np.array(self._numbers, dtype=np.uint64)[at]
        heads = np.array([self.head(place) for place in places.tolist()], dtype=np.uint64)
        to = numbers[np.searchsorted(places, heads)]
        order = np.argsort(numbers)
        order = order[(heads != places)[order]]
        return numbers[order], to[order]
