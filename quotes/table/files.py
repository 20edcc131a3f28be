"""Tables to and from files, by suffix."""

import gzip
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, NamedTuple, cast

import polars as pl

from quotes.errors import QuotesError, ReadError, UsageError
from quotes.table._csv import read_csv, write_csv
from quotes.table._jsonl import read_jsonl, write_jsonl
from quotes.table._parquet import read_parquet, write_parquet
from quotes.table.atomic import clear, replacing
from quotes.table.schema import QUOTES, nullable

STDOUT = "-"


class Format(NamedTuple):
    """How a file's suffix says it is to be read and written."""

    read: Callable[..., pl.DataFrame]
    write: Callable[..., None]
    gzipped: bool = False


FORMATS: dict[str, Format] = {
    ".csv": Format(read_csv, write_csv),
    ".csv.gz": Format(read_csv, write_csv, gzipped=True),
    ".jsonl": Format(read_jsonl, write_jsonl),
    ".jsonl.gz": Format(read_jsonl, write_jsonl, gzipped=True),
    ".parquet": Format(read_parquet, write_parquet),
}


def format_of(path: str | os.PathLike[str]) -> Format:
    """The format of a table file, by its suffix.

    Args:
        path: The file; it need not exist.

    Raises:
        UsageError: The suffix is none of those known.
    """
    name = Path(path).name.lower()
    for suffix in sorted(FORMATS, key=len, reverse=True):
        if name.endswith(suffix) and name != suffix:
            return FORMATS[suffix]
    raise UsageError(
        f"can't tell the format of {os.fspath(path)!r}: its name must end in "
        f"{', '.join(list(FORMATS)[:-1])} or {list(FORMATS)[-1]}"
    )


def check_outputs(outputs: Sequence[str], *, inputs: Iterable[str] = ()) -> None:
    """Refuse, before any work, files that couldn't be written at its end.

    Args:
        outputs: The files to be written; ``-`` is standard output.
        inputs: The files to be read, none of which may be written over.

    Raises:
        UsageError: A suffix is unknown, a folder is missing or may not be written to, or a file
            is named twice or is also an input.
    """
    taken = {os.path.realpath(name) for name in inputs if name != STDOUT}
    seen: set[str] = set()
    for output in outputs:
        key = output if output == STDOUT else os.path.realpath(output)
        if key in seen:
            raise UsageError(f"{output!r} is named as an output twice: name each once")
        if key in taken:
            raise UsageError(f"{output!r} is also an input: name another file for the output")
        seen.add(key)
        if output != STDOUT:
            format_of(output)
            check_place(Path(output))


def check_place(path: Path) -> None:
    """Refuse a file that couldn't be written where it is named.

    Args:
        path: The file.

    Raises:
        UsageError: It is a folder, or its folder is missing or may not be written to.
    """
    folder = path.resolve().parent
    if path.is_dir():
        raise UsageError(f"{str(path)!r} is a folder: name a file in it")
    if not folder.is_dir():
        raise UsageError(f"no such folder {str(folder)!r}: make it first, for {str(path)!r}")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UsageError(
            f"may not write to the folder {str(folder)!r}: choose another for {str(path)!r}"
        )


def write_table(
    frames: Iterable[pl.DataFrame],
    output: str | os.PathLike[str],
    *,
    schema: pl.Schema = QUOTES,
    metadata: Mapping[str, str] | None = None,
) -> None:
    """Write a table in the format of its file's suffix; the file appears whole or not at all.

    Args:
        frames: The table in parts; memory holds one at a time.
        output: The file, or ``-`` for CSV to standard output.
        schema: The table's columns.
        metadata: Where the table comes from, for formats with a place for it (Parquet).

    Raises:
        UsageError: The suffix is unknown.
        QuotesError: The file can't be written.
        BrokenPipeError: Nobody reads standard output any more.
    """
    if output == STDOUT:
        write_stdout(frames, FORMATS[".csv"], schema=schema)
        return
    path, form = Path(output), format_of(output)
    clear(path)
    options = {"metadata": metadata} if form.write is write_parquet else {}
    failed: list[OSError] = []
    try:
        with replacing(path) as file, _packed(file, form) as target:
            form.write(frames, _Noting(target, failed), schema=schema, **options)
    except (OSError, pl.exceptions.PolarsError) as error:
        # Of a full disk polars tells that the file is "out of specification".
        why = _reason(failed[0] if failed else error)
        raise QuotesError(f"can't write {str(path)!r}: {why}") from error


def write_stdout(frames: Iterable[pl.DataFrame], form: Format, *, schema: pl.Schema) -> None:
    """Write a table to standard output.

    Args:
        frames: The table in parts; memory holds one at a time.
        form: The format, from `FORMATS`.
        schema: The table's columns.

    Raises:
        QuotesError: It can't be written, as on a full disk.
        BrokenPipeError: Nobody reads it any more.
    """
    try:
        form.write(frames, cast(BinaryIO, sys.stdout.buffer), schema=schema)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise QuotesError(f"can't write to standard output: {_reason(error)}") from error


def read_table(path: str | os.PathLike[str], *, schema: pl.Schema = QUOTES) -> pl.DataFrame:
    """Read a table that this package wrote.

    Args:
        path: The file.
        schema: The table's columns.

    Returns:
        The table with exactly the schema's columns; those a file of an older version lacks are
        null, those of a newer one are left out.

    Raises:
        UsageError: The suffix is unknown.
        ReadError: The file can't be read, or is no such table.
    """
    form = format_of(path)
    try:
        with Path(path).open("rb") as raw:
            file = gzip.GzipFile(fileobj=raw) if form.gzipped else raw
            table = form.read(file, schema=schema)
        return _conform(table, schema)
    except (OSError, EOFError, pl.exceptions.PolarsError) as error:
        message = f"can't read {os.fspath(path)!r}: {_reason(error)}"
        raise ReadError(message, code="unreadable") from error


def _conform(table: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    missing = [name for name in schema if name not in table.columns]
    # JSON Lines give a column that isn't there as one without values.
    absent = [column.name for column in table if column.null_count() == len(column) > 0]
    needed = [n for n in schema if n in {*missing, *absent} and not nullable(n, schema=schema)]
    if needed:
        raise ReadError(f"not such a table: it lacks {', '.join(needed)}", code="missing-column")
    return table.with_columns(pl.lit(None).alias(name) for name in missing).select(
        pl.col(name).cast(dtype) for name, dtype in schema.items()
    )


@contextmanager
def _packed(file: BinaryIO, form: Format) -> Iterator[IO[bytes]]:
    if not form.gzipped:
        yield file
        return
    # No name and no time in the header: the same table gives the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        yield cast(IO[bytes], packed)


class _Noting(io.RawIOBase):
    """Passes on what is written, and notes why it couldn't be.

    Args:
        file: Where to.
        failed: Where the reasons go.
    """

    def __init__(self, file: IO[bytes], failed: list[OSError]) -> None:
        self._file = file
        self._failed = failed

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self._failed.append(error)
            raise


def _reason(error: Exception) -> str:
    text = getattr(error, "strerror", None) or str(error)
    return " ".join(text.split())[:200] or type(error).__name__
