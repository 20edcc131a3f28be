import os
import signal
from multiprocessing import resource_tracker

import pytest
from engine_fakes import load_fake, load_masks

from quotes.engines import local
from quotes.engines.local import extract_articles
from quotes.errors import ModelError, QuotesError, UsageError
from quotes.types import Article, Problem


def articles(*texts):
    return [Article(article_id=f"a{i}", text=text) for i, text in enumerate(texts)]


def run(items, **options):
    problems: list[Problem] = []
    options = {"model": "m", "load": load_fake, "on_problem": problems.append, **options}
    found = list(extract_articles(items, **options))
    return found, problems


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(local, "BATCH_ARTICLES", 3)


GOOD = [f"“Word {i},” said Ann." for i in range(20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_in_the_order_of_the_articles(small_batches, jobs):
    found, problems = run(articles(*GOOD), jobs=jobs)
    assert [article.text for article, _ in found] == GOOD
    assert [len(attributions) for _, attributions in found] == [1] * 20
    assert problems == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_that_raises_is_named_and_the_rest_goes_on(small_batches, jobs):
    found, problems = run(articles(*GOOD[:4], "RAISE", *GOOD[4:]), jobs=jobs)
    assert len(found) == 20
    assert problems == [
        Problem(
            input="a4",
            article_id="a4",
            code="failed",
            message="can't process this article: ValueError: asked to",
        )
    ]


def test_only_the_articles_that_kill_their_process_are_lost(small_batches):
    items = articles(*GOOD[:4], "KILL", *GOOD[4:], "KILL")
    found, problems = run(items, jobs=2)
    assert [article.text for article, _ in found] == GOOD
    assert [(p.article_id, p.code) for p in problems] == [("a4", "failed"), ("a21", "failed")]
    assert "killed, crashed, or hung" in problems[0].message


def test_small_input_needs_no_second_process():
    def load_here(model):  # can't be pickled: a worker process would fail
        return lambda article: [os.getpid()]

    found, _ = run(articles(*GOOD), jobs=2, load=load_here)
    assert {pid for _, (pid,) in found} == {os.getpid()}


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no such masks here")
def test_ctrl_c_is_kept_from_the_very_first_process(small_batches):
    resource_tracker._resource_tracker._stop()
    found, _ = run(articles(*GOOD), jobs=2, load=load_masks)
    assert {blocked for _, (blocked,) in found} == {True}


def test_articles_are_taken_only_as_fast_as_they_are_worked_on(small_batches):
    taken = 0

    def source():
        nonlocal taken
        for article in articles(*GOOD * 10):
            taken += 1
            yield article

    found = extract_articles(source(), model="m", jobs=2, load=load_fake, on_problem=pytest.fail)
    next(found)
    assert taken <= 3 * (2 * 2 + 2)
    found.close()


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_articles(jobs):
    assert run([], jobs=jobs) == ([], [])


@pytest.mark.parametrize("jobs", [1, 2])
def test_missing_model(small_batches, jobs):
    with pytest.raises(ModelError, match="no such model"):
        run(articles(*GOOD), jobs=jobs, model="no-such-model")


def test_processes_that_die_as_they_start_end_the_run(small_batches):
    with pytest.raises(QuotesError, match="die as they start"):
        run(articles(*GOOD), jobs=2, model="dies-at-start")


def test_jobs():
    with pytest.raises(UsageError, match="not -1"):
        run(articles(*GOOD), jobs=-1)
    assert len(run(articles(*GOOD), jobs=0)[0]) == 20
