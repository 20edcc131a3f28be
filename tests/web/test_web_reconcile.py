"""OpenRefine's questions (Reconciliation Service API 0.2)."""

import json

import pytest
from web_fakes import client_of, fill, said

from quotes.index import open_index


def ask(client, **queries):
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    return {key: value["result"] for key, value in answer.json().items()}


def test_the_manifest(client):
    told = client.get("/reconcile").json()
    assert {"name", "identifierSpace", "schemaSpace", "versions", "view"} <= told.keys()
    assert told["view"]["url"] == "http://localhost/speaker/{{id}}"
    preview = told["preview"]["url"].replace("{{id}}", "p-john-smith")
    assert "John Smith" in client.get(preview).text


def test_a_batch(client):
    found = ask(client, q0={"query": "irina CASTELLANOS"}, q1={"query": "Smith", "limit": 2},
                q2={"query": "Irina Castelanos"}, q3={"query": ""})  # fmt: skip
    assert [(c["id"], c["match"]) for c in found["q0"]] == [("p-irina-castellanos", True)]
    assert [c["match"] for c in found["q1"]] == [False, False]
    assert [(c["name"], c["match"]) for c in found["q2"]] == [("Irina Castellanos", False)]
    assert found["q3"] == []
    assert found["q0"][0]["type"] == [{"id": "person", "name": "person"}]


def test_what_only_has_the_name_in_it_leaves_it_clear(own_db):
    longer = {"a statement by Irina Castellanos": "document", "Ann Lee Jr.": "person"}
    with open_index(own_db) as index:
        for name, kind in (*longer.items(), ("Ann Lee", "person")):
            fill(index, said("So be it", name, kind=kind, ident=name[:9]))
    with client_of(own_db) as client:
        found = ask(client, q0={"query": "Irina Castellanos"}, q1={"query": "Ann Lee"})
    assert [c["match"] for c in found["q0"]] == [True, False]
    assert [c["match"] for c in found["q1"]] == [False, False]


def test_a_batch_by_address(client):
    answer = client.get("/reconcile", params={"queries": '{"a": {"query": "castellanos"}}'})
    assert answer.json()["a"]["result"][0]["id"] == "p-irina-castellanos"


def test_only_one_type(client):
    found = ask(client, q={"query": "castellanos", "type": "organization"})
    assert found == {"q": []}


def test_suggestions(client):
    found = client.get("/reconcile/suggest?prefix=cast").json()["result"]
    assert [one["id"] for one in found] == ["p-irina-castellanos"]


@pytest.mark.parametrize(
    "queries", ["", "x", "[]", '{"a": 1}', "[" * 5000, json.dumps({str(n): {} for n in range(51)})]
)
def test_bad_batches(client, queries):
    answer = client.post("/reconcile", data={"queries": queries})
    assert answer.status_code in (200, 400)
    assert ("error" in answer.json()) is bool(queries)


@pytest.mark.parametrize("kind", [5, {"id": "person"}, ["group"], "group", True])
def test_types_that_nobody_has(client, kind):
    assert ask(client, q={"query": "castellanos", "type": kind}) == {"q": []}


def test_a_name_that_is_no_text_is_refused(client):
    answer = client.get("/reconcile", params={"queries": r'{"a": {"query": "\ud800"}}'})
    assert answer.status_code == 400
    assert "is no text in UTF-8" in answer.json()["error"]


def test_too_many_fields_are_refused(client):
    answer = client.post("/reconcile", data={f"f{n}": "x" for n in range(21)})
    assert answer.status_code == 403


def test_a_long_batch_is_refused(client):
    assert client.post("/reconcile", data={"queries": "x" * 300_000}).status_code == 403


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("http://127.0.0.1:3333", True), ("http://evil.example", False), ("null", False)],
)
def test_only_openrefine_reads_from_elsewhere(client, origin, allowed):
    answer = client.get("/reconcile", headers={"Origin": origin})
    assert (answer.headers.get("access-control-allow-origin") == origin) is allowed
    assert "access-control-allow-origin" not in client.get("/search.json").headers
