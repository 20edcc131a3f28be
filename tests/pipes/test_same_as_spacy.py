"""What the fast components set is what spaCy's own set."""

import warnings
from pathlib import Path

import numpy as np
import pytest
import spacy

from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc
from quotes.pipes import arcs, entities, one_thread, vectors
from quotes.pipes.blas import _controller
from quotes.types import Article

GOLDEN = sorted(Path("golden/articles").glob("*.txt"))[:12]
TEXTS = [
    *(path.read_text("utf-8") for path in GOLDEN),
    "It ain't so. I'm gonna go, and we gotta run. Let's go! Y'all c'mon. There's nothin' here.",
    "There are men. I wouldn't have. He'd gone; she'd go.  \n\t Don't.   x\n\n\n",
    "The FBI, the U.N. and Mr. Smith of St. Louis met President Barack Obama on 3 May 2014.",
    " ",
    "\n\n",
    "“",
]
ATTRIBUTES = ["TAG", "POS", "MORPH", "LEMMA", "ENT_TYPE", "ENT_IOB", "DEP", "HEAD", "SENT_START"]


@pytest.fixture(scope="module")
def slow():
    return spacy.load(DEFAULT_MODEL, exclude=["senter"])


@pytest.fixture(scope="module")
def fast():
    return load_pipeline()


def compare(slow, fast, docs, names=ATTRIBUTES):
    """The tokens that differ."""
    differing = []
    for make in docs:
        one, other = make(slow), make(fast)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            one = slow(one)
        other = fast(other)
        for name in names:
            unlike = np.flatnonzero(one.to_array([name]) != other.to_array([name]))
            differing += [(name, one[int(i)], one[int(i)].i) for i in unlike]
    return differing


def test_all_is_exchanged(fast):
    assert [name for name in fast.pipe_names if not name.startswith("fast_")] == ["tagger"]


def test_a_plain_text_comes_out_the_same(slow, fast):
    docs = [lambda nlp, t=text: nlp.make_doc(t) for text in TEXTS]
    assert compare(slow, fast, docs) == []


def test_by_paragraphs_all_but_the_parse_of_their_first_words_is_the_same(slow, fast):
    # There spaCy's parser may break a sentence after one word, to be rid of the last paragraph.
    docs = [lambda nlp, t=text: make_doc(nlp, Article(article_id="", text=t)) for text in TEXTS]
    tokens = sum(len(slow.make_doc(text)) for text in TEXTS)
    unlike = compare(slow, fast, docs)
    assert len({(token.doc, i) for _, token, i in unlike}) < tokens / 300


def test_a_paragraph_is_parsed_alike_in_any_company(fast):
    text = TEXTS[0]
    whole = fast(make_doc(fast, Article(article_id="", text=text)))
    parser = fast.get_pipe("fast_parser")
    again = make_doc(fast, Article(article_id="", text=text))
    again.tensor = whole.tensor
    before, arcs.TOGETHER = arcs.TOGETHER, 1
    try:
        parser(again)
    finally:
        arcs.TOGETHER = before
    names = ["HEAD", "SENT_START"]
    assert (whole.to_array(names) == again.to_array(names)).all()


@pytest.mark.parametrize("size", [1, 7, 100])
def test_long_texts_go_through_in_stretches(fast, size, monkeypatch):
    article = Article(article_id="", text=TEXTS[1])
    whole = fast(make_doc(fast, article))
    monkeypatch.setattr(vectors, "STRETCH", size)
    monkeypatch.setattr(entities, "STRETCH", size)
    again = fast(make_doc(fast, article))
    assert np.allclose(whole.tensor, again.tensor, atol=1e-4)
    assert [(e.text, e.label_) for e in whole.ents] == [(e.text, e.label_) for e in again.ents]


def test_vectors_are_spacys(slow, fast):
    for text in TEXTS[:4]:
        doc, other = slow.make_doc(text), fast.make_doc(text)
        theirs = slow.get_pipe("tok2vec").predict([doc])[0]
        ours = fast.get_pipe("fast_tok2vec")(other).tensor
        assert np.allclose(theirs, ours, atol=1e-4)


def test_other_makes_are_left_alone():
    from quotes.pipes.quicken import quicken

    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler")  # without patterns
    nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": True,
                "hidden_width": 8,
                "maxout_pieces": 2,
                "use_upper": True,
                "nO": None,
                "tok2vec": {
                    "@architectures": "spacy.HashEmbedCNN.v2",
                    "width": 16,
                    "depth": 1,
                    "embed_size": 50,
                    "window_size": 1,
                    "maxout_pieces": 3,
                    "subword_features": True,
                    "pretrained_vectors": None,
                },
            }
        },
    )
    nlp.add_pipe("sentencizer")
    names = list(nlp.pipe_names)
    assert quicken(nlp).pipe_names == names


def test_one_thread_is_given_back():
    from threadpoolctl import threadpool_info

    def threads():
        return [p["num_threads"] for p in threadpool_info() if p["user_api"] == "blas"]

    # Of what is loaded now: libraries that come later, for other things, are left alone.
    _controller.cache_clear()
    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
