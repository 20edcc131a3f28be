from datetime import date
from pathlib import Path
from time import process_time

import pytest

from quotes.articles import read_articles
from quotes.articles._html import extract_page
from quotes.errors import ReadError
from quotes.types import Problem

PAGE = """<!DOCTYPE html><html><head><title>Talks fail | The Paper</title>
<meta property="og:title" content="Talks fail in Oslo">
<meta property="og:site_name" content="The Paper"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2015-03-04T10:00:00Z">
<link rel="canonical" href="https://paper.example/talks"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Talks fail in Oslo</h1>
<p>The talks in Oslo failed on Friday after five hours, the foreign
ministry said in a statement.</p>
<blockquote><p>“We will not go back, and that is final for all of us here.</p>
<p>“There is nothing more to say about it.”</p></blockquote>
<p>The minister, who <b>looked tired</b>, said <a href="/x">another meeting</a> would follow.</p>
<ul><li>Talks began in May.</li><li>They ended in June.</li></ul>
<p>He left for the airport at once and did not speak to reporters there.</p></article>
<footer>© 2015 The Paper</footer></body></html>"""


def test_page(tmp_path: Path) -> None:
    path = tmp_path / "talks.html"
    path.write_text(PAGE, encoding="utf-8")
    problems: list[Problem] = []
    (article,) = read_articles([str(path)], on_problem=problems.append)
    assert problems == []
    assert article.article_id == str(path)
    assert article.title == "Talks fail in Oslo"
    assert article.author == "Jane Doe"
    assert article.outlet == "The Paper"
    assert article.url == "https://paper.example/talks"
    assert article.published == date(2015, 3, 4)
    paragraphs = article.text.split("\n\n")
    for expected in (
        "The talks in Oslo failed on Friday after five hours, the foreign ministry said in a "
        "statement.",
        "“We will not go back, and that is final for all of us here.",
        "“There is nothing more to say about it.”",
        "The minister, who looked tired, said another meeting would follow.",
        "Talks began in May.",
    ):
        assert expected in paragraphs
    assert "Home" not in article.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"   ", "empty"),
        (b"<html></html>", "no-article"),
        (b"%PDF-1.4", "binary"),
        (b"<p>" + b"word " * 2_000_000, "too-long"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        extract_page(data)
    assert caught.value.code == code


HOSTILE = {
    "deep": "<div>" * 50_000 + "He said no." + "</div>" * 50_000,
    "deep quotes": "<blockquote>" * 5_000 + "He said no.",
    "many": "<p>He said no, and left the room again.</p>" * 20_000,
    "tags": "<" * 200_000,
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;</p>"
    + "&" * 9_999,
    "declared": '<?xml version="1.0" encoding="utf-16"?><html><p>He said no.</p></html>',
    "nul": "<html><body><p>He said\x00 no, and then he left the room.</p></body></html>",
    "spans": "<p>" + "<span>no </span>" * 400_000,
    "attribute": '<p title="' + "a" * 500_000,
    "comments": "<!--" * 50_000,
    "attributes": "<p " + " ".join(f"a{n}" for n in range(1_000_000)) + ">He said no.",
    "forms": "<p>He said no, and he left.</p>" + "<form>x" * 30_000,
}
LIMIT = 30.0
"""CPU seconds for any of them; the square of such numbers would be minutes and hours."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    start = process_time()
    try:
        record, _ = extract_page(HOSTILE[name].encode())
        assert record["text"]
    except ReadError as error:
        assert error.code in ("no-article", "bad-html", "empty", "too-long")
    assert process_time() - start < LIMIT
    out, err = capfd.readouterr()
    assert out == err == ""


QUOTED = 'a{}="<b>"'


def attributes(count: int, form: str = "a{}") -> str:
    return " ".join(form.format(n) for n in range(count))


@pytest.mark.parametrize(
    ("markup", "refused"),
    [
        (f"<p {attributes(1_000)}>", False),
        (f"<p {attributes(1_001)}>", True),
        (f"<P\n{attributes(1_001, 'a{}=b')}/>", True),
        (f"<p {attributes(1_001, 'a{} = <b>')}>", False),
        (f"<p {attributes(1_001, QUOTED)}>", True),
        (f'<p a=">" {attributes(1_001)}>', True),
        (f"<p {attributes(1_001).replace(' ', '/')}>", True),
        (f"<script {attributes(1_001)}></script>", True),
        (f"<script>if (a <b {attributes(1_001)}) c()</script>", False),
        (f"<style>/* <b {attributes(1_001)} */</STYLE>", False),
        (f"<!-- <b {attributes(1_001)}> -->", False),
        (f"<!-- --><b {attributes(1_001)}>", True),
        (f"<script></script><b {attributes(1_001)}>", True),
        (f"<p>{attributes(5_000)}</p>", False),
        (f"<p>a < {attributes(5_000)}</p>", False),
    ],
)
def test_more_attributes_than_anybody_writes(markup: str, refused: bool) -> None:
    page = PAGE.replace("</article>", f"{markup}</article>")
    try:
        extract_page(page.encode())
    except ReadError as error:
        assert error.code == "too-long"
        assert "attributes" in str(error)
        assert refused
    else:
        assert not refused
