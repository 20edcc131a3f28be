"""Rows of a table kept until all are known, in bounded memory."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO

import polars as pl

from quotes.errors import QuotesError
from quotes.table.rows import Row

PART_CHARS = 8_000_000
PART_ROWS = 10_000


class Spool:
    """Rows of one table: the newest in memory, the older in a temporary file.

    What needs all rows, such as quote families, comes before the first can be written. A table
    that fits into one part never touches the disk, and of the file nothing stays, even where the
    process is killed: it has no name.

    Args:
        schema: The table's columns.
        part_rows, part_chars: How much is held in memory, at most.
    """

    def __init__(
        self, schema: pl.Schema, *, part_rows: int | None = None, part_chars: int | None = None
    ) -> None:
        self.schema = schema
        self._part_rows = part_rows or PART_ROWS
        self._part_chars = part_chars or PART_CHARS
        self._rows: list[Row] = []
        self._chars = 0
        self._file: IO[bytes] | None = None
        self._ends = [0]
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
        self._ends = [0]
        if self._file is not None:
            self._file.close()
            self._file = None

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows at the end.

        Args:
            rows: Dicts with the schema's columns.

        Raises:
            QuotesError: They don't fit into memory, and there is no room on the disk.
        """
        for row in rows:
            self._rows.append(row)
            self._height += 1
            self._chars += sum(len(value) for value in row.values() if isinstance(value, str))
            if len(self._rows) >= self._part_rows or self._chars >= self._part_chars:
                self._put_away()

    def frames(self) -> Iterator[pl.DataFrame]:
        """All rows, in order, part by part; may be asked for more than once."""
        for number in range(len(self._ends) - 1):
            yield pl.read_ipc(self._part(number))
        if self._rows:
            yield self._frame()

    def _frame(self) -> pl.DataFrame:
        return pl.DataFrame(self._rows, schema=self.schema, orient="row")

    def _part(self, number: int) -> BytesIO:
        assert self._file is not None
        start, end = self._ends[number : number + 2]
        self._file.seek(start)
        return BytesIO(self._file.read(end - start))

    def _put_away(self) -> None:
        data = BytesIO()
        self._frame().write_ipc(data, compression="zstd")
        try:
            if self._file is None:
                self._file = TemporaryFile(prefix="quotes-", buffering=0)  # noqa: SIM115
            self._file.seek(self._ends[-1])
            rest = data.getbuffer()
            while rest:  # unbuffered, so that nothing is left to write after an error
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            raise QuotesError(
                f"can't keep rows in a temporary file: {error.strerror or error}: set TMPDIR to a "
                "folder with more room"
            ) from error
        self._ends.append(self._file.tell())
        self._rows, self._chars = [], 0
