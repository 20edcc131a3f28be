"""A kept collection of quotations: the one object that commands and pages work with."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.index import decide, identity, remove, review, watches
from quotes.index import write as writing
from quotes.index.reading import Reading
from quotes.index.types import Decision, Pair, Row, Search, Watch

if TYPE_CHECKING:
    from quotes.identify import Authority


class Index(Reading):
    """An open index. Make one with `quotes.index.open_index`; use each in one thread only.

    Reading never waits for a writer. Everything that changes the index is one transaction.

    Args:
        database: The open database.
    """

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

    def link_authority(self, authority: "Authority") -> None:
        """Link speakers to an authority file's identifiers; what is added later is not.

        Args:
            authority: The file (`quotes.identify.read_authority`).

        Raises:
            BusyError: Another process writes for longer than we wait.
        """
        with self.database.transaction():
            identity.catch_up(self.database, authority)

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
