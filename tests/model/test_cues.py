import gzip
import json
from collections import Counter

import pytest

from quotes.cli.app import main
from quotes.detect.lexicon import BIAS, log_odds, sigmoid
from quotes.model.cues import examples_of, fit, write_weights

TEXT = "Rice said the talks would continue. Rice painted the house."


@pytest.fixture
def gold(tmp_path):
    start = TEXT.index("the talks")
    row = {
        "article_id": "a",
        "text": TEXT,
        "annotations": [
            {
                "id": "1",
                "attributions": [
                    {
                        "id": "1",
                        "source": [[0, 4]],
                        "cue": [[5, 9]],
                        "content": [[start, TEXT.index(".")]],
                    }
                ],
            }
        ],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf8")
    return str(path)


def test_a_frame_is_right_as_far_as_its_content_and_source_are(gold):
    rightness = {}
    for names, right in examples_of([gold]):
        lemma = next(n[2:] for n in names if n.startswith("l="))
        rightness[lemma] = max(right, rightness.get(lemma, 0.0))
    assert rightness["say"] == 1.0
    assert rightness["paint"] == 0.0


def test_weights_tell_what_reports_from_what_does_not(gold):
    table = fit(list(examples_of([gold])) * 5, min_count=1)
    assert sigmoid(log_odds(["l=say", "ls=say|ccomp"], table)) > sigmoid(
        log_odds(["l=paint", "ls=paint|dobj"], table)
    )
    assert BIAS in table


def test_rare_features_are_left_out(gold):
    found = list(examples_of([gold]))
    counts = Counter(name for names, _ in found for name in names)
    table = fit(found, min_count=2)
    assert all(counts[name] >= 2 for name in table if name != BIAS)
    assert len(table) < len(fit(found, min_count=1))


def test_the_same_weights_are_the_same_bytes(tmp_path):
    first, second = tmp_path / "a.json.gz", tmp_path / "b.json.gz"
    for path in (first, second):
        write_weights({"": -1.0, "l=say": 2.0}, path)
    assert first.read_bytes() == second.read_bytes()
    assert json.loads(gzip.decompress(first.read_bytes())) == {"": -1.0, "l=say": 2.0}


def test_train_writes_weights(gold, tmp_path):
    output = tmp_path / "cues.json.gz"
    assert main(["train", gold, "-o", str(output), "--min-count", "1"]) == 0
    assert BIAS in json.loads(gzip.decompress(output.read_bytes()))


@pytest.mark.parametrize(
    ("output", "says"),
    [("cues.txt", "ends in .json.gz"), ("no/such/cues.json.gz", "no such folder")],
)
def test_train_refuses_before_any_work(gold, output, says, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["train", gold, "-o", output]) == 2
    assert says in capsys.readouterr().err
