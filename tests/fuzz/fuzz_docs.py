"""Detection and attribution on parses made up of a fuzzer's bytes: no parser is needed.

Words, tags, trees, entities and what the network says are chosen freely, so that what no parser
says is tried too.
"""

from functools import cache

import numpy as np
from attribution_checks import hold_attributions
from draw import Draw
from spacy.lang.en import English
from spacy.tokens import Doc

from quotes.articles import find_furniture
from quotes.attribute import attributions
from quotes.detect.candidates import candidates, read_page
from quotes.detect.layouts import layout_frames
from quotes.detect.verdict import Verdict
from quotes.model.network.inputs import Window
from quotes.model.network.judge import THRESHOLD, score, weighed, weights
from quotes.model.network.linker import derived
from quotes.model.network.links import BUCKETS
from quotes.model.network.reading import Reading, Seen
from quotes.types import Article

_MARKS = """
“ ” " ' ‘ ’ « » `` '' : , . ; — - – … ? ( )
"""
_VERBS = """
said told asked says denied wrote added claims accused vowed called
"""
_NAMES = """
Ann Lee Bob Day NATO Monday Mr. Mrs. Dr. Jr. U.S. Congress Lee’s MINISTER
"""
_PRONOUNS = """
he she they it I we you who which his her their one another both those
"""
_OTHERS = """
campaign administration committee company speech words candidates men women people many some
two lawyer wife team statement senator myself themselves French & familiar last
claim according to by that whether President minister spokesman spokeswoman official officials aide
aides sources police report poll a an the 's not would be was had is plan plans of in with and or
but because identified anonymous condition Q A captain coach mother city 42 won lost don n’t
Advertisement
"""
_POS_OF_OTHERS = """
NOUN VERB PROPN PRON AUX ADJ ADV ADP DET SCONJ CCONJ NUM PART PUNCT X
"""
_TAG_NAMES = """
NN NNS NNP VBD VBZ VBN VBG VB PRP PRP$ WP IN DT POS
"""
_DEP_NAMES = """
nsubj ccomp dobj prep pobj advcl relcl acl appos conj cc aux auxpass nsubjpass agent mark xcomp attr
poss compound det amod advmod punct parataxis pcomp dative oprd csubj npadvmod dep case prt neg expl
acomp
"""
_BY_WORD = {
    **dict.fromkeys(_MARKS.split(), "PUNCT"),
    **dict.fromkeys(_VERBS.split(), "VERB"),
    **dict.fromkeys(_NAMES.split(), "PROPN"),
    **dict.fromkeys(_PRONOUNS.split(), "PRON"),
    **dict.fromkeys(("\n", "\n\n", " "), "SPACE"),
}
WORDS = (*_BY_WORD, *_OTHERS.split())
_POS, _TAGS, _DEPS = _POS_OF_OTHERS.split(), _TAG_NAMES.split(), _DEP_NAMES.split()
_ENTS = ("", "", "", "PERSON", "ORG", "GPE", "NORP", "DATE")
_MOST = 120


@cache
def _vocab():
    return English().vocab


