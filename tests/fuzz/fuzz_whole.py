"""The whole way on damaged articles, with ``--fast`` and without: every span holds."""

from functools import cache

from attribution_checks import hold_attributions
from draw import text_of

from quotes.articles import as_article
from quotes.engines.work import loader
from quotes.errors import ReadError
from quotes.pipeline import default_model


def whole(data: bytes) -> None:
    _hold(data, fast=True)


def default(data: bytes) -> None:
    """The same with the network."""
    _hold(data, fast=False)


def _hold(data: bytes, *, fast: bool) -> None:
    try:
        article = as_article(text_of(data))
    except ReadError as error:
        assert error.code == "empty"
        return
    hold_attributions(article, _extract(fast=fast)(article))


@cache
def _extract(*, fast: bool):
    return loader(fast=fast)(default_model())
