import os
import time

import pytest

from quotes.errors import QuotesError
from quotes.model.benchmark.usage import measure


def burn(path, jobs, model):
    end = time.process_time() + 0.4
    held = bytearray(b"x" * 60_000_000)
    while time.process_time() < end:
        held[0] = 1


def fail(path, jobs, model):
    raise ValueError(f"{path} {jobs} {model}")


def die(path, jobs, model):
    os._exit(3)


def test_cpu_time_and_memory_of_a_fresh_process():
    used = measure(burn, "p", model="m")
    assert 0.4 <= used.cpu < 10
    assert used.wall > 0
    assert used.peak_mb > 60


@pytest.mark.parametrize(
    ("work", "message"), [(fail, "ValueError: p 1 m"), (die, r"died \(exit status 3\)")]
)
def test_failures_are_told(work, message):
    with pytest.raises(QuotesError, match=message):
        measure(work, "p", model="m")
