"""Files in a folder, or under an object store's URL, that appear whole or not at all."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.articles.remote import filesystem_of
from quotes.errors import QuotesError
from quotes.table.atomic import replacing

AHEAD = 16
"""How many files are read at once; in an object store each takes its time, however small it is."""


@dataclass(frozen=True, slots=True)
class Store:
    """A place that all machines of a run share.

    Attributes:
        place: A folder, or a URL such as ``s3://bucket/folder``.
    """

    place: str

    def read(self, name: str) -> bytes:
        """The content of a file.

        Args:
            name: Its path below the place.

        Raises:
            QuotesError: It isn't there, or can't be read.
        """
        files, path = self._at(name)
        with _told("read", path), files.open_input_file(path) as file:
            return bytes(file.read())

    def read_all(self, names: Iterable[str]) -> Iterator[bytes]:
        """The contents of many files; some are on their way while others are used.

        Args:
            names: Their paths below the place.

        Yields:
            The contents, in order.

        Raises:
            QuotesError: One isn't there, or can't be read.
        """
        with ThreadPoolExecutor(AHEAD) as pool:
            coming: deque[Future[bytes]] = deque()
            for name in names:
                coming.append(pool.submit(self.read, name))
                if len(coming) > AHEAD:
                    yield coming.popleft().result()
            while coming:
                yield coming.popleft().result()

    def write(self, name: str, data: bytes) -> None:
        """Write a file, or replace it; whoever reads sees all of it or nothing.

        Args:
            name: Its path below the place; folders are made.
            data: All that is to be in it.

        Raises:
            QuotesError: It can't be written.
        """
        files, path = self._at(name)
        with _told("write", path):
            if files.type_name == "local":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
                with replacing(Path(path)) as file:
                    file.write(data)
                return
            # An object appears when all of it is there, so it is sent at once.
            files.create_dir(path.rpartition("/")[0], recursive=True)
            with files.open_output_stream(path) as stream:
                stream.write(data)

    def names(self, folder: str = "") -> list[str]:
        """The files in one folder, not below it, sorted.

        Args:
            folder: Its path below the place; one that isn't there has none.

        Raises:
            QuotesError: It can't be read.
        """
        from pyarrow.fs import FileSelector

        files, path = self._at(folder)
        with _told("read", path):
            found = files.get_file_info(FileSelector(path, allow_not_found=True))
        # Half-written ones, of a process that was killed, begin with a dot.
        return sorted(one.base_name for one in found if one.is_file and one.base_name[0] != ".")

    def remove(self, folder: str) -> None:
        """Remove a folder with all that is in it, where it is there.

        Args:
            folder: Its path below the place.

        Raises:
            QuotesError: It can't be removed.
        """
        files, path = self._at(folder)
        with _told("remove", path):
            if files.get_file_info(path).type.name == "Directory":
                files.delete_dir(path)

    def _at(self, name: str) -> tuple[Any, str]:
        files, root = filesystem_of(self.place)
        return files, f"{root}/{name}" if name else root


@contextmanager
def _told(what: str, path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = " ".join((error.strerror or str(error)).split())[:200]
        raise QuotesError(f"can't {what} {path!r}: {why}") from error
