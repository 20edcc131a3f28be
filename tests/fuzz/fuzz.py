"""A fuzzing target for each part that reads what strangers wrote. See README.md."""

import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["quotes"]):
    from quotes.articles import find_furniture, read_articles
    from quotes.articles.dates import parse_date
    from quotes.articles.header import find_header
    from quotes.attribute.anonymity import anonymity_clause, without_anonymity
    from quotes.attribute.names import compatible, parse_name
    from quotes.detect.blocks import paragraphs
    from quotes.detect.marks import find_quoted
    from quotes.identify.speakers import speaker_ids
    from quotes.identify.words import quoted_part, words_of
    from quotes.types import Problem, Speaker

FOLDER = TemporaryDirectory(prefix="quotes-fuzz-")


def text_of(data: bytes) -> str:
    return atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(len(data))


def reader(suffix: str) -> Callable[[bytes], None]:
    path = Path(FOLDER.name) / f"f{suffix}"

    def read(data: bytes) -> None:
        problems: list[Problem] = []
        path.write_bytes(data)
        for article in read_articles([str(path)], on_problem=problems.append):
            article.text.encode("utf-8")
            assert article.text.strip()
            check_spans(article.skipped, len(article.text))
        for problem in problems:
            assert problem.code
            assert "\n" not in problem.message

    return read


def marks(data: bytes) -> None:
    text = text_of(data)
    found = find_quoted(text, paragraphs(text))
    check_spans([span for quoted in found for span in quoted.spans], len(text))


def names(data: bytes) -> None:
    first, _, second = text_of(data).partition("\n")
    a, b = parse_name(first), parse_name(second)
    if a and b:
        assert compatible(a, b) == compatible(b, a)
    anonymity_clause(first)
    without_anonymity(first)
    speaker = Speaker(key=first, name=first, kind="person")
    assert speaker_ids("a", speaker).isascii()


def furniture(data: bytes) -> None:
    text = text_of(data)
    check_spans(find_furniture(text), len(text))


def header(data: bytes) -> None:
    find_header(text_of(data))


def dates(data: bytes) -> None:
    parse_date(text_of(data))


def families(data: bytes) -> None:
    words_of(text_of(data))
    quoted_part(text_of(data))


def check_spans(spans, length: int) -> None:
    for span in spans:
        assert 0 <= span[0] < span[1] <= length, span
    for before, after in pairwise(spans):
        assert before[1] <= after[0], (before, after)


TARGETS: dict[str, Callable[[bytes], None]] = {
    **{name: reader(f".{name}") for name in ("txt", "html", "jsonl", "csv", "parquet", "warc")},
    "marks": marks,
    "names": names,
    "furniture": furniture,
    "header": header,
    "dates": dates,
    "families": families,
}


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: fuzz.py {'|'.join(TARGETS)} [FOLDER] [OPTION...]")
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
