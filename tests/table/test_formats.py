import csv
import io
import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from table_fakes import ARTICLE_ROW, PROBLEM_ROW, QUOTE_ROW

from quotes.errors import QuotesError, ReadError, UsageError
from quotes.table import (
    ARTICLES,
    FORMATS,
    PROBLEMS,
    QUOTES,
    check_outputs,
    format_of,
    read_table,
    write_table,
)
from quotes.table._csv import write_csv

TABLES = {"quotes": (QUOTES, QUOTE_ROW), "articles": (ARTICLES, ARTICLE_ROW)}
TABLES["problems"] = (PROBLEMS, PROBLEM_ROW)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("suffix", FORMATS)
@given(data=st.data())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_is_read_is_what_was_written(tmp_path: Path, suffix, table, data):
    schema, row = TABLES[table]
    parts = data.draw(st.lists(st.lists(row, min_size=1, max_size=3), max_size=2))
    frames = [pl.DataFrame(part, schema=schema, orient="row") for part in parts]
    path = tmp_path / f"table{suffix}"
    write_table(iter(frames), path, schema=schema)
    want = pl.concat([schema.to_frame(), *frames])
    assert_frame_equal(read_table(path, schema=schema), want, check_exact=True)
    assert list(tmp_path.iterdir()) == [path]


def rows(**values):
    row = {
        "quote_id": "q1",
        "article_id": "a1",
        "quote_type": "direct",
        "quote": "“Yes”",
        "content_spans": [{"start": 12, "end": 40}, {"start": 52, "end": 80}],
        "cue": "",
        "cue_spans": [],
        "source": "",
        "source_spans": [],
        "speaker_kind": "unknown",
        "resolved_by": "none",
        "confidence": 0.5,
        "context": "c",
        "context_start": 0,
        "family_id": "f",
    }
    return pl.DataFrame([{**row, **values}], schema=QUOTES)


def cells(frame):
    file = io.BytesIO()
    write_csv([frame], file, schema=QUOTES)
    (row,) = csv.DictReader(io.StringIO(file.getvalue().decode("utf-8"), newline=""))
    return row


def test_csv_spans_and_nulls():
    got = cells(rows())
    assert got["content_spans"] == "12-40;52-80"
    assert got["cue_spans"] == got["title"] == got["published"] == ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("“=1”", "“=1”"),
        ("'Yes', he said", "'Yes', he said"),
        ("a=1", "a=1"),
        ("–1", "–1"),
        ("", ""),
    ],
)
def test_csv_cells_that_a_spreadsheet_would_run(text, cell):
    assert cells(rows(quote=text))["quote"] == cell


def test_jsonl_has_real_lists(tmp_path):
    path = tmp_path / "t.jsonl"
    write_table([rows()], path)
    record = json.loads(path.read_text("utf-8"))
    assert list(record) == QUOTES.names()
    assert record["content_spans"] == [{"start": 12, "end": 40}, {"start": 52, "end": 80}]
    assert record["title"] is None
    assert "“Yes”" in path.read_text("utf-8")


def test_parquet_tells_where_it_comes_from(tmp_path):
    path = tmp_path / "t.parquet"
    write_table([rows()], path, metadata={"model": "m"})
    assert pl.read_parquet_metadata(path)["model"] == "m"
    assert pl.read_parquet_schema(path) == QUOTES


@pytest.mark.parametrize("suffix", [s for s in FORMATS if s != ".parquet"])
def test_same_table_same_bytes(tmp_path, suffix):
    for name in "ab":
        write_table([rows()], tmp_path / f"{name}{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_half_written_stays(tmp_path, suffix):
    def frames():
        yield rows()
        raise KeyboardInterrupt if suffix != ".parquet" else OSError("disk full")

    path = tmp_path / f"t{suffix}"
    path.write_text("before")
    with pytest.raises((KeyboardInterrupt, QuotesError)):
        write_table(frames(), path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_the_mode_kept(tmp_path):
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    write_table([rows()], link)
    assert link.is_symlink()
    assert read_table(target).height == 1
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("suffix", FORMATS)
def test_tables_of_other_versions(tmp_path, suffix):
    path = tmp_path / f"t{suffix}"
    older = pl.Schema({n: t for n, t in QUOTES.items() if n != "unresolved"})
    write_table([rows().select(older.names())], path, schema=older)
    assert_frame_equal(read_table(path), rows())
    newer = pl.Schema({**QUOTES, "added": pl.String()})
    write_table([rows().with_columns(added=pl.lit("x"))], path, schema=newer)
    assert_frame_equal(read_table(path), rows())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("t.csv", b"a,b\n1,2\n", "lacks quote_id"),
        ("t.jsonl", b'{"a": 1}\n', "lacks quote_id"),
        ("t.jsonl", b"{", "can't read"),
        ("t.parquet", b"no", "can't read"),
        ("t.csv.gz", b"no", "can't read"),
        ("t.csv", None, "No such file"),
    ],
)
def test_no_such_table(tmp_path, name, content, message):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadError, match=message):
        read_table(path)


@pytest.mark.parametrize("name", ["t.xlsx", "t", "t.parquet.gz", ".csv", "t.csv.zip", "t.txt"])
def test_unknown_suffix(name):
    with pytest.raises(UsageError, match=r"must end in \.csv, .* or \.parquet"):
        format_of(name)


@pytest.mark.parametrize("name", ["t.csv", "T.CSV", "a.b.jsonl.gz", "x/t.parquet"])
def test_known_suffix(name):
    assert format_of(name) in FORMATS.values()


@pytest.mark.parametrize(
    ("outputs", "inputs", "message"),
    [
        (["{}/a.xls"], [], "must end in"),
        (["{}/no/a.csv"], [], "no such folder"),
        (["{}/a.csv", "{}/./a.csv"], [], "twice"),
        (["-", "-"], [], "twice"),
        (["{}/a.csv"], ["{}/a.csv"], "also an input"),
        (["{}/d.csv"], [], "is a folder"),
    ],
)
def test_outputs_refused(tmp_path, outputs, inputs, message):
    (tmp_path / "d.csv").mkdir()
    fill = [[name.format(tmp_path) for name in names] for names in (outputs, inputs)]
    with pytest.raises(UsageError, match=message):
        check_outputs(fill[0], inputs=fill[1])


def test_outputs_allowed(tmp_path):
    check_outputs(["-", f"{tmp_path}/a.csv", f"{tmp_path}/a.parquet"], inputs=["-", "b.csv"])
