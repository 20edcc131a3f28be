import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.detect import dateline_end, paragraphs
from quotes.types import Skipped


def pieces(text, *furniture):
    skipped = []
    for words in furniture:
        at = text.index(words, skipped[-1].end if skipped else 0)
        skipped.append(Skipped(at, at + len(words), "x"))
    return [text[start:end] for start, end in paragraphs(text, skipped)]


@pytest.mark.parametrize(
    ("text", "furniture", "expected"),
    [
        ("", (), []),
        (" \n\t\n", (), []),
        ("One.", (), ["One."]),
        ("  One.  \n\n\n  Two. ", (), ["One.", "Two."]),
        ("One.\r\nTwo.\rThree.", (), ["One.", "Two.", "Three."]),
        ("a\u2028b\u2029c\x0bd\x0ce\x85f", (), ["a", "b", "c", "d", "e", "f"]),
        ("One.\nAd\nTwo.", ("Ad",), ["One.", "Two."]),
        ("Ad One. Ad Two. Ad", ("Ad", "Ad", "Ad"), ["One.", "Two."]),
        ("One.\nAd\nMore ad\nTwo.", ("Ad\nMore ad\n",), ["One.", "Two."]),
        ("One. Share\nthis Two.\nThree.", ("Share\nthis",), ["One.", "Two.", "Three."]),
        ("Ad", ("Ad",), []),
        ("AdAd", ("Ad", "Ad"), []),
        ("a\nAd\nAd\nb\nAd c", ("Ad", "Ad", "Ad"), ["a", "b", "c"]),
    ],
)
def test_paragraphs_are_lines_without_furniture(text, furniture, expected):
    assert pieces(text, *furniture) == expected


@pytest.mark.parametrize(
    ("dateline", "story"),
    [
        ("MOSCOW (Reuters) - ", "Russia said."),
        ("WASHINGTON (AP) — ", "“No,” he said."),
        ("WASHINGTON, Jan. 3 (UPI) -- ", "The House voted."),
        ("LONDON — ", "The queen left."),
        ("NEW YORK -- ", "The mayor left."),
        ("ST. LOUIS (AP) — ", "The mayor left."),
        ("PARIS, FRANCE – ", "The mayor left."),
        ("RIO DE JANEIRO/SAO PAULO (Reuters) - ", "Brazil said."),
        ("Washington (CNN) — ", "The House voted."),
        ("HOLLENSTEDT (DWN) – ", "The first train left."),
        ("MOSCOW (Reuters) - ", "5,000 people came."),
        ("", "Mr. Lee - a farmer - said no."),
        ("", "NATO – the alliance – said no."),
        ("", "Ann Lee — The Farmer — said no."),
        ("", "Sen. Ann Lee (R-Texas) — She said no."),
        ("", "U.S. - Mexico talks failed."),
        ("", "“No,” he said - Twice."),
        ("", "X-ray machines failed."),
        ("", "Twenty-one left."),
        ("", ""),
    ],
)
def test_where_the_story_begins(dateline, story):
    text = "x\n" + dateline + story
    assert dateline_end(text, 2, len(text)) == 2 + len(dateline)


def test_a_dateline_ends_within_its_paragraph():
    text = "LONDON\n— The queen"
    assert dateline_end(text, 0, 6) == 0
    assert dateline_end("LONDON — The", 0, 9) == 0


@given(st.text("ab \n\r\u2028", max_size=40), st.lists(st.integers(0, 40), max_size=10))
def test_any_text_is_cut_into_its_letters_outside_furniture(text, cuts):
    edges = sorted({min(cut, len(text)) for cut in cuts})
    skipped = [Skipped(a, b, "x") for a, b in zip(edges[::2], edges[1::2], strict=False)]
    spans = paragraphs(text, skipped)
    kept = [i for start, end in spans for i in range(start, end)]
    assert kept == sorted(set(kept))
    furniture = {i for s in skipped for i in range(s.start, s.end)}
    letters = {i for i, c in enumerate(text) if not c.isspace()}
    assert letters - furniture == letters & set(kept)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        assert len(text[start:end].splitlines()) == 1


@given(st.text(max_size=80))
def test_any_text_has_its_dateline_inside(text):
    assert 0 <= dateline_end(text, 0, len(text)) <= len(text)


def test_time_is_linear():
    def seconds(lines):
        text = "ad b\n" * lines
        skipped = [Skipped(5 * i, 5 * i + 2, "x") for i in range(lines)]
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            paragraphs(text, skipped)
            best = min(best, time.process_time() - began)
        return best

    assert seconds(40_000) < 4 * seconds(20_000) + 0.05
