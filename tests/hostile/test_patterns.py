"""No regular expression of the package can be held up by any of many strings of 100,000 letters."""

import re
import signal
from contextlib import contextmanager

import pytest
from hostile_patterns import LENGTH, OFTEN_SLOW, PIECES, long_strings, patterns, put_together
from pumping import pumped

LIMIT = 1.0
"""CPU seconds for one pattern on one string. A linear pattern takes some hundredths."""

# Only ever tried at one place, not at every place of a text.
ANCHORED = {
    "quotes.articles.header._NAMED",
    "quotes.articles.header._UPPER",
    "quotes.attribute.firstperson._BYLINE",
    "quotes.attribute.firstperson._LABEL",
    "quotes.detect.blocks._DATELINE",
    "quotes.identify.words._CONTRACTED",
    # Tried on the last 80 characters.
    "quotes.attribute.anonymity._LINK",
}
FOUND = patterns()

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="no CPU timer here")


class Slow(Exception):
    pass


@contextmanager
def cpu_limit(seconds):
    def slow(number, frame):
        raise Slow

    before = signal.signal(signal.SIGPROF, slow)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(name, pattern, text):
    if isinstance(pattern.pattern, bytes):
        text = text.encode()
    pattern.match(text)
    pattern.fullmatch(text)
    if name in ANCHORED:
        return
    for _ in pattern.finditer(text):
        pass


def slow_on(name, strings, limit=LIMIT):
    slow = []
    for shown, text in strings.items():
        try:
            with cpu_limit(limit):
                run(name, FOUND[name], text)
        except Slow:
            slow.append(shown)
    return slow


def test_they_are_found():
    assert {"quotes.attribute.anonymity._CLAUSE", "quotes.identify.words._WORD"} <= FOUND.keys()
    assert FOUND.keys() >= ANCHORED
    # Deep in a table; of bytes; in a list; in a function.
    assert sum(name.startswith("quotes.articles.furniture._FAMILIES[") for name in FOUND) > 20
    assert "quotes.articles.decode._META_CHARSET" in FOUND
    assert any(name.startswith("quotes.identify.spelling.") for name in FOUND)
    assert any(name.startswith("quotes.attribute.names:") for name in FOUND)


def test_which_modules_put_patterns_together():
    """Of escaped words and fixed parts; another one here is to be looked at by hand."""
    assert put_together() == {
        "quotes.articles.furniture",  # from a table; those are found
        "quotes.attribute.labels",
        "quotes.identify.mentions",
        "quotes.index.schema",  # of this package's own SQL
        "quotes.pipes.attributes",  # the model's, tried on single words
        "quotes.table.atomic",
    }


@pytest.mark.parametrize("name", FOUND)
def test_short(name):
    assert slow_on(name, long_strings(OFTEN_SLOW)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", FOUND)
def test_all(name):
    assert slow_on(name, long_strings(PIECES)) == []


@pytest.mark.parametrize("name", FOUND)
def test_each_repetition_pumped(name):
    """Shorter strings, so that all are tried: what is linear takes thousandths of a second."""
    strings = {text[:80]: text for text in pumped(FOUND[name], LENGTH // 4)}
    assert slow_on(name, strings, LIMIT / 4) == []


@pytest.mark.long
@pytest.mark.parametrize("name", FOUND)
def test_each_repetition_pumped_to_the_full_length(name):
    assert slow_on(name, {text[:80]: text for text in pumped(FOUND[name], LENGTH)}) == []


@pytest.mark.parametrize(
    ("source", "slow"),
    [
        (r"(?:a|aa)+$", True),
        (r"x\w*\w*y", True),
        (r"\[(?:[^]]*)\]", True),  # each bracket looks for its end
        (r"ab(?:c[de]{2,})*f", False),
        (r"a{1,20}$", False),
        (r"(?:[^\W\d]|\.)+", False),
    ],
)
def test_pumping_finds_what_is_slow(source, slow):
    FOUND["tried"] = re.compile(source)
    try:
        strings = {text[:80]: text for text in pumped(FOUND["tried"], LENGTH)}
        assert bool(slow_on("tried", strings)) == slow
    finally:
        del FOUND["tried"]


def test_a_slow_pattern_is_noticed():
    FOUND["slow"] = re.compile(r"\s+$")
    try:
        assert slow_on("slow", long_strings([" "])) == ["' '"]
    finally:
        del FOUND["slow"]
