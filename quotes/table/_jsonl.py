"""JSON Lines: one object a row, spans as lists of ``{"start": …, "end": …}``."""

from collections.abc import Iterable
from typing import IO

import polars as pl


def write_jsonl(frames: Iterable[pl.DataFrame], file: IO[bytes], *, schema: pl.Schema) -> None:
    """Write a table as JSON Lines.

    Args:
        frames: The table in parts; at most one is held at a time.
        file: Where to, open for bytes.
        schema: The table's columns.
    """
    for frame in frames:
        file.write(frame.select(schema.names()).write_ndjson().encode())


def read_jsonl(file: IO[bytes], *, schema: pl.Schema) -> pl.DataFrame:
    """Read a table that `write_jsonl` wrote.

    Args:
        file: Where from, open for bytes.
        schema: The table's columns.

    Returns:
        The table, with the columns of ``schema``; one the file lacks is null throughout.
    """
    return pl.read_ndjson(file.read(), schema=schema)
