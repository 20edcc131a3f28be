"""The whole system run over annotated articles, as predictions to be scored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quotes.engines.local import extract_articles
from quotes.engines.work import Extract, loader
from quotes.identify.identities import identify
from quotes.model.gold import GoldArticle, Label, Marked
from quotes.model.letters import letters, quote_type, quoted_positions
from quotes.pipeline import default_model
from quotes.table import Row, quote_rows
from quotes.types import Article, Attribution, Problem, Span


def predict(
    gold: Iterable[GoldArticle],
    *,
    model: str | None = None,
    jobs: int = 1,
    fast: bool = False,
    gold_attributions: bool = False,
    on_problem: Callable[[Problem], None],
) -> dict[str, tuple[Marked, ...]]:
    """Find the attributions of annotated articles, without looking at their annotation.

    The predictions are the rows of the quote table, so that what is scored is what users get.

    Args:
        gold: The articles.
        model: A spaCy English pipeline, by package name or path.
        jobs: How many processes; 1 works in this one, 0 uses all cores.
        fast: With the setting ``--fast``.
        gold_attributions: Take contents, cues and sources from the annotation after all, and
            only tell who the speakers are.
        on_problem: Called with each article that can't be processed; it has no predictions.

    Returns:
        The attributions of each article id.

    Raises:
        ModelError: There is no such pipeline, or it doesn't fit.
        ReadError: An article has no text, or too much.
    """
    gold = list(gold)
    load = (
        _Given({a.article_id: a.attributions for a in gold}, fast)
        if gold_attributions
        else loader(fast=fast)
    )
    found = extract_articles(
        map(as_read, gold),
        model=model or default_model(),
        jobs=jobs,
        on_problem=on_problem,
        load=load,
    )
    rows = {
        article.article_id: quote_rows(article, attributions) for article, attributions in found
    }
    who = identify(row for its in rows.values() for row in its)
    return {
        article_id: tuple(marked(_with(row, who.of(row))) for row in its)
        for article_id, its in rows.items()
    }


def _with(row: Row, speaker: tuple[str | None, str | None]) -> Row:
    return {**row, "speaker_id": speaker[0], "speaker": speaker[1]}


def as_read(gold: GoldArticle) -> Article:
    """An annotated article as the readers would have read it, its page furniture marked.

    Args:
        gold: The article.

    Returns:
        The article without its annotation.
    """
    from quotes.articles import as_article

    return as_article(
        {
            "article_id": gold.article_id,
            "text": gold.text,
            "title": gold.title,
            "outlet": gold.outlet,
            "author": gold.author,
            "published": gold.published,
        }
    )


def marked(row: Row) -> Marked:
    """A row of the quote table as a prediction.

    Args:
        row: The row.

    Returns:
        Its spans and speaker.
    """
    speaker = (
        Label(row["speaker_id"], row["speaker"], row["speaker_kind"]) if row["speaker_id"] else None
    )
    return Marked(
        content=_spans(row["content_spans"]),
        cue=_spans(row["cue_spans"]),
        source=_spans(row["source_spans"]),
        attribution_id=row["quote_id"],
        speaker=speaker,
        confidence=row.get("confidence"),
    )


def _spans(cells: Iterable[Row]) -> tuple[Span, ...]:
    return tuple(Span(cell["start"], cell["end"]) for cell in cells)


@dataclass(frozen=True, slots=True)
class _Given:
    """Loads what finds the speakers of given attributions; picklable, for other processes."""

    given: dict[str, tuple[Marked, ...]]
    fast: bool = False

    def __call__(self, model: str) -> Extract:
        from quotes.attribute.resolve import resolve
        from quotes.detect.pipeline import load_pipeline, make_doc

        nlp = load_pipeline(model, fast=self.fast)

        def extract(article: Article) -> list[Attribution]:
            doc = nlp(make_doc(nlp, article))
            attributions = given_attributions(article.text, self.given[article.article_id])
            return resolve(doc, attributions, skipped=article.skipped, author=article.author)

        return extract


def _paragraphs(text: str, content: Sequence[Span]) -> Span:
    """The paragraphs that hold a content."""
    end = text.find("\n", content[-1].end)
    return Span(text.rfind("\n", 0, content[0].start) + 1, len(text) if end < 0 else end)


def given_attributions(text: str, given: Iterable[Marked]) -> list[Attribution]:
    """Annotated spans as the first stage would have found them.

    Args:
        text: The article's text.
        given: The annotated attributions.

    Returns:
        Attributions without speakers, in text order; those without a content are left out.
    """
    quoted = quoted_positions(text)
    return [
        Attribution(
            content=one.content,
            cue=one.cue,
            source=one.source,
            quote_type=quote_type(letters(one.content, text), quoted),
            confidence=1.0,
            context=_paragraphs(text, one.content),
        )
        for one in sorted(given)
        if one.content
    ]
