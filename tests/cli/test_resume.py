"""Killed at any moment, gone on with, and in the end the same bytes."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import chdir
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.table import PROBLEMS, read_table

resource = pytest.importorskip("resource", reason="needs a POSIX system")

COMMAND = [sys.executable, str(Path(__file__).with_name("quotes_with_fake.py")), "extract"]
FILES = ["t.parquet", "t.csv", "read.jsonl", "bad.csv"]
OUTPUTS = ["-o", "t.parquet", "-o", "t.csv", "--articles", "read.jsonl", "--problems", "bad.csv"]
ARTICLES = 150


def write_news():
    lines = [
        json.dumps(
            {"id": f"a{i}", "text": f"PAUSE “Word {i} of it,” said Ann{'RAISE' * (i == 70)}"}
        )
        for i in range(ARTICLES)
    ]
    Path("news.jsonl").write_text("\n".join([*lines[:40], "{broken", *lines[40:]]), "utf-8")


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


def start(jobs, *more, **options):
    return subprocess.Popen(
        [*COMMAND, "news.jsonl", *OUTPUTS, "-n", str(jobs), *more],
        stderr=subprocess.PIPE,
        env={**os.environ, "FAKE_FLUSH_SECONDS": "0", "FAKE_BATCH": "8", "TMPDIR": str(Path.cwd())},
        start_new_session=True,
        **options,
    )


def finish(jobs, *more):
    with start(jobs, *more) as process:
        errors = process.stderr.read().decode()
    assert process.returncode == 1, errors  # the broken line, and the article that fails
    return errors


def names():
    return sorted(path.name for path in Path().iterdir())


def whole():
    made = {name: Path(name).read_bytes() for name in FILES}
    for name in FILES:
        Path(name).unlink()
    return made


def await_work(process):
    while not Path("t.parquet.part", "done.log").exists() and process.poll() is None:
        time.sleep(0.02)


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


def test_interrupted_and_gone_on_with(news, unbroken):
    with start(1) as process:
        await_work(process)
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)
        errors = process.stderr.read().decode()
    assert process.returncode == 130
    assert "add --resume to go on with the others" in errors
    assert names() == ["news.jsonl", "t.parquet.part"]
    done = int(finish(1, "--resume").split(" articles were done before")[0].split()[-1])
    assert 0 < done < ARTICLES
    assert whole() == unbroken


def test_the_disk_is_full(news, unbroken):
    def full():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    with start(1, preexec_fn=full) as process:
        errors = process.stderr.read().decode()
    assert process.returncode == 1
    assert "File too large" in errors
    assert names() == ["news.jsonl", "t.parquet.part"]
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
