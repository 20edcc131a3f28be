"""JSON Lines: one article a line."""

import json
from collections.abc import Iterator

from quotes.articles.fields import Draft, Remark, too_long
from quotes.articles.inputs import STDIN
from quotes.articles.lines import read_lines
from quotes.articles.streams import Stream
from quotes.types import Problem


def read_jsonl(stream: Stream, *, name: str, max_chars: int) -> Iterator[Draft | Problem]:
    """Yield the articles of a JSON Lines file; a line that is none is a problem of its own.

    Args:
        stream: The file's bytes.
        name: Its path; articles without an id get ``PATH:LINE``.
        max_chars: The longest text allowed.

    Yields:
        Drafts and problems, in the order of the lines.

    Raises:
        ReadError: The file is binary.
    """
    # A character may take six bytes (\uXXXX), and the other columns some more.
    for line in read_lines(stream, max_bytes=6 * max_chars + (1 << 16)):
        where = f"{name}:{line.number}"
        if line.too_long:
            yield Problem(input=where, code="too-long", message=too_long(max_chars))
            continue
        text = line.text.strip()
        if not text:
            continue
        try:
            record = json.loads(text)
        except RecursionError:
            yield _bad(where, "nested too deeply")
            continue
        except ValueError as error:
            if stream.damage and not line.text.endswith("\n"):
                break  # the torn last line of a truncated file is no mistake of its own
            yield _bad(where, str(error))
            continue
        if not isinstance(record, dict):
            yield _bad(where, f"an object is needed, not {type(record).__name__}")
            continue
        remarks = (Remark("encoding", line.note),) if line.note else ()
        yield Draft(record, where, None if name == STDIN else where, remarks)
    if stream.damage:
        message = f"{stream.damage}; the articles after it are lost"
        yield Problem(input=name, code="truncated", message=message)


def _bad(where: str, why: str) -> Problem:
    message = f"Not a JSON object on one line ({why}); the line is left out."
    return Problem(input=where, code="bad-json", message=message)
