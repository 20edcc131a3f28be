import importlib.util
import json
from pathlib import Path

import pytest

from quotes.cli import main

TEXT = "The mayor said the bridge would stay shut. She opened the gate. He said it rained."
SPANS = [((0, 9), (10, 14), (15, 41)), ((64, 66), (67, 71), (72, 81))]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    attributions = [
        {"id": f"E{n}", "source": [source], "cue": [cue], "content": [content]}
        for n, (source, cue, content) in enumerate(SPANS)
    ]
    row = {"article_id": "a", "text": TEXT, "annotations": [{"attributions": attributions}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row))
    return path


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("weights.bin", "give a name that ends in"),
        ("none/weights.json", "none"),
    ],
)
def test_wrong_use(
    gold: Path, output: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(gold), "-o", str(gold.parent / output)]) == 2
    assert message in capsys.readouterr().err


def test_the_lexicon_is_the_same_bytes_every_time(gold: Path) -> None:
    first, second = gold.parent / "1.json.gz", gold.parent / "2.json.gz"
    for path in (first, second):
        assert main(["train", str(gold), "-o", str(path), "--min-count", "1"]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_weights_of_clues_are_fitted_and_read_again(gold: Path) -> None:
    from quotes.model.network.clues import CLUES
    from quotes.model.network.judge import Weights

    path = gold.parent / "weights.json"
    row = json.loads(gold.read_text())
    rows = [row, row | {"article_id": "b", "annotations": [{"attributions": []}]}]
    gold.write_text("\n".join(map(json.dumps, rows)))
    assert main(["train", str(gold), "-o", str(path)]) == 0
    assert len(Weights.of(json.loads(path.read_text())).frames) == len(CLUES)


@pytest.mark.skipif(
    importlib.util.find_spec("torch") is not None, reason="the extra `train` is installed"
)
def test_training_the_network_says_what_it_needs(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(gold), "-o", str(gold.parent / "n.onnx")]) == 2
    assert "quotes-index[train]" in capsys.readouterr().err
