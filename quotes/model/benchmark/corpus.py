"""The articles that are timed: so many of the user's own, repeated where there are too few."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import cycle, islice
from json import dumps
from pathlib import Path
from typing import NamedTuple

from quotes.articles import read_articles
from quotes.errors import UsageError
from quotes.types import Article

DEFAULT_INPUT = "golden/articles"
"""What is read where no input is named: the golden articles, from the root of the repository."""


class Corpus(NamedTuple):
    """Articles in one file, and how much they are.

    Attributes:
        path: The file, JSON Lines.
        articles: How many there are.
        distinct: How many of them differ.
        words: How many words, as white space parts them.
        megabytes: How much text, in millions of bytes of UTF-8.
    """

    path: str
    articles: int
    distinct: int
    words: int
    megabytes: float


def load_articles(inputs: Iterable[str], *, at_most: int) -> list[Article]:
    """Read the first articles of some inputs.

    Args:
        inputs: Files, folders, globs; by default the golden articles.
        at_most: How many.

    Returns:
        At most so many articles, at least one.

    Raises:
        UsageError: There is no such input, or no article in it.
    """
    names = list(inputs)
    if not names and not Path(DEFAULT_INPUT).is_dir():
        raise UsageError(
            f"no articles to time: name an INPUT, or run this where {DEFAULT_INPUT!r} is"
        )
    # What can't be read is no part of what is timed.
    found = read_articles(names or [DEFAULT_INPUT], on_problem=lambda problem: None)
    articles = list(islice(found, at_most))
    if not articles:
        raise UsageError(f"no article can be read from {', '.join(names) or DEFAULT_INPUT}")
    return articles


def write_corpora(articles: list[Article], sizes: Iterable[int], folder: Path) -> dict[int, Corpus]:
    """Write files of so many articles each, all to be read as one pass over the same articles.

    Args:
        articles: The articles; they are repeated, under ids of their own, where more are wanted.
        sizes: How many articles each file holds.
        folder: Where the files go.

    Returns:
        The corpus of each size.
    """
    wanted = sorted(set(sizes))
    words = size = 0
    corpora: dict[int, Corpus] = {}
    with ExitStack() as stack:
        files = {
            count: stack.enter_context((folder / f"{count}.jsonl").open("w", encoding="utf-8"))
            for count in wanted
        }
        for number, article in enumerate(islice(cycle(articles), wanted[-1]), start=1):
            line = f"{dumps(_record(number, article))}\n"
            for count, file in files.items():
                if number <= count:
                    file.write(line)
            words += len(article.text.split())
            size += len(article.text.encode())
            if number in files:
                path, distinct = files[number].name, min(number, len(articles))
                corpora[number] = Corpus(path, number, distinct, words, size / 1e6)
    return corpora


def texts(path: str) -> Iterator[str]:
    """The texts of a corpus, as read, for the tools that want nothing else.

    Args:
        path: The corpus's file.
    """
    for article in read_articles([path], on_problem=lambda problem: None):
        yield article.text


def _record(number: int, article: Article) -> dict[str, str | None]:
    return {
        "id": f"{number}-{article.article_id}",
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
    }
