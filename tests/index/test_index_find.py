from datetime import date

import pytest
from index_fakes import entry, fill, quotes_of, row

from quotes.errors import UsageError
from quotes.index import COUNT_BY, NoSpeakerError, Search, from_params, open_index
from quotes.index import find as finding


@pytest.fixture(scope="module")
def news(shared_url):
    """Nothing here changes it."""
    with open_index(shared_url, create=True) as index:
        yield _filled(index)


def _filled(index):
    fill(
        index,
        entry(
            "a",
            row("The red line was crossed", "Sergei Lavrov", speaker_role="foreign minister"),
            row("We fear a red dawn", "Sergei Lavrov", cue_class="belief", confidence=0.5),
            row("Lines were red", "Maria Roe", quote_type="indirect"),
            outlet="Reuters",
            published="2024-05-01",
        ),
        entry(
            "b",
            row(
                "Nobody is safe",
                "a NATO diplomat",
                kind="anonymous",
                source_affiliation="NATO",
                anonymity="asked not to be named",
            ),
            row("Été in Zürich is over", "SERGEI LAVROV", quote_type="mixed", cue_class=None),
            outlet="The Post",
            published="2024-06-02",
        ),
        entry(
            "c",
            row("Oil and red wine", "Sergei Lavrov", confidence=0.2),
            row("The red line", None, kind="unknown", cue_class=None, quote_type="indirect"),
            outlet="The Post",
            published=None,
        ),
    )
    return index


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ("", ["b:0", "b:1", "a:2", "a:0", "a:1", "c:0", "c:1"]),
        ("q=red", ["a:2", "a:0", "a:1", "c:0", "c:1"]),
        ("q=RED line", ["a:0", "c:1"]),
        ('q="red line"', ["a:0", "c:1"]),
        ('q="line red"', []),
        ("q=line*", ["a:2", "a:0", "c:1"]),
        ("q=red -line -wine", ["a:2", "a:1"]),
        ("q=oil OR safe", ["b:0", "c:0"]),
        ("q=ete zurich", ["b:1"]),
        ("q=sergei", []),  # the words are the quotation's, not the speaker's name
        ("speaker=lavrov", ["b:1", "a:0", "a:1", "c:0"]),
        ("speaker=LÁVROV sergei", ["b:1", "a:0", "a:1", "c:0"]),
        ("speaker=p-sergei-lavrov", ["b:1", "a:0", "a:1", "c:0"]),
        ("speaker=lavrov&speaker=roe", ["b:1", "a:2", "a:0", "a:1", "c:0"]),
        ("speaker=lavrov&q=red", ["a:0", "a:1", "c:0"]),
        ("speaker=lavrov&speaker=roe&q=red", ["a:2", "a:0", "a:1", "c:0"]),
        ("speaker=lavrov&q=red&since=2024", ["a:0", "a:1"]),
        ("type=direct", ["b:0", "a:0", "a:1", "c:0"]),
        ("type=mixed&type=indirect", ["b:1", "a:2", "c:1"]),
        ("cue=belief", ["a:1"]),
        ("kind=anonymous", ["b:0"]),
        ("kind=unknown", ["c:1"]),
        ("affiliation=nato", ["b:0"]),
        ("reason=asked not to be named", ["b:0"]),
        ("outlet=the post", ["b:0", "b:1", "c:0", "c:1"]),
        ("outlet=reuters&speaker=lavrov", ["a:0", "a:1"]),
        ("kind=person&speaker=lavrov&q=red", ["a:0", "a:1", "c:0"]),
        ("since=2024-05-02", ["b:0", "b:1"]),
        ("until=2024-05-31", ["a:2", "a:0", "a:1"]),
        ("since=2024-05&until=2024-05", ["a:2", "a:0", "a:1"]),
        ("speaker=lavrov&until=2024-05-31", ["a:0", "a:1"]),
        ("min_confidence=0.6", ["b:0", "b:1", "a:2", "a:0", "c:1"]),
        ("speaker=lavrov&min_confidence=0.5", ["b:1", "a:0", "a:1"]),
        ("article=a", ["a:2", "a:0", "a:1"]),
        ("article=none", []),
        ("speaker=lavrov&article=c", ["c:0"]),
        ("sort=oldest&q=red", ["a:0", "a:2", "a:1", "c:0", "c:1"]),
        ("sort=oldest&speaker=lavrov", ["a:0", "a:1", "b:1", "c:0"]),
        ("sort=confidence&speaker=lavrov", ["b:1", "a:0", "a:1", "c:0"]),
        ("size=2&page=2", ["a:2", "a:0"]),
        ("size=2&page=9", []),
    ],
)
def test_searches(news, params, found):
    # Within a day statements come first, then what came last into the index.
    from urllib.parse import parse_qsl

    search = from_params(parse_qsl(params))
    page = news.search(search)
    assert [r["quote_id"] for r in page.rows] == found
    if search.page == 1 and search.size == 50:
        assert page.total == len(found)
        assert page.complete
        assert [r["quote_id"] for r in news.rows(search)] == found
        for by in COUNT_BY[1:]:
            counts = news.counts(search, by)
            facet = news.facets(search, [by])
            assert facet.counts[by] == counts
            assert facet.counted == len(found)
        assert sum(c.quotes for c in news.counts(search, "type")) == len(found)


