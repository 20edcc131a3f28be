"""An index of made-up articles for the pages, hostile ones among them, and clients for it."""

import sys
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "index"))

from index_fakes import entry, fill, row
from starlette.testclient import TestClient

from quotes.index import open_index
from quotes.web import Settings, make_app

TOKEN = "a token of tests, long enough"
HOSTILE = "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'> & \"quoted\""
HOSTILE_URL = "javascript:window.pwned=1"


def client_of(db, **settings):
    """Somebody who reads the pages of an index."""
    return TestClient(make_app(Settings(db=db, **settings)), base_url="http://localhost")


def said(words, speaker, *, outlet="The Post", day="2024-05-01", text=None, ident="", **given):
    """An article with one quotation, its offsets true."""
    body = text or f"It was a quiet day.\n“{words},” said {speaker}.\nThe rest is known."
    at, who = body.index(words), body.index(f"said {speaker}")
    start = body.rfind("\n", 0, at) + 1
    end = body.find("\n", at)
    made = row(
        words,
        speaker,
        content_spans=[{"start": at, "end": at + len(words)}],
        cue_spans=[{"start": who, "end": who + 4}],
        source_spans=[{"start": who + 5, "end": who + 5 + len(speaker)}],
        context=body[start : end if end > 0 else len(body)],
        context_start=start,
        outlet=outlet,
        published=date.fromisoformat(day),
        **given,
    )
    name = ident or f"{outlet}-{day}-{speaker}".lower().replace(" ", "-")
    return entry(name, made, text=body, outlet=outlet, published=day)


def make_index(path):
    """Fill an index: a president with many quotations, namesakes, unnamed sources, an attack."""
    first = date(2023, 1, 15)
    days = [(first + timedelta(days=31 * n)).isoformat() for n in range(18)]
    entries = [
        said(
            f"We will cross the red line number {n} of this long road",
            "Irina Castellanos",
            outlet=("The Post", "Delta Wire", "Globe Courier")[n % 3],
            day=day,
            speaker_role="Foreign Minister" if n < 9 else "President",
            family_id=None,
        )
        for n, day in enumerate(days)
    ]
    wire = (
        "No country can be asked to give up its own rivers, its own lakes and its own rain for "
        "nothing, and we will not be the first to do so"
    )
    entries += [
        said(wire, "Irina Castellanos", outlet="Delta Wire", day="2024-06-10", ident="wire-1"),
        said(wire, "Irina Castellanos", outlet="The Post", day="2024-06-11", ident="wire-2"),
        said(
            wire.replace("own rain", "great rain"),
            "Irina Castellanos",
            outlet="Globe Courier",
            day="2024-06-11",
            ident="wire-3",
        ),
        said("The harvest was good this year again", "John Smith", ident="js-1"),
        said("The harvest was bad in the north", "Jon Smith", outlet="Delta Wire", ident="js-2"),
        said("Goals win games and nothing else", "J. Smith", outlet="Globe Courier", ident="js-3"),
        said(
            "The deal is nearly done, give it a week",
            "a senior official",
            kind="anonymous",
            anonymity="because he was not allowed to speak",
            source_affiliation="NATO",
            ident="anon-1",
        ),
        said(
            HOSTILE,
            "Mallory <b>Evil</b>",
            text=f"{HOSTILE} said Mallory <b>Evil</b>.\n</p></main><script>pwned = 1</script>",
            ident='evil"><script>pwned=1</script>',
            outlet="<i>Outlet</i>",
        ),
    ]
    for one in entries:
        for made in one.rows:
            made["family_id"] = made["family_id"] or f"f-{made['quote_id']}"
            if made["speaker"] and made["speaker"].startswith("Mallory"):
                made["url"] = HOSTILE_URL
    with open_index(str(path), create=True) as index:
        fill(index, *entries)
    return str(path)
