"""Numbers for new rows: each is given once, also after its row is gone."""

from quotes.index.database import Database


def take_numbers(database: Database, what: str, count: int) -> int:
    """Take numbers that were never given before, for new rows.

    Args:
        database: The index; within a transaction.
        what: Of which table.
        count: How many.

    Returns:
        The first of them.
    """
    key = f"next_{what}"
    row = database.one("SELECT value FROM meta WHERE key = ?", (key,))
    first = int(row[0]) if row else 1
    if count:
        database.run(
            "INSERT INTO meta (key, value) VALUES (?, ?) "
            "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, str(first + count)),
        )
    return first
