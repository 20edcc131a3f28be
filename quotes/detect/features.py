"""What is known of a frame, as named features for the cue lexicon to weigh."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LENGTHS = (1, 2, 3, 5, 8, 13, 21, 34)


def features(
    doc: "Doc", frame: Frame, quoted: Sequence[bool], reporting: frozenset[str]
) -> Iterator[str]:
    """Describe a frame.

    Args:
        doc: The parsed article.
        frame: A frame of it.
        quoted: For every token, whether it stands in quotation marks.
        reporting: Lemmas known as reporting verbs.

    Yields:
        Feature names, each at most once.
    """
    head = doc[frame.head]
    lemma, shape, who = frame.lemma, frame.shape, frame.who
    yield f"s={shape}"
    yield f"l={lemma}"
    yield f"ls={lemma}|{shape}"
    yield f"w={who}"
    yield f"sw={shape}|{who}"
    yield f"lw={lemma}|{who}"
    if lemma in reporting:
        yield f"rv|{shape}"
    yield f"d={head.dep_}|{shape.split(':')[0]}"
    yield f"t={head.tag_}|{shape.split(':')[0]}"
    for child in head.children:
        if child.dep_ in ("aux", "neg"):
            yield f"a={child.lower_}"
            yield f"al={child.lower_}|{lemma}"
    size = sum(end - start for start, end in frame.content)
    bucket = sum(size > n for n in _LENGTHS)
    yield f"n={bucket}"
    yield f"ns={bucket}|{shape}"
    yield f"k={len(frame.content)}|{shape}"
    inside = sum(quoted[i] for start, end in frame.content for i in range(start, end))
    marked = "none" if not inside else "all" if inside * 10 > size * 8 else "some"
    yield f"q={marked}|{shape.split(':')[0]}"
    start, end = frame.content[0]
    yield f"f={doc[start].lower_}|{shape.split(':')[0]}"
    if shape.startswith("q:"):
        first = next((t for t in doc[start:end] if t.is_alpha), None)
        yield f"qc={first is not None and first.is_lower}|{shape}"
    content_head = doc[start:end].root
    yield f"cp={content_head.pos_}|{shape}"
    yield f"cl={content_head.lemma_.lower()}"
    yield f"lc={lemma}|{content_head.pos_}"
    if content_head.ent_type_:
        yield f"ce={content_head.ent_type_}|{shape}"
        yield f"lce={content_head.ent_type_}|{lemma}"
    if frame.source is not None and frame.source.end > frame.source.start:
        a, b = frame.source
        root = doc[a:b].root
        yield f"se={root.ent_type_}"
        yield f"sl={root.lemma_.lower()}"
        yield f"sn={min(b - a, 8)}"
        yield f"gap={sum(abs(a - frame.head) > n for n in _LENGTHS)}"
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
    sentence = head.sent
    if doc[sentence.end - 1].is_space and sentence.end - sentence.start > 1:
        last = doc[sentence.end - 2]
    else:
        last = doc[sentence.end - 1]
    yield f"end={last.text if last.is_punct else 'word'}"
    if sentence.start == 0:
        yield "first"
