import json
import os
from datetime import date

import pytest
from engine_fakes import extract_fake

from quotes.engines import journal
from quotes.engines.beside import kept_beside
from quotes.engines.journal import Journal, article_key
from quotes.errors import QuotesError, UsageError
from quotes.types import Article, Attribution, Skipped, Span, Speaker

MADE_BY = {"quotes_version": "1", "model": "m"}

RICH = Attribution(
    content=(Span(0, 3), Span(7, 9)),
    cue=(Span(4, 6),),
    source=(Span(10, 12),),
    quote_type="mixed",
    cue_class="statement",
    confidence=0.1 + 0.2,
    context=Span(0, 20),
    speakers=(
        Speaker(key="josé “x”", name="José\ud800", kind="person", role="a | b"),
        Speaker(key="k", name="one aide", kind="anonymous", anonymity="asked not to be named"),
    ),
    resolved_by="name",
)


def article(number, text="“Yes,” said Ann."):
    return Article(article_id=f"a{number}", text=f"{text} {number}", skipped=(Skipped(0, 1, "r"),))


OPENED = []


def open_journal(tmp_path, *, resume=False):
    OPENED.append(Journal(tmp_path / "t.csv.part", made_by=MADE_BY, resume=resume))
    return OPENED[-1]


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(journal, "FLUSH_SECONDS", 0.0)
    yield
    while OPENED:
        OPENED.pop().close()


def test_what_was_added_is_known_exactly(tmp_path):
    first = open_journal(tmp_path)
    found = {0: [RICH], 1: [], 2: extract_fake(article(2))}
    for number, one in found.items():
        first.add(article(number), one)
    assert len(first) == 3
    first.close()
    second = open_journal(tmp_path, resume=True)
    assert len(second) == 3
    assert [second.known(article(n)) for n in (2, 0, 1)] == [found[2], found[0], found[1]]
    assert second.known(article(3)) is None
    second.add(article(3), [RICH])
    second.add(article(0), [])  # known already: stays as it was
    second.close()
    third = open_journal(tmp_path, resume=True)
    assert third.known(article(0)) == [RICH]
    assert third.known(article(3)) == [RICH]
    third.discard()
    assert list(tmp_path.iterdir()) == []


def test_cut_anywhere_it_keeps_the_whole_records_and_goes_on(tmp_path):
    whole = open_journal(tmp_path)
    ends = []
    for number in range(4):
        whole.add(article(number), extract_fake(article(number)))
        ends.append((tmp_path / "t.csv.part" / "done.log").stat().st_size)
    whole.close()
    log = tmp_path / "t.csv.part" / "done.log"
    data = log.read_bytes()
    for cut in range(0, len(data), 7):
        log.write_bytes(data[:cut])
        again = open_journal(tmp_path, resume=True)
        assert len(again) == sum(end <= cut for end in ends)
        again.add(article(9), [RICH])
        again.close()
        after = open_journal(tmp_path, resume=True)
        assert after.known(article(9)) == [RICH]
        after.close()


@pytest.mark.parametrize("at", [0, 3, 5, 30, -1])
def test_a_damaged_byte_is_not_believed(tmp_path, at):
    first = open_journal(tmp_path)
    first.add(article(0), [RICH])
    first.close()
    log = tmp_path / "t.csv.part" / "done.log"
    data = bytearray(log.read_bytes())
    data[at] ^= 0xFF
    log.write_bytes(data)
    assert open_journal(tmp_path, resume=True).known(article(0)) is None


def test_nothing_is_written_before_its_time(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "FLUSH_SECONDS", 1000.0)
    one = open_journal(tmp_path)
    one.add(article(0), [RICH])
    assert list(tmp_path.iterdir()) == []
    one.discard()
    assert list(tmp_path.iterdir()) == []


def test_without_resume_it_begins_anew(tmp_path):
    first = open_journal(tmp_path)
    first.add(article(0), [RICH])
    first.close()
    second = open_journal(tmp_path)
    assert second.known(article(0)) is None
    second.add(article(1), [])
    second.close()
    assert len(open_journal(tmp_path, resume=True)) == 1


@pytest.mark.parametrize("manifest", ['{"quotes_version": "2", "model": "m"}', "{", None])
def test_what_something_else_made_is_refused(tmp_path, manifest):
    first = open_journal(tmp_path)
    first.add(article(0), [RICH])
    first.close()
    path = tmp_path / "t.csv.part" / "manifest.json"
    assert json.loads(path.read_text()) == MADE_BY
    path.write_text(manifest) if manifest else path.unlink()
    with pytest.raises(UsageError, match="begun with another quotes_version"):
        open_journal(tmp_path, resume=True)


