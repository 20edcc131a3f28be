import gzip
import json
import os
from pathlib import Path

import pytest
from foreign_texts import FOREIGN

from quotes.articles import as_article
from quotes.articles.language import foreign_language, in_english

SHARED = Path(os.environ.get("QUOTES_SHARED", Path(__file__).parents[3] / "shared"))
SAMPLE = SHARED / "articles" / "news_sample.jsonl.gz"

ENGLISH = [
    "“We have waited long enough,” the mayor said on Monday. The bridge will open in spring, he "
    "told residents who have been taking the long way round for months.",
    "“WE HAVE WAITED LONG ENOUGH,” THE MAYOR SAID ON MONDAY. THE BRIDGE WILL OPEN IN SPRING, HE "
    "TOLD RESIDENTS WHO HAVE BEEN TAKING THE LONG WAY ROUND FOR MONTHS.",
    "MADRID — José Núñez, alcalde of Alcalá de Henares, said “ya basta” on Monday: the bridge "
    "over the Río Henares would open in spring, he told residents of the Calle Mayor.",
    "BAYERN 2 DORTMUND 1. Müller scored for Bayern after Götze crossed from Schweinsteiger’s pass; "
    "Hummels headed Dortmund level before Gómez, on for Kroos, won it.",
    "Größe",  # too short to tell
    "",
    "\n \n" * 500,
    "1234 5678 " * 50,
    "http://example.org/a/b?c=d&e=f " * 20,
]


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages(language):
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize("text", ENGLISH)
def test_english_and_what_cannot_be_told(text):
    assert foreign_language(text) is None


def test_they_are_named_and_the_others_pass():
    problems = []
    texts = [ENGLISH[0], FOREIGN["de"], ENGLISH[1]]
    articles = [as_article({"id": f"a{i}", "text": text}) for i, text in enumerate(texts)]
    passed = list(in_english(articles, on_problem=problems.append))
    assert passed == [articles[0], articles[2]]
    assert [(one.article_id, one.code, one.lost) for one in problems] == [("a1", "language", True)]
    assert "'de'" in problems[0].message


@pytest.mark.skipif(not SAMPLE.exists(), reason="needs the shared articles: set QUOTES_SHARED")
def test_no_false_alarm_in_news():
    with gzip.open(SAMPLE, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(500), lines, strict=False)]
    assert [text[:80] for text in texts if foreign_language(text)] == []
