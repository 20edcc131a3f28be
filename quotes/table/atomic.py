"""Files that appear whole or not at all."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quotes.table.locks import locked


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write that takes ``path``'s place only once all is written and on disk.

    Until then it lies beside it under a hidden name; whatever goes wrong, it is removed and what
    was at ``path`` before stays.

    Args:
        path: The file to be made or replaced; a link is followed.

    Yields:
        The new file, open for bytes.

    Raises:
        OSError: It can't be written.
    """
    target = path.resolve()
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as file:
            locked(file)  # for `clear`, to tell it from what a killed process left
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def clear(path: Path) -> None:
    """Remove what processes left beside a file that were killed as they wrote it.

    What one that lives is writing now stays, and so does all where that can't be told.

    Args:
        path: The file, as given to `replacing`.
    """
    target = path.resolve()
    left = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.part")
    with suppress(OSError), os.scandir(target.parent) as entries:
        for part in [Path(one.path) for one in entries if left.fullmatch(one.name)]:
            with suppress(OSError), part.open("r+b") as file:
                if locked(file):
                    part.unlink()


def _sync_folder(folder: Path) -> None:
    # Best effort: some systems can't open a folder, and the file itself is safe already.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
