"""Indexes to test with: each test that takes ``url`` runs over both databases."""

import pytest
from postgres_server import server_url

from quotes.index import open_index


@pytest.fixture(scope="session")
def postgres():
    """The URL of a PostgreSQL server for the tests, or the reason why there is none."""
    with server_url() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """Where a new index may be."""
    if request.param == "sqlite":
        yield str(tmp_path / "news.db")
        return
    from postgres_server import database

    with database(request.getfixturevalue("postgres")) as made:
        yield made


@pytest.fixture
def index(url):
    """A new index."""
    with open_index(url, create=True) as made:
        yield made
