"""One actor of the pool: it works on a block and puts what it found where all can see it."""

import io
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import polars as pl

from quotes.articles.read import id_hashes
from quotes.engines.cluster.blocks import Item, unpacked
from quotes.engines.cluster.job import DONE, MENTIONS, QUOTES, READ, Done, Job
from quotes.engines.cluster.mentions import MENTION_COLUMNS, mention_row
from quotes.engines.local import BATCH_ARTICLES
from quotes.engines.pool import WorkerPool
from quotes.identify import mentions_of
from quotes.table import ARTICLES, article_row, quote_rows
from quotes.table import QUOTES as QUOTE_COLUMNS
from quotes.types import Article, Problem


class Extractor:
    """Works on one block after another.

    The work itself is done in a process of its own, with the model loaded once, as on one machine:
    so an article that crashes it, hangs, or wants too much memory costs that article alone.

    Args:
        job: How to work.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pool = WorkerPool(
            1, model=job.model, load=job.load, max_seconds=job.max_seconds
        ).__enter__()

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Work on a block.

        Args:
            row: Where it stands, its digest and its items; no items where it is done already.

        Returns:
            Where it stands, its digest, and who worked on it for how long.
        """
        begun = time.monotonic()
        place = {key: row[key] for key in ("share", "number", "last", "digest")}
        if row["items"] is None:
            return {**place, "articles": 0, "rows": 0, "seconds": 0.0, "actor": ""}
        done = self._work(row["digest"], unpacked(row["items"]))
        return {
            **place,
            "articles": done.articles,
            "rows": done.rows,
            "seconds": time.monotonic() - begun,
            "actor": _name(),
        }

    def __del__(self) -> None:
        self._pool.__exit__(None, None, None)

    def _work(self, digest: str, items: Sequence[Item]) -> Done:
        job = self._job
        problems: list[Problem] = []
        worked_on = 0
        rows: list[dict[str, Any]] = []
        for batch in _batches(_english(items, problems, any_language=job.any_language)):
            for article, result in zip(
                batch, self._pool.result(batch, self._pool.submit(batch)), strict=True
            ):
                if isinstance(result, Problem):
                    problems.append(result)
                else:
                    worked_on += 1
                    rows += quote_rows(article, result, min_confidence=job.min_confidence)
        read = [item for item in items if not isinstance(item, Problem)]
        tables = {
            QUOTES: pl.DataFrame(rows, schema=QUOTE_COLUMNS, orient="row"),
            MENTIONS: pl.DataFrame(
                map(mention_row, mentions_of(rows)), schema=MENTION_COLUMNS, orient="row"
            ),
        }
        if job.keep_articles:
            articles = [article_row(article) for _, article in read]
            tables[READ] = pl.DataFrame(articles, schema=ARTICLES, orient="row")
        hashes = {
            folder: self._write(f"{folder}/{digest}.parquet", table)
            for folder, table in tables.items()
        }
        done = Done(
            digest=digest,
            articles=worked_on,
            rows=len(rows),
            read=[(one.article_id, id_hashes(one)[1], where) for where, one in read],
            problems=problems,
            hashes=hashes,
        )
        # Last of all: with it the block is done, without it nothing is.
        job.store.write(f"{DONE}/{digest}.json", done.packed())
        return done

    def _write(self, name: str, table: pl.DataFrame) -> str:
        data = parquet(table, self._job.metadata)
        self._job.store.write(name, data)
        return sha256(data).hexdigest()


def parquet(table: pl.DataFrame, metadata: dict[str, str]) -> bytes:
    """A table as the bytes of a Parquet file; the same table gives the same bytes.

    Args:
        table: The table.
        metadata: Keys and values for the file's own metadata.
    """
    buffer = io.BytesIO()
    table.write_parquet(buffer, metadata=metadata)
    return buffer.getvalue()


def _english(
    items: Iterable[Item], problems: list[Problem], *, any_language: bool
) -> Iterator[Article]:
    """The articles to work on; what else there is is put among the problems as it comes."""
    from quotes.articles.language import in_english

    for item in items:
        if isinstance(item, Problem):
            problems.append(item)
        elif any_language:
            yield item[1]
        else:
            yield from in_english([item[1]], on_problem=problems.append)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    for article in articles:
        batch.append(article)
        if len(batch) == BATCH_ARTICLES:
            yield batch
            batch = []
    if batch:
        yield batch


def _name() -> str:
    """Which actor this is, of which machine."""
    import ray

    context = ray.get_runtime_context()
    return f"{context.get_node_id()[:12]}/{os.getpid()}"
