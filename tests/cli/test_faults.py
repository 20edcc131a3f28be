"""Struck at a certain place; two at a time; other inputs, settings, and streams than before."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import chdir
from pathlib import Path

import polars as pl
import pytest
from broken_runs import (
    COMMAND,
    FILES,
    await_work,
    finish,
    names,
    remount,
    small_disk,
    start,
    story,
    whole,
    write_news,
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")

# The function, and at which of its calls.
READING = "quotes.articles.read:finish:70"
NOTING = "quotes.engines.journal:Journal.flush:3"
WHO = "quotes.pipeline:identities:1"
FAMILIES = "quotes.pipeline:families:1"
FIRST_BYTES = "quotes.table.files:_Noting.write:1"
AMIDST_CSV = "quotes.table.files:_Noting.write:3"
AMIDST_PARQUET = "quotes.table.files:_Noting.write:5"
ON_DISK = "os:fsync:6"
BEFORE_ITS_NAME = "pathlib:Path.replace:4"
BETWEEN_FILES = "pathlib:Path.replace:5"
SHARE_OF_SPEAKERS = "quotes.identify.outofcore:_Run.match:1"
SHARE_OF_FAMILIES = "quotes.identify.families_outofcore:_Run.compare:1"
ALL_WRITTEN = "quotes.engines.journal:Journal.discard:1"
LAST_OF_ALL = "pathlib:Path.rmdir:1"


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Articles, in the working folder."""
    monkeypatch.chdir(tmp_path)
    write_news(pause=False)


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    """What is written when nothing goes wrong."""
    with chdir(tmp_path_factory.mktemp("unbroken")):
        write_news(pause=False)
        finish(1)
        return whole()


def strike_and_resume(unbroken, place, name, status):
    errors = finish(1, status=status, env={"FAKE_STRIKE": f"{place}:{name}"})
    for file in FILES:  # whole or not there
        assert not Path(file).exists() or Path(file).read_bytes() == unbroken[file]
    left = set(names()) - {"news.jsonl", "t.parquet.part", *FILES}
    if name == "SIGKILL":
        assert len(left) <= 1  # what it was writing, under a hidden name
    else:
        assert not left
        assert "add --resume to go on" in errors or place in (READING, LAST_OF_ALL)
    finish(1, "--resume")
    assert whole() == unbroken
    assert names() == ["news.jsonl"]


@pytest.mark.parametrize("place", [WHO, AMIDST_PARQUET, BETWEEN_FILES])
def test_killed_at_a_certain_place(news, unbroken, place):
    strike_and_resume(unbroken, place, "SIGKILL", -signal.SIGKILL)


@pytest.mark.long
@pytest.mark.parametrize(
    "place",
    [READING, NOTING, FAMILIES, FIRST_BYTES, AMIDST_CSV, ON_DISK, BEFORE_ITS_NAME, ALL_WRITTEN,
     LAST_OF_ALL],
)  # fmt: skip
def test_killed_at_any_place(news, unbroken, place):
    strike_and_resume(unbroken, place, "SIGKILL", -signal.SIGKILL)


@pytest.mark.parametrize(("place", "name"), [(WHO, "SIGHUP"), (AMIDST_PARQUET, "SIGTERM")])
def test_ended_at_a_certain_place(news, unbroken, place, name):
    strike_and_resume(unbroken, place, name, 128 + getattr(signal, name))


@pytest.mark.long
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
@pytest.mark.parametrize("place", [NOTING, FAMILIES, AMIDST_CSV, AMIDST_PARQUET, BETWEEN_FILES])
def test_ended_at_any_place(news, unbroken, place, name):
    strike_and_resume(unbroken, place, name, 128 + getattr(signal, name))


def test_two_runs_to_one_output(news, unbroken):
    write_news()
    with start(1) as first:
        await_work(first)
        first.send_signal(signal.SIGSTOP)  # lest it be done before the others have started
        try:
            for more in ((), ("--resume",)):
                assert "another run is writing to " in finish(1, *more, status=2)
        finally:
            first.send_signal(signal.SIGCONT)
        first.stderr.read()
    assert first.returncode == 1
    slow = whole()
    finish(2)
    assert whole() == slow


def test_workers_end_with_the_one_they_work_for(news):
    write_news()
    with start(2) as process:
        await_work(process)
        time.sleep(0.3)
        process.kill()  # itself alone, as the system does when memory runs out
        process.communicate(timeout=60)  # its messages end when the last process is gone
    assert process.returncode == -signal.SIGKILL


def interrupted():
    """A run that was ended when some of its articles were done."""
    write_news()
    with start(1) as process:
        await_work(process)
        time.sleep(0.5)
        process.terminate()
        process.stderr.read()
    assert process.returncode == 143


def done_before(errors):
    return int(errors.split(" articles were done before")[0].split()[-1])


