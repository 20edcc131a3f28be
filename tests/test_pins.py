"""What a newcomer installs is what is declared, pinned, and tied to no machine."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RUNTIME, DEVELOPMENT = ROOT / ".ci" / "requirements.txt", ROOT / ".ci" / "requirements-dev.txt"
EXTRAS = {
    "postgres": DEVELOPMENT,
    "ray": ROOT / ".ci" / "requirements-ray.txt",
    "train": ROOT / ".ci" / "requirements-train.txt",
    "web": RUNTIME,
}
FILES = sorted({RUNTIME, DEVELOPMENT, *EXTRAS.values()})

LINE = re.compile(
    r"""[a-z0-9.-]+==[\w.+]+( ; [\w .<>=!'"()]+)? \\"""  # a pin, for some platforms or all
    r"""|    --hash=sha256:[0-9a-f]{64}( \\)?"""
)


def pins(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", path.read_text(), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def normal(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_all_that_is_declared_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    declared = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    assert set(map(normal, declared)) <= pins(RUNTIME).keys()
    development = [row for row in project["dependency-groups"]["dev"] if isinstance(row, str)]
    assert set(map(normal, development)) <= pins(DEVELOPMENT).keys()


def test_what_is_tested_is_what_is_installed() -> None:
    tested = pins(DEVELOPMENT)
    assert {name: tested.get(name) for name in pins(RUNTIME)} == pins(RUNTIME)


def test_all_that_an_extra_declares_is_pinned() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    assert extras.keys() == EXTRAS.keys()
    for extra, path in EXTRAS.items():
        assert set(map(normal, extras[extra])) <= pins(path).keys()


@pytest.mark.parametrize("extra", ["ray", "train"])
def test_an_extra_goes_with_what_is_tested(extra: str) -> None:
    tested, installed = pins(DEVELOPMENT), pins(EXTRAS[extra])
    both = tested.keys() & installed.keys()
    assert {name: installed[name] for name in both} == {name: tested[name] for name in both}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_pins_have_hashes_and_name_no_host_or_path(path: Path) -> None:
    for line in path.read_text().splitlines():
        assert LINE.fullmatch(line), line


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_the_readme_has_the_blocks_that_ci_runs(heading: str) -> None:
    readme = (ROOT / "README.md").read_text()
    section = readme.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    block = re.search(r"^```sh\n(.+?)^```", section, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert "--require-hashes" in block[1]
