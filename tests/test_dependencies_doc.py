"""The page on dependencies speaks of what is installed."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("file", ["requirements", "requirements-ray", "requirements-train"])
def test_every_pinned_package_is_audited(file):
    pins = (ROOT / ".ci" / f"{file}.txt").read_text("utf-8")
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    pinned = set(re.findall(r"^([\w.-]+)==([\w.+]+)", pins, re.M))
    audited = dict(re.findall(r"^\| ([\w.-]+) \| (\d\S*) \|", page, re.M))
    assert {name for name, _ in pinned} <= audited.keys()
    assert set(audited.items()) & pinned == {(name, audited[name]) for name, _ in pinned}
