"""Time and memory of identity on synthetic mentions with a realistic distribution of names.

python -m pytest -m long tests/identify/test_scale.py -s
python tests/identify/test_scale.py 1000000     # prints seconds and peak memory
python tests/identify/test_scale.py 1000000 --by-blocks     # the same, a share at a time
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from math import log
from pathlib import Path

import pytest

from quotes.attribute.firstnames import FEMALE, MALE
from quotes.identify import Mention, Registry, identify_by_blocks, speaker_ids
from quotes.identify.surnames import COMMON_SURNAMES
from quotes.types import Speaker

ROLES = (
    None,
    None,
    "President",
    "senator",
    "chief executive",
    "coach",
    "mayor of Leeds",
    "professor",
)
PER_ARTICLE = 4


def mentions(number: int) -> Iterator[Mention]:
    """People by Zipf's law (each as often as 1/rank); a third of the surnames are common ones."""
    rng = random.Random(7)
    given = sorted(MALE | FEMALE)
    common = sorted(COMMON_SURNAMES)
    people = number // 4
    # The rank of a draw from a distribution like 1/rank is exponential in a uniform draw.
    top = log(people)
    for article in range(number // PER_ARTICLE):
        ranks = {int(2.718281828 ** (rng.random() * top)) for _ in range(PER_ARTICLE)}
        names = [_name(rank, given, common) for rank in ranks]
        keys = [name.lower() for name in names]
        day = 735_000 + rng.randrange(3000)
        around = frozenset(f"w{int(2.718281828 ** (rng.random() * 10))}" for _ in range(16))
        for rank, name in zip(ranks, names, strict=True):
            if rng.random() < 0.15:
                name = name.split()[-1]
            elif rng.random() < 0.05:
                name = name.replace(" ", " Q. ", 1)
            speaker = Speaker(key=name, name=name, kind="person")
            yield Mention(
                article_id=f"a{article}",
                found=speaker_ids(f"a{article}", speaker),
                name=name,
                kind="person",
                roles=tuple(filter(None, [ROLES[rank % len(ROLES)]])),
                outlet=f"o{rng.randrange(200)}",
                day=day,
                company=frozenset(key for key in keys if key != name.lower()),
                setting=around,
                words=frozenset(rng.randrange(2**32) for _ in range(3)),
            )


def _name(rank: int, given: list[str], common: list[str]) -> str:
    rng = random.Random(rank)
    syllables = ("ba", "ren", "mor", "tol", "vik", "san", "del", "hau", "per", "qui", "lo", "gra")
    first = rng.choice(given).title()
    if rank % 3 == 0:
        return f"{first} {rng.choice(common).title()}"
    return f"{first} {''.join(rng.choice(syllables) for _ in range(rng.randrange(2, 5))).title()}"


def measure(number: int) -> tuple[float, float]:
    """Seconds, and the peak of memory in MiB."""
    registry = Registry()
    everything = list(mentions(number))
    before = time.process_time()
    registry.add(everything)
    seconds = time.process_time() - before
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_by_blocks(number: int) -> tuple[float, float]:
    """The same a share of the blocks at a time, the mentions made as they are asked for."""
    making = 0.0

    def made() -> Iterator[Mention]:
        nonlocal making
        source = mentions(number)
        while True:
            began = time.process_time()
            one = next(source, None)
            making += time.process_time() - began
            if one is None:
                return
            yield one

    before = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        identify_by_blocks(made(), folder=Path(folder))
    seconds = time.process_time() - before - making
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.long
def test_time_grows_no_faster_than_n_log_n() -> None:
    sizes = (250_000, 500_000)
    found = [
        subprocess.run(
            [sys.executable, str(Path(__file__)), str(size)],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[2],
        ).stdout
        for size in sizes
    ]
    print(*found, sep="")
    seconds = [float(line.split()[1]) for line in found]
    allowed = sizes[1] * log(sizes[1]) / (sizes[0] * log(sizes[0]))
    assert seconds[1] / seconds[0] < 1.25 * allowed  # a quarter for the machine's noise


if __name__ == "__main__":
    size = int(sys.argv[1])
    found = measure_by_blocks(size) if "--by-blocks" in sys.argv else measure(size)
    print(size, *(round(value, 1) for value in found))
