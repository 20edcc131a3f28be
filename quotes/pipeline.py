"""The main job: articles in, a quote table out."""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import polars as pl

from quotes.engines.journal import Journal
from quotes.engines.limits import MAX_SECONDS
from quotes.engines.local import extract_articles, nothing_known
from quotes.engines.work import loader
from quotes.errors import ReadError
from quotes.table import QUOTES, Spool, quote_rows
from quotes.types import Article, Problem

if TYPE_CHECKING:
    from quotes.identify import Authority, Decision, Families, Identities, Registry

ArticleLike = str | Mapping[str, Any] | Article
"""An article's text; a dict with ``text`` and what else is known; or an `Article`."""

FAMILY_COLUMNS = ("quote_id", "quote_type", "quote", "speaker_id")
"""What quote families are made from."""

AT_ONCE = 50_000
"""Rows of which speakers and families are told at once, in memory; of more, a share at a time."""


def extract(
    articles: ArticleLike | Iterable[ArticleLike] | pl.DataFrame,
    *,
    model: str | None = None,
    jobs: int = 1,
    fast: bool = False,
    min_confidence: float = 0.0,
    any_language: bool = False,
    registry: "Registry | None" = None,
    decisions: "Sequence[Decision]" = (),
    authority: "Authority | None" = None,
    on_problem: Callable[[Problem], None] | None = None,
) -> pl.DataFrame:
    """Find who said what in articles.

    Args:
        articles: Texts, dicts with a ``text`` (and ``article_id``, ``title``, ``published``,
            ``outlet``, ``author``, ``url`` where known), or `Article` objects; one or many; or a
            polars DataFrame with such columns.
        model: A spaCy English pipeline, by package name or path; by default the one that comes
            with this package.
        jobs: How many processes; 1 works in this one, 0 uses all cores. With more than one, a
            script must start under ``if __name__ == "__main__":``.
        fast: Take less time, and find less.
        min_confidence: Leave out what is less certain.
        any_language: Also take articles that are not in English; else each is a problem.
        registry: Speakers known from before (`quotes.identify.Registry`); it learns from these
            articles, and keeps identifiers as they were whatever comes later.
        decisions: What people decided about who is who (`quotes.identify.read_decisions`).
        authority: Identifiers of others to link speakers to (`quotes.identify.read_authority`).
        on_problem: Called with each article that can't be read or processed; by default each
            becomes a warning. The rest goes on.

    Returns:
        The quote table, one row an attribution, in the order of the articles.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
        ContradictionError: The decisions contradict each other.
    """
    report = on_problem or _warn
    with Spool(QUOTES) as quotes:
        run(
            _read(articles, report),
            quotes,
            model=model,
            jobs=jobs,
            fast=fast,
            min_confidence=min_confidence,
            any_language=any_language,
            on_problem=report,
        )
        with room_for(quotes) as folder:
            who = identities(
                quotes,
                registry=registry,
                decisions=decisions,
                authority=authority,
                folder=folder,
            )
            column = families(quotes, who, folder=folder)
            return pl.concat([QUOTES.to_frame(), *finished(quotes, column, who)])


def run(
    articles: Iterable[Article],
    quotes: Spool,
    *,
    model: str | None = None,
    jobs: int = 1,
    fast: bool = False,
    min_confidence: float = 0.0,
    on_problem: Callable[[Problem], None],
    on_article: Callable[[Article, int], None] | None = None,
    journal: Journal | None = None,
    max_seconds: float = MAX_SECONDS,
    any_language: bool = False,
) -> None:
    """Put the quote table's rows of many articles into a spool, in bounded memory.

    Args:
        articles: The articles.
        quotes: Where the rows go; take them out with `finished`.
        model: A spaCy English pipeline, by package name or path.
        jobs: How many processes; 1 works in this one, 0 uses all cores.
        fast: Take less time, and find less.
        min_confidence: Leave out what is less certain.
        on_problem: Called with each article that can't be processed.
        on_article: Called with each article that was, and the number of its rows.
        journal: What is done already, and where to note what is.
        max_seconds: How long one article may take; one that takes longer is a problem.
        any_language: Also take articles that are not in English; else each is a problem.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
    """
    from quotes.articles.language import in_english

    found = extract_articles(
        articles if any_language else in_english(articles, on_problem=on_problem),
        model=model or default_model(),
        jobs=jobs,
        on_problem=on_problem,
        max_seconds=max_seconds,
        known=journal.known if journal is not None else nothing_known,
        load=loader(fast=fast),
    )
    with closing(found):
        for article, attributions in found:
            if journal is not None:
                journal.add(article, attributions)
            rows = quote_rows(article, attributions, min_confidence=min_confidence)
            quotes.add(rows)
            if on_article is not None:
                on_article(article, len(rows))


