"""Serving the pages from several processes at one address."""

import multiprocessing
import socket
import threading
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Any

import uvicorn

from quotes.web.app import make_app
from quotes.web.settings import Settings

MOST = 4
"""Processes started without being asked for; more are of use only to a great many readers."""

_SECONDS = 10.0


def run(settings: Settings, listener: socket.socket, *, workers: int = 1) -> None:
    """Serve until told to end.

    Python runs one thread at a time: it takes several processes for a page to be made while
    another is. One that ends by itself is replaced.

    Args:
        settings: How the pages are served.
        listener: Where readers call; listening already.
        workers: How many processes; with 1, this one alone.
    """
    if workers == 1:
        _server(settings).run(sockets=[listener])
        return
    # Spawned, not forked: the same on all systems, and nothing of this process's threads.
    context = multiprocessing.get_context("spawn")

    def started() -> Any:
        process = context.Process(target=_work, args=(settings, listener), daemon=True)
        process.start()
        return process

    processes = [started() for _ in range(workers)]
    try:
        while True:
            wait([process.sentinel for process in processes])
            ended = [process for process in processes if not process.is_alive()]
            processes = [process for process in processes if process.is_alive()]
            processes += [started() for _ in ended]
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.join(_SECONDS)


def _work(settings: Settings, listener: socket.socket) -> None:
    server = _server(settings)

    def follow() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            server.should_exit = True

    # However the first process ends, the others don't stay behind.
    threading.Thread(target=follow, daemon=True).start()
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listener])


def _server(settings: Settings) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            make_app(settings),
            log_level="warning",
            access_log=False,
            server_header=False,
            limit_concurrency=200,
            timeout_keep_alive=20,
            h11_max_incomplete_event_size=32_768,
        )
    )
