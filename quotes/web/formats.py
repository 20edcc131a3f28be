"""The rows of a view as JSON and CSV."""

import dataclasses
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Literal

from starlette.requests import Request
from starlette.responses import Response

from quotes.index import Index, Search
from quotes.index.types import Row

Format = Literal["html", "json", "csv"]

MAX_CSV = 10_000
"""Rows of one CSV; ``quotes search --csv`` has no limit."""


def format_of(request: Request) -> Format:
    """What is asked for, by the address's suffix.

    Args:
        request: The request.
    """
    # As sent: an identifier that ends like a suffix has its dot encoded.
    raw: bytes = request.scope["raw_path"].partition(b"?")[0]
    if raw.endswith(b".json"):
        return "json"
    return "csv" if raw.endswith(b".csv") else "html"


def ident_of(request: Request) -> str:
    """The identifier in the address, without the suffix.

    Args:
        request: The request.
    """
    given: str = request.path_params["ident"]
    asked = format_of(request)
    return given if asked == "html" else given.removesuffix(f".{asked}")


def json_response(data: Any, *, status: int = 200) -> Response:
    """Data as JSON.

    Args:
        data: Dictionaries, lists, dataclasses, named tuples, dates.
        status: The HTTP status.
    """
    text = json.dumps(_plain(data), ensure_ascii=False, allow_nan=False, default=str)
    return Response(text.encode("utf-8", "replace"), status, media_type="application/json")


def rows_csv(request: Request, index: Index, search: Search, *, name: str) -> Response:
    """A search's rows as CSV, in the quote table's columns.

    All of them up to ``MAX_CSV``, or the page that the address asks for.

    Args:
        request: The request.
        index: The index.
        search: What to look for.
        name: What to call the file.
    """
    from quotes.table import QUOTES

    if {"page", "size"} & request.query_params.keys():
        rows = index.search(search).rows
    else:
        rows = list(islice(index.rows(search), MAX_CSV))
    return csv_response(rows, schema=QUOTES, name=name)


def csv_response(rows: Iterable[Row], *, schema: Any, name: str) -> Response:
    """Rows as CSV, with cells that a spreadsheet would run made harmless.

    Args:
        rows: The rows.
        schema: Their columns, as a polars schema.
        name: What to call the file.
    """
    import polars as pl

    from quotes.table import FORMATS

    file = io.BytesIO()
    frame = pl.DataFrame(list(rows), schema=schema, orient="row")
    FORMATS[".csv"].write([frame], file, schema=schema)
    slug = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:60] or "quotes"
    return Response(
        file.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{slug}.csv"'},
    )


def plain_rows_csv(rows: Sequence[Mapping[str, object]], *, name: str) -> Response:
    """Small tables as CSV: text and whole numbers by what the first row has.

    Args:
        rows: The rows, all with the same columns.
        name: What to call the file.
    """
    import polars as pl

    kinds = {int: pl.Int64(), float: pl.Float64()}
    first = rows[0] if rows else {}
    schema = pl.Schema({key: kinds.get(type(value), pl.String()) for key, value in first.items()})
    return csv_response([dict(row) for row in rows], schema=schema, name=name)


def _plain(data: Any) -> Any:
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return {f.name: _plain(getattr(data, f.name)) for f in dataclasses.fields(data)}
    if isinstance(data, Mapping):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, tuple) and hasattr(data, "_asdict"):
        return _plain(data._asdict())
    if isinstance(data, list | tuple):
        return [_plain(one) for one in data]
    return data.isoformat() if isinstance(data, date) else data
