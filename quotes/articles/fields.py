"""From what a format gives (columns, metadata) to an Article, checked and cleaned."""

import re
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from quotes.articles.dates import parse_date
from quotes.articles.decode import misread
from quotes.articles.furniture import find_furniture
from quotes.errors import ReadError
from quotes.types import Article

MAX_CHARS = 1_000_000
"""The longest article: what spaCy parses at once by default (a long novel has as much)."""

NAMES: dict[str, tuple[str, ...]] = {
    "article_id": ("article_id", "id"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher"),
    "author": ("author", "authors", "byline"),
    "url": ("url",),
    "published": ("published", "date"),
}
"""The names under which each column of an article is looked for, first come first taken."""

COLUMNS: frozenset[str] = frozenset({"text"}.union(*NAMES.values()))

_UNWANTED = re.compile("[\x00\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


class Remark(NamedTuple):
    """Something to tell about an article that was read all the same: a code and a line."""

    code: str
    message: str


class Draft(NamedTuple):
    """One article as a format gives it, not yet checked.

    Attributes:
        record: Its columns by any of the names in ``NAMES``, and ``text``.
        where: The file it came from, with ``:LINE`` where there are several in it.
        fallback_id: Its id where it has none of its own; None: a hash of its text.
        remarks: What the format had to do to read it.
    """

    record: Mapping[str, object]
    where: str
    fallback_id: str | None = None
    remarks: tuple[Remark, ...] = ()


def finish(draft: Draft, *, max_chars: int = MAX_CHARS) -> tuple[Article, tuple[Remark, ...]]:
    """Check a draft and make the article of it.

    Args:
        draft: The article as a format gives it.
        max_chars: The longest text allowed.

    Returns:
        The article, and the remarks on it (which also stand in its notes).

    Raises:
        ReadError: It has no text, or too much.
    """
    record, remarks = draft.record, list(draft.remarks)
    text = _text(record, max_chars)
    cleaned, replaced = _UNWANTED.subn("\ufffd", text)
    if replaced:
        message = f"{replaced} NUL or surrogate characters replaced by U+FFFD"
        remarks.append(Remark("unwanted-characters", message))
    if note := misread(cleaned):
        remarks.append(Remark("encoding", note))
    published, remark = _published(record)
    if remark:
        remarks.append(remark)
    article = Article(
        article_id=_string(_pick(record, "article_id")) or draft.fallback_id or text_id(cleaned),
        text=cleaned,
        title=_string(_pick(record, "title")),
        outlet=_string(_pick(record, "outlet")),
        author=_people(_pick(record, "author")),
        url=_string(_pick(record, "url")),
        published=published,
        skipped=find_furniture(cleaned),
        notes=tuple(remark.message for remark in remarks),
    )
    return article, tuple(remarks)


def as_article(source: "str | Mapping[str, object] | Article") -> Article:
    """Return an article held in memory as an Article, its page furniture marked.

    Args:
        source: A text; a mapping with ``text`` and any of the columns in ``NAMES``; or an
            Article, which is returned as it is.

    Returns:
        The article. Without an id of its own, its id is a hash of its text.

    Raises:
        ReadError: It has no text, or too much.
    """
    if isinstance(source, Article):
        return source
    record = {"text": source} if isinstance(source, str) else source
    if not isinstance(record, Mapping):
        kind = type(source).__name__
        raise ReadError(f"An article is a str, a mapping or an Article, not {kind}.", code="type")
    return finish(Draft(record, ""))[0]


def text_id(text: str) -> str:
    """Return an article id that depends on the text alone.

    Args:
        text: An article's text.

    Returns:
        16 hexadecimal digits.
    """
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _pick(record: Mapping[str, object], column: str) -> object:
    for name in NAMES[column]:
        value = record.get(name)
        if value is not None and value != "":
            return value
    return None


def _text(record: Mapping[str, object], max_chars: int) -> str:
    text = record.get("text")
    if text is None:
        raise ReadError("No text: every article needs a text column.", code="no-text")
    if not isinstance(text, str):
        kind = type(text).__name__
        raise ReadError(
            f"The text is not a string but {kind}: give it as a string.", code="no-text"
        )
    if len(text) > max_chars:
        raise ReadError(too_long(max_chars), code="too-long")
    if not text.strip("\x00\ufeff \t\r\n") or text.isspace():
        raise ReadError("The text is empty: leave the article out, or give its text.", code="empty")
    return text


def too_long(max_chars: int) -> str:
    """Return the message for an article that is too long.

    Args:
        max_chars: The longest text allowed.

    Returns:
        One line.
    """
    return f"Longer than {max_chars:,} characters: no single article; split it first."


def _string(value: object) -> str | None:
    """Return a field as one line of text, or None where there is nothing in it."""
    if value is None or isinstance(value, bool | Mapping | list | tuple):
        return None
    if isinstance(value, float) and value != value:
        return None
    text = _SPACE.sub(" ", _UNWANTED.sub("\ufffd", str(value)[:10_000])).strip()
    return text or None


def _people(value: object) -> str | None:
    """Return authors, given as a string or as a list of strings or of ``{name: …}``."""
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, list | tuple):
        names = (_string(v.get("name") if isinstance(v, Mapping) else v) for v in value[:100])
        return ", ".join(name for name in names if name) or None
    return _string(value)


def _published(record: Mapping[str, object]) -> tuple[date | None, Remark | None]:
    value = _pick(record, "published")
    if value is None or (isinstance(value, float) and value != value):
        return None, None
    published = parse_date(value)
    if published is not None:
        return published, None
    shown = _SPACE.sub(" ", str(value)[:40])
    shown = _UNWANTED.sub("\ufffd", shown)
    return None, Remark("bad-date", f"not a date: {shown!r}; left empty (use YYYY-MM-DD)")
