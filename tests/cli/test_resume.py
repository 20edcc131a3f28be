"""Killed at any moment, gone on with, and in the end the same bytes."""

import os
import random
import signal
import time
from contextlib import chdir
from pathlib import Path

import pytest
from broken_runs import (
    ARTICLES,
    FILES,
    await_work,
    finish,
    names,
    remount,
    small_disk,
    start,
    whole,
    write_news,
)

from quotes.cli import main
from quotes.table import PROBLEMS, read_table

resource = pytest.importorskip("resource", reason="needs a POSIX system")


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A folder of articles, some of which fail, as working folder."""
    monkeypatch.chdir(tmp_path)
    write_news()


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    """What is written when nothing goes wrong."""
    with chdir(tmp_path_factory.mktemp("unbroken")):
        write_news()
        finish(1)
        return whole()


def kill_and_resume(seed, unbroken):
    chance = random.Random(seed)
    for _ in range(2 + seed % 3):
        with start(1 + seed % 2, "--resume") as process:
            await_work(process)
            time.sleep(chance.uniform(0, 2))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        for name in FILES:  # whole or not there
            assert not Path(name).exists() or Path(name).read_bytes() == unbroken[name]
    errors = finish(2 - seed % 2, "--resume")
    assert "articles were done before" in errors
    assert whole() == unbroken
    assert not Path("t.parquet.part").exists()


@pytest.mark.parametrize("seed", range(2))
def test_killed_again_and_again(news, unbroken, seed):
    kill_and_resume(seed, unbroken)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 42))
def test_killed_very_often(news, unbroken, seed):
    kill_and_resume(seed, unbroken)


@pytest.mark.parametrize(
    ("number", "jobs", "status"),
    [(signal.SIGINT, 1, 130), (signal.SIGINT, 2, 130), (signal.SIGTERM, 1, 143),
     (signal.SIGTERM, 2, 143)],
)  # fmt: skip
def test_interrupted_and_gone_on_with(news, unbroken, number, jobs, status):
    with start(jobs) as process:
        await_work(process)
        time.sleep(0.5)
        # Ctrl-C reaches the workers too; what a system that shuts down sends need not.
        (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
        errors = process.stderr.read().decode()
    assert process.returncode == status
    assert "add --resume to go on with the others" in errors
    assert names() == ["news.jsonl", "t.parquet.part"]
    done = int(finish(1, "--resume").split(" articles were done before")[0].split()[-1])
    assert 0 < done < ARTICLES
    assert whole() == unbroken


# From the first record of what is done to the largest of the files that come out.
@pytest.mark.parametrize("room", [300, 4000, 12_000, 30_000])
def test_no_file_may_grow_further(news, unbroken, room):
    assert room < max(map(len, unbroken.values()))

    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    with start(1, preexec_fn=full) as process:
        errors = process.stderr.read().decode()
    assert process.returncode == 1
    assert "File too large" in errors
    for name in FILES:
        assert not Path(name).exists() or Path(name).read_bytes() == unbroken[name]
    assert set(names()) <= {"news.jsonl", "t.parquet.part", *FILES}
    finish(1, "--resume")
    assert whole() == unbroken


@pytest.mark.parametrize("room", ["16k", "48k", "80k", "112k"])
def test_the_disk_is_full(news, unbroken, room, tmp_path):
    """A disk of its own for all that is written; reading from another."""
    with small_disk(tmp_path, room) as disk, chdir(disk):
        Path("news.jsonl").symlink_to(disk.parent / "news.jsonl")
        with start(1) as process:
            errors = process.stderr.read().decode()
        assert process.returncode == 1
        assert "No space left on device" in errors
        left = {name: Path(name).read_bytes() for name in FILES if Path(name).exists()}
        assert all(unbroken[name] == data for name, data in left.items())
        assert set(names()) <= {"news.jsonl", "t.parquet.part", *FILES}
        remount(disk, "size=4m")
        finish(1, "--resume")
        assert whole() == unbroken


def test_same_bytes_from_two_processes(news, unbroken):
    finish(2)
    assert whole() == unbroken


def test_an_article_that_hangs_is_named(news):
    with Path("news.jsonl").open("a") as file:
        file.write('\n{"id": "slow", "text": "HANG"}')
    finish(2, "--max-seconds", "0.5")
    lost = read_table("bad.csv", schema=PROBLEMS).filter(code="timeout")
    assert lost["article_id"].to_list() == ["slow"]
    assert read_table("t.csv").height == ARTICLES - 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["news.jsonl", "--resume"], "--resume needs a file to go on with"),
        (["news.jsonl", "-o", "t.csv", "--max-seconds", "0"], "Invalid value for '--max-seconds'"),
    ],
)
def test_wrong_use(news, capfd, arguments, message):
    assert main(["extract", *arguments]) == 2
    assert message in capfd.readouterr().err
