"""All that is known of one person so far, and what is kept of it between runs."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from quotes.identify.callings import Calling, calling_of
from quotes.identify.forms import Form, form_of
from quotes.identify.mentions import Mention

_MANY = 400
_KEPT = 200
_LATE = 10**7
_SETS = ("words_of_role", "offices", "fields", "names", "words", "born")


@dataclass(slots=True, eq=False)
class Node:
    """A person as told by name and evidence, before links and decisions join several.

    Attributes:
        id: Its identifier, for ever.
        name: The name as first seen.
        found: The identifier that extraction gives to this name; None for one that people made.
        run: In which run it was first seen; the older keeps its identifier in a merge.
        words_of_role, offices, fields, names: Of all its roles together, as in `Calling`.
        weeks: (outlet, week) of articles.
        company: How often others spoke in the same articles.
        setting: How often names stood around the quotations.
        words: Hashes of what was quoted.
        born: Years of birth that ages made likely.
        articles: In how many it speaks.
        first, last: Days; 0 where unknown.
        first_article: The least of the articles' identifiers.
        form: The name taken apart.
        is_full: Whether the name tells a person, rather than a surname alone.
    """

    id: str
    name: str
    found: str | None
    run: int
    words_of_role: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    weeks: set[tuple[str, int]] = field(default_factory=set)
    company: Counter[str] = field(default_factory=Counter)
    setting: Counter[str] = field(default_factory=Counter)
    words: set[int] = field(default_factory=set)
    born: set[int] = field(default_factory=set)
    articles: int = 0
    first: int = 0
    last: int = 0
    first_article: str = ""
    form: Form | None = field(init=False)
    is_full: bool = field(init=False)

    def __post_init__(self) -> None:
        self.form = form_of(self.name)
        self.is_full = self.form is not None and self.form.is_full

    @property
    def calling(self) -> Calling:
        """All its roles together."""
        return Calling(self.words_of_role, self.offices, self.fields, self.names)

    @property
    def age(self) -> tuple[Any, ...]:
        """What decides who is older, and keeps the identifier when two are joined."""
        return (self.run, not self.is_full, self.first or _LATE, self.first_article, self.id)

    def add(self, mention: Mention) -> None:
        """Take in what an article says.

        Args:
            mention: The person in that article.
        """
        for role in mention.roles:
            self._called(calling_of(role))
        if mention.day:
            self.weeks.add((mention.outlet or "", mention.day // 7))
            self._seen(mention.day, mention.day)
        self.first_article = min(filter(None, (self.first_article, mention.article_id)))
        self.company.update(mention.company)
        self.setting.update(mention.setting)
        self.words |= mention.words
        if mention.born:
            self.born.add(mention.born)
        self.articles += 1
        self._prune()

    def join(self, other: "Node") -> None:
        """Take in all that is known of another.

        Args:
            other: One that turned out to be the same.
        """
        self._called(other.calling)
        self.weeks |= other.weeks
        if other.first:
            self._seen(other.first, other.last)
        self.company.update(other.company)
        self.setting.update(other.setting)
        self.words |= other.words
        self.born |= other.born
        self.articles += other.articles
        self._prune()

    def _called(self, calling: Calling) -> None:
        self.words_of_role |= calling.words
        self.offices |= calling.offices
        self.fields |= calling.fields
        self.names |= calling.names

    def _seen(self, first: int, last: int) -> None:
        self.first = min(self.first or _LATE, first)
        self.last = max(self.last, last)

    def _prune(self) -> None:
        for counter in (self.company, self.setting):
            if len(counter) > _MANY:
                # Equal counts go by name, so that the order of articles matters little.
                kept = sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
                counter.clear()
                counter.update(dict(kept))

    def as_row(self) -> dict[str, Any]:
        """What is kept between runs, as JSON can hold it."""
        return {
            "id": self.id,
            "name": self.name,
            "found": self.found,
            "run": self.run,
            **{part: sorted(getattr(self, part)) for part in _SETS},
            "weeks": sorted(self.weeks),
            "company": dict(self.company),
            "setting": dict(self.setting),
            "articles": self.articles,
            "first": self.first,
            "last": self.last,
            "first_article": self.first_article,
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Node":
        """A node as it was kept.

        Args:
            row: From `as_row`.
        """
        return cls(
            **{
                **row,
                **{part: set(row[part]) for part in _SETS},
                "weeks": {(outlet, week) for outlet, week in row["weeks"]},
                "company": Counter(row["company"]),
                "setting": Counter(row["setting"]),
            }
        )


def node_of(mentions: Iterable[Mention], *, node_id: str, found: str | None, run: int) -> Node:
    """A node made of mentions.

    Args:
        mentions: One or more of one person.
        node_id: Its identifier.
        found: The identifier that extraction gave.
        run: In which run it is first seen.
    """
    its = list(mentions)
    node = Node(node_id, its[0].name, found, run)
    for mention in its:
        node.add(mention)
    return node
