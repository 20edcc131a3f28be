"""Plain text: one article a file."""

from collections.abc import Iterator

from quotes.articles.decode import decode_file
from quotes.articles.fields import Draft, Remark, too_long
from quotes.articles.header import find_header
from quotes.articles.inputs import STDIN
from quotes.articles.streams import Stream
from quotes.errors import ReadError
from quotes.types import Problem


def read_txt(stream: Stream, *, name: str, max_chars: int) -> Iterator[Draft | Problem]:
    """Yield the article that a text file is; line ends become newlines.

    Args:
        stream: The file's bytes.
        name: Its path, which is the article's id; ``-`` for standard input.
        max_chars: The longest text allowed.

    Yields:
        One draft.

    Raises:
        ReadError: The file is binary or too long.
    """
    limit = 4 * max_chars + 4  # no encoding read here takes more than four bytes a character
    data = stream.read_up_to(limit + 1)
    if len(data) > limit:
        raise ReadError(too_long(max_chars), code="too-long")
    text, note = decode_file(data)
    remarks = [Remark("encoding", note)] if note else []
    if stream.damage:
        remarks.append(Remark("truncated", f"{stream.damage}; what came before is kept"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = find_header(text)
    record = {"text": text, "title": header.title, "author": header.author, "outlet": header.outlet}
    yield Draft(record, name, None if name == STDIN else name, tuple(remarks))
