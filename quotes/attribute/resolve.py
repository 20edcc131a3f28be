"""Who each source is, within its article."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from quotes.attribute.anaphora import read_pronouns, told
from quotes.attribute.descriptions import describe
from quotes.attribute.discourse import Question, is_subject
from quotes.attribute.metonyms import body_key
from quotes.attribute.naming import family, listed, titles_of_one
from quotes.attribute.phrases import conjuncts, read_phrase
from quotes.attribute.reading import Reading, open_reading, remember
from quotes.attribute.referents import Found, Referent
from quotes.attribute.roles import role_at
from quotes.attribute.signed import take_signatures
from quotes.attribute.words import read_words
from quotes.types import Attribution, Skipped, Span, Speaker

#: A source in two spans further apart than this many tokens is read by its first span alone.
_APART = 60
#: A quotation without a source goes to one who spoke at most this many lines before.
_LINES = 2


def resolve(
    doc: Doc,
    attributions: Sequence[Attribution],
    *,
    skipped: Sequence[Skipped] = (),
    author: str | None = None,
    asked: list[Question] | None = None,
) -> list[Attribution]:
    """Tell who the sources of an article's attributions are.

    Args:
        doc: The article, parsed; its tokens' offsets are offsets in the article's text.
        attributions: What is attributed, in text order, without speakers.
        skipped: Page furniture, which names no one.
        author: Who wrote the article, where known: whom *I* means in a column.
        asked: Takes up the questions put to the ranker, for its training.

    Returns:
        The same attributions with ``speakers``, ``resolved_by`` and ``unresolved``.
    """
    if not len(doc):
        return [replace(a, unresolved="the article has no words") for a in attributions]
    if not attributions:
        return []
    w = read_words(doc, skipped=skipped)
    r = open_reading(w, author=author, asked=asked)
    take_signatures(r)
    _note_roles(r)
    speak = [span for a in attributions if a.cue for span in a.source]
    r.sources = frozenset(i for span in speak for i in range(*w.tokens(span)))
    out = list(attributions)
    read = 0
    for k in sorted(range(len(out)), key=lambda k: _begin(out[k])):
        a = out[k]
        at = min(w.tokens((a.source or a.content)[0])[0], len(w) - 1)
        upto = w.tokens((a.source or a.content)[0])[1] if a.source else at
        r.d.spoken_of = []
        read_pronouns(r, read, at)
        r.d.spoken_of = _named_in(r, a)
        read_pronouns(r, max(read, at), upto)
        read = max(read, upto)
        found = _source(r, a.source) if a.source else _continued(r, a, at)
        end = min(w.tokens(a.content[-1])[0], len(w) - 1)
        remember(r, found, at, line=max(w.paragraph[end], w.paragraph[at]), quote_type=a.quote_type)
        out[k] = _filled(a, found)
    return out


def _named_in(r: Reading, a: Attribution) -> list[Referent]:
    """Whom a content names; few speak of themselves by name."""
    named: dict[int, Referent] = {}
    for span in a.content:
        for i in range(*r.w.tokens(span)):
            if i in r.person_at:
                named[id(r.person_at[i])] = r.person_at[i]
    return list(named.values())


def _begin(a: Attribution) -> int:
    return (a.source or a.content)[0].start


def _filled(a: Attribution, found: Found) -> Attribution:
    speakers = tuple(_speaker(q) for q in found.referents if q.unclear is None)
    if not speakers:
        why = found.why or next((q.unclear for q in found.referents), None)
        return replace(a, speakers=(), resolved_by="none", unresolved=why or "unknown")
    return replace(a, speakers=speakers, resolved_by=found.by, unresolved=None)


def _speaker(q: Referent) -> Speaker:
    key = q.key if q.kind == "person" else f"{q.kind}: {q.key}"
    if q.kind == "organization":
        key = body_key(q.key)
    return Speaker(
        key=key,
        name=q.name,
        kind=q.kind,
        role=q.role,
        anonymity=q.anonymity,
        affiliation=q.standing.affiliation,
        rank=q.standing.rank,
        number=q.standing.number,
    )


def _source(r: Reading, spans: Sequence[Span]) -> Found:
    """Tell who a source is: one, or several who speak jointly."""
    w = r.w
    start, end = w.tokens(spans[0])
    last = max(w.tokens(s)[1] for s in spans)
    if last - start <= _APART:
        end = last
    if w.slice(start, end).strip(" :.") == "Q":
        return Found([], "none", "“Q” is an interviewer not named here")
    if w.slice(start, end).strip(" :.") == "A" and r.turns.get(w.paragraph[start]) is not None:
        answering = r.turns[w.paragraph[start]]
        return Found([answering] if answering else [], "description", "the answers' giver")
    phrase = read_phrase(w, start, end, r.named)
    if phrase is None:
        return Found([], "none", "the source has no words")
    several = family(r, phrase) or listed(r, phrase)
    if several:
        return Found(several, "name")
    parts = conjuncts(w, phrase, r.named)
    if len(parts) == 1 or titles_of_one(r, parts):
        return told(r, parts[-1])
    found = [told(r, p) for p in parts]
    for kind in ("person", "organization"):
        joint = [f for f in found if any(q.kind == kind for q in f.referents)]
        if joint:
            together: list[Referent] = []
            for f in joint:
                together.extend(q for q in f.referents if not any(q is t for t in together))
            return Found(together, joint[0].by)
    return describe(r, phrase)


def _continued(r: Reading, a: Attribution, at: int) -> Found:
    """Who speaks where no source is given: who was just brought up, or has just spoken."""
    w = r.w
    if a.quote_type == "indirect":
        return Found([], "none", "no source is given")
    line = w.paragraph[at]
    k = at - 1
    brought: list[Referent] = []
    while k >= 0 and w.paragraph[k] == line and not w.quoted[k]:
        q = r.person_at.get(k) or r.pronouns.get(k)
        if q is not None and is_subject(w, k) and not any(q is b for b in brought):
            brought.append(q)
        k -= 1
    if len(brought) == 1:
        return Found(brought, "continuation")
    if r.turns.get(line) is not None:
        speaking = r.turns[line]
        return Found([speaking] if speaking else [], "continuation")
    if r.quoted_last and 0 <= line - r.quoted_last[1] <= _LINES:
        return Found(list(r.quoted_last[0]), "continuation")
    end = w.tokens(a.content[-1])[1]
    for k in range(end, len(w)):
        if w.paragraph[k] > line + 1:
            break
        if k in r.person_at and not w.quoted[k] and is_subject(w, k):
            return Found([r.person_at[k]], "continuation")
    return Found([], "none", "no source is given, and no one speaks nearby")


def _note_roles(r: Reading) -> None:
    """Find each person's role: the first that says more than a bare title, else the title."""
    for i in sorted(r.person_at):
        referent = r.person_at[i]
        if r.person_at.get(i - 1) is referent:
            continue
        end = i + 1
        while r.person_at.get(end) is referent:
            end += 1
        role = role_at(r.w, i, end)
        if role is None:
            continue
        referent.words.update(role.casefold().replace("-", " ").replace("’", "'").split())
        if referent.role is None or (" " in role and " " not in referent.role):
            referent.role = role
