"""Runs: each time something was put into the index or taken out."""

import json
from collections.abc import Sequence

from quotes import __version__
from quotes.index.database import Database
from quotes.index.decide import timestamp
from quotes.index.numbers import take_numbers


def begin(database: Database, *, inputs: Sequence[str], model: str | None = None) -> int:
    """Note that a run begins.

    Args:
        database: The index.
        inputs: What is read.
        model: The language pipeline, where one is used.

    Returns:
        The run's number.
    """
    with database.transaction():
        number = take_numbers(database, "run", 1)
        database.run(
            "INSERT INTO runs (id, started, version, model, inputs) VALUES (?, ?, ?, ?, ?)",
            (number, timestamp(), __version__, model, json.dumps(list(inputs))),
        )
    return number


def finish(database: Database, run: int, *, withdrawn: int = 0) -> None:
    """Note that a run came to its end; one that was killed has none.

    Args:
        database: The index.
        run: Its number.
        withdrawn: How many articles were taken out.
    """
    with database.transaction():
        database.run(
            "UPDATE runs SET finished = ?, withdrawn = ? WHERE id = ?",
            (timestamp(), withdrawn, run),
        )
