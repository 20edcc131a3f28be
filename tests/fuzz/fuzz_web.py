"""The pages: no address and no parameter makes them fail, and nothing typed comes out as markup."""

import asyncio
import csv
import io
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote_from_bytes, unquote

from draw import Draw
from web_fakes import make_index

from quotes.web import Settings, make_app

FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")
PATHS = (
    *("/", "/search", "/search.json", "/search.csv", "/index.json", "/index.csv", "/suggest"),
    *("/suggest.json", "/speakers", "/speakers.json", "/speakers.csv", "/anonymous"),
    *("/anonymous.json", "/anonymous.csv", "/speaker/", "/quotation/", "/family/", "/reconcile"),
    *("/reconcile/suggest", "/reconcile/preview"),
)
_NAMED = ("", ".json", ".csv")
MARKER = "<x-fuzz"


def pages(data: bytes) -> None:
    """A byte chooses the path, a line names what it is of, the rest are parameters as sent."""
    draw = Draw(data)
    number = draw.byte()
    path = PATHS[number % len(PATHS)]
    line, _, sent = draw.rest().partition(b"\n")
    if path.endswith("/") and path != "/":
        path += quote_from_bytes(line, safe="/.%") + _NAMED[number // len(PATHS) % 3]
    posted = path == "/reconcile" and number >= 128
    status, headers, body = asyncio.run(_asked(path, sent, posted=posted))
    assert status < 500 or body.startswith(b"Busy"), (status, body)
    kind = headers.get("content-type", "")
    text = body.decode("utf-8")
    if status == 200 and kind.startswith("application/json"):
        json.loads(text)
    elif status == 200 and kind.startswith("text/csv"):
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        assert len({len(row) for row in rows if row}) <= 1
        assert not any(cell[:1] in tuple("=+@\t\r") for row in rows for cell in row)
    elif kind.startswith("text/html"):
        assert MARKER not in text


async def _asked(path: str, sent: bytes, *, posted: bool) -> tuple[int, dict[str, str], bytes]:
    # As a server hands it on: the path decoded, the rest as it was sent.
    body, sent = (sent, b"") if posted else (b"", sent)
    sent = quote_from_bytes(sent, safe="%&=+;/:?@!$'()*,[]").encode()
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1",
        "method": "POST" if posted else "GET", "scheme": "http", "path": unquote(path),
        "raw_path": path.encode("ascii"), "query_string": sent, "root_path": "",
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1), "server": ("localhost", 80), "state": {},
    }  # fmt: skip
    got: list[dict] = []

    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message):
        got.append(message)

    await _app()(scope, receive, send)
    headers = {key.decode().lower(): value.decode("latin-1") for key, value in got[0]["headers"]}
    return got[0]["status"], headers, b"".join(message.get("body", b"") for message in got[1:])


@cache
def _app():
    # Nothing is to be slow here, but a machine may be busy.
    db = make_index(Path(FOLDER.name) / "pages.db")
    return make_app(Settings(db=db, time_limit=60.0, wait=120.0))
