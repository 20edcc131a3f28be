"""The spaCy component ``quotes``: ``nlp.add_pipe("quotes")`` gives ``doc._.attributions``.

What is found lies in ``doc.user_data["quotes"]`` in a form that JSON and msgpack can hold, so that
it survives ``doc.to_bytes()``, ``DocBin(store_user_data=True)`` and ``nlp.pipe(n_process=2)``;
``doc._.attributions`` makes `Attribution` objects of it. To read such bytes in a process that has
not loaded the pipeline, import this module first.
"""

from spacy.language import Language
from spacy.tokens import Doc

from quotes.errors import ModelError
from quotes.packed import pack, unpack
from quotes.types import Attribution

USER_DATA = "quotes"


class QuotesComponent:
    """Finds the attributions of each Doc that passes through a pipeline.

    Args:
        name: The component's name in its pipeline.
        skip_furniture: Look for page furniture (captions, cookie lines) and leave it out.
        min_confidence: Leave out what is less certain.
        fast: Leave out the network, which costs more than all the rest of this component.
    """

    def __init__(
        self, name: str, *, skip_furniture: bool, min_confidence: float, fast: bool
    ) -> None:
        self.name = name
        self._fast = fast
        self._skip_furniture = skip_furniture
        self._min_confidence = min_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of one Doc.

        Args:
            doc: A parsed Doc.

        Returns:
            The same Doc, with ``doc._.attributions`` set.

        Raises:
            ModelError: The pipeline has no parser or tagger before this component.
        """
        from quotes.articles import find_furniture
        from quotes.attribute import attributions
        from quotes.detect.verdict import by_lexicon
        from quotes.model.network.judge import by_network

        self._check(doc)
        judge = by_lexicon if self._fast else by_network
        skipped = find_furniture(doc.text) if self._skip_furniture else ()
        found = attributions(doc, skipped=skipped, judge=judge) if len(doc) else []
        doc.user_data[USER_DATA] = pack(
            one for one in found if one.confidence >= self._min_confidence
        )
        return doc

    def _check(self, doc: Doc) -> None:
        missing = [
            pipe
            for pipe, annotation in (("parser", "DEP"), ("tagger", "TAG"))
            if len(doc) and not doc.has_annotation(annotation)
        ]
        if missing:
            raise ModelError(
                f"the component {self.name!r} needs a {' and a '.join(missing)} before it: use a "
                "pipeline such as en_core_web_sm, and add this component at its end"
            )


@Language.factory(
    "quotes",
    assigns=["doc._.attributions"],
    requires=["token.dep", "token.tag", "token.lemma"],
    default_config={"skip_furniture": True, "min_confidence": 0.0, "fast": False},
)
def make_quotes(
    nlp: Language, name: str, skip_furniture: bool, min_confidence: float, fast: bool
) -> QuotesComponent:
    """Make the component; spaCy calls this for ``nlp.add_pipe("quotes", config={…})``.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        skip_furniture: Look for page furniture (captions, cookie lines) and leave it out.
        min_confidence: Leave out what is less certain.
        fast: Leave out the network.
    """
    return QuotesComponent(
        name, skip_furniture=skip_furniture, min_confidence=min_confidence, fast=fast
    )


def _attributions(doc: Doc) -> list[Attribution]:
    return unpack(doc.user_data.get(USER_DATA, ()))


# Importing twice (as spaCy's entry points may) must not fail.
Doc.set_extension("attributions", getter=_attributions, force=True)
