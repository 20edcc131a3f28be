"""A large made-up index, and whether it answers in time."""

import os

import pytest

from quotes.index import Search, open_index
from quotes.index.benchmark import LIMITS, fill, measure, report


def test_a_small_one(tmp_path):
    """What is made up is a whole index, and each question has an answer."""
    from index_fakes import check

    with open_index(str(tmp_path / "a.db"), create=True) as index:
        fill(index, 2_000)
        check(index)
        assert index.stats().quotations == 2_000
        timings = list(measure(index, rounds=3))
        assert {t.what for t in timings} >= LIMITS.keys()
        assert report(timings).count("\n") == len(timings) + 2
        check(index)
        assert index.search(Search()).total == 10_000


@pytest.mark.long
def test_a_million_quotations(tmp_path):
    """Minutes, and 2 GB of disk. QUOTES_INDEX names an index that `fill` made before."""
    made = os.environ.get("QUOTES_INDEX")
    with open_index(made or str(tmp_path / "large.db"), create=True) as index:
        if not made:
            fill(index, 1_000_000)
        timings = list(measure(index))
    print(f"\n{report(timings)}")
    # The processor's time: on a machine that does other things too, only that is its own.
    assert [t.what for t in timings if t.limit and t.cpu > t.limit] == []
