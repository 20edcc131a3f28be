"""Web archives: the articles among the pages of a crawl."""

from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecordType

from quotes.articles._html import MAX_PAGE_BYTES, extract_page
from quotes.articles.fields import Draft
from quotes.articles.inputs import STDIN
from quotes.articles.streams import Stream
from quotes.errors import ReadError
from quotes.types import Problem

_HTML = ("text/html", "application/xhtml+xml")


def read_warc(stream: Stream, *, name: str, max_chars: int) -> Iterator[Draft | Problem]:
    """Yield the articles of a WARC file: its successful responses that are HTML.

    The date is the page's own; that of the crawl would date an article by when it was fetched.

    Args:
        stream: The file's bytes.
        name: Its path; an article's id is its record's, else ``PATH:RECORD``.
        max_chars: Not needed here: the page's own bound is lower than any article's.

    Yields:
        Drafts and problems, in the order of the records.

    Raises:
        ReadError: The file is no WARC file or is damaged.
    """
    if not stream.peek(5).startswith(b"WARC/"):
        raise ReadError("Not a WARC file, though its name says so.", code="bad-warc")
    records = ArchiveIterator(
        stream,
        record_types=WarcRecordType.response,
        parse_http=True,
        auto_decode="all",
        stream_detect=False,
    )
    number = 0
    try:
        for record in records:
            number += 1
            headers = record.http_headers
            if headers is None or headers.status_code != 200:
                continue
            if (record.http_content_type or "").lower() not in _HTML:
                continue
            where = f"{name}:{number}"
            url = _one_line(record.headers.get("WARC-Target-URI")) or None
            own_id = _one_line(record.record_id)
            fallback = own_id or (None if name == STDIN else where)
            try:
                data = record.reader.read(MAX_PAGE_BYTES + 1)
                page, remarks = extract_page(data, charset=record.http_charset, url=url)
            except ReadError as error:
                message = f"{error} ({url})" if url else str(error)
                yield Problem(input=where, article_id=fallback, code=error.code, message=message)
                continue
            yield Draft(page, where, fallback, remarks)
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        if not stream.damage:
            why = str(error).split("\n", 1)[0][:200]
            message = f"The WARC file can't be read after record {number} ({why})."
            raise ReadError(message, code="bad-warc") from error
    if stream.damage:
        message = f"{stream.damage}; the pages after it are lost"
        yield Problem(input=name, code="truncated", message=message)


def _one_line(header: str | None) -> str:
    """A header's value; a long one may be folded over several lines."""
    return " ".join((header or "").split()).strip("<>")
