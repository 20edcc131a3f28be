"""What a process has loaded is there for the next call."""

from concurrent.futures import ThreadPoolExecutor

import pytest

import quotes
from quotes import detect
from quotes.engines import work
from quotes.pipeline import default_model

STORIES = [
    "“We lost the game,” said Ann Lee, the captain.",
    "Bo Roe vowed to go. He said it rained.",
]


@pytest.fixture
def loaded(monkeypatch):
    """Which pipelines are loaded, from nothing loaded yet."""
    names = []
    load_pipeline = detect.load_pipeline

    def load(model, *, fast=False):
        names.append((model, fast))
        return load_pipeline(fast=fast)

    monkeypatch.setattr(detect, "load_pipeline", load)
    monkeypatch.setattr(work, "_kept", work._Kept())
    return names


@pytest.mark.parametrize("zone", [1, 60, work.ZONE_CHARS])
def test_a_second_call_loads_nothing_and_finds_the_same(loaded, monkeypatch, zone):
    monkeypatch.setattr(work, "ZONE_CHARS", zone)
    first = quotes.extract(STORIES)
    assert first.height == 3
    for _ in range(2):
        assert quotes.extract(STORIES).equals(first)
    assert loaded == [(default_model(), False)]


def test_each_setting_is_loaded_for_itself(loaded):
    for fast in (True, False, True, False):
        quotes.extract(STORIES[0], fast=fast)
    assert loaded == [(default_model(), True), (default_model(), False)]


def test_threads_share_nothing(loaded):
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(work.load_fast, default_model()).result()
    assert work.load_fast(default_model()) is not other
    assert len(loaded) == 2


def test_a_folder_is_read_again(loaded):
    assert work.load_fast("./a/model") is not work.load_fast("./a/model")
    assert len(loaded) == 2
