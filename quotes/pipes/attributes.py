"""What spaCy's ``attribute_ruler`` sets, looked up instead of matched.

A ruler holds patterns, most for one token: of its tag, its dependency label and its word. What
those do to a token depends on these three alone, and of the words only on those that a pattern
names; so each such combination is given to the ruler's own matcher once. The few patterns for
several tokens are matched as ever.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from quotes.pipes.arrays import Keys, read, write

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

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
        self._named, self._expressions = _words(ruler)
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
        keys = list(map(_Key, tags, deps, map(self._word, words), spaces))
        for n, start, _ in self._matches(self._long, doc):
            at = start + self._ruler.indices[n]
            keys[at] = keys[at]._replace(long=(*keys[at].long, n))
        known = self._rows
        rows = [known.get(key) if key in known else self._row(key) for key in keys]
        return write(doc, _WRITTEN, rows)

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
        self._rows[key] = row
        return row

    def _matches(self, matcher: Any, doc: "Doc") -> Iterator[tuple[int, int, int]]:
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
    written = {attr for rule in _rules(ruler) for attr in rule["attrs"]}
    ahead = all(index >= 0 for index in ruler.indices)
    fits = bool(ruler.indices) and ahead and asked <= _ASKED and written <= set(_WRITTEN)
    return FastAttributes(ruler) if fits else None


def _rules(ruler: "AttributeRuler") -> Iterable[Mapping[str, Any]]:
    return cast(Iterable[Mapping[str, Any]], ruler.patterns)


def _patterns(ruler: "AttributeRuler") -> Iterator[Sequence[dict[str, Any]]]:
    for rule in _rules(ruler):
        yield from rule["patterns"]


def _words(ruler: "AttributeRuler") -> tuple[frozenset[str], list[re.Pattern[str]]]:
    """The words that patterns for one token name, and expressions for such words."""
    named: set[str] = set()
    expressions = []
    for pattern in _patterns(ruler):
        value = pattern[0].get("LOWER") if len(pattern) == 1 else None
        if isinstance(value, str):
            named.add(value)
        for operator, operand in value.items() if isinstance(value, dict) else ():
            if operator == "REGEX":
                expressions.append(re.compile(operand))
            else:
                named.update(operand)
    return frozenset(named), expressions
