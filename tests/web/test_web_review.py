"""Judging pairs and reporting mistakes."""

import pytest
from test_web_security import csrf_of, decisions
from web_fakes import client_of

from quotes.identify.authority import Record, authority
from quotes.index import open_index


def pair_on(client, path="/review"):
    import re

    text = client.get(path).text
    return {name: re.search(rf'name="{name}" value="([^"]+)"', text)[1] for name in "ab"}


def test_a_pair_is_shown_with_its_evidence(reviewer):
    text = reviewer.get("/review").text
    for has in ("Likely the same person", "an initial that fits", "harvest", "<kbd>s</kbd>", "End"):
        assert has in text


@pytest.mark.parametrize("said", ["same", "different"])
def test_a_judgement_is_written_and_applied(reviewer, own_db, said):
    pair = pair_on(reviewer)
    data = {**pair, "csrf": csrf_of(reviewer), "judgement": said, "why": " as  told "}
    text = reviewer.post("/review", data=data).text
    assert ("the same person" if said == "same" else "two people") in text
    assert decisions(own_db) == [(said, pair["a"], pair["b"], "Ann")]
    assert pair_on(reviewer) != pair
    with open_index(own_db, readonly=True) as index:
        ids = {index.speaker(pair[side]).row.speaker_id for side in "ab"}
    assert len(ids) == (1 if said == "same" else 2)


def test_not_sure_is_written_and_not_asked_again(reviewer, own_db):
    pair = pair_on(reviewer)
    data = {**pair, "csrf": csrf_of(reviewer), "judgement": "unsure"}
    assert "not asked about again" in reviewer.post("/review", data=data).text
    assert decisions(own_db) == [("unsure", pair["a"], pair["b"], "Ann")]
    assert pair_on(reviewer) != pair
    with open_index(own_db, readonly=True) as index:
        assert len({index.speaker(pair[side]).row.speaker_id for side in "ab"}) == 2
    reviewer.post("/review/undo", data={"csrf": csrf_of(reviewer), "number": "1"})
    assert pair_on(reviewer) == pair


def test_a_judgement_is_taken_back(reviewer, own_db):
    pair, csrf = pair_on(reviewer), csrf_of(reviewer)
    reviewer.post("/review", data={**pair, "csrf": csrf, "judgement": "same"})
    assert "Taken back" in reviewer.post("/review/undo", data={"csrf": csrf, "number": "1"}).text
    assert decisions(own_db) == [] and pair_on(reviewer) == pair


def test_why_names_are_one_person_is_shown(reviewer, own_db):
    pair = pair_on(reviewer)
    data = {**pair, "csrf": csrf_of(reviewer), "judgement": "same", "why": "they sign alike"}
    reviewer.post("/review", data=data)
    with open_index(own_db, readonly=True) as index:
        page = index.speaker(pair["a"])
    (one,) = page.joined
    path = f"/speaker/{page.row.speaker_id}"
    (told,) = reviewer.get(f"{path}.json").json()["speaker"]["joined"]
    assert (told["speaker_id"], told["score"]) == (one.speaker_id, None)
    assert told["reasons"] == one.reasons
    text = reviewer.get(path).text
    for has in ("Why these are one person", ": they sign alike", one.speaker_id):
        assert has in text
    # A decision is taken back where it was made, not contradicted.
    assert "Somebody else" not in text
    reviewer.post("/review/undo", data={"csrf": csrf_of(reviewer), "number": "1"})
    assert "Why these are one person" not in reviewer.get(path).text


def test_who_somebody_may_be_in_an_authority_file(own_db):
    records = [
        Record(one, "John Smith", (), role, 1990, None, 1950)
        for one, role in (("Q1", "farmer"), ("Q2", "<b>footballer"))
    ]
    with open_index(own_db) as index:
        index.link_authority(authority(records))
    with client_of(own_db) as client:
        (smith,) = client.get("/speaker/john%20smith.json").json()["speaker"]["candidates"][:1]
        assert (smith["authority_id"], smith["born"]) == ("Q1", 1950)
        text = client.get("/speaker/john%20smith").text
        for has in ("Perhaps, in the authority file", "Q2", "&lt;b&gt;footballer", "born 1950"):
            assert has in text


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"judgement": "perhaps"}, 400),
        ({"judgement": "same", "a": "nobody"}, 404),
        ({"judgement": "same", "b": ""}, 400),
    ],
)
def test_what_cannot_be_judged(reviewer, own_db, change, status):
    data = {**pair_on(reviewer), "csrf": csrf_of(reviewer), **change}
    assert reviewer.post("/review", data=data).status_code == status
    assert decisions(own_db) == []


def test_pairs_as_data(reviewer):
    assert len(reviewer.get("/review.json").json()["pairs"]) == 2
    assert reviewer.get("/review.csv").text.count("\n") == 3


def test_a_quotation_is_reported_as_wrong(reviewer, own_db):
    path = "/quotation/wire-1%3A0"
    csrf = csrf_of(reviewer, path)
    text = reviewer.post(f"{path}/wrong", data={"csrf": csrf, "why": "it was <him>"}).text
    assert "Thank you" in text and "by Ann" in text and "it was &lt;him&gt;" in text
    assert decisions(own_db) == [("wrong", "wire-1:0", None, "Ann")]


def test_a_session_is_left(reviewer):
    reviewer.post("/leave", data={"csrf": csrf_of(reviewer)})
    assert reviewer.get("/review", follow_redirects=False).status_code == 303
