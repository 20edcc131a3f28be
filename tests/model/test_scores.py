import pytest

from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Marked
from quotes.model.scores import Prf, prf, score_spans
from quotes.types import Span

TEXT = "“We will win,” Ann said. Bob thinks that it rains."
WIN, RAIN = Span(0, 14), Span(36, 49)
ANN, BOB = Span(15, 18), Span(25, 28)
GOLD = GoldArticle(
    article_id="a",
    text=TEXT,
    attributions=(Marked((WIN,), source=(ANN,)), Marked((RAIN,), source=(BOB,))),
)


def test_prf() -> None:
    assert prf(0.5, 1 / 3) == Prf(50.0, 33.3, 40.0)
    assert prf(0, 0) == Prf(0.0, 0.0, 0.0)


def test_all_right() -> None:
    scores = score_spans([GOLD], {"a": GOLD.attributions})
    for name, number in {"all": 2, "direct": 1, "indirect": 1, "mixed": 0}.items():
        got = scores[name]  # type: ignore[index]
        assert (got.gold, got.pred) == (number, number)
        full = 100.0 if number else 0.0
        assert got.content_exact == got.content_soft == got.end_to_end == Prf(full, full, full)
        assert got.source_accuracy == full


def test_marks_do_not_matter_but_a_word_does() -> None:
    exact = score_spans([GOLD], {"a": [Marked((Span(1, 12),), source=(ANN,))]})["direct"]
    assert exact.content_exact == Prf(100.0, 100.0, 100.0)
    short = score_spans([GOLD], {"a": [Marked((Span(1, 8),), source=(ANN,))]})["direct"]
    assert short.content_exact.f1 == 0.0
    assert short.end_to_end.f1 == 100.0
    assert short.content_soft == Prf(100.0, 66.7, 80.0)


def test_a_wrong_source_and_a_spurious_attribution() -> None:
    predicted = [Marked((WIN,), source=(BOB,)), Marked((Span(15, 23),))]
    everything = score_spans([GOLD], {"a": predicted})["all"]
    assert everything.content_half == Prf(50.0, 50.0, 50.0)
    assert everything.end_to_end.f1 == 0.0
    assert everything.source_accuracy == 0.0


def test_recall_goes_by_the_annotated_type_and_precision_by_the_predicted() -> None:
    scores = score_spans([GOLD], {"a": [Marked((Span(0, 18),), source=(ANN,))]})
    assert scores["direct"].end_to_end == Prf(0.0, 100.0, 0.0)
    assert scores["mixed"].end_to_end == Prf(100.0, 0.0, 0.0)


def test_a_missing_article_has_no_predictions_and_an_unknown_one_is_refused() -> None:
    assert score_spans([GOLD], {})["all"].pred == 0
    with pytest.raises(UsageError, match=r"not in the gold file, e\.g\. b"):
        score_spans([GOLD], {"b": ()})
