"""The judged golden articles are well-formed: every claim in them holds in the article's text."""

import csv
import importlib.util
import re
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from quotes.types import CUE_CLASSES, QUOTE_TYPES, RESOLVED_BY, SPEAKER_KINDS

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def _load_judge() -> ModuleType:
    spec = importlib.util.spec_from_file_location("golden_judge", GOLDEN / "judge.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


judge = _load_judge()
FILES = judge.article_files()
NAMES = [path.name for path in FILES]
each_file = pytest.mark.parametrize("path", FILES, ids=NAMES)

OPENING = ("“", "‘", '"', "'", "«", "„", "``", "''")
DOUBLE = re.compile("[“”\"«»„]|``|''")


def rows_of(path: Path) -> list[dict[str, str]]:
    with (GOLDEN / "judged" / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == judge.COLUMNS
        return list(reader)


def spans_of(cell: str) -> list[tuple[int, int]]:
    ends = [part.split("-") for part in cell.split(";") if part]
    return [(int(start), int(end)) for start, end in ends]


def overlap(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def test_the_collection_is_as_large_as_promised() -> None:
    ids = {row["article_id"] for path in FILES for row in rows_of(path)}
    assert len(ids) >= 44


def test_articles_and_judgements_belong_together() -> None:
    stems = [path.stem for path in FILES]
    assert len(stems) == len(set(stems))
    for suffix in ("q", "csv"):
        assert sorted(p.stem for p in (GOLDEN / "judged").glob(f"*.{suffix}")) == sorted(stems)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("quote_type", QUOTE_TYPES),
        ("cue_class", ("", *CUE_CLASSES)),
        ("speaker_kind", SPEAKER_KINDS),
        ("resolved_by", RESOLVED_BY),
    ],
)
def test_every_legal_value_occurs_and_no_other(column: str, values: tuple[str, ...]) -> None:
    assert {row[column] for path in FILES for row in rows_of(path)} == set(values)


@each_file
def test_table_is_up_to_date_with_its_source(path: Path) -> None:
    fresh = judge.as_csv(judge.judged_rows(path))
    kept = (GOLDEN / "judged" / f"{path.stem}.csv").read_text(encoding="utf-8")
    assert kept == fresh, "run: python golden/judge.py"


@each_file
def test_every_article_is_judged(path: Path) -> None:
    assert {row["article_id"] for row in rows_of(path)} == set(judge.read_texts(path))


@each_file
def test_spans_lie_in_the_text_and_read_as_claimed(path: Path) -> None:
    texts = judge.read_texts(path)
    for row in rows_of(path):
        text = texts[row["article_id"]]
        for words, column in (
            ("quote", "content_spans"),
            ("cue", "cue_spans"),
            ("source", "source_spans"),
        ):
            spans = spans_of(row[column])
            assert all(0 <= start < end <= len(text) for start, end in spans), row
            assert all(a[1] <= b[0] for a, b in pairwise(spans)), row
            assert " ".join(text[start:end] for start, end in spans) == row[words]
            for start, end in spans:
                piece = text[start:end]
                assert piece == piece.strip() and "\n" not in piece, row
                assert not (start and text[start - 1 : start + 1].isalnum()), row
                assert not text[end - 1 : end + 1].isalnum() or end == len(text), row


@each_file
def test_an_attributions_parts_are_disjoint_and_no_word_is_claimed_twice(path: Path) -> None:
    rows = rows_of(path)
    for i, row in enumerate(rows):
        content, cue, source = (
            spans_of(row[c]) for c in ("content_spans", "cue_spans", "source_spans")
        )
        assert content, row
        assert not overlap(content, cue) and not overlap(content, source), row
        assert not overlap(cue, source), row
        for other in rows[i + 1 :]:
            if other["article_id"] != row["article_id"]:
                continue
            theirs = spans_of(other["content_spans"])
            assert not overlap(content, theirs), (row, other)
            assert not overlap(cue, spans_of(other["cue_spans"])), (row, other)
            # One source may serve two cues: "she welcomed A but asked B".
            assert not overlap(content, spans_of(other["source_spans"])), (row, other)
            assert not overlap(source, theirs), (row, other)


@each_file
def test_rows_stand_in_text_order(path: Path) -> None:
    order = list(judge.read_texts(path))
    keys = [
        (order.index(row["article_id"]), spans_of(row["content_spans"])[0]) for row in rows_of(path)
    ]
    assert keys == sorted(keys)


@each_file
def test_columns_agree_with_one_another(path: Path) -> None:
    for row in rows_of(path):
        assert bool(row["cue"]) == bool(row["cue_class"]), row
        assert bool(row["speaker"]) == (row["speaker_kind"] != "unknown"), row
        assert bool(row["speaker"]) == (row["resolved_by"] != "none"), row
        if row["resolved_by"] == "continuation":
            assert not row["cue"] and not row["source"], row
        if row["resolved_by"] in ("name", "pronoun", "description"):
            assert row["source"], row
        if row["speaker_kind"] in ("anonymous", "group", "document"):
            assert row["resolved_by"] != "name", row
        if row["anonymity"]:
            assert row["speaker_kind"] == "anonymous", row
        if " | " in row["speaker"]:
            assert row["speaker"].split(" | ") == sorted(row["speaker"].split(" | ")), row
        if row["resolved_by"] == "name":
            for name in row["speaker"].split(" | "):
                words = [w for w in re.findall(r"[\w'’-]+", name.casefold()) if len(w) > 1]
                assert any(word in row["source"].casefold() for word in words), row


@each_file
def test_speakers_are_worded_as_their_article_words_them(path: Path) -> None:
    texts = judge.read_texts(path)
    for row in rows_of(path):
        text = texts[row["article_id"]].casefold()
        for name in row["speaker"].split(" | "):
            # "Marion and Philip Ashdown": a first name may share the surname of the next.
            assert all(word in text for word in name.casefold().split()), row
        assert row["speaker_role"].casefold() in text, row
        assert row["anonymity"].casefold() in text, row


@each_file
def test_quote_types_agree_with_the_marks(path: Path) -> None:
    for row in rows_of(path):
        if row["quote_type"] == "direct":
            assert row["quote"].startswith(OPENING), row
        elif row["quote_type"] == "indirect":
            assert not DOUBLE.search(row["quote"]), row
        else:
            assert any(mark in row["quote"] for mark in OPENING), row


def test_the_readme_names_every_file_and_no_other() -> None:
    readme = (GOLDEN / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9-]+\.(?:txt|html|jsonl|csv))`", readme))
    assert named == set(NAMES)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("he", "he"),
        ("first .. last", "first or the last"),
        ("said [he]", "he"),
        ("nowhere", None),
        ("irst", None),
    ],
)
def test_patterns_of_the_judgements(pattern: str, words: str | None) -> None:
    text = "Then the first or the last, said he, and the rest."
    found = [text[start:end] for start, end in judge._matches(text, pattern)]
    assert found == ([] if words is None else [words])


def test_a_judgement_that_is_not_in_the_article_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "x.q"
    source.write_text("D “No.”\n  statement said | she | none\n", encoding="utf-8")
    with pytest.raises(judge.JudgementError, match=r"x\.q:2: not in the text"):
        judge.judge(source, {"x.txt": "“Yes,” she said.\n"})
