"""What the pages are started with, and what of that is refused."""

import ipaddress
from dataclasses import dataclass

from quotes.errors import UsageError

MIN_TOKEN = 16
"""Characters of a token; a shorter one can be guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the pages are served.

    Attributes:
        db: The index: a file, or ``postgresql://…``.
        review: Whether people may judge pairs of speakers and report mistakes, which writes.
        token: What somebody must know to review; and, beyond this machine, to read.
        hosts: The names by which the server may be called. Any other is refused, so that a page
            elsewhere can't read the index through a name of its own (DNS rebinding).
        private: Whether reading needs the token too.
        time_limit: Seconds after which a question to the index is given up.
        readers: How many questions a process answers at a time.
        wait: Seconds that a reader waits for their turn.
    """

    db: str
    review: bool = False
    token: str | None = None
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    private: bool = False
    time_limit: float = 5.0
    readers: int = 2
    wait: float = 10.0


def make_settings(
    db: str, *, host: str = "127.0.0.1", names: tuple[str, ...] = (), review: bool = False,
    token: str | None = None,
) -> Settings:  # fmt: skip
    """Settings for an address to bind to; refuses what would not be safe.

    Args:
        db: The index.
        host: The address to bind to.
        names: Further names by which readers call the server.
        review: Whether to open the review pages.
        token: The token, where one was given.

    Raises:
        UsageError: The address is not only this machine's and there is no token, or no name by
            which to call it; or the token is short.
    """
    wide = not is_loopback(host)
    if token is not None and len(token) < MIN_TOKEN:
        raise UsageError(
            f"the token is too short: give {MIN_TOKEN} characters or more, as from: "
            "python3 -c 'import secrets; print(secrets.token_urlsafe())'"
        )
    if wide and token is None:
        raise UsageError(
            f"{host} can be reached from other machines: set a token that readers must know, "
            "in the environment variable QUOTES_TOKEN or with --token-file"
        )
    if review and token is None:
        raise UsageError("review needs a token: give one with --token-file")
    if is_any(host) and not names:
        raise UsageError(
            f"{host} is every address of this machine: say with --name by which name readers "
            "call it, as in --name quotes.newsroom.example"
        )
    here = () if is_any(host) else (host,)
    return Settings(
        db=db,
        review=review,
        token=token,
        hosts=tuple(dict.fromkeys((*Settings(db=db).hosts, *here, *names))),
        private=wide,
    )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    Args:
        host: A name or an address.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_any(host: str) -> bool:
    """Whether an address stands for all of this machine's.

    Args:
        host: A name or an address.
    """
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host == ""
