"""Where in a text the words of a search stand."""

from collections.abc import Sequence

from quotes.errors import UsageError
from quotes.index.text import Token, tokens
from quotes.index.words import Term, parse


def highlight(text: str, words: str) -> list[tuple[str, bool]]:
    """Cut a text where a search's words begin and end.

    Args:
        text: A quotation, or any text.
        words: The words of a `Search`; what can't be understood marks nothing.

    Returns:
        The text's pieces in order, each with whether it was looked for; together they are the
        text.
    """
    try:
        query = parse(words)
    except UsageError:
        query = None
    if query is None:
        return [(text, False)] if text else []
    found = list(tokens(text))
    marked = [False] * len(text)
    for group in query.wanted:
        for term in group:
            for start, end in _places(found, term):
                marked[start:end] = [True] * (end - start)
    return _pieces(text, marked)


def _places(found: Sequence[Token], term: Term) -> list[tuple[int, int]]:
    length = len(term.words)
    return [
        (found[at].start, found[at + length - 1].end)
        for at in range(len(found) - length + 1)
        if _fits([token.word for token in found[at : at + length]], term)
    ]


def _fits(words: Sequence[str], term: Term) -> bool:
    if list(words[:-1]) != list(term.words[:-1]):
        return False
    return words[-1].startswith(term.words[-1]) if term.prefix else words[-1] == term.words[-1]


def _pieces(text: str, marked: Sequence[bool]) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marked[at] != marked[start]:
            pieces.append((text[start:at], marked[start]))
            start = at
    return pieces
