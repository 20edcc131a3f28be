"""A folder for temporary files that have names, of which nothing stays for long.

A process that is killed leaves its folder behind; the next that makes one removes it.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from quotes.table.locks import locked

PREFIX = "quotes-"
IN_USE = "in-use"


@contextmanager
def scratch() -> Iterator[Path]:
    """Make a folder of this process's own, and remove those that killed processes left.

    Yields:
        The folder; with all that is in it, it is removed afterwards.

    Raises:
        OSError: It can't be made.
    """
    _clear(tempfile.gettempdir())
    with tempfile.TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        new = folder / f".{IN_USE}"
        with new.open("xb") as file:
            locked(file)
            # Nobody is to see it before it is locked.
            new.rename(folder / IN_USE)
            yield folder


def _clear(place: str) -> None:
    """Remove folders whose process is gone; all stay where that can't be told."""
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            if not entry.name.startswith(PREFIX):
                continue
            with suppress(OSError):
                if _is_own(entry) and _is_left(Path(entry.path)):
                    rmtree(entry.path)


def _is_own(entry: "os.DirEntry[str]") -> bool:
    # Anybody may make folders there, and links to folders of others.
    return entry.is_dir(follow_symlinks=False) and (
        not hasattr(os, "getuid") or entry.stat(follow_symlinks=False).st_uid == os.getuid()
    )


def _is_left(folder: Path) -> bool:
    with (folder / IN_USE).open("r+b") as file:
        return locked(file) is True
