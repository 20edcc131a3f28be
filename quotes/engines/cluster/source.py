"""Blocks of articles as a source of Ray Data."""

from collections.abc import Callable, Iterator, Sequence

import pyarrow as pa
from ray.data import Datasource
from ray.data.block import BlockMetadata
from ray.data.context import DataContext
from ray.data.datasource import ReadTask


class BlockSource(Datasource):  # type: ignore[misc]
    """One task a share, which hands on its blocks as it reads.

    Args:
        read: For each share what reads it, one table a block.
    """

    def __init__(self, read: Sequence[Callable[[], Iterator[pa.Table]]]) -> None:
        super().__init__()
        self._read = list(read)

    def get_name(self) -> str:
        """What Ray calls it in its own messages."""
        return "Articles"

    def estimate_inmemory_data_size(self) -> int | None:
        """None: how large it is shows when it is read."""
        return None

    def get_read_tasks(
        self,
        parallelism: int,
        per_task_row_limit: int | None = None,
        data_context: DataContext | None = None,
    ) -> list[ReadTask]:
        """The tasks, one a share whatever is asked for.

        Args:
            parallelism, per_task_row_limit, data_context: As Ray has them; not needed.
        """
        unknown = BlockMetadata(num_rows=None, size_bytes=None, exec_stats=None, input_files=None)
        return [ReadTask(read, unknown) for read in self._read]
