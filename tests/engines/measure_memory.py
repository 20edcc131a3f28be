"""What a run holds that grows with its articles: ``measure_memory.py [TABLE.parquet [ROWS]]``.

Without a table: bytes an article, of what is kept to know articles again. With one, that `quotes
extract` wrote: memory (resident, and its peak) and CPU seconds after each step that follows
extraction, for its first rows or all of them.
"""

import resource
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from quotes.articles.read import _check_duplicate
from quotes.engines.journal import Journal
from quotes.identify import rows_of
from quotes.identify.table import speaker_frames, speaker_rows
from quotes.pipeline import families, finished, identities, room_for
from quotes.table import QUOTES, SPEAKERS, Spool, write_table
from quotes.types import Article

ARTICLES = 100_000
MB = 1 << 20


def articles() -> list[Article]:
    return [Article(article_id=f"a{n}", text=f"“Yes,” said Ann. {n}") for n in range(ARTICLES)]


def growth(work: Callable[[], object]) -> float:
    """Bytes an article that are held as long as what comes of the work is."""
    tracemalloc.start()
    kept = work()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held / ARTICLES


def each_article(folder: Path) -> None:
    read = articles()

    def seen() -> dict[int, int]:
        known: dict[int, int] = {}
        for article in read:
            _check_duplicate(article, known)
        return known

    def journal(*, resume: bool) -> Journal:
        one = Journal(folder / "t.part", made_by={}, resume=resume)
        for number, article in enumerate(read):
            one.add(article, [])
            if number % 1000 == 999:
                one.flush()
        one.close()
        return one

    print("articles that came before:", round(growth(seen)))
    print("journal, of this run:", round(growth(lambda: journal(resume=False))))
    print("journal, done before:", round(growth(lambda: journal(resume=True))))


def each_step(table: str, number: int, folder: Path) -> None:
    begun = time.process_time()

    def tell(step: str) -> None:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        now = pages * resource.getpagesize() // MB
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{step}: {now} MB, peak {peak} MB, {time.process_time() - begun:.1f} CPU s")

    with Spool(QUOTES) as rows:
        wanted = pl.scan_parquet(table).select(QUOTES.names()).head(number)
        for frame in wanted.collect_batches(chunk_size=2000, maintain_order=True):
            rows.add(frame.rows(named=True))
        tell(f"{len(rows)} rows")
        with room_for(rows) as own:
            who = identities(rows, folder=own)
            tell("who is who")
            found = speaker_frames(speaker_rows(rows_of(rows.frames()), who), SPEAKERS)
            write_table(found, folder / "speakers.parquet", schema=SPEAKERS)
            tell("speakers")
            column = families(rows, who, folder=own)
            tell("families")
            write_table(finished(rows, column, who), folder / "quotes.parquet", metadata={})
            tell("written")


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        if len(sys.argv) > 1:
            most = int(sys.argv[2]) if len(sys.argv) > 2 else 1 << 31
            each_step(sys.argv[1], most, Path(name))
        else:
            each_article(Path(name))
