"""What can go wrong with an index, each with the remedy in its text."""

from quotes.errors import ContradictionError as ContradictionError
from quotes.errors import QuotesError, UsageError


class NoIndexError(UsageError):
    """There is no index at this place, or what is there is none."""


class VersionError(UsageError):
    """The index was made by another version of this package, and can't be used as it is."""


class BusyError(QuotesError):
    """Another process writes to the index, and did so for longer than we wait."""


class TooSlowError(QuotesError):
    """The search took longer than its time limit and was given up."""


class NoSpeakerError(UsageError):
    """No speaker has this name or identifier.

    Args:
        message: One line for people.
        name: What was asked for.
        similar: Names that are there and look like it, best first.
    """

    def __init__(self, message: str, *, name: str, similar: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.name = name
        self.similar = similar


def not_text(error: UnicodeEncodeError) -> UsageError:
    """The error for words that are no text, as a terminal hands on bytes that aren't UTF-8.

    Args:
        error: What a database said.
    """
    return UsageError(f"{error.object!r} is no text in UTF-8: type it anew")


def too_slow() -> TooSlowError:
    """A question was given up."""
    return TooSlowError("this search takes too long: give more words, or a shorter time")


def busy(name: str) -> BusyError:
    """Somebody else writes for longer than we wait.

    Args:
        name: The index.
    """
    return BusyError(
        f"another process is writing to {name!r}: wait until it has finished, then try again"
    )


def full(name: str) -> QuotesError:
    """There is no room to write.

    Args:
        name: The index.
    """
    return QuotesError(
        f"no space left to write {name!r}: make room and run this again; what was finished is kept"
    )


def read_only(name: str, how: str) -> UsageError:
    """Nothing may be written.

    Args:
        name: The index.
        how: What makes it so, if not that it was opened for reading.
    """
    return UsageError(f"may not write to {name!r}: it is open, or {how}, as read-only")
