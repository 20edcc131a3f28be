"""Whole pages kept for the next reader, as long as nothing is written to the index."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotes.errors import QuotesError
from quotes.web.readers import Readers
from quotes.web.security import COOKIE

LARGEST = 200_000
"""Bytes of a page that is kept; only tables to be downloaded are larger."""

_FRESH = ("/static/", "/enter", "/leave", "/review", "/reconcile")
"""What is no page of the index, or answers another one each time."""


class Keeper:
    """Middleware that answers with a page made before, where it would be made the same again.

    A page for somebody who gave a token carries that session's secret, and is never kept.

    Args:
        app: The pages.
        readers: Who knows whether the index was written to.
    """

    def __init__(self, app: ASGIApp, *, readers: Readers) -> None:
        self._app = app
        self._readers = readers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _keepable(scope):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        key = (
            scope["raw_path"],
            scope["query_string"],
            headers.get("host"),
            headers.get("hx-request"),
        )
        try:
            kept = self._readers.pages.get(key)
            version = self._readers.version()
        except QuotesError:
            # The index is gone: the pages say so.
            await self._app(scope, receive, send)
            return
        if kept is not None:
            start, body = kept.answer
            # Whatever is put around this one may add headers of its own.
            await send({**start, "headers": list(start["headers"])})
            await send(body)
            return
        sent: list[Message] = []

        async def sending(message: Message) -> None:
            copied = {"headers": list(message["headers"])} if "headers" in message else {}
            sent.append({**message, **copied})
            await send(message)

        await self._app(scope, receive, sending)
        if _whole(sent):
            self._readers.pages.keep(key, tuple(sent), version=version)


def _keepable(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    headers = Headers(scope=scope)
    if "authorization" in headers or COOKIE in headers.get("cookie", ""):
        return False
    path: str = scope["path"]
    return not path.startswith(_FRESH)


def _whole(sent: list[Message]) -> bool:
    if len(sent) != 2 or sent[0].get("status") != 200 or sent[1].get("more_body"):
        return False
    return len(sent[1].get("body", b"")) <= LARGEST
