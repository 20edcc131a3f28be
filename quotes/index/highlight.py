"""Where in a text the words of a search stand."""

from collections.abc import Iterator, Sequence

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
    places = [place for group in query.wanted for term in group for place in _places(found, term)]
    return _pieces(text, sorted(places))


def _places(found: Sequence[Token], term: Term) -> Iterator[tuple[int, int]]:
    *before, last = term.words
    length = len(term.words)
    for at in range(len(found) - length + 1):
        word = found[at + length - 1].word
        if (word.startswith(last) if term.prefix else word == last) and before == [
            token.word for token in found[at : at + length - 1]
        ]:
            yield found[at].start, found[at + length - 1].end


def _pieces(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Cut a text at places, which may overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in places:
        if joined and start <= joined[-1][1]:
            start, end = joined[-1][0], max(end, joined[-1][1])
            joined.pop()
        joined.append((start, end))
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in joined:
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]
