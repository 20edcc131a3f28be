import gzip
import json
from pathlib import Path

import pytest

from quotes.attribute.reading import open_reading
from quotes.attribute.words import read_words
from quotes.cli import main
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc
from quotes.model.coreference import is_coreference, score_coreference
from quotes.model.described import described
from quotes.model.given import meant_by
from quotes.types import Article


def document(name: str, text: str, *persons: tuple[str, str]) -> dict[str, object]:
    tokens = text.split()
    rows = []
    for chain, words in persons:
        first = tokens.index(words.split()[0])
        rows.append({"chain": chain, "tok": [first, first + len(words.split())], "text": words})
    return {"doc": name, "tokens": tokens, "persons": rows}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "given.jsonl.gz"
    rows = [
        document("1", "Ann Lee said so . Lee left .", ("lee", "Ann Lee"), ("lee", "Lee")),
        document(
            "2", "Dr . Ann Lee , 40 , spoke to Bob Ray", ("lee", "Ann Lee , 40"), ("b", "Bob")
        ),
        document("3", "Rob Lee met him", ("rob", "Rob Lee"), ("x", "him")),
    ]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_people_are_told_apart_and_together(gold: Path) -> None:
    scores = score_coreference(gold)
    assert scores.b3 == (100, 100, 100)
    assert (scores.mentions, scores.merges, scores.splits) == (5, [], 0)


def test_the_command_scores_such_a_file(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert is_coreference(gold)
    assert main(["evaluate", str(gold), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["b3"]["f1"] == 100
    assert main(["evaluate", str(gold)]) == 0
    assert "5 mentions" in capsys.readouterr().out


def test_annotated_articles_are_something_else(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"article_id": "a", "text": "", "annotations": []}\n')
    assert not is_coreference(path)


def test_what_the_text_says_of_descriptions_and_surnames(tmp_path: Path) -> None:
    path = tmp_path / "given.jsonl"
    rows = [
        # The text alone has the name.
        document(
            "1",
            "Man denies arson . Robert Pitman , 24 , was remanded on Monday .",
            ("pitman", "Man"),
        ),
        document("2", "Robert Pitman , 24 , set the fire .", ("pitman", "Robert Pitman , 24")),
        # Whoever asks somebody is somebody else.
        document(
            "3",
            "The US President-elect has asked the famous Dr Sanjay Gupta to take the job .",
            ("elect", "US President-elect"),
            ("gupta", "Dr Sanjay Gupta"),
        ),
    ]
    for row in rows:
        row["sent_ids"] = [0] * len(row["tokens"])  # type: ignore[arg-type]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    scores = score_coreference(path)
    assert (scores.b3.f1, scores.merges) == (100, [])


@pytest.mark.parametrize(
    ("text", "words", "whom"),
    [
        ("Ann Lee , who was the second official at the bank , has died .", "official", "Ann Lee"),
        ("Ann Lee , the powerful treasurer of the bank , died .", "treasurer", "Ann Lee"),
        ("Peter Marsh is the owner of the mill .", "owner", "Peter Marsh"),
        ("Peter Marsh was not the owner of the mill .", "owner", None),
        ("A man was charged with arson . Peter Marsh , 61 , set the fire and Carl Ray fled .",
         "A man", "Peter Marsh"),
        ("A man was charged with arson . Judge Peter Marsh heard Carl Ray on Monday .",
         "A man", None),
        ("Peter Marsh met the owner of the mill .", "owner", None),
    ],
)  # fmt: skip
def test_descriptions_mean_whom_the_text_says(text: str, words: str, whom: str | None) -> None:
    nlp = load_pipeline(DEFAULT_MODEL)
    r = open_reading(read_words(nlp(make_doc(nlp, Article(article_id="", text=text))), skipped=()))
    first = text.split().index(words.split()[0])
    assert described(r, first, first + len(words.split())) == whom


def test_whose_body_it_is_is_who_it_is() -> None:
    text = "Carl Ray left on Monday . His body was found at the inn ."
    given = {"tok": [6, 8], "text": "His body"}
    (found,) = meant_by(load_pipeline(DEFAULT_MODEL), text.split(), [given])
    assert found.name == "Carl Ray"


def test_descriptions_without_a_name_join_nobody(tmp_path: Path) -> None:
    rows = [
        document(str(n), "Two Mafia bosses were held on Monday .", (str(n), "Mafia bosses"))
        for n in range(3)
    ]
    path = tmp_path / "given.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert score_coreference(path).merges == []
