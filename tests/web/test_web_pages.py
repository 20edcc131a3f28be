"""Every page: what it shows, its rows as JSON and CSV, what it says where there is nothing."""

import csv
import io

import pytest
from web_fakes import HOSTILE

PERSON = "/speaker/p-irina-castellanos"
WIRE = "/quotation/wire-2%3A0"


def main_of(answer):
    return answer.text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("path", "has"),
    [
        ("/", ["Who said what", "26 quotations", "Irina Castellanos", "Newest quotations"]),
        ("/search?q=harvest", ["<strong>2</strong> quotations", "<mark>harvest</mark>"]),
        ("/search?q=smith", ["People", "J. Smith"]),
        ("/search?q=%22red+line%22&outlet=Delta+Wire", ["<strong>6</strong>", "Remove: </span>"]),
        ("/search?q=zebra", ["No quotation found", "Leave one out"]),
        ("/search?q=castelanos", ["Did you mean", "Irina Castellanos"]),
        ("/search?speaker=smith", ["Which “smith”?", "Any of them", "Jon Smith"]),
        ("/search?speaker=smith&any_speaker=1", ["<strong>3</strong> quotations"]),
        ("/search?since=2024&until=2024-05", ["From", "2024-01-01", "2024-05-31"]),
        ("/search?q=%22%22", ["nothing to look for"]),
        ("/speakers", ["Irina Castellanos", "John Smith", "24"]),
        ("/speakers?kind=organization", ["People and bodies"]),
        (PERSON, ["Foreign Minister", "President", "Roles over time", "May 2024", "<svg"]),
        (PERSON, ["also in 2 other outlets", "Globe Courier", "Narrow down"]),
        (f"{PERSON}?since=2024-06&until=2024-06", ["2024-06-01", "4</strong> quotations"]),
        ("/speaker/smith", ["Which “smith”?"]),
        (WIRE, ["In its paragraph", "In its article", 'id="here"', "names the speaker right"]),
        (WIRE, ["Printed 3 times", "<ins>great</ins>", "the same words", "this one", "&gt; —"]),
        (WIRE, ["started with <code>--review"]),
        ("/anonymous", ["By affiliation", "NATO", "because he was not allowed to speak"]),
    ],
)
def test_a_page_shows(client, path, has):
    answer = client.get(path)
    assert answer.status_code in (200, 300)
    for text in has:
        assert text in answer.text, text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/nowhere", 404, "no page at this address"),
        ("/quotation/none", 404, "no such quotation"),
        ("/quotation/none.json", 404, '{"error": "There is no such quotation'),
        ("/family/none", 404, "no such quote family"),
        ("/speaker/nobody-at-all", 404, "Nobody here is called"),
        ("/speaker/irina%20castelanos", 404, "Did you mean"),
        ("/search?speaker=nobody-at-all", 404, "No speaker called"),
        ("/search?type=dierct", 400, "direct, mixed, indirect"),
        ("/search.json?type=dierct", 400, '{"error": "Type can'),
        ("/search?page=0", 400, "from 1 to"),
        ("/search?since=soon", 400, "give a day"),
        (f"/search?q={'x' * 501}", 400, "too long"),
        (f"/search?q={'x' * 9000}", 414, "too long"),
        ("/review", 404, "no page"),
        ("/enter", 404, "no page"),
        ("/static/../app.py", 404, "no page"),
    ],
)
def test_what_cannot_be_shown_is_told(client, path, status, says):
    answer = client.get(path)
    assert (answer.status_code, says in answer.text.replace("&#39;", "'")) == (status, True)


@pytest.mark.parametrize("path", ["/", "/search", "/speakers", PERSON, "/anonymous"])
def test_pages_are_only_read(client, path):
    for method in ("POST", "PUT", "DELETE"):
        assert client.request(method, path).status_code == 405


