import os

import pytest

from quotes.table.atomic import clear, replacing
from quotes.table.locks import locked

needs_locks = pytest.mark.skipif(os.name != "posix", reason="no locks of this kind")


@needs_locks
def test_what_a_killed_process_left_is_removed_and_nothing_else(tmp_path):
    kept = [
        ".t.csv.part",
        ".t.csv.0123abcd.part.csv",
        ".t.csv.0123abcg.part",
        ".u.csv.0123abcd.part",
        "t.csv.0123abcd.part",
        "t.csv.part",
        "t.csv",
    ]
    for name in [*kept, ".t.csv.0123abcd.part", ".t.csv.ffffffff.part"]:
        (tmp_path / name).write_text("half")
    clear(tmp_path / "t.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
    clear(tmp_path / "no" / "t.csv")


@needs_locks
def test_what_is_being_written_now_stays(tmp_path):
    path = tmp_path / "t.csv"
    with replacing(path) as file:
        clear(path)
        file.write(b"all of it")
    assert path.read_bytes() == b"all of it"
    assert list(tmp_path.iterdir()) == [path]


@needs_locks
def test_a_lock_is_had_by_one_and_goes_with_its_file(tmp_path):
    path = tmp_path / "lock"
    with path.open("wb") as first:
        assert locked(first) is True
        with path.open("r+b") as second:
            assert locked(second) is False
    with path.open("r+b") as second:
        assert locked(second) is True


def test_no_locks_here_is_told_from_a_lock_of_another(tmp_path, monkeypatch):
    fcntl = pytest.importorskip("fcntl")

    def unable(file, how):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unable)
    left = tmp_path / ".t.csv.0123abcd.part"
    left.write_text("half")
    with left.open("r+b") as file:
        assert locked(file) is None
    clear(tmp_path / "t.csv")
    assert left.exists()
    with replacing(tmp_path / "t.csv") as file:
        file.write(b"written all the same")
