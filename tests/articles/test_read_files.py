import csv
import gzip
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.articles import MAX_CHARS, as_article, read_articles
from quotes.errors import ReadError
from quotes.types import Article, Problem

STORY = "“We will not go back,” the minister said.\n\nHe left."


def read(*inputs: Path | str, **options: object) -> tuple[list[Article], list[Problem]]:
    problems: list[Problem] = []
    found = read_articles([str(i) for i in inputs], on_problem=problems.append, **options)  # type: ignore[arg-type]
    return list(found), problems


def jsonl(path: Path, *records: object) -> Path:
    lines = (r if isinstance(r, str) else json.dumps(r) for r in records)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# What every format must carry over alike.


def write_jsonl(folder: Path, row: dict[str, str]) -> Path:
    return jsonl(folder / "a.jsonl", row)


def write_csv(folder: Path, row: dict[str, str]) -> Path:
    path = folder / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    return path


def write_parquet(folder: Path, row: dict[str, str]) -> Path:
    path = folder / "a.parquet"
    pl.DataFrame([row]).write_parquet(path)
    return path


WRITERS = [write_jsonl, write_csv, write_parquet]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("names", [0, 1])
def test_columns(write: Callable[[Path, dict[str, str]], Path], names: int, tmp_path: Path) -> None:
    row = {
        ("article_id", "id")[names]: "x1",
        "text": "One.\r\n\tTwo  “three”\u2028four",
        "title": "A title",
        ("outlet", "publisher")[names]: "The Paper",
        ("author", "authors")[names]: "Jane Doe",
        "url": "https://example.org/1",
        ("published", "date")[names]: "2016-09-12",
        "something_else": "ignored",
    }
    articles, problems = read(write(tmp_path, row))
    assert problems == []
    assert articles == [
        Article(
            article_id="x1",
            text=row["text"],
            title="A title",
            outlet="The Paper",
            author="Jane Doe",
            url="https://example.org/1",
            published=date(2016, 9, 12),
        )
    ]


@pytest.mark.parametrize("write", WRITERS)
def test_id_is_path_and_line_without_one(
    write: Callable[[Path, dict[str, str]], Path], tmp_path: Path
) -> None:
    path = write(tmp_path, {"text": STORY})
    articles, _ = read(path)
    line = 2 if path.suffix == ".csv" else 1
    assert [a.article_id for a in articles] == [f"{path}:{line}"]


