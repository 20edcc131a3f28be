"""Families of more quotations than fit into memory: a share of them at a time.

The same as `family_ids` gives. Texts are deduplicated a share of their hashes at a time, and sorted
by merging the shares, so that each has a place; bands of signatures are looked through a share of
their numbers at a time, which gives pairs of places; and the texts of pairs are compared a share of
the places at a time, where one from an earlier share is handed on to the later one. In memory there
is one share, and to the end the links, as numbers.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from pathlib import Path

import numpy as np
import polars as pl

from quotes.identify.families import column_of
from quotes.identify.signatures import BANDS, Numbers, banded, partners
from quotes.identify.spilled import Spilled, room_asked_for
from quotes.identify.spoken import Own, Said, is_same, number_of, said_in

SHARES = 256

_BATCHES = 8  # So many arrays of bands wait in memory for each share.
_AT_ONCE = 4096


def families_by_shares(
    frames: Iterable[pl.DataFrame], *, folder: Path, shares: int = SHARES
) -> "Families":
    """Find the families of very many quotations.

    Args:
        frames: Parts of a quote table, as for `family_ids`.
        folder: For files of this run, some two kilobytes a quotation of a speaker's own words;
            to be thrown away when the families are no longer asked for.
        shares: How many parts are made, at least; one is in memory at a time. As many files are
            open at a time.

    Returns:
        The families, in the order of the rows.

    Raises:
        QuotesError: There is no room on the disk.
    """
    run = _Run(folder, shares)
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
    def __init__(self, folder: Path, shares: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._shares = shares
        # Bands never mix: each has files of its own.
        self._cuts = -(-shares // BANDS)
        self._said: Spilled[Said] = Spilled(folder / "said", shares)
        self._sorted: Spilled[Own] = Spilled(folder / "sorted", shares)
        self._texts: Spilled[Own] = Spilled(folder / "texts", shares)
        self._bands: Spilled[tuple[Numbers, Numbers]] = Spilled(
            folder / "bands", BANDS * self._cuts, held=_BATCHES
        )
        self._pairs: Spilled[tuple[int, Sequence[int]]] = Spilled(folder / "pairs", shares)
        self._handed: Spilled[tuple[int, Own, Sequence[int]]] = Spilled(folder / "handed", shares)
        self._size = 1
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
        self._size = max(1, -(-count // self._shares))

    def meet(self) -> None:
        """Give the texts their places, and find whose bands agree."""
        for whose, bands in banded(self._placed()):
            for band in range(BANDS):
                column = bands[:, band]
                cuts = column % self._cuts
                for cut in range(self._cuts):
                    here = cuts == cut
                    self._bands.put(band * self._cuts + cut, (whose[here], column[here]))
        for share in range(BANDS * self._cuts):
            parts = list(self._bands.drain(share))
            if parts:
                whose, column = map(np.concatenate, zip(*parts, strict=True))
                for first, others in partners(whose, column):
                    self._pairs.put(first // self._size, (first, others))

    def _placed(self) -> Iterator[Own]:
        shares = (self._sorted.drain(share) for share in range(self._shares))
        # No text is in two shares, so that nothing else of two is ever compared.
        for place, text in enumerate(merge(*shares)):
            self._texts.put(place // self._size, text)
            yield text

    def compare(self) -> None:
        """Compare what may be the same words; link what is."""
        for share in range(self._shares):
            here = range(share * self._size, (share + 1) * self._size)
            texts = list(self._texts.drain(share))
            for first, text, others in self._handed.drain(share):
                self._look(first, text, others, texts, here)
            pairs: defaultdict[int, set[int]] = defaultdict(set)
            for first, others in self._pairs.drain(share):
                pairs[first].update(others)
            for first in sorted(pairs):
                text, seconds = texts[first - here.start], sorted(pairs[first])
                self._look(first, text, (n for n in seconds if n in here), texts, here)
                self._hand_on(first, text, (n for n in seconds if n not in here))

    def _look(
        self, first: int, text: Own, others: Iterable[int], texts: Sequence[Own], here: range
    ) -> None:
        for second in others:
            other = texts[second - here.start]
            if not self._links.are_one(first, second) and is_same(text, other):
                self._links.add(first, second, number_of(text.text), number_of(other.text))

    def _hand_on(self, first: int, text: Own, others: Iterable[int]) -> None:
        later: defaultdict[int, list[int]] = defaultdict(list)
        for second in others:
            if not self._links.are_one(first, second):
                later[second // self._size].append(second)
        for share, seconds in later.items():
            self._handed.put(share, (first, text, seconds))

    def joined(self) -> tuple[Numbers, Numbers]:
        """The numbers of families joined to others, sorted, and to which."""
        return self._links.joined()


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
        """Link two that are not; the numbers are those of their texts."""
        self._places.extend((first, second))
        self._numbers.extend(numbers)
        a, b = self.head(first), self.head(second)
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
