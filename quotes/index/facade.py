"""A kept collection of quotations: the one object that commands and pages work with."""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType

from quotes.index import (
    anonymous,
    decide,
    families,
    find,
    identity,
    names,
    people,
    read,
    remove,
    review,
    watches,
)
from quotes.index import write as writing
from quotes.index.database import Database
from quotes.index.types import (
    ArticlePage,
    Count,
    CountBy,
    Decision,
    Facets,
    Family,
    NameMatch,
    Page,
    Pair,
    QuotationPage,
    Row,
    Search,
    SpeakerPage,
    SpeakerRow,
    Stats,
    Suggestion,
    Watch,
)
from quotes.types import SpeakerKind


class Index:
    """An open index. Make one with `quotes.index.open_index`; use each in one thread only.

    Reading never waits for a writer. Everything that changes the index is one transaction.

    Args:
        database: The open database.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def __enter__(self) -> "Index":
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

    def search(self, search: Search) -> Page:
        """One page of the quotations that a search finds.

        Args:
            search: What to look for.

        Raises:
            NoSpeakerError: Nobody has that name; ``similar`` says who has one like it.
            UsageError: A name fits several speakers, or the words hold nothing to look for.
            TooSlowError: It took longer than the index's time limit.
        """
        return find.search(self.database, search)

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
        """Count by several things in one pass, over at most 20,000 rows, for a page's margin.

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

    def match_name(self, name: str) -> NameMatch:
        """Who a name may mean: any alias or identifier, case and accents ignored.

        Args:
            name: As a reporter would type it.

        Returns:
            The candidates, or similar names where there are none.
        """
        return names.match_name(self.database, name)

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

    # Decisions of people

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, oldest first.

        Args:
            undone: Also those taken back.
        """
        return decide.decisions(self.database, undone=undone)

    def decide(self, decisions: Iterable[Decision], *, waiting: bool = False) -> list[Decision]:
        """Write decisions and apply them.

        Args:
            decisions: Without ``number``; ``made`` defaults to now.
            waiting: Take also those about what isn't in the index yet; they wait for it.

        Returns:
            Them, with their numbers.

        Raises:
            ContradictionError: One contradicts another, or one that holds.
            NoSpeakerError: It names nobody.
        """
        return decide.decide(self.database, decisions, waiting=waiting)

    def undo(self, numbers: Sequence[int] = ()) -> list[Decision]:
        """Take decisions back; what they did is undone.

        Args:
            numbers: Which; by default all that the last call of `decide` wrote.

        Returns:
            Them.

        Raises:
            UsageError: There is no such decision, or it was taken back before.
        """
        return decide.undo(self.database, numbers)

    def link(self, links: "Iterable[identity.Link]") -> None:
        """Keep what matching found out about speakers, and apply it with the decisions.

        Args:
            links: Evidence that two identifiers are one speaker; a pair that is there is replaced.
        """
        identity.link(self.database, links)

    def review(self, *, limit: int = 20, offset: int = 0) -> list[Pair]:
        """Pairs of speakers for a person to judge, the most telling first; none decided already.

        Args:
            limit: How many at most.
            offset: How many to pass over.
        """
        return review.pairs(self.database, limit=limit, offset=offset)

    # Saved searches

    def save_watch(self, name: str, search: Search) -> None:
        """Save a search under a name; what is there now counts as seen.

        Args:
            name: Its name; one that exists is replaced.
            search: What to look for.
        """
        watches.save(self.database, name, search)

    def watches(self) -> list[Watch]:
        """The saved searches, by name."""
        return watches.watches(self.database)

    def watch(self, name: str, *, mark: bool = True) -> Iterator[Row]:
        """What a saved search finds that is new since it was last asked.

        Args:
            name: Its name.
            mark: Count it as seen, once all was taken.

        Raises:
            UsageError: There is no such saved search.
        """
        return watches.new(self.database, name, mark=mark)

    def drop_watch(self, name: str) -> None:
        """Forget a saved search.

        Args:
            name: Its name.

        Raises:
            UsageError: There is no such saved search.
        """
        watches.drop(self.database, name)

    # Writing

    def add(self, batch: "writing.Batch") -> "writing.Added":
        """Add articles with their rows, in one transaction; those there before are replaced.

        Args:
            batch: The articles, their rows, and problems met meanwhile.

        Returns:
            What was done.

        Raises:
            BusyError: Another process writes for longer than we wait.
            QuotesError: The disk is full, or can't be written to.
        """
        return writing.add(self.database, batch)

    def withdraw(self, article_ids: Sequence[str]) -> int:
        """Take articles out, with all their rows.

        Args:
            article_ids: Which.

        Returns:
            How many rows of the quote table went.

        Raises:
            UsageError: One of them isn't in the index; then none is taken out.
        """
        return remove.withdraw(self.database, article_ids)
