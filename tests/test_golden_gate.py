"""The gate itself: it must notice a change, and not let a score fall in silence."""

from pathlib import Path
from typing import Any

import gate
import pin
import polars as pl
import pytest

from quotes.table import QUOTES
from quotes.types import Article

TEXT = "“We will win,” Ann Lee said."
FOUND: dict[str, Any] = {
    "quote_id": "q1",
    "article_id": "a.txt",
    "quote_type": "direct",
    "cue_class": "statement",
    "quote": "“We will win,”",
    "content_spans": [{"start": 0, "end": 14}],
    "cue": "said",
    "cue_spans": [{"start": 23, "end": 27}],
    "source": "Ann Lee",
    "source_spans": [{"start": 15, "end": 22}],
    "speaker_id": "p-ann-lee-1",
    "speaker": "Ann Lee",
    "speaker_kind": "person",
    "resolved_by": "name",
    "anonymity": None,
    "confidence": 0.9,
    "context": TEXT,
    "context_start": 0,
    "family_id": "f1",
}
COLUMNS = ("content_spans", "cue_spans", "source_spans", "article_id", "quote_type", "cue_class")
JUDGED = {
    name: FOUND[name] for name in (*COLUMNS, "speaker", "speaker_kind", "resolved_by", "anonymity")
}


def table(*rows: dict[str, Any]) -> bytes:
    return gate.as_csv(
        pl.DataFrame([{name: row.get(name) for name in QUOTES} for row in rows], QUOTES)
    )


def test_equal_tables_do_not_differ() -> None:
    assert gate.difference(table(FOUND), table(FOUND), name="a") == ""


def test_a_difference_can_be_read() -> None:
    other = FOUND | {"speaker": "Bob Roy"}
    lines = gate.difference(table(FOUND), table(other), name="a.csv").splitlines()
    assert lines[:2] == ["--- a.csv (pinned)", "+++ a.csv (now)"]
    assert [line for line in lines[2:] if line[0] in "+-"] == [
        "-    speaker: Ann Lee",
        "+    speaker: Bob Roy",
    ]


@pytest.mark.parametrize(("pinned", "now"), [(b"", table(FOUND)), (table(FOUND), table())])
def test_a_row_more_or_less(pinned: bytes, now: bytes) -> None:
    assert "a.txt: “We will win,”" in gate.difference(pinned, now, name="a")


def test_bytes_alone() -> None:
    spaced = table(FOUND).replace(b"\n", b"\r\n")
    assert (
        gate.difference(table(FOUND), spaced, name="a")
        == "a: the same rows, but not the same bytes"
    )


@pytest.mark.parametrize(
    ("scores", "floors", "lost"),
    [
        ({"x": 50.0}, {"x": 50.0}, 0),
        ({"x": 49.9}, {"x": 50.0}, 1),
        ({"x": 60.0, "y": 1.0}, {"x": 50.0}, 0),
        ({"y": 99.0}, {"x": 50.0}, 1),
        ({}, {}, 0),
    ],
)
def test_below(scores: dict[str, float], floors: dict[str, float], lost: int) -> None:
    assert len(gate.below(scores, floors)) == lost


def test_a_floor_rises_by_itself_and_falls_only_when_told() -> None:
    assert gate.new_floors({"x": 60.0}, {"x": 50.0}, lower=False) == {"x": 60.0}
    with pytest.raises(gate.GateError, match=r"x: 40\.0, its floor is 50\.0\n.*--lower-floors"):
        gate.new_floors({"x": 40.0}, {"x": 50.0}, lower=False)
    assert gate.new_floors({"x": 40.0}, {"x": 50.0, "y": 1.0}, lower=True) == {"x": 40.0}


def test_the_hash_knows_names_and_bytes_but_no_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1")
    b.write_text("2")
    before = gate.corpus_sha256([a, b])
    assert gate.corpus_sha256([b, a]) == before
    b.write_text("3")
    assert gate.corpus_sha256([a, b]) != before
    b.write_text("2")
    renamed = b.rename(tmp_path / "c")
    assert gate.corpus_sha256([a, renamed]) != before


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([FOUND], {"end_to_end all": 100.0, "speaker named": 100.0, "cue_class right": 100.0}),
        ([], {"end_to_end all": 0.0, "speaker named": 0.0, "cue_class right": 0.0}),
        (
            [FOUND | {"source_spans": [], "speaker": None, "speaker_id": None}],
            {"content_exact direct": 100.0, "end_to_end direct": 0.0, "speaker named": 0.0},
        ),
        ([FOUND | {"quote_type": "mixed"}], {"quote_type right": 0.0, "content_exact all": 100.0}),
    ],
)
def test_score(found: list[dict[str, Any]], expected: dict[str, float]) -> None:
    evaluation = pin.judge([Article(article_id="a.txt", text=TEXT)], [JUDGED], found)
    scores = pin.scores(evaluation, [JUDGED], found)
    assert {name: scores[name] for name in expected} == expected


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ARTICLES", "JUDGED", "TABLES"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setattr(pin, name, folder)
    monkeypatch.setattr(pin, "FLOORS", tmp_path / "floors.json")
    (tmp_path / "articles" / "a.txt").write_text(TEXT)
    return tmp_path


def test_pinning_and_comparing(corpus: Path) -> None:
    first = pin.Produced({"a": table(FOUND)}, {"x": 50.0})
    (corpus / "tables" / "old.csv").write_bytes(table(FOUND))
    pin.pin(first, lower_floors=False)
    assert pin.compare(first) == []
    assert [path.name for path in (corpus / "tables").iterdir()] == ["a.csv"]

    worse = pin.Produced({"a": table()}, {"x": 40.0})
    assert [text.splitlines()[0] for text in pin.compare(worse)] == [
        "x: 40.0, its floor is 50.0",
        "--- tables/a.csv (pinned)",
    ]
    with pytest.raises(gate.GateError):
        pin.pin(worse, lower_floors=False)
    assert pin.compare(first) == []  # nothing was written
    pin.pin(worse, lower_floors=True)
    assert pin.compare(worse) == []

    (corpus / "articles" / "a.txt").write_text("other words")
    assert pin.compare(worse) == [
        "the golden articles or judgements changed since the floors were pinned"
    ]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [([], 1), (["--update"], 1), (["--update", "--lower-floors"], 0)],
)
def test_the_command(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
) -> None:
    pin.pin(pin.Produced({"a": table(FOUND)}, {"x": 50.0}), lower_floors=False)
    now = pin.Produced({"a": table(FOUND)}, {"x": 40.0})
    monkeypatch.setattr(pin, "produce", lambda *, jobs: now)
    assert pin.main(arguments) == status
    out, err = capsys.readouterr()
    assert out == "x: 40.0, its floor is 50.0\n"
    assert ("not pinned" in err) is (arguments == ["--update"])
    assert gate.read_floors(pin.FLOORS).scores == {"x": 50.0 if status else 40.0}
