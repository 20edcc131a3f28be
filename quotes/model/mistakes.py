"""What was got wrong, with its place in the text, for people to read."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from quotes.model.evaluate import Evaluation
from quotes.model.gold import Label, Marked
from quotes.model.letters import same_source
from quotes.model.scores import paired_units
from quotes.model.speaker_scores import is_named
from quotes.types import Span

MistakeKind = Literal["missed", "spurious", "source", "speaker"]

_WIDTH = 60


class Mistake(NamedTuple):
    """One mistake.

    Attributes:
        what: ``missed`` (annotated only), ``spurious`` (predicted only), ``source`` (found, with
            another source) or ``speaker`` (found, but it is another person or another kind).
        article_id: The article.
        gold, predicted: The attribution on each side, where there is one.
        label: Who the annotated source is, where labelled.
        text: The article's text.
    """

    what: MistakeKind
    article_id: str
    gold: Marked | None
    predicted: Marked | None
    label: Label | None
    text: str


def mistakes(evaluation: Evaluation) -> Iterator[Mistake]:
    """All that was got wrong, article by article.

    Args:
        evaluation: What to look through.

    Yields:
        Mistakes; of one attribution at most one ``source`` and one ``speaker``.
    """
    for article, golds, predicted, pairs in paired_units(evaluation.gold, evaluation.predictions):
        gold_left, predicted_left = dict(enumerate(golds)), dict(enumerate(predicted))
        for g, p in pairs:
            gold, guess = gold_left.pop(g), predicted_left.pop(p)
            label = evaluation.labels.get((article.article_id, gold.marked.attribution_id or ""))
            where = (article.article_id, gold.marked, guess.marked, label, article.text)
            if not same_source(gold.source, guess.source):
                yield Mistake("source", *where)
            if label and not _is_speaker(label, guess.marked.speaker):
                yield Mistake("speaker", *where)
        for gold in gold_left.values():
            yield Mistake("missed", article.article_id, gold.marked, None, None, article.text)
        for guess in predicted_left.values():
            yield Mistake("spurious", article.article_id, None, guess.marked, None, article.text)


def describe(mistake: Mistake) -> str:
    """A mistake for people: a headline, then each side's content, cue and source in its context.

    Args:
        mistake: The mistake.

    Returns:
        Several lines.
    """
    lines = [f"{mistake.what.upper()} in {mistake.article_id}"]
    for side, marked, who in (
        ("gold", mistake.gold, mistake.label),
        ("here", mistake.predicted, mistake.predicted.speaker if mistake.predicted else None),
    ):
        if marked:
            lines.append(f"  {side}: {_in_context(marked, mistake.text)}")
        if marked and mistake.what == "speaker":
            lines.append(f"        = {who.name} ({who.kind})" if who else "        = nobody")
    return "\n".join(lines)


def _is_speaker(label: Label, speaker: Label | None) -> bool:
    if label.kind == "unknown":
        return True
    if speaker is None or speaker.kind != label.kind:
        return False
    return label.kind != "person" or is_named(label, speaker)


def _in_context(marked: Marked, text: str) -> str:
    """The attribution's stretch of text on one line: {content}, [source], <cue>."""
    brackets = {"content": ("{", "}"), "source": ("[", "]"), "cue": ("<", ">")}
    at: dict[int, str] = {}
    spans: list[Span] = []
    for role, (opening, closing) in brackets.items():
        for start, end in getattr(marked, role):
            at[start] = at.get(start, "") + opening
            at[end] = closing + at.get(end, "")
            spans.append(Span(start, end))
    first = max(0, min(start for start, _ in spans) - _WIDTH)
    last = min(len(text), max(end for _, end in spans) + _WIDTH)
    shown = "".join(at.get(i, "") + text[i : i + 1] for i in range(first, last))
    return " ".join((shown + at.get(last, "")).split())
