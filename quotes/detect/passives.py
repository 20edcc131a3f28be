"""Passive verbs as reporting frames: *was accused by X of Y*, *is expected to*."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotes.detect.frame import Frame, phrase, who_of
from quotes.detect.grammar import Tokens, subject, subtree, trim

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive_frames(
    verb: "Token", lemma: str, by_dep: Mapping[str, Sequence["Token"]], cue: Tokens
) -> Iterator[Frame]:
    """Frames of a verb in the passive voice; what it is done to belongs to the content.

    Args:
        verb: The participle.
        lemma: What the lexicon knows it by.
        by_dep: Its children by dependency.
        cue: Its verb group.
    """
    doc = verb.doc
    agent = _agent(verb)
    found = subject(verb)
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

    if agent is not None:
        # Accused by X of lying: the parser may hang the charge on X.
        charge = next((c for c in agent.children if c.dep_ == "prep" and _has_clause(c)), None)
        if charge is not None and source is not None:
            source = trim(doc, Tokens(source.start, charge.i))
            yield frame(f"prep:{charge.lower_}", *patient, subtree(charge))
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


def _has_clause(prep: "Token") -> bool:
    return any(c.dep_ == "pcomp" for c in prep.children)


def _agent(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ == "agent":
            for obj in child.children:
                if obj.dep_ == "pobj":
                    return obj
    return None
