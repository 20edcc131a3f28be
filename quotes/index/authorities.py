"""Speakers of an index, and who they are in somebody else's authority file."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quotes.index.database import Database, all_in
from quotes.index.pages import AuthorityEntry

if TYPE_CHECKING:
    from quotes.identify import Authority, Registry

_COLUMNS = ("authority_id", "name", "role", "since", "until", "born")


def link(
    database: Database, registry: "Registry", authority: "Authority", numbers: Mapping[str, int]
) -> None:
    """Show an authority file's identifiers, and keep the entries that somebody is or may be.

    Args:
        database: The index; within a transaction.
        registry: Everybody, looked up in the file.
        authority: The file.
        numbers: The numbers of speakers by their identifiers.
    """
    sure: dict[str, set[str]] = {}
    for one, authority_id in registry.authority_ids.items():
        sure.setdefault(registry.resolve(one), set()).add(authority_id)
    # Where all that is one speaker has the same.
    people: dict[int, str | None] = {
        number: ids.pop() if len(ids := set(sure.get(one, ()))) == 1 else None
        for one, number in sorted(numbers.items())
        if one in registry.nodes and registry.resolve(one) == one
    }
    bodies: dict[int, str | None] = {
        number: authority.body(name).authority_id
        for number, name in database.pairs(
            "SELECT id, speaker FROM speakers WHERE speaker_kind = 'organization' "
            "AND merged_into IS NULL"
        )
    }
    database.many(
        "UPDATE speakers SET authority_id = ? WHERE id = ?",
        [(authority_id, number) for number, authority_id in sorted((people | bodies).items())],
    )
    wanted = {*registry.authority_ids.values(), *filter(None, bodies.values())}
    wanted.update(one for maybe in registry.candidates.values() for one in maybe)
    _keep(database, authority, wanted)


def _keep(database: Database, authority: "Authority", wanted: set[str]) -> None:
    records = {
        record.authority_id: record
        for part in (authority.people, authority.bodies)
        for entries in part.values()
        for record in entries
    }
    database.run("DELETE FROM authorities")
    database.many(
        f"INSERT INTO authorities ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (one, record.name, record.role, record.start, record.end, record.born)
            for one in sorted(wanted)
            if (record := records.get(one)) is not None
        ],
    )


def entry(database: Database, authority_id: str | None) -> AuthorityEntry | None:
    """Somebody in the authority file; None where nobody is asked for.

    Args:
        database: The index.
        authority_id: The identifier.
    """
    return _entries(database, [authority_id])[0] if authority_id else None


def candidates(database: Database, ids: Iterable[str]) -> list[AuthorityEntry]:
    """Who a speaker may be in the authority file, where that is not clear.

    Args:
        database: The index.
        ids: The identifiers that lead to the speaker.
    """
    found = possible(database, ids)
    return _entries(database, sorted({one for maybe in found.values() for one in maybe}))


def possible(database: Database, ids: Iterable[str]) -> dict[str, set[str]]:
    """The authority file's identifiers of those who are or may be in it.

    Args:
        database: The index.
        ids: Identifiers of people.
    """
    return {
        one: {*json.loads(maybe), *([sure] if sure else ())}
        for one, sure, maybe in all_in(
            database, "SELECT id, authority_id, candidates FROM people WHERE id IN", ids
        )
    }


def _entries(database: Database, ids: list[str]) -> list[AuthorityEntry]:
    select = f"SELECT {', '.join(_COLUMNS)} FROM authorities WHERE authority_id IN"
    known = {row[0]: row for row in all_in(database, select, ids)}
    # A file that was read by an older version left its identifiers only.
    rows = (known.get(one) or (one, *[None] * (len(_COLUMNS) - 1)) for one in ids)
    return [AuthorityEntry(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
