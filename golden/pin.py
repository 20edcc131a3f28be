"""Compares what the system finds in the golden articles with what is pinned, or pins it anew.

    python golden/pin.py                            compare; exit 1 and a diff where it differs
    python golden/pin.py --update                   pin the tables, and the scores as floors
    python golden/pin.py --update --lower-floors    even where a score fell

Pinned are the tables (``tables/NAME.csv``) and the scores against ``judged/`` (``floors.json``).
A pinned table is only what came out; what should have come out stands in ``judged/``.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

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
from quotes.model.gold import GoldArticle, Label, Marked
from quotes.model.predict import marked
from quotes.model.scores import SLICES, paired_units, score_spans
from quotes.model.speaker_scores import score_speakers
from quotes.table import JOINT, read_table
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
    """

    tables: dict[str, bytes]
    scores: dict[str, float]


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
    judged = [row for path in _files(JUDGED, "*.csv") for row in _rows(read_table(path))]
    return Produced(tables, score(articles, judged, _rows(table)))


def score(
    articles: list[Article], judged: list[dict[str, Any]], found: list[dict[str, Any]]
) -> dict[str, float]:
    """Score rows of the quote table against judged rows.

    Args:
        articles: The articles of both.
        judged: Rows with at least the columns that are judged.
        found: What the system found.

    Returns:
        F1 or per cent right, by name.
    """
    truth = {f"judged {number}": row for number, row in enumerate(judged)}
    guess = {row["quote_id"]: row for row in found}
    marks, predictions = _by_article(articles, truth), _by_article(articles, guess)
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
    spans = score_spans(gold, predictions)
    speakers = score_speakers(gold, labels, predictions)
    pairs = [
        (truth[golds[g].marked.attribution_id or ""], guess[ours[p].marked.attribution_id or ""])
        for _, golds, ours, paired in paired_units(gold, predictions)
        for g, p in paired
    ]
    return {
        **{
            f"{measure} {name}": getattr(spans[name], measure).f1
            for measure in ("content_exact", "content_half", "end_to_end")
            for name in SLICES
        },
        "speaker named": speakers.named.f1,
        "speaker anonymous": speakers.anonymous.f1,
        "speaker identity": speakers.b3.f1,
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
    parser.add_argument("-n", "--jobs", type=int, default=1, help="processes to use; 0 is all")
    options = parser.parse_args(arguments)
    try:
        produced = produce(jobs=options.jobs)
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


def _rows(table: pl.DataFrame) -> list[dict[str, Any]]:
    return list(table.iter_rows(named=True))


def _by_article(
    articles: list[Article], rows: dict[str, dict[str, Any]]
) -> dict[str, list[Marked]]:
    groups: dict[str, list[Marked]] = {article.article_id: [] for article in articles}
    for name, row in rows.items():
        groups[row["article_id"]].append(_marked(row, name))
    return groups


def _agreement(cells: list[tuple[object, object]]) -> float:
    """Per cent equal, of the pairs in which either side has something."""
    due = [(a, b) for a, b in cells if a or b]
    return round(100 * sum(a == b for a, b in due) / len(due), 1) if due else 0.0


def _marked(row: dict[str, Any], name: str) -> Marked:
    """A row as it is scored, by the type that it has in its table."""
    who = row["speaker"]
    # Anonymous sources of two articles are never one; the name is all that judges write down.
    identity = row.get("speaker_id") or (JOINT.join((who, row["speaker_kind"])) if who else None)
    speaker = Label(identity, who, row["speaker_kind"]) if who else None
    spans = marked({"quote_id": name, "speaker_id": None, **row})
    return spans._replace(attribution_id=name, speaker=speaker, quote_type=row["quote_type"])


if __name__ == "__main__":
    raise SystemExit(main())
