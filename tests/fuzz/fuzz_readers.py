"""Readers: on any bytes, articles or problems come out, and nothing else ever does."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from draw import Draw, text_of

from quotes.articles import read_articles
from quotes.articles.decode import bom_of, decode_bytes, decode_file, decode_html, utf16_without_bom
from quotes.articles.fields import MAX_CHARS
from quotes.articles.lines import read_lines
from quotes.articles.streams import GZIP_MAGIC, Stream
from quotes.errors import ReadError

SUFFIXES = (".txt", ".html", ".jsonl", ".csv", ".parquet", ".warc")
_SHORT = 60
FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")
CHARSETS = (
    *(None, "latin-1", "utf-16", "utf-7", "koi8-r", "shift_jis", "hex", "idna", "undefined"),
    *("punycode", "unicode_escape", "gb18030", "iso2022_kr", "utf-32", "hz", "\x00", "ascii"),
)


def reader(suffix: str) -> Callable[[bytes], None]:
    """What reads a file of one format, whose bytes are given."""
    path = Path(FOLDER.name) / f"f{suffix}"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        # What is too long for an article is met now and then.
        hold_articles([str(path)], max_chars=_SHORT if len(data) % 5 == 4 else MAX_CHARS)

    return read


def sniffed(data: bytes) -> None:
    """The same as standard input, whose format is told from its first bytes."""
    before = sys.stdin
    sys.stdin = SimpleNamespace(buffer=io.BytesIO(data))
    try:
        # Of standard input Parquet alone is not looked for.
        hold_articles(["-"], input_format="parquet" if data.startswith(b"PAR1") else None)
    finally:
        sys.stdin = before


def hold_articles(inputs: list[str], **options: object) -> None:
    problems = []
    articles = list(read_articles(inputs, on_problem=problems.append, **options))
    assert len({article.article_id for article in articles}) == len(articles)
    for article in articles:
        article.text.encode("utf-8")
        assert article.text.strip() and "\x00" not in article.text
        for field in (article.title, article.outlet, article.author, article.url):
            assert field is None or (field.strip() == field != "" and "\n" not in field)
        ends = [0, *(end for part in article.skipped for end in (part.start, part.end))]
        assert ends == sorted(ends) and ends[-1] <= len(article.text)
    for problem in problems:
        assert problem.code and problem.message
        assert "\n" not in problem.message
        # What nobody foresaw is a problem of that file too; here it is what we look for. Polars'
        # and fastwarc's own surprises are theirs.
        assert problem.code != "unreadable" or "PanicException" in problem.message, problem


def decoding(data: bytes) -> None:
    """Bytes to text, by every way there is."""
    draw = Draw(data)
    charset = draw.one(CHARSETS)
    data = draw.rest()
    for decode in (decode_bytes, decode_file, lambda d: decode_html(d, charset=charset)):
        try:
            found = decode(data)
        except ReadError as error:
            assert error.code == "binary"
            continue
        assert isinstance(found.text, str)
        if found.note is None:
            assert found.text == data.decode("utf-8")


def lines(data: bytes) -> None:
    """Lines are the same however the bytes come in, and together they are the text."""
    draw = Draw(data)
    size, longest = 2 + draw.below(40), 1 + draw.below(300)
    data = draw.rest()
    if not data or data[:2] == GZIP_MAGIC:
        return
    data *= 1 + 6000 // len(data)  # more than is looked at beforehand
    longest = max(longest, len(data) // 60)  # what is much longer is given up sooner or later
    whole = _lines(io.BytesIO(data), longest)
    assert whole == _lines(_Trickle(data, size), longest)
    if whole is None or bom_of(data) or utf16_without_bom(data[: 1 << 12]):
        return
    assert [line.number for line in whole] == list(range(1, len(whole) + 1))
    kept = [line for line in data.splitlines(keepends=True) if line]
    if (
        b"\r" not in data
        and not any(line.too_long for line in whole)
        and text_of(data) == (data.decode("utf-8", "ignore"))
    ):
        assert "".join(line.text for line in whole) == text_of(data), kept


def _lines(raw: io.BytesIO, longest: int) -> list | None:
    try:
        return list(read_lines(Stream(raw), max_bytes=longest))
    except ReadError:
        return None


class _Trickle(io.BytesIO):
    """Bytes that come a few at a time, as from a slow connection."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self._size = size

    def read(self, size: int = -1) -> bytes:
        return super().read(min(size, self._size) if size >= 0 else self._size)