def test_resumed_after_the_inputs_changed(news):
    interrupted()
    lines = Path("news.jsonl").read_text("utf-8").split("\n")
    lines[3] = lines[3].replace("Word 3", "Another word")
    del lines[5]
    changed = [lines[-1], story("new"), *lines[:-1]]
    Path("news.jsonl").write_text("\n".join(changed), "utf-8")
    assert done_before(finish(1, "--resume")) > 5
    resumed = whole()
    finish(1)
    assert whole() == resumed


def test_resumed_with_other_settings(news):
    interrupted()
    kept = Path("t.parquet.part", "done.log").read_bytes()
    manifest = Path("t.parquet.part", "manifest.json")
    errors = finish(1, "--resume", "--fast", status=2)
    assert "was begun with another setting (default, not fast)" in errors
    made_by = manifest.read_text("utf-8")
    manifest.write_text(json.dumps({**json.loads(made_by), "quotes_version": "0.0.1"}), "utf-8")
    errors = finish(1, "--resume", status=2)
    assert "was begun with another quotes_version (0.0.1, not " in errors
    manifest.write_text(json.dumps({**json.loads(made_by), "code": "0123456789abcdef"}), "utf-8")
    errors = finish(1, "--resume", status=2)
    assert "was begun with another code (0123456789abcdef, not " in errors
    manifest.write_text(made_by, "utf-8")
    assert Path("t.parquet.part", "done.log").read_bytes() == kept
    # What is only asked of the rows may change.
    assert done_before(finish(1, "--resume", "--min-confidence", "0.95")) > 0
    resumed = whole()
    finish(1, "--min-confidence", "0.95")
    assert whole() == resumed


def test_no_room_for_temporary_files(news, unbroken, tmp_path):
    with small_disk(tmp_path, "16k") as disk:
        crowded = {"FAKE_PART_ROWS": "20", "TMPDIR": str(disk)}
        errors = finish(1, env=crowded)
        assert "can't keep rows in a temporary file: No space left on device" in errors
        assert "set TMPDIR" in errors
        remount(disk, "size=4m")
        finish(1, "--resume", env=crowded)
        assert list(disk.iterdir()) == []
    assert {name: data for name, data in whole().items() if name != "t.parquet"} == {
        name: data for name, data in unbroken.items() if name != "t.parquet"
    }


@pytest.mark.parametrize("place", [SHARE_OF_SPEAKERS, SHARE_OF_FAMILIES, BETWEEN_FILES])
def test_killed_as_a_large_table_is_told_a_share_at_a_time(news, unbroken, tmp_path, place):
    files = tmp_path / "temporary"
    files.mkdir()
    large = {"FAKE_PART_ROWS": "20", "FAKE_AT_ONCE": "100", "TMPDIR": str(files)}
    finish(1, status=-signal.SIGKILL, env={**large, "FAKE_STRIKE": f"{place}:SIGKILL"})
    assert len(list(files.iterdir())) == 1
    finish(1, "--resume", env=large)
    # What the one that was killed left there is gone, too.
    assert list(files.iterdir()) == []
    assert table_files(whole()) == table_files(unbroken)


def table_files(files):
    # Where a part of the rows ends shows in a Parquet file.
    table = pl.read_parquet(files["t.parquet"])
    return {**files, "t.parquet": table.write_ipc(None).getvalue()}


def test_no_room_for_what_is_told_a_share_at_a_time(news, unbroken, tmp_path):
    with small_disk(tmp_path, "64k") as disk:
        crowded = {"FAKE_AT_ONCE": "100", "TMPDIR": str(disk)}
        errors = finish(1, env=crowded)
        assert "can't keep what is known of speakers and quotations" in errors
        assert "set TMPDIR" in errors
        assert list(disk.iterdir()) == []
        remount(disk, "size=8m")
        finish(1, "--resume", env=crowded)
        assert list(disk.iterdir()) == []
    assert whole() == unbroken


def test_a_folder_that_may_only_be_read(news, tmp_path):
    with small_disk(tmp_path, "1m") as disk:
        remount(disk, "ro")
        errors = finish(1, "--speakers", str(disk / "who.csv"), status=2)
    assert "may not write to the folder" in errors
    assert names() == ["disk", "news.jsonl"]


def run_in_shell(redirections, *more):
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirections}', "sh", *COMMAND, *more, "-n", "1"],
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("redirections", "more", "status", "says"),
    [
        (">/dev/full", ["good.jsonl"], 1,
         "quotes: error: can't write to standard output: No space left on device\n"),
        (">&-", ["good.jsonl"], 1,
         "quotes: error: can't write to standard output: Bad file descriptor\n"),
        (">&-", ["good.jsonl", "-o", "t.csv"], 0, ""),
        ("2>&-", ["good.jsonl", "-o", "t.csv"], 0, ""),
        ("2>/dev/full", ["news.jsonl", "-o", "t.csv"], 1, ""),
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform != "linux", reason="no /dev/full here")
def test_streams_that_are_full_or_closed(news, redirections, more, status, says):
    Path("good.jsonl").write_text(story(1, pause=False), "utf-8")
    done = run_in_shell(redirections, *more)
    assert (done.returncode, done.stdout, done.stderr) == (status, "", says)
    assert Path("t.csv").exists() == ("t.csv" in more)