def doc_of(draw: Draw) -> Doc:
    """A parsed text: words, then a tree for each sentence."""
    count = draw.below(_MOST)
    words = [draw.one(WORDS) for _ in range(count)]
    flags = [draw.byte() for _ in range(count)]
    spaces = [not word.isspace() and flag % 4 != 0 for word, flag in zip(words, flags, strict=True)]
    pos = [
        _BY_WORD.get(word) or _POS[flag // 4 % len(_POS)]
        for word, flag in zip(words, flags, strict=True)
    ]
    heads, deps = [0] * count, ["ROOT"] * count
    start = 0
    for end in range(1, count + 1):
        # A line's end ends a sentence, whatever the parser thinks (`segment_starts`).
        if end == count or "\n" in words[end - 1] or (words[end - 1] == "." and flags[end] % 2):
            _grow(draw, start, end, None, heads, deps)
            start = end
    return Doc(
        _vocab(),
        words=words,
        spaces=spaces,
        pos=pos,
        tags=[draw.one(_TAGS) for _ in words],
        lemmas=[{"said": "say", "told": "tell"}.get(w, w.casefold()) for w in words],
        heads=heads,
        deps=deps,
        ents=[f"B-{kind}" if (kind := draw.one(_ENTS)) else "O" for _ in words],
    )


def _grow(draw, start: int, end: int, head: int | None, heads: list[int], deps: list[str]) -> None:
    """A tree over some tokens, none of whose arcs cross; not deep, as recursion must end."""
    todo = [(start, end, head)]
    while todo:
        start, end, head = todo.pop()
        if start >= end:
            continue
        root = start + draw.below(end - start)
        heads[root] = root if head is None else head
        deps[root] = "ROOT" if head is None else draw.one(_DEPS)
        for first, last in ((start, root), (root + 1, end)):
            while first < last:
                cut = first + 1 + draw.below(last - first)
                todo.append((first, cut, root))
                first = cut


def layouts(data: bytes) -> None:
    """Frames of all kinds lie within the text, and none is about itself."""
    draw = Draw(data)
    doc = doc_of(draw)
    page = read_page(doc, skipped=find_furniture(doc.text))
    for frame in (*layout_frames(doc, page.blocks), *candidates(doc, page)):
        for tokens in (*frame.content, frame.cue):
            assert 0 <= tokens.start < tokens.end <= len(doc), frame
        assert 0 <= frame.head < len(doc)
        assert frame.lemma and frame.shape and frame.who


def grammar(data: bytes) -> None:
    """Detection and attribution by the lexicon."""
    _attribute(Draw(data), judge=None)


def network(data: bytes) -> None:
    """The same by a network that says anything at all."""
    draw = Draw(data)
    _attribute(draw, judge=lambda *given: _judge(draw, *given))


def _attribute(draw: Draw, *, judge) -> None:
    author = draw.one((None, "Ann Lee", "A. Writer, Bob Day", " "))
    doc = doc_of(draw)
    text = doc.text
    skipped = find_furniture(text)
    article = Article(article_id="a", text=text, author=author, skipped=skipped)
    found = attributions(doc, skipped=skipped, author=author, judge=judge)
    hold_attributions(article, found)


def _judge(draw: Draw, doc, page, frames, odds) -> Verdict:
    if not len(doc):  # what has no words is not read, as by `by_network`
        return Verdict((), THRESHOLD, 1.0, 0.0)
    reading = _reading(draw, doc, frames)
    for frame in derived(doc, page, reading):
        assert list(frame.content) == sorted(frame.content)
        for start, end in frame.content:
            assert 0 <= start < end <= len(doc)
            assert not start <= frame.head < end
            assert not any(page.skipped[start:end])

    class Said:
        def read(self, *_):
            return reading

    table = weights()
    found, weigher = weighed(doc, page, frames, odds, network=Said())
    scored = [(score(one, table), one.frame) for one in found]
    return Verdict(scored, THRESHOLD, table.slope, table.shift, weigher.tie)


def _reading(draw: Draw, doc: Doc, frames) -> Reading:
    """Windows with a role for each token, and vectors that link some of them."""
    seen, start = [], 0
    while start < len(doc):
        end = min(len(doc), start + 1 + draw.below(len(doc)))
        seen.append(_seen(draw, Window(start, end)))
        start = end
    distance = np.full((BUCKETS, 2), 4 * draw.chance() - 2, dtype=np.float32)
    right = [12 * draw.chance() - 6 for _ in frames]
    return Reading(right, seen, distance)


def _seen(draw: Draw, window: Window) -> Seen:
    count = window.end - window.start
    tags = np.full((count, 7), 0.01, dtype=np.float32)
    role = 0
    for i in range(count):
        choice = draw.byte()
        # Mostly as before, so that there are runs.
        role = choice % 7 if choice >= 160 else role
        tags[i, role] = 0.4 + 0.6 * draw.chance()
    numbers = np.array([draw.byte() for _ in range(7 * count)], dtype=np.float32).reshape(count, 7)
    numbers = numbers / 32 - 4
    return Seen(
        window=window,
        tags=tags,
        heads=1 / (1 + np.exp(-numbers[:, 0])),
        query=numbers[:, 1:3],
        key=numbers[:, 3:5],
        lean=numbers[:, 5:7],
    )
