import pytest

from quotes.errors import UsageError
from quotes.model.baseline import joined, predict_baseline
from quotes.model.gold import GoldArticle, Marked
from quotes.types import Span

TEXT = (
    "“We will win this election together,” Ann Lee said on Monday. “We have worked for it.”\n\n"
    "He left “an odd mark in the text of this article."
)
CUE, SOURCE = (Span(10, 14),), (Span(6, 9),)


def test_pieces_that_share_cue_and_source_are_joined() -> None:
    pieces = [
        Marked((Span(20, 30),), CUE, SOURCE),
        Marked((Span(40, 45),), CUE, (Span(50, 52),)),
        Marked((Span(0, 5),), CUE, SOURCE),
    ]
    assert joined(pieces) == [
        Marked((Span(0, 5), Span(20, 30)), CUE, SOURCE),
        Marked((Span(40, 45),), CUE, (Span(50, 52),)),
    ]
    assert joined([]) == []


def test_textacy_by_paragraph_and_as_it_is() -> None:
    gold = [GoldArticle(article_id="a", text=TEXT)]
    (found,) = predict_baseline(gold, "textacy")["a"]
    assert [TEXT[slice(*span)] for span in found.content] == [
        "“We will win this election together,”",
        "“We have worked for it.”",
    ]
    assert [TEXT[slice(*span)] for span in (*found.cue, *found.source)] == ["said", "Ann Lee"]
    # An odd number of marks anywhere, and it finds nothing at all.
    assert predict_baseline(gold, "textacy-whole") == {"a": ()}


def test_an_unknown_baseline() -> None:
    with pytest.raises(UsageError, match="choose one of textacy, textacy-whole"):
        predict_baseline([], "citron")
