"""What the golden files hold the system to: its tables as they were, its scores no lower.

The habit of pinning score floors together with the corpus's hash is trafilatura's.
"""

import difflib
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from quotes.table import QUOTES
from quotes.table._csv import read_csv, write_csv
from quotes.table.atomic import replacing

EPSILON = 0.05
"""How far a score may lie under its floor: both are rounded to one decimal, no more."""

Scores = Mapping[str, float]


class GateError(Exception):
    """A pin that may not be made; the text says what to do."""


class Floors(NamedTuple):
    """The scores that must be reached, and the corpus they were reached on."""

    corpus_sha256: str
    scores: dict[str, float]


def corpus_sha256(files: Iterable[Path]) -> str:
    """A hash of the corpus: the names and the bytes of its files.

    Args:
        files: The files, in any order.

    Returns:
        Hexadecimal digits.
    """
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda path: path.name):
        data = path.read_bytes()
        digest.update(f"{path.name}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def read_floors(path: Path) -> Floors:
    """Read the floors; none where there is no file yet."""
    if not path.exists():
        return Floors("", {})
    row = json.loads(path.read_text(encoding="utf-8"))
    return Floors(row["corpus_sha256"], row["floors"])


def write_floors(floors: Floors, path: Path) -> None:
    """Write the floors; the file changes whole or not at all."""
    row = {"corpus_sha256": floors.corpus_sha256, "floors": floors.scores}
    with replacing(path) as file:
        file.write((json.dumps(row, indent=2) + "\n").encode())


def below(scores: Scores, floors: Scores) -> list[str]:
    """Say which floors are not reached.

    Args:
        scores: What the system reaches.
        floors: What it must reach.

    Returns:
        A line for each; a score that is no longer measured is not reached either.
    """
    return [
        f"{name}: {scores[name]:.1f}, its floor is {floor:.1f}"
        if name in scores
        else f"{name}: no longer measured, its floor is {floor:.1f}"
        for name, floor in floors.items()
        if scores.get(name, float("-inf")) < floor - EPSILON
    ]


def new_floors(scores: Scores, floors: Scores, *, lower: bool) -> dict[str, float]:
    """The floors to pin.

    Args:
        scores: What the system reaches now.
        floors: The floors until now.
        lower: Whether floors may come down.

    Returns:
        The higher of score and floor for each score; with ``lower`` the score.

    Raises:
        GateError: A floor would come down and may not.
    """
    if lower:
        return dict(scores)
    lost = below(scores, floors)
    if lost:
        raise GateError(
            "scores fell under their floors:\n  " + "\n  ".join(lost) + "\n"
            "Mend that, or accept it with --lower-floors and say why in the commit."
        )
    return {name: max(score, floors.get(name, score)) for name, score in scores.items()}


def as_csv(table: pl.DataFrame) -> bytes:
    """A quote table as the CSV that users get."""
    file = io.BytesIO()
    write_csv([table], file, schema=QUOTES)
    return file.getvalue()


def difference(pinned: bytes, now: bytes, *, name: str) -> str:
    """What changed between two quote tables, for people: a row is a block, a column a line.

    Args:
        pinned: The table as it was, CSV.
        now: The table as it is, CSV.
        name: What to call it.

    Returns:
        A unified diff; empty where the tables are equal.
    """
    if pinned == now:
        return ""
    lines = difflib.unified_diff(
        list(_blocks(pinned)),
        list(_blocks(now)),
        f"{name} (pinned)",
        f"{name} (now)",
        n=3,
        lineterm="",
    )
    return "\n".join(lines) or f"{name}: the same rows, but not the same bytes"


def _blocks(table: bytes) -> Iterator[str]:
    cells = read_csv(io.BytesIO(table), schema=pl.Schema()) if table else QUOTES.to_frame()
    for row in cells.iter_rows(named=True):
        yield f"{row['article_id']}: {row['quote']}"
        yield from (
            f"    {column}: {value}"
            for column, value in row.items()
            if column not in ("article_id", "quote") and value not in (None, "")
        )
