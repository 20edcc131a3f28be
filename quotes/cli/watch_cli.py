"""``quotes watch``: saved searches, and what is new for them."""

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
    show,
    show_quotations,
    targets,
    write,
)
from quotes.errors import UsageError
from quotes.index.types import Search, Watch

Save = Annotated[
    str | None,
    typer.Option("--save", metavar="NAME", help="Save the search that is given under this name."),
]
Drop = Annotated[str | None, typer.Option("--drop", metavar="NAME", help="Forget a saved search.")]
Peek = Annotated[bool, typer.Option("--peek", help="Show what is new, but keep it new.")]


@searching
def watch(
    db: Database,
    search: Search,
    save: Save = None,
    drop: Drop = None,
    peek: Peek = False,
    context: Context = False,
    csv: Csv = False,
    jsonl: Jsonl = False,
    output: Outputs = None,
) -> None:
    """Save a search, and print what is new for it since last time.

    With --save, the words and options are the search. Without, the word is the name of a saved
    one; with no name at all, they are listed. Where nothing is new nothing is printed, so that
    cron sends no mail.

    Exit status: 0 done, 2 wrong use.
    """
    from quotes.index import open_index

    files = targets(output, csv=csv, jsonl=jsonl)
    with open_index(db, readonly=peek) as index:
        if save is not None:
            settle(index, search.speaker, any_speaker=search.any_speaker)
            index.save_watch(save, search)
            say(f"saved as {save!r}: quotes watch {db} {save} shows what is new")
        if drop is not None:
            index.drop_watch(drop)
        if save is not None or drop is not None:
            return
        if search == Search():
            _list(index.watches())
            return
        if search != Search(words=search.words):
            raise UsageError("give the name of a saved search alone, or --save NAME with options")
        words = {watch.name: watch.search.words for watch in index.watches()}
        rows = index.watch(search.words, mark=not peek)
        if files:
            from quotes.table import QUOTES

            write(rows, files, schema=QUOTES)
            return
        found = list(rows)
        if found:
            show_quotations(found, words[search.words], context=context)


def _list(watches: Sequence[Watch]) -> None:
    from urllib.parse import urlencode

    from rich.text import Text

    from quotes.index import to_params

    lines = [
        tuple(Text(part) for part in (w.name, urlencode(to_params(w.search)), w.checked or "never"))
        for w in watches
    ]
    show(("name", "search", "last asked"), lines)
