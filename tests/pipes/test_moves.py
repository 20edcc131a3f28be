"""Many Docs moved through together come out as spaCy's own loop has them."""

import threading

import pytest

from quotes.detect.pipeline import load_pipeline, make_doc
from quotes.pipes import moves
from quotes.pipes.moves import fast_moves
from quotes.types import Article

TEXTS = [
    "“We lost,” said Ann Lee, the captain, who had not been told of it. She left on Monday.",
    "Rain.",
    "The mayor, asked by reporters whether he would resign, shrugged; his aides did not.",
    "Officials say that the bridge which the city built in 1931 will have to be torn down.",
    "No",
]


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


@pytest.fixture(scope="module")
def docs(nlp):
    made = [make_doc(nlp, Article(article_id="", text=text)) for text in TEXTS]
    return [nlp.get_pipe("fast_tok2vec")(doc) for doc in made]


def arcs(states):
    return [sorted(map(str, state.arcs)) for state in states]


@pytest.mark.parametrize("kept", [0, 20, 8192])
@pytest.mark.parametrize("chosen", [slice(None), slice(1), slice(1, 3), slice(4, None)])
def test_states_are_spacys(nlp, docs, chosen, kept, monkeypatch):
    monkeypatch.setattr(moves, "KEPT", kept)
    parser = nlp.get_pipe("parser")
    predict = fast_moves(parser)
    for _ in range(2):  # the second time in memory that was used before
        assert arcs(predict(docs[chosen])) == arcs(parser.predict(docs[chosen]))


def test_threads_do_not_share_memory(nlp, docs):
    predict = fast_moves(nlp.get_pipe("parser"))
    expected, found = arcs(predict(docs)), []

    def work():
        found.extend(arcs(predict(docs)) == expected for _ in range(20))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 80


@pytest.mark.parametrize("changed", [{"beam_width": 4}, {"unseen": True}])
def test_other_makes_are_left_alone(nlp, changed, monkeypatch):
    parser = nlp.get_pipe("parser")
    if "unseen" in changed:
        monkeypatch.setitem(parser.model.attrs, "unseen_classes", {1})
    else:
        monkeypatch.setitem(parser.cfg, "beam_width", changed["beam_width"])
    assert fast_moves(parser) is None
