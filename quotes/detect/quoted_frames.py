"""Reporting frames around quotation marks: *“A,” she said. “B.”*, *He said: “A”*, *“A” – Name*.

The parser is often lost around long quotations, so here the layout leads: what stands between
the marks, what stands right before and right after them, and only then the parse of those few
words.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, phrase, who_of
from quotes.detect.grammar import (
    Tokens,
    is_passive,
    lemma_of,
    own_subject,
    subject,
    trim,
    verb_group,
)
from quotes.detect.quotations import Quotation, back_to

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_JOINS = frozenset((",", "?", "!", "-", "--", "—", "–", "..."))
_BEFORE_MORE = frozenset((".", "!", "?", "…", ",", ":", "--", "—", "–"))
_DASHES = frozenset(("-", "–", "—", "--", "―"))
_SIGNATURE = 20  # words of a name and title that sign a quotation
_MOST_FOLLOWERS = 50  # no paragraph has so many; each is looked at for each before it


def quotation_frames(
    doc: "Doc", quotations: Sequence[Quotation], blocks: Sequence[Tokens]
) -> Iterator[Frame]:
    """Frames whose content is one or several quotations, by layout.

    Args:
        doc: The parsed article.
        quotations: From `locate`.
        blocks: The paragraphs, from `locate`.

    Yields:
        Frames; their shapes begin with ``q:``.
    """
    for i, q in enumerate(quotations):
        followers = _followers(doc, quotations, i)
        for shape, verb in _verbs_around(doc, q, blocks):
            source = _source(verb, q)
            if source is None and not (is_passive(verb) or shape.startswith("q:colon")):
                continue
            extents = list(_extents(doc, q, verb, len(followers)))
            led = any(lead is not None for _, lead in extents)
            for n, lead in extents:
                content = tuple(t for p in (q, *followers[:n]) for t in p.tokens)
                if lead is not None:
                    content = (Tokens(lead, content[0].end), *content[1:])
                if content[0].start <= verb.i < content[0].end:
                    continue
                # Quoted words only, though unquoted ones come before; or those too.
                form = ("" if source else "0") + (">" if led and lead is None else "")
                form += "" if lead is None else "<"
                reach = f"+{min(n, 2)}/{min(len(followers), 2)}"
                who = "none" if source is None else who_of(doc[source.start : source.end].root)
                lemma, cue = lemma_of(verb), verb_group(verb)
                yield Frame(verb.i, lemma, f"{shape}{form}{reach}", content, cue, source, who)
        yield from _verbless(doc, q, blocks, followers)


def _extents(
    doc: "Doc", q: Quotation, verb: "Token", followers: int
) -> Iterator[tuple[int, int | None]]:
    """How far a content may reach: how many quotations on, and from which unquoted word."""
    for n in sorted({0, 1, followers}):
        if n > followers:
            continue
        yield n, None
        if verb.i >= q.end and q.before.start < q.start:
            # The plan “is dead,” he said.
            lead = trim(doc, q.before).start
            if lead < q.start:
                yield n, lead


def _followers(doc: "Doc", quotations: Sequence[Quotation], i: int) -> list[Quotation]:
    """Quotations after the i-th in its paragraph with no reporting clause before them."""
    found: list[Quotation] = []
    last = quotations[i]
    for q in quotations[i + 1 : i + 1 + _MOST_FOLLOWERS]:
        if q.paragraph != last.paragraph or not _own_sentence(doc, q):
            break
        if _last_inner(doc, q) == "," and any(
            t.pos_ == "VERB" for t in doc[q.after.start : q.after.end]
        ):
            break  # its own cue comes after it
        between = doc[last.end : q.start]
        if last is not quotations[i] and any(t.pos_ in ("VERB", "AUX") for t in between):
            break
        found.append(q)
        last = q
    return found


def _own_sentence(doc: "Doc", q: Quotation) -> bool:
    """Whether no words of the writer's lead up to a quotation, save a clause ended by a comma."""
    return q.before.start == q.before.end or doc[q.start - 1].text in _BEFORE_MORE


def _verbs_around(
    doc: "Doc", q: Quotation, blocks: Sequence[Tokens]
) -> Iterator[tuple[str, "Token"]]:
    inner_end = _last_inner(doc, q)
    if q.after.end > q.after.start:
        verbs = [doc[i] for i in range(*q.after) if doc[i].pos_ in ("VERB", "AUX")]
        verbs = [v for v in verbs if v.dep_ not in ("aux", "auxpass")][:3]
        ends = inner_end in _JOINS or doc[q.after.start].text == ","
        for n, verb in enumerate(verbs):
            first = (
                "inv"
                if verb.i == q.after.start
                or (doc[q.after.start].text == "," and verb.i == q.after.start + 1)
                else "svo"
            )
            yield f"q:after{'' if ends else '.'}:{first}:{n}", verb
    if q.before.end > q.before.start:
        last = doc[q.before.end - 1].text
        verbs = [doc[i] for i in range(*q.before) if doc[i].pos_ in ("VERB", "AUX")]
        verbs = [v for v in verbs if v.dep_ not in ("aux", "auxpass")][-3:]
        kind = {",": "comma", ":": "colon", "that": "that"}.get(last)
        for n, verb in enumerate(reversed(verbs)):
            shape = kind or ("verb" if verb.i == q.before.end - 1 else "word")
            yield f"q:{'colon' if shape == 'colon' else 'before-' + shape}:{n}", verb
    elif q.paragraph and q.start == blocks[q.paragraph].start:
        # A paragraph that is a quotation, announced by the paragraph before: ... added:
        block = blocks[q.paragraph - 1]
        text = doc[block.start : block.end].text.rstrip()
        if text.endswith(":"):
            floor = back_to(doc, block.end - 1, block.start)
            verbs = [doc[i] for i in range(floor, block.end) if doc[i].pos_ in ("VERB", "AUX")]
            verbs = [v for v in verbs if v.dep_ not in ("aux", "auxpass")][-2:]
            for n, verb in enumerate(reversed(verbs)):
                yield f"q:colon-before:{n}", verb


