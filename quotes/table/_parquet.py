"""Parquet: real types, and where the table comes from in the file's metadata."""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import polars as pl
from polars.io.plugins import register_io_source

ROW_GROUP = 20_000


def write_parquet(
    frames: Iterable[pl.DataFrame],
    file: IO[bytes],
    *,
    schema: pl.Schema,
    metadata: Mapping[str, str] | None = None,
) -> None:
    """Write a table as Parquet.

    Args:
        frames: The table in parts; they are taken one by one as row groups are written.
        file: Where to, open for bytes.
        schema: The table's columns.
        metadata: Keys and values for the file's own metadata.
    """

    def source(
        with_columns: list[str] | None,
        predicate: pl.Expr | None,
        n_rows: int | None,
        batch_size: int | None,
    ) -> Iterator[pl.DataFrame]:
        # A plain scan, never filtered: polars asks for all columns of all rows.
        for frame in frames:
            yield frame.select(with_columns or schema.names())

    register_io_source(source, schema=schema).sink_parquet(
        file, metadata=dict(metadata or {}), row_group_size=ROW_GROUP
    )


def read_parquet(file: IO[bytes], *, schema: pl.Schema) -> pl.DataFrame:
    """Read a table that `write_parquet` wrote.

    Args:
        file: Where from, open for bytes.
        schema: The table's columns; the file has its own, so this is not needed.

    Returns:
        The table.
    """
    return pl.read_parquet(file)
