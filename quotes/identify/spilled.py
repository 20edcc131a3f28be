"""Lists that are written to files by a key, and read again a share of the keys at a time."""

import pickle
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar
from zlib import crc32

from quotes.errors import QuotesError

_Item = TypeVar("_Item")
_HELD = 100


@contextmanager
def room_asked_for() -> Iterator[None]:
    """Write temporary files within this, and one that can't be is told with what to do.

    Yields:
        Nothing.

    Raises:
        QuotesError: There is no room on the disk.
    """
    try:
        yield
    except OSError as error:
        raise QuotesError(
            f"can't keep what is known of speakers and quotations in temporary files: "
            f"{error.strerror or error}: set TMPDIR to a folder with more room"
        ) from error


class Spilled(Generic[_Item]):
    """Items in files of their own run, a file for each share of the keys.

    Args:
        folder: Where to; nobody else writes there, and it is thrown away afterwards.
        shares: Into how many.
        held: How many items of a share are in memory before they are written.
    """

    def __init__(self, folder: Path, shares: int, *, held: int = _HELD) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._shares = shares
        self._most = held
        self._held: defaultdict[int, list[_Item]] = defaultdict(list)

    def share_of(self, key: str) -> int:
        """In which share the items of a key are.

        Args:
            key: Any text.
        """
        return crc32(key.encode("utf-8", "surrogatepass")) % self._shares

    def put(self, share: int, item: _Item) -> None:
        """Add an item.

        Args:
            share: From `share_of`.
            item: What can be pickled.

        Raises:
            QuotesError: There is no room on the disk.
        """
        held = self._held[share]
        held.append(item)
        if len(held) >= self._most:
            self._flush(share)

    def take(self, share: int) -> Iterator[_Item]:
        """The items of a share, in the order in which they came.

        Args:
            share: From `share_of`.
        """
        if self._held[share]:
            self._flush(share)
        path = self._path(share)
        if not path.exists():
            return
        with path.open("rb") as file:
            while file.peek(1):
                yield from pickle.load(file)

    def drain(self, share: int) -> Iterator[_Item]:
        """The same; when all are taken, they are gone from the disk.

        Args:
            share: From `share_of`.
        """
        yield from self.take(share)
        self._path(share).unlink(missing_ok=True)

    def _flush(self, share: int) -> None:
        with room_asked_for(), self._path(share).open("ab") as file:
            pickle.dump(self._held[share], file, protocol=pickle.HIGHEST_PROTOCOL)
        self._held[share] = []

    def _path(self, share: int) -> Path:
        return self._folder / f"{share:05d}"
