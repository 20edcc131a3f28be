"""Speakers linked to somebody else's identifiers: Wikidata's, or a newsroom's own.

An authority file is CSV or Parquet with the columns ``authority_id`` and ``name``, and where known
``aliases`` (separated by ``|``), ``role``, ``start`` and ``end`` (the years or days in which the
person or body may speak) and ``born`` (a year or day).
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from quotes.articles.trial import try_parquet
from quotes.errors import ReadError, UsageError, is_panic
from quotes.identify.callings import calling_of
from quotes.identify.clusters import Link
from quotes.identify.evidence import BORN_APART, BORN_TOGETHER, role_evidence
from quotes.identify.forms import WORTH, Form, form_of
from quotes.identify.nodes import PERSON, Node
from quotes.identify.speakers import organization_key

SURE = 2.0
"""A link needs this score: a name that many bear needs a role that fits besides."""

MARGIN = 1.0
ONE_ENTRY = 6.0
"""The score of a link between names of one entry."""

OUT_OF_TIME = -3.0
BY_ALIAS = -0.5

_YEAR = re.compile(r"-?\d{4}")
_SEPARATORS = re.compile(r"\s{0,9}[|;]\s{0,9}")


class Record(NamedTuple):
    """One entry of an authority file; ``start`` and ``end`` are years."""

    authority_id: str
    name: str
    aliases: tuple[str, ...]
    role: str | None
    start: int | None
    end: int | None
    born: int | None


class Match(NamedTuple):
    """Who a speaker is in the file: an identifier, or several that it may be."""

    authority_id: str | None
    candidates: tuple[str, ...]


@dataclass(slots=True)
class Authority:
    """An authority file, by names.

    Attributes:
        people, bodies: Entries under the keys of their names and aliases.
    """

    people: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[str, list[Record]] = field(default_factory=lambda: defaultdict(list))

    def person(self, node: Node) -> Match:
        """Who a person is.

        Args:
            node: The person, with all that articles say.
        """
        form = node.form
        if form is None or not form.is_full:
            return Match(None, ())
        found = {r.authority_id: r for key in _keys(form) for r in self.people.get(key, ())}
        scored = sorted(
            ((_score(node, form, record), one) for one, record in found.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        return _clear([pair for pair in scored if pair[0] > 0])

    def body(self, name: str) -> Match:
        """Which organisation a name means.

        Args:
            name: As written.
        """
        found = dict.fromkeys(r.authority_id for r in self.bodies.get(organization_key(name), ()))
        return _clear([(SURE, one) for one in sorted(found)])


def read_authority(path: str | os.PathLike[str]) -> Authority:
    """Read an authority file.

    Args:
        path: A ``.csv`` or ``.parquet`` file.

    Returns:
        Its entries.

    Raises:
        UsageError: It can't be read, lacks a column, or an identifier or name is empty.
    """
    name = os.fspath(path)
    try:
        data = Path(name).read_bytes()
        if name.endswith(".parquet"):
            try_parquet(data)
            frame = pl.read_parquet(data)
        elif name.endswith(".csv"):
            frame = pl.read_csv(data, infer_schema=False)
        else:
            raise UsageError(f"{name}: an authority file is .csv or .parquet")
    except OSError as error:
        raise UsageError(f"can't read {name!r}: {error.strerror}") from error
    except ReadError as error:
        raise UsageError(f"{name}: {error}") from error
    except BaseException as error:
        if not isinstance(error, pl.exceptions.PolarsError) and not is_panic(error):
            raise
        said = next(iter(str(error).splitlines()), type(error).__name__)
        raise UsageError(f"can't read {name!r}: {said}") from error
    missing = [column for column in ("authority_id", "name") if column not in frame.columns]
    if missing:
        raise UsageError(f"{name}: lacks the column {', '.join(missing)}")
    return authority(_records(frame, name))


def authority(records: Iterable[Record]) -> Authority:
    """Put records in order of their names.

    Args:
        records: The entries.
    """
    found = Authority()
    for record in records:
        for name in dict.fromkeys((record.name, *record.aliases)):
            form = form_of(name)
            if form is not None and form.is_full:
                found.people[form.key].append(record)
            key = organization_key(name)
            if key:
                found.bodies[key].append(record)
    return found


def looked_up(
    people: Iterable[Node], authority: Authority
) -> tuple[dict[str, str], dict[str, tuple[str, ...]], list[Link]]:
    """Look people and bodies up.

    Args:
        people: Who, the oldest first.
        authority: Where.

    Returns:
        Who they are there, as far as it is clear; who they may be, where it isn't; and links
        between names of one entry.
    """
    sure: dict[str, str] = {}
    maybe: dict[str, tuple[str, ...]] = {}
    links: list[Link] = []
    first: dict[str, str] = {}
    for node in people:
        match = authority.person(node) if node.kind == PERSON else authority.body(node.name)
        if match.candidates:
            maybe[node.id] = match.candidates
        if match.authority_id is None:
            continue
        sure[node.id] = match.authority_id
        other = first.setdefault(match.authority_id, node.id)
        if other != node.id:
            a, b = sorted((node.id, other))
            links.append(Link(a, b, ONE_ENTRY, (f"both are {match.authority_id}",)))
    return sure, maybe, links


def _records(frame: pl.DataFrame, name: str) -> Iterator[Record]:
    for number, row in enumerate(frame.iter_rows(named=True), start=1):
        if not row["authority_id"] or not row["name"]:
            raise UsageError(f"{name}: entry {number} lacks its authority_id or name")
        aliases: Any = row.get("aliases") or ()
        if not isinstance(aliases, list | tuple):
            aliases = _SEPARATORS.split(str(aliases))
        yield Record(
            authority_id=str(row["authority_id"]),
            name=str(row["name"]),
            aliases=tuple(str(part) for part in aliases if part),
            role=str(row["role"]) if row.get("role") else None,
            start=_year(row.get("start")),
            end=_year(row.get("end")),
            born=_year(row.get("born")),
        )


def _year(value: object) -> int | None:
    if isinstance(value, date):
        return value.year
    found = _YEAR.match(str(value)) if value is not None else None
    return int(found[0]) if found else None


def _keys(form: Form) -> list[str]:
    """The name's key, and that without middle names."""
    short = " ".join(filter(None, (form.given[0] if form.given else "", form.surname, form.suffix)))
    return list(dict.fromkeys((form.key, short)))


def _score(node: Node, form: Form, record: Record) -> float:
    score = WORTH["equal"][form.commonness]
    name = form_of(record.name)
    if name is None or name.key != form.key:
        score += BY_ALIAS
    score += sum(w.weight for w in role_evidence(node.calling, calling_of(record.role), gap=0))
    years = [date.fromordinal(day).year for day in (node.first, node.last) if day]
    if years and (
        (record.start is not None and years[1] < record.start)
        or (record.end is not None and years[0] > record.end + 1)
        or (record.born is not None and years[0] < record.born)
    ):
        score += OUT_OF_TIME
    if record.born is not None and node.born:
        apart = min(abs(record.born - year) for year in node.born)
        score += BORN_TOGETHER if apart <= 1 else BORN_APART if apart > 2 else 0.0
    return score


def _clear(scored: list[tuple[float, str]]) -> Match:
    sure = bool(scored) and scored[0][0] >= SURE
    if sure and (len(scored) == 1 or scored[0][0] - scored[1][0] >= MARGIN):
        return Match(scored[0][1], ())
    return Match(None, tuple(one for _, one in scored))
