"""Stages 1 and 2 on this machine's cores, with results in the order of the articles."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from itertools import chain

from quotes.engines.limits import MAX_SECONDS
from quotes.engines.pool import Result, WorkerPool
from quotes.engines.work import Load, attempt, load_extract
from quotes.errors import UsageError
from quotes.types import Article, Attribution, Problem

BATCH_ARTICLES = 32
BATCH_CHARS = 60_000

Found = tuple[Article, list[Attribution]]

Known = Callable[[Article], list[Attribution] | None]
"""What was found in an article before, or None where it is still to be worked on."""

_Batch = list[tuple[Article, list[Attribution] | None]]
_Pending = tuple[_Batch, list[Article], "Future[list[Result]] | None"]


def nothing_known(article: Article) -> None:
    """What is known at the start of a new run.

    Args:
        article: Any article.
    """


def extract_articles(
    articles: Iterable[Article],
    *,
    model: str,
    jobs: int = 1,
    on_problem: Callable[[Problem], None],
    known: Known = nothing_known,
    max_seconds: float = MAX_SECONDS,
    load: Load = load_extract,
) -> Generator[Found, None, None]:
    """Find the attributions of many articles.

    Memory is bounded: at most some batches per process are under way. The result does not depend
    on the number of processes.

    Args:
        articles: The articles; taken only as fast as they are worked on.
        model: A spaCy pipeline, by package name or path.
        jobs: How many processes; 1 works in this one, 0 uses all cores.
        on_problem: Called with each article that can't be processed; the rest goes on.
        known: Asked for each article, so that what is done already isn't done again.
        max_seconds: How long one article may take; one that takes longer is a problem.
        load: Makes the function that does the work; tests give one of their own.

    Yields:
        Each article that could be processed and what was found in it, in the order given.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
        UsageError: ``jobs`` is negative, or ``max_seconds`` not positive.
        QuotesError: Worker processes can't be started.
    """
    workers = _workers(jobs)
    if not max_seconds > 0:
        raise UsageError(f"max_seconds must be more than 0, not {max_seconds:g}")
    batches = _batches(articles, known)
    first = next(batches, [])
    second = next(batches, []) if workers > 1 else []
    batches = chain([first, second], batches)
    # What fits into one batch is done before a second process has started.
    results = (
        _pooled(batches, model, workers, load, max_seconds)
        if second
        else _here(batches, model, load, max_seconds)
    )
    for article, result in results:
        if isinstance(result, Problem):
            on_problem(result)
        else:
            yield article, result


def _workers(jobs: int) -> int:
    if jobs < 0:
        raise UsageError(f"jobs must be 0 (all cores) or more, not {jobs}")
    if jobs:
        return jobs
    # The cores this process may use, where the system can say.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _batches(articles: Iterable[Article], known: Known) -> Iterator[_Batch]:
    batch: _Batch = []
    size = 0
    for article in articles:
        batch.append((article, known(article)))
        size += len(article.text)
        if len(batch) >= BATCH_ARTICLES or size >= BATCH_CHARS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _here(
    batches: Iterable[_Batch], model: str, load: Load, max_seconds: float
) -> Iterator[tuple[Article, Result]]:
    extract = load(model)
    for batch in batches:
        for article, before in batch:
            if before is None:
                yield article, attempt(extract, article, max_seconds=max_seconds)
            else:
                yield article, before


def _pooled(
    batches: Iterable[_Batch], model: str, workers: int, load: Load, max_seconds: float
) -> Iterator[tuple[Article, Result]]:
    with WorkerPool(workers, model=model, load=load, max_seconds=max_seconds) as pool:
        pending: deque[_Pending] = deque()
        for batch in batches:
            todo = [article for article, before in batch if before is None]
            pending.append((batch, todo, pool.submit(todo) if todo else None))
            if len(pending) > 2 * workers:
                yield from _settled(pool, *pending.popleft())
        while pending:
            yield from _settled(pool, *pending.popleft())


def _settled(
    pool: WorkerPool, batch: _Batch, todo: list[Article], future: "Future[list[Result]] | None"
) -> Iterator[tuple[Article, Result]]:
    results = iter(pool.result(todo, future) if future else ())
    for article, before in batch:
        yield article, next(results) if before is None else before
