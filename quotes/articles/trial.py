"""Decoding a Parquet file somewhere else first.

A file that is damaged in one place can make the decoder ask for more memory than there is, and then
it ends the process it is in, which no Python code can catch. So a process of its own goes through
the file before this one does: that costs a second reading, a small part of what is done with
articles.
"""

import subprocess
import sys
from pathlib import Path

import polars as pl

from quotes.errors import ReadError

MAX_SECONDS = 600.0
_BATCH = 4096


def try_parquet(source: Path | bytes) -> None:
    """Make sure that a Parquet file can be decoded without ending the process.

    What the decoder itself says to be wrong is left for the caller to meet.

    Args:
        source: The file's path, or all of its bytes.

    Raises:
        ReadError: A process that decoded it was killed or crashed (``bad-parquet``), or took too
            long (``timeout``).
    """
    path = "-" if isinstance(source, bytes) else str(source)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "quotes.articles.trial", path],
            input=source if isinstance(source, bytes) else b"",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"Decoding the Parquet file takes more than {MAX_SECONDS / 60:g} minutes: "
            "write it in several smaller files.",
            code="timeout",
        ) from error
    if ended:
        raise ReadError(
            "The Parquet file is damaged: decoding it ends the process. Write it anew.",
            code="bad-parquet",
        )


def main(path: str) -> None:
    """Decode a file and keep nothing.

    Args:
        path: The file, or ``-`` for standard input.
    """
    try:
        source = sys.stdin.buffer.read() if path == "-" else Path(path)
        for _ in pl.scan_parquet(source).collect_batches(chunk_size=_BATCH, maintain_order=True):
            pass
    except (pl.exceptions.PolarsError, OSError):
        pass


if __name__ == "__main__":
    main(sys.argv[1])
