"""What is done so far, kept beside the output, so that a run that was killed can go on.

A folder holds ``manifest.json``, which says by what the work was done, and ``done.log``, to which
finished articles are only ever appended, some at a time: the length and the CRC-32 of a record,
then the record, compressed JSON. Whatever moment the process is killed at, what lies before the
last record's end is whole, and the rest is cut off when the file is opened again (the recovery of
an append-only log; Gray and Reuter, "Transaction Processing", 1993, ch. 9).

An article is known by a hash of all that is read of it, so inputs may come in any order, or grow.
Articles that failed are not kept: they are tried again.
"""

import json
import os
import struct
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from quotes.errors import QuotesError, UsageError
from quotes.packed import pack, unpack
from quotes.table.atomic import replacing
from quotes.table.locks import locked
from quotes.types import Article, Attribution

FLUSH_SECONDS = 5.0
"""How much work is lost at most; a run that takes less leaves no trace."""

FLUSH_CHARS = 4_000_000

_HEAD = struct.Struct(">II")
_Place = tuple[int, int]


class Journal:
    """The finished articles of one run, and of those before it that it goes on with.

    Args:
        folder: Where they are kept; made only when there is something to keep.
        made_by: What the results depend on but for the articles: versions, model, options.
        resume: Go on with what is there; else it is thrown away.

    Raises:
        UsageError: What is there was made by something else, or another run is at it.
        QuotesError: It can't be read.
    """

    def __init__(self, folder: Path, *, made_by: Mapping[str, str], resume: bool) -> None:
        self.folder = folder
        self._made_by = dict(made_by)
        self._file: BinaryIO | None = None
        self._places: dict[bytes, _Place] = {}
        self._held: dict[bytes, list[dict[str, Any]]] = {}
        self._added = self._chars = 0
        self._flushed = time.monotonic()
        self._record: tuple[int, list[list[dict[str, Any]]]] | None = None
        try:
            if resume and self._log.exists():
                self._check()
                self._open()
            else:
                self._refuse_if_taken()
        except OSError as error:
            raise QuotesError(f"can't read {str(folder)!r}: {error.strerror}") from error

    def __len__(self) -> int:
        return len(self._places) + self._added + len(self._held)

    def known(self, article: Article) -> list[Attribution] | None:
        """What was found in an article before this run.

        Args:
            article: The article.

        Returns:
            Its attributions, or None where it is still to be worked on. What this run adds is not
            looked up: articles come once, and in memory nothing is to grow with their number.
        """
        place = self._places.get(article_key(article))
        return None if place is None else unpack(self._read(place))

    def add(self, article: Article, found: list[Attribution]) -> None:
        """Note that an article is done; one that was so before stays as it is.

        Args:
            article: The article.
            found: What was found in it.

        Raises:
            QuotesError: It can't be written.
        """
        key = article_key(article)
        if key in self._places or key in self._held:
            return
        self._held[key] = pack(found)
        self._chars += len(article.text)
        late = time.monotonic() - self._flushed >= FLUSH_SECONDS
        if late or self._chars >= FLUSH_CHARS:
            self.flush()

    def flush(self) -> None:
        """Write down what is done.

        Raises:
            QuotesError: It can't be written.
        """
        self._flushed = time.monotonic()
        if not self._held:
            return
        data = json.dumps([[key.hex(), found] for key, found in self._held.items()])
        packed = zlib.compress(data.encode(), 1)
        try:
            if self._file is None:
                self._begin()
            assert self._file is not None
            start = self._file.seek(0, os.SEEK_END)
            try:
                self._file.write(_HEAD.pack(len(packed), zlib.crc32(packed)) + packed)
                self._file.flush()
            except BaseException:
                # Half a record (the disk is full) must not stand before the next.
                with suppress(OSError):
                    self._file.truncate(start)
                raise
        except OSError as error:
            raise QuotesError(f"can't write to {str(self.folder)!r}: {error.strerror}") from error
        self._added += len(self._held)
        self._held.clear()
        self._chars = 0

    def close(self) -> None:
        """Leave it as it is, for a later run to go on with."""
        if self._file is not None:
            with suppress(QuotesError):
                self.flush()
            self._file.close()
            self._file = None

    def discard(self) -> None:
        """Remove it: the run is complete."""
        self._held.clear()
        self.close()
        self._remove()

    @property
    def is_of_another_run(self) -> bool:
        """Whether there is something that this run does not go on with."""
        return self._file is None and self._log.exists()

    @property
    def _log(self) -> Path:
        return self.folder / "done.log"

    @property
    def _manifest(self) -> Path:
        return self.folder / "manifest.json"

    def _check(self) -> None:
        try:
            made_by = json.loads(self._manifest.read_text("utf-8"))
        except (OSError, ValueError):
            made_by = {}
        differing = [key for key, value in self._made_by.items() if made_by.get(key) != value]
        if differing:
            raise UsageError(
                f"{str(self.folder)!r} was begun with another {differing[0]} "
                f"({made_by.get(differing[0])}, not {self._made_by[differing[0]]}): "
                "go on as it was begun, or start over without --resume"
            )

    def _begin(self) -> None:
        self._refuse_if_taken()
        self._remove()
        self.folder.mkdir(exist_ok=True)
        with replacing(self._manifest) as file:
            file.write(f"{json.dumps(self._made_by, indent=2)}\n".encode())
        self._log.touch()
        self._open()

    def _refuse_if_taken(self) -> None:
        if self._log.exists():
            with self._log.open("r+b") as file:
                _lock(file, self.folder)

    def _remove(self) -> None:
        # Its own files only: what else may lie there is somebody's.
        with suppress(OSError):
            self._log.unlink(missing_ok=True)
            self._manifest.unlink(missing_ok=True)
            self.folder.rmdir()

    def _open(self) -> None:
        file = self._log.open("r+b")
        try:
            _lock(file, self.folder)
        except UsageError:
            file.close()
            raise
        self._file, end = file, 0
        for start, record, after in _records(self._file):
            end = after
            for number, (key, _) in enumerate(record):
                self._places[bytes.fromhex(key)] = start, number
        self._file.truncate(end)

    def _read(self, place: _Place) -> list[dict[str, Any]]:
        start, number = place
        if self._record is None or self._record[0] != start:
            assert self._file is not None
            self._file.seek(start)
            record = next(_records(self._file))[1]
            self._record = start, [found for _, found in record]
        return self._record[1][number]


_Record = list[tuple[str, list[dict[str, Any]]]]


def _records(file: BinaryIO) -> Iterator[tuple[int, _Record, int]]:
    """From where the file stands: each whole record, with its start and end."""
    start = file.tell()
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        size, check = _HEAD.unpack(head)
        packed = file.read(size)
        if len(packed) != size or zlib.crc32(packed) != check:
            return
        end = start + _HEAD.size + size
        yield start, json.loads(zlib.decompress(packed)), end
        start = end
        file.seek(start)


def _lock(file: BinaryIO, folder: Path) -> None:
    if locked(file) is False:
        raise UsageError(
            f"another run is writing to {str(folder)!r}: wait for its end, or name another output"
        )


def article_key(article: Article) -> bytes:
    """A hash of all that is known of an article; equal only for equal articles.

    Args:
        article: The article.
    """
    everything = [
        *(article.article_id, article.text, article.title, article.outlet, article.author),
        *(article.url, article.published and article.published.isoformat(), article.skipped),
    ]
    return blake2b(json.dumps(everything).encode(), digest_size=16).digest()
