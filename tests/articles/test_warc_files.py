import gzip
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from quotes.articles import read_articles
from quotes.types import Article, Problem

WORDS = "The talks failed on Friday, the foreign ministry said in a long statement to reporters. "


def page(n: int) -> bytes:
    return (
        f"<html><head><title>Story {n}</title></head><body><article><h1>Story {n}</h1>"
        f"<p>{n}. {WORDS * 3}</p><p>{WORDS}</p></article></body></html>"
    ).encode()


def record(url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    block = http.encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\nWARC-Target-URI: {url}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(path: Path) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    return list(read_articles([str(path)], on_problem=problems.append)), problems


def test_only_html_that_was_found(tmp_path: Path) -> None:
    records = [
        record("https://a.example/1", page(1), kind="text/html; charset=utf-8"),
        record("https://a.example/2", page(2), status="404 Not Found"),
        record("https://a.example/3", b"\x89PNG", kind="image/png"),
        record("https://a.example/4", b"<html></html>"),
        record("https://a.example/5", page(5)),
    ]
    for name, data in (
        ("a.warc", b"".join(records)),
        ("a.warc.gz", b"".join(gzip.compress(r) for r in records)),
    ):
        (tmp_path / name).write_bytes(data)
        articles, problems = read(tmp_path / name)
        assert [a.url for a in articles] == ["https://a.example/1", "https://a.example/5"]
        assert [a.title for a in articles] == ["Story 1", "Story 5"]
        assert len({a.article_id for a in articles}) == 2
        assert all(a.published is None for a in articles), "the crawl's date is not the article's"
        assert [(p.input, p.code) for p in problems] == [(f"{tmp_path / name}:4", "no-article")]


def test_a_header_folded_over_lines_is_one_line(tmp_path: Path) -> None:
    """Found by fuzzing: it made a problem of several lines, and an article's id."""
    data = record("https://a.example/1", b"<html></html>") + record("https://a.example/2", page(2))
    data = data.replace(b"a.example/", b"a.example/\r\n\t").replace(b"urn:uuid:", b"urn:\r\n uuid:")
    (tmp_path / "a.warc").write_bytes(data)
    articles, problems = read(tmp_path / "a.warc")
    texts = [articles[0].url, articles[0].article_id, problems[0].message, problems[0].article_id]
    assert not any("\n" in (text or "") for text in texts)


def test_truncated(tmp_path: Path) -> None:
    records = [gzip.compress(record(f"https://a.example/{n}", page(n))) for n in range(5)]
    data = b"".join(records)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data[: len(data) - len(records[4]) // 2])
    articles, problems = read(path)
    assert len(articles) >= 4
    assert [p.code for p in problems] == ["truncated"]
