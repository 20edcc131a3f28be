"""Judging pairs of speakers, and giving the token that this takes."""

from collections.abc import Sequence
from typing import cast

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from quotes.errors import UsageError
from quotes.index import Decision, Pair
from quotes.index.types import DecisionKind
from quotes.web.formats import format_of, json_response, plain_rows_csv
from quotes.web.security import COOKIE, LASTS, FormError
from quotes.web.site import render, site_of

_AHEAD = 50
JUDGEMENTS = ("same", "different", "unsure")


def review(request: Request) -> Response:
    """One pair of speakers, side by side; the next one once it is judged."""
    site = site_of(request)
    if site.guard.session(request) is None:
        if format_of(request) != "html":
            return json_response({"error": "give the token"}, status=401)
        return RedirectResponse("/enter", 303)
    with site.readers.lend() as index:
        asked = format_of(request)
        pairs = index.review(limit=_AHEAD if asked != "html" else 1)
    match asked:
        case "json":
            return json_response({"pairs": pairs})
        case "csv":
            return plain_rows_csv([_cells(pair) for pair in pairs], name="pairs to review")
    return render(
        request,
        "review.html",
        pair=pairs[0] if pairs else None,
        done=request.query_params.get("done", ""),
        said=request.query_params.get("said", ""),
    )


async def judge(request: Request) -> Response:
    """Write what somebody decided of a pair, and go on to the next."""
    site = site_of(request)
    session = site.guard.session(request)
    if session is None:
        raise FormError("give the token first")
    fields = await site.guard.form(request)
    said = fields.get("judgement", "")
    if said not in JUDGEMENTS:
        raise UsageError(f"judgement can't be {said!r}: use one of {', '.join(JUDGEMENTS)}")
    decision = Decision(
        decision=cast(DecisionKind, said),
        a=fields.get("a", ""),
        b=fields.get("b", ""),
        who=session.who,
        why=" ".join(fields.get("why", "").split())[:500],
    )

    def write() -> Sequence[Decision]:
        with site.readers.write() as index:
            return index.decide([decision])

    written = await run_in_threadpool(write)
    return RedirectResponse(f"/review?said={said}&done={written[0].number}", 303)


async def undo(request: Request) -> Response:
    """Take a decision back."""
    site = site_of(request)
    if site.guard.session(request) is None:
        raise FormError("give the token first")
    fields = await site.guard.form(request)
    number = _number(fields.get("number", ""))

    def write() -> None:
        with site.readers.write() as index:
            index.undo([number])

    await run_in_threadpool(write)
    return RedirectResponse("/review?said=undone", 303)


async def enter(request: Request) -> Response:
    """Give the token, by a form or in the address that the server printed."""
    site = site_of(request)
    wrong = False
    given = request.query_params.get("token")
    who = ""
    if request.method == "POST":
        fields = await site.guard.form(request, csrf=False)
        given, who = fields.get("token", ""), " ".join(fields.get("who", "").split())
    if given is not None:
        if site.guard.knows(given.strip()):
            response = RedirectResponse("/review" if site.settings.review else "/", 303)
            response.set_cookie(
                COOKIE,
                site.guard.issue(who),
                max_age=LASTS,
                httponly=True,
                samesite="strict",
                secure=request.url.scheme == "https",
            )
            return response
        wrong = True
    return render(request, "enter.html", wrong=wrong, status=403 if wrong else 200)


async def leave(request: Request) -> Response:
    """End the session."""
    await site_of(request).guard.form(request)
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def _cells(pair: Pair) -> dict[str, object]:
    return {
        "a": pair.a.speaker_id,
        "speaker_a": pair.a.speaker,
        "quotes_a": pair.a.quotes,
        "b": pair.b.speaker_id,
        "speaker_b": pair.b.speaker,
        "quotes_b": pair.b.quotes,
        "likely": pair.likely,
        "score": float(pair.score),
        "reasons": "; ".join(pair.reasons),
    }


def _number(text: str) -> int:
    return min(int(text), 10_000_000) if text.isascii() and text.isdigit() and text else 0
