"""Run by hand: 50 readers on a made-up index, while another process writes to it if asked.

python tests/web/load_pages.py --quotations 100000 --seconds 15 --writing
"""

import argparse
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from quotes.index import open_index
from quotes.index.benchmark import fill
from quotes.web.load import measure

WRITER = """
import sys, time
from quotes.index import open_index, runs
from quotes.index.generate import entries, make_world
from quotes.index.write import Batch
from itertools import islice
with open_index(sys.argv[1]) as index:
    run = runs.begin(index.database, inputs=["load"])
    made = entries(10**6, world=make_world(), seed=99)
    while True:
        index.add(Batch(run=run, entries=list(islice(made, 50)), families=False))
        time.sleep(0.2)
"""


def told(line):
    return (
        f"{line.page:18} {line.answers:6} answers {line.errors:3} errors  "
        f"median {line.median * 1000:6.0f} ms  p95 {line.p95 * 1000:6.0f} ms  "
        f"slowest {line.slowest * 1000:6.0f} ms"
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", help="an index that is there; else one is made")
    parser.add_argument("--quotations", type=int, default=50_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--pause", type=float, default=0.5)
    parser.add_argument(
        "--first", type=float, default=5, help="seconds told apart: the server has just started"
    )
    parser.add_argument("--writing", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = given.db or str(Path(folder) / "load.db")
        if not given.db:
            with open_index(db, create=True) as index:
                fill(index, given.quotations)
        server = subprocess.Popen(
            [sys.executable, "-m", "quotes", "serve", db, "--port", "0"],
            stderr=subprocess.PIPE,
            text=True,
        )
        writer = subprocess.Popen([sys.executable, "-c", WRITER, db]) if given.writing else None
        answers = 0
        try:
            address = re.search(r"http://\S+", server.stderr.readline())[0]
            if given.first:
                line = measure(
                    address,
                    readers=given.readers,
                    seconds=given.first,
                    pause=given.pause,
                    seed=2,
                )[-1]
                answers += line.answers
                print(told(line._replace(page="just started")))
            for line in measure(
                address, readers=given.readers, seconds=given.seconds, pause=given.pause
            ):
                print(told(line))
            answers += line.answers
        finally:
            server.terminate()
            server.wait(30)
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            if writer is not None:
                writer.terminate()
                writer.wait(30)
        # Depends little on what else the machine does; the times above do.
        spent = used.ru_utime + used.ru_stime
        a_page = 1000 * spent / answers
        print(f"the server's processor time, starting included: {a_page:.1f} ms a page")


if __name__ == "__main__":
    main()
