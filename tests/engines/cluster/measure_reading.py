"""What the driver of a cluster reads of the blocks, from files as a run leaves them.

python tests/engines/cluster/measure_reading.py 400 20     # blocks; milliseconds more for a file

For each of the driver's ways through the blocks it prints how many files and MB are read, seconds,
and CPU seconds.
"""

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
from measure_families import quotations

from quotes.engines.cluster.extractor import parquet
from quotes.engines.cluster.job import DONE, MENTIONS, QUOTES, Done
from quotes.engines.cluster.mentions import MENTION_COLUMNS, mention_row
from quotes.engines.cluster.parts import parts_of
from quotes.engines.cluster.run import BlockDone
from quotes.engines.cluster.store import Store
from quotes.engines.cluster.whole import FAMILY_COLUMNS
from quotes.identify import Mention
from quotes.identify.spilled import Spilled
from quotes.table import QUOTES as QUOTE_COLUMNS

ARTICLES, PER_ARTICLE, MENTIONED = 256, 23, 4


def make(store: Store, blocks: int) -> list[BlockDone]:
    """Files as actors leave them: synthetic quotations, four people an article."""
    (table,) = quotations(ARTICLES * PER_ARTICLE)
    for block in range(blocks):
        ids = [f"{block:06}-{row // PER_ARTICLE}" for row in range(table.height)]
        rows = table.with_columns(pl.Series("article_id", ids), context=pl.col("quote"))
        missing = [
            pl.lit(None, kind).alias(name)
            for name, kind in QUOTE_COLUMNS.items()
            if name not in rows.columns
        ]
        store.write(
            f"{QUOTES}/{block}.parquet",
            parquet(rows.with_columns(missing).select(QUOTE_COLUMNS.names()), {}),
        )
        people = [mention_row(one) for one in mentions(ids[::PER_ARTICLE])]
        frame = pl.DataFrame(people, schema=MENTION_COLUMNS, orient="row")
        store.write(f"{MENTIONS}/{block}.parquet", parquet(frame, {}))
        done = Done(
            digest=str(block),
            articles=ARTICLES,
            rows=rows.height,
            read=[
                (one, hash(one) % 2**32, f"news.jsonl:{n}")
                for n, one in enumerate(ids[::PER_ARTICLE])
            ],
            problems=[],
            hashes={},
        )
        store.write(f"{DONE}/{block}.json", done.packed())
    return [BlockDone(0, n, n == blocks - 1, str(n), 0, 0, 0.0, "") for n in range(blocks)]


def mentions(articles: Iterable[str]) -> Iterable[Mention]:
    around = frozenset(f"word{n}" for n in range(16))
    for article in articles:
        for n in range(MENTIONED):
            name = f"Ann{n} Lee"
            yield Mention(article, f"p-{name}", name, "person", ("mayor",), "O", 7, setting=around)


def main(blocks: int, milliseconds: float) -> None:
    with TemporaryDirectory() as name:
        store = Store(str(Path(name, "out")))
        ordered = make(store, blocks)
        files: list[int] = []
        read = Store.read

        def slowly(store: Store, name: str) -> bytes:
            time.sleep(milliseconds / 1000)
            data = read(store, name)
            files.append(len(data))
            return data

        Store.read = slowly  # type: ignore[method-assign]
        parts = parts_of(store, ordered)
        places: Spilled[list[tuple[str, str]]] = Spilled(Path(name, "places"), 1, held=1)
        ways: dict[str, Callable[[], object]] = {
            "what was read": lambda: parts_of(store, ordered),
            "mentions": lambda: sum(1 for _ in parts.mentions(places)),
            "families' columns": lambda: sum(
                frame.height for frame in parts.each(QUOTES, FAMILY_COLUMNS)
            ),
            "places": lambda: sum(len(block) for block in places.take(0)),
        }
        for way, go in ways.items():
            files.clear()
            begun, cpu = time.monotonic(), time.process_time()
            go()
            seconds, cpu = time.monotonic() - begun, time.process_time() - cpu
            print(
                f"{way}: {len(files)} files, {sum(files) / 1e6:.1f} MB, "
                f"{seconds:.1f} s, {cpu:.1f} CPU s"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
