"""What each outlet changed in the same words, and where they appeared first and longest."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from quotes.identify.words import is_negation, quoted_part, words_of

Change = Literal["equal", "left out", "put in", "replaced"]


class Piece(NamedTuple):
    """A stretch of a quotation beside the same stretch of the family's longest form.

    Attributes:
        change: ``equal``, ``left out``, ``put in`` or ``replaced``.
        longest: The words of the longest form.
        here: The words here.
        decisive: Whether a negation was given or taken: not the same words after all.
    """

    change: Change
    longest: str
    here: str
    decisive: bool


class Version(NamedTuple):
    """One quotation of a family.

    Attributes:
        quote_id, article_id, outlet, published: Of its row.
        pieces: What it has of the longest form, in order.
        is_first: Whether it appeared first, as far as days tell.
        is_longest: Whether it is the longest form.
    """

    quote_id: str
    article_id: str
    outlet: str | None
    published: date | None
    pieces: tuple[Piece, ...]
    is_first: bool
    is_longest: bool


def family_differences(rows: Iterable[Mapping[str, Any]]) -> list[Version]:
    """Set the quotations of one family beside its longest form.

    Args:
        rows: Rows of the quote table with one ``family_id``, or any that a person wants to
            compare: a quotation cut short of its "not" shows as a decisive difference.

    Returns:
        A version a row, the first to appear first.
    """
    its = sorted(rows, key=lambda r: (r["published"] or date.max, r["article_id"], r["quote_id"]))
    if not its:
        return []
    spoken = {row["quote_id"]: _spoken(row) for row in its}
    longest = max(its, key=lambda r: len(spoken[r["quote_id"]]))
    words = spoken[longest["quote_id"]]
    return [
        Version(
            quote_id=row["quote_id"],
            article_id=row["article_id"],
            outlet=row.get("outlet"),
            published=row["published"],
            pieces=tuple(differences(words, spoken[row["quote_id"]])),
            is_first=number == 0,
            is_longest=row is longest,
        )
        for number, row in enumerate(its)
    ]


def differences(longest: tuple[str, ...], here: tuple[str, ...]) -> Iterator[Piece]:
    """What was left out, put in and replaced between two quotations.

    Args:
        longest, here: Their words, folded.

    Yields:
        Stretches in order, which together are all the words of both.
    """
    for op in Levenshtein.opcodes(longest, here):
        old, new = longest[op.src_start : op.src_end], here[op.dest_start : op.dest_end]
        decisive = op.tag != "equal" and _negations(old) != _negations(new)
        yield Piece(_NAMES[op.tag], " ".join(old), " ".join(new), decisive)


_NAMES: dict[str, Change] = {
    "equal": "equal",
    "delete": "left out",
    "insert": "put in",
    "replace": "replaced",
}


def _spoken(row: Mapping[str, Any]) -> tuple[str, ...]:
    quoted = quoted_part(row["quote"]) if row["quote_type"] == "mixed" else ""
    return words_of(quoted or row["quote"]).words


def _negations(words: Iterable[str]) -> int:
    return sum(map(is_negation, words))
