"""Articles that are not in English: told as what they are, rather than read as if they were.

The detector is langid (Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification
Tool", ACL 2012) in the form of py3langid. Of some 8,000 English news articles it took none for
anything else, whole, in capitals or without punctuation, from 500 characters on; and with the
bounds below none from 100 characters on.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from quotes.types import Article, Problem

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 2000
"""How many characters decide."""

TOO_SHORT = 100
CERTAIN = 0.9


def foreign_language(text: str) -> str | None:
    """The language of a text that is certainly not English.

    Args:
        text: An article's text; its beginning decides.

    Returns:
        The language's code (ISO 639-1), or None for English and for what can't be told.
    """
    start = " ".join(text[: 2 * LOOKED_AT].split())[:LOOKED_AT]
    if len(start) < TOO_SHORT:
        return None
    language, probability = _identifier().classify(start)
    return str(language) if language != "en" and probability >= CERTAIN else None


def in_english(
    articles: Iterable[Article], *, on_problem: Callable[[Problem], None]
) -> Iterator[Article]:
    """Pass on the articles in English.

    Args:
        articles: The articles.
        on_problem: Called with each article in another language.

    Yields:
        The others, in order.
    """
    for article in articles:
        language = foreign_language(article.text)
        if language is None:
            yield article
            continue
        on_problem(
            Problem(
                input=article.article_id,
                article_id=article.article_id,
                code="language",
                message=f"not in English (it looks like {language!r}): take it all the same with "
                "--any-language",
            )
        )


@cache
def _identifier() -> "LanguageIdentifier":
    # Loading takes most of a second: only where there is something to look at.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
