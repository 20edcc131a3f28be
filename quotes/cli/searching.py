"""The options by which a search is told, shared by the commands that search."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from quotes.index.params import from_params
from quotes.index.types import SORTS, Search
from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

Database = Annotated[
    str,
    typer.Argument(
        metavar="DB",
        help="The index: a file, or postgresql://USER@HOST/NAME.",
        show_default=False,
    ),
]


def _several(name: str, metavar: str, text: str) -> Any:
    return Annotated[list[str] | None, typer.Option(name, metavar=metavar, help=text)]


def _one(name: str, metavar: str, text: str) -> Any:
    return Annotated[str | None, typer.Option(name, metavar=metavar, help=text)]


_OPTIONS: dict[str, Any] = {
    "words": Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]",
            help='Words that all must be there; "exact phrase", prefix*, -not, OR.',
            show_default=False,
        ),
    ],
    "speaker": _several(
        "--speaker", "NAME", "By this speaker: any of the names, or the identifier; repeatable."
    ),
    "any_speaker": Annotated[
        bool, typer.Option("--any-speaker", help="Take all whom the name fits, without asking.")
    ],
    "type": _several("--type", "TYPE", f"Only {', '.join(QUOTE_TYPES)}; repeatable."),
    "cue": _several("--cue", "CLASS", f"Only {', '.join(CUE_CLASSES)}; repeatable."),
    "kind": _several("--kind", "KIND", f"Speakers: {', '.join(SPEAKER_KINDS)}; repeatable."),
    "affiliation": _one("--affiliation", "BODY", "Anonymous sources of this body."),
    "reason": _one("--reason", "TEXT", "Anonymous sources with this reason for it, as written."),
    "outlet": _several("--outlet", "NAME", "In this outlet; repeatable."),
    "since": _one("--since", "DAY", "Published on this day or later; also 2024-05, 2024."),
    "until": _one("--until", "DAY", "Published on this day or earlier; also 2024-05, 2024."),
    "family": _one("--family", "ID", "Printings of the same words."),
    "article": _one("--article", "ID", "In this article."),
    "min_confidence": _one("--min-confidence", "P", "Leave out rows less certain than P."),
    "sort": _one(
        "--sort", "ORDER", f"{', '.join(SORTS)}; date, the default, has the newest first."
    ),
}


def searching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a search.

    Args:
        command: Takes a keyword ``search``, which it gets as a `Search`; that parameter is
            replaced by an option for each of a search's properties.

    Returns:
        The command as Typer should see it.
    """
    own = dict(inspect.signature(command).parameters)
    own.pop("search")
    first = [own.pop("db")]
    asked = [
        inspect.Parameter(
            name,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            annotation=annotation,
            default=False if name == "any_speaker" else None,
        )
        for name, annotation in _OPTIONS.items()
    ]
    parameters = [*first, *asked, *own.values()]

    @wraps(command)
    def run(**given: Any) -> None:
        asked = {name: given.pop(name) for name in _OPTIONS}
        command(search=_search(asked), **given)

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
    return run


def _search(asked: dict[str, Any]) -> Search:
    params: list[tuple[str, str]] = [("q", " ".join(asked.pop("words") or []))]
    if asked.pop("any_speaker"):
        params.append(("any_speaker", "1"))
    for name, value in asked.items():
        values = value if isinstance(value, list) else [value]
        params += [(name, one) for one in values if one is not None]
    return from_params(params)
