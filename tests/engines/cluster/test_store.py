from pathlib import Path

import pytest

from quotes.engines.cluster import store as stores
from quotes.engines.cluster.store import Store
from quotes.errors import QuotesError

fs = pytest.importorskip("pyarrow.fs", reason="needs the extra ray")


@pytest.fixture(params=["folder", "url", "object store"])
def store(request, tmp_path, monkeypatch):
    if request.param == "object store":
        # Neither temporary files nor renaming: what a bucket is like.
        kept = fs._MockFileSystem()
        monkeypatch.setattr(stores, "filesystem_of", lambda place: (kept, "bucket/out"))
        return Store("s3://bucket/out")
    place = tmp_path / "out"
    return Store(place.as_uri() if request.param == "url" else str(place))


def test_what_is_written_is_there(store):
    assert store.names() == store.names("a/b") == []
    store.write("a/b/one", b"1")
    store.write("a/b/two", b"2")
    store.write("a/b/one", b"3")
    assert store.read("a/b/one") == b"3"
    assert store.names("a/b") == ["one", "two"]
    assert store.names("a") == []
    store.remove("a")
    assert store.names("a/b") == []
    store.remove("a")


def test_what_is_not_there_is_named(store):
    with pytest.raises(QuotesError, match=r"can't read '.*no-such'"):
        store.read("no-such")


def test_a_half_written_file_is_not_there(tmp_path):
    Path(tmp_path, ".one.1234.part").touch()
    assert Store(str(tmp_path)).names() == []
