"""Saved searches, and what is new for them."""

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode

from quotes.errors import UsageError
from quotes.index import find
from quotes.index.database import Database, in_chunks
from quotes.index.decide import timestamp
from quotes.index.errors import not_text
from quotes.index.params import from_params, to_params
from quotes.index.rows import fetch
from quotes.index.types import Row, Search, Watch


def save(database: Database, name: str, search: Search) -> None:
    """Save a search. See `Index.save_watch`."""
    if not name.strip():
        raise UsageError("give the saved search a name")
    find.search(database, search)  # what can't be searched for now is refused now
    try:
        text = urlencode(to_params(search))
    except UnicodeEncodeError as error:
        raise not_text(error) from error
    _search(text)  # and what could not be read again
    with database.transaction():
        database.run("DELETE FROM watches WHERE name = ?", (name,))
        database.run(
            "INSERT INTO watches (name, search, seen, saved) VALUES (?, ?, ?, ?)",
            (name, text, _last(database), timestamp()),
        )


def watches(database: Database) -> list[Watch]:
    """The saved searches. See `Index.watches`."""
    return [
        Watch(name=name, search=_search(search), saved=saved, checked=checked)
        for name, search, saved, checked in database.all(
            "SELECT name, search, saved, checked FROM watches ORDER BY name"
        )
    ]


def new(database: Database, name: str, *, mark: bool) -> Iterator[Row]:
    """What is new. See `Index.watch`."""
    found = database.one("SELECT search, seen FROM watches WHERE name = ?", (name,))
    if found is None:
        raise _unknown(database, name)
    return _new(database, name, _search(found[0]), found[1], mark=mark)


def drop(database: Database, name: str) -> None:
    """Forget a saved search. See `Index.drop_watch`."""
    with database.transaction():
        if database.one("SELECT 1 FROM watches WHERE name = ?", (name,)) is None:
            raise _unknown(database, name)
        database.run("DELETE FROM watches WHERE name = ?", (name,))


def _new(database: Database, name: str, search: Search, seen: int, *, mark: bool) -> Iterator[Row]:
    last = _last(database)  # what comes in from now on is for next time
    numbers = [n for n in find.numbers_since(database, search, seen) if n <= last]
    for chunk in in_chunks(numbers):
        yield from fetch(database, chunk)
    if mark:
        with database.transaction():
            database.run(
                "UPDATE watches SET seen = ?, checked = ? WHERE name = ?",
                (last, timestamp(), name),
            )


def _last(database: Database) -> int:
    row = database.one("SELECT value FROM meta WHERE key = 'next_quotation'")
    return int(row[0]) - 1 if row else 0


def _search(text: str) -> Search:
    return from_params(parse_qsl(text))


def _unknown(database: Database, name: str) -> UsageError:
    there = [watch.name for watch in watches(database)]
    hint = f"there are {', '.join(there)}" if there else "save one with --save NAME"
    return UsageError(f"no saved search {name!r}: {hint}")
