"""The article's tokens as plain lists, which rules read many times over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

from quotes.pipes.arrays import Keys, read
from quotes.types import Skipped, Span

_OPEN, _CLOSE = '“"«„', '”"»'
_DOUBLE = re.compile(f"[{_OPEN}{_CLOSE}]")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Words:
    """A parsed article, token by token.

    Attributes:
        doc: The parsed article.
        text: The article's own text, where the parser was given a plainer one.
        words, lower, tags, pos, deps, labels: Per token: as written, lower case, fine tag,
            coarse tag, dependency label, entity label (each empty where there is no such layer).
        heads: Per token, the position of its head.
        starts: Per token, its offset in the text.
        sentence: Per token, the number of its sentence; a line's end always ends one.
        paragraph: Per token, the number of its line.
        lines: Per line, its first token and the one after its last.
        opens: Per token, whether a sentence begins with it.
        quoted: Per token, whether it stands in double quotation marks.
        skipped: Per token, whether it is page furniture.
        headline: Per token, whether its line is set like a headline.
    """

    doc: Doc
    text: str
    words: list[str]
    lower: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    labels: list[str]
    heads: list[int]
    starts: list[int]
    sentence: list[int]
    paragraph: list[int]
    lines: list[tuple[int, int]]
    opens: list[bool]
    quoted: list[bool]
    skipped: list[bool]
    headline: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def tokens(self, span: Span | tuple[int, int]) -> tuple[int, int]:
        """Give the tokens that a stretch of text touches.

        Args:
            span: Start and end offset.

        Returns:
            The first token and the one after the last.
        """
        first = bisect_right(self.starts, span[0]) - 1
        if first < 0 or self.starts[first] + len(self.words[first]) <= span[0]:
            first += 1
        return first, max(first, bisect_left(self.starts, span[1]))

    def slice(self, start: int, end: int) -> str:
        """Give the text of tokens ``start`` up to, not including, ``end``.

        Args:
            start: First token.
            end: The token after the last.

        Returns:
            The text as written, white space at its ends removed.
        """
        if start >= end:
            return ""
        last = end - 1
        return self.text[self.starts[start] : self.starts[last] + len(self.words[last])].strip()


def _quoted_stretches(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start = None
        for mark in _DOUBLE.finditer(text, *paragraph.span()):
            if start is None and mark.group() in _OPEN:
                start = mark.start()
            elif start is not None and mark.group() in _CLOSE:
                found.append((start + 1, mark.start()))
                start = None
        if start is not None:
            found.append((start + 1, paragraph.end()))
    return found


def _mark(starts: Sequence[int], stretches: Iterable[tuple[int, int]]) -> list[bool]:
    marked = [False] * len(starts)
    for start, end in stretches:
        for i in range(bisect_left(starts, start), bisect_left(starts, end)):
            marked[i] = True
    return marked


def _lines(paragraph: Sequence[int]) -> list[list[int]]:
    """The tokens of each line."""
    return [list(members) for _, members in groupby(range(len(paragraph)), paragraph.__getitem__)]


def _headlines(tokens: Sequence[str], paragraph: Sequence[int]) -> list[bool]:
    """Mark lines in which nearly every longer word is capitalised and no full stop ends it."""
    marked = [False] * len(paragraph)
    for members in _lines(paragraph):
        words = [tokens[i] for i in members if not tokens[i].isspace()]
        long = [w for w in words if len(w) > 3 and w[0].isalpha()]
        if not 3 <= len(words) <= 30 or not long or words[-1] in '”"':
            continue
        least = 0.9 if words[-1] in ".!?" else 0.75
        if sum(w[0].isupper() for w in long) >= least * len(long):
            for i in members:
                marked[i] = True
    return marked


def read_words(doc: Doc, *, skipped: Sequence[Skipped] = ()) -> Words:
    """List what rules need of each token.

    Args:
        doc: The parsed article; layers may be missing.
        skipped: Page furniture.

    Returns:
        The lists.
    """
    table = read(doc, ("ORTH", "TAG", "POS", "DEP", "ENT_TYPE", "HEAD", "IDX", "SENT_START")).T
    words, tags, pos, deps, labels = (_named(column, doc.vocab.strings) for column in table[:5])
    ahead, idx, begins = table[5:].astype(np.int64)
    starts: list[int] = idx.tolist()
    text = doc.user_data.get("article_text")
    if text is None or len(text) != _length(doc):
        text = doc.text
    sentence, paragraph, opens = [], [], []
    line = number = 0
    fresh = True
    for word, begin in zip(words, (begins == 1).tolist(), strict=True):
        fresh = fresh or begin
        if fresh:
            number += 1
        sentence.append(number)
        paragraph.append(line)
        opens.append(fresh)
        # Marks in front of a sentence's first word leave it the first.
        fresh = fresh and not word[:1].isalnum()
        if "\n" in word:
            line += 1
            fresh = True
    lower = {word: word.lower().replace("’", "'") for word in set(words)}
    return Words(
        doc=doc,
        text=text,
        words=words,
        lower=[lower[word] for word in words],
        tags=tags,
        pos=pos,
        deps=deps,
        labels=labels,
        heads=(np.arange(len(words)) + ahead).tolist(),
        starts=starts,
        sentence=sentence,
        paragraph=paragraph,
        lines=[(members[0], members[-1] + 1) for members in _lines(paragraph)],
        opens=opens,
        quoted=_mark(starts, _quoted_stretches(text)),
        skipped=_mark(starts, ((s.start, s.end) for s in skipped)),
        headline=_headlines(words, paragraph),
    )


def _named(column: Keys, strings: StringStore) -> list[str]:
    """The strings of a column of keys."""
    keys: list[int] = column.tolist()
    known = {key: strings[key] for key in set(keys)}
    return [known[key] for key in keys]


def _length(doc: Doc) -> int:
    """How long a Doc's text is, without making it."""
    last = doc[-1:]
    return sum(token.idx + len(token.text_with_ws) for token in last)
