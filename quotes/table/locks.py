"""Locks on files, which the system takes off a process that ends, however it ends."""

from typing import IO


def locked(file: IO[bytes]) -> bool | None:
    """Take a lock on an open file, if nobody else has it.

    Args:
        file: A file open for writing; the lock goes when it is closed.

    Returns:
        True where this process now has it, False where another open file has it, and None where
        there are no such locks (Windows, some network drives).
    """
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True
