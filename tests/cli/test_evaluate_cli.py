import json
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.model.gold import read_predictions

TEXT = "“We will win,” Ann Lee said."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    attribution = {"id": "E1", "content": [[0, 14]], "cue": [[23, 27]], "source": [[15, 22]]}
    row = {"article_id": "a", "text": TEXT, "annotations": [{"attributions": [attribution]}]}
    path.write_text(json.dumps(row))
    return path


def test_scores_a_prediction_file(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predictions = tmp_path / "p.jsonl"
    predictions.write_text(
        '{"article_id": "a", "attributions": [{"content": [[0, 14]], "source": [[15, 22]]}]}'
    )
    copy = tmp_path / "copy.jsonl"
    arguments = ["evaluate", str(gold), "--from-predictions", str(predictions)]
    assert main([*arguments, "--json", "--predictions", str(copy)]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["spans"]["direct"]["end_to_end"]["f1"] == 100.0
    assert err == ""
    assert read_predictions(copy) == read_predictions(predictions)


def test_shows_mistakes_on_stderr(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    predictions = tmp_path / "p.jsonl"
    predictions.write_text("")
    arguments = ["evaluate", str(gold), "--from-predictions", str(predictions), "--errors", "1"]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[2].split()[:3] == ["all", "1", "0"]
    assert err == "MISSED in a\n  gold: {“We will win,”} [Ann Lee] <said>.\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.jsonl"], "Can't read none.jsonl: No such file"),
        (["{gold}", "--baseline", "citron"], "choose one of textacy, textacy-whole"),
        (["{gold}", "--speakers", "none.tsv"], "Can't read speaker labels none.tsv"),
        (["{gold}", "--baseline", "textacy", "--gold-attributions"], "score one of"),
    ],
)
def test_wrong_use(
    gold: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", *(argument.format(gold=gold) for argument in arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_scores_outlet_by_outlet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    attribution = {"id": "E1", "content": [[0, 14]], "cue": [[23, 27]], "source": [[15, 22]]}
    rows = [
        {
            "article_id": name,
            "text": TEXT,
            "publisher": publisher,
            "annotations": [{"attributions": [attribution]}],
        }
        for name, publisher in (("a", "Post"), ("b", "Post"), ("c", "Argus"))
    ]
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "p.jsonl"
    gold.write_text("\n".join(json.dumps(row) for row in rows))
    found = [{"content": [[0, 14]], "source": [[15, 22]]}]
    predictions.write_text(json.dumps({"article_id": "a", "attributions": found}))
    arguments = ["evaluate", str(gold), "--from-predictions", str(predictions), "--by-outlet"]
    assert main(arguments) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["Post", "2", "2", "1", "100.0", "50.0", "66.7"] in lines
    assert ["Argus", "1", "1", "0", "0.0", "0.0", "0.0"] in lines
