"""The tokens that spaCy's tokenizer makes, remembered by what stands between white space.

spaCy's own remembers them too, but nothing of what it meets in a memory zone, where all its texts
are: it would cut each word of each article anew.
"""

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# One space after a word belongs to that word; all other white space is a chunk itself.
_CHUNK = re.compile(r"(\S+)( ?)|(\s+)")
_KEPT = 100_000  # chunks, some 30 MB
_LONGEST = 50  # letters of a chunk worth remembering


class _Cut(NamedTuple):
    """How a chunk comes apart.

    Attributes:
        words: Its words.
        inner: A False for each of them but the last: no space follows it.
        norms: Of those whose norm is not that of their form, the place and the norm.
    """

    words: tuple[str, ...]
    inner: tuple[bool, ...]
    norms: tuple[tuple[int, str], ...]


class FastTokenizer:
    """Makes the Docs that a tokenizer would; make it with `fast_tokenizer`.

    Args:
        tokenizer: The tokenizer.
    """

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        # Strings, not their keys: the vocabulary may have forgotten a string in the meantime.
        self._known: dict[str, _Cut] = {}

    def __call__(self, text: str) -> "Doc":
        """Tokenize a text.

        Args:
            text: The text.

        Returns:
            A Doc with nothing set but its words, spaces and norms.
        """
        from spacy.tokens import Doc

        known = self._known
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[tuple[int, str]] = []
        for chunk, space, white in _CHUNK.findall(text):
            cut = known.get(chunk or white) or self._cut(chunk or white)
            for n, norm in cut.norms:
                norms.append((len(words) + n, norm))
            words += cut.words
            spaces += cut.inner
            spaces.append(space != "")
        doc = Doc(self._tokenizer.vocab, words=words, spaces=spaces)
        for i, norm in norms:
            doc[i].norm_ = norm
        return doc

    def _cut(self, chunk: str) -> _Cut:
        doc = self._tokenizer(chunk)
        cut = _Cut(
            tuple(token.text for token in doc),
            (False,) * (len(doc) - 1),
            tuple((token.i, token.norm_) for token in doc if token.norm_ != token.lex.norm_),
        )
        if len(chunk) <= _LONGEST:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[chunk] = cut
        return cut


def fast_tokenizer(nlp: "Language") -> FastTokenizer | None:
    """Make the function that does what a pipeline's tokenizer does.

    Args:
        nlp: The pipeline.

    Returns:
        None where the tokenizer is not spaCy's, or a rule of its reaches over white space.
    """
    from spacy import tokenizer as spacys

    tokenizer: Any = nlp.tokenizer
    if type(tokenizer) is not spacys.Tokenizer:
        return None
    reaching = any(len(rule.split()) > 1 for rule in tokenizer.rules or ())
    return None if reaching else FastTokenizer(tokenizer)
