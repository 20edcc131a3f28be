"""What keeps the pages safe."""

import re

import pytest
from web_fakes import TOKEN, client_of

from quotes.errors import UsageError
from quotes.index import open_index
from quotes.web.security import Guard
from quotes.web.settings import Settings, is_loopback, make_settings

PAIR = {"a": "p-john-smith", "b": "p-jon-smith", "judgement": "same"}


def csrf_of(client, path="/review"):
    return re.search(r'name="csrf" value="(\w+)"', client.get(path).text)[1]


def decisions(db):
    with open_index(db, readonly=True) as index:
        return [(d.decision, d.a, d.b, d.who) for d in index.decisions()]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/search.json", "/static/app.css", "/reconcile"])
def test_every_answer_has_the_headers(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_only_openrefine_may_frame_the_preview(client):
    policy = client.get("/reconcile/preview?id=p-john-smith").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors http://127.0.0.1:3333 http://localhost:3333")


@pytest.mark.parametrize("path", ["/", "/search?q=harvest", "/speaker/p-irina-castellanos"])
def test_nothing_inline_and_nothing_from_elsewhere(client, path):
    text = client.get(path).text
    tags = " ".join(re.findall(r"<[^>]*>", text))
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:", tags)
    loaded = re.findall(r'<(?:script|link)[^>]*?(?:src|href)="([^"]+)', text)
    assert loaded and all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize(
    "host", ["evil.example", "", "localhost.evil.example", "[::2]", "a@b:80:x"]
)
def test_other_names_are_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_own_names_are_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"host": "0.0.0.0"}, "set a token"),
        ({"host": "10.0.0.5"}, "set a token"),
        ({"host": "news.example"}, "set a token"),
        ({"host": "0.0.0.0", "token": TOKEN}, "--name"),
        ({"token": "short"}, "too short"),
        ({"review": True}, "needs a token"),
    ],
)
def test_what_is_not_safe_is_refused(given, says):
    with pytest.raises(UsageError, match=says):
        make_settings("news.db", **given)


def test_a_wide_address_makes_reading_private():
    made = make_settings("news.db", host="0.0.0.0", names=("quotes.example",), token=TOKEN)
    assert made.private and "quotes.example" in made.hosts and "0.0.0.0" not in made.hosts
    assert not make_settings("news.db").private


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("localhost", True), ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True),
     ("0.0.0.0", False), ("::", False), ("localhost.example", False), ("", False)],
)  # fmt: skip
def test_loopback(host, loopback):
    assert is_loopback(host) is loopback


def test_private_pages_ask_for_the_token(db):
    with client_of(db, private=True, token=TOKEN) as client:
        assert client.get("/", follow_redirects=False).headers["location"] == "/enter"
        assert client.get("/search.csv").status_code == 401
        assert client.get("/reconcile").status_code == 401
        assert client.get("/static/app.css").status_code == 200
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        assert client.get("/search.csv", headers=bearer).status_code == 200
        assert client.get("/search.csv", headers={"Authorization": "Bearer x"}).status_code == 401
        assert client.get(f"/reconcile?token={TOKEN}").status_code == 200
        assert client.get(f"/search?token={TOKEN}", follow_redirects=False).status_code == 303
        wrong = client.post("/enter", data={"token": "wrong"})
        assert (wrong.status_code, "not the token" in wrong.text) == (403, True)
        assert client.post("/enter", data={"token": TOKEN}).status_code == 200
        assert client.get("/search.csv").status_code == 200


def test_the_session_cookie(own_db):
    with client_of(own_db, review=True, token=TOKEN) as client:
        answer = client.get(f"/enter?token={TOKEN.replace(' ', '+')}", follow_redirects=False)
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie and "SameSite=strict" in cookie and TOKEN not in cookie


@pytest.mark.parametrize("change", ["", "x", "9999999999.Ann.0", "a.b.c", "ü"])
def test_forged_cookies_are_nothing(own_db, change):
    with client_of(own_db, review=True, token=TOKEN) as client:
        headers = {"cookie": f"quotes_session={change}".encode()}
        assert client.get("/review", headers=headers, follow_redirects=False).status_code == 303


def test_a_session_ends():
    from starlette.requests import Request

    guard = Guard(Settings(db="", token=TOKEN))

    def session(cookie):
        headers = [(b"cookie", f"quotes_session={cookie}".encode())]
        return guard.session(Request({"type": "http", "headers": headers}))

    assert session(guard.issue("Ann Lee: é")).who == "Ann Lee: é"
    assert session(guard.issue("Ann", now=1)) is None
    assert session(Guard(Settings(db="", token="another token, as long")).issue("Ann")) is None


def test_judging_needs_the_token(own_db):
    with client_of(own_db, review=True, token=TOKEN) as client:
        assert client.post("/review", data=PAIR).status_code == 403
        assert client.post("/quotation/wire-1%3A0/wrong", data={}).status_code == 403
        assert client.get("/review.json").status_code == 401
    assert decisions(own_db) == []


@pytest.mark.parametrize(
    ("csrf", "headers"),
    [
        ("", {}),
        ("0" * 64, {}),
        ("é", {}),
        (None, {"Origin": "http://evil.example"}),
        (None, {"Origin": "null"}),
        (None, {"Origin": "http://["}),
        (None, {"Origin": "http://localhost:9999"}),
        (None, {"Sec-Fetch-Site": "cross-site"}),
    ],
)
def test_forged_forms_are_refused(reviewer, own_db, csrf, headers):
    secret = csrf_of(reviewer) if csrf is None else csrf
    answer = reviewer.post("/review", data={**PAIR, "csrf": secret}, headers=headers)
    assert answer.status_code == 403
    assert decisions(own_db) == []


def test_a_long_form_is_refused(reviewer):
    data = {**PAIR, "csrf": csrf_of(reviewer), "why": "x" * 70_000}
    assert reviewer.post("/review", data=data).status_code == 403


def test_a_form_of_too_many_fields_is_refused(reviewer):
    data = {**PAIR, "csrf": csrf_of(reviewer), **{f"f{n}": "x" for n in range(51)}}
    assert reviewer.post("/review", data=data).status_code == 403


def test_slow_questions_are_given_up(db):
    with client_of(db, time_limit=0.0) as client:
        answer = client.get("/search?q=red+line")
        # A small index may answer between two looks at the clock.
        assert answer.status_code in (200, 503)


def test_too_many_readers_wait_their_turn(db):
    with client_of(db, readers=1, wait=0.05) as client:
        with client.app.state.site.readers.lend():
            assert client.get("/").status_code == 503
        assert client.get("/").status_code == 200


def test_an_index_that_goes_away_is_told(own_db):
    from pathlib import Path

    with client_of(own_db) as client:
        Path(own_db).unlink()
        assert client.get("/").status_code == 503
