"""What a run on a cluster goes on with, without a cluster."""

import json
from pathlib import Path

import pytest
from engine_fakes import load_fake

from quotes.articles import find_inputs
from quotes.engines.cluster.extractor import Extractor
from quotes.engines.cluster.job import Job
from quotes.engines.cluster.run import read_share
from quotes.engines.cluster.store import Store
from quotes.engines.cluster.whole import _begin
from quotes.errors import UsageError

pytest.importorskip("pyarrow", reason="needs the extra ray")


@pytest.fixture
def job(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quotes.engines.cluster.extractor._name", lambda: "here")
    write(["“One,” said Ann.", "“Two,” said Ann.", "RAISE", "“Three,” said Ann."])
    return Job(store=Store(str(tmp_path / "out")), model="m", load=load_fake)


def write(texts):
    rows = [{"id": f"a{i}", "text": text} for i, text in enumerate(texts)]
    Path("news.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")


def rows(known=frozenset()):
    tables = read_share(0, find_inputs(["news.jsonl"]), known, articles=1, chars=100)
    return [row for table in tables for row in table.to_pylist()]


def test_only_what_is_not_done_is_handed_out(job):
    assert _begin(job, resume=False) == frozenset()
    actor = Extractor(job)
    for row in rows()[:3]:
        actor(row)
    known = _begin(job, resume=True)
    assert [row["items"] is None for row in rows(known)] == [True, True, False, False, False]
    # More in front of it, and a block is still known.
    write(["“Zero,” said Ann.", "“Two,” said Ann."])
    assert [row["items"] is None for row in rows(known)] == [False, True, False]


def test_a_block_killed_before_its_mark_was_written_is_done_again(job):
    _begin(job, resume=False)
    row = rows()[0]
    Extractor(job)(row)
    mark = Path("out/work/done", f"{row['digest']}.json")
    files = {path: path.read_bytes() for path in Path("out/work").rglob("*.parquet")}
    mark.unlink()
    assert _begin(job, resume=True) == frozenset()
    Extractor(job)(row)
    assert mark.exists()
    assert {path: path.read_bytes() for path in Path("out/work").rglob("*.parquet")} == files


def test_nothing_is_written_over_by_a_slip(job):
    _begin(job, resume=False)
    with pytest.raises(UsageError, match="add --resume to go on with it"):
        _begin(job, resume=False)
    other = Job(store=job.store, model="m", load=load_fake, min_confidence=0.5)
    with pytest.raises(UsageError, match=r"begun with another min_confidence \(0.0, not 0.5\)"):
        _begin(other, resume=True)
    assert _begin(job, resume=True) == frozenset()
    job.store.write("manifest.json", b"{}")
    for resume in (False, True):
        with pytest.raises(UsageError, match="has the output of a complete run"):
            _begin(job, resume=resume)


def test_resuming_where_nothing_was_begun_begins(job):
    assert _begin(job, resume=True) == frozenset()
