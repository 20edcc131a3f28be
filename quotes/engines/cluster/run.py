"""Stages 1 and 2 by Ray Data: tasks read, a pool of actors works, and each block's files appear.

What the driver gets back is a line a block. That a machine dies, and its blocks are done again
elsewhere, loses and doubles nothing, since a block's files are named by what is in it: a second
time writes the same. Whatever Ray gave back, `extract_blocks` checks that no block is missing.
"""

import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.articles import Input
from quotes.engines.cluster.blocks import ARTICLES, CHARS, blocks, shares
from quotes.engines.cluster.extractor import Extractor
from quotes.engines.cluster.job import Job
from quotes.errors import QuotesError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

READER_CPUS = 0.1
"""What a task that reads reserves; it takes less than a hundredth of the work's time."""

ACTOR_CPUS = 0.45
"""What an actor reserves. There is one a processor, which takes all of it; the other half is for
those of a machine that dies, which must find room elsewhere before their work can go on."""


_ERROR = re.compile(r"^((?:[\w.]*\.)?)\w*(?:Error|Exception): (.+)$", re.M)


class BlockDone(NamedTuple):
    """A block that is done: where it stands in the inputs, and who did it.

    Attributes:
        share, number: Its share, and its place there.
        last: Whether the share ends with it.
        digest: Its hash.
        articles, rows: How many there are in it; 0 where it was done by an earlier run.
        seconds: How long it took.
        actor: The machine and process; empty where it was done by an earlier run.
    """

    share: int
    number: int
    last: bool
    digest: str
    articles: int
    rows: int
    seconds: float
    actor: str


@contextmanager
def connected(address: str | None) -> Iterator[None]:
    """Be connected to a cluster; one that was before stays so.

    Args:
        address: Of the cluster; by default what ``RAY_ADDRESS`` says, else this machine's own.

    Yields:
        Nothing.

    Raises:
        UsageError: Ray is not installed.
        QuotesError: There is no such cluster.
    """
    # Unless somebody wants it: nothing is told to anybody.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
    except ImportError as error:
        raise UsageError(
            "the engine ray is not installed: pip install 'quotes-index[ray]'"
        ) from error
    if ray.is_initialized():
        yield
        return
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, ValueError, RuntimeError) as error:
        where = f"the cluster at {address!r}" if address else "a cluster"
        raise QuotesError(f"can't reach {where}: {' '.join(str(error).split())[:200]}") from error
    try:
        yield
    finally:
        ray.shutdown()


def processors() -> int:
    """How many the cluster has that this process is connected to."""
    import ray

    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def extract_blocks(
    sources: Sequence[Input],
    job: Job,
    *,
    actors: int = 0,
    known: frozenset[str] = frozenset(),
    on_block: Callable[[BlockDone], None],
    articles: int = ARTICLES,
    chars: int = CHARS,
) -> list[BlockDone]:
    """Work on all blocks of the inputs, on the cluster this process is connected to.

    Args:
        sources: What to read.
        job: How.
        actors: How many processes work at once; 0 is one a processor of the cluster.
        known: Digests of blocks that are done.
        on_block: Called with each block as it is done.
        articles, chars: How much a block holds at most.

    Returns:
        All blocks, in the order of the inputs.

    Raises:
        QuotesError: The work broke off, or a block is missing.
    """
    from ray.exceptions import RayError

    read = _readers(shares(sources), known, articles=articles, chars=chars)
    pool = actors or processors()
    found: dict[tuple[int, int], BlockDone] = {}
    try:
        for row in _pipeline(read, job, actors=pool):
            block = BlockDone(**row)
            before = found.setdefault((block.share, block.number), block)
            if before.digest != block.digest:
                raise QuotesError(
                    "an input changed while it was read: leave it alone and add --resume"
                )
            if before is block:
                on_block(block)
    except RayError as error:
        raise QuotesError(f"the work broke off: {_reason(error)}; add --resume") from error
    ordered = [found[place] for place in sorted(found)]
    _check_whole(ordered, len(read))
    return ordered


def _pipeline(
    read: Sequence[Callable[[], Iterator["pa.Table"]]], job: Job, *, actors: int
) -> Iterator[dict[str, Any]]:
    import ray
    from ray.data import ActorPoolStrategy, DataContext

    from quotes.engines.cluster.source import BlockSource

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    # A row is a block of articles, and is to be handed out by itself, however small it is.
    context.target_max_block_size = 1
    # Its remarks are for those who write such programs, not for those who run them.
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    rows = ray.data.read_datasource(
        BlockSource(read), num_cpus=READER_CPUS, override_num_blocks=len(read)
    ).map(
        Extractor,
        fn_constructor_kwargs={"job": job},
        compute=ActorPoolStrategy(min_size=1, max_size=actors, max_tasks_in_flight_per_actor=2),
        num_cpus=1,
    )
    yield from rows.iter_rows()


def _readers(
    every: Sequence[Sequence[Input]], known: frozenset[str], *, articles: int, chars: int
) -> list[Callable[[], Iterator["pa.Table"]]]:
    return [
        partial(read_share, number, share, known, articles=articles, chars=chars)
        for number, share in enumerate(every)
    ]


def read_share(
    number: int, sources: Sequence[Input], known: frozenset[str], *, articles: int, chars: int
) -> Iterator["pa.Table"]:
    """Read a share as tables of one row, a block each.

    Args:
        number: The share's number.
        sources: Its files.
        known: Digests of blocks that need no more work.
        articles, chars: How much a block holds at most.

    Yields:
        The tables.
    """
    import pyarrow as pa

    schema = pa.schema(
        {
            "share": pa.int64(),
            "number": pa.int64(),
            "last": pa.bool_(),
            "digest": pa.string(),
            "items": pa.large_binary(),
        }
    )
    for block in blocks(number, sources, articles=articles, chars=chars):
        digest = block.digest
        row = {
            "share": block.share,
            "number": block.number,
            "last": block.last,
            "digest": digest,
            "items": None if digest in known else block.packed(),
        }
        yield pa.Table.from_pylist([row], schema=schema)


def _check_whole(ordered: Sequence[BlockDone], number_of_shares: int) -> None:
    """Trust nobody: each share has its blocks without a gap, up to the one that says it is last."""
    complete = {block.share for block in ordered if block.last}
    follows = all(
        (b.share, b.number) == ((a.share + 1, 0) if a.last else (a.share, a.number + 1))
        for a, b in pairwise(ordered)
    )
    starts = not ordered or (ordered[0].share, ordered[0].number) == (0, 0)
    if len(complete) != number_of_shares or not follows or not starts:
        raise QuotesError("some blocks were not done: add --resume to do them")


def _reason(error: Exception) -> str:
    """One line of Ray's many: the error's own, of this package where there is one."""
    told = _ERROR.findall(str(error))
    own = [text for module, text in told if module.startswith("quotes.")]
    found = own or [text for _, text in told]
    return (found[-1] if found else f"{error}".strip().partition("\n")[0])[:300]
