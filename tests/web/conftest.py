"""Pages to test with: read only, open for review, and beyond this machine."""

import pytest

pytest.importorskip("starlette", reason="the extra quotes-index[web] isn't installed")

from web_fakes import TOKEN, client_of, make_index


@pytest.fixture(scope="session")
def db(tmp_path_factory):
    """An index that no test writes to."""
    return make_index(tmp_path_factory.mktemp("web") / "news.db")


@pytest.fixture(scope="session")
def client(db):
    with client_of(db) as made:
        yield made


@pytest.fixture
def own_db(tmp_path):
    """An index to write to."""
    return make_index(tmp_path / "news.db")


@pytest.fixture
def reviewer(own_db):
    """Somebody who has given the token."""
    with client_of(own_db, review=True, token=TOKEN) as made:
        answer = made.post("/enter", data={"token": TOKEN, "who": "Ann"}, follow_redirects=False)
        assert answer.status_code == 303
        yield made
