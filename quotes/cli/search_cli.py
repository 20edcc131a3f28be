"""``quotes search``: quotations out of an index."""

from collections.abc import Sequence
from typing import Annotated

import typer

from quotes.cli.messages import say
from quotes.cli.searching import Database, searching
from quotes.cli.showing import (
    Context,
    Csv,
    Jsonl,
    Outputs,
    settle,
    show_counts,
    show_quotations,
    targets,
    write,
)
from quotes.errors import UsageError
from quotes.index.types import COUNT_BY, Count, Page, Search

CountBy = Annotated[
    str | None,
    typer.Option("--count-by", metavar="WHAT", help=f"Count instead: {', '.join(COUNT_BY)}."),
]
PageNumber = Annotated[
    int, typer.Option("--page", metavar="N", min=1, max=1000, help="Which page of the table.")
]
Size = Annotated[
    int, typer.Option("--size", metavar="N", min=1, max=1000, help="Rows on a page, or counts.")
]


@searching
def search(
    db: Database,
    search: Search,
    count_by: CountBy = None,
    context: Context = False,
    page: PageNumber = 1,
    size: Size = 20,
    csv: Csv = False,
    jsonl: Jsonl = False,
    output: Outputs = None,
) -> None:
    """Find quotations by speaker, words, outlet, date and more.

    A page of them as a table; all of them with --csv, --jsonl or -o.

    Exit status: 0 done, also where nothing is found; 2 wrong use, or a name that is not clear.
    """
    from dataclasses import replace

    from quotes.index import open_index

    files = targets(output, csv=csv, jsonl=jsonl)
    with open_index(db, readonly=True) as index:
        settle(index, search.speaker, any_speaker=search.any_speaker)
        if count_by is not None:
            if count_by not in COUNT_BY:
                raise UsageError(f"can't count by {count_by!r}: use one of {', '.join(COUNT_BY)}")
            counts = index.counts(search, count_by)
            if files:
                _write_counts(counts, files)
            else:
                show_counts(count_by, counts[(page - 1) * size : page * size])
            return
        if files:
            from quotes.table import QUOTES

            write(index.rows(search), files, schema=QUOTES)
            return
        found = index.search(replace(search, page=page, size=size))
        show_quotations(found.rows, search.words, context=context)
        say(_summary(found))


def _summary(page: Page) -> str:
    if not page.rows:
        return "nothing found" if page.total == 0 else f"there are only {page.pages} pages"
    first = (page.page - 1) * page.size + 1
    more = "" if page.complete else "more than "
    said = f"{first:,} to {first + len(page.rows) - 1:,} of {more}{page.total:,}"
    if page.page < page.pages or not page.complete:
        said += f"; next: --page {page.page + 1}"
    return said


def _write_counts(counts: Sequence[Count], files: Sequence[str]) -> None:
    import polars as pl

    schema = pl.Schema({"value": pl.String(), "label": pl.String(), "quotes": pl.Int64()})
    rows = [{name: getattr(count, name) for name in schema} for count in counts]
    write(rows, files, schema=schema)