@pytest.mark.parametrize("params", ["q=red", "q=red&speaker=lavrov", "q=red&kind=person"])
def test_relevance_finds_the_same(news, params):
    from urllib.parse import parse_qsl

    search = from_params([*parse_qsl(params), ("sort", "relevance")])
    by_date = from_params(parse_qsl(params))
    ids = [{r["quote_id"] for r in news.rows(one)} for one in (search, by_date)]
    assert ids[0] == ids[1]
    assert news.search(search).total == len(ids[0])


def test_the_shortest_is_the_most_relevant(news):
    found = news.rows(Search(words="red", sort="relevance"))
    assert next(found)["quote"] in ("Lines were red", "The red line")


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("outlet", [("The Post", 4), ("Reuters", 3)]),
        ("month", [("2024-05", 3), ("2024-06", 2)]),
        ("year", [("2024", 5)]),
        ("type", [("direct", 4), ("mixed", 1), ("indirect", 2)]),
        ("cue", [("statement", 4), ("belief", 1)]),
        ("kind", [("person", 5), ("anonymous", 1), ("unknown", 1)]),
        ("affiliation", [("NATO", 1)]),
        ("reason", [("asked not to be named", 1)]),
        ("speaker", [("p-sergei-lavrov", 4), ("p-maria-roe", 1), ("a-a-nato-diplomat", 1)]),
    ],
)
def test_counts(news, by, counts):
    assert [(c.value, c.quotes) for c in news.counts(Search(), by)] == counts
    # The same without the counts that are kept.
    every = Search(until=None, min_confidence=0.01)
    assert [(c.value, c.quotes) for c in news.counts(every, by)] == counts
    most = max(counts, key=lambda c: c[1])
    assert [(c.value, c.quotes) for c in news.counts(every, by, limit=1)] == [most]


def test_anonymous(news):
    assert [(c.value, c.quotes) for c in news.anonymous("affiliation")] == [("NATO", 1)]
    assert news.anonymous("outlet", Search(outlet=("Reuters",))) == []
    # With the counts that are kept and without.
    for by in ("outlet", "affiliation", "reason", "month"):
        kept, counted = (
            Search(speaker_kind=("anonymous",), min_confidence=least) for least in (0.0, 0.01)
        )
        assert news.anonymous(by, kept) == news.anonymous(by, counted)
        assert news.facets(kept, [by]) == news.facets(counted, [by])


