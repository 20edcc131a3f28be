"""Inputs at URLs (``s3://``, ``gs://``, ``hdfs://``…), by pyarrow, which extra ``ray`` brings."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from quotes.errors import UsageError
from quotes.table.scratch import scratch

_URL = re.compile(r"\A([a-z][a-z0-9+.-]+://[^/?]*)([^?]*)(\?.*)?", re.I | re.S)
_PIECE = 1 << 22


def is_url(name: str) -> bool:
    """Whether a name is a URL rather than a path.

    Args:
        name: As given.
    """
    return _URL.match(name) is not None


def filesystem_of(name: str) -> tuple[Any, str]:
    """Where a path or URL leads.

    Args:
        name: A path or URL.

    Returns:
        A pyarrow file system, and the path in it.

    Raises:
        UsageError: pyarrow is not installed, or knows no such kind of URL.
    """
    try:
        from pyarrow.fs import LocalFileSystem
    except ImportError as error:
        raise UsageError(
            f"can't reach {name!r}: install what reads URLs: pip install 'quotes-index[ray]'"
        ) from error
    url = _URL.fullmatch(name)
    if url is None:
        return LocalFileSystem(), os.path.abspath(name)  # noqa: PTH100 - a link stays as named
    # Names are taken as they are listed, whatever signs are in them.
    start, path, options = url[1], url[2], url[3] or ""
    files, root = _connected(f"{start}/{options}")
    return files, (root.rstrip("/") + path).rstrip("/")


@lru_cache(maxsize=16)
def _connected(root: str) -> tuple[Any, str]:
    """To connect takes longer than to read, so it is done once a store."""
    from pyarrow import ArrowException
    from pyarrow.fs import FileSystem

    try:
        files, path = FileSystem.from_uri(root)
    except (ArrowException, OSError) as error:
        raise UsageError(f"can't reach {root!r}: {' '.join(str(error).split())[:200]}") from error
    return files, str(path)


def list_url(url: str) -> list[str] | None:
    """The files at a URL.

    Args:
        url: Of a file or folder.

    Returns:
        URLs, sorted, to any depth, hidden ones left out; None where the URL is a file itself.

    Raises:
        UsageError: There is nothing there, or it can't be reached.
    """
    files, path = filesystem_of(url)
    from pyarrow.fs import FileSelector, FileType

    try:
        kind = files.get_file_info(path).type
        if kind == FileType.File:
            return None
        if kind == FileType.NotFound:
            raise UsageError(f"No such file or folder: {url}. Check the URL.")
        found = files.get_file_info(FileSelector(path, recursive=True))
    except OSError as error:
        raise UsageError(f"can't reach {url!r}: {' '.join(str(error).split())[:200]}") from error
    below = [one.path.removeprefix(path).lstrip("/") for one in found if one.is_file]
    shown = [one for one in below if not any(part.startswith(".") for part in one.split("/"))]
    return [f"{url.rstrip('/')}/{one}" for one in sorted(shown)]


def size_of(name: str) -> int:
    """The size of a file, in bytes.

    Args:
        name: A path or URL.

    Raises:
        OSError: It isn't there.
    """
    if not is_url(name):
        return Path(name).stat().st_size
    files, path = filesystem_of(name)
    return int(files.get_file_info(path).size or 0)


def open_url(url: str) -> BinaryIO:
    """A file at a URL, open for bytes from its beginning.

    Args:
        url: Of the file.

    Raises:
        OSError: It can't be opened.
    """
    files, path = filesystem_of(url)
    # As it is: whether it is compressed, its first bytes tell.
    stream: BinaryIO = files.open_input_stream(path, compression=None)
    return stream


@contextmanager
def fetched(url: str) -> Iterator[Path]:
    """A copy, on this machine, of a file at a URL.

    Args:
        url: Of the file.

    Yields:
        The copy, which is removed afterwards.

    Raises:
        OSError: It can't be read, or the disk is full.
    """
    with scratch() as folder:
        copy = folder / "copy"
        with open_url(url) as source, copy.open("wb") as target:
            while piece := source.read(_PIECE):
                target.write(piece)
        yield copy
