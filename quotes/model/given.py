"""Documents with given mentions, as in ECB+, read by the system's own first stages.

Only the mentions are given. Whom a description or a surname in the document means is for
`quotes.attribute` to tell, from the whole text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from quotes.attribute.names import gender_of_word, is_given
from quotes.attribute.reading import open_reading
from quotes.attribute.referents import Referent
from quotes.attribute.resolve import resolve
from quotes.attribute.words import read_words
from quotes.detect.pipeline import make_doc
from quotes.identify.forms import Form, form_of
from quotes.types import Article, Attribution, Span

if TYPE_CHECKING:
    from spacy.language import Language

_JOINED = frozenset((",", ".", ":", ";", "!", "?", ")", "'s", "’s", "n't", "%"))
_OPENING = frozenset(("(", "$"))
_QUOTES = frozenset(("''", "``"))
_SPACED = re.compile(r"(?<!\s)\s+([,.]|['’]s\b)")
_REMAINS = re.compile(r"(?:['’]s)?(?<!\s)\s+(?:body|corpse|remains)$")
_AGE = re.compile(r",\s*\d{1,3}\b.*$")
_DEGREE = re.compile(r",\s*(?:MD|M\.D\.|PhD|Ph\.D\.|QC|MP)\b\.?")


def name_in(text: str) -> str:
    """A name as annotated, in running text: without age, degree, and spaces before marks.

    Args:
        text: The mention's words.
    """
    joined = _SPACED.sub(r"\1", text)
    # Whose body it is, is who it is.
    joined = _REMAINS.sub("", joined)
    return _DEGREE.sub("", _AGE.sub("", joined)).strip()


def text_of(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Tokens as running text.

    Args:
        tokens: As annotated.

    Returns:
        The text, and where each token begins in it.
    """
    text, starts, before = "", [], "("
    for token in tokens:
        written = '"' if token in _QUOTES else token
        if written not in _JOINED and before not in _OPENING:
            text += " "
        starts.append(len(text))
        text += written
        before = written
    return text, starts


def meant_by(
    nlp: "Language", tokens: Sequence[str], persons: Sequence[Mapping[str, Any]]
) -> list[str | None]:
    """Whom a document's given mentions mean, as far as its text has the name.

    Args:
        nlp: From `quotes.detect.pipeline.load_pipeline`.
        tokens: The document's.
        persons: The mentions, each with ``tok`` and ``text``, in order.

    Returns:
        For each the name of a person; None where the text does not say, or no more than the
        mention.
    """
    text, starts = text_of(tokens)
    doc = nlp(make_doc(nlp, Article(article_id="", text=text)))
    spans = []
    for person in persons:
        first = person["tok"][0]
        last = min(first + len(person["text"].split()), len(tokens)) - 1
        spans.append(Span(starts[first], starts[last] + len(tokens[last])))
    given = [
        Attribution(
            content=(Span(span.end, min(span.end + 1, len(text))),),
            source=(span,),
            quote_type="indirect",
            confidence=1.0,
            context=Span(0, len(text)),
        )
        for span in spans
    ]
    people = open_reading(read_words(doc, skipped=())).people
    return [
        _meant(found, person["text"], people)
        for found, person in zip(resolve(doc, given), persons, strict=True)
    ]


def _meant(found: Attribution, text: str, people: Sequence[Referent]) -> str | None:
    speaker = found.speakers[0] if len(found.speakers) == 1 else None
    if speaker is not None and speaker.kind == "person":
        form = form_of(speaker.name)
        if form is not None and form.is_full and found.resolved_by == "description":
            return speaker.name
        if form is not None and form.is_full and found.resolved_by == "name":
            return speaker.name if _is_fuller(form, form_of(text)) else None
    if speaker is None or speaker.kind != "person":
        return _only_one(text, people)
    return None


def _is_fuller(whole: Form, form: Form | None) -> bool:
    """Whether a name in the text has more of the given names than a mention, and the same ones."""
    if form is None or whole.surname != form.surname or len(whole.given) <= len(form.given):
        return False
    more = whole.given[: len(whole.given) - len(form.given)]
    return whole.given[len(more) :] == form.given and is_given(more[0])


def _only_one(text: str, people: Sequence[Referent]) -> str | None:
    """The person in the text whom a bare title or noun fits: *President*, *Man*."""
    named = [q for q in people if (form := form_of(q.name)) is not None and form.is_full]
    titled = [q for q in named if (q.role or "").casefold() == text.casefold()]
    if len(titled) == 1:
        return titled[0].name
    noun = text.split()[-1].casefold()
    gender = gender_of_word(noun)
    if gender is None or len(text.split()) > 2:
        return None
    fits = [q for q in named if q.gender in (gender, None)]
    return fits[0].name if len(fits) == 1 and fits[0].gender == gender else None
