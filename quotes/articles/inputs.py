"""What to read: names given on a command line or in Python, expanded to files and their formats."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from quotes.articles.remote import is_url, list_url
from quotes.errors import UsageError
from quotes.types import Problem

STDIN = "-"

FORMATS: dict[str, str] = {
    ".txt": "txt",
    ".text": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
}
"""Formats by suffix; each but Parquet may have ``.gz`` after it."""


class Input(NamedTuple):
    """One file to read, or standard input.

    Attributes:
        name: As given or as found in a folder given; ``-`` is standard input.
        format: One of the values of ``FORMATS``, or ``auto``: look at what comes.
        problem: Set where there is nothing to read, such as a folder without articles.
    """

    name: str
    format: str
    problem: Problem | None = None


def format_of(name: str) -> str | None:
    """Return the format that a file's name tells, or None where it tells none.

    Args:
        name: A file's name or path.

    Returns:
        One of the values of ``FORMATS``, or None.
    """
    lower = name.lower()
    suffix = Path(lower.removesuffix(".gz")).suffix
    found = FORMATS.get(suffix)
    return None if found == "parquet" and lower.endswith(".gz") else found


def find_inputs(inputs: Sequence[str], *, input_format: str | None = None) -> list[Input]:
    """Expand files, folders, glob patterns and ``-`` to what there is to read.

    Folders are searched to any depth, in the order of their names; hidden files, files of other
    kinds, pipes and devices, and folders already seen through another link are passed over.

    Args:
        inputs: Paths, glob patterns (``**`` for any depth), URLs, or ``-`` for standard input.
        input_format: The format of standard input and of files whose suffix says nothing; by
            default standard input is looked at and such files are refused.

    Returns:
        The inputs in order, each file once. A folder or pattern without articles, and a folder
        that can't be read, is an input with a problem, since a run goes on without it.

    Raises:
        UsageError: No input is given, one does not exist, or its format is unknown.
    """
    formats = sorted(set(FORMATS.values()))
    if input_format is not None and input_format not in formats:
        raise UsageError(f"Unknown input format {input_format!r}: use one of {', '.join(formats)}.")
    if not inputs:
        raise UsageError("No input: name files, folders, or - for standard input.")
    found: dict[str, Input] = {}
    for name in inputs:
        for item in _expand(name, input_format):
            # A file reached by two ways ("a.txt", "./a.txt", a link to it) is still one file.
            named = item.name == STDIN or is_url(item.name)
            found.setdefault(item.name if named else os.path.realpath(item.name), item)
    return list(found.values())


def _expand(name: str, input_format: str | None) -> Iterator[Input]:
    if name == STDIN:
        yield Input(STDIN, input_format or "auto")
        return
    if is_url(name):
        yield from _at_url(name, input_format)
        return
    if not os.path.lexists(name):
        if not glob.has_magic(name):
            raise UsageError(f"No such file or folder: {name}. Check the path.")
        matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - keeps names as given
        if not matches:
            raise UsageError(f"Nothing matches {name}. Check the pattern.")
        known = [m for m in matches if Path(m).is_dir() or input_format or format_of(m)]
        names = [m for m in known if _holds_still(m)]
        if not names:
            yield _nothing(name, "Nothing that matches this pattern is an article file")
        # With ** a pattern matches folders as well as the files in them; the files are enough.
        files = [m for m in names if not Path(m).is_dir()]
        for match in files or names:
            yield from _expand(match, input_format)
        return
    if Path(name).is_dir():
        closed: list[OSError] = []
        found = False
        for path in _walk(name, closed.append):
            kind = format_of(path)
            if kind and _holds_still(path):
                found = True
                yield Input(path, kind)
        for error in closed:
            yield _closed(error)
        if not found and not closed:
            yield _nothing(name, "No articles in this folder")
        return
    yield _file(name, input_format)


def _file(name: str, input_format: str | None) -> Input:
    kind = format_of(name) or input_format
    if kind is None:
        raise UsageError(
            f"Can't tell the format of {name}: its suffix must be one of "
            f"{', '.join(FORMATS)} (or one of these and .gz)."
        )
    return Input(name, kind)


def _at_url(url: str, input_format: str | None) -> Iterator[Input]:
    names = list_url(url)
    if names is None:
        yield _file(url, input_format)
        return
    files = [Input(name, kind) for name in names if (kind := format_of(name))]
    yield from files or [_nothing(url, "No articles in this folder")]


def _nothing(name: str, what: str) -> Input:
    suffixes = " ".join(FORMATS)
    message = f"{what}: expected files ending in one of {suffixes} (or these and .gz)."
    return Input(name, "none", Problem(input=name, code="no-articles", message=message))


def _closed(error: OSError) -> Input:
    name = str(error.filename)
    message = f"The folder can't be read ({error.strerror}): check its permissions."
    return Input(name, "none", Problem(input=name, code="unreadable", message=message))


def _holds_still(path: str) -> bool:
    """Whether it is a file or folder, or a link that leads nowhere, which is to be told of.

    A pipe or a device that merely lies there would be waited for without end.
    """
    return os.path.isfile(path) or os.path.isdir(path) or not os.path.exists(path)  # noqa: PTH110, PTH112, PTH113


def _walk(folder: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    """Yield the files under a folder, sorted; links are followed, but no folder twice."""
    seen: set[tuple[int, int]] = set()
    for root, folders, files in os.walk(folder, onerror=on_error, followlinks=True):
        try:
            stat = os.stat(root)  # noqa: PTH116
        except OSError:
            folders.clear()
            continue
        if (stat.st_dev, stat.st_ino) in seen:
            folders.clear()
            continue
        seen.add((stat.st_dev, stat.st_ino))
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                yield str(Path(root) / file)
