"""Compares what the system finds in the golden articles with what is pinned, or pins it anew.

    python golden/pin.py                            compare; exit 1 and a diff where it differs
    python golden/pin.py --mistakes court           show where court* differs from its judgement
    python golden/pin.py --update                   pin the tables, and the scores as floors
    python golden/pin.py --update --lower-floors    even where a score fell

Pinned are the tables (``tables/NAME.csv``) and the scores against ``judged/`` (``floors.json``).
A pinned table is only what came out; what should have come out stands in ``judged/``.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import polars as pl
from gate import (
    Floors,
    GateError,
    as_csv,
    below,
    corpus_sha256,
    difference,
    new_floors,
    read_floors,
    write_floors,
)

import quotes
from quotes.articles import read_articles
from quotes.model.evaluate import Evaluation
from quotes.model.gold import GoldArticle, Label, Marked
from quotes.model.mistakes import Mistake, describe, mistakes
from quotes.model.predict import marked
from quotes.model.scores import SLICES, paired_units, score_spans
from quotes.model.speaker_scores import score_speakers
from quotes.table import QUOTES, Row
from quotes.table._csv import read_csv
from quotes.table.atomic import replacing
from quotes.types import Article, Problem

GOLDEN = Path(__file__).resolve().parent
ARTICLES, JUDGED, TABLES = GOLDEN / "articles", GOLDEN / "judged", GOLDEN / "tables"
FLOORS = GOLDEN / "floors.json"


class Produced(NamedTuple):
    """What the system makes of the golden articles.

    Attributes:
        tables: The quote table of each article file, as CSV, by the file's stem.
        scores: Per cent, by name.
        mistakes: Where it differs from the judgements.
    """

    tables: dict[str, bytes]
    scores: dict[str, float]
    mistakes: Sequence[Mistake] = ()


def corpus_files() -> list[Path]:
    """The articles and their judged tables."""
    return [*_files(ARTICLES, "*"), *_files(JUDGED, "*.csv")]


def produce(*, jobs: int = 1) -> Produced:
    """Run the system over the golden articles and score it.

    Args:
        jobs: How many processes.

    Returns:
        The tables and scores.

    Raises:
        GateError: An article can't be read or processed.
    """
    by_file = {path.stem: _read(path) for path in _files(ARTICLES, "*")}
    articles = [article for group in by_file.values() for article in group]
    table = quotes.extract(articles, jobs=jobs, on_problem=_refuse)
    tables = {
        stem: as_csv(table.filter(pl.col("article_id").is_in([a.article_id for a in group])))
        for stem, group in by_file.items()
    }
    judged = [row for path in _files(JUDGED, "*.csv") for row in _judged(path)]
    evaluation = judge(articles, judged, _rows(table))
    return Produced(tables, scores(evaluation, judged, _rows(table)), list(mistakes(evaluation)))


def judge(articles: list[Article], judged: list[Row], found: list[Row]) -> Evaluation:
    """Score rows of the quote table against judged rows, as `quotes evaluate` does.

    Args:
        articles: The articles of both.
        judged: Rows with at least the columns that are judged.
        found: What the system found.

    Returns:
        The scores; an attribution's id is its row's number.
    """
    marks, predictions = _by_article(articles, judged), _by_article(articles, found)
    gold = [
        GoldArticle(article_id=a.article_id, text=a.text, attributions=tuple(marks[a.article_id]))
        for a in articles
    ]
    labels = {
        (article_id, one.attribution_id or ""): one.speaker
        for article_id, group in marks.items()
        for one in group
        if one.speaker
    }
    return Evaluation(
        gold=gold,
        predictions=predictions,
        labels=labels,
        spans=score_spans(gold, predictions),
        speakers=score_speakers(gold, labels, predictions),
    )


def scores(evaluation: Evaluation, judged: list[Row], found: list[Row]) -> dict[str, float]:
    """The scores that are held to a floor.

    Args:
        evaluation: From `judge`.
        judged, found: The rows it was made from.

    Returns:
        F1, or per cent right of the rows found, by name.
    """
    assert evaluation.speakers is not None
    pairs = [
        (judged[_number(golds[g].marked)], found[_number(ours[p].marked)])
        for _, golds, ours, paired in paired_units(evaluation.gold, evaluation.predictions)
        for g, p in paired
    ]
    return {
        **{
            f"{measure} {name}": getattr(evaluation.spans[name], measure).f1
            for measure in ("content_exact", "content_half", "end_to_end")
            for name in SLICES
        },
        "speaker named": evaluation.speakers.named.f1,
        "speaker anonymous": evaluation.speakers.anonymous.f1,
        "speaker identity": evaluation.speakers.b3.f1,
        **{
            f"{column} right": _agreement([(a[column], b[column]) for a, b in pairs])
            for column in ("quote_type", "cue_class", "speaker_kind", "resolved_by", "anonymity")
        },
    }


def compare(produced: Produced) -> list[str]:
    """Say what differs from what is pinned.

    Args:
        produced: What the system makes of the golden articles.

    Returns:
        Texts for people; none where nothing differs.
    """
    floors = read_floors(FLOORS)
    found = []
    if floors.corpus_sha256 != corpus_sha256(corpus_files()):
        found.append("the golden articles or judgements changed since the floors were pinned")
    found += below(produced.scores, floors.scores)
    pinned = {path.stem: path.read_bytes() for path in _files(TABLES, "*.csv")}
    for stem in sorted({*pinned, *produced.tables}):
        changed = difference(
            pinned.get(stem, b""), produced.tables.get(stem, b""), name=f"tables/{stem}.csv"
        )
        found += [changed] if changed else []
    return found


def pin(produced: Produced, *, lower_floors: bool) -> None:
    """Pin tables and floors; where a floor may not come down, nothing is written.

    Args:
        produced: What the system makes of the golden articles.
        lower_floors: Whether floors may come down.

    Raises:
        GateError: A floor would come down and may not.
    """
    scores = new_floors(produced.scores, read_floors(FLOORS).scores, lower=lower_floors)
    TABLES.mkdir(exist_ok=True)
    for stem, table in produced.tables.items():
        with replacing(TABLES / f"{stem}.csv") as file:
            file.write(table)
    for path in _files(TABLES, "*.csv"):
        if path.stem not in produced.tables:
            path.unlink()
    write_floors(Floors(corpus_sha256(corpus_files()), scores), FLOORS)


def main(arguments: list[str] | None = None) -> int:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update", action="store_true", help="pin what comes out now")
    parser.add_argument("--lower-floors", action="store_true", help="even where a score fell")
    parser.add_argument("--mistakes", metavar="TEXT", help="show mistakes in articles named so")
    parser.add_argument("-n", "--jobs", type=int, default=1, help="processes to use; 0 is all")
    options = parser.parse_args(arguments)
    try:
        produced = produce(jobs=options.jobs)
        if options.mistakes is not None:
            found = (m for m in produced.mistakes if options.mistakes in m.article_id)
            print("\n".join(map(describe, found)))
            return 0
        differences = compare(produced)
        print("\n\n".join(differences) or "nothing differs from what is pinned")
        for name, value in produced.scores.items():
            print(f"{name:24}{value:6.1f}", file=sys.stderr)
        if options.update:
            pin(produced, lower_floors=options.lower_floors)
            return 0
    except GateError as error:
        print(f"not pinned: {error}", file=sys.stderr)
        return 1
    return 1 if differences else 0


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if not path.name.startswith("."))


def _read(path: Path) -> list[Article]:
    """The articles of a file; one that has only its path for an id goes by the file's name."""
    articles = read_articles([str(path)], on_problem=_refuse)
    return [
        replace(article, article_id=path.name) if article.article_id == str(path) else article
        for article in articles
    ]


