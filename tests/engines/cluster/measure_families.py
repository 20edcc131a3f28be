"""Time and memory of quote families on synthetic quotations, as the driver of a cluster runs them.

python tests/engines/cluster/measure_families.py 1000000     # prints seconds and peak memory

Of the quotations two in five are direct, the others indirect, which are compared as wholes only;
one in twenty is another one again, half of those with a word changed.
"""

import random
import resource
import sys
import time

import polars as pl

from quotes.identify import family_ids

WORDS = 30_000


def quotations(number: int) -> pl.DataFrame:
    """Words by Zipf's law, 5 to 50 a quotation."""
    rng = random.Random(7)
    known: list[str] = []
    rows = []
    for n in range(number):
        if known and rng.random() < 0.05:
            words = rng.choice(known).split()
            if rng.random() < 0.5:
                words[rng.randrange(len(words))] = f"w{rng.randrange(WORDS)}"
        else:
            words = [f"w{int(WORDS ** rng.random())}" for _ in range(rng.randrange(5, 50))]
        text = " ".join(words)
        if len(known) < 10_000:
            known.append(text)
        rows.append(
            (
                f"{n:020x}",
                "direct" if n % 5 < 2 else "indirect",
                f"“{text}”" if n % 5 < 2 else text,
                f"p-{n % 997}",
            )
        )
    columns = ["quote_id", "quote_type", "quote", "speaker_id"]
    return pl.DataFrame(rows, schema=columns, orient="row")


if __name__ == "__main__":
    table = quotations(int(sys.argv[1]))
    begun = time.process_time()
    count = family_ids(table).n_unique()
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(table.height, round(seconds, 1), round(peak), count)
