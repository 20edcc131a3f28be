"""Runs of `quotes extract` in the working folder, to be broken off and gone on with."""

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

COMMAND = [sys.executable, str(Path(__file__).with_name("quotes_with_fake.py")), "extract"]
FILES = ["t.parquet", "t.csv", "read.jsonl", "bad.csv"]
OUTPUTS = ["-o", "t.parquet", "-o", "t.csv", "--articles", "read.jsonl", "--problems", "bad.csv"]
ARTICLES = 150


def story(number, *, pause=True, fails=False):
    text = f"{'PAUSE ' * pause}“Word {number} of it,” said Ann{'RAISE' * fails}"
    return json.dumps({"id": f"a{number}", "text": text})


def write_news(*, pause=True):
    """Articles one of which fails, and a line that is none."""
    lines = [story(i, pause=pause, fails=i == 70) for i in range(ARTICLES)]
    Path("news.jsonl").write_text("\n".join([*lines[:40], "{broken", *lines[40:]]), "utf-8")


def start(jobs, *more, env=(), **options):
    """Begin a run that notes what is done after each batch."""
    return subprocess.Popen(
        [*COMMAND, "news.jsonl", *OUTPUTS, "-n", str(jobs), *more],
        stderr=subprocess.PIPE,
        env={
            **os.environ,
            "FAKE_FLUSH_SECONDS": "0",
            "FAKE_BATCH": "8",
            "TMPDIR": str(Path.cwd()),
            **dict(env),
        },
        start_new_session=True,
        **options,
    )


def finish(jobs, *more, status=1, **options):
    """Run to the end; the status is 1 for the article and the line that fail."""
    with start(jobs, *more, **options) as process:
        errors = process.stderr.read().decode()
    assert process.returncode == status, errors
    return errors


def names():
    return sorted(path.name for path in Path().iterdir())


def whole():
    """What was written, taken away."""
    made = {name: Path(name).read_bytes() for name in FILES}
    for name in FILES:
        Path(name).unlink()
    return made


def await_work(process):
    while not Path("t.parquet.part", "done.log").exists() and process.poll() is None:
        time.sleep(0.02)


@contextmanager
def small_disk(place, size):
    """A disk in memory; skips where that is not allowed."""
    disk = place / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("may not mount a small disk here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def remount(disk, options):
    subprocess.run(["mount", "-o", f"remount,{options}", str(disk)], check=True)
