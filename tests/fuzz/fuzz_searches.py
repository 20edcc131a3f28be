"""Searches: whatever somebody types is understood or refused, and means the same everywhere."""

from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl, urlencode

from draw import Draw, text_of
from index_fakes import entry, fill, row

from quotes.errors import UsageError
from quotes.index import SORTS, Search, from_params, highlight, open_index, to_params
from quotes.index.text import tokens
from quotes.index.types import COUNT_BY
from quotes.index.words import Term, Words, parse, to_fts5, to_tsquery
from quotes.types import CUE_CLASSES, QUOTE_TYPES, SPEAKER_KINDS

FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")
SAID = (
    "the red line, AND or NOT near quote", "Don’t cross the Red Line in Zürich", "war war oil",
    "oil: sanctions, sanctioned", "a b c d e f g", "well-known café 42 1st", "x", "ß fire İstanbul",
    "line red", "nothing to see",
)  # fmt: skip
PEOPLE = ("Ann Lee", "Bob Day", "José Peña", "Lee", "NATO", "Ann Lee | Bob Day")
_SAME_LETTERS = "\u0250"
"""From here on SQLite folds some letters in its own way."""


def entries():
    for n, said in enumerate(SAID):
        name = PEOPLE[n % len(PEOPLE)]
        kind = "organization" if name == "NATO" else "person"
        outlet = ("The Post", "Delta Wire")[n % 2]
        day = f"2024-0{1 + n % 9}-01" if n % 4 else None
        yield entry(f"a{n}", row(said, name, kind=kind), outlet=outlet, published=day)


def query(data: bytes) -> None:
    """Words in a search box: found is what they mean, and that is what is marked."""
    text = Draw(data).rest().decode("utf-8", "surrogateescape")
    for said in SAID:
        pieces = highlight(said, text)
        assert "".join(piece for piece, _ in pieces) == said
    assert "".join(piece for piece, _ in highlight(text, "red")) == text
    try:
        wanted = parse(text)
    except UsageError as error:
        assert "give" in str(error)
        return
    if wanted is None:
        assert not text.strip()
        return
    to_fts5(wanted)
    for word in to_tsquery(wanted).split("'")[1::2]:
        assert all(token.word == word for token in tokens(word)), word
    found = {made["quote"] for made in _sqlite().search(Search(words=text, size=100)).rows}
    if max(text) < _SAME_LETTERS:
        assert found == {said for said in SAID if _holds(wanted, said)}


def _holds(wanted: Words, said: str) -> bool:
    own = [token.word for token in tokens(said)]
    return all(any(_stands(term, own) for term in group) for group in wanted.wanted) and not any(
        _stands(term, own) for term in wanted.unwanted
    )


def _stands(term: Term, own: list[str]) -> bool:
    size = len(term.words)
    for at in range(len(own) - size + 1):
        there = tuple(own[at : at + size])
        if there == term.words or (
            term.prefix and there[:-1] == term.words[:-1] and there[-1].startswith(term.words[-1])
        ):
            return True
    return False


def params(data: bytes) -> None:
    """The parameters of an address."""
    search = _asked(data)
    if search is None:
        return
    again = from_params(parse_qsl(urlencode(to_params(search), errors="surrogateescape"),
                                  errors="surrogateescape"))  # fmt: skip
    assert again == search
    _answers(_sqlite(), search)


def postgres(data: bytes) -> None:
    """The same search in both databases."""
    search = _asked(data)
    if search is None:
        return
    there, here = _answers(_postgres(), search), _answers(_sqlite(), search)
    if max(search.words, default="") < _SAME_LETTERS and search.sort != "relevance":
        assert there == here


def saved(data: bytes) -> None:
    """A saved search, made by hand: it comes back as it was, or is refused at once."""
    draw = Draw(data)
    name, words, speaker, outlet = (draw.words() for _ in range(4))
    search = Search(
        words=words,
        speaker=(speaker,) if draw.byte() % 2 else (),
        any_speaker=draw.byte() % 2 == 1,
        outlet=(outlet,) * draw.below(3),
        quote_type=tuple(dict.fromkeys(draw.some(QUOTE_TYPES, 2))),
        cue_class=tuple(dict.fromkeys(draw.some(CUE_CLASSES, 2))),
        speaker_kind=tuple(dict.fromkeys(draw.some(SPEAKER_KINDS, 2))),
        affiliation=draw.one((None, "NATO", speaker)),
        since=draw.one((None, date(2024, 2, 29), date.min)),
        until=draw.one((None, date(2024, 3, 1), date.max)),
        family=draw.one((None, outlet)),
        article=draw.one((None, "a1", name)),
        min_confidence=draw.chance(),
        sort=draw.one(SORTS),
        page=1 + draw.below(20),
        size=1 + draw.below(300),
    )
    index = _sqlite()
    try:
        index.save_watch(name, search)
    except UsageError:
        assert index.watches() == []
        return
    [watch] = index.watches()
    assert watch.name == name
    assert _answers(index, watch.search) == _answers(index, search)
    assert list(index.watch(name)) == []
    index.drop_watch(name)
    assert index.watches() == []


def _asked(data: bytes) -> Search | None:
    """The search that an address describes, as far as it does."""
    try:
        return from_params(parse_qsl(text_of(data)))
    except UsageError as error:
        assert str(error)
        return None


def _answers(index, search: Search) -> tuple[object, ...] | str:
    """All that an index says to a search; what can't be asked is the same for all questions."""
    try:
        page = index.search(search)
    except UsageError as error:
        assert str(error)
        return type(error).__name__
    rows = [made["quote_id"] for made in index.rows(search)]
    assert len(set(rows)) == len(rows) == page.total
    start = (search.page - 1) * search.size
    assert [made["quote_id"] for made in page.rows] == rows[start : start + search.size]
    counts = [
        sorted((one.value, one.quotes) for one in index.counts(search, by)) for by in COUNT_BY
    ]
    facets = index.facets(search, [by for by in COUNT_BY if by != "speaker"])
    assert facets.counted == page.total
    return rows, counts


@cache
def _sqlite():
    index = open_index(str(Path(FOLDER.name) / "searches.db"), create=True)
    fill(index, *entries())
    return index


_HELD = ExitStack()


@cache
def _postgres():
    from postgres_server import database, server_url

    url = _HELD.enter_context(database(_HELD.enter_context(server_url())))
    index = _HELD.enter_context(open_index(url, create=True))
    fill(index, *entries())
    return index


def close() -> None:
    """Stop the server that `postgres` may have started."""
    _postgres.cache_clear()
    _HELD.close()
