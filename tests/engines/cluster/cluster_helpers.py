"""Clusters on this machine, and articles for them; for tests."""

import json
import os
import time
from contextlib import contextmanager
from pathlib import Path

import polars as pl

TESTS = Path(__file__).parents[2]
SMALL = {"num_cpus": 1, "object_store_memory": 80 << 20}


@contextmanager
def cluster(*, nodes):
    """A head and so many machines more, each of one processor."""
    import ray
    from ray.cluster_utils import Cluster

    # Its processes are to find these folders' modules, and to tell nobody anything.
    before = dict(os.environ)
    os.environ.update(
        PYTHONPATH=os.pathsep.join([str(TESTS), str(TESTS.parent), before.get("PYTHONPATH", "")]),
        RAY_USAGE_STATS_ENABLED="0",
        RAY_BACKEND_LOG_LEVEL="fatal",
        RAY_raylet_start_wait_time_s="300",  # a busy machine
        # No lower than that of whoever runs the tests, unless they say so.
        RAY_worker_niceness=before.get("RAY_worker_niceness", "0"),
    )
    made = Cluster(
        initialize_head=True,
        head_node_args={**SMALL, "include_dashboard": False},
    )
    try:
        for _ in range(nodes):
            made.add_node(**SMALL)
        made.wait_for_nodes()
        yield made
    finally:
        ray.shutdown()
        made.shutdown()
        os.environ.clear()
        os.environ.update(before)


def write_articles(folder, texts, *, files=3):
    """JSON Lines and Parquet, by turns."""
    Path(folder).mkdir()
    for file in range(files):
        rows = [{"id": f"a{i}", "text": text} for i, text in enumerate(texts) if i % files == file]
        if file % 2:
            pl.DataFrame(rows).write_parquet(Path(folder, f"{file}.parquet"))
        else:
            lines = map(json.dumps, rows)
            Path(folder, f"{file}.jsonl").write_text("\n".join([*lines, "{broken"]), "utf-8")


def await_files(folder, number, *, seconds=900):
    """Wait until there are so many files in a folder."""
    end = time.monotonic() + seconds
    while not Path(folder).is_dir() or len(list(Path(folder).glob("[!.]*"))) < number:
        assert time.monotonic() < end, f"fewer than {number} files in {folder}"
        time.sleep(0.1)
