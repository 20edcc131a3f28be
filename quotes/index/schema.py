"""What makes an empty database an index, and an older index one of this version.

PostgreSQL gets the same tables as SQLite with its own names of types. Text sorts by code points
in both.
"""

import re

from quotes.index.errors import VersionError
from quotes.index.layout import AUTHORITIES, BY_OUTLET, FTS5, PEOPLE, SURROUNDINGS, TABLES
from quotes.index.totals import LONGEST

VERSION = 4
"""Goes up whenever a table changes, with an entry in ``MIGRATIONS``."""

APPLICATION_ID = 0x51554F54
"""“QUOT”: how a SQLite file of ours is told from any other."""


_OURS = TABLES + BY_OUTLET + PEOPLE + AUTHORITIES + SURROUNDINGS
_BRIEF = "(state::jsonb - 'weeks' - 'company' - 'setting' - 'words')::text"

TSVECTOR = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER TABLE quotations ADD COLUMN words tsvector;
CREATE INDEX quotations_words ON quotations USING gin (words);
CREATE INDEX aliases_similar ON aliases USING gin (folded gin_trgm_ops);
"""


def sqlite_statements() -> list[str]:
    """What makes an empty SQLite file an index."""
    return _statements(_OURS + FTS5)


def postgres_statements() -> list[str]:
    """What makes an empty PostgreSQL database, or schema, an index."""
    return _statements(to_postgres(_OURS) + TSVECTOR)


def is_old(version: int, *, name: str, command: str, upgrade: bool) -> bool:
    """Whether an index must be brought up to date first.

    Args:
        version: Its version.
        name: What it is called, for people.
        command: What brings it up to date.
        upgrade: Whether it may be changed.

    Raises:
        VersionError: It is newer; or older, and may not be changed.
    """
    if version > VERSION:
        raise VersionError(
            f"{name} was made by a newer version of quotes: upgrade this one "
            "(pip install --upgrade quotes-index)"
        )
    if version < VERSION and not upgrade:
        raise VersionError(
            f"{name} was made by an older version of quotes: bring it up to date with: {command}"
        )
    return version < VERSION


def migration(version: int) -> list[str]:
    """The statements that bring an index up to date.

    Args:
        version: Its version.
    """
    return [statement for old in range(version, VERSION) for statement in MIGRATIONS[old]]


def to_postgres(script: str) -> str:
    """Statements of ours that make or change tables, as PostgreSQL takes them.

    Args:
        script: As SQLite takes them.
    """
    theirs = re.sub(r" REFERENCES \w+\(id\)", "", script)
    for ours, its in (
        (r"\bINTEGER\b", "BIGINT"),
        (r"\bREAL\b", "DOUBLE PRECISION"),
        (r"\bTEXT\b", 'TEXT COLLATE "C"'),
        (r"\) WITHOUT ROWID", ")"),
        # The order in which the newest come first; the narrow copy helps SQLite only.
        (r"\bpublished, stated, id\b", "published DESC NULLS LAST, stated DESC, id DESC"),
        (r"CREATE INDEX quotations_facts [^;]*;\n", ""),
        (r"json_remove\(state, [^)]*\)", _BRIEF),
    ):
        theirs = re.sub(ours, its, theirs)
    return theirs


def _statements(script: str) -> list[str]:
    return [part.strip() for part in script.split(";\n") if part.strip()]


MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE links ADD COLUMN run INTEGER NOT NULL DEFAULT 0",
        *_statements(PEOPLE),
        # What older versions linked was never found by evidence; who is who is told anew.
        "DELETE FROM links",
        "INSERT INTO meta (key, value) VALUES ('identity', 'stale')",
    ),
    2: (
        *_statements(AUTHORITIES),
        "DROP INDEX quotations_by_outlet",
        *_statements(BY_OUTLET),
        *(
            f"INSERT INTO totals (what, value, quotes) SELECT 'unnamed {what}', {column}, count(*) "
            f"FROM quotations WHERE speaker_kind = 'anonymous' AND {column} > '' "
            f"AND length({column}) <= {LONGEST} GROUP BY {column}"
            for what, column in (
                ("outlet", "outlet"),
                ("affiliation", "source_affiliation"),
                ("reason", "anonymity"),
            )
        ),
    ),
    3: (
        *_statements(SURROUNDINGS),
        "INSERT INTO people_states (person, state) SELECT id, state FROM people",
        "UPDATE people SET state = "
        "json_remove(state, '$.weeks', '$.company', '$.setting', '$.words')",
    ),
}
"""For each older version the statements that make the next one of it."""
