"""Reconciliation of names against the index's speakers, as OpenRefine asks for it.

Reconciliation Service API 0.2 of the W3C's Entity Reconciliation Community Group: a manifest,
batches of queries, suggestions and a preview.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from quotes.errors import UsageError
from quotes.index import Index, SpeakerRow
from quotes.index.text import fold
from quotes.types import SPEAKER_KINDS
from quotes.web.formats import json_response
from quotes.web.quotation import MissingError
from quotes.web.security import OPENREFINE, fields_of, read_body
from quotes.web.site import render, site_of
from quotes.web.words import KINDS

MAX_QUERIES = 50
_MAX_BODY = 256_000
_MAX_RESULTS = 20
_CLEAR = 90.0
"""A name is matched without asking only from this score on, and only if it fits nobody else."""

_LIKE = 80.0
"""From this score on a name may fit somebody; one of their names does, where theirs is less."""


async def reconcile(request: Request) -> Response:
    """The service's manifest; or, with ``queries``, who each name may be."""
    given = request.query_params.get("queries")
    if request.method == "POST":
        body = await read_body(request, limit=_MAX_BODY)
        given = fields_of(body, most=20).get("queries") or given
    if given is None:
        return _shared(request, json_response(_manifest(request)))
    queries = _queries(given)

    def answer() -> dict[str, Any]:
        with site_of(request).readers.lend() as index:
            return {key: {"result": _candidates(index, query)} for key, query in queries.items()}

    return _shared(request, json_response(await run_in_threadpool(answer)))


def suggest(request: Request) -> Response:
    """Speakers whose names begin so, while somebody types in OpenRefine."""
    prefix = request.query_params.get("prefix", "")[:100]
    with site_of(request).readers.lend() as index:
        found = index.suggest(prefix, limit=10)
    result = [
        {
            "id": one.speaker_id,
            "name": one.speaker,
            "description": _about(one.role, one.quotes),
            "notable": [_type(one.speaker_kind)],
        }
        for one in found
    ]
    return _shared(request, json_response({"result": result}))


def preview(request: Request) -> Response:
    """A small page about one speaker, to be shown within OpenRefine."""
    ident = request.query_params.get("id", "")
    with site_of(request).readers.lend() as index:
        match = index.match_name(ident)
        if len(match.speakers) != 1:
            raise MissingError("There is no such speaker.")
        about = index.speaker(match.speakers[0].speaker_id)
    return render(request, "preview.html", about=about)


def _manifest(request: Request) -> dict[str, Any]:
    base = f"{request.url.scheme}://{request.headers['host']}"
    token = request.query_params.get("token")
    secret = f"&token={quote(token)}" if token else ""
    return {
        "versions": ["0.1", "0.2"],
        "name": "Speakers in this index of quotations",
        "identifierSpace": f"{base}/speaker/",
        "schemaSpace": f"{base}/speakers",
        "view": {"url": f"{base}/speaker/{{{{id}}}}"},
        "defaultTypes": [_type(kind) for kind in ("person", "organization")],
        "preview": {
            "url": f"{base}/reconcile/preview?id={{{{id}}}}{secret}",
            "width": 400,
            "height": 180,
        },
        "suggest": {
            "entity": {
                "service_url": base,
                "service_path": f"/reconcile/suggest{f'?token={quote(token)}' if token else ''}",
            }
        },
        "batchSize": MAX_QUERIES,
    }


def _queries(text: str) -> dict[str, Mapping[str, Any]]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError("queries is no JSON") from None
    if not isinstance(given, dict) or not all(isinstance(q, dict) for q in given.values()):
        raise UsageError('queries must be like {"q0": {"query": "a name"}}')
    if len(given) > MAX_QUERIES:
        raise UsageError(f"too many queries at once: at most {MAX_QUERIES}")
    return given


def _candidates(index: Index, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    from rapidfuzz import fuzz

    name = str(query.get("query") or "")[:300]
    limit = query.get("limit")
    count = min(limit, _MAX_RESULTS) if isinstance(limit, int) and limit > 0 else 5
    wanted = query.get("type")
    kinds = set(map(str, wanted if isinstance(wanted, list) else [wanted] if wanted else []))
    match = index.match_name(name)
    found = [*match.speakers, *match.others, *match.similar]
    asked = fold(name)
    scored: list[tuple[float, SpeakerRow]] = []
    for speaker in found:
        # An alias that fits may look nothing like the name that a speaker goes by.
        least = _LIKE if speaker in match.speakers else 0.0
        score = max(fuzz.ratio(asked, fold(speaker.speaker)), least)
        if not kinds or speaker.speaker_kind in kinds:
            scored.append((score, speaker))
    scored.sort(key=lambda one: (-one[0], -one[1].quotes, one[1].speaker_id))
    # "A statement by Ann Lee" doesn't make "Ann Lee" unclear, "Ann Lee Jr." does.
    clear = len(match.speakers) == 1 and all(score < _LIKE for score, _ in scored[1:])
    return [
        {
            "id": speaker.speaker_id,
            "name": speaker.speaker,
            "description": _about(speaker.role, speaker.quotes),
            "score": round(score, 1),
            "match": clear and place == 0 and score >= _CLEAR,
            "type": [_type(speaker.speaker_kind)],
        }
        for place, (score, speaker) in enumerate(scored[:count])
    ]


def _about(role: str | None, quotes: int) -> str:
    counted = f"{quotes:,} quotation{'' if quotes == 1 else 's'}"
    return f"{role}; {counted}" if role else counted


def _type(kind: str) -> dict[str, str]:
    assert kind in SPEAKER_KINDS
    return {"id": kind, "name": KINDS[kind]}


def _shared(request: Request, response: Response) -> Response:
    """Let OpenRefine's own pages read the answer, and nobody else's."""
    origin = request.headers.get("origin")
    if origin in OPENREFINE:
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Vary"] = "Origin"
    return response
