import json
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.model.evaluate import evaluate
from quotes.model.gold import Marked, write_predictions
from quotes.model.mistakes import describe, mistakes
from quotes.model.report import report
from quotes.types import Problem, Span

TEXT = "“We will win,” Ann Lee said. Bob Roy thinks that it rains."
WIN, RAIN, ANN, BOB = Span(0, 14), Span(44, 57), Span(15, 22), Span(29, 36)


def never(problem: Problem) -> None:
    raise AssertionError(problem)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    def attribution(name: str, content: Span, cue: Span, source: Span) -> dict[str, Any]:
        return {"id": name, "content": [content], "cue": [cue], "source": [source]}

    row = {
        "article_id": "a",
        "text": TEXT,
        "annotations": [
            {
                "attributions": [
                    attribution("E1", WIN, Span(23, 27), ANN),
                    attribution("E2", RAIN, Span(37, 43), BOB),
                ]
            }
        ],
    }
    files = {name: tmp_path / name for name in ("gold.jsonl", "speakers.tsv", "predictions.jsonl")}
    files["gold.jsonl"].write_text(json.dumps(row))
    files["speakers.tsv"].write_text(
        "article_id\tattribution_id\tkind\tentity\na\tE1\tperson\tAnn Lee\na\tE2\tperson\tBob Roy\n"
    )
    predicted = [Marked((WIN,), source=(BOB,)), Marked((Span(29, 43),))]
    write_predictions({"a": predicted}, files["predictions.jsonl"])
    return files


def test_mistakes_are_shown_in_their_context(files: dict[str, Path]) -> None:
    result = evaluate(
        files["gold.jsonl"],
        speakers=files["speakers.tsv"],
        predictions=files["predictions.jsonl"],
        on_problem=never,
    )
    found = list(mistakes(result))
    assert [mistake.what for mistake in found] == ["source", "speaker", "missed", "spurious"]
    assert describe(found[0]).splitlines() == [
        "SOURCE in a",
        "  gold: {“We will win,”} [Ann Lee] <said>. Bob Roy thinks that it rains.",
        "  here: {“We will win,”} Ann Lee said. [Bob Roy] thinks that it rains.",
    ]
    assert describe(found[1]).splitlines()[2::2] == [
        "        = Ann Lee (person)",
        "        = nobody",
    ]
    assert "here: “We will win,” Ann Lee said. {Bob Roy thinks} that" in describe(found[3])


def test_report_and_json_agree(files: dict[str, Path]) -> None:
    result = evaluate(
        files["gold.jsonl"],
        speakers=files["speakers.tsv"],
        predictions=files["predictions.jsonl"],
        on_problem=never,
    )
    lines = report(result).splitlines()
    assert lines[2].split() == ["all", "2", "2", *["50.0"] * 9, "0.0", "0.0", "0.0", "0.0"]
    assert any(line.split() == ["person", "2", "0.0"] for line in lines)
    scores = result.as_dict()
    assert scores["spans"]["all"]["content_half"] == {"p": 50.0, "r": 50.0, "f1": 50.0}
    assert scores["speakers"]["gold"] == 2
    assert json.loads(json.dumps(scores)) == scores


def test_the_system_on_given_attributions(files: dict[str, Path]) -> None:
    result = evaluate(
        files["gold.jsonl"],
        speakers=files["speakers.tsv"],
        gold_attributions=True,
        on_problem=never,
    )
    assert result.spans["all"].end_to_end.f1 == 100.0
    assert result.speakers is not None
    assert result.speakers.named.f1 == 100.0


def test_the_whole_system(files: dict[str, Path]) -> None:
    result = evaluate(files["gold.jsonl"], on_problem=never)
    assert result.spans["direct"].end_to_end.f1 == 100.0
    assert result.speakers is None


def test_one_thing_at_a_time(files: dict[str, Path]) -> None:
    with pytest.raises(UsageError, match="one of"):
        evaluate(
            files["gold.jsonl"],
            predictions=files["predictions.jsonl"],
            baseline="textacy",
            on_problem=never,
        )
