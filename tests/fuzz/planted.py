"""A fault for each target, of a kind that somebody could make: where it is planted, and what."""

import re
import zlib
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from quotes.articles.decode import Decoded
from quotes.articles.lines import _split
from quotes.detect.grammar import Tokens
from quotes.detect.marks import Quoted
from quotes.identify.matching import Found
from quotes.index.params import to_params
from quotes.index.types import Search
from quotes.index.words import to_tsquery
from quotes.types import Problem, Skipped, Span


def _strict(data, **_):
    return Decoded(data.decode("utf-8"), None)


def _forgetful(chunks, longest):
    """Lines without what earlier chunks held of them."""
    for chunk in chunks:
        yield from _split(iter([chunk]), longest)


def _longer(spans, closed, style):
    return Quoted(tuple(Span(start, end + 1) for start, end in spans), closed, style)


def _swapped(doc, page, frame):
    return tuple(Tokens(end, start) for start, end in frame.content)


def _untidy(text, spans):
    return tuple(Span(start, end + 2) for start, end in spans)


def _middles(a, b):
    return None if len(a.given) > len(b.given) else ("middle", "as many names or more")


_UNCAUGHT = SimpleNamespace(decompressobj=zlib.decompressobj, error=KeyError)
_ZIPPED = ("quotes.articles.streams.zlib", _UNCAUGHT)
_POLARS = ("polars.exceptions.PolarsError", KeyError)
_BEYOND = (
    "quotes.articles.fields.find_furniture",
    lambda text: (Skipped(0, len(text) + 1, "x"),),
)
_READ = "quotes.articles"

FAULTS: dict[str, tuple[str, object]] = {
    "txt": (f"{_READ}._txt.decode_file", _strict),
    "html": (f"{_READ}._html.decode_html", _strict),
    "jsonl": (
        f"{_READ}._jsonl._bad",
        lambda where, why: Problem(input=where, code="bad-json", message=f"{why}\n"),
    ),
    "csv": (f"{_READ}.lines.decode_bytes", _strict),
    "parquet": _POLARS,
    "columns": (f"{_READ}.fields._string", lambda value: value and str(value)),
    "warc": _BEYOND,
    "txt.gz": _ZIPPED,
    "html.gz": _ZIPPED,
    "jsonl.gz": _ZIPPED,
    "csv.gz": _ZIPPED,
    "warc.gz": _ZIPPED,
    "sniffed": _BEYOND,
    "decoding": (
        f"{_READ}.decode.decode_bytes",
        lambda data: Decoded(data.decode("utf-8", "replace"), None),
    ),
    "lines": (f"{_READ}.lines._split", _forgetful),
    "marks": ("quotes.detect.marks.Quoted", _longer),
    "furniture": (
        f"{_READ}.furniture._inside",
        lambda line, start: [Skipped(start, start + len(line) + 1, "x")],
    ),
    "header": (f"{_READ}.header._is_title", lambda line: len(line) < 20 or line[200] == "."),
    "dates": (f"{_READ}.dates._date", lambda y, m, d: date(int(y), int(m or 0), int(d))),
    "blocks": ("quotes.detect.blocks._outside", lambda start, end, *_: [Span(start, end)]),
    "words": ("quotes.identify.words._in_full", lambda word: (word, word[3])),
    "layouts": ("quotes.detect.candidates.fit", _swapped),
    "grammar": ("quotes.detect.find._tidy", _untidy),
    "network": ("quotes.model.network.linker.fit", _swapped),
    "names": ("quotes.attribute.names._given_agree", lambda a, b: b[0] in (*a[:1], *a[1:])),
    "forms": ("quotes.identify.forms._middles", _middles),
    "organisations": ("quotes.identify.callings._fields", lambda word: (word[4],)),
    "identities": ("quotes.identify.outofcore.variants_in", lambda *_: Found([], [])),
    "decisions": ("quotes.identify.decisions.check", lambda decisions: None),
    "decided": (
        "quotes.index.decide._check",
        lambda database, decision, waiting: ("same", "name").index(decision.decision),
    ),
    "authority": _POLARS,
    "authority_parquet": _POLARS,
    "registry": ("quotes.identify.keeping.zlib", SimpleNamespace(error=KeyError)),
    "query": ("quotes.index.words._fts5", lambda term: " ".join(term.raw)),
    "params": ("quotes.index.params._PARSERS", {}),
    "saved": (
        "quotes.index.watches.to_params",
        lambda search: to_params(replace(search, words="")),
    ),
    "postgres": (
        "quotes.index.postgres.to_tsquery",
        lambda query: re.sub(" & ", " | ", to_tsquery(query)),
    ),
    "pages": (
        "quotes.web.searching.search_of",
        lambda request: Search(words=request.query_params["q"]),
    ),
    "whole": ("quotes.detect.find._tidy", _untidy),
    "default": ("quotes.model.network.linker.fit", _swapped),
}
