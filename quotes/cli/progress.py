"""A progress bar on a terminal's stderr: articles, quotations, rate, time left."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.cli.messages import say

if TYPE_CHECKING:
    from quotes.articles import Input


class Progress:
    """What a run tells as it goes on; this one counts, and keeps it to itself."""

    def __init__(self) -> None:
        self.articles = 0
        self.quotations = 0

    def read(self, count: int) -> None:
        """So many bytes more were read."""

    def begun(self) -> None:
        """One article more was read."""

    def done(self, quotations: int) -> None:
        """One article more is done, with so many quotations in it."""
        self.articles += 1
        self.quotations += quotations

    def tell(self, message: str) -> None:
        """Write a line for people."""
        say(message)


@contextmanager
def progress(inputs: "list[Input]", *, quiet: bool = False) -> Iterator[Progress]:
    """Show a progress bar, if stderr is a terminal.

    Args:
        inputs: What will be read; the sizes of its files are the measure of what is left.
        quiet: Show none.

    Yields:
        What is to be told how the run goes on.
    """
    if quiet or not sys.stderr.isatty():
        yield Progress()
        return
    from quotes.cli.bar import Bar

    with Bar(total_bytes(inputs)) as bar:
        yield bar


def total_bytes(inputs: "list[Input]") -> int | None:
    """The size of all there is to read; None where it isn't known, as on standard input.

    Args:
        inputs: What will be read.
    """
    try:
        return sum(_size(item.name) for item in inputs if item.problem is None)
    except OSError:
        return None


def _size(name: str) -> int:
    if name == "-":
        raise OSError("standard input has no size")
    return Path(name).stat().st_size
