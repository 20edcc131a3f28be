"""Draws links between articles at random, and the most quoted people, for somebody to read.

python tests/identify/draw_links.py TABLE [NUMBER [SEED]]

TABLE is a quote table (Parquet) as extraction made it. Prints how many speakers there are, the
seconds of the processor and the peak of memory that telling them apart took; then NUMBER links
with what is known of both sides, and as many of the most quoted people with their names.
"""

import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator

import polars as pl

from quotes.identify import Identities, identify
from quotes.identify.identities import COLUMNS
from quotes.identify.mentions import speakers_of


def report(path: str, number: int, seed: int) -> Iterator[str]:
    """The lines to print."""
    frame = pl.read_parquet(path, columns=list(COLUMNS))
    before = time.process_time()
    who = identify(frame.iter_rows(named=True))
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said: defaultdict[str, dict[str, dict[str, object]]] = defaultdict(dict)
    quotes: Counter[str] = Counter()
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in frame.iter_rows(named=True):
        for (found, name), (head, _, _) in zip(speakers_of(row), who.each(row), strict=True):
            said[found].setdefault(row["article_id"], row)
            quotes[head] += 1
            names[head][name] += 1
    people = sum(one.startswith("p-") for one in quotes)
    yield f"{frame.height} rows, {len(quotes)} speakers, {people} people"
    yield f"{seconds:.1f} s of the processor, {peak:.0f} MB with the table"
    links = sorted(kept.link for kept in who.registry.links.values())
    yield f"{len(links)} links, {number} of them:"
    for link in random.Random(seed).sample(links, min(number, len(links))):
        yield f"\n{link.score} {'; '.join(link.reasons)}"
        yield from (f"  {_side(who, side, said)}" for side in (link.a, link.b))
    yield "\nthe most quoted:"
    found = [one for one, _ in quotes.most_common() if one.startswith("p-")][:number]
    yield from (f"{quotes[one]} {one} {dict(names[one].most_common(6))}" for one in found)


def _side(who: Identities, node_id: str, said: dict[str, dict[str, dict[str, object]]]) -> str:
    node = who.registry.nodes[node_id]
    rows = list(said[node.found or node_id].values())
    titles = [f"{row['outlet']} {row['published']} {row['title']}" for row in rows[:2]]
    roles = sorted({str(row["speaker_role"]) for row in rows if row["speaker_role"]})[:3]
    return f"{node.name} ({node.articles} articles): {roles}; {titles}"


if __name__ == "__main__":
    path, *rest = sys.argv[1:]
    number, seed = (*map(int, rest), *(50, 2026)[len(rest) :])
    print(*report(path, number, seed), sep="\n")