@pytest.mark.parametrize("write", WRITERS[1:])
def test_missing_text_column_is_one_problem(
    write: Callable[[Path, dict[str, str]], Path], tmp_path: Path
) -> None:
    articles, problems = read(write(tmp_path, {"body": STORY, "id": "1"}))
    assert articles == []
    assert [(p.code, p.lost) for p in problems] == [("no-text", True)]
    assert "body" in problems[0].message


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_gzip_and_truncated_gzip(suffix: str, tmp_path: Path) -> None:
    rows = [{"id": str(i), "text": f"{STORY} {i * 7919 % 1000} {i}"} for i in range(4000)]
    if suffix == "jsonl":
        data = "".join(json.dumps(r) + "\n" for r in rows).encode()
    else:
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, ["id", "text"])
        writer.writeheader()
        writer.writerows(rows)
        data = out.getvalue().encode()
    packed = gzip.compress(data[:1000]) + gzip.compress(data[1000:])  # two members
    whole, cut = tmp_path / f"whole.{suffix}.gz", tmp_path / f"cut.{suffix}.gz"
    whole.write_bytes(packed)
    cut.write_bytes(packed[: len(packed) * 2 // 3])
    articles, problems = read(whole)
    assert len(articles) == 4000
    assert problems == []
    articles, problems = read(cut)
    assert 1000 < len(articles) < 4000
    assert [p.code for p in problems][-1] == "truncated"
    if suffix == "jsonl":
        assert len(problems) == 1


def test_damaged_gzip(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(STORY.encode() * 50))
    packed[30:40] = b"\xff" * 10
    path = tmp_path / "a.txt.gz"
    path.write_bytes(packed)
    articles, problems = read(path)
    assert {p.code for p in problems} <= {"truncated", "binary", "empty", "encoding"}
    assert problems
    assert len(articles) + sum(p.lost for p in problems) == 1


def test_truncated_text_is_kept_and_noted(tmp_path: Path) -> None:
    body = "\n".join(f"Line {i * 7919 % 1009} of the story." for i in range(3000))
    packed = gzip.compress(body.encode())
    path = tmp_path / "a.txt.gz"
    path.write_bytes(packed[: len(packed) // 2])
    articles, problems = read(path)
    assert body.startswith(articles[0].text)
    assert [(p.code, p.lost) for p in problems] == [("truncated", False)]
    assert articles[0].notes == (problems[0].message,)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{broken", "bad-json"),
        ("[1, 2]", "bad-json"),
        ('"text"', "bad-json"),
        ("[" * 100_000, "bad-json"),
        ("1" * 10_000, "bad-json"),
        ('{"id": "1"}', "no-text"),
        ('{"text": null}', "no-text"),
        ('{"text": 7}', "no-text"),
        ('{"text": ["a"]}', "no-text"),
        ('{"text": ""}', "empty"),
        ('{"text": " \\n\\t "}', "empty"),
        ('{"text": "\\u0000"}', "empty"),
    ],
)
def test_one_bad_line_costs_that_line(line: str, code: str, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": STORY}, line, "", {"text": STORY + " More."})
    articles, problems = read(path)
    assert [a.article_id for a in articles] == [f"{path}:1", f"{path}:4"]
    assert [(p.input, p.code, p.lost) for p in problems] == [(f"{path}:2", code, True)]
    assert "\n" not in problems[0].message


def test_unwanted_characters_are_replaced_one_for_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(r'{"text": "a\u0000b\ud800c\ud83d\ude00", "title": "\ud800"}')
    articles, problems = read(path)
    assert articles[0].text == "a\ufffdb\ufffdc\U0001f600"
    assert articles[0].title == "\ufffd"
    assert [(p.code, p.lost) for p in problems] == [("unwanted-characters", False)]
    assert articles[0].notes == (problems[0].message,)


def test_bad_date_is_a_remark(tmp_path: Path) -> None:
    articles, problems = read(jsonl(tmp_path / "a.jsonl", {"text": STORY, "date": "some\nday"}))
    assert articles[0].published is None
    assert [(p.code, p.lost) for p in problems] == [("bad-date", False)]
    assert "\n" not in problems[0].message


def test_authors_as_a_list(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": STORY, "authors": ["A B", {"name": "C D"}, None]})
    assert read(path)[0][0].author == "A B, C D"


def test_duplicates(tmp_path: Path) -> None:
    path = jsonl(
        tmp_path / "a.jsonl",
        {"id": 1, "text": "One."},
        {"id": "1", "text": "One."},
        {"id": "1", "text": "Two."},
        {"id": "2", "text": "One."},
    )
    articles, problems = read(path)
    assert [(a.article_id, a.text) for a in articles] == [("1", "One."), ("2", "One.")]
    assert [(p.input, p.article_id, p.code) for p in problems] == [
        (f"{path}:2", "1", "duplicate"),
        (f"{path}:3", "1", "duplicate-id"),
    ]


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "csv", "html"])
def test_much_too_long(suffix: str, tmp_path: Path) -> None:
    text = "word " * 10_000_000  # 50 MB
    path = tmp_path / f"a.{suffix}"
    if suffix == "jsonl":
        jsonl(path, {"text": text}, {"text": STORY})
    else:
        path.write_text(("text\n" if suffix == "csv" else "") + text, encoding="utf-8")
    articles, problems = read(path)
    assert [a.text for a in articles] == ([STORY] if suffix == "jsonl" else [])
    assert [(p.code, p.lost) for p in problems] == [("too-long", True)]


def test_limit_is_exact(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", {"text": "é" * 100}, {"text": "é" * 101})
    articles, problems = read(path, max_chars=100)
    assert len(articles) == len(problems) == 1
    (tmp_path / "b.txt").write_text("\U0001f600" * 100, encoding="utf-8")
    assert len(read(tmp_path / "b.txt", max_chars=100)[0]) == 1


def test_gzip_bomb_stays_small(tmp_path: Path) -> None:
    packed = gzip.compress(b"a" * 200_000_000, 1)
    for name in ("a.txt.gz", "a.jsonl.gz", "a.html.gz"):
        (tmp_path / name).write_bytes(packed)
    articles, problems = read(tmp_path)
    assert articles == []
    assert [p.code for p in problems] == ["too-long"] * 3


def test_txt(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(
        "\ufeffRussia, U.S. at odds\r\n\r\nBy Jane Doe and Joe Roe\r\n\r\n"
        "MOSCOW (Reuters) - They failed.\rAgain.\r\n".encode()
    )
    articles, problems = read(path)
    assert articles[0].text == (
        "Russia, U.S. at odds\n\nBy Jane Doe and Joe Roe\n\nMOSCOW (Reuters) - They failed.\n"
        "Again.\n"
    )
    assert articles[0].article_id == str(path)
    assert articles[0].title == "Russia, U.S. at odds"
    assert articles[0].author == "Jane Doe, Joe Roe"
    assert articles[0].outlet == "Reuters"
    assert [(p.code, p.lost) for p in problems] == [("encoding", False)]


def test_windows_1252_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“No,” he said.".encode("windows-1252"))
    articles, problems = read(path)
    assert articles[0].text == "“No,” he said."
    assert [(p.code, p.lost) for p in problems] == [("encoding", False)]


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "windows-1252"])
def test_encoded_tables(suffix: str, codec: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    row = '{"text": "“No,” he said."}\n' if suffix == "jsonl" else "text\n“No” he said.\n"
    path.write_bytes((row * (2 if suffix == "jsonl" else 1)).encode(codec))
    articles, problems = read(path)
    assert articles[0].text in ("“No,” he said.", "“No” he said.")
    assert all(not p.lost for p in problems)
    assert bool(problems) == (codec != "utf-8-sig")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", b"%PDF-1.4 \x00", "binary"),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"id,title\n1,2\n", "no-text"),
        ("a.csv", b"text,text\n1,2\n", "no-text"),
        ("a.csv", b"id,text\ra,We won.\r", "bad-row"),
        ("a.parquet", b"PAR1 nonsense PAR1", "bad-parquet"),
        ("a.parquet", b"text\nhello\n", "bad-parquet"),
        ("a.warc", b"hello", "bad-warc"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no-article"),
    ],
)
def test_unreadable_files(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(STORY, encoding="utf-8")
    articles, problems = read(tmp_path)
    assert [a.text for a in articles] == [STORY]
    assert [(p.code, p.lost) for p in problems] == [(code, True)]
    assert "\n" not in problems[0].message


def test_empty_jsonl_has_no_articles_and_no_problem(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n\n")
    assert read(tmp_path / "a.jsonl") == ([], [])


def test_csv_oddities(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b'id;Text \n1;"two\r\nlines; and ""quoted"""\n2;a;b\n3\n\n4;with\x00nul\n'
        b'5;"unclosed, he said\n'
    )
    articles, problems = read(path)
    assert [(a.article_id, a.text) for a in articles] == [
        ("1", 'two\r\nlines; and "quoted"'),
        ("4", "with\ufffdnul"),
        ("5", "unclosed, he said\n"),
    ]
    assert [(p.input.rsplit(":", 1)[1], p.code, p.lost) for p in problems] == [
        ("4", "bad-row", True),
        ("5", "no-text", True),
        ("7", "unwanted-characters", False),
    ]


def test_csv_long_field_and_the_process_wide_limit(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    path = tmp_path / "a.csv"
    text = "word " * 40_000  # over the csv module's own limit
    path.write_text(f'id,text\n1,"{text}"\n2,short\n', encoding="utf-8")
    articles, problems = read(path)
    assert [len(a.text) for a in articles] == [200_000, 5]
    assert problems == []
    articles, problems = read(path, max_chars=1000)
    assert [a.article_id for a in articles] == ["2"]
    assert [p.code for p in problems] == ["too-long"]
    assert csv.field_size_limit() == before


def test_parquet_in_batches_with_nulls_and_types(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    texts = [None if i == 3 else f"Text {i}." for i in range(700)]
    pl.DataFrame(
        {
            "id": list(range(700)),
            "text": texts,
            "date": [date(2020, 1, 1)] * 700,
            "authors": [["A", "B"]] * 700,
            "junk": [b"x"] * 700,
        }
    ).write_parquet(path, row_group_size=100)
    articles, problems = read(path)
    assert len(articles) == 699
    assert articles[0].published == date(2020, 1, 1)
    assert articles[0].author == "A, B"
    assert [a.article_id for a in articles[:5]] == ["0", "1", "2", "4", "5"]
    assert [(p.input, p.code) for p in problems] == [(f"{path}:4", "no-text")]


def test_vanished_and_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(f"{STORY} {name}", encoding="utf-8")
    original = Path.open

    def refuse(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return original(self, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    problems: list[Problem] = []
    found = read_articles([str(tmp_path)], on_problem=problems.append)
    (tmp_path / "a.txt").unlink()
    assert [a.article_id for a in found] == [str(tmp_path / "c.txt")]
    assert [p.code for p in problems] == ["vanished", "unreadable"]
    assert "Permission denied" in problems[1].message


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (gzip.compress(b'{"text": "One."}\n'), ["One."]),
        (b"id,text\n1,One.\n", ["One."]),
        (b"A story, he said.\n", ["A story, he said.\n"]),
    ],
)
def test_stdin(data: bytes, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Standard())
    articles, problems = read("-")
    assert [a.text for a in articles] == texts
    assert problems == []
    assert all(a.article_id == "1" or len(a.article_id) == 16 for a in articles)


def test_stdin_parquet_with_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_parquet(tmp_path, {"text": STORY}).read_bytes()

    class Standard:
        buffer = io.BytesIO(data)

    monkeypatch.setattr(sys, "stdin", Standard())
    assert [a.text for a in read("-", input_format="parquet")[0]] == [STORY]


def test_progress_counts_the_bytes_on_disk(tmp_path: Path) -> None:
    data = gzip.compress(json.dumps({"text": STORY}).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data)
    size = write_parquet(tmp_path, {"text": STORY}).stat().st_size
    counted: list[int] = []
    read(tmp_path, on_bytes=counted.append)
    assert sum(counted) == len(data) + size


def test_as_article() -> None:
    article = as_article(STORY)
    assert (article.text, len(article.article_id)) == (STORY, 16)
    assert as_article(article) is article
    assert as_article(STORY).article_id == article.article_id
    assert as_article({"id": 5, "text": STORY, "date": "2020-01-02"}).published == date(2020, 1, 2)
    assert as_article("Advertisement\n\nHe said no.").skipped == ((0, 13, "navigation"),)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "empty"),
        ({}, "no-text"),
        (7, "type"),
        (None, "type"),
        ("a" * (MAX_CHARS + 1), "too-long"),
    ],
)
def test_as_article_refuses(source: object, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        as_article(source)  # type: ignore[arg-type]
    assert caught.value.code == code


@given(st.text())
def test_any_text_in_memory(text: str) -> None:
    try:
        article = as_article(text)
    except ReadError as error:
        assert error.code == "empty"
        return
    assert len(article.text) == len(text)
    before = 0
    for start, end, _ in article.skipped:
        assert before <= start < end <= len(text)
        before = end


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.jsonl", "a.csv", "a.warc"]))
def test_any_bytes_on_disk(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    articles, problems = read(path)
    for article in articles:
        article.text.encode("utf-8")
    assert all("\n" not in p.message for p in problems)
