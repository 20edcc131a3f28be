"""One run of the benchmark: every figure from the same articles, one after the other."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from quotes.model.benchmark.corpus import Corpus, load_articles, write_corpora
from quotes.model.benchmark.machine import machine, versions
from quotes.model.benchmark.stages import stage_seconds
from quotes.model.benchmark.subjects import (
    extract_all,
    extract_fast,
    spacy_default,
    textacy_quotations,
)
from quotes.model.benchmark.usage import Usage, Work, measure

SIZES = (500, 2000, 8000)
"""How many articles the growth of time and memory is measured on."""

JOBS = (1, 2)

SUBJECTS: dict[str, Work] = {
    "quotes extract": extract_all,
    "quotes extract --fast": extract_fast,
    "spaCy nlp.pipe": spacy_default,
    "textacy direct_quotations": textacy_quotations,
}
OWN, FAST, *OTHERS = SUBJECTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What was measured.

    Attributes:
        corpus: On what.
        machine, versions: Where, and with what.
        start: What each subject takes for a single article: starting, importing, loading.
        used: What each subject takes for the corpus, by its name and the number of processes.
        stages: CPU seconds by stage, in one process.
        growth: What ``quotes extract`` takes in one process, by size; empty unless asked for.
    """

    corpus: Corpus
    machine: Mapping[str, str | int | float]
    versions: Mapping[str, str]
    start: Mapping[str, Usage]
    used: Mapping[tuple[str, int], Usage]
    stages: Mapping[str, float]
    growth: Sequence[tuple[Corpus, Usage]] = ()

    def work_seconds(self, subject: str) -> float:
        """CPU seconds that a subject takes in one process for the articles alone.

        Args:
            subject: Its name.
        """
        return self.used[subject, 1].cpu - self.start[subject].cpu

    def ratio(self, other: str, *, own: str = OWN, whole: bool = False) -> float:
        """CPU seconds of ``quotes extract`` for one of another subject, in one process.

        Args:
            other: The other's name.
            own: With which setting.
            whole: With starting and loading, which otherwise are left out on both sides.
        """
        if whole:
            return self.used[own, 1].cpu / self.used[other, 1].cpu
        return self.work_seconds(own) / self.work_seconds(other)


def benchmark(
    inputs: Sequence[str],
    *,
    articles: int,
    model: str,
    growth: bool = False,
    tell: Callable[[str], None] = lambda message: None,
) -> Benchmark:
    """Measure everything once.

    Args:
        inputs: Files, folders, globs; by default the golden articles.
        articles: How many articles; those of the inputs are repeated where they are fewer.
        model: A spaCy pipeline, by package name or path.
        growth: Also measure how time and memory grow with the number of articles.
        tell: Called with a line before each measurement.

    Returns:
        What was measured.

    Raises:
        UsageError: There is no such input, or no article in it.
        ModelError: There is no such pipeline.
        QuotesError: Something that was to be timed failed.
    """
    sizes = SIZES if growth else ()
    kinds = versions(model)
    with TemporaryDirectory(prefix="quotes-") as folder:
        read = load_articles(inputs, at_most=max(articles, *sizes, 1))
        corpora = write_corpora(read, {1, articles, *sizes}, Path(folder))
        del read
        corpus = corpora[articles]
        before = machine()
        start, used = {}, {}
        for name, work in SUBJECTS.items():
            tell(f"timing {name}: starting")
            start[name] = measure(work, corpora[1].path, model=model)
            for jobs in JOBS:
                tell(f"timing {name}: {articles} articles, processes: {jobs}")
                used[name, jobs] = measure(work, corpus.path, jobs=jobs, model=model)
        tell(f"timing stages: {articles} articles")
        stages = in_fresh_process(corpus.path, model)
        grown = []
        for size in sizes:
            tell(f"timing {OWN}: {size} articles")
            grown.append((corpora[size], measure(extract_all, corpora[size].path, model=model)))
    return Benchmark(
        corpus=corpus,
        machine=before,
        versions=kinds,
        start=start,
        used=used,
        stages=stages,
        growth=tuple(grown),
    )


def in_fresh_process(path: str, model: str) -> dict[str, float]:
    """Time the stages in a process that has done nothing else.

    Args:
        path: The corpus's file.
        model: A spaCy pipeline, by package name or path.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(stage_seconds, path, model=model).result()
