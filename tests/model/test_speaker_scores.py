import pytest

from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Label, Marked
from quotes.model.scores import Prf
from quotes.model.speaker_scores import KindScore, b_cubed, is_named, score_speakers
from quotes.types import Span

TEXT = "alpha beta gamma delta"
WORDS = [Span(0, 5), Span(6, 10), Span(11, 16), Span(17, 22)]


def article(article_id: str) -> GoldArticle:
    return GoldArticle(
        article_id=article_id,
        text=TEXT,
        attributions=tuple(Marked((word,), attribution_id=f"E{i}") for i, word in enumerate(WORDS)),
    )


def said(*speakers: Label | None) -> list[Marked]:
    return [Marked((word,), speaker=who) for word, who in zip(WORDS, speakers, strict=False)]


ANN, ANN_HERE = Label("ann", "Ann Lee", "person"), Label("p1", "A. Lee", "person")
AIDE, AIDE_HERE = (
    Label("anon: aide", "anon: aide", "anonymous"),
    Label("x1", "an aide", "anonymous"),
)
LABELS = {("a", "E0"): ANN, ("a", "E1"): AIDE, ("b", "E0"): ANN, ("b", "E1"): AIDE}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], (0.0, 0.0)),
        ([("x", 1), ("x", 1), ("y", 2)], (1.0, 1.0)),
        ([("x", 1), ("y", 1)], (0.5, 1.0)),
        ([("x", 1), ("x", 2)], (1.0, 0.5)),
    ],
)
def test_b_cubed(items: list[tuple[str, int]], expected: tuple[float, float]) -> None:
    assert b_cubed(items) == expected


def test_all_right_and_one_merged_anonymous_source() -> None:
    scores = score_speakers(
        [article("a"), article("b")],
        LABELS,
        {"a": said(ANN_HERE, AIDE_HERE), "b": said(ANN_HERE, AIDE_HERE)},
    )
    assert scores.named == scores.anonymous == scores.b3 == Prf(100.0, 100.0, 100.0)
    assert scores.b3_anonymous == Prf(50.0, 100.0, 66.7)
    assert scores.by_kind == {"person": KindScore(2, 100.0), "anonymous": KindScore(2, 100.0)}
    assert (scores.paired, scores.gold, scores.kind, scores.b3_recall) == (2, 2, 100.0, 100.0)


def test_missed_unnamed_and_unlabelled() -> None:
    scores = score_speakers(
        [article("a"), article("b")], LABELS, {"a": said(None, AIDE_HERE, ANN_HERE)}
    )
    assert scores.named == Prf(0.0, 0.0, 0.0)
    assert scores.anonymous == Prf(100.0, 50.0, 66.7)
    assert scores.kind == 50.0
    assert (scores.paired, scores.gold, scores.b3_recall) == (1, 2, 50.0)


@pytest.mark.parametrize(
    ("label", "guess", "named"),
    [
        ("Ann Lee | Bob Roy", "Bob Roy", True),
        ("Ann Lee", "Cy Poe | Ann Lee", True),
        ("Ann Lee", None, False),
        ("Ann Lee", "Bob Lee", False),
    ],
)
def test_joint_speakers(label: str, guess: str | None, named: bool) -> None:
    assert is_named(Label(label, label, "person"), Label("p", guess, "person")) is named


def test_labels_of_other_articles_are_refused() -> None:
    with pytest.raises(UsageError, match="other articles"):
        score_speakers([article("c")], LABELS, {})
