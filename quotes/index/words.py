"""What somebody typed into a search box, made safe: words, "phrases", prefix*, -not, OR."""

import re
from functools import lru_cache
from typing import NamedTuple

from quotes.errors import UsageError
from quotes.index.text import tokens

MAX_TERMS = 40

_ITEM = re.compile(
    r'(?P<minus>-?)(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]?|(?P<word>[^\s"“”„«»]+))'
)


class Term(NamedTuple):
    """Words that stand side by side; the last perhaps only begins so.

    Attributes:
        words: Folded as this package does it.
        raw: As typed; SQLite folds them itself, a few rare letters in its own way.
        prefix: Whether the last one may go on.
    """

    words: tuple[str, ...]
    raw: tuple[str, ...]
    prefix: bool


class Words(NamedTuple):
    """What must stand in a quotation.

    Attributes:
        wanted: Of each group at least one term.
        unwanted: None of these.
    """

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...]


@lru_cache(maxsize=512)
def parse(text: str) -> Words | None:
    """Understand a query; anything at all is understood somehow.

    Args:
        text: Words, all of which must be there; ``"exact phrases"`` in any quotation marks;
            ``prefix*``; ``-word`` or ``-"phrase"`` for what must not be there; ``OR`` between
            alternatives. All else is as if it weren't there, as it is in the index.

    Returns:
        The query; None where the text is empty.

    Raises:
        UsageError: There is text, but nothing in it that can be looked for; or too much.
    """
    groups: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    joining = False
    for item in _ITEM.finditer(text):
        if item["word"] == "OR" and not item["minus"]:
            joining = bool(groups)
            continue
        term = _term(item)
        if term is None:
            continue
        if item["minus"]:
            unwanted.append(term)
        elif joining:
            groups[-1] += (term,)
        else:
            groups.append((term,))
        joining = False
    if sum(map(len, groups)) + len(unwanted) > MAX_TERMS:
        raise UsageError(f"too many words to look for: give at most {MAX_TERMS}")
    if not groups and text.strip():
        raise UsageError(
            "give a word to look for beside those to leave out"
            if unwanted
            else f"nothing to look for in {text.strip()!r}: give a word"
        )
    return Words(tuple(groups), tuple(unwanted)) if groups else None


def _term(item: re.Match[str]) -> Term | None:
    inner = item["phrase"] if item["word"] is None else item["word"]
    found = list(tokens(inner))
    if not found:
        return None
    raw = tuple(inner[token.start : token.end].lower() for token in found)
    return Term(tuple(token.word for token in found), raw, inner.rstrip().endswith("*"))


def to_fts5(query: Words) -> str:
    """The query in the language of SQLite's FTS5, over the column ``quote``.

    Args:
        query: The query.
    """
    wanted = " AND ".join(f"({' OR '.join(map(_fts5, group))})" for group in query.wanted)
    unwanted = f" NOT ({' OR '.join(map(_fts5, query.unwanted))})" if query.unwanted else ""
    # Without brackets around the wanted, AND would bind less than NOT.
    return f"{{quote}} : (({wanted}){unwanted})"


def _fts5(term: Term) -> str:
    return f'"{" ".join(term.raw)}"{" *" if term.prefix else ""}'


def to_tsquery(query: Words) -> str:
    """The query as PostgreSQL writes a ``tsquery``.

    Args:
        query: The query.
    """
    wanted = " & ".join(f"({' | '.join(map(_tsquery, group))})" for group in query.wanted)
    unwanted = "".join(f" & !({_tsquery(term)})" for term in query.unwanted)
    return wanted + unwanted


def _tsquery(term: Term) -> str:
    # Words hold letters and digits only: nothing in them needs escaping.
    last = len(term.words) - 1
    return " <-> ".join(
        f"'{word}'{':*' if term.prefix and i == last else ''}" for i, word in enumerate(term.words)
    )
