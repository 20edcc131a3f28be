"""People as an index remembers them: what was around them is fetched when somebody asks for it.

Of somebody in thousands of articles that is tens of kilobytes. Most articles need none of it, not
even to be added: what they bring waits in rows of its own (``people_news``) until it is much, and
is then taken into the rest (``people_states``).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from quotes.identify.nodes import Node, surroundings
from quotes.index.database import Database
from quotes.index.numbers import take_numbers

AROUND = ("weeks", "company", "setting", "words")
"""What is fetched: what `Node.surround` takes."""

MOST_NEWS = 40
"""Of so many articles what they brought waits at most."""

_MOST_WORDS = 2_000
"""So many hashes of words are kept of one person: the smallest, as in any sketch."""

Fetch = Callable[[str], Iterable[Mapping[str, Any]]]
"""For an identifier what was around somebody: `Node.around`, then what came later, in order."""


class Remembered(Node):
    """Somebody as kept.

    Attributes:
        news: What was around them in the articles added since, in order.
        waiting: How many rows of earlier news there are.
        fetched: Whether all is here.
    """

    __slots__ = ("_fetch", "fetched", "news", "waiting")

    _fetch: Fetch
    fetched: bool
    news: list[tuple[Any, ...]]
    waiting: int

    @classmethod
    def of(cls, row: Mapping[str, Any], *, waiting: int, fetch: Fetch) -> "Remembered":
        """Somebody of whom no more is here than what is always needed.

        Args:
            row: From `Node.brief`.
            waiting: How many rows of news there are.
            fetch: Gets the rest.
        """
        one = cls.from_row(row)
        one.news, one.waiting, one._fetch, one.fetched = [], waiting, fetch, False
        for part in AROUND:
            delattr(one, part)
        return one

    def __getattr__(self, part: str) -> Any:
        """Fetch what is asked for and not here."""
        if part not in AROUND:
            raise AttributeError(part)
        self.fetched = True
        self.weeks, self.words = frozenset(), frozenset()
        self.company, self.setting = frozenset(), frozenset()
        for row in self._fetch(self.id):
            super().surround(**surroundings(row))
        for news in self.news:
            super().surround(*news)
        return getattr(self, part)

    def surround(self, *around: Any) -> None:
        """Take in what was around somebody; where the rest is not here, only note it."""
        self.news.append(around)
        if self.fetched:
            super().surround(*around)


def fetcher(database: Database) -> Fetch:
    """What gets the rest of somebody from an index.

    Args:
        database: The index.
    """

    def fetch(person: str) -> Iterator[Mapping[str, Any]]:
        for select in (
            "SELECT state FROM people_states WHERE person = ?",
            "SELECT news FROM people_news WHERE person = ? ORDER BY id",
        ):
            for (told,) in database.all(select, (person,)):
                yield json.loads(told)

    return fetch


def keep(database: Database, nodes: Sequence[Node]) -> None:
    """Keep what is around people.

    Args:
        database: The index; within a transaction.
        nodes: Those of whom something is new, with rows in ``people``.
    """
    told = [one for one in nodes if isinstance(one, Remembered) and not _is_much(one)]
    whole = [one for one in nodes if not isinstance(one, Remembered) or _is_much(one)]
    news = [(one.id, _news(*each)) for one in told for each in one.news]
    first = take_numbers(database, "news", len(news))
    database.many(
        "INSERT INTO people_news (id, person, news) VALUES (?, ?, ?)",
        [(number, *row) for number, row in enumerate(news, first)],
    )
    states = [(one.id, _state(one)) for one in whole]
    database.many(
        "INSERT INTO people_states (person, state) VALUES (?, ?) "
        "ON CONFLICT (person) DO UPDATE SET state = excluded.state",
        states,
    )
    database.many(
        "DELETE FROM people_news WHERE person = ?",
        [(one.id,) for one in whole if isinstance(one, Remembered) and one.waiting],
    )


def waiting(node: Node) -> int:
    """How many rows of news there are of somebody once `keep` has kept them.

    Args:
        node: The person or body.
    """
    if not isinstance(node, Remembered) or _is_much(node):
        return 0
    return node.waiting + len(node.news)


def _is_much(node: Remembered) -> bool:
    return node.waiting + len(node.news) > MOST_NEWS


def _news(*around: Any) -> str:
    told = {part: sorted(its) for part, its in zip(AROUND, around, strict=True) if its}
    return _as_json(told)


def _state(node: Node) -> str:
    state = node.around()
    state["words"] = state["words"][:_MOST_WORDS]
    return _as_json(state)


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
