"""The same figures, to the decimal, as the scorers that come with the shared annotation."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.model.gold import (
    GoldArticle,
    Label,
    Marked,
    read_gold,
    read_predictions,
    read_speaker_labels,
    write_predictions,
)
from quotes.model.scores import score_spans
from quotes.model.speaker_scores import score_speakers
from quotes.types import SPEAKER_KINDS, Span

ROOT = Path(__file__).parents[2]
EVAL = Path(os.environ.get("QUOTES_SHARED", ROOT / ".." / "shared")) / "eval"

pytestmark = pytest.mark.skipif(
    not (EVAL / "score_polnear.py").exists(), reason="needs the shared annotation (QUOTES_SHARED)"
)


def shared_score(script: str, *arguments: Path) -> dict[str, object]:
    command = [sys.executable, EVAL / script, *arguments, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def perturbed(
    article: GoldArticle, labels: dict[tuple[str, str], Label], chance: random.Random
) -> list[Marked]:
    """Attributions as a mediocre system would find them: shifted, split, dropped, made up."""

    def shifted(span: Span) -> Span:
        start = max(0, span.start + chance.choice([0, 0, 0, -9, 7]))
        return Span(start, max(start + 1, span.end + chance.choice([0, 0, 0, -11, 30])))

    out = []
    for marked in article.attributions:
        if chance.random() < 0.2:
            continue
        label = labels.get(
            (article.article_id, marked.attribution_id or ""), Label("?", None, None)
        )
        speaker = chance.choice(
            [
                label,
                label,
                Label(None, label.name, chance.choice(SPEAKER_KINDS)),
                Label("p1", (label.name or "x").split(" | ")[0].split()[-1], "person"),
                None,
            ]
        )
        source = chance.choice(
            [marked.source, marked.source, tuple(map(shifted, marked.source)), ()]
        )
        out.append(Marked(tuple(map(shifted, marked.content)), source=source, speaker=speaker))
        if chance.random() < 0.1:
            at = chance.randrange(len(article.text))
            out.append(Marked((Span(at, at + 50),), source=(Span(at - 10, at),), speaker=label))
    return out


@pytest.mark.parametrize(("name", "seed"), [("polnear_dev", 1), ("news_dev", 2), ("news_dev", 3)])
def test_same_figures(tmp_path: Path, name: str, seed: int) -> None:
    chance = random.Random(seed)
    gold_path, labels_path = EVAL / f"{name}.jsonl.gz", EVAL / f"{name}_speakers.tsv"
    gold, labels = read_gold(gold_path), read_speaker_labels(labels_path)
    path = tmp_path / "predictions.jsonl"
    write_predictions(
        {a.article_id: perturbed(a, labels, chance) for a in gold if chance.random() < 0.9}, path
    )
    predictions = read_predictions(path)

    ours = {slice_: s.as_dict() for slice_, s in score_spans(gold, predictions).items()}
    assert ours == shared_score("score_polnear.py", gold_path, path)
    assert 20 < ours["all"]["end_to_end"]["f1"] < 80

    speakers = score_speakers(gold, labels, predictions).as_dict()
    speakers["b3_anon"] = speakers.pop("b3_anonymous")
    assert "person" in speakers.pop("by_kind")
    assert speakers == shared_score("score_speakers.py", gold_path, labels_path, path)
