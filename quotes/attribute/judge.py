"""The kind of a source that is described: what the rules say, weighed with learned words.

The rules of `kinds` are one clue among others: the head noun itself, its form, number and
determiner, the words before and after it. Learned weights (see `ranker`) make up the mind.
"""

from typing import get_args

from quotes.attribute.clues import Clues
from quotes.attribute.discourse import Question
from quotes.attribute.kinds import kind_of
from quotes.attribute.lexicon import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INSIDER_NOUNS,
    ORG_NOUNS,
    PERSON_NOUNS,
)
from quotes.attribute.phrases import Phrase
from quotes.attribute.ranker import scored
from quotes.attribute.reading import Reading
from quotes.types import SpeakerKind

_KINDS: tuple[SpeakerKind, ...] = tuple(
    kind for kind in get_args(SpeakerKind) if kind not in ("person", "unknown")
)
_CLASSES = {
    "person": PERSON_NOUNS,
    "insider": INSIDER_NOUNS,
    "group": GROUP_NOUNS,
    "body": ORG_NOUNS,
    "document": DOCUMENT_NOUNS,
}


def judged(r: Reading, p: Phrase) -> SpeakerKind:
    """Tell the kind of a source that is described, not named.

    Args:
        r: The reading.
        p: The source's wording.

    Returns:
        ``anonymous``, ``organization``, ``group`` or ``document``; an unnamed single person is
        ``anonymous``.
    """
    if p.head in r.judged:
        return r.judged[p.head]  # they, who: as where it was a source itself
    shown = _shown(r, p)
    options: list[tuple[SpeakerKind, Clues]] = [
        (kind, {f"{kind}:{name}": value for name, value in shown.items()}) for kind in _KINDS
    ]
    if r.d.asked is not None:
        r.d.asked.append(Question("kind", p.head, list(options)))
    r.judged[p.head] = max(options, key=lambda option: scored("kind", option[1]))[0]
    return r.judged[p.head]


def _shown(r: Reading, p: Phrase) -> Clues:
    """What a description shows of its kind, by name."""
    w, head = r.w, p.head
    follows = w.lower[p.core_end] if p.core_end < p.end else ""
    names = [
        "bias",
        f"rule={kind_of(w, p)}",
        f"noun={p.noun}",
        f"plural={p.plural}",
        f"determiner={p.determiner}",
        f"tag={w.tags[head]}",
        f"label={w.labels[head]}",
        f"ending={p.noun[-3:]}",
        f"follows={follows}",
    ]
    listed = [name for name, nouns in _CLASSES.items() if p.noun in nouns]
    names += [f"class={name}" for name in listed or ["none"]]
    names += [f"class={name} plural={p.plural}" for name in listed or ["none"]]
    if p.determiner in ("the", "a", "an"):
        names += [f"class={name} the={p.determiner == 'the'}" for name in listed or ["none"]]
    names += [f"before={w.lower[k]}" for k in range(p.start, head) if w.lower[k][:1].isalpha()][-4:]
    if w.words[head][:1].isupper() and not w.opens[head] and not w.headline[head]:
        names.append("capital")
    if head in r.org_at:
        names.append("named body")
    if any(w.labels[k] in ("ORG", "GPE", "NORP") for k in range(p.start, head)):
        names.append("body before")
    if any(k in r.person_at for k in range(p.start, head)):
        names.append("person before")
    if w.headline[head]:
        names.append("headline")
    return dict.fromkeys(names, 1.0)
