"""Sources without a name, counted."""

from dataclasses import replace

from quotes.index import find
from quotes.index.database import Database
from quotes.index.types import Count, CountBy, Search


def counts(database: Database, by: CountBy, among: Search) -> list[Count]:
    """Quotations of anonymous sources, counted. See `Index.anonymous`."""
    return find.counts(database, replace(among, speaker_kind=("anonymous",)), by)
