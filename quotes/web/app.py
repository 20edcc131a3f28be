"""The pages put together: addresses, errors, what is around them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from quotes.errors import QuotesError, UsageError
from quotes.index import BusyError, NoIndexError, NoSpeakerError, TooSlowError, VersionError
from quotes.web import anonymous, person, quotation, reconcile, review, searching
from quotes.web.formats import format_of, json_response
from quotes.web.keeping import Keeper
from quotes.web.readers import CrowdedError, Readers
from quotes.web.security import FormError, Gate, Guard
from quotes.web.settings import Settings
from quotes.web.site import HERE, Site, make_templates, render

_STATUS: tuple[tuple[type[Exception], int, str], ...] = (
    (NoSpeakerError, 404, "Nobody of that name"),
    (quotation.MissingError, 404, "Not here"),
    (TooSlowError, 503, "That took too long"),
    (CrowdedError, 503, "Busy"),
    (BusyError, 503, "Busy"),
    (NoIndexError, 503, "The index is gone"),
    (VersionError, 503, "The index has another version"),
    (FormError, 403, "Not allowed"),
    (UsageError, 400, "That can't be asked"),
    (QuotesError, 500, "Something went wrong"),
)


def make_app(settings: Settings) -> Starlette:
    """The pages of an index, as an ASGI application.

    Args:
        settings: How they are served.
    """
    guard = Guard(settings)
    readers = Readers(
        settings.db, count=settings.readers, time_limit=settings.time_limit, wait=settings.wait
    )

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        readers.close()

    handlers: Any = {error: _failed for error, _, _ in _STATUS} | {HTTPException: _not_found}
    app = Starlette(
        routes=_routes(settings),
        lifespan=lifespan,
        middleware=[
            Middleware(Gate, settings=settings, guard=guard),
            Middleware(Keeper, readers=readers),
        ],
        exception_handlers=handlers,
    )
    app.state.site = Site(
        settings=settings, readers=readers, guard=guard, templates=make_templates()
    )
    return app


def _routes(settings: Settings) -> list[BaseRoute]:
    routes: list[BaseRoute] = [
        *_with_data("/index", searching.home),
        Route("/", searching.home),
        *_with_data("/search", searching.search, html=True),
        *_with_data("/suggest", searching.suggest, html=True),
        *_with_data("/speakers", searching.speakers, html=True),
        *_with_data("/anonymous", anonymous.anonymous, html=True),
        Route("/reconcile", reconcile.reconcile, methods=["GET", "POST"]),
        Route("/reconcile/suggest", reconcile.suggest),
        Route("/reconcile/preview", reconcile.preview),
        Mount("/static", _Static(directory=HERE / "static")),
    ]
    if settings.token is not None:
        routes += [
            Route("/enter", review.enter, methods=["GET", "POST"]),
            Route("/leave", review.leave, methods=["POST"]),
        ]
    if settings.review:
        routes += [
            *_with_data("/review", review.review, html=True),
            Route("/review", review.judge, methods=["POST"]),
            Route("/review/undo", review.undo, methods=["POST"]),
            Route("/quotation/{ident:path}/wrong", quotation.wrong, methods=["POST"]),
        ]
    return [
        *routes,
        Route("/speaker/{ident:path}", person.speaker),
        Route("/quotation/{ident:path}", quotation.quotation),
        Route("/family/{ident:path}", person.family),
    ]


def _with_data(path: str, endpoint: Callable[..., Any], *, html: bool = False) -> list[BaseRoute]:
    suffixes = ("", ".json", ".csv") if html else (".json", ".csv")
    return [Route(f"{path}{suffix}", endpoint, methods=["GET"]) for suffix in suffixes]


def _failed(request: Request, error: Exception) -> Response:
    status, title = next(
        (status, title) for kind, status, title in _STATUS if isinstance(error, kind)
    )
    message = str(error)
    message = f"{message[:1].upper()}{message[1:]}"
    if format_of(request) != "html" or request.url.path.startswith("/reconcile"):
        return json_response({"error": message}, status=status)
    similar = error.similar if isinstance(error, NoSpeakerError) else ()
    return render(
        request, "error.html", status=status, title=title, message=message, similar=similar
    )


def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if format_of(request) != "html":
        return json_response({"error": error.detail}, status=error.status_code)
    title = "Not here" if error.status_code == 404 else error.detail
    return render(
        request,
        "error.html",
        status=error.status_code,
        title=title,
        message="There is no page at this address.",
        similar=(),
    )


class _Static(StaticFiles):
    """Our own files; an address with their version may be kept for good."""

    def file_response(self, full_path: Any, stat_result: Any, scope: Scope, *rest: Any) -> Response:
        """Answer with a file."""
        response = super().file_response(full_path, stat_result, scope, *rest)
        if scope["query_string"].startswith(b"v="):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
