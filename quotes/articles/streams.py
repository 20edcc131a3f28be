"""Bytes from files and standard input: decompressed, in bounded memory, as far as they go."""

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quotes.articles.inputs import STDIN
from quotes.articles.remote import is_url, open_url

CHUNK = 1 << 16
GZIP_MAGIC = b"\x1f\x8b"


class Stream(io.RawIOBase):
    """Bytes of one input, decompressed where it is gzip, whatever its name says.

    A damaged or truncated gzip file gives what it held up to there; ``damage`` then says what is
    wrong with it. Reading never raises for that reason.

    Args:
        raw: Where the bytes come from.
        on_bytes: Called with the number of bytes taken from ``raw``, for a progress bar.
    """

    def __init__(self, raw: BinaryIO, *, on_bytes: Callable[[int], None] | None = None) -> None:
        self.damage: str | None = None
        self._raw = raw
        self._on_bytes = on_bytes
        first = self._take()
        self._chunks = self._inflate(first) if first[:2] == GZIP_MAGIC else self._plain(first)
        self._held = bytearray()
        self._given = 0

    def tell(self) -> int:
        """Return how many bytes were taken so far; some readers ask, though none can go back."""
        return self._given

    def readable(self) -> bool:
        """Return True: this is a stream to read from."""
        return True

    def peek(self, size: int) -> bytes:
        """Return up to ``size`` bytes without taking them.

        Args:
            size: How many bytes are wanted.

        Returns:
            The next bytes; fewer only at the end of the input.
        """
        while len(self._held) < size:
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            self._held += chunk
        return bytes(self._held[:size])

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill ``buffer`` as far as one chunk goes.

        Args:
            buffer: Where the bytes go.

        Returns:
            How many bytes were written; 0 at the end.
        """
        data = self.read_some(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def read_some(self, size: int = CHUNK) -> bytes:
        """Return what is at hand, at least one byte unless at the end.

        Args:
            size: The most bytes to return.

        Returns:
            Between 1 and ``size`` bytes, or none at the end.
        """
        if self._held:
            data = bytes(self._held[:size])
            del self._held[:size]
        else:
            data = next(self._chunks, b"")
            if len(data) > size:
                self._held += data[size:]
                data = data[:size]
        self._given += len(data)
        return data

    def read_up_to(self, size: int) -> bytes:
        """Return the next ``size`` bytes, or all there are.

        Args:
            size: The most bytes to return.

        Returns:
            Fewer than ``size`` bytes only at the end of the input.
        """
        parts: list[bytes] = []
        while size > 0 and (part := self.read_some(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _take(self) -> bytes:
        data = self._raw.read(CHUNK)
        if data and self._on_bytes is not None:
            self._on_bytes(len(data))
        return data

    def _plain(self, first: bytes) -> Iterator[bytes]:
        data = first
        while data:
            yield data
            data = self._take()

    def _inflate(self, first: bytes) -> Iterator[bytes]:
        data = first
        while data[:2] == GZIP_MAGIC:  # a gzip file may be several, one after another
            member = zlib.decompressobj(wbits=31)
            while not member.eof:
                if not data and not (data := self._take()):
                    self.damage = "the gzip file ends too early"
                    return
                try:
                    out = member.decompress(data, CHUNK)
                except zlib.error as error:
                    self.damage = f"the gzip file is damaged ({error})"
                    return
                data = member.unconsumed_tail
                if out:
                    yield out
            data = member.unused_data
            if len(data) < 2:
                data += self._take()


@contextmanager
def open_stream(name: str, *, on_bytes: Callable[[int], None] | None = None) -> Iterator[Stream]:
    """Open a file, a URL, or standard input for ``-``.

    Args:
        name: A path, a URL, or ``-``.
        on_bytes: Called with the number of bytes read from disk, for a progress bar.

    Yields:
        The stream of its bytes.

    Raises:
        OSError: The file can't be opened or read.
    """
    if name == STDIN:
        yield Stream(sys.stdin.buffer, on_bytes=on_bytes)
        return
    with open_url(name) if is_url(name) else Path(name).open("rb") as raw:
        yield Stream(raw, on_bytes=on_bytes)
