"""What was around people is kept apart, waits, and is the same as if it had never been kept."""

import json

import pytest
from index_fakes import check, entry, fill, row

from quotes.identify import Registry, mentions_of
from quotes.index import remembered
from quotes.index.remembered import AROUND, MOST_NEWS, Remembered, fetcher


def article(number, *names):
    """An article of a day of its own, in which people speak."""
    rows = [
        row(
            f"Nothing that was said on day {number} by {name} was ever said before it",
            name,
            context=f"In the town of Place{number} we met {name}.",
            speaker_role="mayor" if number % 3 else None,
        )
        for name in names
    ]
    return entry(f"a{number}", *rows, published=f"20{number % 20:02}-0{1 + number % 9}-11")


def whole(index, person):
    """All that an index knows of somebody."""
    found = index.database.one("SELECT state, waiting FROM people WHERE id = ?", (person,))
    brief, waiting = found
    node = Remembered.of(json.loads(brief), waiting=waiting, fetch=fetcher(index.database))
    return node.brief() | node.around()


def in_memory(*entries):
    """The same, never kept."""
    registry = Registry()
    for one in entries:
        registry.add(mentions_of(one.rows))
    return {node.id: node.brief() | node.around() for node in registry.nodes.values()}


@pytest.mark.parametrize("batch", [1, 7, 200])
def test_what_is_kept_is_what_was_told(index, batch):
    articles = [article(n, "Ann Lee", f"Bob Hill{n % 5}") for n in range(MOST_NEWS * 2 + 3)]
    for at in range(0, len(articles), batch):
        fill(index, *articles[at : at + batch])
    expected = in_memory(*articles)
    assert len(expected) == 6
    for person, told in expected.items():
        found = whole(index, person)
        for part in (*AROUND, "articles", "first", "last", "first_article", "words_of_role"):
            assert found[part] == told[part], (person, part)
    check(index)


def test_news_waits_and_is_taken_in_before_it_is_much(index):
    counted = "SELECT count(*) FROM people_news WHERE person = 'p-ann-lee'"
    waited = []
    for number in range(MOST_NEWS * 2 + 5):
        fill(index, article(number, "Ann Lee"))
        waited.append(index.database.one(counted)[0])
        (noted,) = index.database.one("SELECT waiting FROM people WHERE id = 'p-ann-lee'")
        assert noted == waited[-1]
    assert max(waited) == MOST_NEWS
    assert waited[:3] == [0, 1, 2]  # the first article made her
    assert waited[MOST_NEWS + 1 : MOST_NEWS + 3] == [0, 1]


def test_somebody_of_one_name_is_added_to_without_looking(index, monkeypatch):
    fill(index, article(0, "Ann Lee", "Carl Moss"))
    asked = []
    original = remembered.fetcher

    def watching(database):
        fetch = original(database)
        return lambda person: asked.append(person) or fetch(person)

    monkeypatch.setattr("quotes.index.known.fetcher", watching)
    fill(index, article(1, "Ann Lee"))
    assert asked == []
    # Another Ann Lee, by what she does: now all that is known of the first is needed.
    other = row("We scored at last", "Ann Lee", speaker_role="striker and team captain")
    fill(index, entry("b", other, published="2000-02-12"))
    assert asked
    check(index)


def test_what_is_no_part_of_it_is_no_attribute(index):
    fill(index, article(0, "Ann Lee"))
    (brief,) = index.database.one("SELECT state FROM people WHERE id = 'p-ann-lee'")
    node = Remembered.of(json.loads(brief), waiting=0, fetch=lambda person: ())
    with pytest.raises(AttributeError, match="neighbours"):
        node.neighbours  # noqa: B018
    assert not node.fetched
    assert not node.company
    assert node.fetched
