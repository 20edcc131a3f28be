import pytest

from quotes.model.gold import Marked
from quotes.model.letters import letters, pair, quote_type, quoted_positions, same_source, units
from quotes.types import Span


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “no way” today", "noway"),
        ('He said "no way" today', "noway"),
        ("« oui » et „ja”", "ouija"),
        ("‘not counted’", ""),
        ("“open\nnext line", "open"),
        ("stray ” then “yes”", "yes"),
        ("“a “b” c”", "ab"),
        ("", ""),
    ],
)
def test_quoted_positions(text: str, quoted: str) -> None:
    inside = quoted_positions(text)
    assert "".join(c for i, c in enumerate(text) if i in inside and c.isalnum()) == quoted


def test_letters_leave_out_marks_and_what_is_outside_the_text() -> None:
    assert letters([Span(-3, 4), Span(6, 99)], "“a b”, c.") == {1, 3, 7}
    assert letters([], "abc") == frozenset()


@pytest.mark.parametrize(
    ("content", "expected"),
    [("no way", "direct"), ("said “no way”", "mixed"), ("He said", "indirect")],
)
def test_quote_type(content: str, expected: str) -> None:
    text = "He said “no way” today"
    assert quote_type(letters(spans(text, content), text), quoted_positions(text)) == expected


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({1, 2, 3, 4}, {3, 4}, True),
        ({1, 2, 3, 4}, {4, 5}, True),
        ({1, 2, 3, 4}, {4, 5, 6}, False),
        (set(), set(), True),
        ({1}, set(), False),
        (set(), {1}, False),
    ],
)
def test_same_source(first: set[int], second: set[int], same: bool) -> None:
    assert same_source(frozenset(first), frozenset(second)) is same


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    text = "one two three four five six"
    golds = units([Marked(spans(text, "one two three")), Marked(spans(text, "four five"))], text)
    predicted = units(
        [
            Marked(spans(text, "one two")),
            Marked(spans(text, "one two three four")),
            Marked(spans(text, "four five six")),
        ],
        text,
    )
    assert pair(golds, predicted) == [(0, 1), (1, 2)]


def test_a_content_without_letters_is_left_out() -> None:
    assert units([Marked((Span(0, 3),))], "“…” he said") == []
