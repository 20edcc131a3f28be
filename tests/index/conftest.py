"""Indexes to test with: each test that takes ``url`` runs over both databases."""

import pytest
from postgres_server import database, server_url

from quotes.index import open_index


@pytest.fixture(scope="session")
def postgres():
    """The URL of a PostgreSQL server for the tests, or the reason why there is none."""
    with server_url() as url:
        yield url


def place(request, folder):
    if request.param == "sqlite":
        yield str(folder / "news.db")
        return
    with database(request.getfixturevalue("postgres")) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """Where a new index may be."""
    yield from place(request, tmp_path)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_url(request, tmp_path_factory):
    """The same, for all tests of a module that change nothing."""
    yield from place(request, tmp_path_factory.mktemp("shared"))


@pytest.fixture
def index(url):
    """A new index."""
    with open_index(url, create=True) as made:
        yield made
