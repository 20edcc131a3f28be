"""Bytes to text: the encoding found out, and said where it is not plain UTF-8."""

import codecs
import re
from typing import NamedTuple

from quotes.errors import ReadError

BOMS: tuple[tuple[bytes, str, str], ...] = (
    # UTF-32's mark begins with UTF-16's, so it is tried first.
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)

_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x7fELF", "a program"),
)
# Bytes that no text holds in number. NUL is counted apart: some files are padded with it.
_CONTROL = bytes(b for b in range(1, 32) if b not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"
_SAMPLE = 1 << 16
# What UTF-8's quotation marks, dashes and accented letters look like in Windows-1252.
_MISREAD = re.compile("â[\u0080€]|Ã[\u0080-¿]|Â[\u00a0-¿]")
_MISREAD_OFTEN = 3
# The ellipsis, quotation marks and dashes of Windows-1252.
_MARKS = {bytes([byte]) for byte in (0x85, *range(0x91, 0x95), 0x96, 0x97)}
_AMONG_UTF8 = "quotes.marks-among-utf8"
# Python's own, which no browser knows; Punycode takes quadratic time, hours for a large page.
_NO_CHARSETS = frozenset(("punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"))
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.I
)


class Decoded(NamedTuple):
    """Text, and how it was decoded where that is worth telling (else None)."""

    text: str
    note: str | None


def _mark_or_unknown(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    wrong = error.object[error.start : error.end]
    return (wrong.decode("windows-1252") if wrong in _MARKS else "\ufffd"), error.end


codecs.register_error(_AMONG_UTF8, _mark_or_unknown)


def bom_of(data: bytes) -> tuple[str, str] | None:
    """Return the codec and its everyday name that a byte order mark tells, or None.

    Args:
        data: The first bytes, four at least where there are as many.

    Returns:
        A Python codec that drops the mark, and a name for people.
    """
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return codec, name
    return None


def utf16_without_bom(data: bytes) -> str | None:
    """Return the UTF-16 codec of text whose every other byte is NUL, or None.

    Args:
        data: The first bytes of a file.

    Returns:
        ``utf-16-le``, ``utf-16-be``, or None.
    """
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def check_binary(data: bytes) -> None:
    """Refuse bytes that are no text in any encoding.

    Args:
        data: The first bytes of a file.

    Raises:
        ReadError: They are of a known binary kind, or full of control characters.
    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise ReadError(
                f"Not text but {kind}: convert it to text or HTML first.", code="binary"
            )
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > max(1, 0.05 * len(sample)) or sample.count(0) > max(1, 0.5 * len(sample)):
        raise ReadError(
            "Not text but a binary file: convert it to text or HTML first.", code="binary"
        )


def decode_bytes(data: bytes) -> Decoded:
    """Decode bytes that should be UTF-8 and may be something else.

    A byte order mark decides; else UTF-8; else, where most of what is not ASCII is good UTF-8,
    UTF-8 with the bad bytes replaced, a lone quotation mark or dash of Windows-1252 by itself;
    else Windows-1252, which old newsroom files are in.

    Args:
        data: The bytes of a text, or of one line of a file.

    Returns:
        The text, and a note where it was not plain UTF-8.
    """
    bom = bom_of(data)
    if bom is not None:
        return Decoded(data.decode(bom[0], errors="replace"), f"decoded as {bom[1]}")
    try:
        return Decoded(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for ch in text if ch > "\x7f") - bad
    if good >= bad:
        text = data.decode("utf-8", errors=_AMONG_UTF8)
        return Decoded(text, f"not all UTF-8: {bad} wrong byte sequences replaced")
    return Decoded(
        data.decode("windows-1252", errors="replace"), "not UTF-8: decoded as Windows-1252"
    )


def misread(text: str) -> str | None:
    """Say of a text that it is UTF-8 which somebody took for Windows-1252 (“Ã©” for “é”).

    Args:
        text: The text.

    Returns:
        A note, or None where it doesn't look so. The text is for others to mend: where it came
        as a string, offsets are into that.
    """
    count = len(_MISREAD.findall(text))
    if count < _MISREAD_OFTEN:
        return None
    return (
        f"{count} characters look like UTF-8 that was read as Windows-1252 (“â€™” for an "
        "apostrophe): taken as they are; decode the source anew"
    )


def decode_file(data: bytes) -> Decoded:
    """Decode a whole text file.

    Args:
        data: All of its bytes.

    Returns:
        The text, and a note where it was not plain UTF-8.

    Raises:
        ReadError: It is binary.
    """
    if bom_of(data) is None:
        codec = utf16_without_bom(data)
        if codec is not None:
            return Decoded(data.decode(codec, errors="replace"), "decoded as UTF-16")
        check_binary(data)
    return decode_bytes(data)


def decode_html(data: bytes, *, charset: str | None = None) -> Decoded:
    """Decode a web page, which may name its encoding itself.

    Args:
        data: The page's bytes.
        charset: What the server said, if anything.

    Returns:
        The text, and a note where it was not plain UTF-8.

    Raises:
        ReadError: It is binary.
    """
    if bom_of(data) is not None or utf16_without_bom(data) is not None:
        return decode_file(data)
    check_binary(data)
    try:
        return Decoded(data.decode("utf-8"), None)
    except UnicodeDecodeError:
        pass
    named = _META_CHARSET.search(data, 0, 4096)
    for name in (charset, named and named[1].decode("ascii", "replace")):
        try:
            codec = codecs.lookup(name).name if name else "utf-8"
            # Browsers read pages labelled Latin-1 as Windows-1252, and so do those who write them.
            codec = "cp1252" if codec in ("iso8859-1", "ascii") else codec
            if codec != "utf-8" and codec not in _NO_CHARSETS:
                return Decoded(data.decode(codec, errors="replace"), f"decoded as {name}")
        except (LookupError, ValueError, AssertionError, TypeError):
            continue
    return decode_bytes(data)
