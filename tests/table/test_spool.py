import io
import os

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from quotes.errors import QuotesError
from quotes.table import Spool

SCHEMA = pl.Schema({"n": pl.Int64(), "text": pl.String()})


def rows(count):
    return [{"n": n, "text": "x" * n} for n in range(count)]


@pytest.mark.parametrize(("part_rows", "part_chars"), [(1000, 10**9), (3, 10**9), (1000, 5)])
def test_rows_come_back_in_order(part_rows, part_chars):
    with Spool(SCHEMA, part_rows=part_rows, part_chars=part_chars) as spool:
        spool.add(rows(10))
        assert len(spool) == 10
        for _ in range(2):
            assert_frame_equal(pl.concat(spool.frames()), pl.DataFrame(rows(10), schema=SCHEMA))


def test_small_tables_stay_off_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with Spool(SCHEMA) as spool:
        spool.add(rows(10))
    with Spool(SCHEMA, part_rows=2) as spool, pytest.raises(QuotesError, match="set TMPDIR to"):
        spool.add(rows(10))


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the file has a name while it is open")
def test_large_ones_leave_nothing_wherever_they_end(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt), Spool(SCHEMA, part_rows=2) as spool:
        spool.add(rows(10))
        assert list(tmp_path.iterdir()) == []
        raise KeyboardInterrupt
    assert list(spool.frames()) == []


def test_a_full_disk_is_told(monkeypatch):
    class Full(io.RawIOBase):
        def __init__(self, **options):
            self.room = 400

        def seek(self, place):
            return place

        def write(self, data):
            if self.room == 0:
                raise OSError(28, "No space left on device")
            wrote = min(len(data), self.room)
            self.room -= wrote
            return wrote

    monkeypatch.setattr("quotes.table.spool.TemporaryFile", Full)
    with Spool(SCHEMA, part_rows=2) as spool, pytest.raises(QuotesError, match="No space left"):
        spool.add(rows(10))


def test_empty():
    with Spool(SCHEMA) as spool:
        assert list(spool.frames()) == []
