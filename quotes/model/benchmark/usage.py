"""What some work costs in a process of its own: CPU seconds, time, and memory at its peak.

CPU seconds are what is compared: they depend little on what else the machine does meanwhile.
"""

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from quotes.errors import QuotesError

Work = Callable[[str, int, str], None]
"""Does something with a corpus's file, in so many processes, with a model; must be importable."""


class Usage(NamedTuple):
    """What a process and its workers used.

    Attributes:
        cpu: CPU seconds of all of them, starting and loading included.
        wall: Seconds from start to end.
        peak_mb: The most memory that one of them held, in millions of bytes.
    """

    cpu: float
    wall: float
    peak_mb: float


def measure(work: Work, path: str, *, jobs: int = 1, model: str) -> Usage:
    """Do some work in a fresh process and see what it uses.

    Args:
        work: What to do.
        path: The corpus's file.
        jobs: How many processes it may use.
        model: A spaCy pipeline, by package name or path.

    Returns:
        What it used.

    Raises:
        QuotesError: It failed.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measured, args=(theirs, work, path, jobs, model))
    process.start()
    theirs.close()
    try:
        outcome = ours.recv()
    except EOFError:
        process.join()
        raise QuotesError(
            f"the process that was to be timed died (exit status {process.exitcode})"
        ) from None
    except BaseException:
        process.terminate()
        raise
    finally:
        ours.close()
    process.join()
    if isinstance(outcome, str):
        raise QuotesError(f"what was to be timed failed: {outcome}")
    return Usage(*outcome)


def _measured(line: Connection, work: Work, path: str, jobs: int, model: str) -> None:
    start = time.perf_counter()
    try:
        work(path, jobs, model)
    except Exception as error:
        line.send(f"{type(error).__name__}: {error}")
        return
    line.send((cpu_seconds(), time.perf_counter() - start, peak_memory() / 1e6))


def cpu_seconds() -> float:
    """CPU seconds of this process since its start, and of its workers that have ended."""
    with suppress(ImportError):
        import resource

        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return sum(one.ru_utime + one.ru_stime for one in used)
    return time.process_time()


def peak_memory() -> int:
    """The most bytes that this process, or one of its workers that have ended, held at once."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    return max(children, _own_peak() or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)


def _own_peak() -> int:
    # Where there is /proc: the other counter begins with what the parent held as it started this.
    with suppress(OSError, StopIteration, ValueError):
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM:")).split()[1]) * 1024
    return 0
