"""Standard input, output and error, whoever started the command and however."""

import os
import sys
from contextlib import suppress
from typing import TextIO

_CLOSED = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))


def hold_places() -> None:
    """Put something where a stream was closed (``>&-``), lest a file of ours get its number.

    Reading from it and writing to it then fail as they should; what is told is lost.
    """
    for name, access, mode in _CLOSED:
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode, encoding="utf-8"))


def let_go(stream: TextIO) -> None:
    """Drop what can't be written to a stream, lest the interpreter complain of it as it ends.

    Args:
        stream: Standard output or error.
    """
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
