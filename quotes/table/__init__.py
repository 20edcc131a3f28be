"""The quote table: its columns, its rows, and its files."""

from quotes.table.files import (
    FORMATS,
    STDOUT,
    check_outputs,
    format_of,
    read_table,
    write_stdout,
    write_table,
)
from quotes.table.rows import JOINT, Row, article_row, problem_row, quote_id, quote_rows
from quotes.table.schema import ARTICLES, PROBLEMS, QUOTES, SPEAKERS
from quotes.table.spool import Spool

__all__ = [
    "ARTICLES",
    "FORMATS",
    "JOINT",
    "PROBLEMS",
    "QUOTES",
    "SPEAKERS",
    "STDOUT",
    "Row",
    "Spool",
    "article_row",
    "check_outputs",
    "format_of",
    "problem_row",
    "quote_id",
    "quote_rows",
    "read_table",
    "write_stdout",
    "write_table",
]
