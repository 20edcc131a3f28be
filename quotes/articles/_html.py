"""Web pages: the article in a page, by trafilatura."""

import logging
import re
from collections.abc import Iterator
from typing import Any

import trafilatura
from lxml import etree  # type: ignore[import-untyped]

from quotes.articles.decode import decode_html
from quotes.articles.fields import Draft, Remark
from quotes.articles.inputs import STDIN
from quotes.articles.streams import Stream
from quotes.errors import ReadError
from quotes.types import Problem

MAX_PAGE_BYTES = 8_000_000
"""The largest page read; real articles, with all their scripts, stay below it."""

MAX_PAGE_TAGS = 60_000
"""The most tags read, some seconds' work; articles have hundreds, live blogs thousands."""

MAX_ATTRIBUTES = 1_000
"""The most attributes of one tag; the parser's time for them is their square."""

MOST_COMPARED = 10_000
"""Tags up to which what is found is compared with what other methods find; one of these, justext,
takes the square of the number of short paragraphs."""

# A library must not write to stderr: without a handler of ours, logging's last resort would.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_BLOCKS = frozenset(
    ("body", "p", "head", "quote", "list", "item", "table", "row", "cell", "div", "ab")
)
# Where markup begins, and a tag's attributes, as HTML has them: a value in quotation marks may
# hold anything. All is possessive, so that nothing is looked at twice.
_MARKUP = re.compile(r"<(?:!--|(?P<tag>[a-zA-Z][^\s/>]*+))")
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_ATTRIBUTES = re.compile(f"(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+")
_ONE_MORE = re.compile(_ATTRIBUTE)
_RAW = {tag: re.compile(f"</{tag}", re.I) for tag in ("script", "style")}
_COMMENT = re.compile("-->")
_DATES = {"extensive_search": False, "original_date": True}


def read_html(stream: Stream, *, name: str, max_chars: int) -> Iterator[Draft | Problem]:
    """Yield the article in a web page.

    Args:
        stream: The page's bytes.
        name: Its path, which is the article's id; ``-`` for standard input.
        max_chars: Not needed here: the page's own bound is lower than any article's.

    Yields:
        One draft.

    Raises:
        ReadError: The page is binary, too large, or holds no article.
    """
    data = stream.read_up_to(MAX_PAGE_BYTES + 1)
    remarks = []
    if stream.damage:
        remarks.append(Remark("truncated", f"{stream.damage}; what came before is kept"))
    record, more = extract_page(data)
    yield Draft(record, name, None if name == STDIN else name, (*remarks, *more))


def extract_page(
    data: bytes, *, charset: str | None = None, url: str | None = None
) -> tuple[dict[str, object], tuple[Remark, ...]]:
    """Find the article in a page's bytes.

    Paragraphs, headings, list items and each paragraph of a block quote are paragraphs of their
    own, with an empty line between.

    Args:
        data: The page.
        charset: The encoding that the server named, if any.
        url: Where the page is from, if known; else the page's own word for it is taken.

    Returns:
        The article's columns, and remarks on its encoding.

    Raises:
        ReadError: It is binary, too large, or holds no article.
    """
    if len(data) > MAX_PAGE_BYTES:
        megabytes = MAX_PAGE_BYTES // 1_000_000
        raise ReadError(f"A page of more than {megabytes} MB: no single article.", code="too-long")
    if not data.strip():
        raise ReadError("The page is empty.", code="empty")
    page, note = decode_html(data, charset=charset)
    remarks = (Remark("encoding", note),) if note else ()
    tags = page.count("<")
    if tags > MAX_PAGE_TAGS:
        message = f"A page of more than {MAX_PAGE_TAGS:,} tags: no single article."
        raise ReadError(message, code="too-long")
    if _is_crowded(page):
        message = f"A page with more than {MAX_ATTRIBUTES:,} attributes in a tag: no article."
        raise ReadError(message, code="too-long")
    try:
        # NUL ends the page for the parser beneath, so it goes first.
        found: Any = trafilatura.bare_extraction(
            page.replace("\x00", "\ufffd"),
            url=url,
            with_metadata=True,
            include_comments=False,
            fast=tags > MOST_COMPARED,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # whatever a hostile page sets off in there costs that page only
        message = f"The page can't be read ({type(error).__name__})."
        raise ReadError(message, code="bad-html") from error
    body = getattr(found, "body", None)
    text = "" if body is None else page_text(body)
    if not text:
        raise ReadError("No article found in this page.", code="no-article")
    record = {
        "text": text,
        "title": found.title,
        "author": found.author.replace("; ", ", ") if found.author else None,
        "published": found.date,
        "outlet": found.sitename,
        "url": url or found.url,
    }
    return record, remarks


def _is_crowded(page: str) -> bool:
    """Whether some tag has more attributes than any has that somebody wrote."""
    at = 0
    while found := _MARKUP.search(page, at):
        at = found.end()
        tag = found["tag"]
        until = _COMMENT if tag is None else _RAW.get(tag.lower())
        if tag is not None and (attributes := _ATTRIBUTES.match(page, at)):
            at = attributes.end()
            if _ONE_MORE.match(page, at):
                return True
        if until is not None:
            end = until.search(page, at)
            if end is None:
                return False
            at = end.end()
    return False


def page_text(body: Any) -> str:
    """Return the text of trafilatura's tree, an empty line between paragraphs.

    Args:
        body: The tree, in trafilatura's own (TEI-like) elements.

    Returns:
        The text.
    """
    paragraphs: list[str] = []
    parts: list[str] = []

    def end_paragraph() -> None:
        lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
        if paragraph := "\n".join(line for line in lines if line):
            paragraphs.append(paragraph)
        parts.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            end_paragraph()
        if event == "start":
            if element.tag == "lb":
                parts.append("\n")
            # A newline inside the markup is a space; only <lb/> is a line's end.
            parts.append((element.text or "").replace("\n", " "))
        elif element is not body:
            parts.append((element.tail or "").replace("\n", " "))
    end_paragraph()
    return "\n\n".join(paragraphs)
