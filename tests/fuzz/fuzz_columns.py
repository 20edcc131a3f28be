"""Parquet files whose columns are of any type: what is no damage, and yet nobody expects."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import polars as pl
from draw import Draw
from fuzz_people import hold_authority
from fuzz_readers import FOLDER, hold_articles

_TEXTS = (
    *("", " ", "“We won,” said Ann Lee.", "a|b;c", "\x00", "\ufeff", "\u2028", "2020-01-01", "0"),
    *("x" * 11_000, "é\u0301", "=1+1", "Ann Lee", "Lee, Ann", "10/31/2007", "nan", "\n", "\x1c"),
)
_DAY = date(2020, 2, 29)
_KINDS: dict[str, tuple[pl.DataType | type[pl.DataType], tuple[object, ...]]] = {
    "text": (pl.String, _TEXTS),
    "number": (pl.Int64, (0, 1, -1, 1999, 1192147200, 20071012, 2**63 - 1, -(2**63))),
    "small": (pl.UInt8, (0, 255)),
    "real": (pl.Float64, (0.0, 1.5, float("nan"), float("inf"), 1e300, -1192147200.0)),
    "truth": (pl.Boolean, (True, False)),
    "date": (pl.Date, (_DAY, date.min, date.max)),
    "moment": (pl.Datetime("us", "UTC"), (datetime(2020, 1, 1, tzinfo=UTC),)),
    "time": (pl.Time, (time(12),)),
    "span": (pl.Duration, (timedelta(days=9), timedelta(0))),
    "bytes": (pl.Binary, (b"", b"\xff\x00", b"text")),
    "exact": (pl.Decimal(20, 2), (Decimal("1.50"), Decimal(0))),
    "class": (pl.Categorical, ("a", "Ann Lee")),
    "nothing": (pl.Null, (None,)),
    "list": (pl.List(pl.String), ([], ["Ann Lee", None], [""], ["A"] * 200)),
    "numbers": (pl.List(pl.Int64), ([1], [])),
    "named": (pl.Struct({"name": pl.String}), ({"name": "Ann"}, {"name": None})),
    "several": (pl.List(pl.Struct({"name": pl.String})), ([{"name": "Ann"}, {"name": "Bob"}],)),
}
_OF_ARTICLES = (
    *("text", "id", "article_id", "title", "headline", "author", "authors", "date", "published"),
    *("outlet", "publisher", "url", "Text ", " ", "other"),
)
_OF_PEOPLE = ("authority_id", "name", "aliases", "role", "start", "end", "born", "Name")


def columns(data: bytes) -> None:
    """Articles, or people of an authority file, in columns of any type."""
    draw = Draw(data)
    people = draw.byte() % 4 == 3
    rows = draw.below(5)
    kinds = list(_KINDS)
    made: dict[str, pl.Series] = {}
    for name in _OF_PEOPLE if people else _OF_ARTICLES:
        if not (choice := draw.byte()):
            continue
        # Mostly texts, which are what gets far.
        dtype, values = _KINDS["text" if choice < 100 else kinds[choice % len(kinds)]]
        chosen = [draw.one((*values, None)) for _ in range(rows)]
        made[name] = pl.Series(name, chosen, dtype=dtype)
    file = BytesIO()
    pl.DataFrame(made).write_parquet(file)
    path = Path(FOLDER.name) / "columns.parquet"
    path.write_bytes(file.getvalue())
    if people:
        hold_authority(path)
    else:
        hold_articles([str(path)])
