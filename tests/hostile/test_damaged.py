"""Damaged articles, and such in other languages: no crash, spans hold, and what is odd is told."""

from functools import cache
from random import Random

import pytest
from attribution_checks import hold_attributions
from damage import DAMAGES
from foreign_texts import FOREIGN

from quotes.articles import as_article, read_articles
from quotes.engines.work import load_fast
from quotes.pipeline import default_model

STORIES = [
    "HARBOUR CITY — The ferries will sail from Monday, the mayor said.\n\n"
    "“We have waited long enough,” said Édith Noël, who took office in May. “The bridge is "
    "closed, and people can’t get to work.”\n\n"
    "Mr. O’Hara, of the drivers’ union, called the plan a “sticking plaster.” He added: “Nobody "
    "asked us.”\n\nAccording to the port, 6,000 people — one in five — cross each day.\n",
    "A café owner, who asked not to be named, said that trade had fallen by half. “I’m naïve,” "
    "she said, “but I believed them.”\n\n“Did you?” her neighbour, Zoë Brontë, asked.\n",
    "The council denied on Tuesday that it had known. A report found “serious gaps” in its "
    "books, and a spokesman vowed to close them.\n\nCouncillor Ann Lee said: “We will.”\n",
]


@cache
def extract():
    return load_fast(default_model())


def read(data, folder):
    problems = []
    (folder / "a.txt").write_bytes(data)
    articles = list(read_articles([str(folder)], on_problem=problems.append))
    return articles, problems


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged(name, tmp_path):
    for number in range(len(STORIES)):
        for seed in range(4):
            articles, problems = read(DAMAGES[name](STORIES, number, Random(seed)), tmp_path)
            assert len(articles) + sum(problem.lost for problem in problems) == 1
            assert all(problem.code != "unreadable" for problem in problems)
            for article in articles:
                found = extract()(article)
                hold_attributions(article, found)
                if name in ("nothing", "hard spaces", "straight marks", "ten in one"):
                    assert found


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing", set()),
        ("Windows-1252", {"encoding"}),
        ("Windows-1252 within UTF-8", {"encoding"}),
        ("UTF-16 without a mark", {"encoding"}),
        ("UTF-8 read as Windows-1252", {"encoding"}),
        ("bytes cut out", {"encoding"}),
    ],
)
def test_what_is_odd_is_told(name, says, tmp_path):
    told = set()
    for number in range(len(STORIES)):
        for seed in range(4):
            _, problems = read(DAMAGES[name](STORIES, number, Random(seed)), tmp_path)
            told |= {problem.code for problem in problems}
    assert told == says


@pytest.mark.parametrize("language", FOREIGN)
def test_taken_all_the_same_what_is_not_english_does_no_harm(language):
    for text in (FOREIGN[language], f"{STORIES[0]}\n\n{FOREIGN[language]}\n\n{STORIES[1]}"):
        article = as_article(text)
        hold_attributions(article, extract()(article))
