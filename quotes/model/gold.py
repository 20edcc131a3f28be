"""Reading annotated articles and speaker labels, and reading and writing predictions.

An annotated file is JSON Lines, plain or gzipped, one article a line: ``article_id``, ``text``,
and ``annotations``, a list with one entry an annotator, each with ``attributions`` whose
``content``, ``cue`` and ``source`` are lists of ``[start, end]``. The first annotator is the
reference. A prediction file has ``article_id`` and ``attributions`` alone; each may have a
``speaker`` with ``id``, ``name`` and ``kind``.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from quotes.errors import ReadError, UsageError
from quotes.types import QuoteType, Span

_SPEAKER_COLUMNS = ("article_id", "attribution_id", "kind", "entity")


class Label(NamedTuple):
    """Who an attribution's speaker is.

    Attributes:
        identity: Equal for equal speakers across all articles; None where the system gave none.
        name: Names of people who speak jointly are joined by `` | ``.
        kind: A speaker kind, as written in the file.
    """

    identity: str | None
    name: str | None
    kind: str | None


class Marked(NamedTuple):
    """An attribution as annotated or predicted: spans, and a speaker where there is one.

    ``quote_type`` is what somebody says it is; without it, the double quotation marks decide.
    ``confidence``, from 0 to 1, is the system's own.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    attribution_id: str | None = None
    speaker: Label | None = None
    quote_type: QuoteType | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An annotated article.

    Attributes:
        article_id, text, title, outlet, author, published: As the file gives them.
        attributions: The reference annotator's.
    """

    article_id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    attributions: tuple[Marked, ...] = ()


Predictions = Mapping[str, Sequence[Marked]]
SpeakerLabels = Mapping[tuple[str, str], Label]


def read_gold(path: str | Path) -> list[GoldArticle]:
    """Read annotated articles.

    Args:
        path: A ``.jsonl`` or ``.jsonl.gz`` file.

    Returns:
        The articles, in the file's order.

    Raises:
        UsageError: There is no such file.
        ReadError: A line is not an annotated article.
    """
    articles = []
    for where, row in read_rows(path):
        try:
            annotations = row["annotations"]
            reference = annotations[0]["attributions"] if annotations else []
            articles.append(
                GoldArticle(
                    article_id=row["article_id"],
                    text=row["text"],
                    title=row.get("title"),
                    outlet=row.get("publisher") or row.get("outlet"),
                    author=row.get("author"),
                    published=row.get("date") or row.get("published"),
                    attributions=tuple(map(_marked, reference)),
                )
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ReadError(f"{where}: not an annotated article: {error!r}", code="gold") from error
    return articles


def read_speaker_labels(path: str | Path) -> dict[tuple[str, str], Label]:
    """Read who the sources of annotated attributions are.

    Args:
        path: A tab-separated file with the columns ``article_id``, ``attribution_id``, ``kind``
            and ``entity``; the entity is both name and identity across articles.

    Returns:
        The label of each (article id, attribution id).

    Raises:
        UsageError: There is no such file.
        ReadError: The header or a line is not as above.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"Can't read speaker labels {path}: {error.strerror}") from error
    header = tuple(lines[0].split("\t")) if lines else ()
    if header != _SPEAKER_COLUMNS:
        raise ReadError(
            f"{path}: the first line must name {', '.join(_SPEAKER_COLUMNS)}", code="speakers"
        )
    labels = {}
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(_SPEAKER_COLUMNS):
            raise ReadError(
                f"{path}:{number}: {len(cells)} columns, not {len(_SPEAKER_COLUMNS)}",
                code="speakers",
            )
        article_id, attribution_id, kind, entity = cells
        labels[article_id, attribution_id] = Label(entity, entity, kind)
    return labels


def read_predictions(path: str | Path) -> dict[str, tuple[Marked, ...]]:
    """Read a prediction file.

    Args:
        path: A ``.jsonl`` or ``.jsonl.gz`` file.

    Returns:
        The attributions of each article id.

    Raises:
        UsageError: There is no such file.
        ReadError: A line is not a prediction.
    """
    predictions = {}
    for where, row in read_rows(path):
        try:
            predictions[row["article_id"]] = tuple(map(_marked, row["attributions"]))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ReadError(f"{where}: not a prediction: {error!r}", code="prediction") from error
    return predictions


def write_predictions(predictions: Predictions, path: str | Path) -> None:
    """Write a prediction file, one article a line, gzipped when the name ends in ``.gz``.

    Args:
        predictions: The attributions of each article id.
        path: The file to write.

    Raises:
        UsageError: It can't be written.
    """
    try:
        with _open(Path(path), "wt") as file:
            for article_id, attributions in predictions.items():
                row = {"article_id": article_id, "attributions": list(map(_as_row, attributions))}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    except OSError as error:
        raise UsageError(f"Can't write predictions to {path}: {error.strerror}") from error


def _open(path: Path, mode: str) -> Any:
    if path.suffix == ".gz":
        return gzip.open(path, mode, encoding="utf-8")
    return path.open(mode, encoding="utf-8")


def read_rows(path: str | Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read a JSON Lines file.

    Args:
        path: A ``.jsonl`` or ``.jsonl.gz`` file.

    Yields:
        Each line's place (``FILE:LINE``) and what it holds.

    Raises:
        UsageError: There is no such file.
        ReadError: It is damaged, or a line isn't JSON.
    """
    number = 0
    try:
        with _open(Path(path), "rt") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield f"{path}:{number}", json.loads(line)
    except (EOFError, gzip.BadGzipFile) as error:
        raise ReadError(f"{path}: a damaged gzip file: {error}", code="gzip") from error
    except OSError as error:
        raise UsageError(f"Can't read {path}: {error.strerror}") from error
    except ValueError as error:
        raise ReadError(f"{path}:{number}: not JSON in UTF-8: {error}", code="json") from error


def _marked(row: dict[str, Any]) -> Marked:
    speaker = row.get("speaker")
    return Marked(
        content=_spans(row["content"]),
        cue=_spans(row.get("cue")),
        source=_spans(row.get("source")),
        attribution_id=row.get("id"),
        speaker=Label(speaker.get("id"), speaker.get("name"), speaker.get("kind"))
        if speaker
        else None,
    )


def _spans(pairs: Iterable[Sequence[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(int(start), int(end)) for start, end in pairs or ())


def _as_row(marked: Marked) -> dict[str, Any]:
    speaker = marked.speaker
    return {
        "content": marked.content,
        "cue": marked.cue,
        "source": marked.source,
        "speaker": {"id": speaker.identity, "name": speaker.name, "kind": speaker.kind}
        if speaker
        else None,
    }
