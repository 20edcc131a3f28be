"""What spaCy's ``lemmatizer`` sets, remembered by form, part of speech and features.

spaCy's own remembers them too, but only of the inflected forms, walks through the tokens one by one
to ask, and looks up each new form in lists of all known words.
"""

from typing import TYPE_CHECKING

from quotes.pipes.arrays import read, write

if TYPE_CHECKING:
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc

_KEPT = 200_000  # forms, some 50 MB


class FastLemmas:
    """Sets lemmas as a lemmatizer by rules would; make it with `fast_lemmas`.

    Args:
        lemmatizer: The lemmatizer.
    """

    def __init__(self, lemmatizer: "Lemmatizer") -> None:
        self._lemmatizer = lemmatizer
        # It asks of them only whether a word is among them.
        index = lemmatizer.lookups.get_table("lemma_index", {})
        for pos, words in list(index.items()):
            index[pos] = frozenset(words)
        # Strings, not their keys: the vocabulary may have forgotten a string in the meantime.
        self._known: dict[tuple[int, int, int], str] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set the lemmas of those tokens of a Doc that have none.

        Args:
            doc: A Doc with parts of speech.

        Returns:
            The same Doc.
        """
        if not len(doc):
            return doc
        add, known = doc.vocab.strings.add, self._known
        forms = read(doc, ("ORTH", "POS", "MORPH", "LEMMA"))
        keys: dict[tuple[int, int, int], int] = {}
        lemmas = []
        for i, (orth, pos, morph, lemma) in enumerate(forms.tolist()):
            if not lemma:
                form = orth, pos, morph
                found = keys.get(form)
                if found is None:
                    word = known.get(form)
                    if word is None:
                        word = self._lemmatizer.lemmatize(doc[i])[0]
                        if len(known) >= _KEPT:
                            known.clear()
                        known[form] = word
                    found = keys[form] = add(word)
                lemma = found
            lemmas.append(lemma)
        return write(doc, ("LEMMA",), lemmas)


def fast_lemmas(lemmatizer: "Lemmatizer") -> FastLemmas | None:
    """Make the function that does what a lemmatizer does.

    Args:
        lemmatizer: A spaCy pipeline's ``lemmatizer``.

    Returns:
        None where it doesn't go by form, part of speech and features alone.
    """
    from spacy.lang.en.lemmatizer import EnglishLemmatizer

    fits = type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"
    return FastLemmas(lemmatizer) if fits and not lemmatizer.overwrite else None
