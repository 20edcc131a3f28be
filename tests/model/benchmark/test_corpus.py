import json

import pytest

from quotes.articles import read_articles
from quotes.errors import UsageError
from quotes.model.benchmark.corpus import load_articles, texts, write_corpora


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    lines = [{"id": f"a{i}", "text": f"Größe {i} is “good,” said Ann."} for i in range(3)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_files_of_the_sizes_asked_for(news, tmp_path):
    articles = load_articles([str(news)], at_most=10)
    corpora = write_corpora(articles, [1, 5], tmp_path)
    assert {size: (c.articles, c.distinct, c.words) for size, c in corpora.items()} == {
        1: (1, 1, 6),
        5: (5, 3, 30),
    }
    assert corpora[5].megabytes == pytest.approx(5 * len(articles[0].text.encode()) / 1e6)
    problems = []
    read = list(read_articles([corpora[5].path], on_problem=problems.append))
    assert [one.text for one in read] == [articles[i % 3].text for i in range(5)]
    assert list(texts(corpora[5].path)) == [one.text for one in read]
    assert problems == []


def test_at_most(news):
    assert len(load_articles([str(news)], at_most=2)) == 2


def test_nothing_to_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="name an INPUT"):
        load_articles([], at_most=1)
    (tmp_path / "empty.jsonl").touch()
    with pytest.raises(UsageError, match="no article can be read from empty"):
        load_articles(["empty.jsonl"], at_most=1)
