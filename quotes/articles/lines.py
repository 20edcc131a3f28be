"""Lines of a stream, decoded, each of bounded length."""

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from quotes.articles.decode import bom_of, check_binary, decode_bytes, utf16_without_bom
from quotes.articles.streams import Stream

# After so many times the longest line allowed without a line's end, the rest is given up: it is
# no file of lines, or one made to keep its reader busy.
_PATIENCE = 64


class Line(NamedTuple):
    """One line of a file.

    Attributes:
        number: Counted from 1.
        text: With its line end; empty where it was too long.
        note: How it was decoded, where that was not as UTF-8.
        too_long: Whether it was longer than allowed and was passed over.
    """

    number: int
    text: str
    note: str | None = None
    too_long: bool = False


def read_lines(stream: Stream, *, max_bytes: int) -> Iterator[Line]:
    """Yield a stream's lines, each decoded on its own so that one bad line spoils no other.

    Args:
        stream: Where the bytes come from.
        max_bytes: Longer lines are passed over, and marked.

    Yields:
        The lines.

    Raises:
        ReadError: The stream is binary.
    """
    first = stream.peek(1 << 12)
    bom = bom_of(first)
    codec = bom[0] if bom else utf16_without_bom(first)
    note = None
    chunks: Iterator[bytes] = iter(stream.read_some, b"")
    if codec is None:
        check_binary(first)
    elif codec != "utf-8-sig":
        note = "decoded as UTF-16" if bom is None else f"decoded as {bom[1]}"
        chunks = _as_utf8(chunks, codec)
    else:
        stream.read_up_to(len(codecs.BOM_UTF8))
    for number, (data, too_long) in enumerate(_split(chunks, max_bytes), 1):
        if too_long:
            yield Line(number, "", note, too_long=True)
        else:
            text, line_note = decode_bytes(data)
            yield Line(number, text, note or line_note)


def _as_utf8(chunks: Iterator[bytes], codec: str) -> Iterator[bytes]:
    for text in codecs.iterdecode(chunks, codec, errors="replace"):
        yield text.encode("utf-8", errors="replace")


def _split(chunks: Iterator[bytes], max_bytes: int) -> Iterator[tuple[bytes, bool]]:
    """Split at newlines; a line over ``max_bytes`` comes out empty, with True."""
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            size += end + 1 - start
            if size <= max_bytes:
                held.append(chunk[start : end + 1])
                yield b"".join(held), False
            else:
                yield b"", True
            held, size, start = [], 0, end + 1
        rest = chunk[start:]
        size += len(rest)
        if size <= max_bytes:
            held.append(rest)
        else:
            held.clear()
            if size > max_bytes * _PATIENCE:
                break
    if size > max_bytes:
        yield b"", True
    elif size:
        yield b"".join(held), False
