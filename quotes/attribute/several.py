"""Which people a number of them means: *both*, *the couple*, *all three candidates*."""

from quotes.attribute.lexicon import PERSON_NOUNS
from quotes.attribute.names import gender_of_word
from quotes.attribute.phrases import Phrase
from quotes.attribute.ranker import rank
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Referent

_NUMBERS = {"both": 2, "couple": 2, "duo": 2, "pair": 2, "two": 2, "three": 3, "trio": 3, "four": 4}
#: So many sentences back they are named, at most.
_BACK = 2
#: So many words are a plain description: *the two women*.
_PLAIN = 3


def several_meant(r: Reading, p: Phrase) -> list[Referent]:
    """Find the people whom a counted description takes up again.

    Args:
        r: The reading.
        p: The description.

    Returns:
        The people, in the order of the text; empty where their number is not given, is not the
        number of those just named, or the words bring up others (*two voters*).
    """
    words = r.w.lower[p.start : p.core_end]
    number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
    alone = p.noun in _NUMBERS and all(word in _NUMBERS or word in ("the", "all") for word in words)
    again = words[0] in ("both", "the", "all", "these", "those")
    if not number or not again or not (alone or p.noun in PERSON_NOUNS):
        return []
    if p.core_end < p.end:
        return []
    named = _just_named(r, p, number)
    if named or alone or number != 2 or len(words) > _PLAIN:
        return named
    ranked = rank(r.d, r.people, p.head, gender_of_word(p.noun))
    return [q for _, q in ranked[:2]] if len(ranked) > 1 else []


def _just_named(r: Reading, p: Phrase, number: int) -> list[Referent]:
    """So many people as the last sentences name, where those name no more."""
    w = r.w
    for back in range(_BACK + 1):
        first = w.sentence[p.start] - back
        found: list[Referent] = []
        k = p.start - 1
        while k >= 0 and w.sentence[k] >= first:
            q = r.person_at.get(k) or r.pronouns.get(k)
            if q is not None and q.kind == "person" and not any(q is f for f in found):
                found.append(q)
            k -= 1
        if len(found) >= number:
            return found[::-1] if len(found) == number else []
    return []
