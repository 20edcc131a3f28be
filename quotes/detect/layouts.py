"""Frames whose sign is the page, not a mark: *MINISTER: text*, *Q: …*, announced blocks."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, phrase, who_of
from quotes.detect.grammar import Tokens, lemma_of, own_subject, trim, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABEL_WORDS = 7
_HEADLINE = """
say says said told hears heard warn warns warned claim claims claimed report reports find finds
found show shows suggest suggests admit admits insist insists believe believes argue argues
reveal reveals confirm confirms think thinks rule rules fear fears add adds tells
"""
_HEADLINE_VERBS = frozenset(_HEADLINE.split())
_PERSONAL = frozenset(("i", "we", "you", "my", "our", "your", "me", "us"))
_TAIL = 7  # words between a headline's last comma and its verb
_LEAD = 25  # words after a colon that an announcing clause may be far from


def layout_frames(doc: "Doc", blocks: Sequence[Tokens]) -> Iterator[Frame]:
    """Frames that a paragraph's form suggests.

    Args:
        doc: The parsed article.
        blocks: Its paragraphs.

    Yields:
        Frames; their shapes begin with ``layout:``.
    """
    from quotes.pipes.arrays import read

    yield from _headline(doc, blocks)
    labels = [_label(doc, block) for block in blocks]
    yield from _interview(doc, blocks, labels)
    spoken = sum(label is not None for label in labels)
    colon = doc.vocab.strings[":"]
    colons = [i for i, word in enumerate(read(doc, ("ORTH",))[:, 0].tolist()) if word == colon]
    for n, block in enumerate(blocks):
        label = labels[n]
        if label is not None:
            yield from _labelled(doc, blocks, labels, n, spoken)
        inner = colons[bisect_right(colons, block.start) : bisect_left(colons, block.end - 1)]
        yield from _colon_clause(doc, block, inner)
        if n + 1 < len(blocks) and labels[n + 1] is None:
            yield from _announced(doc, block, blocks[n + 1])


def _headline(doc: "Doc", blocks: Sequence[Tokens]) -> Iterator[Frame]:
    """*Deal on hostages is near, sources say*; *Owner ‘emptied accounts’, jury told*.

    Headlines leave out articles and auxiliaries, and the parser reads them badly.
    """
    if not blocks:
        return
    start, end = trim(doc, blocks[0])
    commas = [i for i in range(start + 1, end - 1) if doc[i].text in (",", ":", "-", "–", "—")]
    if not commas or end < blocks[0].end:
        return
    cut = commas[-1]
    verb = doc[end - 1]
    tail = Tokens(cut + 1, end - 1)
    if not 0 < tail.end - tail.start <= _TAIL or verb.lower_ not in _HEADLINE_VERBS:
        return
    told = verb.lower_ in ("told", "hears", "heard")
    source = None if verb.lower_ == "told" else trim(doc, tail)
    who = "none" if source is None else who_of(doc[source.start : source.end].root)
    content = trim(doc, Tokens(start, cut))
    if content.end > content.start and (source is None or source.end > source.start):
        shape = "layout:headline:told" if told else "layout:headline"
        cue = Tokens(end - 1, end)
        yield Frame(verb.i, lemma_of(verb), shape, (content,), cue, source, who)


def _label(doc: "Doc", block: Tokens) -> int | None:
    """The token index of the colon after a speaker label that opens a paragraph."""
    for i in range(block.start, min(block.end - 1, block.start + _LABEL_WORDS + 1)):
        if doc[i].text == ":" and i > block.start:
            words = doc[block.start : i]
            if words[0].text[:1].isupper() and not any(
                (t.pos_ in ("VERB", "AUX") and not t.text.isupper()) or t.is_quote for t in words
            ):
                return i
            return None
        if doc[i].text in (".", "!", "?", ";"):
            return None
    return None


def _interview(
    doc: "Doc", blocks: Sequence[Tokens], labels: Sequence[int | None]
) -> Iterator[Frame]:
    """The turns of an interview: at least two labels that take turns, each more than once."""
    said: dict[str, list[int]] = {}
    for n, colon in enumerate(labels):
        if colon is not None:
            said.setdefault(doc[blocks[n].start : colon].text.rstrip(". "), []).append(n)
    turns = {name: at for name, at in said.items() if len(at) > 1 or name in ("Q", "A")}
    if len(turns) < 2:
        return
    for at in turns.values():
        for n in at:
            colon = labels[n]
            if colon is None:
                continue
            name = trim(doc, Tokens(blocks[n].start, colon))
            content = [trim(doc, Tokens(colon + 1, blocks[n].end))]
            for k in range(n + 1, len(blocks)):
                # A turn may go on over paragraphs, and the writer may break in: what is said
                # in the first or second person is taken for the turn's.
                if labels[k] is not None or not _in_person(doc, blocks[k]):
                    break
                content.append(trim(doc, blocks[k]))
            kept = tuple(t for t in content if t.end > t.start)
            if kept and name.end > name.start:
                who = who_of(doc[name.start : name.end].root)
                yield Frame(
                    colon, ":", "layout:interview", kept, Tokens(colon, colon + 1), name, who
                )


def _in_person(doc: "Doc", block: Tokens) -> bool:
    words = {t.lower_ for t in doc[block.start : block.end]}
    return bool(words & _PERSONAL)


def _labelled(
    doc: "Doc",
    blocks: Sequence[Tokens],
    labels: Sequence[int | None],
    n: int,
    spoken: int,
) -> Iterator[Frame]:
    colon = labels[n]
    if colon is None:
        return
    block = blocks[n]
    name = trim(doc, Tokens(block.start, colon))
    if name.end <= name.start:
        return
    words = doc[name.start : name.end]
    form = (
        "caps" if words.text.isupper() else "q" if words.text.rstrip(".") in ("Q", "A") else "name"
    )
    if form == "name" and not all(t.pos_ in ("PROPN", "PUNCT", "ADP", "DET") for t in words):
        form = "words"
    many = "many" if spoken >= 3 else "few"
    content = [trim(doc, Tokens(colon + 1, block.end))]
    if spoken >= 3 and form in ("caps", "q", "name"):
        for k in range(n + 1, len(blocks)):
            if labels[k] is not None:
                break
            content.append(trim(doc, blocks[k]))
    kept = tuple(t for t in content if t.end > t.start)
    if not kept:
        return
    who = who_of(words.root)
    cue = Tokens(colon, colon + 1)
    yield Frame(colon, ":", f"layout:label:{form}:{many}", kept[:1], cue, name, who)
    if len(kept) > 1:
        yield Frame(colon, ":", f"layout:turn:{form}:{many}", kept, cue, name, who)


def _verb_before(doc: "Doc", start: int, colon: int) -> "Token | None":
    verbs = [
        doc[i]
        for i in range(max(start, colon - _LEAD), colon)
        if doc[i].pos_ in ("VERB", "AUX") and doc[i].dep_ not in ("aux", "auxpass")
    ]
    return verbs[-1] if verbs else None


def _lead(doc: "Doc", start: int, colon: int) -> int:
    """Where the sentence that ends in a colon begins."""
    i = colon
    while i > start and doc[i - 1].text not in (".", "!", "?"):
        i -= 1
    return i


def _colon_clause(doc: "Doc", block: Tokens, colons: Sequence[int]) -> Iterator[Frame]:
    """*He put it simply: the plan was dead.*"""
    for i in colons:
        verb = _verb_before(doc, _lead(doc, block.start, i), i)
        if verb is None:
            continue
        end = i + 1
        while end < block.end and doc[end].text not in (".", "!", "?"):
            end += 1
        yield from _announce(doc, verb, "layout:colon", trim(doc, Tokens(i + 1, end)))


def _announced(doc: "Doc", block: Tokens, following: Tokens) -> Iterator[Frame]:
    """A paragraph that ends in a colon, and the one it announces."""
    last = trim(doc, block)
    if last.end >= block.end or (doc[block.end - 1].text != ":" and doc[last.end].text != ":"):
        return
    verb = _verb_before(doc, _lead(doc, block.start, last.end), last.end)
    if verb is not None:
        yield from _announce(doc, verb, "layout:block", trim(doc, following))


def _announce(doc: "Doc", verb: "Token", shape: str, content: Tokens) -> Iterator[Frame]:
    if content.end <= content.start:
        return
    found = own_subject(verb)
    source = None if found is None else phrase(found, without=verb)
    yield Frame(verb.i, lemma_of(verb), shape, (content,), verb_group(verb), source, who_of(found))
