"""``quotes export``: an index's tables, whole."""

from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.searching import Database
from quotes.errors import UsageError

TableName = Annotated[
    str,
    typer.Option(
        "--table",
        metavar="NAME",
        help="quotes, speakers, articles, families, decisions or problems.",
    ),
]


def export(db: Database, output: options.Output = None, table: TableName = "quotes") -> None:
    """Write a whole table of an index to files.

    Exit status: 0 done, 2 wrong use.
    """
    from quotes.index import open_index
    from quotes.index.tables import TABLES, frames
    from quotes.table import STDOUT, check_outputs, write_table

    if table not in TABLES:
        raise UsageError(f"no table {table!r}: use one of {', '.join(TABLES)}")
    outputs = output or [STDOUT]
    check_outputs(outputs, inputs=[db])
    with open_index(db, readonly=True) as index:
        schema, rows = TABLES[table]
        for name in sorted(outputs, key=lambda name: name == STDOUT):
            write_table(frames(rows(index.database), schema), name, schema=schema)
