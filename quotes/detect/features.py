"""What is known of a frame, as named features for the cue lexicon to weigh."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LENGTHS = (1, 2, 3, 5, 8, 13, 21, 34)


class _Head(NamedTuple):
    """What is known of a predicate, whatever the frame.

    Attributes:
        dep, tag: Its dependency label and tag.
        helpers: Its auxiliaries and negations, lower case.
        around: Features of the clauses above it and of its sentence.
    """

    dep: str
    tag: str
    helpers: list[str]
    around: list[str]


class _Root(NamedTuple):
    """The word that a stretch's others hang on."""

    lemma: str
    pos: str
    entity: str


class Features:
    """Describes an article's frames; what several of them share is looked up once.

    Args:
        doc: The parsed article.
        quoted: For every token, whether it stands in quotation marks.
        reporting: Lemmas known as reporting verbs.
    """

    def __init__(self, doc: "Doc", quoted: Sequence[bool], reporting: frozenset[str]) -> None:
        self._doc, self._quoted, self._reporting = doc, quoted, reporting
        self._tokens = list(doc)
        self._heads: dict[int, _Head] = {}
        self._roots: dict[Tokens, _Root] = {}

    def __call__(self, frame: Frame) -> list[str]:
        """Describe a frame.

        Args:
            frame: A frame of the article.

        Returns:
            Feature names, each at most once.
        """
        lemma, shape, who = frame.lemma, frame.shape, frame.who
        form = shape.split(":")[0]
        head = self._head(frame.head)
        names = [
            f"s={shape}",
            f"l={lemma}",
            f"ls={lemma}|{shape}",
            f"w={who}",
            f"sw={shape}|{who}",
            f"lw={lemma}|{who}",
        ]
        if lemma in self._reporting:
            names.append(f"rv|{shape}")
        names += f"d={head.dep}|{form}", f"t={head.tag}|{form}"
        for helper in head.helpers:
            names += f"a={helper}", f"al={helper}|{lemma}"
        size = sum(end - start for start, end in frame.content)
        bucket = sum(size > n for n in _LENGTHS)
        names += f"n={bucket}", f"ns={bucket}|{shape}", f"k={len(frame.content)}|{shape}"
        inside = sum(sum(self._quoted[start:end]) for start, end in frame.content)
        marked = "none" if not inside else "all" if inside * 10 > size * 8 else "some"
        first = frame.content[0]
        names += f"q={marked}|{form}", f"f={self._tokens[first.start].lower_}|{form}"
        if shape.startswith("q:"):
            begins = next((t for t in self._tokens[first.start : first.end] if t.is_alpha), None)
            names.append(f"qc={begins is not None and begins.is_lower}|{shape}")
        root = self._root(first)
        names += f"cp={root.pos}|{shape}", f"cl={root.lemma}", f"lc={lemma}|{root.pos}"
        if root.entity:
            names += f"ce={root.entity}|{shape}", f"lce={root.entity}|{lemma}"
        if frame.source is not None and frame.source.end > frame.source.start:
            a, b = frame.source
            root = self._root(frame.source)
            names += f"se={root.entity}", f"sl={root.lemma}", f"sn={min(b - a, 8)}"
            names.append(f"gap={sum(abs(a - frame.head) > n for n in _LENGTHS)}")
        return names + head.around

    def _head(self, at: int) -> _Head:
        found = self._heads.get(at)
        if found is None:
            token = self._tokens[at]
            helpers = [c.lower_ for c in token.children if c.dep_ in ("aux", "neg")]
            around = [*_above(token), *self._sentence(token)]
            found = self._heads[at] = _Head(token.dep_, token.tag_, helpers, around)
        return found

    def _root(self, tokens: Tokens) -> _Root:
        found = self._roots.get(tokens)
        if found is None:
            root = self._doc[tokens.start : tokens.end].root
            found = _Root(root.lemma_.lower(), root.pos_, root.ent_type_)
            self._roots[tokens] = found
        return found

    def _sentence(self, head: "Token") -> Iterator[str]:
        sentence = head.sent
        last = self._tokens[sentence.end - 1]
        if last.is_space and sentence.end - sentence.start > 1:
            last = self._tokens[sentence.end - 2]
        yield f"end={last.text if last.is_punct else 'word'}"
        if sentence.start == 0:
            yield "first"


def _above(head: "Token") -> Iterator[str]:
    """The clauses that a predicate stands in, up to the one that governs it."""
    token = head
    for _ in range(12):
        if token.head == token:
            break
        if token.dep_ in ("ccomp", "xcomp", "pcomp", "acl"):
            yield f"in={token.dep_}"
            yield f"gov={token.head.lemma_.lower()}|{token.dep_}"
            break
        if token.dep_ in ("relcl", "advcl"):
            yield f"in={token.dep_}"
        token = token.head
