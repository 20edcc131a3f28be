"""Bringing an index up to date with articles, or with a quote table made before."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import fields
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotes.errors import QuotesError
from quotes.index.facade import Index
from quotes.index.remove import digests
from quotes.index.types import Row
from quotes.index.write import Added, Batch, Entry
from quotes.types import Article, Problem

if TYPE_CHECKING:
    import polars as pl

BATCH_ARTICLES = 200
"""Articles in one transaction: what a run that is killed has to do again."""


class Updater:
    """Collects entries and adds them to an index, a transaction a batch.

    Args:
        index: The index, open for writing.
        run: The run's number.
        batch_articles: How many articles go into one transaction.
    """

    def __init__(self, index: Index, run: int, *, batch_articles: int = BATCH_ARTICLES) -> None:
        self.done = Added()
        self._index = index
        self._size = batch_articles
        self._batch = Batch(run=run)

    def problem(self, problem: Problem) -> None:
        """Keep a problem for the index's table of problems."""
        self._batch.problems.append(problem)

    def unchanged(self) -> None:
        """Count an article that needs nothing to be done."""
        self._batch.unchanged += 1

    def add(self, entry: Entry) -> None:
        """Add an article, perhaps with those after it.

        Raises:
            QuotesError: It can't be written; what was added before is kept.
        """
        self._batch.entries.append(entry)
        if len(self._batch.entries) >= self._size:
            self.flush()

    def flush(self) -> None:
        """Write what waits.

        Raises:
            QuotesError: It can't be written; what was added before is kept.
        """
        batch, self._batch = self._batch, Batch(run=self._batch.run)
        added = self._index.add(batch)
        for part in fields(Added):
            name = part.name
            setattr(self.done, name, getattr(self.done, name) + getattr(added, name))


def add_articles(
    updater: Updater,
    index: Index,
    articles: Iterable[Article],
    *,
    model: str,
    jobs: int = 1,
    fast: bool = False,
    any_language: bool = False,
    again: bool = False,
    on_problem: Callable[[Problem], None],
    on_article: Callable[[Article, int], None] | None = None,
) -> None:
    """Extract the quotations of articles that are new or changed, and add them.

    Args:
        updater: What adds them.
        index: The same index.
        articles: The articles.
        model: A spaCy pipeline, by package name or path.
        jobs: How many processes; 0 uses all cores.
        fast: Take less time, and find less.
        any_language: Also take articles that are not in English; else each is a problem.
        again: Also extract what is in the index unchanged.
        on_problem: Called with each article that can't be processed.
        on_article: Called with each article that is done, and the number of its rows.

    Raises:
        ModelError: There is no such pipeline.
        QuotesError: The index can't be written; what was added before is kept.
    """
    from quotes.articles.language import in_english
    from quotes.engines.local import extract_articles
    from quotes.engines.work import loader
    from quotes.table import article_row, quote_rows

    def told(problem: Problem) -> None:
        updater.problem(problem)
        on_problem(problem)

    def fresh() -> Iterator[Article]:
        for article in articles:
            known = digests(index.database, [article.article_id])
            if not again and known.get(article.article_id) == article_digest(article):
                updater.unchanged()
                if on_article is not None:
                    on_article(article, 0)
            else:
                yield article

    wanted = fresh() if any_language else in_english(fresh(), on_problem=told)
    found = extract_articles(
        wanted, model=model, jobs=jobs, on_problem=told, load=loader(fast=fast)
    )
    with closing(found):
        for article, attributions in found:
            rows = quote_rows(article, attributions)
            digest = article_digest(article)
            entry = Entry(article=article_row(article), rows=rows, digest=digest, again=again)
            updater.add(entry)
            if on_article is not None:
                on_article(article, len(rows))


def add_table(
    updater: Updater, table: "pl.DataFrame", *, texts: Mapping[str, Row] | None = None
) -> None:
    """Add a quote table's rows.

    Args:
        updater: What adds them.
        table: The quote table, in any order.
        texts: Rows of the table of articles by identifier, where they are at hand; those without
            a quotation are added too.

    Raises:
        QuotesError: The index can't be written; what was added before is kept.
    """
    waiting = dict(texts or {})
    for (article_id,), part in table.group_by("article_id", maintain_order=True):
        found = {row["quote_id"]: row for row in part.iter_rows(named=True)}
        rows = sorted(found.values(), key=_place)
        article = waiting.pop(str(article_id), None) or _article_of(rows[0])
        updater.add(Entry(article=article, rows=rows, digest=_digest(article, rows)))
    for article in waiting.values():
        updater.add(Entry(article=article, rows=[], digest=_digest(article, [])))


def _place(row: Row) -> tuple[int, int]:
    spans = row["content_spans"]
    return (spans[0]["start"], spans[-1]["end"]) if spans else (0, 0)


def is_quote_table(path: str) -> bool:
    """Whether a file is a quote table rather than articles.

    Args:
        path: The file; anything that can't be looked into is none.
    """
    from quotes.table import format_of

    name = path.lower()
    try:
        form = format_of(path)
        if name.endswith(".parquet"):
            import polars as pl

            columns: Iterable[str] = pl.read_parquet_schema(path)
        else:
            import gzip

            with Path(path).open("rb") as raw:
                file = gzip.GzipFile(fileobj=raw) if form.gzipped else raw
                first = file.readline(1 << 20).decode("utf-8-sig")
            csv = first.strip().replace('"', "").split(",")
            columns = json.loads(first) if ".jsonl" in name else csv
    except Exception:  # whatever it is, the reader of articles says so better
        return False
    return {"quote_id", "quote", "content_spans", "speaker_id"} <= set(columns)


def article_digest(article: Article) -> str:
    """What tells an article from a corrected version of it.

    Args:
        article: The article.
    """
    parts = {f.name: getattr(article, f.name) for f in fields(article) if f.name != "notes"}
    return _hash(parts)


def _digest(article: Row, rows: list[Row]) -> str:
    # Families follow from all articles; columns that came later are null in older tables.
    told = [{k: v for k, v in row.items() if k != "family_id" and v is not None} for row in rows]
    return _hash([article, told])


def _hash(value: object) -> str:
    text = json.dumps(value, default=_plain, sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise QuotesError(f"can't keep a {type(value).__name__} in the index")


def _article_of(row: Row) -> Row:
    names = ("article_id", "title", "outlet", "author", "url", "published")
    return {**{name: row[name] for name in names}, "text": None, "skipped": [], "notes": []}
