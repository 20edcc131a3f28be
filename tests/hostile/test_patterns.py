"""No regular expression of the package can be held up by any of many strings of 100,000 letters."""

import re
import signal
from contextlib import contextmanager

import pytest
from hostile_patterns import OFTEN_SLOW, PIECES, long_strings, patterns

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
    pattern.match(text)
    pattern.fullmatch(text)
    if name in ANCHORED:
        return
    for _ in pattern.finditer(text):
        pass


def slow_on(name, strings):
    slow = []
    for shown, text in strings.items():
        try:
            with cpu_limit(LIMIT):
                run(name, FOUND[name], text)
        except Slow:
            slow.append(shown)
    return slow


def test_they_are_found():
    assert {"quotes.attribute.anonymity._CLAUSE", "quotes.identify.words._WORD"} <= FOUND.keys()
    assert FOUND.keys() >= ANCHORED


@pytest.mark.parametrize("name", FOUND)
def test_short(name):
    assert slow_on(name, long_strings(OFTEN_SLOW)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", FOUND)
def test_all(name):
    assert slow_on(name, long_strings(PIECES)) == []


def test_a_slow_pattern_is_noticed():
    FOUND["slow"] = re.compile(r"\s+$")
    try:
        assert slow_on("slow", long_strings([" "])) == ["' '"]
    finally:
        del FOUND["slow"]
