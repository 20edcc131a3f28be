"""A PostgreSQL server of one's own, as Debian installs it, for as long as the tests run."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

DEBIAN = Path("/usr/lib/postgresql")


def binaries():
    """The folder with PostgreSQL's programs, the newest version; None where there is none."""
    found = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


@contextmanager
def server_url():
    """Start a server in a temporary folder, reached by a socket there; skip where it can't be."""
    pytest.importorskip("psycopg", reason="psycopg isn't installed: quotes-index[postgres]")
    programs = binaries()
    if programs is None:
        pytest.skip("PostgreSQL isn't installed (Debian: apt install postgresql)")
    user = _somebody()
    # Not pytest's folder: a socket's path must be short, and the server's user must get there.
    folder = Path(tempfile.mkdtemp(prefix="quotes-pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user)
        data = folder / "data"
        _run(user, programs / "initdb", "-D", data, "-U", "quotes", "-A", "trust", "-E", "UTF8")
        settings = ("listen_addresses=''", "fsync=off", "max_locks_per_transaction=256")
        options = f"-k {folder} -c {' -c '.join(settings)}"
        start = ("-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        _run(user, programs / "pg_ctl", *start)
        try:
            yield f"postgresql://quotes@/postgres?host={folder}"
        finally:
            _run(user, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server):
    """A place of its own on a server: a schema, which is made sooner than a database."""
    import psycopg

    name = f"quotes_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public")
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{server}&options=-csearch_path%3D{name},public"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


def _somebody():
    """PostgreSQL refuses to run as root: then who; None for this user itself."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    pytest.skip("PostgreSQL doesn't run as root, and there is no user postgres or nobody")


def _run(user, *command):
    subprocess.run(
        [str(part) for part in command],
        check=True,
        capture_output=True,
        text=True,
        user=user,
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
