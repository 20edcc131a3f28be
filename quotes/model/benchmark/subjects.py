"""What is compared: the whole of ``quotes extract``, and what spaCy and textacy take alone."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quotes.errors import QuotesError

if TYPE_CHECKING:
    from spacy.tokens import Doc


def extract_all(path: str, jobs: int, model: str) -> None:
    """The command itself, from articles to a Parquet file.

    Args:
        path: The corpus's file.
        jobs: How many processes.
        model: A spaCy pipeline, by package name or path.

    Raises:
        QuotesError: It ended with another status than 0.
    """
    _extract(path, jobs, model)


def extract_fast(path: str, jobs: int, model: str) -> None:
    """The command with ``--fast``.

    Args:
        path: The corpus's file.
        jobs: How many processes.
        model: A spaCy pipeline, by package name or path.

    Raises:
        QuotesError: It ended with another status than 0.
    """
    _extract(path, jobs, model, "--fast")


def _extract(path: str, jobs: int, model: str, *more: str) -> None:
    from quotes.cli import main

    with TemporaryDirectory(prefix="quotes-") as folder:
        output = str(Path(folder) / "quotes.parquet")
        status = main(
            ["extract", path, "-q", "-o", output, "-n", str(jobs), "--model", model, *more],
        )
    if status:
        raise QuotesError(f"quotes extract ended with status {status}")


def spacy_default(path: str, jobs: int, model: str) -> None:
    """spaCy's ``nlp.pipe`` with the pipeline as it comes, on the same texts.

    Args:
        path: The corpus's file.
        jobs: How many processes.
        model: A spaCy pipeline, by package name or path.
    """
    import spacy

    from quotes.model.benchmark.corpus import texts

    nlp = spacy.load(model)
    for _ in nlp.pipe(texts(path), n_process=jobs):
        pass


def textacy_quotations(path: str, jobs: int, model: str) -> None:
    """textacy's ``direct_quotations``, with the parse that it needs, on the same texts.

    Args:
        path: The corpus's file.
        jobs: How many processes.
        model: A spaCy pipeline, by package name or path.
    """
    import spacy

    from quotes.model.benchmark.corpus import texts

    # It asks for tags, lemmas, sentences and subjects, and never for entities.
    nlp = spacy.load(model, exclude=["ner", "senter"])
    for doc in nlp.pipe(texts(path), n_process=jobs):
        direct_quotations(doc)


def direct_quotations(doc: "Doc") -> int:
    """How many quotations textacy finds in one document.

    Args:
        doc: The parsed document.
    """
    from textacy.extract.triples import direct_quotations as find

    try:
        return sum(1 for _ in find(doc))
    except ValueError:  # an odd number of quotation marks
        return 0
