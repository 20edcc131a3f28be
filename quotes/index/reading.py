"""Asking a kept collection: what searches, pages and exports read."""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Self

from quotes.index import anonymous, families, find, names, people, read
from quotes.index.database import Database
from quotes.index.pages import (
    ArticlePage,
    Family,
    NameMatch,
    QuotationPage,
    SpeakerPage,
    Suggestion,
)
from quotes.index.types import Count, CountBy, Facets, Page, Row, Search, SpeakerRow, Stats
from quotes.types import SpeakerKind


class Reading:
    """What an `Index` can be asked; nothing here changes it.

    Args:
        database: The open database.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the index; nothing more can be asked of it."""
        self.database.close()

    # Searching

    def search(self, search: Search, *, total: int | None = None) -> Page:
        """One page of the quotations that a search finds.

        Args:
            search: What to look for.
            total: How many it finds, where that is known already, to spare the counting.

        Raises:
            NoSpeakerError: Nobody has that name; ``similar`` says who has one like it.
            UsageError: A name fits several speakers, or the words hold nothing to look for.
            TooSlowError: It took longer than the index's time limit.
        """
        return find.search(self.database, search, total=total)

    def rows(self, search: Search) -> Iterator[Row]:
        """All quotations that a search finds, whatever its page, in its order.

        Args:
            search: What to look for.

        Raises:
            NoSpeakerError, UsageError, TooSlowError: As for `search`.
        """
        return find.rows(self.database, search)

    def counts(self, search: Search, by: CountBy, *, limit: int | None = None) -> list[Count]:
        """Count all that a search finds by something; exact, however many there are.

        Args:
            search: What to look for.
            by: What to count by.
            limit: How many values at most, the most frequent ones.

        Returns:
            Most frequent first; months and years in order of time. Joint speakers count for each.

        Raises:
            NoSpeakerError, UsageError, TooSlowError: As for `search`.
        """
        return find.counts(self.database, search, by, limit=limit)

    def facets(
        self, search: Search, by: Sequence[CountBy] = ("outlet", "year", "type", "cue", "kind")
    ) -> Facets:
        """Count by several things in one pass, over at most 10,000 rows, for a page's margin.

        Args:
            search: What to look for.
            by: What to count by; anything but ``speaker``.

        Raises:
            NoSpeakerError, UsageError, TooSlowError: As for `search`.
        """
        return find.facets(self.database, search, by)

    # Speakers

    def suggest(self, prefix: str, *, limit: int = 8) -> list[Suggestion]:
        """Speakers with a word in one of their names that begins so, the most quoted first.

        Args:
            prefix: What was typed: one or several words, the last perhaps unfinished.
            limit: How many at most.
        """
        return names.suggest(self.database, prefix, limit=limit)

    def match_name(self, name: str, *, similar: bool = True) -> NameMatch:
        """Who a name may mean: any alias or identifier, case and accents ignored.

        Args:
            name: As a reporter would type it.
            similar: Look for similar names where nobody has this one.

        Returns:
            The candidates, or similar names where there are none.
        """
        return names.match_name(self.database, name, similar=similar)

    def speaker(self, name: str) -> SpeakerPage:
        """All about one speaker.

        Args:
            name: An identifier, also one that was merged into another; or a clear name.

        Raises:
            NoSpeakerError: Nobody has that name.
            UsageError: The name fits several speakers.
        """
        return people.speaker(self.database, name)

    def speakers(
        self,
        *,
        kinds: Sequence[SpeakerKind] = ("person", "organization", "document"),
        limit: int = 50,
        offset: int = 0,
    ) -> list[SpeakerRow]:
        """Speakers, the most quoted first.

        Args:
            kinds: Only these kinds.
            limit: How many at most.
            offset: How many to pass over.
        """
        return people.speakers(self.database, kinds=kinds, limit=limit, offset=offset)

    def companions(self, speaker_id: str, *, limit: int = 10) -> list[Count]:
        """Who is quoted in the same articles, with the number of those articles.

        Args:
            speaker_id: An identifier.
            limit: How many at most.

        Raises:
            NoSpeakerError: There is no such identifier.
        """
        return people.companions(self.database, speaker_id, limit=limit)

    # One thing

    def quotation(self, quote_id: str) -> QuotationPage | None:
        """A quotation with its article, speakers and family; None where there is none.

        Args:
            quote_id: Its identifier.
        """
        return read.quotation(self.database, quote_id)

    def article(self, article_id: str) -> ArticlePage | None:
        """An article with its quotations; None where there is none.

        Args:
            article_id: Its identifier.
        """
        return read.article(self.database, article_id)

    def family(self, family_id: str) -> Family | None:
        """The printings of the same words; None where there are none.

        Args:
            family_id: Its identifier.
        """
        return families.family(self.database, family_id)

    def family_sizes(self, family_ids: Iterable[str]) -> dict[str, tuple[int, int, int]]:
        """How often families were printed: quotations, articles, outlets.

        Args:
            family_ids: Their identifiers; one that isn't there is told as a single printing.
        """
        return families.sizes(self.database, family_ids)

    def anonymous(self, by: CountBy, search: Search | None = None) -> list[Count]:
        """Quotations of anonymous sources, counted.

        Args:
            by: ``outlet``, ``affiliation``, ``reason`` (given for withholding the name), ``month``.
            search: Only among what this finds.
        """
        return anonymous.counts(self.database, by, search or Search())

    def stats(self) -> Stats:
        """What is in the index."""
        return read.stats(self.database)

    def changed(self) -> int:
        """A number that is another one once anybody else has written.

        It means nothing beside that, and is of this open index only: what was asked while it stays
        the same still holds.
        """
        return self.database.changed()