def test_a_page_counts_only_so_far(news, monkeypatch):
    monkeypatch.setattr(finding, "COUNTED", 3)
    page = news.search(Search(size=2))
    assert (page.total, page.complete, page.pages) == (3, False, 2)
    monkeypatch.setattr(finding, "FACETED", 3)
    facets = news.facets(Search(words="red"), ["outlet"])
    assert (facets.counted, facets.complete) == (3, False)
    monkeypatch.setattr(finding, "FACETED_WIDE", 2)
    facets = news.facets(Search(words="red"), ["outlet", "reason"])
    assert (facets.counted, facets.complete) == (2, False)


@pytest.mark.parametrize("params", ["q=red", "q=red&kind=person", "q=red&page=2&size=2"])
def test_what_very_many_have_is_found_another_way(news, monkeypatch, params):
    from urllib.parse import parse_qsl

    search = from_params(parse_qsl(params))
    rows = news.search(search).rows
    assert rows
    monkeypatch.setattr(finding, "COUNTED", 0)
    assert news.search(search).rows == rows


@pytest.mark.parametrize(
    ("search", "error", "message"),
    [
        (Search(speaker=("nobody here",)), NoSpeakerError, "no speaker called 'nobody here'"),
        (Search(speaker=("serjei lavrof",)), NoSpeakerError, "did you mean Sergei Lavrov?"),
        (Search(outlet=("Reuter",)), UsageError, "no outlet 'Reuter' .* did you mean 'Reuters'"),
        (Search(outlet=("Zzz",)), UsageError, "there are The Post, Reuters"),
        (Search(affiliation="EU"), UsageError, "no affiliation 'EU' in the index"),
        (
            Search(since=date(2024, 2, 1), until=date(2024, 1, 1)),
            UsageError,
            "since 2024-02-01 comes after until 2024-01-01",
        ),
        (Search(page=0), UsageError, "page and size count from 1"),
    ],
)
def test_refused(news, search, error, message):
    with pytest.raises(error, match=message):
        news.search(search)


@pytest.mark.parametrize(
    "search",
    [
        Search(speaker=("Ann \udcff",)),
        Search(article="\udcff"),
        Search(family="\udcff"),
    ],
)
def test_what_is_no_text_is_refused(news, search):
    """What a terminal makes of bytes that are no UTF-8; found by fuzzing."""
    with pytest.raises(UsageError, match="is no text in UTF-8"):
        news.search(search)


def test_counting_by_nothing_that_is_there(news):
    with pytest.raises(UsageError, match="can't count by 'colour': use one of speaker, outlet"):
        news.counts(Search(), "colour")
    with pytest.raises(UsageError, match="can't count by 'speaker' here"):
        news.facets(Search(), ["speaker"])


def test_an_empty_index(index):
    assert index.search(Search(words="anything")).rows == []
    assert index.facets(Search()).counted == 0
    assert index.stats().quotations == 0
    assert index.suggest("a") == []
    assert index.review() == []
    assert index.speakers() == []


def test_pages(news):
    quotation = news.quotation("a:0")
    assert quotation.row["quote"] == "The red line was crossed"
    assert [s.speaker for s in quotation.speakers] == ["Sergei Lavrov"]
    assert quotation.article["text"].startswith("“The red line")
    assert quotation.family.quotes == 1
    assert news.quotation("none") is None
    assert quotes_of(news.article("a").rows)[0] == "The red line was crossed"
    assert news.article("none") is None


def test_reading_while_somebody_writes(shared_url, news):
    with open_index(shared_url) as other, other.database.transaction():
        other.database.run("DELETE FROM decisions")
        assert news.search(Search()).total == 7


def test_time_limit(shared_url, news):
    from quotes.index import TooSlowError

    slow = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) "
        "SELECT count(*) FROM n"
    )
    with open_index(shared_url, readonly=True, time_limit=0.1) as limited:
        assert limited.search(Search()).total == 7
        with pytest.raises(TooSlowError, match="takes too long"):
            limited.database.all(slow)
        assert limited.search(Search(words="red")).total == 5


def test_read_only(shared_url, news):
    with (
        open_index(shared_url, readonly=True) as reader,
        pytest.raises(UsageError, match="may not write to"),
    ):
        reader.withdraw(["a"])
    assert news.stats().articles == 3
