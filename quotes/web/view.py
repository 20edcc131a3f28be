"""A view's address: the search it shows, and links to the same view with something changed."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from quotes.index import Count, CountBy, Search, to_params
from quotes.index.params import period
from quotes.web import words

_PLAIN = Search()
_FIELD_OF: dict[str, str] = {
    "outlet": "outlet",
    "type": "quote_type",
    "cue": "cue_class",
    "kind": "speaker_kind",
    "affiliation": "affiliation",
    "reason": "reason",
}
_SEVERAL = frozenset({"outlet", "quote_type", "cue_class", "speaker_kind"})
_DATA = (".json", ".csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """Something the search is narrowed by, and the address without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A view of a search.

    Attributes:
        base: The path, without a suffix.
        search: What is shown.
        fixed: Properties of the search that the path stands for, so that no link repeats them.
    """

    base: str
    search: Search
    fixed: tuple[str, ...] = ()

    def link(self, **changes: Any) -> str:
        """The address of this view with some properties changed; from its first page on.

        Args:
            changes: Properties of the `Search`.
        """
        return self._address("", {"page": 1, **changes})

    def data(self, suffix: str, **changes: Any) -> str:
        """The address of this view's rows.

        Args:
            suffix: ``.json`` or ``.csv``.
            changes: Properties of the `Search`.
        """
        return self._address(suffix, {"page": 1, "size": _PLAIN.size, **changes})

    def _address(self, suffix: str, changes: dict[str, Any]) -> str:
        plain = {name: getattr(_PLAIN, name) for name in self.fixed}
        shown = replace(self.search, **{**changes, **plain})
        return with_params(f"{self.base}{suffix}", to_params(shown))

    def to(self, by: str, value: str) -> str:
        """The address of this view narrowed to one value.

        Args:
            by: What was counted by.
            value: A value of it.
        """
        if by in ("year", "month"):
            values: dict[str, Any] = dict(zip(("since", "until"), period(value), strict=True))
        else:
            field = _FIELD_OF[by]
            values = {field: (value,) if field in _SEVERAL else value}
        before, after = _around(self.search, self.fixed, tuple(values))
        params = [part for part in (before, urlencode(to_params(Search(**values))), after) if part]
        return f"{self.base}?{'&'.join(params)}"

    def chosen(self, by: str, value: str) -> bool:
        """Whether the view is narrowed to this value already.

        Args:
            by: What was counted by.
            value: A value of it.
        """
        if by in ("year", "month"):
            first, last = self.search.since, self.search.until
            return bool(first and last) and {str(first)[: len(value)], str(last)[: len(value)]} == {
                value
            }
        held = getattr(self.search, _FIELD_OF[by])
        return value in held if isinstance(held, tuple) else value == held

    @property
    def chips(self) -> list[Chip]:
        """What the search is narrowed by, besides its words."""
        found: list[Chip] = []
        names = {field: by for by, field in _FIELD_OF.items()}
        for field, by in names.items():
            if field in self.fixed:
                continue
            held = getattr(self.search, field)
            for value in held if isinstance(held, tuple) else [held] if held else []:
                left = tuple(v for v in held if v != value) if isinstance(held, tuple) else None
                label = words.value_label(by, value)
                found.append(
                    Chip(label=words.FACETS[by], value=label, without=self.link(**{field: left}))
                )
        for field, label in (("since", "From"), ("until", "To")):
            day = getattr(self.search, field)
            if day:
                without = self.link(**{field: None})
                found.append(Chip(label=label, value=day.isoformat(), without=without))
        if self.search.min_confidence:
            found.append(
                Chip(
                    label="At least",
                    value=f"{self.search.min_confidence:.0%} sure",
                    without=self.link(min_confidence=0.0),
                )
            )
        for field, label in (("family", "Printings of"), ("article", "Article")):
            held = getattr(self.search, field)
            if held and field not in self.fixed:
                found.append(Chip(label=label, value=held, without=self.link(**{field: None})))
        return found

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The parameters that a form with a search box must carry on."""
        kept = replace(self.search, words="", page=1, sort="date")
        shown = replace(kept, **{name: getattr(_PLAIN, name) for name in self.fixed})
        return to_params(shown)

    def counts(self, by: CountBy, counts: list[Count]) -> list[tuple[str, int, str, bool]]:
        """A facet's lines: label, number, address, whether chosen.

        Args:
            by: What was counted by.
            counts: The numbers.
        """
        return [
            (
                words.value_label(by, count.label),
                count.quotes,
                self.to(by, count.value),
                self.chosen(by, count.value),
            )
            for count in counts
        ]


@lru_cache(maxsize=256)
def _around(search: Search, fixed: tuple[str, ...], fields: tuple[str, ...]) -> tuple[str, str]:
    """A search's parameters before and after those of some properties that follow one another.

    A page has a hundred links that differ by one value.
    """
    names = list(Search.__dataclass_fields__)
    first, last = names.index(fields[0]), names.index(fields[-1])
    plain = {name: getattr(_PLAIN, name) for name in (*fixed, "page")}
    parts = (
        {name: getattr(_PLAIN, name) for name in left_out}
        for left_out in (names[first:], names[: last + 1])
    )
    before, after = (urlencode(to_params(replace(search, **{**part, **plain}))) for part in parts)
    return before, after


def path_to(kind: str, ident: str) -> str:
    """The path of one thing.

    Args:
        kind: ``speaker``, ``quotation``, ``family``.
        ident: Its identifier, which may be any text.
    """
    text = quote(ident, safe="")
    for suffix in _DATA:
        if text.endswith(suffix):
            # Else it would ask for the data of something else.
            text = text[: -len(suffix)] + suffix.replace(".", "%2E")
    return f"/{kind}/{text}"


def with_params(path: str, params: list[tuple[str, str]]) -> str:
    """An address with parameters.

    Args:
        path: The path.
        params: Names and values.
    """
    return f"{path}?{urlencode(params)}" if params else path
