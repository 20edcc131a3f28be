"""Every reader, on any bytes: articles or problems come out, and nothing else ever does."""

import gzip
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.articles import read_articles

STORY = "“We won,” said Ann Lee on Monday.\n\nThe team’s captain — née Smith — was glad of it."
RECORDS = [{"id": f"a{i}", "text": f"{STORY} {i}", "date": f"2020-01-0{i + 1}"} for i in range(3)]


def csv_bytes():
    return pl.DataFrame(RECORDS).write_csv().encode()


def parquet_bytes():
    file = io.BytesIO()
    pl.DataFrame(RECORDS).write_parquet(file)
    return file.getvalue()


def html_bytes():
    paragraphs = "".join(f"<p>{record['text']}</p>" for record in RECORDS)
    return (
        '<!doctype html><html><head><meta charset="utf-8"><title>Won</title>'
        '<meta name="author" content="A. Writer"></head>'
        f"<body><article><h1>Won</h1>{paragraphs}</article></body></html>"
    ).encode()


def warc_bytes():
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html_bytes()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a\r\n"
        "WARC-Date: 2020-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


SEEDS = {
    ".txt": STORY.encode(),
    ".html": html_bytes(),
    ".jsonl": "".join(json.dumps(record) + "\n" for record in RECORDS).encode(),
    ".csv": csv_bytes(),
    ".parquet": parquet_bytes(),
    ".warc": warc_bytes(),
}
SEEDS |= {f"{suffix}.gz": gzip.compress(SEEDS[suffix]) for suffix in (".jsonl", ".csv", ".warc")}


@st.composite
def damaged(draw, seed):
    """Bytes of a good file, some of them cut out, changed, repeated, or put in."""
    data = bytearray(seed)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 40))
        how = draw(st.sampled_from(["cut", "set", "put", "again", "end"]))
        if how == "cut":
            del data[at : at + size]
        elif how == "set":
            data[at : at + size] = draw(st.binary(min_size=size, max_size=size))
        elif how == "put":
            data[at:at] = draw(st.sampled_from(BITS)) * draw(st.sampled_from([1, 2, 500]))
        elif how == "again":
            data[at:at] = data[max(0, at - 10 * size) : at]
        else:
            del data[at:]
    return bytes(data)


BITS = [
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"', b"\n", b"\r", b","),
    *(b"{", b"}", b"[", b"\\", b"\\ud800", b"<", b"<p>", b"<!--", b"]]>", b"&#0;", b"\x1f\x8b"),
    *(b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"PAR1", b"\x93\x94", "“".encode()),
]


def check(suffix, data):
    problems = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"f{suffix}"
        path.write_bytes(data)
        articles = list(read_articles([str(path)], on_problem=problems.append))
    assert len({article.article_id for article in articles}) == len(articles)
    for article in articles:
        article.text.encode("utf-8")
        assert article.text.strip() and "\x00" not in article.text
        ends = [0, *(end for part in article.skipped for end in (part.start, part.end))]
        assert ends == sorted(ends) and ends[-1] <= len(article.text)
    for problem in problems:
        assert problem.code and problem.message
        assert "\n" not in problem.message


QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}
# Polars tells of its own panics on standard error.
pytestmark = pytest.mark.filterwarnings("ignore:.*:UserWarning")


@pytest.mark.parametrize("suffix", SEEDS)
def test_what_is_whole_is_read(suffix):
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"f{suffix}"
        path.write_bytes(SEEDS[suffix])
        articles = list(read_articles([str(path)], on_problem=pytest.fail))
    assert articles
    assert all("“We won,” said Ann Lee on Monday." in article.text for article in articles)


@pytest.mark.parametrize("suffix", SEEDS)
@given(data=st.data())
@settings(max_examples=25, **QUIET)
def test_damaged_files(suffix, data):
    check(suffix, data.draw(damaged(SEEDS[suffix])))


@pytest.mark.parametrize("suffix", SEEDS)
@given(data=st.binary(max_size=300))
@settings(max_examples=15, **QUIET)
def test_any_bytes(suffix, data):
    check(suffix, data)


@pytest.mark.long
@pytest.mark.parametrize("suffix", SEEDS)
@given(data=st.data())
@settings(max_examples=2000, **QUIET)
def test_very_many_damaged_files(suffix, data):
    check(suffix, data.draw(damaged(SEEDS[suffix])))
