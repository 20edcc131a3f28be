"""The page on dependencies speaks of what is installed."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_pinned_package_is_audited():
    pins = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    pinned = {name.lower() for name in re.findall(r"^([\w.-]+)==", pins, re.M)}
    audited = set(re.findall(r"^\| ([\w.-]+) \| \d", page, re.M))
    assert pinned <= audited
