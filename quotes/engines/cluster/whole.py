"""The main job on many machines: articles in, a folder with a quote table in parts out."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from quotes.articles import Input
from quotes.engines.cluster.blocks import ARTICLES, CHARS, shares
from quotes.engines.cluster.finish import MANIFEST, PART_ROWS, write_parts, write_rest
from quotes.engines.cluster.job import DONE, QUOTES, WORK, Done, Job
from quotes.engines.cluster.parts import Parts, parts_of
from quotes.engines.cluster.run import BlockDone, connected, extract_blocks
from quotes.errors import UsageError
from quotes.identify import (
    Authority,
    Decision,
    Families,
    Identities,
    families_by_shares,
    identify_by_blocks,
)
from quotes.identify.resolution import Place
from quotes.identify.spilled import Spilled
from quotes.table.scratch import scratch

BEGUN = f"{WORK}/made_by.json"

FAMILY_COLUMNS = ("quote_id", "quote_type", "quote", "speaker_id", "article_id", "speaker")
"""What families are made from, and to know whose words they are."""


def extract_on_cluster(
    sources: Sequence[Input],
    job: Job,
    *,
    address: str | None = None,
    actors: int = 0,
    resume: bool = False,
    decisions: Sequence[Decision] = (),
    authority: Authority | None = None,
    on_block: Callable[[BlockDone], None] = lambda block: None,
    on_identities: Callable[[Parts, Identities], None] = lambda parts, who: None,
    articles: int = ARTICLES,
    chars: int = CHARS,
    part_rows: int = PART_ROWS,
) -> Parts:
    """Find who said what in very many articles, on a Ray cluster.

    Under ``job.store`` there are in the end ``quotes/part-*.parquet``, ``problems.parquet`` and,
    last of all, ``manifest.json``; until then ``work/`` has what is done.

    Args:
        sources: What to read, from `quotes.articles.find_inputs`; each machine must reach it.
        job: How, and where to; each machine must reach that too.
        address: Of the cluster; by default what ``RAY_ADDRESS`` says, else this machine's own.
        actors: How many processes work at once; 0 is one a processor of the cluster.
        resume: Go on with what an earlier run has done there.
        decisions: What people decided about who is who.
        authority: Identifiers of others to link speakers to.
        on_block: Called with each block of articles as it is done.
        on_identities: Called when it is known who the speakers are, before the table is written.
        articles, chars: How much a block holds at most.
        part_rows: How many rows a part of the table has, about.

    Returns:
        What came of it; its files are gone, but its numbers and problems are there.

    Raises:
        UsageError: There is another run's output; or Ray is not installed.
        ContradictionError: The decisions contradict each other.
        QuotesError: The work broke off; with ``resume`` it goes on.
    """
    known = _begin(job, resume=resume)
    with connected(address):
        ordered = extract_blocks(
            sources,
            job,
            actors=actors,
            known=known,
            on_block=on_block,
            articles=articles,
            chars=chars,
        )
        parts = parts_of(job.store, ordered)
        with scratch() as own:
            places: Spilled[list[Place]] = Spilled(own / "places", 1, held=1)
            with TemporaryDirectory(dir=own) as folder:
                told = identify_by_blocks(
                    parts.mentions(places),
                    folder=Path(folder),
                    decisions=decisions,
                    authority=authority,
                )
            who = Identities(*told)
            on_identities(parts, who)
            families = _families(parts, who, own / "families")
            written = write_parts(parts, places, families, who, job, rows=part_rows)
        write_rest(parts, written, job, about=_about(sources, ordered))
    return parts


def _begin(job: Job, *, resume: bool) -> frozenset[str]:
    """Refuse to write over another run's output; tell what blocks are done."""
    store = job.store
    if MANIFEST in store.names():
        raise UsageError(
            f"{store.place!r} has the output of a complete run: remove it, or name another folder"
        )
    if "made_by.json" not in store.names(WORK):
        store.write(BEGUN, json.dumps(job.made_by, indent=1).encode())
        return frozenset()
    if not resume:
        raise UsageError(
            f"{store.place!r} has the work of a run that broke off: add --resume to go on with "
            "it, or remove it, or name another folder"
        )
    made_by = json.loads(store.read(BEGUN))
    differing = [key for key, value in job.made_by.items() if made_by.get(key) != value]
    if differing:
        raise UsageError(
            f"{store.place!r} was begun with another {differing[0]} ({made_by.get(differing[0])}, "
            f"not {job.made_by[differing[0]]}): go on as it was begun, or name another folder"
        )
    names = store.names(DONE)
    files = store.read_all(f"{DONE}/{name}" for name in names)
    # What failed is tried again, as it may have been the machine.
    return frozenset(
        name.removesuffix(".json")
        for name, data in zip(names, files, strict=True)
        if Done.unpacked(data).complete
    )


def _families(parts: Parts, who: Identities, folder: Path) -> Families:
    frames = parts.each(QUOTES, FAMILY_COLUMNS)
    return families_by_shares(map(who.applied, frames), folder=folder)


def _about(sources: Sequence[Input], ordered: Sequence[BlockDone]) -> dict[str, Any]:
    """For the manifest: which files each block came from, and who did how many in this run."""
    files = [[source.name for source in share] for share in shares(sources)]
    worked = [block for block in ordered if block.actor]
    return {
        "blocks": [
            {"digest": block.digest, "share": block.share, "number": block.number}
            for block in ordered
        ],
        "shares": files,
        "run": {
            "blocks_done_before": len(ordered) - len(worked),
            "seconds_of_work": round(sum(block.seconds for block in worked), 1),
            "blocks_by_actor": dict(sorted(Counter(block.actor for block in worked).items())),
        },
    }
