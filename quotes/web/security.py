"""What keeps the pages safe: headers, the names they answer to, tokens, and forged requests.

Articles are hostile input: should any escaping fail, the Content-Security-Policy still lets no
script run and nothing leave. A page elsewhere that a reader has open can neither read the index
(names of other hosts are refused: DNS rebinding) nor write to it (a secret in every form, and the
request's origin; OWASP, "Cross-Site Request Forgery Prevention Cheat Sheet").
"""

import hmac
import time
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from quotes.web.settings import Settings

MAX_URL = 8_000
MAX_BODY = 64_000
COOKIE = "quotes_session"
LASTS = 12 * 3600
OPENREFINE = ("http://127.0.0.1:3333", "http://localhost:3333")
"""OpenRefine's own pages, the only ones elsewhere that may read, and only its part."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {}"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    # With no-referrer a browser would send our own forms with "Origin: null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_FREE = ("/static/", "/enter")
"""What needs no token even where reading does."""


class FormError(Exception):
    """A form that can't be taken: forged, stale, or too long; its text says what to do."""


class Session(NamedTuple):
    """Somebody who gave the token."""

    who: str
    until: int


class Guard:
    """Checks tokens and sessions. Nothing is kept: a session is a signed cookie.

    Args:
        settings: How the pages are served.
    """

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token

    def knows(self, token: str) -> bool:
        """Whether this is the token.

        Args:
            token: As somebody gave it.
        """
        return self._token is not None and hmac.compare_digest(
            sha256(token.encode("utf-8", "replace")).digest(),
            sha256(self._token.encode()).digest(),
        )

    def issue(self, who: str, *, now: float | None = None) -> str:
        """A session's cookie.

        Args:
            who: How the person wants to be called in what they decide.
            now: The time, for tests.
        """
        until = int((time.time() if now is None else now) + LASTS)
        told = f"{until}.{quote(who[:80], safe='')}"
        return f"{told}.{self._sign('session', told)}"

    def session(self, request: Request) -> Session | None:
        """Who asks, if they gave the token: by cookie, or as a program by a header.

        Args:
            request: The request.
        """
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.casefold() == "bearer" and self.knows(given.strip()):
            return Session("", int(time.time()) + LASTS)
        told, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
        if self._token is None or not self._signed("session", told, signature):
            return None
        until, _, who = told.partition(".")
        return Session(unquote(who), int(until)) if int(until) > time.time() else None

    def csrf(self, request: Request) -> str:
        """The secret that this session's forms carry.

        Args:
            request: The request for the page with the form.
        """
        return self._sign("form", request.cookies.get(COOKIE, ""))

    async def form(self, request: Request, *, csrf: bool = True) -> dict[str, str]:
        """The fields of a form that was sent from our own page.

        Args:
            request: The request.
            csrf: Whether it must carry the session's secret.

        Raises:
            FormError: It is too long, or was not sent from there.
        """
        origin = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site", "same-origin")
        if origin is not None and _host_of(origin) != request.headers.get("host"):
            raise FormError("this form was sent from another site")
        if site not in ("same-origin", "none"):
            raise FormError("this form was sent from another site")
        fields = fields_of(await read_body(request), most=50)
        if csrf and not hmac.compare_digest(
            fields.get("csrf", "").encode(), self.csrf(request).encode()
        ):
            raise FormError("this form is stale: go back, load the page again and repeat")
        return fields

    def _sign(self, purpose: str, told: str) -> str:
        key = (self._token or "").encode()
        return hmac.new(key, f"{purpose}:{told}".encode(), sha256).hexdigest()

    def _signed(self, purpose: str, told: str, signature: str) -> bool:
        return hmac.compare_digest(self._sign(purpose, told).encode(), signature.encode())


async def read_body(request: Request, *, limit: int = MAX_BODY) -> bytes:
    """A request's body, as far as it is not too long.

    Args:
        request: The request.
        limit: Bytes.

    Raises:
        FormError: It is longer.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise FormError(f"what was sent is too long: at most {limit:,} bytes")
    return bytes(body)


def fields_of(body: bytes, *, most: int) -> dict[str, str]:
    """The fields of a form, as a browser sends it.

    Args:
        body: What was sent.
        most: How many there may be.

    Raises:
        FormError: There are more.
    """
    text = body.decode("utf-8", "replace")
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=most))
    except ValueError:
        raise FormError(f"what was sent has too many fields: at most {most}") from None


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None  # no address at all


class Gate:
    """Middleware around all pages: refuses what isn't meant for them, and sets the headers.

    Args:
        app: The application.
        settings: How the pages are served.
        guard: Checks sessions.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings, guard: Guard) -> None:
        self._app = app
        self._settings = settings
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        framing = " ".join(OPENREFINE) if scope["path"] == "/reconcile/preview" else "'none'"

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = POLICY.format(framing)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, sending)

    def _refused(self, scope: Scope) -> ASGIApp | None:
        host = _host(Headers(scope=scope))
        if host not in self._settings.hosts:
            return PlainTextResponse(
                f"This server isn't called {host!r}: start it with --name {host}\n", 421
            )
        if len(scope["raw_path"]) + len(scope["query_string"]) > MAX_URL:
            return PlainTextResponse("This address is too long.\n", 414)
        path: str = scope["path"]
        if not self._settings.private or path.startswith(_FREE):
            return None
        if self._guard.session(Request(scope)) is not None:
            return None
        if path.startswith("/reconcile") and self._guard.knows(_query(scope).get("token", "")):
            return None
        if path.endswith((".json", ".csv")) or path.startswith("/reconcile"):
            return PlainTextResponse("Give the token: Authorization: Bearer TOKEN\n", 401)
        return RedirectResponse("/enter", 303)


def _host(headers: Mapping[str, str]) -> str:
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _query(scope: Scope) -> dict[str, str]:
    return dict(parse_qsl(scope["query_string"].decode("latin-1")))
