"""``quotes index``: articles, or a quote table, into an index."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import Reporter, say
from quotes.cli.progress import Progress, progress
from quotes.cli.searching import Database
from quotes.errors import ReadError
from quotes.types import Article, Problem

if TYPE_CHECKING:
    from quotes.articles import Input
    from quotes.identify import Authority
    from quotes.index import Index
    from quotes.index.types import Row
    from quotes.index.update import Updater

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Articles: files, folders, globs, or - for standard input; or a quote table made by "
        "quotes extract.",
        show_default=False,
    ),
]
Texts = Annotated[
    str | None,
    typer.Option(
        "--articles",
        metavar="FILE",
        help="For a quote table: its articles, as quotes extract --articles wrote them.",
    ),
]
Withdraw = Annotated[
    list[str] | None,
    typer.Option("--withdraw", metavar="ID", help="Take this article out; repeatable."),
]
AuthorityFile = Annotated[
    str | None,
    typer.Option(
        "--authority",
        metavar="FILE",
        help="Link all speakers to other identifiers: authority_id, name, aliases, role, start, "
        "end, born.",
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Also do again what is in the index unchanged.")
]


def index(
    db: Database,
    inputs: Inputs = None,
    articles: Texts = None,
    withdraw: Withdraw = None,
    again: Again = False,
    authority: AuthorityFile = None,
    model: options.Model = None,
    jobs: options.Jobs = 0,
    fast: options.Fast = False,
    any_language: options.AnyLanguage = False,
    input_format: options.InputFormat = None,
    quiet: options.Quiet = False,
) -> None:
    """Add articles to an index, or bring it up to date with them; it is made where there is none.

    What is there unchanged costs nothing; a corrected article replaces its rows. A run that is
    ended in any way leaves a whole index, and the next goes on where it stopped.

    Exit status: 0 done, 1 some articles failed (and which, and why), 2 wrong use.
    """
    from quotes.articles import find_inputs
    from quotes.index import open_index
    from quotes.index.runs import begin, finish
    from quotes.index.update import Updater, is_quote_table

    sources = find_inputs(inputs, input_format=input_format) if inputs else []
    tables = [source for source in sources if source.name != "-" and is_quote_table(source.name)]
    texts = _texts(articles)
    known = _authority(authority)
    with open_index(db, create=bool(sources), upgrade=True) as opened:
        if not sources and not withdraw and known is None:
            say(f"{db} is up to date")
            return
        run = begin(opened.database, inputs=[s.name for s in sources], model=model)
        gone = opened.withdraw(withdraw) if withdraw else 0
        updater = Updater(opened, run)
        with progress(sources, quiet=quiet) as shown:
            report = Reporter(tell=shown.tell, keep=lambda problem: None, quiet=quiet)
            try:
                _tables(updater, tables, texts, report)
                _articles(
                    opened,
                    updater,
                    [source for source in sources if source not in tables],
                    shown=shown,
                    report=report,
                    model=model,
                    jobs=jobs,
                    fast=fast,
                    any_language=any_language,
                    again=again,
                )
            except (KeyboardInterrupt, SystemExit):
                updater.flush()
                raise
            updater.flush()
        if known is not None:
            opened.link_authority(known)
        finish(opened.database, run, withdrawn=len(withdraw or ()))
    if not quiet:
        done = updater.done
        say(
            f"{done.added:,} articles added, {done.replaced:,} replaced, {done.unchanged:,} "
            f"unchanged, {len(withdraw or ()):,} withdrawn; {done.quotations:,} quotations added"
            f"{f', {gone:,} taken out' if gone else ''}"
        )
    if report.lost:
        say(f"{report.lost} failed")
        raise typer.Exit(1)


def _authority(path: str | None) -> "Authority | None":
    if path is None:
        return None
    from quotes.identify import read_authority

    return read_authority(path)


def _texts(path: str | None) -> "dict[str, Row]":
    if path is None:
        return {}
    from quotes.table import ARTICLES, read_table

    return {row["article_id"]: row for row in read_table(path, schema=ARTICLES).to_dicts()}


def _tables(
    updater: "Updater",
    tables: "Sequence[Input]",
    texts: "dict[str, Row]",
    report: Callable[[Problem], None],
) -> None:
    from quotes.index.update import add_table
    from quotes.table import read_table

    for table in tables:
        try:
            rows = read_table(table.name)
        except ReadError as error:
            problem = Problem(input=table.name, code=error.code, message=str(error))
            updater.problem(problem)
            report(problem)
            continue
        add_table(updater, rows, texts=texts)


def _articles(
    opened: "Index",
    updater: "Updater",
    sources: "list[Input]",
    *,
    shown: Progress,
    report: Callable[[Problem], None],
    model: str | None,
    jobs: int,
    fast: bool,
    any_language: bool,
    again: bool,
) -> None:
    if not sources:
        return
    from quotes.articles import read_articles
    from quotes.index.update import add_articles
    from quotes.pipeline import default_model

    def told(problem: Problem) -> None:
        updater.problem(problem)
        report(problem)

    add_articles(
        updater,
        opened,
        _noted(read_articles(sources, on_problem=told, on_bytes=shown.read), shown),
        model=model or default_model(),
        jobs=jobs,
        fast=fast,
        any_language=any_language,
        again=again,
        on_problem=report,
        on_article=lambda article, count: shown.done(count),
    )


def _noted(articles: Iterable[Article], shown: Progress) -> Iterable[Article]:
    for article in articles:
        shown.begun()
        yield article
