"""A kept collection of quotations, searched by person: one SQLite file, or a PostgreSQL database.

from quotes.index import Search, open_index

with open_index("news.db") as index:
    page = index.search(Search(speaker=("Lavrov",), words='"red line"'))
"""

from quotes.index.errors import (
    BusyError,
    ContradictionError,
    NoIndexError,
    NoSpeakerError,
    TooSlowError,
    VersionError,
)
from quotes.index.facade import Index
from quotes.index.highlight import highlight
from quotes.index.open import open_index
from quotes.index.pages import (
    ArticlePage,
    Change,
    Family,
    NameMatch,
    Period,
    QuotationPage,
    SpeakerPage,
    Suggestion,
    Version,
)
from quotes.index.params import from_params, to_params
from quotes.index.types import (
    COUNT_BY,
    DECISIONS,
    SORTS,
    Count,
    CountBy,
    Decision,
    Facets,
    Page,
    Pair,
    Row,
    Search,
    SpeakerRow,
    Stats,
    Watch,
)

__all__ = [
    "COUNT_BY",
    "DECISIONS",
    "SORTS",
    "ArticlePage",
    "BusyError",
    "Change",
    "ContradictionError",
    "Count",
    "CountBy",
    "Decision",
    "Facets",
    "Family",
    "Index",
    "NameMatch",
    "NoIndexError",
    "NoSpeakerError",
    "Page",
    "Pair",
    "Period",
    "QuotationPage",
    "Row",
    "Search",
    "SpeakerPage",
    "SpeakerRow",
    "Stats",
    "Suggestion",
    "TooSlowError",
    "Version",
    "VersionError",
    "Watch",
    "from_params",
    "highlight",
    "open_index",
    "to_params",
]
