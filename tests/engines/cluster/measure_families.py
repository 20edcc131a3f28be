"""Time and memory of quote families on synthetic quotations, as the driver of a cluster runs them.

python tests/engines/cluster/measure_families.py 1000000     # prints seconds and peak memory
python tests/engines/cluster/measure_families.py 1000000 --at-once     # as on one machine
python tests/engines/cluster/measure_families.py 50000 --table TABLE.parquet     # its first rows
python tests/engines/cluster/measure_families.py 300000 --links     # what stays of a link

It prints how many quotations there are, CPU seconds (without making or reading them), memory at the
most and before it begins, what was on the disk at the most (looked at once a second), how many
pairs were compared and how long that took, and a hash of the families, which is the same both ways.
Of the synthetic quotations two in five are direct, the others indirect, which are compared as
wholes only; one in twenty is another one again, half of those with a word changed.
"""

import random
import resource
import tempfile
import threading
import time
import tracemalloc
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import polars as pl

from quotes.identify import families, families_by_shares, families_outofcore, family_ids
from quotes.identify.families_outofcore import _Links
from quotes.identify.spoken import Own, is_same
from quotes.pipeline import FAMILY_COLUMNS

WORDS = 30_000
ROWS = 6000
"""Of a frame: 256 articles make a block."""


def quotations(number: int) -> Iterator[pl.DataFrame]:
    """Words by Zipf's law, 5 to 50 a quotation; as many as asked for, some at a time."""
    rng = random.Random(7)
    known: list[str] = []
    for start in range(0, number, ROWS):
        rows = [_quotation(n, rng, known) for n in range(start, min(start + ROWS, number))]
        yield pl.DataFrame(rows, schema=FAMILY_COLUMNS, orient="row")


def _quotation(number: int, rng: random.Random, known: list[str]) -> tuple[str, ...]:
    if known and rng.random() < 0.05:
        words = rng.choice(known).split()
        if rng.random() < 0.5:
            words[rng.randrange(len(words))] = f"w{rng.randrange(WORDS)}"
    else:
        words = [f"w{int(WORDS ** rng.random())}" for _ in range(rng.randrange(5, 50))]
    text = " ".join(words)
    if len(known) < 10_000:
        known.append(text)
    direct = number % 5 < 2
    return (
        f"{number:020x}",
        "direct" if direct else "indirect",
        f"“{text}”" if direct else text,
        f"p-{number % 997}",
    )


class Timed:
    """Parts of a table, without the seconds that it takes to make them."""

    def __init__(self, frames: Iterable[pl.DataFrame]) -> None:
        self._frames = iter(frames)
        self.seconds = 0.0

    def __iter__(self) -> Iterator[pl.DataFrame]:
        while True:
            begun = time.process_time()
            frame = next(self._frames, None)
            self.seconds += time.process_time() - begun
            if frame is None:
                return
            yield frame


def at_once(frames: Iterable[pl.DataFrame]) -> Iterator[pl.Series]:
    yield family_ids(frames)


def by_shares(frames: Iterable[pl.DataFrame], folder: Path) -> Iterator[pl.Series]:
    found = families_by_shares(frames, folder=folder)
    # As for the parts of the table, one after the other.
    for start in range(0, len(found), ROWS):
        yield found.slice(start, min(ROWS, len(found) - start))


def most_on_disk(folder: Path, done: threading.Event, found: list[int]) -> None:
    while not done.wait(1):
        size = 0
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):
                size += path.stat().st_size
        found.append(size)


def peak() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


class Counted:
    """How many pairs are compared, and seconds of that."""

    def __init__(self) -> None:
        self.pairs, self.seconds = 0, 0.0
        families.is_same = families_outofcore.is_same = self.compare

    def compare(self, first: Own, second: Own) -> bool:
        self.pairs += 1
        begun = time.thread_time()
        same = is_same(first, second)
        self.seconds += time.thread_time() - begun
        return same


def print_bytes_a_link(number: int) -> None:
    rng = random.Random(7)
    tracemalloc.start()
    links = _Links()
    for _ in range(number):
        links.add(*(rng.randrange(1 << 40) for _ in range(4)))
    held, _ = tracemalloc.get_traced_memory()
    links.joined()
    _, most = tracemalloc.get_traced_memory()
    print(f"{held / number:.0f} bytes a link, {most / number:.0f} at the end")


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("rows", type=int)
    parser.add_argument("--table")
    parser.add_argument("--at-once", action="store_true")
    parser.add_argument("--links", action="store_true")
    asked = parser.parse_args()
    if asked.links:
        print_bytes_a_link(asked.rows)
        return
    frames = Timed(quotations(asked.rows))
    if asked.table:
        wanted = pl.scan_parquet(asked.table).select(FAMILY_COLUMNS).head(asked.rows)
        frames = Timed(wanted.collect_batches(chunk_size=ROWS, maintain_order=True))
    done, sizes, digest, rows = threading.Event(), [0], blake2b(digest_size=4), 0
    counted, before, begun = Counted(), peak(), time.process_time()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        watching = threading.Thread(target=most_on_disk, args=(folder, done, sizes))
        watching.start()
        for column in at_once(frames) if asked.at_once else by_shares(frames, folder):
            rows += len(column)
            for family in column:
                digest.update(family.encode())
        done.set()
        watching.join()
    seconds = time.process_time() - begun - frames.seconds
    print(
        f"{rows} quotations: {seconds:.1f} CPU s, {peak()} MiB ({before} before), "
        f"{round(max(sizes) / 1e6)} MB on the disk, {counted.pairs} pairs "
        f"compared in {counted.seconds:.1f} CPU s, families {digest.hexdigest()}"
    )


if __name__ == "__main__":
    main()
