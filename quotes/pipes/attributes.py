"""What spaCy's ``attribute_ruler`` sets, looked up instead of matched.

A ruler holds patterns, most for one token: of its tag, its dependency label and its word. What
those do to a token depends on these three alone, and of the words only on those that a pattern
names; so each such combination is given to the ruler's own matcher once. The few patterns for
several tokens are matched where one of them can begin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

from quotes.pipes.arrays import Keys, read, write

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Span

_WRITTEN = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
_ASKED = frozenset(("TAG", "DEP", "LOWER", "IS_SPACE"))
_KEPT = 100_000  # words of which it is remembered whether a pattern names them


class _Key(NamedTuple):
    """All that the patterns can see of a token, and those for several tokens that it is in."""

    tag: int
    dep: int
    word: int
    space: int
    long: tuple[int, ...] = ()


class _Beginnings:
    """Where patterns can begin, by what they ask of their first token.

    Args:
        patterns: Patterns in which each token stands for one.
        strings: The strings that keys in a Doc are keys of.
    """

    def __init__(
        self, patterns: Iterable[Sequence[Mapping[str, Any]]], strings: "StringStore"
    ) -> None:
        self._strings = strings
        firsts = [pattern[0] for pattern in patterns]
        worded = [first for first in firsts if _is_plain(first.get("LOWER"), "REGEX")]
        self._named, self._expressions = _words(worded)
        others = [first.get("DEP") for first in firsts if first not in worded]
        self._anywhere = not all(_is_plain(value) for value in others)
        labels = [label for v in others for label in (v["IN"] if isinstance(v, dict) else [v])]
        self._deps = {strings.add(label) for label in labels if label is not None}
        self._known: dict[int, bool] = {}

    def __call__(self, deps: Sequence[int], words: Sequence[int]) -> list[int]:
        """The tokens, by their dependency labels and lower-case forms, where one can begin."""
        if self._anywhere:
            return list(range(len(words)))
        named = {word for word in set(words) if self._begins(word)}
        known = self._deps
        pairs = zip(deps, words, strict=True)
        return [i for i, (dep, word) in enumerate(pairs) if word in named or dep in known]

    def _begins(self, word: int) -> bool:
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            text = self._strings[word]
            found = text in self._named or any(e.search(text) for e in self._expressions)
            self._known[word] = found
        return found


def _is_plain(value: Any, *operators: str) -> bool:
    """Whether a condition names what it admits, or gives it by one of some operators."""
    return isinstance(value, str) or (
        isinstance(value, dict) and bool(value) and value.keys() <= {"IN", *operators}
    )


class FastAttributes:
    """Sets attributes as a ruler would; make it with `fast_attributes`.

    Args:
        ruler: The ruler.
    """

    def __init__(self, ruler: "AttributeRuler") -> None:
        from spacy.matcher import Matcher

        self._ruler = ruler
        self._strings = ruler.vocab.strings
        self._short, self._long = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._numbers: dict[int, int] = {}  # of the patterns, by their matchers' keys
        for n, rule in enumerate(_rules(ruler)):
            self._numbers[self._strings.add(f"{n}")] = n
            for matcher, long in ((self._short, False), (self._long, True)):
                chosen = [p for p in rule["patterns"] if (len(p) > 1) is long]
                if chosen:
                    matcher.add(f"{n}", chosen)
        self._named, self._expressions = _words(p[0] for p in _patterns(ruler) if len(p) == 1)
        several = [p for p in _patterns(ruler) if len(p) > 1]
        self._longest = max(map(len, several), default=0)
        self._beginnings = _Beginnings(several, self._strings)
        self._plain = self._strings.add(
            next(w for w in ("x", "xx", "xxx") if not self._is_named(w))
        )
        self._reduced: dict[int, int] = {}
        self._rows: dict[_Key, Keys] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the attributes of one Doc that has tags and dependencies only.

        Args:
            doc: The Doc.

        Returns:
            The same Doc.
        """
        if not len(doc):
            return doc
        tags, deps, words, spaces = read(doc, ("TAG", "DEP", "LOWER", "IS_SPACE")).T.tolist()
        keys: list[tuple[Any, ...]] = list(
            zip(tags, deps, map(self._word, words), spaces, repeat(()), strict=False)
        )
        for begin in self._beginnings(deps, words):
            for n, start, _ in self._matches(self._long, doc[begin : begin + self._longest]):
                if start == 0:
                    at = begin + self._ruler.indices[n]
                    *rest, long = keys[at]
                    keys[at] = (*rest, (*long, n))
        distinct = {key: n for n, key in enumerate(dict.fromkeys(keys))}
        rows = np.stack([self._row(_Key(*key)) for key in distinct])
        return write(doc, _WRITTEN, rows[[distinct[key] for key in keys]])

    def _word(self, lower: int) -> int:
        """A word that some pattern names, or one that stands for all the others."""
        found = self._reduced.get(lower)
        if found is None:
            if len(self._reduced) >= _KEPT:
                self._reduced.clear()
            found = lower if self._is_named(self._strings[lower]) else self._plain
            self._reduced[lower] = found
        return found

    def _is_named(self, word: str) -> bool:
        return word in self._named or any(e.search(word) for e in self._expressions)

    def _row(self, key: _Key) -> Keys:
        found = self._rows.get(key)
        if found is None:
            found = self._rows[key] = self._worked_out(key)
        return found

    def _worked_out(self, key: _Key) -> Keys:
        from spacy.tokens import Doc

        # The token in question stands where each pattern can put the one that it changes there.
        at = max(self._ruler.indices)
        strings = self._strings
        doc = Doc(
            self._ruler.vocab,
            words=[*[strings[self._plain]] * at, " " if key.space else strings[key.word]],
            tags=[*[""] * at, strings[key.tag]],
            deps=[*[""] * at, strings[key.dep]],
            heads=list(range(at + 1)),
        )
        short = [n for n, start, _ in self._matches(self._short, doc) if start == at]
        cast(Any, self._ruler).set_annotations(
            doc,  # the later pattern has the last word
            [(n, 0, at - self._ruler.indices[n], at + 1) for n in sorted((*short, *key.long))],
        )
        row: Keys = read(doc, _WRITTEN)[at]
        return row

    def _matches(self, matcher: Any, doc: "Doc | Span") -> Iterator[tuple[int, int, int]]:
        for key, start, end in matcher(doc, allow_missing=True, as_spans=False):
            yield self._numbers[key], start, end


