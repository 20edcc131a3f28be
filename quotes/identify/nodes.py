"""All that is known of one person so far, and what is kept of it between runs."""

from collections import Counter
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar

from quotes.identify.callings import Calling, calling_of
from quotes.identify.forms import Form, form_of
from quotes.identify.mentions import Mention

_MANY = 400
_KEPT = 200
_LATE = 10**7
_TOLD = ("words_of_role", "offices", "fields", "names", "born")
_SETS = (*_TOLD, "words")
_COUNTS = ("company", "setting", "also")
_FEW = 32
_NOTHING: frozenset[Any] = frozenset()
PERSON = "person"
ORGANIZATION = "organization"
_Value = TypeVar("_Value")


@dataclass(slots=True, eq=False)
class Node:
    """A person or body as told by name and evidence, before links and decisions join several.

    Attributes:
        id: Its identifier, for ever.
        name: The name as first seen.
        found: The identifier that extraction gives to this name; None for one that people made.
        run: In which run it was first seen; the older keeps its identifier in a merge.
        words_of_role, offices, fields, names: Of all its roles together, as in `Calling`.
        weeks: (outlet, week) of articles.
        company: Who else spoke in the same articles; how often, where there are several articles.
        setting: The same of names that stood around the quotations.
        words: Hashes of what was quoted.
        born: Years of birth that ages made likely.
        articles: In how many it speaks.
        first, last: Days; 0 where unknown.
        first_article: The least of the articles' identifiers.
        kind: A speaker kind.
        also: What else articles call a body, by their own word: keys, and in how many articles.
        form: A person's name taken apart.
        is_full: Whether the name tells a person, rather than a surname alone.
    """

    id: str
    name: str
    found: str | None
    run: int
    words_of_role: AbstractSet[str] = _NOTHING
    offices: AbstractSet[str] = _NOTHING
    fields: AbstractSet[str] = _NOTHING
    names: AbstractSet[str] = _NOTHING
    weeks: AbstractSet[tuple[str, int]] = _NOTHING
    company: Counter[str] | AbstractSet[str] = _NOTHING
    setting: Counter[str] | AbstractSet[str] = _NOTHING
    words: AbstractSet[int] = _NOTHING
    born: AbstractSet[int] = _NOTHING
    articles: int = 0
    first: int = 0
    last: int = 0
    first_article: str = ""
    kind: str = PERSON
    also: Counter[str] | AbstractSet[str] = _NOTHING
    form: Form | None = None
    is_full: bool = field(init=False)

    def __post_init__(self) -> None:
        if self.form is None and self.kind == PERSON:
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
            self._seen(mention.day, mention.day)
        if not self.first_article or "" < mention.article_id < self.first_article:
            self.first_article = mention.article_id
        if mention.also:
            self.also = _counted(self.also, mention.also)
        if mention.born:
            self.born = _with(self.born, (mention.born,))
        self.articles += 1
        weeks = ((mention.outlet or "", mention.day // 7),) if mention.day else ()
        self.surround(weeks, mention.company, mention.setting, mention.words)

    def surround(
        self,
        weeks: Collection[tuple[str, int]],
        company: Counter[str] | AbstractSet[str],
        setting: Counter[str] | AbstractSet[str],
        words: AbstractSet[int],
    ) -> None:
        """Take in what was around somebody: all that grows with every article.

        Args:
            weeks, company, setting, words: As in this class.
        """
        if weeks:
            self.weeks = _with(self.weeks, weeks)
        self.company = _counted(self.company, company)
        self.setting = _counted(self.setting, setting)
        if words:
            self.words = _with(self.words, words)

    def join(self, other: "Node") -> None:
        """Take in all that is known of another.

        Args:
            other: One that turned out to be the same.
        """
        self._called(other.calling)
        self.weeks = _with(self.weeks, other.weeks)
        if other.first:
            self._seen(other.first, other.last)
        self.company = _counted(self.company, other.company)
        self.setting = _counted(self.setting, other.setting)
        self.words = _with(self.words, other.words)
        self.also = _counted(self.also, other.also)
        self.born = _with(self.born, other.born)
        self.articles += other.articles

    def copy(self) -> "Node":
        """Another with all that is known of this one, to be added to apart from it."""
        its = copy(self)
        for part in (*_SETS, "weeks"):
            value = getattr(its, part)
            if isinstance(value, set):
                setattr(its, part, set(value))
        for part in _COUNTS:
            value = getattr(its, part)
            if isinstance(value, Counter):
                setattr(its, part, Counter(value))
        return its

    def _called(self, calling: Calling) -> None:
        self.words_of_role = _with(self.words_of_role, calling.words)
        self.offices = _with(self.offices, calling.offices)
        self.fields = _with(self.fields, calling.fields)
        self.names = _with(self.names, calling.names)

    def _seen(self, first: int, last: int) -> None:
        if first < (self.first or _LATE):
            self.first = first
        if last > self.last:
            self.last = last

    def brief(self) -> dict[str, Any]:
        """What is kept between runs but for what `around` has, as JSON can hold it."""
        body = {"kind": self.kind, "also": dict(sorted(Counter(self.also).items()))}
        return {
            "id": self.id,
            "name": self.name,
            "found": self.found,
            "run": self.run,
            **{part: sorted(getattr(self, part)) for part in _TOLD},
            "articles": self.articles,
            "first": self.first,
            "last": self.last,
            "first_article": self.first_article,
            **(body if self.kind != PERSON else {}),
        }

    def around(self) -> dict[str, Any]:
        """What `surround` took in, as JSON can hold it."""
        return {
            "weeks": sorted(self.weeks),
            "company": dict(sorted(Counter(self.company).items())),
            "setting": dict(sorted(Counter(self.setting).items())),
            "words": sorted(self.words),
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> Self:
        """A node as it was kept.

        Args:
            row: What `brief` and `around` gave; what is missing is empty.
        """
        return cls(
            **{
                **row,
                **{part: frozenset(row.get(part, ())) for part in _TOLD},
                "also": Counter(row["also"]) if "also" in row else _NOTHING,
                **surroundings(row),
            }
        )


def surroundings(row: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of `Node.surround` from what `Node.around` gave.

    Args:
        row: That, perhaps among more; what is missing is empty.
    """
    return {
        "weeks": frozenset((outlet, week) for outlet, week in row.get("weeks", ())),
        "company": Counter(row.get("company", ())),
        "setting": Counter(row.get("setting", ())),
        "words": frozenset(row.get("words", ())),
    }


def node_of(
    mention: Mention, *, node_id: str, found: str | None, run: int, form: Form | None = None
) -> Node:
    """A node made of a mention.

    Args:
        mention: The speaker in an article.
        node_id: Its identifier.
        found: The identifier that extraction gave.
        run: In which run it is first seen.
        form: The name taken apart, where that has been done.
    """
    node = Node(node_id, mention.name, found, run, kind=mention.kind, form=form)
    node.add(mention)
    return node


def _with(known: AbstractSet[_Value], new: Collection[_Value]) -> AbstractSet[_Value]:
    """Both together. Most people are met once or twice: a few values are shared, never changed."""
    if isinstance(known, set):
        known.update(new)
        return known
    both: AbstractSet[_Value]
    if not known:
        both = new if isinstance(new, frozenset) else frozenset(new)
    elif all(one in known for one in new):
        return known
    else:
        both = known | frozenset(new)
    return set(both) if len(both) > _FEW else both


def _counted(
    known: Counter[str] | AbstractSet[str], new: Counter[str] | AbstractSet[str]
) -> Counter[str] | AbstractSet[str]:
    """How often each was met; of one article alone, what is shared with its other speakers."""
    if not known:
        return new if isinstance(new, frozenset) else Counter(new)
    if not new:
        return known
    counts = known if isinstance(known, Counter) else Counter(known)
    counts.update(new)
    if len(counts) > _MANY:
        # Equal counts go by name, so that the order of articles matters little.
        kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_KEPT]
        return Counter(dict(kept))
    return counts
