"""The questions that the system puts to its ranker about annotated articles, with their answers.

The system reads the articles with their annotated attributions given, and takes down every
question: the candidates and what speaks for each. Where it is about a labelled source, the label
says which candidates are right.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotes.attribute.discourse import Question
from quotes.attribute.referents import Referent
from quotes.model.gold import GoldArticle, Label, SpeakerLabels
from quotes.model.same_name import same_person
from quotes.types import Skipped, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_JOINT = " | "


class Example(NamedTuple):
    """One question with its answer.

    Attributes:
        what: The sort of question.
        group: The article; examples of one article are never parted.
        options: The clues of each candidate.
        right: The candidates that are right, or as good as right; at least one.
    """

    what: str
    group: str
    options: tuple[Mapping[str, float], ...]
    right: frozenset[int]


def examples(
    gold: GoldArticle, doc: "Doc", labels: SpeakerLabels, skipped: Sequence[Skipped] = ()
) -> Iterator[Example]:
    """The questions that one annotated article puts, with their answers.

    Args:
        gold: The article with its annotation.
        doc: The same, parsed.
        labels: Who the sources are.
        skipped: Its page furniture.

    Yields:
        Examples; questions about what is not labelled are left out.
    """
    from quotes.attribute.resolve import resolve
    from quotes.model.predict import given_attributions

    asked: list[Question] = []
    attributions = given_attributions(gold.text, gold.attributions)
    resolve(doc, attributions, skipped=skipped, author=gold.author, asked=asked)
    about = list(_labelled(gold, labels, doc))
    for question in asked:
        if question.what == "name":
            yield from _name_example(question, gold.article_id, about, doc)
            continue
        if question.what == "kind":
            yield from _kind_example(question, gold.article_id, about)
            continue
        label = next((one.label for one in about if _is_about(question, one)), None)
        if label is None:
            continue
        right = {k for k, (q, _) in enumerate(question.options) if _is(q, label, about)}
        nobody = {k for k, (q, _) in enumerate(question.options) if q is None}
        if len(right) > 1:
            right -= nobody  # met before, so not new
        right = right or nobody
        if right:
            options = tuple(clues for _, clues in question.options)
            yield Example(question.what, gold.article_id, options, frozenset(right))


def _name_example(
    question: Question, group: str, about: Sequence["_Labelled"], doc: "Doc"
) -> Iterator[Example]:
    """Whether the name that a labelled source begins with is a person's."""
    options = tuple(clues for _, clues in question.options)
    for one in about:
        if not one.start <= question.at < one.end:
            continue
        before = doc[one.start : question.at].text.split()
        after = doc[question.at + 1].lower_ if question.at + 1 < len(doc) else ""
        if len(before) > 4:
            continue
        if any(not word[:1].isupper() for word in before) or (
            after in ("'s", "'") and question.at + 2 < one.end
        ):
            continue
        word = doc[question.at].text.casefold()
        names = (one.label.name or "").casefold()
        named = word in names.replace(".", "").split() or (
            one.label.kind in ("group", "document") and question.at + 1 == one.end
        )
        if one.label.kind in ("person", "organization", "group", "document") and named:
            yield Example("name", group, options, frozenset({int(one.label.kind != "person")}))


def _kind_example(
    question: Question, group: str, about: Sequence["_Labelled"]
) -> Iterator[Example]:
    """Which kind a described source is; a single person is described as an anonymous one is."""
    for one in about:
        if not one.start <= question.at < one.end:
            continue
        kind = "anonymous" if one.label.kind == "person" else one.label.kind
        right = {k for k, (option, _) in enumerate(question.options) if option == kind}
        named = one.label.kind == "person" and not any(
            "anonymous:rule=anonymous" in clues for _, clues in question.options
        )
        if right and not named:
            options = tuple(clues for _, clues in question.options)
            yield Example("kind", group, options, frozenset(right))


class _Labelled(NamedTuple):
    """A labelled source: its first token, the one after its last, and who it is."""

    start: int
    end: int
    label: Label


def _labelled(gold: GoldArticle, labels: SpeakerLabels, doc: "Doc") -> Iterator[_Labelled]:
    for marked in gold.attributions:
        label = labels.get((gold.article_id, marked.attribution_id or ""))
        span = marked.source and doc.char_span(*marked.source[0], alignment_mode="expand")
        if label is not None and span:
            yield _Labelled(span.start, span.end, label)


def _is_about(question: Question, one: _Labelled) -> bool:
    """Whether a question decides who a labelled source is."""
    alone = one.end - one.start == 1 or question.what == "description"
    return alone and one.start <= question.at < one.end


def _is(q: Referent | SpeakerKind | None, label: Label, about: Sequence[_Labelled]) -> bool:
    """Whether a candidate is who the label says."""
    if q is None or isinstance(q, str):
        return label.kind == "anonymous"
    if q.kind != "person":
        return any(one.start in q.spoken and one.label.name == label.name for one in about)
    if label.kind != "person":
        return False
    names = [form.text for form in q.names] or [q.name]
    return any(
        same_person(one, name) or (" " not in name and one.split()[-1:] == name.split()[-1:])
        for one in (label.name or "").split(_JOINT)
        for name in names
    )
