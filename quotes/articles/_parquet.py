"""Parquet: one article a row, read in batches."""

import io
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import polars as pl

from quotes.articles._csv import check_columns, columns_of
from quotes.articles.fields import Draft
from quotes.articles.inputs import STDIN
from quotes.articles.remote import fetched, is_url
from quotes.articles.streams import open_stream
from quotes.articles.trial import try_parquet
from quotes.errors import ReadError
from quotes.types import Problem

BATCH = 256
MAX_STDIN_BYTES = 1 << 30
"""Parquet is read from its end, so standard input is held whole, up to this size."""


def read_parquet(
    name: str, *, on_bytes: Callable[[int], None] | None = None
) -> Iterator[Draft | Problem]:
    """Yield the articles of a Parquet file.

    Args:
        name: Its path or URL, or ``-``; articles without an id get ``PATH:ROW``.
        on_bytes: Called with the file's size at its end.

    Yields:
        Drafts, in the order of the rows.

    Raises:
        ReadError: It is no Parquet file, is damaged, or has no ``text`` column.
        OSError: It can't be opened.
    """
    if name == STDIN:
        with open_stream(name, on_bytes=on_bytes) as stream:
            held = stream.read_up_to(MAX_STDIN_BYTES)
            try_parquet(held)
            yield from _drafts(io.BytesIO(held), name)
        return
    with fetched(name) if is_url(name) else nullcontext(Path(name)) as path:
        with path.open("rb") as file:  # the plain errors: no such file, no permission
            if file.read(4) != b"PAR1":
                raise ReadError("Not a Parquet file, though its name says so.", code="bad-parquet")
        try_parquet(path)
        yield from _drafts(path, name)
        if on_bytes is not None:
            on_bytes(path.stat().st_size)


def _drafts(source: Path | io.BytesIO, name: str) -> Iterator[Draft]:
    row = 0
    try:
        frame = pl.scan_parquet(source)
        names = frame.collect_schema().names()
        check_columns([name.strip().lower() for name in names])
        columns = columns_of(names)
        frame = frame.select(pl.col(theirs).alias(ours) for ours, theirs in columns.items())
        for batch in frame.collect_batches(chunk_size=BATCH, maintain_order=True):
            for record in batch.iter_rows(named=True):
                row += 1
                where = f"{name}:{row}"
                yield Draft(record, where, None if name == STDIN else where)
    except pl.exceptions.PolarsError as error:
        why = str(error).split("\n", 1)[0][:200]
        message = f"The Parquet file can't be read after row {row} ({why}): write it anew."
        raise ReadError(message, code="bad-parquet") from error
