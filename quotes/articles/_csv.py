"""CSV, comma, semicolon or tab between columns: one article a row, the first row their names."""

import csv
from collections.abc import Iterator, Mapping

from quotes.articles.fields import COLUMNS, Draft, Remark, too_long
from quotes.articles.inputs import STDIN
from quotes.articles.lines import Line, read_lines
from quotes.articles.streams import Stream
from quotes.errors import ReadError
from quotes.types import Problem


def read_csv(stream: Stream, *, name: str, max_chars: int) -> Iterator[Draft | Problem]:
    """Yield the articles of a CSV file, row by row.

    Args:
        stream: The file's bytes.
        name: Its path; articles without an id get ``PATH:LINE``.
        max_chars: The longest text allowed.

    Yields:
        Drafts and problems, in the order of the rows.

    Raises:
        ReadError: The file is binary, or has no ``text`` column.
    """
    lines = read_lines(stream, max_bytes=4 * max_chars + (1 << 16))
    head = next(lines, None)
    if head is None or head.too_long:
        raise ReadError("No header row: the first row must name the columns.", code="empty")
    delimiter = max(",;\t", key=head.text.count)
    notes: list[str] = []  # of the lines since the last row
    rows = csv.reader(_texts(head, lines, notes), delimiter=delimiter)
    try:
        names = [column.strip().lower() for column in next(rows, [])]
    except csv.Error as error:  # such as lines that end in a carriage return alone
        message = f"The first row can't be read ({error}): save the file as CSV anew."
        raise ReadError(message, code="bad-row") from error
    check_columns(names)
    wanted = [(i, column) for i, column in enumerate(names) if column in COLUMNS]
    while True:
        notes.clear()
        where = f"{name}:{rows.line_num + 1}"
        try:
            row = _next_row(rows, max_chars)
        except csv.Error as error:
            long = "field limit" in str(error)
            message = too_long(max_chars) if long else f"Not a CSV row ({error}): quote its fields."
            yield Problem(input=where, code="too-long" if long else "bad-row", message=message)
            continue
        if row is None:
            break
        if _TOO_LONG in notes:
            yield Problem(input=where, code="too-long", message=too_long(max_chars))
            continue
        if len(row) > len(names):
            message = f"{len(row)} fields where the header has {len(names)}: quote the text."
            yield Problem(input=where, code="bad-row", message=message)
            continue
        if not any(row):
            continue
        record = {column: row[i] for i, column in wanted if i < len(row) and row[i] != ""}
        remarks = tuple(Remark("encoding", note) for note in dict.fromkeys(notes))
        yield Draft(record, where, None if name == STDIN else where, remarks)
    if stream.damage:
        message = f"{stream.damage}; the articles after it are lost"
        yield Problem(input=name, code="truncated", message=message)


def check_columns(names: list[str]) -> None:
    """Make sure that there is a ``text`` column, once.

    Args:
        names: The columns' names.

    Raises:
        ReadError: There is none, or several; it lists those there are.
    """
    if names.count("text") != 1:
        count = "No" if "text" not in names else "More than one"
        shown = ", ".join(names)[:200].replace("\n", " ")
        message = f"{count} text column: name the articles' column text (there are: {shown})."
        raise ReadError(message, code="no-text")


_TOO_LONG = "too long"


def _texts(head: Line, lines: Iterator[Line], notes: list[str]) -> Iterator[str]:
    yield head.text.removeprefix("\ufeff")
    for line in lines:
        if line.too_long:
            notes.append(_TOO_LONG)
        elif line.note:
            notes.append(line.note)
        yield line.text


def _next_row(rows: Iterator[list[str]], max_chars: int) -> list[str] | None:
    # The limit on a field is one for the whole process: it is put back at once.
    before = csv.field_size_limit(max_chars + 1)
    try:
        return next(rows, None)
    finally:
        csv.field_size_limit(before)


def columns_of(names: list[str]) -> Mapping[str, str]:
    """Return the columns to read, by the name that an article knows them under.

    Args:
        names: A table's columns as it names them.

    Returns:
        From our name to the table's.
    """
    return {n.strip().lower(): n for n in names if n.strip().lower() in COLUMNS}
