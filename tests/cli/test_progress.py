import io
import sys

import pytest

from quotes.articles import Input
from quotes.cli.bar import Bar
from quotes.cli.messages import Reporter, as_line, problem_line
from quotes.cli.progress import Progress, progress, total_bytes
from quotes.types import Problem


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem(input="f.txt", code="x", message="m"), "f.txt: m"),
        (Problem(input="f:2", article_id="a7", code="x", message="m"), "f:2 [a7]: m"),
        (Problem(input="a7", article_id="a7", code="x", message="m"), "a7: m"),
        (Problem(input="f", code="x", message="m", lost=False), "note: f: m"),
    ],
)
def test_problem_line(problem, line):
    assert problem_line(problem) == line


def test_as_line():
    assert as_line("a\nb\x1b[2J“é”") == "quotes: a�b�[2J“é”"


@pytest.mark.parametrize(("quiet", "told"), [(False, 2), (True, 1)])
def test_reporter(quiet, told):
    lines, kept = [], []
    report = Reporter(tell=lines.append, keep=kept.append, quiet=quiet)
    report(Problem(input="f", code="x", message="m"))
    report(Problem(input="f", code="x", message="m", lost=False))
    assert (len(lines), len(kept), report.lost) == (told, 2, 1)


def test_no_bar_unless_on_a_terminal(capsys):
    with progress([]) as shown:
        shown.begun()
        shown.read(5)
        shown.done(3)
    assert type(shown) is Progress
    assert (shown.articles, shown.quotations) == (1, 3)
    assert capsys.readouterr() == ("", "")


def test_bar(monkeypatch):
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    with progress([]) as shown:
        assert isinstance(shown, Bar)
        shown.begun()
        shown.read(10)
        shown.done(1234)
        shown.tell("a [b] line")
    assert "1 articles  1,234 quotations" in terminal.getvalue()
    assert "quotes: a [b] line" in terminal.getvalue()
    with progress([], quiet=True) as shown:
        assert not isinstance(shown, Bar)


def test_total_bytes(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("12345")
    known = Input(str(path), "txt")
    assert total_bytes([known, known]) == 10
    assert total_bytes([known, Input("-", "auto")]) is None
    assert total_bytes([known, Input(str(tmp_path / "gone"), "txt")]) is None
