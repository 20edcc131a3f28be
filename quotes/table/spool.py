"""Rows of a table kept until all are known, in bounded memory."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import polars as pl

from quotes.table.rows import Row

PART_CHARS = 32_000_000
PART_ROWS = 50_000


class Spool:
    """Rows of one table: the newest in memory, the older in files of a temporary folder.

    What needs all rows, such as quote families, comes before the first can be written. A table
    that fits into one part never touches the disk.

    Args:
        schema: The table's columns.
        part_rows, part_chars: How much is held in memory, at most.
    """

    def __init__(
        self, schema: pl.Schema, *, part_rows: int = PART_ROWS, part_chars: int = PART_CHARS
    ) -> None:
        self.schema = schema
        self._part_rows = part_rows
        self._part_chars = part_chars
        self._rows: list[Row] = []
        self._chars = 0
        self._parts: list[Path] = []
        self._folder: TemporaryDirectory[str] | None = None
        self._height = 0

    def __len__(self) -> int:
        return self._height

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.clear()
        self._parts.clear()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows at the end.

        Args:
            rows: Dicts with the schema's columns.
        """
        for row in rows:
            self._rows.append(row)
            self._height += 1
            self._chars += sum(len(value) for value in row.values() if isinstance(value, str))
            if len(self._rows) >= self._part_rows or self._chars >= self._part_chars:
                self._put_away()

    def frames(self) -> Iterator[pl.DataFrame]:
        """All rows, in order, part by part; may be asked for more than once."""
        for part in self._parts:
            yield pl.read_ipc(part)
        if self._rows:
            yield self._frame()

    def columns(self, names: Sequence[str]) -> pl.DataFrame:
        """Some columns of all rows, at once.

        Args:
            names: The columns.
        """
        parts = [pl.read_ipc(part, columns=list(names)) for part in self._parts]
        return pl.concat([*parts, self._frame().select(names)])

    def _frame(self) -> pl.DataFrame:
        return pl.DataFrame(self._rows, schema=self.schema, orient="row")

    def _put_away(self) -> None:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="quotes-")
        part = Path(self._folder.name) / f"{len(self._parts):08}.arrow"
        self._frame().write_ipc(part, compression="zstd")
        self._parts.append(part)
        self._rows, self._chars = [], 0
