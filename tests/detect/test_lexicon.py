import pytest

from quotes.detect.lexicon import calibrated, known, log_odds, sigmoid, weights


def test_a_feature_that_is_not_in_the_table_weighs_nothing():
    assert sigmoid(log_odds(["unheard=of"], {"": 0.0})) == 0.5
    assert sigmoid(log_odds([], {"": 0.0})) == 0.5


def test_probability_stays_within_bounds():
    low, high = (sigmoid(log_odds(["a"], {"a": weight})) for weight in (-1e9, 1e9))
    assert 0.0 < low < high < 1.0


@pytest.mark.parametrize(("sure", "unsure"), [("ls=say|ccomp:that", "ls=open|dobj")])
def test_the_shipped_weights_know_what_reports(sure, unsure):
    table = weights()
    assert table[sure] > 0
    assert table.get(unsure, 0.0) < table[sure]


def test_rare_constructions_are_known_by_rule():
    assert known("per", "prep") > 0
    assert known("say", "dobj") == 0


def test_calibration_keeps_the_order():
    levels = [calibrated(n / 20, 0.9, 0.4) for n in range(21)]
    assert levels == sorted(levels)
    assert all(0 < level < 1 for level in levels)
