"""What must hold for any text at all, however odd."""

from functools import cache

import pytest
from attribution_checks import hold_attributions
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import quotes
from quotes.articles import as_article
from quotes.engines.work import load_extract
from quotes.errors import ReadError
from quotes.pipeline import default_model

NAMES = [
    "Ann Lee",
    "Mr. O'Neill",
    "Dr. José Núñez",
    "NATO",
    "U.S. officials",
    "She",
    "the minister",
]
SAID = ["said", "told reporters", "wrote", "did not say", "denied", "believes", "added"]
WORDS = [
    *("We won", "the talks failed", "6'2\"", "don't", "it's the dogs' turn", "‘inner’ words"),
    *("that it would end", "“Doc” Smith", "he", "Monday", "in Rome", "a “so-called” plan", "🙂"),
    *("\N{ZERO WIDTH SPACE}", "e\N{COMBINING ACUTE ACCENT}", "\N{RIGHT-TO-LEFT OVERRIDE}abc"),
]
MARKS = ["“", "”", '"', "‘", "’", "'", "«", "»", "„", "``", "''", "—", "- ", ":", "…", "(", ")"]
BREAKS = ["\n", "\n\n", "\r\n", "\t", " ", "  ", "\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}"]
FURNITURE = [
    "\nLast Updated: May 3\n",
    "\nAdvertisement\n",
    "\nRelated Coverage\n",
    "\nSlideshow ( 3 images )\n",
    "\n© 2011 AFP\n",
    "\nQ: Why? A: Because.\n",
    "\nMINISTER: No.\n",
    "LONDON (Reuters) - ",
]


@st.composite
def sentences(draw):
    """Something a newspaper could print, give or take a mark."""
    quoted = draw(
        st.sampled_from(["“{},”", "“{}", '"{}."', "‘{}’", "«{}»", "{}”", "that {}", "{},"])
    )
    content = quoted.format(" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=5))))
    name, said = draw(st.sampled_from(NAMES)), draw(st.sampled_from(SAID))
    order = draw(
        st.sampled_from(["{c} {s} {n}.", "{c} {n} {s}.", "{n} {s} {c}", "{n}: {c}", "{c}"])
    )
    return order.format(c=content, s=said, n=name)


PIECES = st.one_of(
    sentences(),
    *(st.sampled_from(part) for part in (NAMES, SAID, WORDS, MARKS, BREAKS, FURNITURE)),
)
NEWS = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n"])), max_size=25).map(
    lambda pieces: "".join(part + gap for part, gap in pieces)
)
TEXTS = st.one_of(NEWS, st.text(max_size=80), st.text("“”\"'‘’«»„ \nab.,", max_size=60))


@cache
def extract_one():
    return load_extract(default_model())


def article(text):
    try:
        return as_article(text)
    except ReadError:
        return None


def check(text):
    read = article(text)
    if read is None:  # empty, or nothing but white space
        return
    found = extract_one()(read)
    hold_attributions(read, found)
    assert extract_one()(read) == found


@given(TEXTS)
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@example("“")
@example("”\n\n“\n\n“")
@example("“A,” she said. “B.")
@example("' ' ' '")
def test_any_text(text):
    check(text)


@pytest.mark.long
@given(TEXTS)
@settings(max_examples=5000, deadline=None, suppress_health_check=list(HealthCheck))
def test_very_many_texts(text):
    check(text)


STORY = (
    "LONDON (Reuters) - “We won the match,” said Ann Lee, the captain, on Monday. "
    "“It was hard.”\n\n"
    "The trainer, Bob Day, said that he had never doubted it. “Never,” he added.\n\n"
    "According to officials, {} people watched.\n"
)


def test_one_process_finds_what_two_find():
    articles = [{"id": f"a{i}", "text": STORY.format(i) * 20} for i in range(15)]
    one = quotes.extract(articles, jobs=1)
    assert one.height > 15
    assert_frame_equal(one, quotes.extract(articles, jobs=2))


def test_what_is_found_does_not_depend_on_the_company():
    articles = [{"id": f"a{i}", "text": STORY.format(i)} for i in range(4)]
    together = quotes.extract(articles)
    for one in articles:
        alone = quotes.extract(one)
        own = together.filter(article_id=one["id"])
        assert_frame_equal(alone.drop("family_id"), own.drop("family_id"))
