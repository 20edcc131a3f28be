import json

import pytest

from quotes.cli import main
from quotes.model import benchmark

STORY = "“We won,” said Ann Lee, the captain, on Monday. She said that it had been hard."


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": STORY}) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["news.jsonl", "-o", "t.csv"], "can't tell the format of 't.csv'"),
        (["news.jsonl", "-o", "no/t.md"], "no such folder for 'no/t.md'"),
        (["nowhere"], "No such file or folder: nowhere"),
        ([], "no articles to time: name an INPUT"),
        (["news.jsonl", "--check", "none.json"], "no baseline can be read from 'none.json'"),
        (["news.jsonl", "--model", "en_no_such"], "no such spaCy pipeline 'en_no_such'"),
        (["news.jsonl", "--articles", "0"], "Invalid value for '--articles'"),
        (["news.jsonl", "--index", "1000"], "--index times an index"),
        (["--index", "3"], "Invalid value for '--index'"),
    ],
)
def test_wrong_use(news, capfd, arguments, message):
    assert main(["benchmark", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith(f"quotes: error: {message}")


def test_pin_and_check(news, capfd, monkeypatch):
    monkeypatch.setattr(benchmark, "short_ratios", lambda inputs, *, model: {"spacy": 1.0})
    assert main(["benchmark", "news.jsonl", "--pin", "p.json"]) == 0
    assert main(["benchmark", "news.jsonl", "--check", "p.json"]) == 0
    assert capfd.readouterr().err == ""
    monkeypatch.setattr(benchmark, "short_ratios", lambda inputs, *, model: {"spacy": 2.0})
    assert main(["benchmark", "news.jsonl", "--check", "p.json"]) == 1
    assert capfd.readouterr() == (
        "2.000 times the CPU time of spacy\n",
        "quotes: quotes takes 2.00 times the CPU time of spacy: pinned are 1.00, at most 1.20 "
        "pass\n",
    )


@pytest.mark.long
def test_the_whole_of_it(news, capfd):
    arguments = ["benchmark", "news.jsonl", "--articles", "3", "-q", "-o", "b.md", "-o", "b.json"]
    assert main(arguments) == 0
    with open("b.json") as file:  # noqa: PTH123
        data = json.load(file)
    assert data["corpus"]["articles"] == 3
    assert {"parser", "ner", "detection", "resolution", "writing"} <= data["stages"].keys()
    assert capfd.readouterr() == ("", "")


def test_an_index(tmp_path, capfd, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept").mkdir()
    command = ["benchmark", "--index", "1000", "--index-at", "kept/a.db", "-q"]
    assert main([*command, "-o", "a.md", "-o", "a.json"]) == 0
    assert "| phrase, speaker and dates |" in (tmp_path / "a.md").read_text("utf-8")
    figures = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert figures["quotations"] == 1000
    assert {"what", "median", "p95", "cpu", "limit"} <= figures["timings"][0].keys()
    assert (tmp_path / "kept" / "a.db").exists()
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")
