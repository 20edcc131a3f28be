"""One quotation, one article, and what there is in all."""

import json
from collections.abc import Iterator
from typing import Any

from quotes.index import decide, families
from quotes.index.database import Database
from quotes.index.pages import ArticlePage, QuotationPage
from quotes.index.rows import day, fetch, speaker_rows
from quotes.index.types import Row, Stats

_ARTICLE = (
    *("article_id", "title", "outlet", "author", "url", "published", "text", "skipped", "notes"),
)


def quotation(database: Database, quote_id: str) -> QuotationPage | None:
    """A quotation with what belongs to it. See `Index.quotation`."""
    found = database.one(
        "SELECT id, article, family_id, speaker FROM quotations WHERE quote_id = ?", (quote_id,)
    )
    if found is None:
        return None
    number, article_number, family_id, speaker = found
    row = fetch(database, [number])[0]
    family = families.family(database, family_id)
    assert family is not None
    return QuotationPage(
        row=row,
        article=_article(database, "id = ?", article_number)[1],
        speakers=speaker_rows(
            database, "s.id IN (SELECT speaker FROM spoken WHERE quotation = ?)", (number,)
        ),
        family=family,
        found_speaker=speaker,
        wrong=[d for d in decide.about(database, quote_id) if d.decision == "wrong"],
    )


def article(database: Database, article_id: str) -> ArticlePage | None:
    """An article with its quotations. See `Index.article`."""
    number, found = _article(database, "article_id = ?", article_id)
    if not number:
        return None
    ids = database.all("SELECT id FROM quotations WHERE article = ? ORDER BY id", (number,))
    return ArticlePage(article=found, rows=fetch(database, [n for (n,) in ids]))


def each_article(database: Database) -> Iterator[Row]:
    """Rows of the table of articles as read, in the order they came; one without text has none.

    Args:
        database: The index.
    """
    for number in database.all("SELECT id FROM articles ORDER BY id"):
        row = _article(database, "id = ?", number[0])[1]
        yield {**row, "text": row["text"] or ""}


def stats(database: Database) -> Stats:
    """What is in the index. See `Index.stats`."""
    articles = _one(database, "SELECT count(*) FROM articles")
    first, last = (
        _one(database, f"SELECT {which}(published) FROM quotations") for which in ("min", "max")
    )
    return Stats(
        articles=articles,
        quotations=int(
            _one(database, "SELECT coalesce(sum(quotes), 0) FROM totals WHERE what = 'type'")
        ),
        speakers=_one(
            database,
            "SELECT count(*) FROM speakers WHERE quotes > 0 "
            "AND speaker_kind IN ('person', 'organization', 'document')",
        ),
        outlets=_one(database, "SELECT count(*) FROM totals WHERE what = 'outlet'"),
        first_published=day(first),
        last_published=day(last),
        last_run=_one(database, "SELECT max(coalesce(finished, started)) FROM runs"),
    )


def _article(database: Database, where: str, value: object) -> tuple[int, Row]:
    found = database.one(f"SELECT id, {', '.join(_ARTICLE)} FROM articles WHERE {where}", (value,))
    if found is None:
        return 0, {}
    row: Row = dict(zip(_ARTICLE, found[1:], strict=True))
    row["published"] = day(row["published"])
    row["skipped"], row["notes"] = json.loads(row["skipped"]), json.loads(row["notes"])
    return found[0], row


def _one(database: Database, statement: str) -> Any:
    row = database.one(statement)
    return row[0] if row else None
