"""The parts that are plain functions: marking, citing, the timeline, addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.index import Count, Search
from quotes.index.pages import Period
from quotes.web.citing import cite, safe_url
from quotes.web.marking import LONGEST, mark
from quotes.web.person import most_frequent
from quotes.web.remembered import Remembered
from quotes.web.timeline import HEIGHT, timeline
from quotes.web.view import View, path_to


def row(**given):
    made = {
        "quote_id": "q", "quote": "“I won,”", "quote_type": "direct", "speaker": "Ann Lee",
        "source": "Lee", "speaker_role": "mayor", "title": "She won", "outlet": "The Post",
        "url": "https://post.example/a", "published": date(2024, 5, 1),
        "content_spans": [], "cue_spans": [], "source_spans": [],
    }  # fmt: skip
    return {**made, **given}


def spans(*ends):
    return [{"start": start, "end": end} for start, end in ends]


def roles(marked):
    return [[(p.text, p.role) for p in paragraph.pieces] for paragraph in marked.paragraphs]


@pytest.mark.parametrize(
    ("text", "marks", "out"),
    [
        ("", {}, []),
        ("One.\n\nTwo.", {}, [[("One.", "")], [("Two.", "")]]),
        (
            "“A” she said.",
            {"content_spans": spans((0, 3)), "cue_spans": spans((8, 12))},
            [[("“A”", "content"), (" she ", ""), ("said", "cue"), (".", "")]],
        ),
        # A content over a paragraph's end is marked on both sides of it.
        (
            "“A\nB” x",
            {"content_spans": spans((0, 5))},
            [[("“A", "content")], [("B”", "content"), (" x", "")]],
        ),
        # Content is seen over cue and source, whatever overlaps.
        (
            "abcdef",
            {"content_spans": spans((1, 3)), "source_spans": spans((0, 5))},
            [[("a", "source"), ("bc", "content"), ("de", "source"), ("f", "")]],
        ),
        # Spans that don't fit the text are cut, or passed over.
        ("ab", {"content_spans": spans((1, 99)), "cue_spans": spans((50, 60), (2, 1))},
         [[("a", ""), ("b", "content")]]),
    ],
)  # fmt: skip
def test_mark(text, marks, out):
    assert roles(mark(text, row(**marks))) == out


def test_marking_counts_from_the_article():
    marked = mark("said B", row(cue_spans=spans((100, 104))), offset=100)
    assert roles(marked) == [[("said", "cue"), (" B", "")]]
    assert marked.paragraphs[0].here


def test_others_and_furniture_lie_below():
    other = row(quote_id="o", content_spans=spans((0, 4)))
    marked = mark(
        "abcdef",
        row(content_spans=spans((2, 3))),
        others=[other, row(content_spans=spans((5, 6)))],
        skipped=[{"start": 4, "end": 6, "reason": "x"}],
    )
    assert roles(marked) == [
        [("ab", "other"), ("c", "content"), ("d", "other"), ("ef", "furniture")]
    ]


def test_a_very_long_text_is_shown_about_the_quotation():
    text = "line of words\n" * 50_000
    marked = mark(text, row(content_spans=spans((400_000, 400_010))))
    shown = sum(len(p.text) for paragraph in marked.paragraphs for p in paragraph.pieces)
    assert shown <= LONGEST and marked.before and marked.after
    assert any(paragraph.here for paragraph in marked.paragraphs)


@given(
    st.text(alphabet="ab \n“”", max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=5),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=3),
)
def test_marking_keeps_every_word(text, content, cue):
    marked = mark(text, row(content_spans=spans(*content), cue_spans=spans(*cue)))
    shown = "".join(p.text for paragraph in marked.paragraphs for p in paragraph.pieces)
    assert "".join(shown.split()) == "".join(text.split())
    assert sum(p.first for paragraph in marked.paragraphs for p in paragraph.pieces) <= 1


@pytest.mark.parametrize(
    ("change", "plain"),
    [
        ({}, "“I won,” — Ann Lee, mayor. “She won”, The Post, 1 May 2024, https://post.example/a."),
        ({"quote": "I won"}, "“I won” — Ann Lee, mayor. “She won”, The Post, 1 May 2024, "
         "https://post.example/a."),
        ({"quote_type": "indirect", "quote": "she won", "url": None, "speaker_role": None},
         "she won — Ann Lee. “She won”, The Post, 1 May 2024."),
        ({"speaker": "Ann Lee | Bo Ek", "title": None, "outlet": None, "url": "javascript:x",
          "published": None}, "“I won,” — Ann Lee and Bo Ek."),
        ({"speaker": None, "source": "", "speaker_role": None, "url": None},
         "“I won,” — unknown speaker. “She won”, The Post, 1 May 2024."),
    ],
)  # fmt: skip
def test_cite_plain(change, plain):
    assert cite(row(**change)).plain == plain


def test_citations_hold_hostile_text_as_text():
    made = cite(
        row(
            quote="- *a* <script>x</script>\n# b [c](d)",
            quote_type="mixed",
            speaker="<b>E</b>",
            url='https://x.example/"><script>(1)',
        )
    )
    assert "<script>" not in made.html and "<b>" not in made.html
    assert made.markdown.startswith(r"> \- \*a\* \<script\>x\</script\> \# b \[c\](d)")
    assert "(1)" not in made.markdown.rpartition("](")[2]


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://post.example/a?b=c", True),
        ("http://post.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//post.example", False),
        ("https://", False),
        ("http://[bad", False),
        ("/a/file.html", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url, safe):
    assert (safe_url(url) == url) is (safe or url is None)


def counts(**months):
    return [Count(value=m.replace("_", "-")[1:], label="", quotes=n) for m, n in months.items()]


def test_timeline_has_every_month_between():
    made = timeline(counts(m2023_11=2, m2024_02=200))
    assert [(bar.label, bar.quotes) for bar in made.bars] == [
        ("November 2023", 2),
        ("December 2023", 0),
        ("January 2024", 0),
        ("February 2024", 200),
    ]
    assert [bar.height for bar in made.bars] == [3.0, 0.0, 0.0, HEIGHT]
    assert made.highest == 200


def test_timeline_of_decades_is_by_year():
    made = timeline(counts(m1990_01=1, m1990_02=2, m2024_02=5))
    assert (made.bars[0].value, made.bars[0].quotes, len(made.bars)) == ("1990", 3, 35)


@pytest.mark.parametrize("months", [[], counts(mx=1), counts(m2024_13=1)])
def test_timeline_of_nothing(months):
    assert timeline(months) is None


@pytest.mark.parametrize(
    ("ident", "path"),
    [
        ("p-ann", "/speaker/p-ann"),
        ("a/b c?d#e", "/speaker/a%2Fb%20c%3Fd%23e"),
        ("story.json", "/speaker/story%2Ejson"),
        ("é", "/speaker/%C3%A9"),
    ],
)
def test_path_to(ident, path):
    assert path_to("speaker", ident) == path


def test_a_view_keeps_what_it_is_not_told_to_change():
    view = View(
        base="/speaker/x",
        search=Search(words="a b", outlet=("P",), speaker=("x",), page=3),
        fixed=("speaker",),
    )
    assert view.link(page=4) == "/speaker/x?q=a+b&outlet=P&page=4"
    assert view.to("month", "2024-02") == (
        "/speaker/x?q=a+b&outlet=P&since=2024-02-01&until=2024-02-29"
    )
    assert view.to("year", "2024") == (
        "/speaker/x?q=a+b&outlet=P&since=2024-01-01&until=2024-12-31"
    )
    assert view.to("outlet", "A & B?") == "/speaker/x?q=a+b&outlet=A+%26+B%3F"
    assert view.to("type", "mixed") == "/speaker/x?q=a+b&type=mixed&outlet=P"
    later = View(base="/search", search=Search(family="f", sort="confidence", size=9, page=2))
    assert later.to("month", "2024-12") == (
        "/search?since=2024-12-01&until=2024-12-31&family=f&sort=confidence&size=9"
    )
    assert view.data(".csv") == "/speaker/x.csv?q=a+b&outlet=P"
    assert [(chip.value, chip.without) for chip in view.chips] == [("P", "/speaker/x?q=a+b")]
    assert view.hidden == [("outlet", "P")]


def test_counts_are_kept_until_somebody_writes_and_for_a_moment_more():
    now, made, version = [0.0], [], [1]
    kept = Remembered(lambda: version[0], grace=30, most=2, clock=lambda: now[0])

    def ask(key):
        return kept.of(key, lambda: made.append(key) or len(made))

    assert [ask("a"), ask("a"), ask("b")] == [1, 1, 2]
    now[0] = 1000.0
    assert ask("a") == 1
    version[0] = 2
    assert ask("a") == 3
    version[0], now[0] = 3, 1029.0
    assert ask("a") == 3
    now[0] = 1030.0
    assert ask("a") == 4
    assert [ask("b"), ask("c"), ask("a")] == [5, 6, 7]
    kept.forget()
    assert ask("a") == 8


def test_while_one_makes_an_answer_anew_others_get_the_old_one():
    now, version = [0.0], [1]
    kept = Remembered(lambda: version[0], grace=10, most=9, clock=lambda: now[0])
    kept.keep("a", "old", version=1)
    version[0], now[0] = 2, 10.0
    assert kept.get("a") is None
    assert kept.get("a").answer == "old"
    # It failed, or takes long: another one tries.
    now[0] = 15.0
    assert kept.get("a") is None
    kept.keep("a", "new", version=2)
    assert kept.get("a").answer == "new"
    version[0], now[0] = 3, 25.0
    assert kept.get("a") is None


def test_what_is_kept_has_a_weight():
    kept = Remembered(lambda: 1, grace=10, most=10, weigh=len)
    for key in "abc":
        kept.keep(key, key * 4, version=1)
    assert [kept.get(key) is not None for key in "abc"] == [False, True, True]
    kept.keep("b", "b", version=1)
    kept.keep("d", "d" * 5, version=1)
    assert [kept.get(key) is not None for key in "bcd"] == [True, True, True]
    kept.keep("e", "e" * 11, version=1)
    assert [kept.get(key) is not None for key in "bcde"] == [False] * 4


def test_the_most_frequent_roles_in_order_of_time():
    counts = [1, 9, 1, 5, 4, 3, 2, 8]
    roles = [
        Period(value=f"role {at}", quotes=quotes, first_seen=None, last_seen=None)
        for at, quotes in enumerate(counts)
    ]
    shown, others = most_frequent(roles)
    assert [one.quotes for one in shown] == [9, 5, 4, 3, 2, 8]
    assert [one.value for one in others] == ["role 0", "role 2"]
    assert most_frequent(roles[:2]) == (roles[:2], [])
