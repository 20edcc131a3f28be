"""Who said what, when, and in whose pages: quotations in news articles, with their speakers."""

from typing import TYPE_CHECKING, Any

from quotes.errors import ModelError, QuotesError, ReadError, UsageError
from quotes.types import Article, Attribution, Problem, Span, Speaker

if TYPE_CHECKING:
    from quotes.pipeline import extract

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Attribution",
    "ModelError",
    "Problem",
    "QuotesError",
    "ReadError",
    "Span",
    "Speaker",
    "UsageError",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> Any:
    # `extract` brings in polars; whoever wants only the types shouldn't wait for it.
    if name == "extract":
        from quotes.pipeline import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
