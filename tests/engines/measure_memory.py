"""What a run holds that grows: ``measure_memory.py [TABLE.parquet [ROWS [AT_ONCE]]]``.

Without a table: bytes an article, of what is kept to know articles again. With one, that `quotes
extract` wrote: memory (resident, and its peak) and CPU seconds after each step that follows
extraction, for its first rows or all of them; and hashes of what is written, which are the same
whether more or fewer rows than ``AT_ONCE`` are told at once.
"""

import resource
import sys
import time
import tracemalloc
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from quotes import pipeline
from quotes.articles.read import _check_duplicate
from quotes.engines.journal import Journal
from quotes.identify import rows_of, speaker_ids
from quotes.identify.mentions import JOINT, KINDS, speakers_of
from quotes.identify.table import speaker_frames, speaker_rows
from quotes.pipeline import families, finished, identities, room_for
from quotes.table import QUOTES, SPEAKERS, Spool, write_table
from quotes.types import Article, Speaker

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


def as_found(row: dict[str, Any]) -> dict[str, Any]:
    """A row with the identifiers that extraction gives, before anybody is joined to another."""
    ids = [
        speaker_ids(row["article_id"], Speaker(key=name, name=name, kind=KINDS[found[0]]))
        if found[0] in "po"
        else found
        for found, name in speakers_of(row)
    ]
    return {**row, "speaker_id": JOINT.join(ids) or None}


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
            rows.add(map(as_found, frame.rows(named=True)))
        tell(f"{len(rows)} rows")
        with room_for(rows) as own:
            who = identities(rows, folder=own)
            tell("who is who")
            found = speaker_frames(speaker_rows(rows_of(rows.frames()), who), SPEAKERS)
            write_table(found, folder / "speakers.jsonl", schema=SPEAKERS)
            tell("speakers")
            column = families(rows, who, folder=own)
            tell("families")
            write_table(finished(rows, column, who), folder / "quotes.parquet", metadata={})
            tell("written")
    for file in sorted(folder.glob("*.*")):
        print(file.name, sha256(file.read_bytes()).hexdigest()[:16])


if __name__ == "__main__":
    with TemporaryDirectory() as name:
        if len(sys.argv) > 1:
            most = int(sys.argv[2]) if len(sys.argv) > 2 else 1 << 31
            pipeline.AT_ONCE = int(sys.argv[3]) if len(sys.argv) > 3 else pipeline.AT_ONCE
            each_step(sys.argv[1], most, Path(name))
        else:
            each_article(Path(name))
