"""Taking articles out of the index, with all that follows from them."""

from collections import Counter
from collections.abc import Sequence

from quotes.errors import UsageError
from quotes.index import families, tally, totals
from quotes.index.database import Database, in_chunks, marks


def digests(database: Database, article_ids: Sequence[str]) -> dict[str, str]:
    """The digests of those articles that are in the index.

    Args:
        database: The index.
        article_ids: Which.
    """
    found: dict[str, str] = {}
    for chunk in in_chunks(article_ids):
        found.update(
            database.all(
                f"SELECT article_id, digest FROM articles WHERE article_id IN ({marks(chunk)})",
                chunk,
            )
        )
    return found


def withdraw(database: Database, article_ids: Sequence[str]) -> int:
    """Take articles out. See `Index.withdraw`."""
    with database.transaction():
        known = digests(database, article_ids)
        for article_id in article_ids:
            if article_id not in known:
                raise UsageError(
                    f"no article {article_id!r} in the index: nothing was taken out; "
                    "identifiers are in the column article_id"
                )
        return remove(database, list(known))


def remove(database: Database, article_ids: Sequence[str]) -> int:
    """Take articles out; those that aren't there are passed over.

    Args:
        database: The index; within a transaction.
        article_ids: Which.

    Returns:
        How many rows of the quote table went.
    """
    rows = 0
    speakers: set[int] = set()
    gone: set[str] = set()
    counted: totals.Counted = Counter()
    names = ("quote_type", "cue_class", "speaker_kind", "outlet", "published", "source_affiliation")
    for article_id in article_ids:
        found = database.one("SELECT id FROM articles WHERE article_id = ?", (article_id,))
        if found is None:
            continue
        here = "WHERE article = ?"
        quotations = [
            dict(zip((*names, "anonymity", "family_id"), row, strict=True))
            for row in database.all(
                f"SELECT {', '.join(names)}, anonymity, family_id FROM quotations {here}", found
            )
        ]
        rows += len(quotations)
        gone.update(row["family_id"] for row in quotations)
        counted.update(totals.count(quotations))
        speakers.update(
            n for (n,) in database.all(f"SELECT DISTINCT speaker FROM spoken {here}", found)
        )
        database.unindex_words(found[0])
        database.run(
            f"DELETE FROM sketches WHERE quotation IN (SELECT id FROM quotations {here})", found
        )
        for table in ("spoken", "quotations"):
            database.run(f"DELETE FROM {table} {here}", found)
        database.run("DELETE FROM articles WHERE id = ?", found)
    if article_ids:
        tally.recount(database, speakers)
        families.recount(database, gone)
        totals.add(database, counted, times=-1)
    return rows