def fast_attributes(ruler: "AttributeRuler") -> FastAttributes | None:
    """Make the function that does what an attribute ruler does.

    Args:
        ruler: A spaCy pipeline's ``attribute_ruler``, which stands after its parser.

    Returns:
        None where a pattern asks a token for anything but tag, dependency label, lower-case form
        and whether it is white space, or writes anything but tag, part of speech, features,
        lemma and dependency label.
    """
    asked = {key for pattern in _patterns(ruler) if len(pattern) == 1 for key in pattern[0]}
    # One that may be longer or shorter than it looks begins who knows where.
    fixed = not any("OP" in token for pattern in _patterns(ruler) for token in pattern)
    written = {attr for rule in _rules(ruler) for attr in rule["attrs"]}
    ahead = all(index >= 0 for index in ruler.indices)
    fits = bool(ruler.indices) and ahead and fixed and asked <= _ASKED and written <= set(_WRITTEN)
    return FastAttributes(ruler) if fits else None


def _rules(ruler: "AttributeRuler") -> Iterable[Mapping[str, Any]]:
    return cast(Iterable[Mapping[str, Any]], ruler.patterns)


def _patterns(ruler: "AttributeRuler") -> Iterator[Sequence[dict[str, Any]]]:
    for rule in _rules(ruler):
        yield from rule["patterns"]


def _words(tokens: Iterable[Mapping[str, Any]]) -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The words that some of a pattern's tokens name, and expressions for such words."""
    named: set[str] = set()
    expressions = []
    for token in tokens:
        value = token.get("LOWER")
        if isinstance(value, str):
            named.add(value)
        for operator, operand in value.items() if isinstance(value, dict) else ():
            if operator == "REGEX":
                expressions.append(re.compile(operand))
            else:
                named.update(operand)
    return frozenset(named), expressions
