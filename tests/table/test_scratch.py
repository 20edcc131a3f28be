import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from quotes.table import scratch as module
from quotes.table.scratch import scratch

posix = pytest.mark.skipif(os.name != "posix", reason="no locks, nor signals, elsewhere")


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def left_by_a_killed_process(place):
    code = (
        "import os, signal\n"
        "from quotes.table.scratch import scratch\n"
        "with scratch() as folder:\n"
        "    (folder / 'shares').mkdir()\n"
        "    (folder / 'shares' / '00001').write_bytes(b'x')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(place)})
    (folder,) = place.iterdir()
    return folder


def test_nothing_stays(place):
    with pytest.raises(KeyboardInterrupt), scratch() as folder:
        (folder / "a").mkdir()
        (folder / "a" / "b").write_bytes(b"x")
        assert list(place.iterdir()) == [folder]
        raise KeyboardInterrupt
    assert list(place.iterdir()) == []


@posix
def test_what_a_killed_process_left_goes_with_the_next(place):
    folder = left_by_a_killed_process(place)
    assert (folder / "shares" / "00001").exists()
    with scratch() as own:
        assert list(place.iterdir()) == [own]


@posix
def test_folders_in_use_stay():
    with scratch() as first, scratch() as second:
        assert first != second
        with scratch():
            pass
        assert (first / module.IN_USE).exists() and (second / module.IN_USE).exists()


@posix
def test_what_is_not_surely_left_stays(place, monkeypatch):
    folder = left_by_a_killed_process(place)
    others = Path(tempfile.mkdtemp(prefix="quotes-", dir=place))  # of something else: no lock in it
    file = place / "quotes-file"
    file.write_bytes(b"")
    linked = place.parent / "elsewhere"
    linked.mkdir()
    (linked / module.IN_USE).write_bytes(b"")
    (place / "quotes-link").symlink_to(linked)
    with scratch():
        assert others.is_dir() and file.exists()
        assert (linked / module.IN_USE).exists()
        assert not folder.exists()


@posix
@pytest.mark.parametrize("locked", [False, None])
def test_where_it_cannot_be_told_it_stays(place, locked, monkeypatch):
    folder = left_by_a_killed_process(place)
    monkeypatch.setattr(module, "locked", lambda file: locked)
    with scratch():
        assert folder.exists()


@posix
def test_folders_of_others_stay(place, monkeypatch):
    folder = left_by_a_killed_process(place)
    monkeypatch.setattr("os.getuid", lambda: 12345)
    with scratch():
        assert folder.exists()


def test_no_such_place(place, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(place / "nowhere"))
    with pytest.raises(FileNotFoundError), scratch():
        pass