@contextmanager
def room_for(quotes: Spool) -> Iterator[Path | None]:
    """Where what is known of all speakers and quotations is to be while the table is written.

    Args:
        quotes: The rows, from `run`.

    Yields:
        A folder for temporary files where there are more than `AT_ONCE` rows; else None.

    Raises:
        QuotesError: There is no room on the disk.
    """
    with ExitStack() as stack:
        folder = None
        if len(quotes) > AT_ONCE:
            from quotes.identify.spilled import room_asked_for
            from quotes.table.scratch import scratch

            with room_asked_for():
                folder = stack.enter_context(scratch())
        yield folder


def identities(
    quotes: Spool,
    *,
    registry: "Registry | None" = None,
    decisions: "Sequence[Decision]" = (),
    authority: "Authority | None" = None,
    folder: Path | None = None,
) -> "Identities":
    """Who the speakers of all rows are across articles; this needs the whole table.

    Args:
        quotes: The rows, from `run`.
        registry: Speakers known from before; it learns from these articles.
        decisions: What people decided about who is who.
        authority: Identifiers of others to link speakers to.
        folder: From `room_for`; with a registry, which is in memory whole, it is not used.

    Raises:
        ContradictionError: The decisions contradict each other.
        QuotesError: There is no room on the disk.
    """
    from quotes.identify import Identities, identify, identify_by_blocks, mentions_of, rows_of

    rows = rows_of(quotes.frames())
    if folder is None or registry is not None:
        return identify(rows, registry=registry, decisions=decisions, authority=authority)
    with TemporaryDirectory(dir=folder) as own:
        return Identities(
            *identify_by_blocks(
                mentions_of(rows), folder=Path(own), decisions=decisions, authority=authority
            )
        )


def families(
    quotes: Spool, who: "Identities | None" = None, *, folder: Path | None = None
) -> "pl.Series | Families":
    """The quote family of every row; this needs the whole table.

    Args:
        quotes: The rows, from `run`.
        who: Who their speakers are, from `identities`.
        folder: From `room_for`; it is to be there as long as the families are asked for.

    Raises:
        QuotesError: There is no room on the disk.
    """
    from quotes.identify import families_by_shares, family_ids

    frames = (frame.select(*FAMILY_COLUMNS, "article_id", "speaker") for frame in quotes.frames())
    named = (who.applied(frame) if who else frame for frame in frames)
    if folder is None:
        return family_ids(named)
    return families_by_shares(named, folder=folder / "families")


def finished(
    quotes: Spool, family_ids: "pl.Series | Families", who: "Identities | None" = None
) -> Iterator[pl.DataFrame]:
    """The quote table, part by part.

    Args:
        quotes: The rows, from `run`.
        family_ids: Their quote families, from `families`.
        who: Who their speakers are, from `identities`; without it, as each article tells.

    Yields:
        Parts of the table, in order.
    """
    start = 0
    for frame in quotes.frames():
        named = who.applied(frame) if who else frame
        yield named.with_columns(family_ids.slice(start, frame.height))
        start += frame.height


def default_model() -> str:
    """The name of the spaCy pipeline that comes with this package."""
    from quotes.detect import DEFAULT_MODEL

    return DEFAULT_MODEL


def _read(
    articles: ArticleLike | Iterable[ArticleLike] | pl.DataFrame,
    on_problem: Callable[[Problem], None],
) -> Iterator[Article]:
    from quotes.articles import as_article

    seen: set[str] = set()
    for number, item in enumerate(_each(articles)):
        try:
            article = as_article(item)
        except ReadError as error:
            on_problem(Problem(input=f"article {number}", code=error.code, message=str(error)))
            continue
        if article.article_id in seen:
            on_problem(_duplicate(number, article))
            continue
        seen.add(article.article_id)
        yield article


def _duplicate(number: int, article: Article) -> Problem:
    return Problem(
        input=f"article {number}",
        article_id=article.article_id,
        code="duplicate-id",
        message=f"an article with the id {article.article_id!r} came before; this one is left out",
    )


def _each(
    articles: ArticleLike | Iterable[ArticleLike] | pl.DataFrame,
) -> Iterable[ArticleLike]:
    if isinstance(articles, pl.DataFrame):
        return articles.iter_rows(named=True)
    if isinstance(articles, (str, Mapping, Article)):
        return [articles]
    return articles


def _warn(problem: Problem) -> None:
    if problem.lost:
        warnings.warn(f"{problem.input}: {problem.message}", RuntimeWarning, stacklevel=2)
