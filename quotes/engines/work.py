"""What any engine does with one article: stages 1 and 2, and a problem where they fail."""

import gc
import threading
from collections.abc import Callable
from contextlib import ExitStack

from quotes.engines.limits import MAX_SECONDS, TimeUp, time_limit
from quotes.errors import QuotesError
from quotes.types import Article, Attribution, Problem

Extract = Callable[[Article], list[Attribution]]
"""Finds the attributions of one article."""

Load = Callable[[str], Extract]
"""Makes an `Extract` from a model's name; must be importable, for other processes call it too."""


ZONE_CHARS = 2_000_000
"""How much text goes by before the memory of its words is given back; it takes some 50 MB."""


def load_extract(model: str) -> Extract:
    """Load a model and return the function that finds one article's attributions with it.

    A thread loads an installed model once and is given the same function ever after.

    Args:
        model: A spaCy pipeline, by package name or path.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    return _load(model, fast=False)


def load_fast(model: str) -> Extract:
    """The same with the setting ``--fast``, which takes less time and finds less.

    Args:
        model: A spaCy pipeline, by package name or path.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    return _load(model, fast=True)


def loader(*, fast: bool) -> Load:
    """What makes the function that does the work.

    Args:
        fast: With the setting ``--fast``.
    """
    return load_fast if fast else load_extract


class _Kept(threading.local):
    """What each thread has loaded: a pipeline and its memory zone are for one at a time."""

    def __init__(self) -> None:
        self.extracts: dict[tuple[str, bool], Extract] = {}


_kept = _Kept()


def _load(model: str, *, fast: bool) -> Extract:
    from spacy.util import is_package

    extract = _kept.extracts.get((model, fast))
    if extract is None:
        extract = _loaded(model, fast=fast)
        # A folder may hold something else the next time.
        if is_package(model):
            _kept.extracts[model, fast] = extract
    return extract


def _loaded(model: str, *, fast: bool) -> Extract:
    from quotes.attribute import attributions
    from quotes.detect import load_pipeline, make_doc
    from quotes.detect.verdict import by_lexicon

    nlp = load_pipeline(model, fast=fast)
    judge = by_lexicon
    if not fast:
        from quotes.model.network.judge import by_network
        from quotes.model.network.reading import shipped

        shipped()
        judge = by_network
    # What was loaded stays: no need to look through all of it for garbage again and again.
    gc.freeze()
    zone, chars = ExitStack(), 0

    def extract(article: Article) -> list[Attribution]:
        nonlocal chars
        # The vocabulary keeps what was worked out of each new word. Articles share most of their
        # words, so it is emptied of them now and then, not after each.
        if chars == 0:
            zone.enter_context(nlp.memory_zone())
        chars += max(len(article.text), 1)
        try:
            # One article at a time: what is found in it never depends on its neighbours.
            doc = nlp(make_doc(nlp, article))
            return list(
                attributions(doc, skipped=article.skipped, author=article.author, judge=judge)
            )
        finally:
            if chars >= ZONE_CHARS:
                zone.close()
                chars = 0

    return extract


def attempt(
    extract: Extract, article: Article, *, max_seconds: float = MAX_SECONDS
) -> list[Attribution] | Problem:
    """Find one article's attributions; a failure is returned, not raised.

    Args:
        extract: From `load_extract`.
        article: The article.
        max_seconds: How long it may take.

    Returns:
        What was found, or the problem that names the article.
    """
    try:
        with time_limit(max_seconds):
            return extract(article)
    except TimeUp:
        return failure(article, f"it took more than {max_seconds:g} seconds", code="timeout")
    except QuotesError as error:
        return failure(article, str(error))
    except MemoryError:
        return failure(article, "not enough memory for this article", code="memory")
    except Exception as error:  # one article never stops a run
        return failure(article, f"{type(error).__name__}: {error}")


def failure(article: Article, reason: str, *, code: str = "failed") -> Problem:
    """The problem of an article that was read, but not processed.

    Args:
        article: The article.
        reason: What happened.
        code: The same in one word.
    """
    return Problem(
        input=article.article_id,
        article_id=article.article_id,
        code=code,
        message=" ".join(f"can't process this article: {reason}".split()),
    )
