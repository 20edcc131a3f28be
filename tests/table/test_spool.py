import polars as pl
import pytest
from polars.testing import assert_frame_equal

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
        assert spool.columns(["n"])["n"].to_list() == list(range(10))


def test_small_tables_stay_off_the_disk_and_large_ones_are_cleaned_up(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Spool(SCHEMA) as spool:
        spool.add(rows(10))
        assert list(tmp_path.iterdir()) == []
    with pytest.raises(KeyboardInterrupt), Spool(SCHEMA, part_rows=2) as spool:
        spool.add(rows(10))
        assert list(tmp_path.iterdir())
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_empty():
    with Spool(SCHEMA) as spool:
        assert list(spool.frames()) == []
        assert spool.columns(["n"]).height == 0
