"""A ruler's patterns for several tokens, wherever they can begin."""

import pytest
import spacy

from quotes.pipes.attributes import fast_attributes

TEXT = "We are gonna go. They got ta leave, gonna gonna; let's see: gon"


def rulers(*patterns):
    """A ruler with these patterns, the last of whose tokens gets a lemma, and the fast one."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"TAG": "NN"}]], attrs={"POS": "NOUN"})
    for n, pattern in enumerate(patterns):
        ruler.add(patterns=[pattern], attrs={"LEMMA": f"lemma{n}"}, index=len(pattern) - 1)
    return nlp, ruler, fast_attributes(ruler)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "gon"}, {"LOWER": "na"}],
        [{"LOWER": "gon"}, {"LOWER": "na"}, {"LOWER": "gon"}],
        [{"LOWER": {"IN": ["got", "let"]}}, {}],
        [{"LOWER": {"REGEX": "^g"}}, {"LOWER": {"REGEX": "a$"}}],
        [{"LOWER": {"NOT_IN": ["gon"]}}, {"LOWER": "gon"}],
        [{"DEP": "expl"}, {"LOWER": "are"}],
        [{"DEP": {"IN": ["expl", "dep"]}}, {"LOWER": "na"}],
        [{"TAG": "VB"}, {"LOWER": "na"}],
        [{}, {"LOWER": "na"}],
        [{"LOWER": "na"}, {"LOWER": "gon", "OP": "?"}, {"LOWER": "na"}],
    ],
)
def test_long_patterns_match_where_the_ruler_s_do(pattern):
    nlp, ruler, fast = rulers(pattern, [{"LOWER": "'s"}, {"LOWER": "see"}])

    def tagged():
        doc = nlp.make_doc(TEXT)
        for i, token in enumerate(doc):
            token.dep_ = ("expl", "dep", "nsubj")[i % 3]
            token.tag_ = ("VB", "NN")[i % 2]
        return doc

    expected = [token.lemma_ for token in ruler(tagged())]
    assert "lemma1" in expected
    if fast is None:
        assert any("OP" in token for token in pattern)
    else:
        assert [token.lemma_ for token in fast(tagged())] == expected
