"""A Parquet file that would end the process that decodes it ends another, and is told."""

import io
import os

import polars as pl
import pytest

from quotes.articles import read_articles, trial
from quotes.articles.trial import try_parquet
from quotes.errors import QuotesError, ReadError
from quotes.identify import read_authority


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.parquet"
    pl.DataFrame({"text": ["“We lost,” said Ann Lee."]}).write_parquet(path)
    return path


@pytest.fixture
def aborting(tmp_path, monkeypatch):
    """The process that tries is aborted, as polars' decoder aborts when it gets no memory."""
    command = tmp_path / "abort"
    command.write_text("#!/bin/sh\nkill -ABRT $$\n")
    command.chmod(0o755)
    monkeypatch.setattr(trial.sys, "executable", os.fspath(command))


def test_a_good_file_passes(good):
    try_parquet(good)
    try_parquet(good.read_bytes())


def test_what_the_decoder_tells_is_left_to_the_caller(tmp_path):
    path = tmp_path / "bad.parquet"
    path.write_bytes(b"PAR1" + bytes(100) + b"PAR1")
    try_parquet(path)
    with pytest.raises((pl.exceptions.PolarsError, OSError)):
        pl.read_parquet(io.BytesIO(path.read_bytes()))


@pytest.mark.usefixtures("aborting")
def test_an_aborted_process_is_told(good):
    with pytest.raises(ReadError, match="ends the process"):
        try_parquet(good)


@pytest.mark.usefixtures("aborting")
def test_an_authority_file_likewise(good):
    with pytest.raises(QuotesError, match=r"good\.parquet.*ends the process"):
        read_authority(good)


def test_a_process_that_takes_too_long_is_told_in_words_of_its_own(good, tmp_path, monkeypatch):
    command = tmp_path / "hang"
    command.write_text("#!/bin/sh\nexec sleep 60\n")
    command.chmod(0o755)
    monkeypatch.setattr(trial.sys, "executable", os.fspath(command))
    monkeypatch.setattr(trial, "MAX_SECONDS", 0.2)
    problems = []
    assert list(read_articles([str(good)], on_problem=problems.append)) == []
    assert [problem.code for problem in problems] == ["timeout"]
    assert problems[0].message.startswith("Decoding the Parquet file takes more than 0.0")
    assert "damaged" not in problems[0].message
