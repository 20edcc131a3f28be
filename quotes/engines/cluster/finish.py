"""From blocks to the table: who is who across them, and the files that come out.

What is found out here goes back to the rows by a join over the blocks: tasks of the cluster write
each a part of the table, given who the speakers of its own articles are and no more.
"""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import chain, islice
from typing import Any

import polars as pl

from quotes.engines.cluster.extractor import parquet
from quotes.engines.cluster.job import QUOTES, WORK, Job
from quotes.engines.cluster.parts import NOTHING, Parts, block_frames
from quotes.engines.cluster.run import processors
from quotes.engines.cluster.store import Store
from quotes.errors import QuotesError
from quotes.identify import Families, Identities, Registry
from quotes.identify.resolution import Place
from quotes.identify.spilled import Spilled
from quotes.table import PROBLEMS, problem_row
from quotes.table import QUOTES as QUOTE_COLUMNS

PART_ROWS = 50_000
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of the table that is to be written, or was.

    Attributes:
        number: Its place in the table.
        blocks: Places of the blocks whose rows it has.
        rows: How many.
    """

    number: int
    blocks: range
    rows: int

    @property
    def file(self) -> str:
        """Its path below the output."""
        return f"quotes/part-{self.number:05}.parquet"


def planned(heights: Sequence[int], *, rows: int = PART_ROWS) -> list[Part]:
    """Which blocks make which part.

    Args:
        heights: The rows of each block.
        rows: A part is closed when it has so many.

    Returns:
        The parts, at least one.
    """
    found: list[Part] = []
    start = height = 0
    for place, count in enumerate(heights):
        height += count
        if height >= rows:
            found.append(Part(number=len(found), blocks=range(start, place + 1), rows=height))
            start, height = place + 1, 0
    if start < len(heights) or not found:
        blocks = range(start, len(heights))
        found.append(Part(number=len(found), blocks=blocks, rows=height))
    return found


def write_parts(
    parts: Parts,
    places: Spilled[list[Place]],
    families: Families,
    who: Identities,
    job: Job,
    *,
    rows: int = PART_ROWS,
) -> list[tuple[Part, str]]:
    """Write the table's parts, on the cluster this process is connected to.

    Args:
        parts: The blocks.
        places: Of each block the speakers that its articles mention, from `Parts.mentions`.
        families: The quote family of every row.
        who: Who the speakers are.
        job: What made it.
        rows: How many rows a part has, about.

    Returns:
        The parts, each with the SHA-256 of its file.

    Raises:
        QuotesError: One can't be written.
    """
    import ray
    from ray.exceptions import RayError

    task = ray.remote(num_cpus=1, max_retries=-1)(_write_part)
    plan = planned(parts.heights, rows=rows)
    most = 2 * processors()
    running: deque[Any] = deque()
    hashes: list[str] = []
    try:
        for part, arguments in _arguments(parts, places, families, who, job, plan):
            running.append(task.remote(part.file, *arguments))
            if len(running) >= most:
                hashes.append(ray.get(running.popleft()))
        hashes += ray.get(list(running))
    except RayError as error:
        raise QuotesError(f"can't write the table: {error}".splitlines()[0]) from error
    return list(zip(plan, hashes, strict=True))


def write_rest(
    parts: Parts,
    written: Sequence[tuple[Part, str]],
    job: Job,
    *,
    about: dict[str, Any],
) -> None:
    """Write the problems, then the manifest, with which the output is complete; clear up.

    Args:
        parts: The blocks.
        written: The parts written.
        job: What made it.
        about: What the manifest is to tell besides.

    Raises:
        QuotesError: It can't be written.
    """
    rows = [problem_row(problem) for problem in parts.problems]
    problems = parquet(pl.DataFrame(rows, schema=PROBLEMS, orient="row"), job.metadata)
    job.store.write("problems.parquet", problems)
    manifest = {
        "made_by": job.made_by,
        "articles": parts.articles,
        "rows": sum(part.rows for part, _ in written),
        "lost": sum(problem.lost for problem in parts.problems),
        "parts": [
            {
                "file": part.file,
                "rows": part.rows,
                "sha256": digest,
                "blocks": [parts.digests[place] for place in part.blocks],
            }
            for part, digest in written
        ],
        "problems": {
            "file": "problems.parquet",
            "rows": len(rows),
            "sha256": sha256(problems).hexdigest(),
        },
        **about,
    }
    job.store.write(MANIFEST, f"{json.dumps(manifest, indent=1)}\n".encode())
    job.store.remove(WORK)


def _arguments(
    parts: Parts,
    places: Spilled[list[Place]],
    families: Families,
    who: Identities,
    job: Job,
    plan: Sequence[Part],
) -> Iterator[tuple[Part, tuple[Any, ...]]]:
    """For each part what its task is given: of all that is known, what concerns its rows."""
    start = 0
    of_blocks = places.take(0)
    for part in plan:
        blocks = [(parts.digests[n], parts.dropped.get(n, NOTHING)) for n in part.blocks]
        own = families.slice(start, part.rows)
        start += part.rows
        here = chain.from_iterable(islice(of_blocks, len(part.blocks)))
        yield part, (job.store, job.metadata, blocks, own, _concerning(list(here), who))


def _concerning(places: Sequence[Place], who: Identities) -> Identities:
    """Who the speakers of some articles are, and nothing about others."""
    ids, names = who.resolution.ids, who.resolution.names
    own = replace(
        who.resolution,
        ids={place: ids[place] for place in places if place in ids},
        names={place: names[place] for place in places if place in names},
        links=(),
        suggestions=(),
        merged={},
        people={},
        touched=frozenset(),
    )
    return Identities(own, Registry())


def _write_part(
    file: str,
    store: Store,
    metadata: dict[str, str],
    blocks: Sequence[tuple[str, frozenset[str]]],
    families: pl.Series,
    who: Identities,
) -> str:
    table = pl.concat([QUOTE_COLUMNS.to_frame(), *block_frames(store, QUOTES, blocks)])
    data = parquet(who.applied(table).with_columns(families), metadata)
    store.write(file, data)
    return sha256(data).hexdigest()
