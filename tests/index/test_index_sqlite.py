"""What only a file can do: be killed, be full, be old, be somebody else's."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from index_fakes import check, entry, fill, row

from quotes.errors import QuotesError, UsageError
from quotes.index import (
    BusyError,
    NoIndexError,
    Search,
    VersionError,
    log,
    open_index,
    plan,
    schema,
)

WRITER = Path(__file__).with_name("endless_writer.py")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.db"


@pytest.fixture
def news(path):
    with open_index(str(path), create=True) as index:
        fill(
            index,
            *(
                entry(f"a{n}", row(f"Red {n}", f"Ann Lee{n % 3}", source_affiliation="NATO"))
                for n in range(9)
            ),
        )
        yield index


def test_killed_at_any_moment(path):
    """kill -9 while it writes: the file is whole, and the next run goes on."""
    dice = random.Random(5)
    done = []
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, str(WRITER), str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout.readline() == "begun\n"
        time.sleep(dice.uniform(0.05, 0.8))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        with open_index(str(path)) as index:
            check(index)
            articles = index.stats().articles
            assert articles % 7 == 0, "each batch whole or not at all"
            done.append(articles)
    assert sorted(set(done)) == done


def test_a_full_disk(path, news, monkeypatch):
    news.database.run("PRAGMA max_page_count = 1")  # becomes the pages there are
    before = news.stats()
    big = entry("big", *(row(f"Word {n} " * 200) for n in range(50)))
    with pytest.raises(QuotesError, match="no space left to write"):
        fill(news, big)
    assert news.stats().articles == before.articles
    news.database.run("PRAGMA max_page_count = 1000000")
    check(news)
    fill(news, big)
    check(news)


def test_two_writers(path, news):
    with (
        open_index(str(path), busy=0.1) as second,
        news.database.transaction(),
        pytest.raises(BusyError, match=r"another process is writing to .* wait until"),
    ):
        fill(second, entry("b", row("Blue")))
    with open_index(str(path), busy=5) as second:
        fill(second, entry("b", row("Blue")))
        fill(news, entry("c", row("Green")))
        fill(second, entry("d", row("White")))
    check(news)


def test_the_log_stays_short_while_somebody_always_reads(path, news, monkeypatch):
    monkeypatch.setattr(log, "SHORT", 50)
    monkeypatch.setattr(log, "LONG", 100)
    ended = threading.Event()

    def read():
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            while not ended.is_set():
                reader.execute("BEGIN")
                reader.execute("SELECT count(*) FROM articles").fetchone()
                ended.wait(0.02)
                reader.execute("COMMIT")

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(40):
        fill(news, entry(f"n{number}", row(f"Number {number}"), text="Word. " * 30_000))
    ended.set()
    for reader in readers:
        reader.join()
    # Of some 2,500 pages that were written.
    assert path.with_name(f"{path.name}-wal").stat().st_size < 1_000 * 4096
    check(news)


def test_a_batch_that_fails_leaves_nothing(news):
    twice = entry("z", row("One", quote_id="q"), row("Two", quote_id="q"))
    with pytest.raises(QuotesError):
        fill(news, entry("y", row("Good")), twice)
    assert news.stats().articles == 9
    check(news)


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (None, NoIndexError, "no index at .* make it with: quotes index .* INPUT"),
        (b"", NoIndexError, "is no index of quotations"),
        (b"hello, world, this is no database at all", NoIndexError, "is no SQLite file"),
    ],
)
def test_no_index(path, content, error, message):
    if content is not None:
        path.write_bytes(content)
    for readonly in (True, False):
        with pytest.raises(error, match=message):
            open_index(str(path), readonly=readonly)
    assert path.exists() == (content is not None)


def test_somebody_elses_file(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(NoIndexError, match="is no index of quotations: name another file"):
        open_index(str(path), create=True)


def test_places(tmp_path):
    with pytest.raises(UsageError, match="is a folder: name a file in it"):
        open_index(str(tmp_path), create=True)
    with pytest.raises(UsageError, match="no such folder"):
        open_index(str(tmp_path / "no" / "a.db"), create=True)
    with pytest.raises(UsageError, match="can't tell what 'mysql://x' is"):
        open_index("mysql://x")
    with open_index(f"sqlite:///{tmp_path}/a.db", create=True):
        assert (tmp_path / "a.db").exists()


def test_versions(path, news, monkeypatch):
    news.close()
    now = schema.VERSION
    monkeypatch.setattr(schema, "VERSION", now + 1)
    with pytest.raises(VersionError, match=r"older version of quotes: .* with: quotes index"):
        open_index(str(path))
    statements = ("ALTER TABLE speakers ADD COLUMN born TEXT",)
    monkeypatch.setitem(schema.MIGRATIONS, now, statements)
    with open_index(str(path), create=True) as index:
        assert index.database.all("SELECT DISTINCT born FROM speakers") == [(None,)]
    open_index(str(path)).close()
    monkeypatch.setattr(schema, "VERSION", now)
    with pytest.raises(VersionError, match="newer version of quotes: upgrade this one"):
        open_index(str(path), create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_folder_where_nothing_may_be_written(path, news):
    news.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with open_index(str(path), readonly=True) as index:
            assert index.search(Search()).total == 9
    finally:
        path.parent.chmod(0o755)


def test_after_closing_all_is_in_one_file(path, news):
    news.close()
    assert [p.name for p in path.parent.iterdir()] == ["news.db"]


def explain(index, search, **options):
    how = plan.make(index.database, search, **options)
    order, values = how.order(search.sort)
    rows = index.database.all(
        f"EXPLAIN QUERY PLAN SELECT {how.id} FROM {how.sources} WHERE {how.where} "
        f"ORDER BY {order} LIMIT 50",
        (*how.values, *values),
    )
    return [text for *_, text in rows]


READ = ["published", "stated"]


@pytest.mark.parametrize(
    ("search", "options", "steps"),
    [
        (
            Search(words="red"),
            {"columns": READ},
            [
                "SCAN f VIRTUAL TABLE INDEX 0:M2",
                "SEARCH q USING COVERING INDEX quotations_facts (id=?)",
                "USE TEMP B-TREE FOR ORDER BY",
            ],
        ),
        (
            Search(words="red"),
            {"columns": READ, "many": True},
            [
                "SCAN q USING COVERING INDEX quotations_by_date",
                "LIST SUBQUERY 1",
                "SCAN quotations_fts VIRTUAL TABLE INDEX 0:M2",
            ],
        ),
        (
            Search(words="red", speaker=("ann lee1",)),
            {"columns": READ},
            [
                "SEARCH k USING PRIMARY KEY (speaker=?)",
                "LIST SUBQUERY 1",
                "SCAN quotations_fts VIRTUAL TABLE INDEX 0:M2",
            ],
        ),
        (
            Search(words="red", speaker=("ann lee1",), since=date(2024, 1, 1)),
            {"columns": READ},
            [
                "SEARCH k USING PRIMARY KEY (speaker=? AND published>?)",
                "LIST SUBQUERY 1",
                "SCAN quotations_fts VIRTUAL TABLE INDEX 0:M2",
            ],
        ),
        (
            Search(words="red", speaker=("ann lee1",), sort="relevance"),
            {"columns": READ, "ranked": True},
            [
                "SCAN f VIRTUAL TABLE INDEX 0:M2",
                "SEARCH q USING COVERING INDEX quotations_facts (id=?)",
                "SEARCH k USING COVERING INDEX spoken_by_quotation (quotation=? AND speaker=?)",
                "USE TEMP B-TREE FOR ORDER BY",
            ],
        ),
        (
            Search(speaker=("ann lee1",), speaker_kind=("person",)),
            {"columns": READ},
            ["SEARCH k USING PRIMARY KEY (speaker=?)"],
        ),
        (
            Search(speaker=("ann lee1",), affiliation="nato"),
            {"columns": READ},
            [
                "SEARCH k USING PRIMARY KEY (speaker=?)",
                "SEARCH q USING COVERING INDEX quotations_facts (id=?)",
            ],
        ),
        (Search(), {"columns": READ}, ["SCAN q USING COVERING INDEX quotations_by_date"]),
        (
            Search(outlet=("the post",)),
            {"columns": READ},
            ["SEARCH q USING COVERING INDEX quotations_by_outlet (outlet=?)"],
        ),
    ],
)
def test_plans(news, search, options, steps):
    """The order of work is ours: SQLite, left alone, may look up a speaker's every quotation in
    the full-text index (``VIRTUAL TABLE INDEX 0:=M…``), which takes seconds."""
    assert explain(news, search, **options) == steps


def test_what_the_plan_would_be_without_cross_join(news):
    """Why the hint is there: the trap, as SQLite falls into it."""
    rows = news.database.all(
        "EXPLAIN QUERY PLAN SELECT q.id FROM quotations q JOIN quotations_fts f ON f.rowid = q.id "
        "JOIN spoken k ON k.quotation = q.id WHERE quotations_fts MATCH 'red' AND k.speaker = 1"
    )
    assert any("VIRTUAL TABLE INDEX 0:=" in text for *_, text in rows)


def test_datasette_finds_the_search(news):
    """As Datasette looks for it (``detect_fts`` in its utils), and searches with it."""
    for table, fts, words in (
        ("quotations", "quotations_fts", "red"),
        ("aliases", "aliases_fts", "lee2"),
    ):
        found = news.database.all(
            "SELECT name FROM sqlite_master WHERE rootpage = 0 AND ("
            f"""sql LIKE '%VIRTUAL TABLE%USING FTS%content="{table}"%' """
            f"OR sql LIKE '%VIRTUAL TABLE%USING FTS%content=[{table}]%' "
            f"""OR (tbl_name = "{table}" AND sql LIKE '%VIRTUAL TABLE%USING FTS%'))"""
        )
        assert found == [(fts,)]
        rows = news.database.all(
            f"SELECT * FROM {table} WHERE rowid IN (SELECT rowid FROM {fts} WHERE {fts} MATCH ?)",
            (f'"{words}"',),
        )
        assert rows


def test_datasette_searches(path, news):
    pytest.importorskip("datasette")
    news.close()
    command = [sys.executable, "-m", "datasette", str(path), "--get"]
    for query, found in (("quotations.json?_search=red", 9), ("aliases.json?_search=lee2", 1)):
        shown = subprocess.run(
            [*command, f"/news/{query}&_shape=array"], capture_output=True, text=True, check=True
        ).stdout
        assert len(json.loads(shown)) == found