@pytest.mark.skipif(os.name != "posix", reason="no locks of this kind")
def test_two_runs_at_once_are_refused(tmp_path):
    first = open_journal(tmp_path)
    first.add(article(0), [RICH])
    for resume in (False, True):
        with pytest.raises(UsageError, match="another run is writing"):
            open_journal(tmp_path, resume=resume)
    first.close()
    open_journal(tmp_path, resume=True).close()


def test_what_is_not_its_own_stays(tmp_path):
    folder = tmp_path / "t.csv.part"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    one = open_journal(tmp_path)
    one.add(article(0), [RICH])
    one.discard()
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_a_full_disk_leaves_whole_records(tmp_path):
    one = open_journal(tmp_path)
    one.add(article(0), [RICH])

    class Full:
        def __init__(self, file):
            self.file = file

        def write(self, data):
            self.file.write(data[:10])
            self.file.flush()
            raise OSError(28, "No space left on device")

        def __getattr__(self, name):
            return getattr(self.file, name)

    one._file = Full(one._file)
    with pytest.raises(QuotesError, match="No space left on device"):
        one.add(article(1), [RICH])
    one.close()
    again = open_journal(tmp_path, resume=True)
    assert len(again) == 1
    assert again.known(article(0)) == [RICH]


def test_the_key_is_of_all_that_is_known_of_an_article():
    base = {"article_id": "a", "text": "t"}
    variants = [
        {},
        {"article_id": "b"},
        {"text": "u"},
        {"title": "t"},
        {"outlet": "t"},
        {"author": "t"},
        {"url": "t"},
        {"published": date(2020, 1, 2)},
        {"skipped": (Skipped(0, 1, "r"),)},
    ]
    keys = [article_key(Article(**{**base, **variant})) for variant in variants]
    assert len(set(keys)) == len(variants)
    assert keys[0] == article_key(Article(**base, notes=("n",)))


def test_beside_the_first_file(tmp_path):
    told = []
    outputs = ["-", str(tmp_path / "t.csv"), str(tmp_path / "u.csv")]
    with (
        pytest.raises(KeyboardInterrupt),
        kept_beside(outputs, made_by=MADE_BY, tell=told.append) as one,
    ):
        one.add(article(0), [])
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv.part"]
    assert told == ["1 articles are done: add --resume to go on with the others"]
    with kept_beside(outputs, made_by=MADE_BY, resume=True, tell=told.append) as one:
        assert one.known(article(0)) == []
    assert told[1:] == ["1 articles were done before"]
    assert list(tmp_path.iterdir()) == []


def test_whoever_leaves_standard_output_leaves_nothing_to_go_on_with(tmp_path):
    told = []
    with (
        pytest.raises(BrokenPipeError),
        kept_beside([str(tmp_path / "t.csv"), "-"], made_by=MADE_BY, tell=told.append) as one,
    ):
        one.add(article(0), [])
        raise BrokenPipeError
    assert told == []
    assert list(tmp_path.iterdir()) == []


def test_starting_over_is_told_and_nothing_is_lost_before_there_is_something_new(tmp_path):
    told = []
    outputs = [str(tmp_path / "t.csv")]
    for _ in range(2):
        with (
            pytest.raises(KeyboardInterrupt),
            kept_beside(outputs, made_by=MADE_BY, tell=told.append) as one,
        ):
            one.add(article(len(told)), [])
            raise KeyboardInterrupt
    told.clear()
    with pytest.raises(KeyboardInterrupt), kept_beside(outputs, made_by=MADE_BY, tell=told.append):
        raise KeyboardInterrupt
    assert len(told) == 1
    assert "starting over: what an interrupted run left" in told[0]
    assert "press Ctrl-C and add --resume" in told[0]
    with kept_beside(outputs, made_by=MADE_BY, resume=True, tell=told.append):
        assert told[1:] == ["1 articles were done before"]


def test_standard_output_has_none():
    with kept_beside(["-"], made_by=MADE_BY, tell=pytest.fail) as one:
        assert one is None
    with (
        pytest.raises(UsageError, match="--resume needs a file"),
        kept_beside(["-"], made_by=MADE_BY, resume=True, tell=pytest.fail),
    ):
        pytest.fail("was begun")
