"""Opening an index, by the form of its address."""

from pathlib import Path

from quotes.errors import UsageError
from quotes.index.facade import Index

BUSY_SECONDS = 30.0


def open_index(
    url: str,
    *,
    create: bool = False,
    upgrade: bool = False,
    readonly: bool = False,
    time_limit: float | None = None,
    busy: float = BUSY_SECONDS,
) -> Index:
    """Open an index.

    Args:
        url: A file's path, ``sqlite:///PATH``, or ``postgresql://…`` (needs the extra
            ``quotes-index[postgres]``).
        create: Make it, where there is none yet; also bring an older one up to date.
        upgrade: Bring an older one up to date, but make none.
        readonly: Refuse to write, whatever is asked.
        time_limit: Seconds after which a single question is given up.
        busy: Seconds to wait for another process that writes.

    Returns:
        The index; close it, or use it in a ``with`` statement. Use each in one thread only;
        opening one costs about a millisecond.

    Raises:
        NoIndexError: There is none, or what is there is something else.
        VersionError: It was made by another version; the text names the command to run.
        UsageError: The address has another form, or the extra isn't installed.
    """
    upgrade = upgrade or create
    scheme, _, rest = url.partition("://")
    if scheme in ("postgresql", "postgres"):
        from quotes.index.postgres import Postgres

        return Index(
            Postgres(
                url,
                create=create,
                upgrade=upgrade,
                readonly=readonly,
                time_limit=time_limit,
                busy=busy,
            )
        )
    if rest and scheme != "sqlite":
        raise UsageError(
            f"can't tell what {url!r} is: give a file's path, or postgresql://USER@HOST/NAME"
        )
    from quotes.index.sqlite import Sqlite

    path = Path(rest.removeprefix("/") if rest else url)
    return Index(
        Sqlite(
            path,
            create=create,
            upgrade=upgrade,
            readonly=readonly,
            time_limit=time_limit,
            busy=busy,
        )
    )
