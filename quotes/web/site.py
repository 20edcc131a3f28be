"""What all views share: settings, readers, templates; and how they answer."""

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from quotes.index import Search, from_params, highlight
from quotes.index.reasons import in_words
from quotes.web import words
from quotes.web.citing import safe_url
from quotes.web.readers import Readers
from quotes.web.security import Guard
from quotes.web.settings import Settings
from quotes.web.view import path_to

HERE = Path(__file__).parent
MAX_SIZE = 200
"""Rows on one page for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What is there as long as the server runs."""

    settings: Settings
    readers: Readers
    guard: Guard
    templates: Environment


def make_templates() -> Environment:
    """The templates: everything in them is escaped, and a misspelt name is an error."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        path_to=path_to,
        static=static,
        highlight=highlight,
        in_words=in_words,
        words=words,
        safe_url=safe_url,
    )
    environment.filters.update(number=lambda n: f"{n:,}", day=_day, percent=lambda p: f"{p:.0%}")
    return environment


@cache
def static(name: str) -> str:
    """The address of a file of ours, another one whenever its content changes.

    Args:
        name: The file's name.
    """
    digest = sha256((HERE / "static" / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def site_of(request: Request) -> Site:
    """The site that a request is to.

    Args:
        request: The request.
    """
    site: Site = request.app.state.site
    return site


def search_of(request: Request, **fixed: Any) -> Search:
    """The search that an address describes.

    Args:
        request: The request.
        fixed: Properties that the path stands for.

    Raises:
        UsageError: A value is none that there is.
    """
    search = replace(from_params(request.query_params.multi_items()), **fixed)
    return replace(search, size=min(search.size, MAX_SIZE))


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """A page.

    Args:
        request: The request.
        template: The template's name.
        status: The HTTP status.
        context: What it shows.
    """
    site = site_of(request)
    session = site.guard.session(request)
    context = {
        "request": request,
        "review": site.settings.review,
        "session": session,
        "csrf": site.guard.csrf(request) if session else "",
        "here": request.url.path,
        **context,
    }
    text = site.templates.get_template(template).render(context)
    return HTMLResponse(text.encode("utf-8", "replace"), status)


def _day(day: Any) -> str:
    return f"{day.day} {day:%b} {day.year}" if day else ""
