"""Which code finds what an article holds: a hash of the files that take part in it.

A version names a release; between two of them the code and the weights change under the same one.
"""

from functools import cache
from hashlib import blake2b
from pathlib import Path

PARTS = (
    *("attribute", "detect", "model/network", "pipes"),
    *("engines/work.py", "errors.py", "packed.py", "types.py"),
)
"""The folders and files of this package that stages 1 and 2 are made of."""

_PACKAGE = Path(__file__).parents[1]


@cache
def code_digest() -> str:
    """A hash of the code and the weights of detection and attribution.

    Returns:
        Sixteen hexadecimal digits, the same for the same files wherever they lie.
    """
    digest = blake2b(digest_size=8)
    for file in _files():
        data = file.read_bytes()
        digest.update(f"{file.relative_to(_PACKAGE).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _files() -> list[Path]:
    found = (path for part in PARTS for path in _within(_PACKAGE / part))
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _within(part: Path) -> list[Path]:
    return [*part.rglob("*")] if part.is_dir() else [part]