def test_only_a_name_leads_to_the_person(client):
    answer = client.get("/search?q=Mallory", follow_redirects=False)
    assert answer.status_code in (200, 303)
    answer = client.get("/search?q=irina", follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location")) == (303, PERSON)


def test_other_names_lead_to_one_address(client):
    answer = client.get("/speaker/irina%20castellanos.csv?q=river", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"{PERSON}.csv?q=river")


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/index", 26),
        ("/search", 26),
        ("/search{}?q=harvest", 2),
        ("/search{}?size=5", 5),
        (PERSON, 21),
        (f"{PERSON}{{}}?q=river*", 3),
        ("/anonymous", 1),
    ],
)
def test_the_same_rows_as_json_and_csv(client, path, rows):
    path = path if "{}" in path else f"{path}{{}}"
    data = client.get(path.format(".json")).json()
    answer = client.get(path.format(".csv"))
    table = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    ids = [row["quote_id"] for row in data["rows"]]
    assert len(ids) == rows and [row["quote_id"] for row in table] == ids


def test_json_goes_on(client):
    first = client.get("/search.json?size=20").json()
    second = client.get(first["next"]).json()
    assert (len(first["rows"]), len(second["rows"]), second["next"]) == (20, 6, None)


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("/speakers.csv", "speaker_id"),
        ("/suggest.csv?q=iri", "speaker_id"),
        ("/anonymous.csv?count=1", "by"),
        (f"{WIRE}.csv", "quote_id"),
    ],
)
def test_other_tables(client, path, header):
    answer = client.get(path)
    assert answer.text.splitlines()[0].split(",")[0].strip('"') == header
    assert len(answer.text.splitlines()) > 1


def test_other_data(client):
    assert client.get("/speakers.json").json()["speakers"][0]["quotes"] == 21
    told = client.get(f"{PERSON}.json").json()["speaker"]
    assert [role["value"] for role in told["roles"]] == ["Foreign Minister", "President"]
    assert client.get("/anonymous.json").json()["counts"]["affiliation"][0]["value"] == "NATO"
    found = client.get(f"{WIRE}.json").json()
    assert found["family"]["outlets"] == 3
    assert client.get(f"/family/{found['row']['family_id']}.json").json()["quotes"] == 3
    assert "great" in client.get(f"/family/{found['row']['family_id']}.csv").text
    assert client.get("/suggest.json?q=cast").json()["suggestions"][0]["quotes"] == 21


def test_suggestions(client):
    found = client.get("/suggest?q=cas").text
    assert 'role="option"' in found and 'data-href="/speaker/p-irina-castellanos"' in found
    assert client.get("/suggest?q=").text.strip() == ""
    assert client.get("/suggest?q=one+two+three+four+five+six").text.strip() == ""


def test_a_part_of_the_family_for_the_fold(client):
    found = client.get(f"{WIRE}.json").json()["row"]["family_id"]
    part = client.get(f"/family/{found}", headers={"HX-Request": "true"}).text
    assert "<html" not in part and "<ins>great</ins>" in part


def test_hostile_text_stays_text(client):
    row = client.get("/search.json?q=pwned").json()["rows"][0]
    assert row["quote"] == HOSTILE
    pages = [
        "/",
        "/search?q=pwned",
        "/speakers",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/search?outlet=%22%3E%3Cscript%3E",
        "/speaker/%3Cscript%3E",
        "/suggest?q=mallory",
        f"/quotation/{row['quote_id'].replace('/', '%2F').replace('?', '%3F')}",
        f"/speaker/{row['speaker_id']}",
    ]
    for path in pages:
        text = client.get(path).text
        assert "<script>" not in text and "<img" not in text and "<i>" not in text, path
        assert 'href="javascript' not in text and "<b>Evil" not in text, path
    assert "pwned" in client.get(pages[-2]).text


def test_a_cell_is_no_formula(own_db):
    from index_fakes import fill
    from web_fakes import client_of, said

    from quotes.index import open_index

    with open_index(own_db) as index:
        fill(index, said("=HYPERLINK(1) is what he typed", "Max Eve", ident="formula"))
    with client_of(own_db) as client:
        assert "'=HYPERLINK" in client.get("/search.csv?q=hyperlink").text
