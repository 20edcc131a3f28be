"""Words come apart where they should, and stay where they stand in the text."""

import pytest

from quotes.detect import load_pipeline, make_doc
from quotes.types import Article


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def words(nlp, text):
    doc = make_doc(nlp, Article(article_id="x", text=text))
    assert all(len(text[t.idx : t.idx + len(t)]) == len(t) for t in doc)
    assert len(doc.text) == len(text)
    return [token.text for token in doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('It was a bad year,"said Lee.', ', " said Lee .'),
        ("It was a bad year,”said Lee.", ', " said Lee .'),
        ("A “great plan!”—is it not?", 'plan ! " — is it not ?'),
        ("Lee said,“Look here.”", 'said , " Look here . "'),
        # Nothing to cut, or nothing that a mark holds together.
        ("It was a bad year,” said Lee.", ', " said Lee .'),
        ("He is 5'10\" tall.", "tall ."),
        ('The id="6721" stays.', 'id="6721 " stays .'),
    ],
)
def test_words_that_a_mark_holds_together_are_cut(nlp, text, expected):
    found = " ".join(words(nlp, text))
    assert found.endswith(expected), found


def test_a_quotation_without_its_space_is_found(nlp):
    from quotes.detect import find_attributions

    text = "“There was no question in my mind,”said the former minister."
    [found] = find_attributions(nlp(make_doc(nlp, Article(article_id="x", text=text))))
    assert [text[s:e] for s, e in found.content] == ["“There was no question in my mind,”"]
    assert [text[s:e] for s, e in found.source] == ["the former minister"]
