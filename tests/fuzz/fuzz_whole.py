"""The whole way on damaged articles, with ``--fast``: every span holds."""

from functools import cache

from attribution_checks import hold_attributions
from draw import text_of

from quotes.articles import as_article
from quotes.engines.work import load_fast
from quotes.errors import ReadError
from quotes.pipeline import default_model


def whole(data: bytes) -> None:
    try:
        article = as_article(text_of(data))
    except ReadError as error:
        assert error.code == "empty"
        return
    hold_attributions(article, _extract()(article))


@cache
def _extract():
    return load_fast(default_model())
