"""What is remembered of words comes out as spaCy's tokenizer cuts them."""

import pytest
import spacy
from spacy.tokenizer import Tokenizer

from quotes.pipes import tokens
from quotes.pipes.tokens import FastTokenizer, fast_tokenizer

NAMES = ["ORTH", "NORM", "SPACY", "IDX"]


@pytest.fixture
def nlp():
    return spacy.blank("en")


@pytest.mark.parametrize(
    "text",
    [
        "“We didn't,” said Mr. Lee (a.k.a. 'Al') in St. Louis. We won't; it's theirs, y'all.",
        "two  spaces   and\ttabs\n\n  lines \n",
        " it begins, and ends, with a space ",
        "\n",
        "  ",
        " ",
        "",
        "no\xa0break space, em\u2003space\u2028line",
        ":) : ) :-) (x) 8am 8 am 10:30pm $5m/yr www.example.com/a?b=c e-mail@example.com",
        "word " * 3 + "x" * 120,
    ],
)
def test_words_spaces_and_norms_are_spacys(nlp, text):
    fast = fast_tokenizer(nlp)
    assert isinstance(fast, FastTokenizer)
    slow = nlp.tokenizer(text)
    with nlp.memory_zone():
        fast(text)
    for _ in range(2):  # out of a zone that is over, and remembered
        doc = fast(text)
        assert doc.text == text
        assert (doc.to_array(NAMES) == slow.to_array(NAMES)).all()


def test_no_more_is_remembered_than_is_meant_to_be(nlp, monkeypatch):
    monkeypatch.setattr(tokens, "_KEPT", 3)
    fast = fast_tokenizer(nlp)
    text = "one two three four five " + "x" * 60
    assert [token.text for token in fast(text)] == text.split()
    assert len(fast._known) <= 3
    assert "x" * 60 not in fast._known


def test_other_tokenizers_are_left_alone(nlp):
    class Own(Tokenizer):
        pass

    plain = nlp.tokenizer
    plain.add_special_case("New York", [{"ORTH": "New "}, {"ORTH": "York"}])
    assert fast_tokenizer(nlp) is None
    nlp.tokenizer = Own(nlp.vocab)
    assert fast_tokenizer(nlp) is None
