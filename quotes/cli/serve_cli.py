"""``quotes serve``: the reporters' pages."""

import os
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli.messages import say
from quotes.cli.searching import Database
from quotes.errors import UsageError

Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="The address to listen at; one that others can reach needs a token.",
    ),
]
Port = Annotated[
    int,
    typer.Option(
        "--port",
        metavar="N",
        min=0,
        max=65535,
        envvar="QUOTES_PORT",
        show_envvar=False,
        help="The port; else the environment variable QUOTES_PORT.",
    ),
]
Name = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="HOST", help="A name by which readers call the server; repeatable."
    ),
]
Review = Annotated[
    bool,
    typer.Option("--review", help="Let those who know the token judge and report, which writes."),
]
TokenFile = Annotated[
    str | None,
    typer.Option(
        "--token-file",
        metavar="FILE",
        help="A file with the token; else the environment variable QUOTES_TOKEN.",
    ),
]
TimeLimit = Annotated[
    float,
    typer.Option(
        "--time-limit", metavar="S", min=0.1, max=600, help="Give up a question after S seconds."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=64,
        help="How many processes answer.  [default: one a core, at most 4]",
        show_default=False,
    ),
]


def serve(
    db: Database,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    name: Name = None,
    review: Review = False,
    token_file: TokenFile = None,
    time_limit: TimeLimit = 5.0,
    workers: Workers = None,
) -> None:
    """Serve the index as pages for a browser, on this machine only unless told otherwise.

    Exit status: 0 ended by its user; 2 wrong use.
    """
    from dataclasses import replace

    from quotes.index import open_index

    try:
        from quotes.web import workers as serving
        from quotes.web.settings import make_settings
    except ImportError as error:
        raise UsageError(
            f"the pages need {error.name}, which isn't installed: pip install 'quotes-index[web]'"
        ) from None
    token = _token(token_file)
    made = token is None and review
    settings = make_settings(
        db,
        host=host,
        names=tuple(name.casefold() for name in name or ()),
        review=review,
        # Beyond this machine nobody would see what is printed here; there it must be given.
        token=secrets.token_urlsafe() if made and host in _HERE else token,
    )
    open_index(db, readonly=not review).close()
    listener = _listener(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    say(f"pages at {address} (end with Ctrl-C)")
    if review:
        say(f"review at {address}/enter{f'?token={settings.token}' if made else ''}")
    count = workers or min(serving.MOST, os.cpu_count() or 1)
    # Ctrl-C is how this ends, no failure.
    with suppress(KeyboardInterrupt):
        serving.run(replace(settings, time_limit=time_limit), listener, workers=count)


_HERE = ("127.0.0.1", "localhost", "::1")


def _token(path: str | None) -> str | None:
    if path is None:
        return os.environ.get("QUOTES_TOKEN", "").strip() or None
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"can't read the token from {path!r}: {error}") from None


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Whoever reads the address below and asks at once has to wait, not to fail.
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise UsageError(
            f"can't listen at {host} port {port}: {error.strerror}; name another with --port"
        ) from None
    return listener
