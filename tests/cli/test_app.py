import re
from pathlib import Path

import pytest
from typer.main import get_command

import quotes
from quotes.cli import main
from quotes.cli.app import commands, make_app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "cli.md"


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr() == (f"quotes {quotes.__version__}\n", "")


def test_version_is_the_one_installed():
    metadata = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'\nversion = "{quotes.__version__}"\n' in metadata


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing command."),
        (["evalaute"], "No such command 'evalaute'. Did you mean 'evaluate'?"),
        (["--no-such"], "No such option: --no-such."),
    ],
)
def test_wrong_use(capsys, arguments, message):
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"quotes: error: {message} See: quotes --help\n")


def test_help_lists_every_command(capsys):
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in commands())


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_has_help(name, capsys):
    command = get_command(make_app()).commands[name]
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.name
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: quotes {name} ")


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name):
    section = re.search(
        rf"^## `quotes {name}\b.*?(?=^## |\Z)", DOCS.read_text("utf-8"), re.M | re.S
    )
    assert section, f"docs/cli.md has no section on quotes {name}"
    for parameter in get_command(make_app()).commands[name].params:
        for option in parameter.opts:
            if option.startswith("-"):
                assert f"`{option}" in section[0], option


def test_start_up_is_light():
    """`quotes --help` must not wait for spaCy, polars or trafilatura."""
    import subprocess
    import sys

    code = "import quotes, quotes.cli.app as a, sys; a.commands(); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()
    assert not {"spacy", "polars", "trafilatura", "rich", "numpy"} & set(loaded)
