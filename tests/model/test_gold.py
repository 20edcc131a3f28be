import gzip
import json
from pathlib import Path

import pytest

from quotes.errors import QuotesError
from quotes.model.gold import (
    Label,
    Marked,
    read_gold,
    read_predictions,
    read_speaker_labels,
    write_predictions,
)
from quotes.types import Span

ROW = {
    "article_id": "a1",
    "text": "No, he said.",
    "publisher": "The Post",
    "date": "2020-01-02",
    "annotations": [
        {"attributions": [{"id": "E1", "content": [[0, 2]], "cue": [[7, 11]], "source": []}]},
        {"attributions": []},
    ],
}


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.jsonl.gz"])
def test_the_first_annotator_is_the_reference(tmp_path: Path, name: str) -> None:
    data = json.dumps(ROW).encode() + b"\n\n"
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (article,) = read_gold(path)
    assert (article.outlet, article.published, article.title) == ("The Post", "2020-01-02", None)
    assert article.attributions == (Marked((Span(0, 2),), cue=(Span(7, 11),), attribution_id="E1"),)


@pytest.mark.parametrize("name", ["p.jsonl", "p.jsonl.gz"])
def test_predictions_come_back_as_written(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    predictions = {
        "a1": (
            Marked(
                (Span(0, 2), Span(4, 6)), source=(Span(7, 8),), speaker=Label("p", "É", "person")
            ),
        ),
        "a2": (),
    }
    write_predictions(predictions, path)
    assert read_predictions(path) == predictions


def test_speaker_labels(tmp_path: Path) -> None:
    path = tmp_path / "speakers.tsv"
    path.write_text("article_id\tattribution_id\tkind\tentity\na1\tE1\tperson\tAda King\n")
    assert read_speaker_labels(path) == {("a1", "E1"): Label("Ada King", "Ada King", "person")}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", ":1: not JSON"),
        ("[]", "not an annotated article"),
        ('{"article_id": "a"}', "'annotations'"),
        ('{"article_id": "a", "text": "", "annotations": [{"attributions": [{}]}]}', "'content'"),
    ],
)
def test_what_is_no_gold_file(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content)
    with pytest.raises(QuotesError, match=message):
        read_gold(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "first line"), ("a\tb\n", "first line"), ("{header}\nx\ty\n", ":2: 2 columns")],
)
def test_what_is_no_speaker_file(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(content.format(header="article_id\tattribution_id\tkind\tentity"))
    with pytest.raises(QuotesError, match=message):
        read_speaker_labels(path)


def test_a_missing_or_damaged_file(tmp_path: Path) -> None:
    with pytest.raises(QuotesError, match="No such file"):
        read_gold(tmp_path / "none.jsonl")
    with pytest.raises(QuotesError, match="No such file"):
        read_speaker_labels(tmp_path / "none.tsv")
    damaged = tmp_path / "cut.jsonl.gz"
    damaged.write_bytes(gzip.compress(json.dumps(ROW).encode())[:-12])
    with pytest.raises(QuotesError, match="damaged gzip"):
        read_gold(damaged)
    with pytest.raises(QuotesError, match="Can't write"):
        write_predictions({}, tmp_path / "no" / "folder.jsonl")
