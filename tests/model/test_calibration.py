import pytest

from quotes.model.calibration import calibrate
from quotes.model.gold import GoldArticle, Marked
from quotes.types import Span

TEXT = "Ann said alpha beta. Bob said gamma delta. Cy said epsilon zeta. Dee said eta theta."
SAID = [(0, 3, 9, 19), (21, 24, 30, 41), (43, 45, 51, 63), (65, 68, 74, 83)]


def marked(n, confidence=None, *, source=None):
    start, end = SAID[n][2:]
    own = SAID[source if source is not None else n][:2]
    return Marked((Span(start, end),), source=(Span(*own),), confidence=confidence)


GOLD = [GoldArticle(article_id="a", text=TEXT, attributions=tuple(marked(n) for n in range(4)))]


def test_confidence_that_says_what_happens_has_no_error():
    found = {"a": [marked(0, 1.0), marked(1, 1.0), marked(2, 0.0, source=0)]}
    calibration = calibrate(GOLD, found)
    assert calibration is not None and calibration.error == 0.0
    assert [(b.low, b.rows, b.right) for b in calibration.bins] == [(0.0, 1, 0.0), (0.9, 2, 100.0)]


def test_confidence_that_boasts_is_found_out():
    found = {"a": [marked(0, 0.9), marked(1, 0.9, source=0)]}
    calibration = calibrate(GOLD, found)
    assert calibration is not None
    assert calibration.error == pytest.approx(0.4)


def test_asking_for_more_confidence_trades_recall_for_precision():
    found = {"a": [marked(0, 0.95), marked(1, 0.55), marked(2, 0.35, source=0)]}
    calibration = calibrate(GOLD, found)
    assert calibration is not None
    curve = dict(calibration.curve)
    assert (curve[0.0].p, curve[0.0].r) == (66.7, 50.0)
    assert (curve[0.5].p, curve[0.5].r) == (100.0, 50.0)
    assert (curve[0.9].p, curve[0.9].r) == (100.0, 25.0)


def test_predictions_without_confidence_have_none_to_check():
    assert calibrate(GOLD, {"a": [marked(0)]}) is None
