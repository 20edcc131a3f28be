import os
from pathlib import Path

import pytest

from quotes.articles import Input, find_inputs, read_articles
from quotes.errors import UsageError


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def names(inputs: list[Input], folder: Path) -> list[str]:
    return [str(Path(i.name).relative_to(folder)) for i in inputs]


def test_folder_recursive_sorted_no_hidden_no_other_kinds(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.html", ".hidden.txt", ".git/x.txt", "sub/c.jsonl.gz", "README.md")
    found = find_inputs([str(tmp_path)])
    assert names(found, tmp_path) == ["a.html", "b.txt", "sub/c.jsonl.gz"]
    assert [i.format for i in found] == ["html", "txt", "jsonl"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "txt"),
        ("a.TXT", "txt"),
        ("a.htm", "html"),
        ("a.html.gz", "html"),
        ("a.ndjson", "jsonl"),
        ("a.csv.gz", "csv"),
        ("a.parquet", "parquet"),
        ("a.warc", "warc"),
        ("crawl.warc.gz", "warc"),
    ],
)
def test_format_by_suffix(tmp_path: Path, name: str, kind: str) -> None:
    make(tmp_path, name)
    assert find_inputs([str(tmp_path / name)])[0].format == kind


def test_glob_and_repeats(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.txt", "c.pdf", "sub/d.txt")
    assert names(find_inputs([f"{tmp_path}/*.txt", f"{tmp_path}/a.txt"]), tmp_path) == [
        "a.txt",
        "b.txt",
    ]
    assert names(find_inputs([f"{tmp_path}/**/*.txt"]), tmp_path) == ["a.txt", "b.txt", "sub/d.txt"]


def test_one_file_by_two_ways_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "sub" / "a.txt")
    given = [f"{tmp_path}/sub/a.txt", f"{tmp_path}/sub/../sub/a.txt", str(tmp_path)]
    assert [i.name for i in find_inputs(given)] == given[:1]


def test_a_name_with_brackets_is_a_file(tmp_path: Path) -> None:
    make(tmp_path, "a[1].txt")
    assert names(find_inputs([f"{tmp_path}/a[1].txt"]), tmp_path) == ["a[1].txt"]


def test_symlink_loop_ends(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(find_inputs([str(tmp_path)]), tmp_path) == ["sub/a.txt"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([], "No input"),
        (["missing.txt"], "No such file or folder: missing.txt"),
        (["missing*.txt"], "Nothing matches"),
    ],
)
def test_wrong_use_is_refused_before_any_work(given: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says.replace("*", r"\*")):
        find_inputs(given)
    with pytest.raises(UsageError):
        read_articles(given, on_problem=lambda _: None)


def test_unknown_suffix_names_the_known(tmp_path: Path) -> None:
    make(tmp_path, "a.pdf", "a.parquet.gz")
    for name in ("a.pdf", "a.parquet.gz"):
        with pytest.raises(UsageError, match=r"\.jsonl"):
            find_inputs([str(tmp_path / name)])
    assert find_inputs([str(tmp_path / "a.pdf")], input_format="txt")[0].format == "txt"
    with pytest.raises(UsageError, match="use one of csv"):
        find_inputs(["-"], input_format="docx")


def test_folder_without_articles_is_a_problem_not_wrong_use(tmp_path: Path) -> None:
    make(tmp_path, "README.md")
    problems = []
    assert list(read_articles([str(tmp_path)], on_problem=problems.append)) == []
    assert [(p.code, p.lost) for p in problems] == [("no-articles", True)]
    assert ".txt" in problems[0].message


def test_stdin_is_an_input() -> None:
    assert find_inputs(["-"]) == [Input("-", "auto")]
    assert find_inputs(["-"], input_format="csv") == [Input("-", "csv")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_dangling_link_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    problems = []
    assert list(read_articles([str(tmp_path / "a.txt")], on_problem=problems.append)) == []
    assert [p.code for p in problems] == ["vanished"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
@pytest.mark.parametrize("pattern", ["", "/*", "/*.txt", "/**"])
def test_pipes_and_devices_that_lie_there_are_not_waited_for(tmp_path: Path, pattern: str) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zeros.txt").symlink_to("/dev/zero")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert names(find_inputs([f"{tmp_path}{pattern}"]), tmp_path) == ["a.txt", "gone.txt"]
    # One that is named is meant: a shell hands over <(zcat a.gz) as a pipe with a name.
    assert names(find_inputs([str(tmp_path / "pipe.txt")]), tmp_path) == ["pipe.txt"]


def test_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt", "closed/b.txt", "open/c.txt")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    problems = []
    found = read_articles([str(tmp_path)], on_problem=problems.append)
    assert [Path(a.article_id).name for a in found] == ["a.txt", "c.txt"]
    assert [(p.input, p.code, p.lost) for p in problems] == [
        (str(tmp_path / "closed"), "unreadable", True)
    ]
    assert "Permission denied" in problems[0].message
