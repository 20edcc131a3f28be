"""Worker processes that outlive the article that kills one of them."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import Pipe, get_context, resource_tracker
from multiprocessing.connection import Connection
from types import TracebackType

from quotes.engines.limits import limit_growth, or_die
from quotes.engines.work import Extract, Load, attempt, failure
from quotes.errors import QuotesError
from quotes.types import Article, Attribution, Problem

Result = list[Attribution] | Problem


class WorkerPool:
    """Processes that work on batches of articles, each with the model loaded once.

    When one is killed (by the system, for its memory; by a crash in native code), Python gives up
    all work under way in the others too. Each batch of it is then done again in a process of its
    own, and if that dies as well, article by article, so that only the culprit is lost. One that
    hangs in native code, where no time limit reaches it, ends itself, with the same effect.

    Args:
        workers: How many processes.
        model: What ``load`` is given.
        load: Makes the function that does the work.
        max_seconds: How long one article may take.
    """

    def __init__(self, workers: int, *, model: str, load: Load, max_seconds: float) -> None:
        self._many = _Restarting(workers, model, load, max_seconds)
        self._alone = _Restarting(1, model, load, max_seconds)

    def __enter__(self) -> "WorkerPool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Whoever leaves early (Ctrl-C) doesn't wait for the article under way.
        self._many.stop(now=error is not None)
        self._alone.stop(now=error is not None)

    def submit(self, batch: list[Article]) -> "Future[list[Result]]":
        """Start work on a batch.

        Args:
            batch: Articles.
        """
        return self._many.submit(batch)

    def result(self, batch: list[Article], future: "Future[list[Result]]") -> list[Result]:
        """Wait for a batch's results.

        Args:
            batch: The articles submitted.
            future: What `submit` returned for them.

        Returns:
            For each article what was found in it, or its problem.

        Raises:
            ModelError: The model can't be loaded.
            QuotesError: Worker processes can't be started.
        """
        try:
            return _result(future)
        except BrokenProcessPool:
            return self._again(batch)

    def _again(self, batch: list[Article]) -> list[Result]:
        try:
            return _result(self._alone.submit(batch))
        except BrokenProcessPool:
            if len(batch) > 1:
                return [result for article in batch for result in self._again([article])]
        self._check_start()
        return [failure(batch[0], "the process that worked on it was killed, crashed, or hung")]

    def _check_start(self) -> None:
        """Make sure that it was the article, not the way processes are started here."""
        try:
            _result(self._alone.submit([]))
        except BrokenProcessPool as error:
            raise QuotesError(
                "worker processes die as they start: use one job; or, in a script of your own, "
                "call it under if __name__ == '__main__':"
            ) from error


class _Restarting:
    """A process pool that is started when needed, and anew after it broke."""

    def __init__(self, workers: int, model: str, load: Load, max_seconds: float) -> None:
        self._workers = workers
        self._arguments = (model, load, max_seconds)
        self._pool: ProcessPoolExecutor | None = None
        self._line: Connection | None = None

    def submit(self, batch: list[Article]) -> "Future[list[Result]]":
        with _no_interrupts():
            if self._pool is not None:
                try:
                    return self._pool.submit(_work, batch)
                except BrokenProcessPool:
                    self.stop()
            # When this end closes, on purpose or because this process is gone, workers end.
            theirs, self._line = Pipe(duplex=False)
            # Spawned, never forked: the parent may have threads (polars has), and the result
            # must not depend on the system.
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=get_context("spawn"),
                initializer=_start,
                initargs=(theirs, *self._arguments),
            )
            return self._pool.submit(_work, batch)

    def stop(self, *, now: bool = False) -> None:
        if self._pool is None or self._line is None:
            return
        if now:
            self._line.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._line.close()
        self._pool = self._line = None


def _result(future: "Future[list[Result]]") -> list[Result]:
    # Not one long wait: polars' handler of SIGINT (and Windows) would have Ctrl-C wait as long.
    while not wait([future], timeout=0.2).done:
        pass
    return future.result()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Keep Ctrl-C from processes started meanwhile: this one alone decides what it means."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The first process brings this one along, which lets interrupts through once it has started.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# In a worker: its function, or why it has none.
_extract: Extract | QuotesError | None = None
_max_seconds = 0.0


def _start(line: Connection, model: str, load: Load, max_seconds: float) -> None:
    global _extract, _max_seconds
    _max_seconds = max_seconds
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(line,), daemon=True).start()
    try:
        _extract = load(model)
    except QuotesError as error:
        _extract = error
    limit_growth()


def _end_with(line: Connection) -> None:
    line.poll(None)  # nothing is ever sent: this returns when the other end is closed
    os._exit(1)


def _work(batch: list[Article]) -> list[Result]:
    if isinstance(_extract, QuotesError):
        raise _extract
    assert _extract is not None
    return [_attempt(_extract, article) for article in batch]


def _attempt(extract: Extract, article: Article) -> Result:
    # Twice as long as the limit that can be told as what it is.
    with or_die(2 * _max_seconds):
        return attempt(extract, article, max_seconds=_max_seconds)
