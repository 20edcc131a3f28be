"""Real clusters on this machine. Run by hand: python -m pytest -m cluster -s tests/engines/cluster

Several raylets, each with a processor and an object store of its own; one is killed in mid-run.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from cluster_helpers import await_files, cluster, write_articles
from engine_fakes import load_fake

from quotes.articles import find_inputs
from quotes.engines.cluster.blocks import shares
from quotes.engines.cluster.job import Job
from quotes.engines.cluster.store import Store
from quotes.engines.cluster.whole import extract_on_cluster
from quotes.errors import QuotesError, UsageError
from quotes.table import PROBLEMS, read_table

pytest.importorskip("ray", reason="needs the extra ray")

pytestmark = [
    pytest.mark.cluster,
    # Ray's own, as its processes and threads end.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning"),
]

ROOT = Path(__file__).parents[3]
ARTICLES = 1920


def texts():
    return [f"PAUSE “Word {i} of it,” said Ann{'RAISE' * (i == 70)}" for i in range(ARTICLES)]


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_articles("news", texts())


def run(out, **options):
    job = Job(store=Store(str(Path(out).resolve())), model="m", load=load_fake)
    return extract_on_cluster(find_inputs(["news"]), job, articles=16, part_rows=400, **options)


def table(out):
    return pl.read_parquet(f"{out}/quotes/*.parquet")


def manifest(out):
    return json.loads(Path(out, "manifest.json").read_text("utf-8"))


def check_whole(out):
    """Nothing lost, nothing doubled, and nothing left lying about."""
    rows = table(out)
    assert sorted(rows["article_id"]) == sorted(f"a{i}" for i in range(ARTICLES) if i != 70)
    assert rows["quote_id"].is_unique().all()
    assert sorted(path.name for path in Path(out).iterdir()) == [
        *("manifest.json", "problems.parquet", "quotes")
    ]
    assert manifest(out)["rows"] == ARTICLES - 1
    problems = read_table(f"{out}/problems.parquet", schema=PROBLEMS)
    assert Counter(problems["code"]) == {"bad-json": 2, "failed": 1}


def same_files(a, b):
    names = sorted(path.name for path in Path(a, "quotes").iterdir())
    assert names == sorted(path.name for path in Path(b, "quotes").iterdir())
    files = [f"quotes/{name}" for name in names] + ["problems.parquet"]
    return all(Path(a, file).read_bytes() == Path(b, file).read_bytes() for file in files)


def test_a_machine_killed_in_mid_run(news):
    with cluster(nodes=2) as machines:
        run("unbroken", address=machines.address)
        check_whole("unbroken")
        shared = manifest("unbroken")["run"]["blocks_by_actor"]
        print("blocks by actor:", shared)
        assert len({actor.split("/")[0] for actor in shared}) == 3, "a machine got no work"
        assert min(shared.values()) >= 3

        def kill():
            await_files("killed/work/done", 10)
            node = next(iter(machines.worker_nodes))
            machines.remove_node(node, allow_graceful=False)
            print("killed", node.unique_id, "with", len(list(Path("killed/work/done").iterdir())))

        killer = threading.Thread(target=kill)
        killer.start()
        run("killed", address=machines.address)
        killer.join()
        print("blocks by actor:", manifest("killed")["run"]["blocks_by_actor"])
        check_whole("killed")
        assert same_files("killed", "unbroken")


def test_the_driver_killed_and_gone_on_with(news):
    with cluster(nodes=1) as machines:
        run("unbroken", address=machines.address)
        script = f"import test_cluster; test_cluster.run('out', address={machines.address!r})"
        process = subprocess.Popen(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONPATH": f"{Path(__file__).parent}:{os.environ['PYTHONPATH']}"},
        )
        await_files("out/work/done", 12)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not Path("out/manifest.json").exists()
        with pytest.raises(UsageError, match="add --resume to go on"):
            run("out", address=machines.address)
        run("out", address=machines.address, resume=True)
        before = manifest("out")["run"]["blocks_done_before"]
        print("done before:", before, "of", len(manifest("out")["blocks"]))
        assert before >= 10
        check_whole("out")
        assert same_files("out", "unbroken")
        with pytest.raises(UsageError, match="the output of a complete run"):
            run("out", address=machines.address, resume=True)


def test_articles_that_kill_hang_or_want_too_much_memory(news):
    Path("news/z.jsonl").write_text(
        "\n".join(json.dumps({"id": word, "text": word}) for word in ("KILL", "HANG", "HUGE"))
    )
    with cluster(nodes=1) as machines:
        job = Job(store=Store(str(Path("out").resolve())), model="m", load=load_fake, max_seconds=2)
        parts = extract_on_cluster(find_inputs(["news"]), job, address=machines.address)
    lost = {one.article_id: one.code for one in parts.problems if one.article_id}
    assert lost == {"a70": "failed", "KILL": "failed", "HANG": "timeout", "HUGE": "memory"}


def test_the_work_breaks_off_with_one_line(news):
    with (
        cluster(nodes=1) as machines,
        pytest.raises(QuotesError, match=r"the work broke off: .*no such model"),
    ):
        job = Job(store=Store(str(Path("out").resolve())), model="no-such-model", load=load_fake)
        extract_on_cluster(find_inputs(["news"]), job, address=machines.address)


def test_the_rows_of_one_machine_on_the_golden_articles(tmp_path, monkeypatch):
    """The command, with the language model: by this machine alone, and by a cluster."""
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-m", "quotes", "extract", "news", "-q"]
    texts = [
        path.read_text("utf-8") for path in sorted((ROOT / "golden" / "articles").glob("*.txt"))
    ]
    write_articles("news", texts[:24])
    Path("news/z.jsonl").write_text(json.dumps({"id": "a0", "text": texts[0]}))
    one = ["-o", "one.parquet", "--problems", "one.csv", "--speakers", "speakers-one.csv"]
    many = ["-o", "many", "--problems", "many.csv", "--speakers", "speakers-many.csv"]
    assert subprocess.run([*command, *one, "-n", "1"], check=False).returncode == 1
    with cluster(nodes=1) as machines:
        many += ["--engine", "ray", "--address", machines.address, "--articles", "read.parquet"]
        assert subprocess.run([*command, *many], check=False).returncode == 1
    assert len(shares(find_inputs(["news"]))) == 1
    assert table("many").equals(read_table("one.parquet"))
    assert Path("speakers-many.csv").read_bytes() == Path("speakers-one.csv").read_bytes()
    assert sorted(Path("many.csv").read_text().splitlines()) == sorted(
        Path("one.csv").read_text().splitlines()
    )
    assert pl.read_parquet("read.parquet").height == 24
