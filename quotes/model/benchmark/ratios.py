"""The benchmark's short form: two ratios that hardly depend on the machine, held to a baseline.

In one process, a few articles at a time, each subject by turns: whatever else slows the machine
down slows all of them down. The least of several rounds counts, as what disturbs only ever adds.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quotes.errors import UsageError
from quotes.model.benchmark.corpus import load_articles
from quotes.model.benchmark.machine import versions
from quotes.table.atomic import replacing
from quotes.types import Article

TOLERANCE = 0.2
"""How much dearer than pinned is let pass: repeated runs, on a busy machine too, differ by less."""

CHUNK = 7
ROUNDS = 3
AT_MOST = 60


class Pinned(NamedTuple):
    """A baseline.

    Attributes:
        ratios: CPU time of quotes for one of each other subject.
        tolerance: How much more is let pass: 0.2 is a fifth.
    """

    ratios: Mapping[str, float]
    tolerance: float


def short_ratios(
    inputs: Iterable[str], *, model: str, rounds: int = ROUNDS, at_most: int = AT_MOST
) -> dict[str, float]:
    """CPU time from texts to rows, for one of spaCy's default pipeline and one of textacy's.

    Args:
        inputs: Files, folders, globs; by default the golden articles.
        model: A spaCy pipeline, by package name or path.
        rounds: How often everything is timed.
        at_most: How many articles.

    Returns:
        The ratios ``spacy`` and ``textacy``.

    Raises:
        UsageError: There is no such input, or no article in it.
        ModelError: There is no such pipeline.
    """
    articles = load_articles(inputs, at_most=at_most)
    chunks = [articles[i : i + CHUNK] for i in range(0, len(articles), CHUNK)]
    subjects = _subjects(model)
    for work in subjects.values():  # what is loaded at first use is not counted
        work(chunks[0])
    least = {name: [float("inf")] * len(chunks) for name in subjects}
    for _ in range(rounds):
        for number, chunk in enumerate(chunks):
            for name, work in subjects.items():
                start = time.process_time()
                work(chunk)
                taken = time.process_time() - start
                least[name][number] = min(least[name][number], taken)
    seconds = {name: sum(times) for name, times in least.items()}
    own = seconds.pop("quotes")
    return {name: round(own / other, 3) for name, other in seconds.items()}


def _subjects(model: str) -> dict[str, Callable[[Sequence[Article]], object]]:
    import spacy

    from quotes.articles import as_article
    from quotes.articles.language import in_english
    from quotes.engines.work import load_extract
    from quotes.model.benchmark.subjects import direct_quotations
    from quotes.table import quote_rows

    extract = load_extract(model)
    full = spacy.load(model)
    parsing = spacy.load(model, exclude=["ner", "senter"])

    def own(chunk: Sequence[Article]) -> int:
        read = [as_article({"text": one.text, "id": one.article_id}) for one in chunk]
        english = in_english(read, on_problem=lambda problem: None)
        return sum(len(quote_rows(one, extract(one))) for one in english)

    def default(chunk: Sequence[Article]) -> int:
        return sum(len(doc) for doc in full.pipe(one.text for one in chunk))

    def textacy(chunk: Sequence[Article]) -> int:
        return sum(direct_quotations(doc) for doc in parsing.pipe(one.text for one in chunk))

    return {"quotes": own, "spacy": default, "textacy": textacy}


def check_ratios(ratios: Mapping[str, float], pinned: Pinned) -> list[str]:
    """What has become dearer than the baseline allows.

    Args:
        ratios: From `short_ratios`.
        pinned: The baseline.

    Returns:
        A line for each ratio that is too high or was not measured; empty when all is well.
    """
    lines = []
    for name, least in pinned.ratios.items():
        limit = least * (1 + pinned.tolerance)
        now = ratios.get(name, float("inf"))
        if now > limit:
            lines.append(
                f"quotes takes {now:.2f} times the CPU time of {name}: pinned are {least:.2f}, "
                f"at most {limit:.2f} pass"
            )
    return lines


def read_pinned(path: str | Path) -> Pinned:
    """Read a baseline.

    Args:
        path: The file.

    Raises:
        UsageError: There is none, or it isn't one.
    """
    try:
        data = json.loads(Path(path).read_text("utf-8"))
        return Pinned(
            {str(name): float(ratio) for name, ratio in data["ratios"].items()},
            float(data["tolerance"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"no baseline can be read from {str(path)!r} ({type(error).__name__}): make one "
            "with --pin"
        ) from error


def write_pinned(path: str | Path, ratios: Mapping[str, float], *, model: str) -> None:
    """Write a baseline.

    Args:
        path: The file.
        ratios: From `short_ratios`.
        model: The pipeline they were measured with.
    """
    data = {"ratios": dict(ratios), "tolerance": TOLERANCE, "versions": versions(model)}
    with replacing(Path(path)) as file:
        file.write(f"{json.dumps(data, indent=2)}\n".encode())
