"""Run by hand: the processor's time for each kind of page, kept and made anew, on a large index.

python tests/web/page_costs.py million.db

"kept": made before, nothing written since. "anew": its counts are kept. "written": the same, right
after another process wrote. "first": nothing is kept. One number is added to the index's settings.
"""

import argparse
import asyncio
import sqlite3
import time
from random import Random
from statistics import mean
from urllib.parse import unquote

import quotes.web.load as load
from quotes.web import Settings, make_app

MODES = ("kept", "anew", "written", "first")
WRITE = (
    "INSERT INTO meta (key, value) VALUES ('page_costs', '1') "
    "ON CONFLICT (key) DO UPDATE SET value = value + 1"
)


async def ask(app, address):
    """The body of an answer, without a server or a client around the pages."""
    path, _, query = address.partition("?")
    sent = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    assert sent[0]["status"] < 400, (address, sent)
    return sent[1]["body"]


async def measure(app, db, *, count):
    readers = app.state.site.readers
    pages = load.pages(await ask(app, "/speakers.json"), await ask(app, "/search.json?size=100"))
    random = Random(3)
    with sqlite3.connect(db, timeout=600, isolation_level=None) as writer:
        for kind, paths in pages.items():
            chosen = random.sample(paths, min(count, len(paths)))
            spent = {mode: [] for mode in MODES}
            for path in chosen:
                await ask(app, path)
                for mode in MODES:
                    if mode == "first":
                        readers.counts.forget()
                    if mode != "kept":
                        readers.pages.forget()
                    if mode == "written":
                        writer.execute(WRITE)
                    start = time.process_time()
                    await ask(app, path)
                    spent[mode].append(time.process_time() - start)
            yield kind, {mode: mean(times) for mode, times in spent.items()}


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("db", help="an index, as quotes benchmark --index makes it")
    parser.add_argument("--count", type=int, default=12, help="pages of each kind")
    given = parser.parse_args()
    # On a busy machine a question may take long, and cost no more for that.
    app = make_app(Settings(db=given.db, time_limit=120))
    found = {kind: costs async for kind, costs in measure(app, given.db, count=given.count)}
    found["mean"] = {mode: mean(costs[mode] for costs in found.values()) for mode in MODES}
    print("| ms of the processor's time |", " | ".join(MODES), "|")
    print("|---|" + "---:|" * len(MODES))
    for kind, costs in found.items():
        print(f"| {kind} |", " | ".join(f"{1000 * costs[mode]:.1f}" for mode in MODES), "|")


if __name__ == "__main__":
    asyncio.run(main())
