"""Verbs as reporting frames: *said that*, *vowed to*, *called for*, *talks, he said, failed*."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotes.detect.copulas import copula_frames
from quotes.detect.frame import Frame, phrase, who_of
from quotes.detect.grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    WH_WORDS,
    Tokens,
    children_by,
    lemma_of,
    own_subject,
    subject,
    subtree,
    trim,
    verb_group,
)
from quotes.detect.passives import passive_frames

if TYPE_CHECKING:
    from spacy.tokens import Token

FrameMaker = Callable[..., Frame]


_LINKING = frozenset(("be", "seem", "appear", "feel", "become", "remain", "make", "sound", "look"))
_RELATIVE = frozenset(("that", "which", "what", "whom"))


def verb_frames(verb: "Token") -> Iterator[Frame]:
    """Frames of a verb, one for each thing that could be its content.

    Args:
        verb: A verb or auxiliary.

    Yields:
        Frames; contents may overlap, and at most one of them will be chosen.
    """
    by_dep = children_by(verb)
    lemma = lemma_of(verb)
    if particles := by_dep.get("prt"):
        lemma = f"{lemma} {particles[0].lower_}"
    cue = verb_group(verb, by_dep)
    predicates = by_dep.get("acomp", []) + by_dep.get("attr", [])
    if lemma in _LINKING and predicates:
        yield from copula_frames(verb, predicates[0], cue)
    if lemma == "be":
        return
    passive = "auxpass" in by_dep or not PASSIVE_SUBJECTS.isdisjoint(by_dep)
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        yield from passive_frames(verb, lemma, by_dep, cue)
        return
    found = subject(verb)
    source = None if found is None else _legible(verb, phrase(found, without=verb))
    who = who_of(found)

    def frame(shape: str, *content: Tokens, end: int = 0) -> Frame:
        kept = tuple(t for t in (trim(verb.doc, c) for c in content) if t.end > t.start)
        return Frame(verb.i, lemma, shape, kept, Tokens(cue.start, max(end, cue.end)), source, who)

    for clause in by_dep.get("ccomp", []):
        yield from _clause(verb, clause, frame)
    for clause in by_dep.get("xcomp", []):
        yield frame(_xcomp_shape(clause), subtree(clause))
    yield from _objects(verb, by_dep, frame)
    yield from _prepositions(verb, by_dep, cue, frame)
    objects = by_dep.get("dobj", []) + by_dep.get("dative", [])
    for oprd in by_dep.get("oprd", []):
        start = min([oprd.left_edge.i, *(o.left_edge.i for o in objects if o.i > verb.i)])
        yield frame("oprd", Tokens(start, oprd.right_edge.i + 1))
    for clause in by_dep.get("advcl", []):
        marks = [c.lower_ for c in clause.children if c.dep_ == "mark"]
        if clause.i > verb.i and WH_WORDS.intersection(marks):
            yield frame("advcl:wh", subtree(clause))
    for child in by_dep.get("parataxis", []):
        if child.i > verb.i:
            yield frame("para:after", subtree(child))
    yield from _parenthetical(verb, frame)


def _objects(
    verb: "Token", by_dep: Mapping[str, Sequence["Token"]], frame: FrameMaker
) -> Iterator[Frame]:
    for obj in by_dep.get("dobj", ()):
        if obj.i < verb.i and obj.lower_ in _RELATIVE:
            continue
        yield frame("dobj", subtree(obj))
        clause = next((c for c in obj.children if c.dep_ in ("acl", "relcl")), None)
        if clause is not None and clause.dep_ == "acl":
            yield frame("dobj+acl", subtree(clause))


def _prepositions(
    verb: "Token", by_dep: Mapping[str, Sequence["Token"]], cue: Tokens, frame: FrameMaker
) -> Iterator[Frame]:
    objects = by_dep.get("dobj", ())
    for prep in by_dep.get("prep", ()):
        if prep.i < verb.i:
            continue
        for obj in prep.children:
            if obj.dep_ not in ("pobj", "pcomp"):
                continue
            near = prep.i + 1 if prep.i == cue.end else 0
            both = "dobj+" if objects else ""
            yield frame(f"{both}prep:{prep.lower_}", subtree(obj), end=near)
            if objects and objects[0].i < prep.i:
                whole = Tokens(objects[0].left_edge.i, prep.right_edge.i + 1)
                yield frame(f"dobj&prep:{prep.lower_}", whole)


def _legible(verb: "Token", span: Tokens) -> Tokens:
    """The subject as parsed; where that is a mere mark, the words before the verb."""
    doc = verb.doc
    if any(t.is_alpha for t in doc[span.start : span.end]):
        return span
    start = verb_group(verb).start
    while start > verb.sent.start and doc[start - 1].pos_ in ("PROPN", "NOUN", "DET", "ADJ"):
        start -= 1
    return trim(doc, Tokens(start, verb_group(verb).start))


def _xcomp_shape(clause: "Token") -> str:
    if _is_infinitive(clause):
        return "xcomp:to"
    return "xcomp:ing" if clause.tag_ == "VBG" else f"xcomp:{clause.pos_.lower()}"


def _is_infinitive(clause: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _clause(verb: "Token", clause: "Token", frame: FrameMaker) -> Iterator[Frame]:
    if clause.i < verb.i:
        yield _fronted(verb, clause, frame)
        return
    doc = verb.doc
    span = subtree(clause)
    mark = doc[span.start].lower_
    if _is_infinitive(clause):
        shape = "xcomp:to" if own_subject(clause) is None else "ccomp:to"
    elif mark == "that":
        shape = "ccomp:that"
    elif mark in WH_WORDS:
        shape = "ccomp:wh"
    elif clause.tag_ == "VBG" and not any(c.dep_ == "aux" for c in clause.children):
        shape = "ccomp:ing"
    else:
        shape = "ccomp"
    yield frame(shape, span)
    rest = Tokens(span.start, clause.sent.end)
    if any(t.is_quote for t in doc[span.end : rest.end]):
        # The parser hangs what follows on the cue; with marks in it, it may be content.
        yield frame(f"{shape}>", rest)


def _fronted(verb: "Token", clause: "Token", frame: FrameMaker) -> Frame:
    """*The talks failed, he said*: from the sentence's start to the reporting clause, and on."""
    own = own_subject(verb)
    start = clause.sent.start
    if own is not None and own.i < clause.i:
        # The talks, he said, failed: interrupted, as the parser sees it.
        start = clause.left_edge.i
    between = (c.left_edge.i for c in verb.children if clause.i < c.i < verb.i)
    content = [Tokens(start, min([verb.i, *between]))]
    end = max([verb.i, *(c.i for c in verb.children if c.dep_ in SUBJECTS)])
    if own is not None and own.i > verb.i:
        end = own.right_edge.i
    # Beyond the verb only where arcs cross: clauses may hang on each other by the thousand.
    beyond = clause.right_edge.i > end
    inner = [t.i for t in clause.subtree if t.i > end] if beyond else []
    if inner:
        content.append(Tokens(min(inner), max(inner) + 1))
    return frame("ccomp:front", *content)


def _parenthetical(verb: "Token", frame: FrameMaker) -> Iterator[Frame]:
    """*The talks, he said, failed*; *as he put it*: the reporting clause hangs on the content."""
    if verb.dep_ not in ("parataxis", "advcl", "ccomp", "intj", "dep"):
        return
    found = own_subject(verb)
    if found is None or found.dep_ in PASSIVE_SUBJECTS:
        return
    head = verb.head
    if head == verb or head.pos_ not in ("VERB", "AUX"):
        return
    own = subtree(verb)
    has_as = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children) or (
        verb.doc[own.start].lower_ == "as"
    )
    if verb.dep_ in ("advcl", "ccomp", "dep") and not has_as:
        return
    if any(c.dep_ in ("ccomp", "xcomp") for c in verb.children):
        return
    if any(c.dep_ == "dobj" and c.lower_ != "it" for c in verb.children):
        return
    whole = subtree(head)
    shape = "as" if has_as else "para"
    yield frame(shape, Tokens(whole.start, own.start), Tokens(own.end, whole.end))
