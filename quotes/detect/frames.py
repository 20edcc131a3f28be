"""Reporting frames: every place in a parse that could report something, whatever its words.

A frame is a predicate (a verb, a noun, an adjective, a preposition) with what it would report
and who would report it. Which frames do report is decided elsewhere, by what stands in the
lexicon of cues; here is only grammar.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotes.detect.grammar import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    Tokens,
    is_passive,
    own_subject,
    subject,
    subtree,
    trim,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Frame(NamedTuple):
    """One reading of one predicate as reporting.

    Attributes:
        head: Token index of the predicate.
        lemma: What the lexicon knows it by: ``say``, ``accuse``, ``be unclear``, ``plan``.
        shape: The construction: ``ccomp:that``, ``xcomp``, ``dobj``, ``prep:for``, ...
        content, cue, source: Token ranges; `source` is None where the grammar shows none.
        who: The class of the source's head: ``pron``, ``it``, ``who``, ``name``, ``noun``,
            ``none``.
    """

    head: int
    lemma: str
    shape: str
    content: tuple[Tokens, ...]
    cue: Tokens
    source: Tokens | None
    who: str


_WH = frozenset(("whether", "if", "how", "why", "what", "when", "where", "who", "which"))
_CLAUSE_PREPS = frozenset(("according", "per", "via"))


def frames(doc: "Doc") -> Iterator[Frame]:
    """All frames of a parsed Doc, in order of their predicates; several a predicate."""
    for token in doc:
        if token.pos_ in ("ADP", "SCONJ") or token.lower_ == "according":
            yield from _preposition(token)
        elif token.pos_ in ("VERB", "AUX"):
            yield from _verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(token)


def who_of(source: "Token | None") -> str:
    if source is None:
        return "none"
    if source.lower_ in ("who", "which", "that"):
        return "who"
    if source.lower_ in ("it", "this", "there"):
        return "it"
    if source.pos_ == "PRON":
        return "pron"
    if source.pos_ == "PROPN" or source.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"):
        return "name"
    return "noun"


def phrase(head: "Token", *, without: "Token | None" = None) -> Tokens:
    """The noun phrase of a source: its subtree, cut before the clause it is the subject of."""
    span = subtree(head)
    if without is not None and span.start <= without.i < span.end:
        # A noun with the predicate inside its own relative clause: stop before that clause.
        inner = without
        while inner.head != head and inner.head != inner:
            inner = inner.head
        span = Tokens(span.start, inner.left_edge.i)
    return trim(head.doc, span)


def _legible(verb: "Token", span: Tokens) -> Tokens:
    """The subject as parsed, or, where the parse gives a mark for one, the words before the verb."""
    doc = verb.doc
    if any(t.is_alpha for t in doc[span.start : span.end]):
        return span
    start = verb_group(verb).start
    while start > verb.sent.start and doc[start - 1].pos_ in ("PROPN", "NOUN", "DET", "ADJ"):
        start -= 1
    return trim(doc, Tokens(start, verb_group(verb).start))


def _verb(verb: "Token") -> Iterator[Frame]:
    children = list(verb.children)
    by_dep: dict[str, list[Token]] = {}
    for child in children:
        by_dep.setdefault(child.dep_, []).append(child)
    passive = is_passive(verb)
    lemma = verb.lemma_.lower()
    cue = verb_group(verb)
    if particles := by_dep.get("prt"):
        lemma = f"{lemma} {particles[0].lower_}"
    predicate = next((c for c in by_dep.get("acomp", []) + by_dep.get("attr", [])), None)
    if (
        lemma in ("be", "seem", "appear", "feel", "become", "remain", "make", "sound", "look")
        and predicate is not None
    ):
        yield from _copula(verb, predicate, cue)
    if lemma == "be":
        return
    found = subject(verb)
    agent = _agent(verb)
    if passive or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        yield from _passive(verb, lemma, by_dep, cue, agent, found)
        return
    source = None if found is None else _legible(verb, phrase(found, without=verb))
    who = who_of(found)

    def frame(shape: str, *content: Tokens, end: int | None = None) -> Frame:
        kept = tuple(t for t in (trim(verb.doc, c) for c in content) if t.end > t.start)
        span = cue if end is None else Tokens(cue.start, max(end, cue.end))
        return Frame(verb.i, lemma, shape, kept, span, source, who)

    for clause in by_dep.get("ccomp", []):
        yield from _clause(verb, clause, frame, found)
    for clause in by_dep.get("xcomp", []):
        yield frame(_xcomp_shape(clause), subtree(clause))
    objects = by_dep.get("dobj", []) + by_dep.get("dative", [])
    for obj in by_dep.get("dobj", []):
        if obj.i < verb.i and obj.lower_ in ("that", "which", "what", "whom"):
            continue
        yield frame("dobj", subtree(obj))
        clause = next((c for c in obj.children if c.dep_ in ("acl", "relcl")), None)
        if clause is not None and clause.dep_ == "acl":
            yield frame("dobj+acl", subtree(clause), end=None)
    for prep in by_dep.get("prep", []):
        if prep.i < verb.i:
            continue
        for obj in prep.children:
            if obj.dep_ in ("pobj", "pcomp"):
                shape = f"{'dobj+' if by_dep.get('dobj') else ''}prep:{prep.lower_}"
                near = prep.i + 1 if prep.i == cue.end else None
                yield frame(shape, Tokens(obj.left_edge.i, obj.right_edge.i + 1), end=near)
                if by_dep.get("dobj") and by_dep["dobj"][0].i < prep.i:
                    first = by_dep["dobj"][0]
                    yield frame(
                        f"dobj&prep:{prep.lower_}",
                        Tokens(first.left_edge.i, prep.right_edge.i + 1),
                    )
    for oprd in by_dep.get("oprd", []):
        start = min([oprd.left_edge.i, *(o.left_edge.i for o in objects if o.i > verb.i)])
        yield frame("oprd", Tokens(start, oprd.right_edge.i + 1))
    for clause in by_dep.get("advcl", []):
        if clause.i > verb.i and any(c.dep_ == "mark" and c.lower_ in _WH for c in clause.children):
            yield frame("advcl:wh", subtree(clause))
    for child in by_dep.get("parataxis", []):
        if child.i > verb.i:
            yield frame("para:after", subtree(child))
    yield from _parenthetical(verb, frame)


def _xcomp_shape(clause: "Token") -> str:
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children):
        return "xcomp:to"
    return "xcomp:ing" if clause.tag_ == "VBG" else f"xcomp:{clause.pos_.lower()}"


def _clause(verb, clause, frame, found) -> Iterator[Frame]:  # type: ignore[no-untyped-def]
    doc = verb.doc
    span = subtree(clause)
    if clause.i > verb.i:
        mark = doc[span.start].lower_
        if (
            any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
            and own_subject(clause) is None
        ):
            shape = "xcomp:to"
        elif own_subject(clause) is not None and any(
            c.lower_ == "to" and c.dep_ == "aux" for c in clause.children
        ):
            shape = "ccomp:to"
        elif mark == "that":
            shape = "ccomp:that"
        elif mark in _WH:
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
        return
    # Fronted: the content runs from the sentence's start to the reporting clause.
    start = clause.sent.start
    own = own_subject(verb)
    cut = min([verb.i, *(c.left_edge.i for c in verb.children if c.i > clause.i and c.i < verb.i)])
    if own is not None and own.i < clause.i:
        # The talks, he said, ...: not fronted but interrupted by the parser's lights.
        start = clause.left_edge.i
    content = [Tokens(start, cut)]
    rest = max([verb.i, *(c.i for c in verb.children if c.dep_ in SUBJECTS)])
    if own is not None and own.i > verb.i:
        rest = own.right_edge.i
    inner = [t.i for t in clause.subtree if t.i > rest]
    if inner:
        content.append(Tokens(min(inner), max(inner) + 1))
    yield frame("ccomp:front", *content)


def _parenthetical(verb: "Token", frame) -> Iterator[Frame]:  # type: ignore[no-untyped-def]
    """*The talks, he said, failed*; *as he put it*: the reporting clause hangs on the content."""
    if verb.dep_ not in ("parataxis", "advcl", "ccomp", "intj", "dep"):
        return
    if own_subject(verb) is None or own_subject(verb).dep_ in PASSIVE_SUBJECTS:  # type: ignore[union-attr]
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
    if any(c.dep_ in ("ccomp", "xcomp", "dobj") for c in verb.children):
        return
    whole = subtree(head)
    shape = "as" if has_as else "para"
    yield frame(shape, Tokens(whole.start, own.start), Tokens(own.end, whole.end))


def _agent(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ == "agent":
            for obj in child.children:
                if obj.dep_ == "pobj":
                    return obj
    return None


def _passive(verb, lemma, by_dep, cue, agent, found) -> Iterator[Frame]:  # type: ignore[no-untyped-def]
    doc = verb.doc
    source = None if agent is None else trim(doc, subtree(agent))
    who = who_of(agent)
    if cue.end < len(doc) and agent is not None and doc[cue.end].lower_ == "by":
        cue = Tokens(cue.start, cue.end + 1)
    patient: list[Tokens] = []
    if found is not None and found.lower_ not in ("it", "there"):
        patient = [phrase(found, without=verb)]
    by = "+by" if agent is not None else ""

    def frame(shape: str, *content: Tokens) -> Frame:
        kept = tuple(t for t in (trim(doc, c) for c in content) if t.end > t.start)
        return Frame(verb.i, lemma, f"pass:{shape}{by}", tuple(sorted(kept)), cue, source, who)

    for clause in by_dep.get("ccomp", []):
        if clause.i > verb.i:
            yield frame(
                "ccomp",
                *([] if found is not None and found.lower_ == "it" else patient),
                subtree(clause),
            )
    for clause in by_dep.get("xcomp", []):
        yield frame("xcomp", *patient, subtree(clause))
    for oprd in by_dep.get("oprd", []):
        yield frame("oprd", *patient, subtree(oprd))
    for prep in by_dep.get("prep", []):
        if prep.i > verb.i:
            yield frame(f"prep:{prep.lower_}", *patient, subtree(prep))
    if patient:
        yield frame("subj", *patient)


def _copula(verb: "Token", predicate: "Token", cue: Tokens) -> Iterator[Frame]:
    doc = verb.doc
    found = subject(verb)
    who = who_of(found)
    source = None if found is None or who == "it" else phrase(found, without=verb)
    if source is not None and source.start <= verb.i < source.end:
        source = None
    word = predicate.lemma_.lower()
    cue = Tokens(cue.start, max(cue.end, predicate.i + 1))
    lemma = f"{verb.lemma_.lower()} {word}"
    for parent in (predicate, verb):
        for child in parent.children:
            if child.i <= verb.i:
                continue
            shape = None
            content = subtree(child)
            if child.dep_ == "ccomp":
                shape = "adj:wh" if doc[content.start].lower_ in _WH else "adj:ccomp"
            elif child.dep_ in ("xcomp", "acl") and child != predicate:
                shape = "adj:xcomp"
            elif child.dep_ == "prep" and parent == predicate:
                objects = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                if objects:
                    shape = f"adj:prep:{child.lower_}"
                    content = Tokens(objects[0].left_edge.i, objects[0].right_edge.i + 1)
            elif child.dep_ == "advcl" and doc[content.start].lower_ in (*_WH, "that"):
                shape = "adj:ccomp"
            if shape:
                kept = trim(doc, content)
                if kept.end > kept.start:
                    yield Frame(predicate.i, lemma, shape, (kept,), cue, source, who)
    if verb.lemma_.lower() in ("seem", "appear") and found is not None:
        whole = trim(doc, subtree(predicate))
        yield Frame(
            verb.i,
            verb.lemma_.lower(),
            "seem:adj",
            tuple(sorted((phrase(found, without=verb), whole))),
            verb_group(verb),
            None,
            "none",
        )


_NOUN_PREPS = frozenset(("of", "for", "on", "about", "in", "against", "to", "that"))


def _noun(noun: "Token") -> Iterator[Frame]:
    doc = noun.doc
    lemma = noun.lemma_.lower()
    found: Token | None = None
    for child in noun.children:
        if child.dep_ == "poss":
            found = child
    by = [
        c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "among", "of")
    ]
    contents: list[tuple[str, Token]] = []
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "relcl", "ccomp") and child.pos_ in ("VERB", "AUX"):
            first = doc[child.left_edge.i].lower_
            if any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                contents.append(("noun:to", child))
            elif first == "that" and child.dep_ in ("acl", "ccomp"):
                contents.append(("noun:that", child))
            elif first in _WH and child.dep_ != "relcl":
                contents.append(("noun:wh", child))
        elif child.dep_ == "prep" and child.lower_ in _NOUN_PREPS:
            contents.append((f"noun:prep:{child.lower_}", child))
    if not contents:
        return
    cue_start = noun.i
    if found is None:
        for prep in by:
            for obj in prep.children:
                if obj.dep_ == "pobj" and all(prep != c for _, c in contents):
                    found = obj
    if found is None:
        # He made the claim that ...: the subject of the verb that governs the noun.
        head = noun.head
        if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
            found = subject(head)
            cue_start = head.i
    source = None if found is None else _noun_source(found)
    if source is not None and source.start <= noun.i < source.end:
        source = None
    who = who_of(found)
    for shape, child in contents:
        span = subtree(child)
        if shape.startswith("noun:prep"):
            span = Tokens(child.i + 1, span.end)
        if found is not None and span.start <= found.i < span.end:
            continue
        kept = trim(doc, span)
        if kept.end > kept.start:
            start = (
                cue_start if source is None or not (cue_start <= source.start <= noun.i) else noun.i
            )
            verb = f"{doc[cue_start].lemma_.lower()} " if cue_start != noun.i else ""
            yield Frame(
                noun.i,
                f"{lemma}",
                f"{'v+' if verb else ''}{shape}",
                (kept,),
                Tokens(start, noun.i + 1),
                source,
                who,
            )


def _noun_source(found: "Token") -> Tokens:
    span = trim(found.doc, subtree(found))
    if span.end > span.start and found.doc[span.end - 1].tag_ == "POS":
        span = Tokens(span.start, span.end - 1)
    return span


def _preposition(prep: "Token") -> Iterator[Frame]:
    """*According to X, ...*; *in X's view*; the content is the clause it hangs on."""
    doc = prep.doc
    word = prep.lower_
    obj: Token | None = None
    end = prep.i + 1
    lemma = word
    if word == "according":
        to = next((c for c in prep.children if c.lower_ == "to"), None)
        if to is None:
            return
        obj = next((c for c in to.children if c.dep_ == "pobj"), None)
        end = to.i + 1
        lemma = "according to"
    elif word in ("for", "to", "in", "with", "per", "from", "by", "under", "as", "at", "on"):
        obj = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if obj is None:
            return
        if word in ("in", "by", "from", "on", "at", "under", "as"):
            # In the view of X, in a statement by X, from the point of view of X
            owner = next((c for c in obj.children if c.dep_ == "poss"), None)
            if owner is None:
                of = next(
                    (
                        c
                        for c in obj.children
                        if c.dep_ == "prep" and c.lower_ in ("of", "from", "by")
                    ),
                    None,
                )
                owner = (
                    None if of is None else next((c for c in of.children if c.dep_ == "pobj"), None)
                )
            lemma = f"{word} {obj.lemma_.lower()}"
            if owner is not None:
                yield from _adjunct(prep, lemma, "prep:owner", owner, Tokens(prep.i, obj.i + 1))
            return
    if obj is None:
        return
    yield from _adjunct(prep, lemma, "prep", obj, Tokens(prep.i, end))


def _adjunct(prep: "Token", lemma: str, shape: str, owner: "Token", cue: Tokens) -> Iterator[Frame]:
    doc = prep.doc
    own = subtree(prep)
    head = prep.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head and head.dep_ not in ("ROOT",):
        head = head.head
    whole = subtree(head)
    content = tuple(
        t
        for t in (trim(doc, Tokens(whole.start, own.start)), trim(doc, Tokens(own.end, whole.end)))
        if t.end > t.start
    )
    if content:
        yield Frame(prep.i, lemma, shape, content, cue, _noun_source(owner), who_of(owner))
