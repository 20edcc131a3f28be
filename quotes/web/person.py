"""A speaker's page, and that of a quote family."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quotes.index import NoSpeakerError
from quotes.index.joined import by_name
from quotes.index.pages import Period
from quotes.index.types import CountBy
from quotes.web.folding import fold_families
from quotes.web.formats import csv_response, format_of, ident_of, json_response, rows_csv
from quotes.web.quotation import MissingError
from quotes.web.searching import found_json, total_of
from quotes.web.site import render, search_of, site_of
from quotes.web.timeline import timeline
from quotes.web.view import View, path_to

FACETS: tuple[CountBy, ...] = ("outlet", "year", "type", "cue")
_COMPANIONS = 12
_ROLES = 6


def speaker(request: Request) -> Response:
    """All about one speaker, with what they said."""
    name = ident_of(request)
    asked_format = format_of(request)
    readers = site_of(request).readers
    with readers.lend() as index:
        match = index.match_name(name)
        if not match.speakers:
            similar = tuple(other.speaker for other in match.similar)
            raise NoSpeakerError(f"Nobody here is called “{name}”.", name=name, similar=similar)
        if len(match.speakers) > 1:
            if asked_format != "html":
                return json_response({"candidates": match.speakers}, status=300)
            return render(request, "which.html", status=300, match=match)
        ident = match.speakers[0].speaker_id
        base = path_to("speaker", ident)
        if name != ident:
            # One address for one speaker: other names and merged identifiers lead to it.
            suffix = "" if asked_format == "html" else f".{asked_format}"
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(f"{base}{suffix}{query}", 307)
        asked = search_of(request, speaker=(ident,))
        view = View(base=base, search=asked, fixed=("speaker", "any_speaker"))
        if asked_format == "csv":
            return rows_csv(request, index, asked, name=match.speakers[0].speaker)
        about = index.speaker(ident)
        if asked_format == "json":
            return found_json(index, asked, view, speaker=about)
        facets = readers.counts.facets(index, asked, FACETS)
        page = index.search(asked, total=total_of(facets))
        return render(
            request,
            "speaker.html",
            about=about,
            names=by_name(about.joined),
            roles=most_frequent(about.roles),
            view=view,
            page=page,
            folded=fold_families(index, page.rows),
            facets=facets,
            companions=readers.counts.of(
                ("companions", ident), lambda: index.companions(ident, limit=_COMPANIONS)
            ),
            timeline=timeline(about.months),
        )


def most_frequent(roles: Sequence[Period]) -> tuple[list[Period], list[Period]]:
    """The roles that stand for a person, and all the others, both in their order.

    Args:
        roles: In order of time.
    """
    kept = {one.value for one in sorted(roles, key=lambda one: -one.quotes)[:_ROLES]}
    shown = [one for one in roles if one.value in kept]
    return shown, [one for one in roles if one.value not in kept]


def family(request: Request) -> Response:
    """The printings of the same words, with what each changed."""
    ident = ident_of(request)
    with site_of(request).readers.lend() as index:
        found = index.family(ident)
        if found is None:
            raise MissingError("There is no such quote family.")
        match format_of(request):
            case "csv":
                from quotes.table import QUOTES

                rows = [version.row for version in found.versions]
                return csv_response(rows, schema=QUOTES, name=f"family {ident}")
            case "json":
                return json_response(found)
        part = request.headers.get("hx-request") == "true"
        template = "_versions.html" if part else "family.html"
        return render(request, template, family=found, current=None)
