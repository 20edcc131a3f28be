"""Many readers at once: how long the pages take to answer. To be run by hand.

`tests/web/load_pages.py` makes an index, serves it in a process of its own and calls `measure`.
"""

import http.client
import json
import threading
import time
from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple
from urllib.parse import quote, urlsplit

WORDS = 40


class Load(NamedTuple):
    """How one sort of page answered under load.

    Attributes:
        page: The sort of page.
        answers: How many answers came.
        errors: How many were no success, or none at all.
        median, p95, slowest: Seconds.
    """

    page: str
    answers: int
    errors: int
    median: float
    p95: float
    slowest: float


def measure(
    address: str, *, readers: int = 50, seconds: float = 10.0, pause: float = 0.5, seed: int = 1
) -> list[Load]:
    """Read the pages at an address as many people would, and time the answers.

    Each reader keeps a connection, asks for a page, looks at it for a moment, asks for another.

    Args:
        address: Where the pages are, such as ``http://127.0.0.1:8000``.
        readers: How many read at once.
        seconds: For how long.
        pause: Seconds that a reader looks at a page, on average; 0 asks without rest.
        seed: Another seed asks in another order.

    Returns:
        A line for each sort of page, and one for all.

    Raises:
        OSError: Nobody answers there.
    """
    asked = pages(_get(address, "/speakers.json"), _get(address, "/search.json?size=100"))
    until = time.monotonic() + seconds
    taken: list[tuple[str, float, bool]] = []

    def read(number: int) -> None:
        random = Random(seed * 1000 + number)
        connection: http.client.HTTPConnection | None = None
        time.sleep(random.random() * min(pause, seconds / 4))
        while time.monotonic() < until:
            page = random.choice(list(asked))
            path = random.choice(asked[page])
            start = time.monotonic()
            try:
                connection = connection or _connect(address)
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
                good = answer.status < 400
            except OSError:
                connection, good = None, False
            taken.append((page, time.monotonic() - start, good))
            time.sleep(random.expovariate(1 / pause) if pause else 0)
        if connection is not None:
            connection.close()

    threads = [threading.Thread(target=read, args=(n,), daemon=True) for n in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kinds = [*asked, "all"]
    return [_load(kind, [t for t in taken if kind in ("all", t[0])]) for kind in kinds]


def _load(page: str, taken: Sequence[tuple[str, float, bool]]) -> Load:
    times = sorted(seconds for _, seconds, _ in taken) or [0.0]
    return Load(
        page,
        answers=len(taken),
        errors=sum(not good for _, _, good in taken),
        median=times[len(times) // 2],
        p95=times[min(len(times) - 1, int(len(times) * 0.95))],
        slowest=times[-1],
    )


def pages(speakers: bytes, rows: bytes) -> dict[str, list[str]]:
    """The sorts of page that are asked for, and addresses of each.

    Args:
        speakers: ``/speakers.json``.
        rows: ``/search.json?size=100``.
    """
    people = [row["speaker_id"] for row in json.loads(speakers)["speakers"]]
    found = json.loads(rows)["rows"]
    words = [word for row in found for word in row["quote"].split() if word.isalpha()][:WORDS]
    persons = [f"/speaker/{quote(one, safe='')}" for one in people]
    names = [row["speaker"][:3] for row in found if row["speaker"]]
    return {
        "home": ["/"],
        "search": [f"/search?q={quote(a)}+{quote(b)}" for a, b in pairwise(words)],
        "search, one word": [f"/search?q={quote(word)}&type=direct" for word in words],
        "person": persons,
        "person and word": [f"{one}?q={quote(w)}" for one, w in zip(persons, words, strict=False)],
        "quotation": [f"/quotation/{quote(row['quote_id'], safe='')}" for row in found],
        "suggestions": [f"/suggest?q={quote(name)}" for name in names],
        "unnamed sources": ["/anonymous"],
    }


def _get(address: str, path: str) -> bytes:
    connection = _connect(address)
    connection.request("GET", path)
    body: bytes = connection.getresponse().read()
    connection.close()
    return body


def _connect(address: str) -> http.client.HTTPConnection:
    parts = urlsplit(address)
    return http.client.HTTPConnection(parts.hostname or "127.0.0.1", parts.port or 80, timeout=30)
