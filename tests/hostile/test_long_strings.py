"""What reads text takes time in proportion to its length, whatever the text is."""

import time
from functools import cache

import pytest
from hostile_patterns import LENGTH, OFTEN_SLOW, PIECES, long_strings

from quotes.articles import find_furniture
from quotes.articles.dates import parse_date
from quotes.articles.header import dateline_end, find_header
from quotes.articles.language import foreign_language
from quotes.attribute import attributions
from quotes.attribute.anonymity import anonymity_clause, without_anonymity
from quotes.attribute.names import fold, parse_name
from quotes.attribute.organisations import org_key
from quotes.detect.blocks import paragraphs
from quotes.detect.marks import find_quoted
from quotes.detect.pipeline import load_pipeline, make_doc, parser_text
from quotes.identify.words import quoted_part, words_of
from quotes.types import Article

LIMIT = 4.0
"""CPU seconds for 100,000 characters: much more than any takes, much less than the square."""

READERS = {
    "anonymity_clause": anonymity_clause,
    "dateline_end": dateline_end,
    "find_furniture": find_furniture,
    "find_header": find_header,
    "find_quoted": lambda text: find_quoted(text, paragraphs(text)),
    "fold": fold,
    "foreign_language": foreign_language,
    "org_key": org_key,
    "paragraphs": paragraphs,
    "parse_date": parse_date,
    "parse_name": parse_name,
    "parser_text": parser_text,
    "quoted_part": quoted_part,
    "without_anonymity": without_anonymity,
    "words_of": words_of,
}
foreign_language("loads its model " * 20)


@cache
def pipeline():
    return load_pipeline(fast=True)


def slow_on(read, pieces):
    slow = []
    for shown, text in long_strings(pieces).items():
        start = time.process_time()
        read(text)
        if (taken := time.process_time() - start) > LIMIT:
            slow.append((shown, taken))
    return slow


# A fifth as long: tokens take more time than characters do, if no more than in proportion.
@pytest.mark.parametrize("piece", ["—", "“", ")", ".", "a", "a.", "-", "'", "a'", '"a', "http://"])
def test_words_without_end(piece):
    text = (piece * LENGTH)[: LENGTH // 5]
    article = Article(article_id="a", text=f"He said: {text} {text}. That was all.")
    pipeline()
    start = time.process_time()
    doc = make_doc(pipeline(), article)
    assert time.process_time() - start < LIMIT
    assert doc.text == parser_text(article.text)


@pytest.mark.parametrize(("piece", "length"), [("“a” ", 12_000), (", said one ", 14_000)])
def test_paragraphs_without_end(piece, length):
    text = (piece * length)[:length] + "he said."
    doc = pipeline()(make_doc(pipeline(), Article(article_id="a", text=text)))
    start = time.process_time()
    list(attributions(doc))
    assert time.process_time() - start < 1.5 * LIMIT


def test_what_is_long_is_cut_only_there():
    text = f"“We won,” he said.\n\n{'—' * 700}  And so “on”."
    doc = make_doc(pipeline(), Article(article_id="a", text=text))
    words = [token.text for token in doc if "—" not in token.text]
    assert words[:7] == ['"', "We", "won", ",", '"', "he", "said"]
    assert words[-6:] == ["And", "so", '"', "on", '"', "."]
    assert [token.idx for token in doc if token.text == "And"] == [text.index("And")]


@pytest.mark.parametrize("name", READERS)
def test_short(name):
    assert slow_on(READERS[name], OFTEN_SLOW) == []


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_all(name):
    assert slow_on(READERS[name], PIECES) == []
