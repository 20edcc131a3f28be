import pytest

from quotes.detect import find_attributions, make_doc
from quotes.detect.verdict import by_lexicon
from quotes.model.network.clues import CLUES
from quotes.model.network.judge import by_network, weights
from quotes.types import Article


def found(nlp, text, judge=by_network):
    doc = nlp(make_doc(nlp, Article(article_id="a", text=text)))
    return [
        tuple("".join(text[s:e] for s, e in spans) for spans in (a.source, a.cue, a.content))
        for a in find_attributions(doc, judge=judge)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The council said on Monday that the bridge would stay shut until spring.",
            "The council",
            "that the bridge would stay shut until spring",
        ),
        ("“It is over,” said Ms. Okafor, a teacher.", "Ms. Okafor, a teacher", "“It is over,”"),
        ("Officials have denied any role in the fire.", "Officials", "any role in the fire"),
    ],
)
def test_what_is_said_is_found(nlp, text, source, content):
    rows = found(nlp, text)
    assert [(row[0], row[2]) for row in rows] == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was shut on Monday after a lorry hit one of its pillars.",
        "She opened the door and took her coat from the hook.",
    ],
)
def test_plain_actions_are_nobodys_words(nlp, text):
    assert found(nlp, text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Yes", "” “ ”", "said said said", "word " * 900])
def test_odd_texts_do_no_harm(nlp, text):
    for source, cue, content in found(nlp, text):
        assert content
        assert source in text and cue in text


def test_reading_twice_gives_the_same(nlp):
    text = "The mayor said it would rain. “We are ready,” she added, and left for Lagos."
    doc = nlp(make_doc(nlp, Article(article_id="a", text=text)))
    assert find_attributions(doc, judge=by_network) == find_attributions(doc, judge=by_network)


def test_the_network_says_otherwise_than_the_lexicon_alone(nlp):
    text = "The mayor said it would rain. “We are ready,” she added, and left for Lagos."
    doc = nlp(make_doc(nlp, Article(article_id="a", text=text)))
    sure = [
        [a.confidence for a in find_attributions(doc, judge=judge)]
        for judge in (by_network, by_lexicon)
    ]
    assert all(sure) and sure[0] != sure[1]


def test_the_shipped_weights_cover_every_clue():
    table = weights()
    assert len(table.frames) == len(table.read) == len(CLUES)
    assert table.slope > 0
