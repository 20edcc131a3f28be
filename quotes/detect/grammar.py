"""Small questions about a dependency parse: spans, subjects, verb groups.

Labels are those of spaCy's English models (CLEAR style).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WH_WORDS = frozenset(("whether", "if", "how", "why", "what", "when", "where", "who", "which"))
SUBJECTS = frozenset(("nsubj", "csubj", "expl"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
_HELPERS = frozenset(("aux", "auxpass", "neg", "prt"))
_TRIM = frozenset(("PUNCT", "SPACE"))
_CONTROLLED = frozenset(("advcl", "conj", "xcomp"))


class Tokens(NamedTuple):
    """Tokens ``start`` up to, not including, ``end`` of a Doc."""

    start: int
    end: int


# The small English models' lemmatizer errs on these very common cues.
_LEMMAS = {"hop": "hope", "felt": "feel", "bely": "belie"}


def lemma_of(token: "Token") -> str:
    """A token's lemma in lower case."""
    form = token.lemma_.lower()
    return _LEMMAS.get(form, form)


def subtree(token: "Token") -> Tokens:
    """All tokens from the leftmost to the rightmost descendant of `token`."""
    return Tokens(token.left_edge.i, token.right_edge.i + 1)


def trim(doc: "Doc", tokens: Tokens) -> Tokens:
    """Without punctuation and white space at the edges (quotation marks and brackets stay)."""
    start, end = tokens
    while start < end and _is_edge(doc[start]):
        start += 1
    while end > start and _is_edge(doc[end - 1]):
        end -= 1
    return Tokens(start, end)


def _is_edge(token: "Token") -> bool:
    return token.pos_ in _TRIM and not token.is_quote


def own_subject(verb: "Token") -> "Token | None":
    """The subject that hangs on this very verb, active or passive."""
    for child in verb.children:
        if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
            return child
    return None


def is_passive(verb: "Token") -> bool:
    """Whether a verb stands in the passive voice."""
    return any(c.dep_ == "auxpass" or c.dep_ in PASSIVE_SUBJECTS for c in verb.children)


def subject(verb: "Token") -> "Token | None":
    """Who does what the verb says, following coordination, participles and control.

    Args:
        verb: The predicate's head.

    Returns:
        The head token of the subject; for a relative clause its pronoun, for a reduced relative
        clause the noun it hangs on; None where the clause shows none.
    """
    token = verb
    for _ in range(6):
        found = own_subject(token)
        if found is not None:
            return found
        head = token.head
        if head == token:
            return None
        if token.dep_ == "acl":
            return head
        if token.dep_ == "relcl":
            return None
        if token.dep_ in _CONTROLLED or token.dep_ in (
            "ccomp",
            "pcomp",
            "prep",
            "auxpass",
            "aux",
            "dep",
        ):
            if token.dep_ == "xcomp":
                objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
                if objects and head.lemma_ != "promise":
                    return objects[0]
            token = head
            continue
        return None
    return None


def children_by(token: "Token") -> dict[str, list["Token"]]:
    """A token's children by their dependency labels."""
    by_dep: dict[str, list[Token]] = {}
    for child in token.children:
        by_dep.setdefault(child.dep_, []).append(child)
    return by_dep


def verb_group(verb: "Token", by_dep: "Mapping[str, Sequence[Token]] | None" = None) -> Tokens:
    """The verb with the auxiliaries, negation, particles and adverbs that stand next to it.

    Args:
        verb: The verb.
        by_dep: What `children_by` gives of it, where that is known already.
    """
    doc = verb.doc
    by_dep = children_by(verb) if by_dep is None else by_dep
    near = {c.i for dep in _HELPERS for c in by_dep.get(dep, ())}
    near.update(c.i for c in by_dep.get("advmod", ()) if c.n_lefts + c.n_rights == 0)
    start = end = verb.i
    while start - 1 in near:
        start -= 1
    while end + 1 in near:
        end += 1
    # An inverted or interrupted auxiliary (did she say) is left out: a cue is contiguous.
    return Tokens(start, min(end + 1, len(doc)))
