"""Reading: files, folders and streams in; articles out, each with its page furniture marked."""

from quotes.articles.fields import MAX_CHARS, as_article
from quotes.articles.furniture import find_furniture
from quotes.articles.header import Header, dateline_end, find_header
from quotes.articles.inputs import FORMATS, Input, find_inputs
from quotes.articles.read import read_articles

__all__ = [
    "FORMATS",
    "MAX_CHARS",
    "Header",
    "Input",
    "as_article",
    "dateline_end",
    "find_furniture",
    "find_header",
    "find_inputs",
    "read_articles",
]