def _refuse(problem: Problem) -> None:
    if problem.lost:
        raise GateError(f"{problem.input}: {problem.message}")


def _rows(table: pl.DataFrame) -> list[Row]:
    return list(table.iter_rows(named=True))


def _judged(path: Path) -> list[Row]:
    # Not read_table: judges fill in only what can be judged.
    with path.open("rb") as file:
        return _rows(read_csv(file, schema=QUOTES))


def _by_article(articles: list[Article], rows: list[Row]) -> dict[str, list[Marked]]:
    groups: dict[str, list[Marked]] = {article.article_id: [] for article in articles}
    for number, row in enumerate(rows):
        groups[row["article_id"]].append(_marked(row, number))
    return groups


def _number(one: Marked) -> int:
    return int(one.attribution_id or "")


def _agreement(cells: list[tuple[object, object]]) -> float:
    """Per cent equal, of the pairs in which either side has something."""
    due = [(a, b) for a, b in cells if a or b]
    return round(100 * sum(a == b for a, b in due) / len(due), 1) if due else 0.0


def _marked(row: Row, number: int) -> Marked:
    """A row as it is scored, by the type that it has in its table."""
    who = row["speaker"]
    # Judges write down names alone, and only persons' and organisations' identities are scored.
    speaker = Label(row.get("speaker_id") or who, who, row["speaker_kind"]) if who else None
    return marked({"quote_id": str(number), "speaker_id": None, **row})._replace(
        attribution_id=str(number), speaker=speaker, quote_type=row["quote_type"]
    )


if __name__ == "__main__":
    raise SystemExit(main())
