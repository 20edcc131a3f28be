"""Identities of made-up speakers: the same in any order, kept in between, or a share at a time."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from draw import Draw

from quotes.identify import (
    ContradictionError,
    Decision,
    Registry,
    identify,
    load_registry,
    mentions_of,
    save_registry,
    speaker_ids,
)
from quotes.identify.outofcore import identify_by_blocks
from quotes.types import Speaker

FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")
_FIRST = (
    *("Ann", "Annie", "A.", "Bill", "William", "Sergei", "Sergey", "Kim", "Jong-un", "Mr.", "Sen."),
    *("", "", "Pope", "Dr. Ann", "J. R.", "President", "“Bill” W.", "José"),
)
_MIDDLE = ("", "", "", "B.", "Bob", "Mary", "van", "(née Smith)")
_LAST = (
    *("Lee", "Day", "Lavrov", "Lavrow", "Peña", "Pena", "van der Rohe", "al-Assad", "O’Neill"),
    *("Kim", "Francis", "Smith", "Lee-Day", "Jong Un", "DAY", "Ли", "de", "X"),
)
_SUFFIX = ("", "", "", "", "Jr.", "Sr.", "III", "’s")
_BODIES = (
    *("NATO", "North Atlantic Treaty Organization", "NRA", "National Rifle Association", "Amnesty"),
    *("Amnesty International", "Downing Street", "No 10", "the White House", "China", "Police"),
    *("China Airlines", "Goldman Sachs Group, Inc.", "Goldman Sachs", "U.S. Treasury", "the Fed"),
    *("the National Rally Alliance (NRA)", "United States Treasury", "the company", "SA", "Lee Co"),
)
_ROLES = (
    *(None, None, "mayor of Leeds", "the Leeds mayor", "a striker", "coach of Leeds", "president"),
    *("former president", "U.S. senator", "a resident", "NATO spokeswoman", "", "police chief"),
)
_SAID = (
    "No.",
    "We will not let anybody cross the red line that we drew in the sand of the harbour last May.",
    "We will never let anybody cross the red line that we drew in the sand of the harbour.",
    "The striker kept the ball for most of the evening, and nobody else had a chance to play.",
)
_DAYS = (None, date(2020, 1, 1), date(2020, 6, 1), date(2021, 3, 3), date(1969, 1, 1), date.max)
_JUDGED = ("same", "different", "name")


def identities(data: bytes) -> None:
    draw = Draw(data)
    articles = [_article(draw, n) for n in range(1 + draw.below(8))]
    rows = [row for article in articles for row in article]
    decisions = [_decision(draw, rows) for _ in range(draw.below(4))]
    try:
        found = identify(rows, decisions=decisions)
    except ContradictionError as error:
        assert str(error)
        return
    for row in rows:
        speaker_id, speaker = found.of(row)
        assert speaker_id and speaker
    expected = _told(found.resolution)
    again = Registry()
    backwards = [row for article in articles[::-1] for row in article]
    assert _told(again.add(mentions_of(backwards), decisions=decisions)) == expected
    with TemporaryDirectory(dir=FOLDER.name) as folder:
        resolution, known = identify_by_blocks(
            mentions_of(rows), folder=Path(folder), decisions=decisions, shares=3
        )
    assert _told(resolution) == expected
    assert known.aliases() == found.registry.aliases()
    _keep(articles, decisions)


def _keep(articles, decisions) -> None:
    """A registry that is saved and loaded goes on as one that is not."""
    half = len(articles) // 2
    first, second = articles[:half], articles[half:]
    kept = Registry()
    kept.add(mentions_of(row for article in first for row in article), decisions=decisions)
    path = Path(FOLDER.name) / "kept.jsonl.gz"
    save_registry(kept, path)
    loaded = load_registry(path)
    one, other = (
        known.add(mentions_of(row for article in second for row in article), decisions=decisions)
        for known in (kept, loaded)
    )
    # Decisions are not kept with it: what they join is told anew.
    told, again = ({**_told(each), "merged": None} for each in (one, other))
    assert told == again
    assert kept.aliases() == loaded.aliases()


def _told(resolution) -> dict[str, object]:
    its = asdict(resolution)
    del its["touched"]
    return {
        key: sorted(value, key=str) if isinstance(value, list) else value
        for key, value in its.items()
    }


def _article(draw: Draw, number: int) -> list[dict[str, object]]:
    shared = {
        "article_id": f"a{number}",
        "title": draw.one((None, "Leeds Votes", "The Red Line")),
        "outlet": draw.one((None, "The Post", "Delta Wire")),
        "published": draw.one(_DAYS),
    }
    return [{**_row(draw, shared["article_id"]), **shared} for _ in range(1 + draw.below(4))]


def _row(draw: Draw, article_id: object) -> dict[str, object]:
    kind = draw.one(("person", "person", "person", "organization", "organization", "anonymous"))
    if kind == "person":
        parts = (draw.one(_FIRST), draw.one(_MIDDLE), draw.one(_LAST))
        name = " ".join(filter(None, parts)) + " " * bool(suffix := draw.one(_SUFFIX)) + suffix
    else:
        name = draw.one(_BODIES if kind == "organization" else ("an aide", "two officials"))
    role = draw.one(_ROLES)
    speaker = Speaker(key=name.casefold(), name=name, kind=kind, role=role)
    age = draw.one(("", "", ", 40", ", 41", ", aged 70"))
    said = draw.one(_SAID)
    return {
        "quote_type": draw.one(("direct", "mixed", "indirect")),
        "quote": f"“{said}”",
        "source": f"{name}{age}",
        "speaker_id": speaker_ids(str(article_id), speaker),
        "speaker": name,
        "speaker_kind": kind,
        "speaker_role": role,
        "context": f"In Leeds, {draw.one(_BODIES)} and President {name} met. “{said}” {name} said.",
    }


def _decision(draw: Draw, rows: list[dict[str, object]]) -> Decision:
    kind = draw.one(_JUDGED)
    a, b = (draw.one(rows) for _ in range(2))
    one, other = (
        f"{row['speaker_id']}@{row['article_id']}" if draw.byte() % 3 == 2 else row["speaker_id"]
        for row in (a, b)
    )
    if one == other:
        kind = "name"
    return Decision(kind, str(one), "Dr. Somebody Else" if kind == "name" else str(other))
