"""How the work divides into stages: the same steps as ``quotes extract`` takes, each timed."""

import gc
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from quotes.detect.candidates import Page
    from quotes.detect.frame import Frame
    from quotes.detect.verdict import Verdict

P = ParamSpec("P")
T = TypeVar("T")


class Stopwatch:
    """CPU seconds of this process by the name of what they went to."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    def __call__(self, name: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do some work and note what it took.

        Args:
            name: Under which name.
            work: What to do.
            args, kwargs: With what.

        Returns:
            What ``work`` returns.
        """
        start = time.process_time()
        try:
            return work(*args, **kwargs)
        finally:
            self.seconds[name] += time.process_time() - start

    def each(self, name: str, items: Iterable[T]) -> Iterator[T]:
        """Pass items on, and note what it took to get them.

        Args:
            name: Under which name.
            items: The items.
        """
        iterator = iter(items)
        end = object()
        while (item := self(name, next, iterator, end)) is not end:
            yield item  # type: ignore[misc]


def stage_seconds(path: str, *, model: str) -> dict[str, float]:
    """Extract from a corpus in this process, stage by stage.

    Args:
        path: The corpus's file.
        model: A spaCy pipeline, by package name or path.

    Returns:
        CPU seconds by stage; the components of the spaCy pipeline by their own names. Imports and
        loading are not in them.
    """
    from quotes.articles import as_article, find_furniture, read_articles
    from quotes.articles.language import foreign_language
    from quotes.attribute.resolve import resolve
    from quotes.detect import find_attributions, load_pipeline, make_doc
    from quotes.model.network.judge import by_network
    from quotes.pipeline import families, finished, identities, room_for
    from quotes.table import QUOTES, Spool, quote_rows, write_table

    nlp, watch = load_pipeline(model), Stopwatch()
    # What is imported and loaded at first use belongs to no stage.
    first = as_article("“We won,” said Ann Lee, the captain, on Monday in Rome.")
    foreign_language("x" * 1000)
    resolve(doc := nlp(make_doc(nlp, first)), find_attributions(doc, judge=by_network))
    gc.freeze()  # as `load_extract` does

    def judge(
        doc: "Doc", page: "Page", frames: "Sequence[Frame]", odds: Sequence[float]
    ) -> "Verdict":
        return watch("network", by_network, doc, page, frames, odds)

    with (
        Spool(QUOTES) as rows,
        TemporaryDirectory(prefix="quotes-") as folder,
        nlp.memory_zone(),  # one for many articles, as in `load_extract`
    ):
        read = read_articles([path], on_problem=lambda problem: None)
        for article in watch.each("reading", read):
            # A second time, to know its part in the reading.
            watch("furniture", find_furniture, article.text)
            watch("language", foreign_language, article.text)
            doc = watch("tokenizing", make_doc, nlp, article)
            for name, component in nlp.pipeline:
                doc = watch(name, component, doc)
            found = watch("detection", find_attributions, doc, skipped=article.skipped, judge=judge)
            named = watch("resolution", resolve, doc, found, skipped=article.skipped)
            made = watch("rows", quote_rows, article, named)
            watch("rows", rows.add, made)
        with room_for(rows) as room:
            who = watch("identity", identities, rows, folder=room)
            column = watch("families", families, rows, who, folder=room)
            output = Path(folder) / "quotes.parquet"
            watch("writing", write_table, finished(rows, column, who), output, schema=QUOTES)
    watch.seconds["reading"] -= watch.seconds["furniture"]
    watch.seconds["detection"] -= watch.seconds["network"]
    return dict(watch.seconds)
