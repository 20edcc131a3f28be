"""What is hashed is all that has a part in the results."""

import subprocess
import sys
from pathlib import Path

import pytest

import quotes
from quotes.engines import fingerprint
from quotes.engines.fingerprint import PARTS, code_digest

PACKAGE = Path(quotes.__file__).parent

# Loaded on the way, but without a say in what is found: these only hand names on, bound how long
# it may take, or are another way in, which spaCy looks up.
_WITHOUT_A_SAY = {
    *("__init__.py", "model/__init__.py", "engines/__init__.py"),
    *("engines/limits.py", "component.py", "uncollected.py"),
}

LOADS = """
import sys
from quotes.engines.work import load_extract
from quotes.pipeline import default_model
from quotes.types import Article
before = set(sys.modules)
load_extract(default_model())(Article(article_id="a", text="“We won,” said Ann Lee."))
for name in {"quotes.engines.work", *sys.modules} - before | {"quotes.engines.work"}:
    if name.partition(".")[0] == "quotes":
        print(sys.modules[name].__file__)
"""


def test_every_module_that_work_loads_is_hashed():
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)
    loaded = {Path(line).relative_to(PACKAGE).as_posix() for line in done.stdout.splitlines()}
    assert {"detect/find.py", "attribute/resolve.py", "model/network/judge.py"} <= loaded
    hashed = {file.relative_to(PACKAGE).as_posix() for file in fingerprint._files()}
    assert loaded - hashed <= _WITHOUT_A_SAY
    assert "model/network/network.onnx" in hashed
    assert not [name for name in hashed if name.endswith(".pyc")]


@pytest.fixture
def package(tmp_path, monkeypatch):
    for part in PARTS:
        path = tmp_path / part
        path.parent.mkdir(exist_ok=True, parents=True)
        if path.suffix:
            path.write_bytes(b"x")
        else:
            path.mkdir()
            (path / "a.py").write_bytes(b"x")
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path)
    code_digest.cache_clear()
    yield tmp_path
    code_digest.cache_clear()


def again():
    code_digest.cache_clear()
    return code_digest()


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ("detect/a.py", True),
        ("model/network/b.onnx", True),
        ("attribute/deep/c.json", True),
        ("types.py", True),
        ("detect/__pycache__/a.pyc", False),
        ("web/a.py", False),
        ("model/report.py", False),
    ],
)
def test_only_what_takes_part_changes_it(package, changed, differs):
    before = again()
    assert again() == before
    path = package / changed
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(b"y")
    assert (again() != before) is differs


def test_a_name_that_takes_over_from_another_changes_it(package):
    before = again()
    (package / "detect/a.py").rename(package / "detect/b.py")
    assert again() != before
