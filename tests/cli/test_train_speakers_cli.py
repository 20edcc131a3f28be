import json
from pathlib import Path

import pytest

from quotes.cli import main

TEXT = "Jane Roe met John Smith. Roe said it rained."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    attribution = {"id": "E1", "content": [[34, 43]], "cue": [[29, 33]], "source": [[25, 28]]}
    row = {"article_id": "a", "text": TEXT, "annotations": [{"attributions": [attribution]}]}
    path.write_text(json.dumps(row))
    return path


@pytest.fixture
def speakers(tmp_path: Path) -> Path:
    path = tmp_path / "speakers.tsv"
    path.write_text(
        "article_id\tattribution_id\tkind\tentity\na\tE1\tperson\tJane Roe\n", encoding="utf-8"
    )
    return path


def test_fits_whom_words_mean(
    gold: Path, speakers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "ranker.json"
    assert main(["train", str(gold), "--speakers", str(speakers), "-o", str(output)]) == 0
    assert "name: 1 questions" in capsys.readouterr().err
    weights = json.loads(output.read_text())["weights"]
    assert set(weights) == {"name", "pronoun", "description", "kind", "thing"}


@pytest.mark.parametrize(
    ("output", "message"),
    [("w.json.gz", "give a name that ends in .json"), ("no/w.json", "no")],
)
def test_wrong_output(
    gold: Path,
    speakers: Path,
    output: str,
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ["train", str(gold), "--speakers", str(speakers), "-o", str(tmp_path / output)]
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
