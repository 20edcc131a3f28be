"""The progress bar itself, by rich, which Typer brings along."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from quotes.cli.messages import as_line
from quotes.cli.progress import Progress


class Bar(Progress):
    """Articles, quotations, rate, and the time left where it can be told.

    Args:
        total: How many bytes there are to read; None where nobody knows.
    """

    def __init__(self, total: int | None) -> None:
        super().__init__()
        self._bar = RichProgress(
            BarColumn(bar_width=24),
            TextColumn("{task.description}"),
            *([TextColumn("left"), TimeRemainingColumn()] if total else []),
            console=Console(stderr=True),
        )
        self._task = self._bar.add_task(_summary(0, 0, 0.0), total=total)
        self._bytes = self._begun = 0

    def __enter__(self) -> "Bar":
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._bar.update(self._task, completed=self._bar.tasks[0].total or self._bytes)
        self._bar.stop()

    def read(self, count: int) -> None:
        """So many bytes more were read."""
        self._bytes += count

    def begun(self) -> None:
        """One article more was read."""
        self._begun += 1

    def done(self, quotations: int) -> None:
        """One article more is done, with so many quotations in it."""
        super().done(quotations)
        elapsed = self._bar.tasks[0].elapsed or 0.0
        self._bar.update(
            self._task,
            # Reading runs ahead of the work; what counts is the share that is done.
            completed=self._bytes * self.articles / max(self._begun, 1),
            description=_summary(self.articles, self.quotations, elapsed),
        )

    def tell(self, message: str) -> None:
        """Write a line for people, above the bar."""
        self._bar.console.out(as_line(message), highlight=False)


def _summary(articles: int, quotations: int, seconds: float) -> str:
    rate = articles / seconds if seconds else 0.0
    return f"{articles:,} articles  {quotations:,} quotations  {rate:.1f} articles/s"
