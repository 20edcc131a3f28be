"""Sources without a name: where, of whom, and why they have none."""

from starlette.requests import Request
from starlette.responses import Response

from quotes.index import Index, Search
from quotes.index.types import CountBy
from quotes.web.folding import fold_families
from quotes.web.formats import format_of, json_response, plain_rows_csv, rows_csv
from quotes.web.searching import total_of
from quotes.web.site import render, search_of, site_of
from quotes.web.view import View

BY: tuple[CountBy, ...] = ("outlet", "affiliation", "reason")
_SHOWN = 40


def anonymous(request: Request) -> Response:
    """Quotations of unnamed sources, counted and listed.

    ``.csv`` has the quotations; with ``?count=1`` the counts.
    """
    asked = search_of(request, speaker_kind=("anonymous",))
    with site_of(request).readers.lend() as index:
        asked_format = format_of(request)
        if asked_format == "csv" and "count" not in request.query_params:
            return rows_csv(request, index, asked, name="unnamed sources")
        if asked_format == "html":
            return _page(request, index, asked)
        counts = {by: index.anonymous(by, asked) for by in BY}
        if asked_format == "csv":
            lines = [
                {"by": by, "value": count.value, "quotes": count.quotes}
                for by in BY
                for count in counts[by]
            ]
            return plain_rows_csv(lines, name="unnamed sources counted")
        page = index.search(asked)
        return json_response({"counts": counts, "total": page.total, "rows": page.rows})


def _page(request: Request, index: Index, asked: Search) -> Response:
    # One pass, bounded: on a large index the exact counts are for the CSV.
    facets = site_of(request).readers.counts.facets(index, asked, BY)
    page = index.search(asked, total=total_of(facets))
    return render(
        request,
        "anonymous.html",
        view=View(base="/anonymous", search=asked, fixed=("speaker_kind",)),
        page=page,
        folded=fold_families(index, page.rows),
        facets=facets,
        counts={by: found[:_SHOWN] for by, found in facets.counts.items()},
        values={by: len(found) for by, found in facets.counts.items()},
    )
