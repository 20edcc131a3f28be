"""Documents with given mentions, as in ECB+, read by the system's own first stages.

Only the mentions are given. Whom a description or a surname in the document means is for
`quotes.attribute` to tell, from the whole text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from quotes.attribute.reading import open_reading
from quotes.attribute.resolve import resolve
from quotes.attribute.words import read_words
from quotes.detect.pipeline import make_doc
from quotes.identify.forms import form_of
from quotes.model.described import described, fuller
from quotes.types import Article, Attribution, Span, SpeakerKind

if TYPE_CHECKING:
    from spacy.language import Language

_JOINED = frozenset((",", ".", ":", ";", "!", "?", ")", "'s", "’s", "n't", "%"))
_OPENING = frozenset(("(", "$"))
_QUOTES = frozenset(("''", "``"))
_SPACED = re.compile(r"(?<!\s)\s+([,.]|['’]s\b)")
_REMAINS = re.compile(r"(?:['’]s)?(?<!\s)\s+(?:body|corpse|remains)$")
_WHOSE = re.compile(r"(?:his|her)\s+(?:body|corpse|remains)", re.IGNORECASE)
_AGE = re.compile(r",\s*\d{1,3}\b.*$")
_DEGREE = re.compile(r",\s*(?:MD|M\.D\.|PhD|Ph\.D\.|QC|MP)\b\.?")


class Meant(NamedTuple):
    """Whom a mention means.

    Attributes:
        name: The name of a person; None where the text does not say, or no more than the mention.
        kind: What the mention is by itself.
    """

    name: str | None
    kind: SpeakerKind


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
) -> list[Meant]:
    """Whom a document's given mentions mean, as far as its text has the name.

    Args:
        nlp: From `quotes.detect.pipeline.load_pipeline`.
        tokens: The document's.
        persons: The mentions, each with ``tok`` and ``text``, in order.

    Returns:
        For each whom it means.
    """
    text, starts = text_of(tokens)
    doc = nlp(make_doc(nlp, Article(article_id="", text=text)))
    spans = []
    for person in persons:
        first = person["tok"][0]
        words = 1 if _WHOSE.fullmatch(person["text"]) else len(person["text"].split())
        last = min(first + words, len(tokens)) - 1
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
    r = open_reading(read_words(doc, skipped=()))
    meant = []
    for span, found, person in zip(spans, resolve(doc, given), persons, strict=True):
        one = _meant(found, person["text"])
        if one.name is None and found.resolved_by != "name":
            one = one._replace(name=described(r, *r.w.tokens(span)))
        meant.append(one)
    return meant


def _meant(found: Attribution, text: str) -> Meant:
    """Whom the first stages found, by name where they tell more than the mention does."""
    speaker = found.speakers[0] if len(found.speakers) == 1 else None
    if speaker is None:
        return Meant(None, "unknown")
    if speaker.kind != "person":
        tells = found.resolved_by == "pronoun" and speaker.kind == "anonymous"
        return Meant(speaker.name if tells else None, speaker.kind)
    form = form_of(speaker.name)
    full = form is not None and form.is_full
    tells = full and (found.resolved_by != "name" or fuller(speaker.name, text))
    return Meant(speaker.name if tells else None, speaker.kind)
