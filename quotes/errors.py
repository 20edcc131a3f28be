"""The errors this library raises. The command line turns each into one line and an exit status."""


class QuotesError(Exception):
    """Base class of all errors raised on purpose by this package; its text says what to do."""


class UsageError(QuotesError):
    """The call cannot be carried out as asked: unknown suffix, no such input, no such option."""


class ContradictionError(UsageError):
    """People say of two speakers that they are one, and are not; the text names the lines."""


class ReadError(QuotesError):
    """An input or one article of it can't be read.

    Args:
        message: One line: what is wrong and, where there is one, the remedy.
        code: A short fixed word for the problems table, such as ``binary`` or ``truncated``.
    """

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class ModelError(QuotesError):
    """A language pipeline or a model file is missing or does not fit this version."""
