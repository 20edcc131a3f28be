"""One quotation: in its paragraph and its article, with who said it and why we think so."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quotes.errors import QuotesError
from quotes.index import Decision
from quotes.web.citing import cite
from quotes.web.formats import csv_response, format_of, ident_of, json_response
from quotes.web.marking import mark
from quotes.web.security import FormError
from quotes.web.site import render, site_of
from quotes.web.view import path_to
from quotes.web.words import how_found

_WHY = 500


class MissingError(QuotesError):
    """What the address names is not in the index."""


def quotation(request: Request) -> Response:
    """A quotation with where it stands."""
    ident = ident_of(request)
    with site_of(request).readers.lend() as index:
        found = index.quotation(ident)
        if found is None:
            raise MissingError("There is no such quotation: its article may have been corrected.")
        match format_of(request):
            case "csv":
                from quotes.table import QUOTES

                return csv_response([found.row], schema=QUOTES, name=f"quotation {ident}")
            case "json":
                return json_response(found)
        article = index.article(found.row["article_id"])
    row = found.row
    text = found.article.get("text")
    return render(
        request,
        "quotation.html",
        found=found,
        row=row,
        context=mark(row["context"], row, offset=row["context_start"]),
        article=mark(
            text,
            row,
            others=article.rows if article else (),
            skipped=found.article["skipped"],
        )
        if text
        else None,
        others=[other for other in article.rows if other["quote_id"] != ident] if article else [],
        how=how_found(row, found.found_speaker, found.speakers),
        citation=cite(row),
        reported="reported" in request.query_params,
    )


async def wrong(request: Request) -> Response:
    """Take a report that a quotation is wrong; only in review."""
    site = site_of(request)
    session = site.guard.session(request)
    if session is None:
        raise FormError("give the token first")
    fields = await site.guard.form(request)
    ident: str = request.path_params["ident"]

    def write() -> None:
        why = " ".join(fields.get("why", "").split())[:_WHY]
        with site.readers.write() as index:
            index.decide([Decision(decision="wrong", a=ident, who=session.who, why=why)])

    await run_in_threadpool(write)
    return RedirectResponse(f"{path_to('quotation', ident)}?reported=1", 303)
