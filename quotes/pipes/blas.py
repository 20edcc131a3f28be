"""Matrix products on one thread: those of an article are too small to share."""

from contextlib import AbstractContextManager
from functools import cache
from typing import Any


def one_thread() -> AbstractContextManager[object]:
    """Keep numpy's matrix products to one thread while the block lasts.

    A second thread mostly waits, and waiting costs CPU time too; with several processes the
    threads would wait for each other's.
    """
    limits: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limits


@cache
def _controller() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