def _last_inner(doc: "Doc", q: Quotation) -> str:
    i = q.end - 1
    while i > q.start and (doc[i].is_quote or doc[i].is_space or doc[i].text in ("'", "''")):
        i -= 1
    return doc[i].text[-1:]


def _source(verb: "Token", q: Quotation) -> Tokens | None:
    """Who says it: the verb's subject outside the quotation, else the noun phrase beside it."""
    doc = verb.doc
    low, high = q.after if q.after.start <= verb.i < q.after.end else Tokens(0, q.start)
    found = own_subject(verb) or subject(verb)
    if found is not None and not (q.start <= found.i < q.end) and found.i >= low and found.i < high:
        span = phrase(found, without=verb)
        return _some(trim(doc, Tokens(max(span.start, low), min(span.end, high))))
    if verb.i < q.start:
        return _before(doc, verb, max(q.before.start, verb.sent.start))
    if low == q.after.start and high == q.after.end:
        names = [i for i in range(verb.i + 1, high) if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
        if names and all(
            doc[i].pos_ in ("DET", "ADJ", "PROPN", "NUM", "NOUN", "PUNCT")
            for i in range(verb.i + 1, names[0])
        ):
            return _stretch(doc, names[0], verb.i + 1, high)
        names = [i for i in range(low, verb.i) if doc[i].pos_ in ("NOUN", "PROPN", "PRON")]
        if names:
            return _some(trim(doc, Tokens(low, verb.i)))
    return None


def _some(span: Tokens) -> Tokens | None:
    return span if span.end > span.start else None


def _before(doc: "Doc", verb: "Token", floor: int) -> Tokens | None:
    """The nearest name, pronoun or noun phrase before a verb, with what follows it in commas."""
    edge = verb_group(verb).start
    for wanted in (("PROPN", "PRON"), ("NOUN",)):
        for i in range(edge - 1, floor - 1, -1):
            if doc[i].pos_ in wanted and doc[i].dep_ not in ("pobj", "dobj"):
                start = i
                while start > floor and doc[start - 1].pos_ in ("PROPN", "DET", "ADJ", "NOUN"):
                    start -= 1
                return _some(trim(doc, Tokens(start, edge)))
    return None


def _stretch(doc: "Doc", name: int, low: int, high: int) -> Tokens | None:
    end = name + 1
    while end < high and doc[end].pos_ in ("PROPN", "NOUN"):
        end += 1
    edge = doc[end - 1].right_edge.i + 1
    return _some(trim(doc, Tokens(low, max(end, min(edge, high)))))


def _verbless(
    doc: "Doc", q: Quotation, blocks: Sequence[Tokens], followers: Sequence[Quotation]
) -> Iterator[Frame]:
    """Layouts without a verb: *Name: “A”*, *“A” – Name, title*, *“A,” according to Name*."""
    content = tuple(t for p in (q, *followers) for t in p.tokens)
    block = blocks[q.paragraph]
    if q.before.end > q.before.start:
        mark = doc[q.before.end - 1]
        if mark.text == ":":
            label = trim(doc, Tokens(q.before.start, mark.i))
            words = doc[label.start : label.end]
            if 0 < len(words) <= 12 and not any(t.pos_ == "VERB" for t in words):
                yield Frame(
                    mark.i,
                    ":",
                    f"q:label:{min(len(words), 5)}",
                    content,
                    Tokens(mark.i, mark.i + 1),
                    label,
                    who_of(words.root),
                )
    if q.end >= block.end and q.paragraph + 1 < len(blocks):
        yield from _signoff(doc, q, blocks[q.paragraph + 1], ":line")
    if q.after.end > q.after.start:
        yield from _signoff(doc, q, Tokens(q.after.start, block.end), "")
        for i in range(q.after.start, min(q.after.start + 3, q.after.end - 2)):
            if doc[i].lower_ == "according" and doc[i + 1].lower_ == "to":
                head = next(
                    (
                        t
                        for t in doc[i + 2 : q.after.end]
                        if t.pos_ in ("NOUN", "PROPN", "PRON") and t.dep_ == "pobj"
                    ),
                    None,
                )
                if head is not None:
                    span = phrase(head)
                    yield Frame(
                        i,
                        "according to",
                        "q:according",
                        content,
                        Tokens(i, i + 2),
                        Tokens(span.start, min(span.end, q.after.end)),
                        who_of(head),
                    )


def _signoff(doc: "Doc", q: Quotation, after: Tokens, where: str) -> Iterator[Frame]:
    """*“A” – Name, title*: a dash and whoever is named to the paragraph's end."""
    dash = doc[after.start]
    if dash.text not in _DASHES or after.start + 1 >= after.end:
        return
    name = trim(doc, Tokens(dash.i + 1, after.end))
    words = doc[name.start : name.end]
    if 0 < len(words) <= _SIGNATURE and words.text[:1].isupper():
        cue = Tokens(dash.i, dash.i + 1)
        who = who_of(words.root)
        yield Frame(dash.i, "-", f"q:signoff{where}", q.tokens, cue, name, who)
