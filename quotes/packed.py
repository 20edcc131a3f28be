"""Attributions as plain lists, dicts, strings and numbers, and back, with nothing lost."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quotes.types import Attribution, Span, Speaker

_PARTS = ("content", "cue", "source")


def pack(found: Iterable[Attribution]) -> list[dict[str, Any]]:
    """Attributions in a form that JSON and msgpack can hold.

    Args:
        found: The attributions.
    """
    return [
        {
            **asdict(one),
            **{part: [list(span) for span in getattr(one, part)] for part in _PARTS},
            "context": list(one.context),
            "speakers": [asdict(speaker) for speaker in one.speakers],
        }
        for one in found
    ]


def unpack(packed: Iterable[dict[str, Any]]) -> list[Attribution]:
    """The attributions that `pack` packed.

    Args:
        packed: What it returned.
    """
    return [
        Attribution(
            **{
                **one,
                **{part: tuple(Span(*span) for span in one[part]) for part in _PARTS},
                "context": Span(*one["context"]),
                "speakers": tuple(Speaker(**speaker) for speaker in one["speakers"]),
            }
        )
        for one in packed
    ]
