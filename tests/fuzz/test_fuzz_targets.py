"""What is fuzzed by hand for hours, for moments: every target on its seeds and on damaged ones.

Always the same inputs (see ``tests/conftest.py``). And every target is shown to see a fault: one
is planted in what it tests, and it must fail.
"""

import pytest
from damaged_seeds import damaged
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from planted import FAULTS
from seeds import seeds_of
from targets import NAMES, READERS, ZIPPED, load
from trials import in_one_process

from quotes.articles import read_articles

EXAMPLES = {
    "whole": 12,
    "default": 6,
    "pages": 40,
    "postgres": 25,
    "dates": 200,
    "names": 200,
}
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
# Polars tells of its own panics on standard error.
pytestmark = pytest.mark.filterwarnings("ignore:.*:UserWarning")


@pytest.fixture(scope="module", autouse=True)
def server():
    yield
    from fuzz_searches import close

    close()


@pytest.fixture(scope="module", autouse=True)
def one_trying_process():
    with pytest.MonkeyPatch.context() as patch:
        trials = in_one_process(patch.setattr)
        yield
        trials.close()


@pytest.mark.parametrize("name", NAMES)
def test_seeds(name):
    target, seeds = load(name), [*seeds_of(name)]
    assert seeds and len(set(seeds)) == len(seeds)
    for seed in seeds[:8]:
        target(seed)


@pytest.mark.parametrize("name", [*READERS, *ZIPPED])
def test_good_files_are_read(name, tmp_path):
    for number, seed in enumerate(seeds_of(name)):
        (tmp_path / f"{number}.{name}").write_bytes(seed)
    problems = []
    articles = list(read_articles([str(tmp_path)], on_problem=problems.append))
    assert not [problem for problem in problems if problem.lost]
    assert len(articles) > number
    assert any("said" in article.text for article in articles)


@pytest.mark.parametrize("name", NAMES)
def test_damaged_seeds(name):
    target, seeds = load(name), [*seeds_of(name)]

    @settings(max_examples=EXAMPLES.get(name, 40), **QUIET)
    @given(damaged(seeds))
    def run(data):
        target(data)

    run()


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_very_many_damaged_seeds(name):
    target, seeds = load(name), [*seeds_of(name)]

    @settings(max_examples=50 * EXAMPLES.get(name, 40), **QUIET)
    @given(damaged(seeds))
    def run(data):
        target(data)

    run()


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_seen(name, monkeypatch):
    target, seeds = load(name), [*seeds_of(name)]
    place, fault = FAULTS[name]
    for seed in seeds[:2]:
        target(seed)  # what is kept from one input to the next is made without the fault
    monkeypatch.setattr(place, fault)

    def fails(data):
        try:
            target(data)
        except Exception:
            return True
        return False

    tried = settings(max_examples=EXAMPLES.get(name, 40), phases=[Phase.generate], **QUIET)
    inputs = st.one_of(st.sampled_from(seeds), damaged(seeds))
    try:
        find(inputs, fails, settings=tried)
    except NoSuchExample:
        pytest.fail(f"{place} is at fault, and {name} didn't see it")


@pytest.mark.skipif(not settings.default.derandomize, reason="another profile was asked for")
def test_the_inputs_are_the_same_in_every_run():
    def inputs():
        found = []

        @settings(max_examples=20, **QUIET)
        @given(damaged([*seeds_of("txt")]))
        def run(data):
            found.append(data)

        run()
        return found

    assert inputs() == inputs()


def test_each_target_has_a_fault():
    assert set(FAULTS) == set(NAMES)
