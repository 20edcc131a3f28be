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


def is_panic(error: BaseException) -> bool:
    """Whether an exception is the surprise of a library written in Rust.

    Polars' and fastwarc's own bugs, met on damaged files, come as ``PanicException``, which is no
    ``Exception``.

    Args:
        error: What was raised.
    """
    return type(error).__name__ == "PanicException"


class ModelError(QuotesError):
    """A language pipeline or a model file is missing or does not fit this version."""
