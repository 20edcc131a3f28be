"""Bounds on what one article may take, so that no article can keep a run from its end."""

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

MAX_SECONDS = 600.0
"""The longest text that is read, a million characters, takes about a minute."""

MAX_GROWTH = 6 << 30
"""How many bytes a worker may grow by; the longest text that is read takes about half of it."""


class TimeUp(BaseException):
    """An article took too long. No `Exception`, lest a library's own handler swallow it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeUp` in the block if it lasts longer.

    It does so wherever Python code runs, and in a regular expression. It does nothing outside
    the main thread, and on systems without alarms (Windows).

    Args:
        seconds: How long it may last.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() != threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def or_die(seconds: float) -> Iterator[None]:
    """End this process if the block lasts longer, even in native code that never returns.

    Args:
        seconds: How long it may last.
    """
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def limit_growth(size: int = MAX_GROWTH) -> None:
    """Let this process have only so much more memory than now, where the system can see to it.

    Args:
        size: How many bytes.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        limit = pages * resource.getpagesize() + size
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most == resource.RLIM_INFINITY or limit < most:
            resource.setrlimit(resource.RLIMIT_AS, (limit, most))


def _time_up(number: int, frame: FrameType | None) -> NoReturn:
    raise TimeUp
