"""How fast a large index answers: made up, filled and timed.

``quotes benchmark --index N`` calls `run`; a test marked ``long`` holds its figures to the limits
below.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from quotes.index import runs
from quotes.index.errors import NoIndexError
from quotes.index.facade import Index
from quotes.index.generate import QUOTES_PER_ARTICLE, World, entries, make_world
from quotes.index.open import open_index
from quotes.index.types import Search
from quotes.index.write import Batch

LIMITS = {
    "phrase, speaker and dates": 0.050,
    "facets of that": 0.200,
    "facets of a common word": 0.200,
    "facets of everything": 0.200,
    "speaker's page": 0.100,
    "1,000 articles' rows added": 5.0,
}
"""Seconds that 95 of 100 questions may take; for what is added, the whole."""

BATCH = 2_000


class Timing(NamedTuple):
    """How long one kind of question takes, in seconds.

    Attributes:
        what: What was asked.
        median, p95: Of the time that passed.
        cpu: 95 of 100 took no more of the processor's time; what passed on a machine that had
            nothing else to do.
        limit: What ``p95`` should be, at most.
    """

    what: str
    median: float
    p95: float
    cpu: float
    limit: float | None


def run(
    quotations: int, *, at: str | None = None, rounds: int = 40, tell: Callable[[str], None]
) -> tuple[int, list[Timing]]:
    """Make an index, or take one that was made before, and time it.

    Args:
        quotations: How many quotations it should have, about.
        at: Where it is or is to be kept; by default it is made for this once.
        rounds: How many questions of each kind.
        tell: Called with what goes on.

    Returns:
        How many quotations it had, and each kind's figures.

    Raises:
        QuotesError: It can't be written.
    """
    if at is None:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "benchmark.db")
            return run(quotations, at=path, rounds=rounds, tell=tell)
    try:
        with open_index(at) as index:
            found = index.stats().quotations
    except NoIndexError:
        found = 0
    with open_index(at, create=True) as index:
        if not found:
            tell(f"making up {quotations:,} quotations, which takes minutes where it is a million")
            fill(index, quotations)
            found = index.stats().quotations
        tell(f"timing {rounds} questions of each kind over {found:,} quotations")
        return found, list(measure(index, rounds=rounds))


def fill(index: Index, quotations: int, *, seed: int = 1) -> None:
    """Fill an index with made-up articles.

    Args:
        index: The index, open for writing.
        quotations: How many quotations, about.
        seed: Another seed gives other articles.

    Raises:
        QuotesError: It can't be written.
    """
    made = entries(quotations // QUOTES_PER_ARTICLE, world=make_world(), seed=seed)
    run = runs.begin(index.database, inputs=["made up"])
    while batch := list(islice(made, BATCH)):
        # Their families are made up with them; finding them is measured in what is added later.
        index.add(Batch(run=run, entries=batch, families=False))
    runs.finish(index.database, run)


def measure(index: Index, *, rounds: int = 40) -> Iterator[Timing]:
    """Time the questions that reporters ask, over an index that `fill` made.

    Args:
        index: The index, open for writing: the last thing timed is adding to it.
        rounds: How many questions of each kind, all different.

    Yields:
        Each kind's figures.
    """
    world, random = make_world(), Random(9)
    searches = [_search(index, random, n) for n in range(rounds)]
    speakers = [search.speaker[0] for search in searches]
    words = world.words
    outlets = [count.value for count in index.counts(Search(), "outlet")]
    questions: dict[str, Callable[[int], object]] = {
        "phrase, speaker and dates": lambda n: index.search(searches[n]),
        "facets of that": lambda n: index.facets(searches[n]),
        "a common word": lambda n: index.search(Search(words=words[n])),
        "facets of a common word": lambda n: index.facets(Search(words=words[n])),
        "a phrase": lambda n: index.search(Search(words=f'"{words[n]} {words[n // 4]}"')),
        "a word and a speaker": lambda n: index.search(
            Search(words=words[n], speaker=(speakers[n],))
        ),
        "newest": lambda n: index.search(Search(page=n + 1)),
        "an outlet, statements only": lambda n: index.search(
            Search(outlet=(outlets[n % len(outlets)],), cue_class=("statement",))
        ),
        "facets of everything": lambda n: index.facets(Search()),
        "speaker's page": lambda n: _page(index, speakers[n]),
        "suggestions": lambda n: index.suggest(speakers[n][2 : 4 + n % 3]),
        "did you mean": lambda n: index.match_name(_slip(index, speakers[n])),
        "most relevant of a rare word": lambda n: index.search(
            Search(words=words[500 + n], sort="relevance")
        ),
    }
    for what, ask in questions.items():
        times = [_timed(ask, n) for n in range(rounds)]
        passed, worked = sorted(one for one, _ in times), sorted(one for _, one in times)
        at = min(rounds - 1, int(0.95 * rounds))
        yield Timing(what, passed[rounds // 2], passed[at], worked[at], LIMITS.get(what))
    yield _adding(index, world)


def as_dict(quotations: int, timings: Sequence[Timing]) -> dict[str, object]:
    """The figures for a JSON file, in seconds.

    Args:
        quotations: How many quotations the index had.
        timings: From `run`.
    """
    return {"quotations": quotations, "timings": [timing._asdict() for timing in timings]}


def report(timings: Sequence[Timing]) -> str:
    """The figures as a Markdown table.

    Args:
        timings: From `run`.
    """
    lines = ["| | median | 95 of 100 | processor | limit |", "|---|---|---|---|---|"]
    for timing in timings:
        limit = f"{timing.limit * 1000:,.0f} ms" if timing.limit else ""
        times = (timing.median, timing.p95, timing.cpu)
        told = " | ".join(f"{seconds * 1000:,.1f} ms" for seconds in times)
        lines.append(f"| {timing.what} | {told} | {limit} |")
    return "\n".join(lines) + "\n"


def _search(index: Index, random: Random, number: int) -> Search:
    """A phrase that one of the most quoted speakers did use, within some years."""
    speaker = index.speakers(kinds=["person"], limit=1, offset=number)[0].speaker_id
    row = random.choice(index.search(Search(speaker=(speaker,), size=200)).rows)
    spoken = row["quote"].split()
    at = random.randrange(len(spoken) - 1)
    return Search(
        words=f'"{spoken[at]} {spoken[at + 1]}"',
        speaker=(speaker,),
        since=row["published"] - timedelta(days=5 * 365),
        until=row["published"],
    )


def _page(index: Index, speaker: str) -> None:
    """What the page of a speaker asks for."""
    index.speaker(speaker)
    index.search(Search(speaker=(speaker,)))
    index.facets(Search(speaker=(speaker,)))
    index.companions(speaker)


def _slip(index: Index, speaker: str) -> str:
    name = index.speaker(speaker).row.speaker
    return f"{name[:3]}{name[4:]}"


def _timed(ask: Callable[[int], object], number: int) -> tuple[float, float]:
    start, worked = time.perf_counter(), time.process_time()
    ask(number)
    return time.perf_counter() - start, time.process_time() - worked


def _adding(index: Index, world: World) -> Timing:
    what = "1,000 articles' rows added"
    # What is loaded once, whatever is added, is no part of it.
    index.add(Batch(run=1, entries=list(entries(20, world=world, seed=-1))))
    # Others than those that an earlier measurement added.
    seed = -index.stats().articles
    batch = Batch(run=1, entries=list(entries(1_000, world=world, seed=seed)))
    passed, worked = _timed(lambda _: index.add(batch), 0)
    return Timing(what, passed, passed, worked, LIMITS[what])
