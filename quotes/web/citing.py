"""A quotation as a citation to paste: plain text, Markdown, HTML."""

import re
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from quotes.index.types import Row

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"^(\d*)([-+.)])(?=\s)")
_OPENING = ("“", '"', "«", "„", "``", "''", "‘", "'")


class Citation(NamedTuple):
    """One quotation in three forms."""

    plain: str
    markdown: str
    html: str


def cite(row: Row) -> Citation:
    """Write a quotation out with who said it, where and when.

    Only what the article has in quotation marks is given in them; a paraphrase stays one.

    Args:
        row: A row of the quote table.
    """
    words = " ".join(row["quote"].split())
    if row["quote_type"] == "direct":
        # Its own marks, which may well be several pairs, stay as the article has them.
        words = words if words.startswith(_OPENING) else f"“{words}”"
    who = row["speaker"] or row["source"] or "unknown speaker"
    if row["speaker"] and row["speaker_role"] and " | " not in row["speaker"]:
        who += f", {row['speaker_role']}"
    who = " and ".join(" ".join(who.split()).split(" | "))
    title = " ".join((row["title"] or "").split())
    outlet = " ".join((row["outlet"] or "").split())
    day = _day(row)
    url = safe_url(row["url"])
    plain = [f"“{title}”" if title else "", outlet, day, url or ""]
    marked = [_markdown(f"“{title}”") if title else "", _markdown(outlet), day]
    hyper = [f"“{escape(title)}”" if title else "", escape(outlet), day]
    if url:
        label = marked[0] or _markdown(url)
        marked[0] = f"[{label}]({_bracketed(url)})"
        hyper[0] = f'<a href="{escape(url)}">{hyper[0] or escape(url)}</a>'
    cite_attribute = f' cite="{escape(url)}"' if url else ""
    return Citation(
        plain=f"{words} — {who}. {_joined(plain)}".strip(),
        markdown=f"> {_markdown(words)}\n>\n> — {_markdown(who)}. {_joined(marked)}".strip(),
        html=f"<blockquote{cite_attribute}><p>{escape(words)}</p>"
        f"<footer>— {escape(who)}. {_joined(hyper)}</footer></blockquote>",
    )


def safe_url(url: str | None) -> str | None:
    """An article's address, if it is one that a browser should be sent to.

    Args:
        url: As the input gave it, which may be anything, a script included.
    """
    if not url or len(url) > 2000 or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _day(row: Row) -> str:
    published = row["published"]
    return f"{published.day} {published:%B %Y}" if published else ""


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part) + "." if any(parts) else ""


def _markdown(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def _bracketed(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
