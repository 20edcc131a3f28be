"""The command `quotes` with a stand-in for the language pipeline, to run as a process."""

import os
import signal
import sys
from functools import reduce
from importlib import import_module
from itertools import count
from pathlib import Path

for folder in Path(__file__).parents[1:3]:
    sys.path.insert(0, str(folder))

from engine_fakes import load_fake  # noqa: E402

from quotes import pipeline  # noqa: E402
from quotes.cli import main  # noqa: E402
from quotes.engines import journal, local  # noqa: E402
from quotes.table import spool  # noqa: E402

pipeline.loader = lambda *, fast: load_fake

journal.FLUSH_SECONDS = float(os.environ.get("FAKE_FLUSH_SECONDS", journal.FLUSH_SECONDS))
local.BATCH_ARTICLES = int(os.environ.get("FAKE_BATCH", local.BATCH_ARTICLES))
spool.PART_ROWS = int(os.environ.get("FAKE_PART_ROWS", spool.PART_ROWS))
pipeline.AT_ONCE = int(os.environ.get("FAKE_AT_ONCE", pipeline.AT_ONCE))


def strike(module, name, at, number):
    """Have this process send itself a signal when a function is called for the so-manieth time."""
    # What runs in the background, tests too, may have these ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    *way, last = name.split(".")
    owner = reduce(getattr, way, import_module(module))
    real, calls = getattr(owner, last), count(1)

    def struck(*arguments, **options):
        if next(calls) == int(at):
            os.kill(os.getpid(), getattr(signal, number))
        return real(*arguments, **options)

    setattr(owner, last, struck)


if __name__ == "__main__":
    if "FAKE_STRIKE" in os.environ:
        strike(*os.environ["FAKE_STRIKE"].split(":"))
    sys.exit(main())
