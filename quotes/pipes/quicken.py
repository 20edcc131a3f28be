"""Tokenizer and components of a spaCy pipeline exchanged for ones that set the same, faster."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from quotes.pipes.arcs import fast_parser
from quotes.pipes.attributes import fast_attributes
from quotes.pipes.entities import fast_entities
from quotes.pipes.lemmas import fast_lemmas
from quotes.pipes.tokens import fast_tokenizer
from quotes.pipes.vectors import fast_tok2vec

if TYPE_CHECKING:
    from spacy.tokens import Doc

Component = Callable[["Doc"], "Doc"]

_MAKERS: Mapping[str, Callable[[Any], Component | None]] = {
    "tok2vec": fast_tok2vec,
    "parser": fast_parser,
    "attribute_ruler": fast_attributes,
    "lemmatizer": fast_lemmas,
    "ner": fast_entities,
}


def quicken(nlp: Language) -> Language:
    """Exchange the tokenizer and those components of a pipeline that can be exchanged.

    A component stays as it is where it is of another make than in spaCy's small English
    pipelines. Docs must come in with nothing set but sentence starts.

    Args:
        nlp: A pipeline as spaCy loads it.

    Returns:
        The same pipeline, changed; what was exchanged is in it still, disabled.
    """
    for name, component in nlp.pipeline:
        if nlp.get_pipe_meta(name).factory in _MAKERS:
            faster = f"fast_{name}"
            made = nlp.add_pipe("quotes_fast", faster, after=name, config={"instead_of": name})
            if made is component:
                nlp.remove_pipe(faster)
            else:
                nlp.disable_pipe(name)
    nlp.tokenizer = fast_tokenizer(nlp) or nlp.tokenizer
    return nlp


@Language.factory("quotes_fast")
def make_fast(nlp: Language, name: str, instead_of: str) -> Component:
    """Make a fast component; spaCy calls this for ``nlp.add_pipe("quotes_fast", …)``.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        instead_of: The name of the component that it is to do the work of.

    Returns:
        The fast component, or that one itself where there is none.
    """
    component = nlp.get_pipe(instead_of)
    made = _MAKERS[nlp.get_pipe_meta(instead_of).factory](component)
    return component if made is None else made
