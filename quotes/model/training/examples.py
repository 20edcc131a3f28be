"""Annotated articles as the network learns from them."""

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotes.detect.candidates import candidates, read_page
from quotes.detect.features import Features
from quotes.detect.frame import Frame
from quotes.detect.lexicon import log_odds, reporting_verbs
from quotes.model.cues import by_letter, fit, rightness
from quotes.model.gold import GoldArticle
from quotes.model.network.inputs import Names, Part, Told, part, tell
from quotes.model.network.pieces import Pieces
from quotes.types import Skipped, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROLES = ("content", "cue", "source")
NOTHING = -100
"""The tag of a token that is not learned from: white space."""


class Link(NamedTuple):
    """One annotated attribution within a window: its cue's head, content and source tokens."""

    cue: int
    content: list[int]
    source: list[int]


class Example(NamedTuple):
    """One window with its answers.

    Attributes:
        part: What the network is told.
        tags: For each token its tag: 0 for none, then begin and inside of each of `ROLES`.
        right: How right each frame is, from 0 to 1.
        links: The attributions whose cues stand in the window.
    """

    part: Part
    tags: list[int]
    right: list[float]
    links: list[Link]


class Annotated(NamedTuple):
    """One annotated article, described but not yet cut into examples.

    Attributes:
        told: What the network is told of its tokens.
        frames: Each frame with the lexicon's features and how right it is.
        tags: As in `Example`, for the whole article.
        links: As in `Example`, for the whole article.
    """

    told: Told
    frames: list[tuple[Frame, list[str], float]]
    tags: list[int]
    links: list[Link]


def annotated(
    gold: GoldArticle, doc: "Doc", pieces: Pieces, skipped: Sequence[Skipped] = ()
) -> Annotated:
    """Describe an annotated article.

    Args:
        gold: The article with its annotation.
        doc: The same, parsed.
        pieces: Cuts tokens into word pieces.
        skipped: Its page furniture.

    Returns:
        The article with its answers.
    """
    page = read_page(doc, skipped=skipped)
    inside = [number >= 0 for number in page.quoted]
    described = Features(doc, inside, reporting_verbs())
    at = by_letter(gold)
    frames = [
        (frame, described(frame), rightness(gold.text, doc, frame, at))
        for frame in candidates(doc, page)
    ]
    tags = [NOTHING if token.is_space else 0 for token in doc]
    links = []
    for one in gold.attributions:
        parts = [_tokens(doc, getattr(one, role)) for role in ROLES]
        for n, tokens in enumerate(parts):
            for k, i in enumerate(tokens):
                tags[i] = 1 + 2 * n + (k > 0)
        content, cue, source = parts
        if cue:
            own = set(cue)
            top = (i for i in cue if doc[i].head.i not in own or doc[i].head.i == i)
            links.append(Link(next(top, cue[0]), content, source))
    return Annotated(tell(doc, page, pieces), frames, tags, links)


def _tokens(doc: "Doc", spans: Iterable[Span]) -> list[int]:
    """Tokens that touch any of the spans, white space left out."""
    starts = [token.idx for token in doc]
    found = []
    for start, end in spans:
        i = max(bisect_right(starts, start) - 1, 0)
        while i < len(doc) and starts[i] < end:
            if starts[i] + len(doc[i]) > start and not doc[i].is_space:
                found.append(i)
            i += 1
    return found


def names_of(articles: Iterable[Annotated], *, least: int) -> Names:
    """Number the constructions and source classes that training articles show.

    Args:
        articles: The training articles.
        least: Constructions seen in fewer frames get no number of their own.
    """
    shapes: Counter[str] = Counter()
    whos: Counter[str] = Counter()
    for article in articles:
        for frame, _, _ in article.frames:
            shapes[frame.shape] += 1
            whos[frame.who] += 1
    common = (shape for shape in sorted(shapes) if shapes[shape] >= least)
    return Names(
        {s: n for n, s in enumerate(common, 1)}, {w: n for n, w in enumerate(sorted(whos), 1)}
    )


def lexicon_odds(articles: Sequence[Annotated], *, folds: int, seed: int) -> list[list[float]]:
    """The lexicon's log-odds of every frame, by weights fitted without its article's fold.

    Args:
        articles: The training articles.
        folds: How many parts they are dealt into.
        seed: Decides who is in which.

    Returns:
        Log-odds, article by article, frame by frame.
    """
    order = list(range(len(articles)))
    random.Random(seed).shuffle(order)
    fold = {article: n % folds for n, article in enumerate(order)}
    odds: list[list[float]] = [[] for _ in articles]
    for held in range(folds):
        table = fit(
            (names, right)
            for n, article in enumerate(articles)
            if fold[n] != held
            for _, names, right in article.frames
        )
        for n, article in enumerate(articles):
            if fold[n] == held:
                odds[n] = [log_odds(names, table) for _, names, _ in article.frames]
    return odds


def examples(article: Annotated, odds: Sequence[float], names: Names) -> Iterator[Example]:
    """Cut an annotated article into windows with answers.

    Args:
        article: The article.
        odds: The lexicon's log-odds of its frames.
        names: Numbers of constructions and source classes.

    Yields:
        One example a window.
    """
    for window in article.told.windows:
        start, end = window
        here = [
            (frame, score, right)
            for (frame, _, right), score in zip(article.frames, odds, strict=True)
            if start <= frame.head < end
        ]
        yield Example(
            part(article.told, window, [(frame, score) for frame, score, _ in here], names),
            article.tags[start:end],
            [right for _, _, right in here],
            [
                Link(
                    link.cue - start,
                    [i - start for i in link.content if start <= i < end],
                    [i - start for i in link.source if start <= i < end],
                )
                for link in article.links
                if start <= link.cue < end
            ],
        )
