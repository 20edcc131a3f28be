"""CSV: UTF-8, a list of spans as ``12-40;52-80``, null empty, and nothing a spreadsheet would run.

A spreadsheet takes a cell that begins with one of ``= + - @``, a tab or a line break for a
formula (OWASP, "CSV injection"). Such a cell gets an apostrophe in front, which spreadsheets take
for "this is text"; a cell that already begins so gets one more, and `read_csv` takes one away
again, so that what is read is exactly what was written.
"""

from collections.abc import Iterable
from typing import IO

import polars as pl

from quotes.table.schema import SPANS, nullable

_RUN = r"[=+\-@\t\r\n＝＋－＠]"


def write_csv(frames: Iterable[pl.DataFrame], file: IO[bytes], *, schema: pl.Schema) -> None:
    """Write a table as CSV.

    Args:
        frames: The table in parts; at most one is held at a time.
        file: Where to, open for bytes.
        schema: The table's columns.
    """
    header = schema.to_frame().lazy().select(_cells(schema)).collect()
    file.write(header.write_csv(quote_style="non_numeric").encode())
    for frame in frames:
        cells = frame.select(_cells(schema))
        # By way of a string: an error of the file's own, such as a broken pipe, stays what it is.
        lines = cells.write_csv(include_header=False, quote_style="non_numeric")
        file.write(lines.encode())


def read_csv(file: IO[bytes], *, schema: pl.Schema) -> pl.DataFrame:
    """Read a table that `write_csv` wrote.

    Args:
        file: Where from, open for bytes.
        schema: The table's columns.

    Returns:
        The table, with those columns of ``schema`` that the file has, and any it has besides.
    """
    cells = pl.read_csv(file.read(), infer_schema=False)
    return cells.with_columns(
        _value(name, dtype, schema=schema) for name, dtype in schema.items() if name in cells
    )


def _cells(schema: pl.Schema) -> list[pl.Expr]:
    return [_cell(name, dtype) for name, dtype in schema.items()]


def _cell(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if dtype == SPANS:
        element = pl.element().struct
        return column.list.eval(
            pl.format("{}-{}", element.field("start"), element.field("end"))
        ).list.join(";")
    if dtype.is_nested():
        # Read by programs rather than people; JSON keeps it whole.
        return pl.struct(column).struct.json_encode().str.slice(len(name) + 4).str.head(-1)
    if dtype == pl.String:
        return column.str.replace(f"^('*{_RUN})", "'${1}")
    return column


def _value(name: str, dtype: pl.DataType, *, schema: pl.Schema) -> pl.Expr:
    column = pl.col(name)
    if dtype == SPANS:
        spans = column.fill_null("").str.extract_all(r"\d+-\d+")
        ends = pl.element().str.split("-")
        return spans.list.eval(
            pl.struct(start=ends.list.first().cast(pl.UInt32), end=ends.list.last().cast(pl.UInt32))
        )
    if dtype.is_nested():
        return column.str.json_decode(dtype)
    if dtype == pl.Date:
        return column.str.to_date("%Y-%m-%d")
    if dtype == pl.Boolean:
        return column == "true"
    if dtype == pl.String:
        text = column.str.replace(f"^'('*{_RUN})", "${1}")
        return text if nullable(name, schema=schema) else text.fill_null("")
    return column.cast(dtype)
