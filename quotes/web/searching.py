"""Home, search, suggestions, and the list of speakers."""

from dataclasses import asdict, replace

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quotes.errors import UsageError
from quotes.index import Facets, Index, NameMatch, NoSpeakerError, Search, SpeakerRow
from quotes.index.find import COUNTED
from quotes.index.types import CountBy
from quotes.types import SpeakerKind
from quotes.web.folding import fold_families
from quotes.web.formats import format_of, json_response, plain_rows_csv, rows_csv
from quotes.web.site import render, search_of, site_of
from quotes.web.view import View, path_to

FACETS: tuple[CountBy, ...] = ("outlet", "year", "type", "cue", "kind")
_NAME_WORDS = 5
"""What is longer is not a name."""

_MOST_QUOTED = 12
_PEOPLE = 6
_NAMED: tuple[SpeakerKind, ...] = ("person", "organization")


def home(request: Request) -> Response:
    """The first page; its rows are the newest quotations."""
    search = search_of(request)
    readers = site_of(request).readers
    with readers.lend() as index:
        match format_of(request):
            case "csv":
                return rows_csv(request, index, search, name="newest")
            case "json":
                return found_json(index, search, View(base="/index", search=search))
        newest = index.search(Search(size=20))
        return render(
            request,
            "home.html",
            stats=readers.counts.of("stats", index.stats),
            folded=fold_families(index, newest.rows)[:10],
            people=readers.counts.of(
                "most quoted", lambda: index.speakers(kinds=_NAMED, limit=_MOST_QUOTED)
            ),
            view=View(base="/search", search=Search()),
        )


def search(request: Request) -> Response:
    """What a search finds."""
    asked = search_of(request)
    view = View(base="/search", search=asked)
    readers = site_of(request).readers
    with readers.lend() as index:
        match format_of(request):
            case "csv":
                return rows_csv(request, index, asked, name=f"quotes {asked.words}")
            case "json":
                return found_json(index, asked, view)
        people = _people(index, asked, similar=False)
        unclear = _unclear(index, asked)
        shown = facets = None
        trouble: str | None = None
        if not unclear:
            try:
                facets = readers.counts.facets(index, asked, FACETS)
                shown = index.search(asked, total=total_of(facets))
            except NoSpeakerError:
                raise
            except UsageError as error:
                trouble = str(error)
        only = _only_a_name(asked, people)
        if only is not None and shown is not None and not shown.total:
            return RedirectResponse(path_to("speaker", only.speaker_id), 303)
        if people is not None and not people.speakers and not (shown and shown.total):
            people = _people(index, asked, similar=True)
        names = [(name, index.match_name(name)) for name in asked.speaker]
        return render(
            request,
            "search.html",
            view=view,
            page=shown,
            trouble=trouble,
            folded=fold_families(index, shown.rows) if shown else [],
            facets=facets if shown and shown.total else None,
            people=people,
            unclear=unclear,
            speakers=[
                (match.speakers[0] if len(match.speakers) == 1 else None, name, view.link(
                    speaker=tuple(s for s in asked.speaker if s != name)
                ))
                for name, match in names
            ],
        )  # fmt: skip


def total_of(facets: Facets) -> int | None:
    """How many rows a search finds, as far as its facets tell; more than a page would count.

    Args:
        facets: Its counts.

    Returns:
        None where the facets stopped before a page's count would.
    """
    if facets.complete:
        return facets.counted
    return facets.counted + 1 if facets.counted >= COUNTED else None


def found_json(index: Index, asked: Search, view: View, **more: object) -> Response:
    """A page of a search's rows as JSON.

    Args:
        index: The index.
        asked: What to look for.
        view: Whose rows they are.
        more: What else to tell.
    """
    page = index.search(asked)
    following = view.data(".json", page=asked.page + 1, size=asked.size)
    return json_response(
        {
            **more,
            "total": page.total,
            "complete": page.complete,
            "page": page.page,
            "pages": page.pages,
            "next": following if page.page < page.pages else None,
            "rows": page.rows,
        }
    )


def suggest(request: Request) -> Response:
    """Who may be meant, while somebody types."""
    typed = request.query_params.get("q", "")[:100]
    with site_of(request).readers.lend() as index:
        found = index.suggest(typed) if len(typed.split()) <= _NAME_WORDS else []
    match format_of(request):
        case "json":
            return json_response({"suggestions": found})
        case "csv":
            return plain_rows_csv([asdict(one) for one in found], name="suggestions")
    return render(request, "_suggestions.html", found=found, typed=typed)


def speakers(request: Request) -> Response:
    """Who is in the index, the most quoted first."""
    asked = search_of(request)
    kinds = asked.speaker_kind or ("person", "organization", "document")
    offset = (asked.page - 1) * asked.size
    with site_of(request).readers.lend() as index:
        found = index.speakers(kinds=kinds, limit=asked.size + 1, offset=offset)
    shown = found[: asked.size]
    match format_of(request):
        case "csv":
            return plain_rows_csv([_speaker_cells(row) for row in shown], name="speakers")
        case "json":
            return json_response({"speakers": shown})
    view = View(base="/speakers", search=asked)
    return render(
        request,
        "speakers.html",
        view=view,
        found=shown,
        first=offset + 1,
        more=view.link(page=asked.page + 1) if len(found) > asked.size else None,
        less=view.link(page=asked.page - 1) if asked.page > 1 else None,
    )


def _speaker_cells(row: SpeakerRow) -> dict[str, object]:
    return {
        "speaker_id": row.speaker_id,
        "speaker": row.speaker,
        "speaker_kind": row.speaker_kind,
        "role": row.role,
        "quotes": row.quotes,
        "articles": row.articles,
        "outlets": row.outlets,
        "first_seen": str(row.first_seen or ""),
        "last_seen": str(row.last_seen or ""),
        "authority_id": row.authority_id or "",
    }


def _people(index: Index, asked: Search, *, similar: bool) -> NameMatch | None:
    """Whom the words may name; None where they can't be a name. Similar names cost more."""
    typed = asked.words.strip()
    if not typed or asked.speaker or len(typed.split()) > _NAME_WORDS:
        return None
    match = index.match_name(typed, similar=similar)
    found = [s for s in (*match.speakers, *match.others) if s.speaker_kind in _NAMED]
    return replace(match, speakers=found[:_PEOPLE], others=[])


def _only_a_name(asked: Search, people: NameMatch | None) -> SpeakerRow | None:
    """The one speaker that the words name, where they are all that is asked for."""
    if people is None or len(people.speakers) != 1:
        return None
    return people.speakers[0] if asked == Search(words=asked.words) else None


def _unclear(index: Index, asked: Search) -> list[NameMatch]:
    """Names of the search that fit several speakers, so that the reader must choose."""
    if asked.any_speaker:
        return []
    matches = [index.match_name(name) for name in asked.speaker]
    return [match for match in matches if len(match.speakers) > 1]
