import re
import signal
import sys
import threading
import time

import pytest
from engine_fakes import load_fake

from quotes.engines import limits, local
from quotes.engines.limits import TimeUp, time_limit
from quotes.engines.local import extract_articles
from quotes.errors import UsageError
from quotes.types import Article

needs_alarms = pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no alarms here")
GOOD = [f"“Word {i},” said Ann." for i in range(6)]


def run(texts, **options):
    problems = []
    articles = [Article(article_id=f"a{i}", text=text) for i, text in enumerate(texts)]
    options = {"model": "m", **options}
    found = extract_articles(articles, load=load_fake, on_problem=problems.append, **options)
    return [article.text for article, _ in found], problems


@needs_alarms
@pytest.mark.parametrize(
    "work", [lambda: time.sleep(20), lambda: re.match(r"(a+)+$", "a" * 60 + "b")]
)
def test_time_limit(work):
    with pytest.raises(TimeUp), time_limit(0.1):
        work()
    time.sleep(0.2)  # and no alarm is left over


@needs_alarms
def test_in_time():
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(20):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_outside_the_main_thread_there_is_none():
    done = []

    def work():
        with time_limit(0.01):
            time.sleep(0.05)
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@needs_alarms
@pytest.mark.parametrize("jobs", [1, 2])
def test_only_the_article_that_hangs_is_lost(monkeypatch, jobs):
    monkeypatch.setattr(local, "BATCH_ARTICLES", 3)
    texts, problems = run([*GOOD[:4], "HANG", *GOOD[4:]], jobs=jobs, max_seconds=0.5)
    assert texts == GOOD
    assert [(p.article_id, p.code) for p in problems] == [("a4", "timeout")]
    assert problems[0].message == "can't process this article: it took more than 0.5 seconds"


@needs_alarms
def test_an_article_that_no_alarm_reaches_is_lost_with_its_process(monkeypatch):
    monkeypatch.setattr(local, "BATCH_ARTICLES", 3)
    texts, problems = run([*GOOD[:4], "STUCK", *GOOD[4:]], jobs=2, max_seconds=0.5)
    assert texts == GOOD
    assert [(p.article_id, p.code) for p in problems] == [("a4", "failed")]
    assert "crashed, or hung" in problems[0].message


@pytest.mark.skipif(sys.platform != "linux", reason="no such limit here")
@pytest.mark.parametrize(("how", "model"), [("HUGE", "m"), ("GROW", "little-memory")])
def test_an_article_that_wants_too_much_memory_is_lost(monkeypatch, how, model):
    """At once, and little by little; the process goes on with the next."""
    monkeypatch.setattr(local, "BATCH_ARTICLES", 3)
    texts, problems = run([*GOOD[:4], how, *GOOD[4:]], jobs=2, model=model)
    assert texts == GOOD
    assert [(p.article_id, p.code) for p in problems] == [("a4", "memory")]


def test_no_time_at_all_is_wrong_use():
    with pytest.raises(UsageError, match="more than 0"):
        run(GOOD, max_seconds=0)


def test_the_default_leaves_time_for_the_longest_text():
    assert limits.MAX_SECONDS >= 300
