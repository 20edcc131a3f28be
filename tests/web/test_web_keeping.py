"""Pages that are kept for the next reader: as long as they would be made the same again."""

import pytest
from web_fakes import TOKEN, client_of, fill, said

import quotes.web.readers as readers
from quotes.index import open_index

NEWEST = "A new line is drawn in the sand"


@pytest.fixture
def made(monkeypatch):
    """Counts the pages that are made, however often they are read."""
    from quotes.web import searching

    found = []
    render = searching.render
    monkeypatch.setattr(searching, "render", lambda *a, **k: found.append(a[1]) or render(*a, **k))
    return found


@pytest.fixture
def at_once(monkeypatch):
    """Nothing is kept a moment longer than it holds."""
    for name in ("PAGES_GRACE", "COUNTS_GRACE", "_LOOK"):
        monkeypatch.setattr(readers, name, 0.0)


def write(db):
    with open_index(db) as index:
        fill(index, said(NEWEST, "Somebody New", day="2025-01-01", ident="newest"))


def test_a_page_is_made_once(own_db, made):
    with client_of(own_db) as client:
        first, second = client.get("/search?q=line"), client.get("/search?q=line")
        assert made == ["search.html"]
        assert (first.text, first.headers) == (second.text, second.headers)
        client.get("/search?q=line&type=direct")
        client.get("/search?q=line", headers={"HX-Request": "true"})
        client.get("/search?q=line", headers={"Host": "127.0.0.1"})
    assert made == ["search.html"] * 4


def test_until_somebody_writes(own_db, made, at_once):
    with client_of(own_db) as client:
        assert NEWEST not in client.get("/").text
        assert NEWEST not in client.get("/").text
        assert made == ["home.html"]
        write(own_db)
        assert NEWEST in client.get("/").text
        assert "<strong>1</strong> quotation" in client.get("/search?q=sand").text


def test_and_for_a_moment_more(own_db, made):
    with client_of(own_db) as client:
        client.get("/")
        assert "No quotation found" in client.get("/search?q=sand&type=direct").text
        write(own_db)
        assert NEWEST not in client.get("/").text
        # The counts of a page made anew may be those of a moment ago, its rows never are.
        text = client.get("/search?q=sand&type=direct&page=1").text
        assert "<strong>1</strong> quotation" in text and "Somebody New" in text


def test_nothing_of_a_session_is_kept(own_db, made):
    with client_of(own_db, review=True, token=TOKEN) as client:
        client.get("/")
        client.post("/enter", data={"token": TOKEN, "who": "Ann"})
        assert "End session of Ann" in client.get("/").text
        assert "End session of Ann" in client.get("/").text
        client.cookies.clear()
        assert "End session" not in client.get("/").text
        client.get("/", headers={"Authorization": f"Bearer {TOKEN}"})
    assert made == ["home.html"] * 4


def test_what_fails_is_not_kept(own_db):
    with client_of(own_db) as client:
        assert client.get("/speaker/somebody-new").status_code == 404
        write(own_db)
        assert client.get("/speaker/somebody%20new").status_code == 200
