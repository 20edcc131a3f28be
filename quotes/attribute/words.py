"""The article's tokens as plain lists, which rules read many times over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from quotes.types import Skipped, Span

_OPEN, _CLOSE = '“"«„', '”"»'
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
        for i in range(paragraph.start(), paragraph.end()):
            c = text[i]
            if start is None and c in _OPEN:
                start = i
            elif start is not None and c in _CLOSE:
                found.append((start + 1, i))
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


def _headlines(tokens: Sequence[str], paragraph: Sequence[int]) -> list[bool]:
    """Mark lines in which nearly every longer word is capitalised and no full stop ends it."""
    lines: dict[int, list[int]] = {}
    for i, number in enumerate(paragraph):
        lines.setdefault(number, []).append(i)
    marked = [False] * len(paragraph)
    for members in lines.values():
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
    tokens = list(doc)
    text = doc.user_data.get("article_text")
    if text is None or len(text) != len(doc.text):
        text = doc.text
    words = [t.text for t in tokens]
    starts = [t.idx for t in tokens]
    sentence, paragraph, opens = [], [], []
    line = number = 0
    fresh = True
    for token in tokens:
        if token.is_sent_start and not fresh:
            fresh = True
        if fresh:
            number += 1
        sentence.append(number)
        paragraph.append(line)
        opens.append(fresh)
        # Marks in front of a sentence's first word leave it the first.
        fresh = fresh and not token.text[:1].isalnum()
        if "\n" in token.text:
            line += 1
            fresh = True
    return Words(
        doc=doc,
        text=text,
        words=words,
        lower=[w.lower().replace("’", "'") for w in words],
        tags=[t.tag_ for t in tokens],
        pos=[t.pos_ for t in tokens],
        deps=[t.dep_ for t in tokens],
        labels=[t.ent_type_ for t in tokens],
        heads=[t.head.i for t in tokens],
        starts=starts,
        sentence=sentence,
        paragraph=paragraph,
        opens=opens,
        quoted=_mark(starts, _quoted_stretches(text)),
        skipped=_mark(starts, ((s.start, s.end) for s in skipped)),
        headline=_headlines(words, paragraph),
    )
