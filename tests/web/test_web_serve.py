"""`quotes serve`: what it refuses, and that it serves."""

import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from quotes.cli import main


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--host", "0.0.0.0"], "set a token that readers must know"),
        (["--host", "192.168.1.9", "--review"], "set a token that readers must know"),
        (["--token-file", "/no/such"], "can't read the token"),
        (["--port", "99999"], "--port"),
        (["--host", "192.0.2.1", "--token-file", "TOKEN"], "can't listen at 192.0.2.1"),
    ],
)
def test_wrong_use(db, tmp_path, capsys, monkeypatch, options, says):
    monkeypatch.delenv("QUOTES_TOKEN", raising=False)
    token = tmp_path / "token"
    token.write_text("0123456789abcdef\n")
    assert main(["serve", db, *[str(token) if o == "TOKEN" else o for o in options]]) == 2
    assert says in capsys.readouterr().err


def test_no_index(tmp_path, capsys):
    assert main(["serve", str(tmp_path / "none.db")]) == 2
    assert "make it with: quotes index" in capsys.readouterr().err


def test_pages_are_served_until_told_to_end(db):
    server = subprocess.Popen(
        [sys.executable, "-m", "quotes", "serve", db, "--port", "0", "--review"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())[0]
        assert f"{address}/enter?token=" in server.stderr.readline()
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert b"Who said what" in answer.read()
    finally:
        server.send_signal(signal.SIGINT)
        status = server.wait(20)
        server.stderr.close()
    assert status == 0
