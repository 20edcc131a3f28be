"""What has been said so far in an article, and what can be read off a pronoun's place in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotes.attribute.lexicon import FEMININE, MASCULINE
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words
from quotes.types import SpeakerKind

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


class Question(NamedTuple):
    """Whom a word means, as it was put to the ranker.

    Attributes:
        what: Which weights decide.
        at: The word's token.
        options: Who may be meant, or which kind it is, each with what speaks for it; None for
            nobody known.
    """

    what: str
    at: int
    options: Sequence[tuple[Referent | SpeakerKind | None, dict[str, float]]]


@dataclass(slots=True)
class Discourse:
    """What has been said so far, in reading order.

    Attributes:
        w: The article.
        last: The speakers of the previous attribution.
        turns: The last speakers of each paragraph.
        chain: By gender, whom the latest pronoun of that gender meant.
        spoken_of: Whom the content being attributed names.
        asked: The questions put to the ranker, where somebody listens.
    """

    w: Words
    last: list[Referent] = field(default_factory=list)
    turns: dict[int, list[Referent]] = field(default_factory=dict)
    chain: dict[str, Referent] = field(default_factory=dict)
    spoken_of: list[Referent] = field(default_factory=list)
    asked: list[Question] | None = None


def is_subject(w: Words, i: int) -> bool:
    """Whether the phrase that token ``i`` belongs to is a subject.

    Args:
        w: The article.
        i: A token.

    Returns:
        True for subjects, through compounds and appositions.
    """
    for _ in range(3):
        if w.deps[i] in _SUBJECTS:
            return True
        if w.deps[i] not in ("compound", "appos", "flat"):
            return False
        i = w.heads[i]
    return False


def following(
    d: Discourse, candidates: list[Referent], at: int, gender: str | None
) -> Referent | None:
    """Choose a name that comes only after its pronoun: *As he left, Smith said …*.

    Args:
        d: The article.
        candidates: Who may be meant.
        at: The pronoun's token.
        gender: The gender it shows.

    Returns:
        The first subject named later in the sentence, or None.
    """
    best: tuple[int, Referent] | None = None
    for r in candidates:
        if gender and r.gender and gender != r.gender:
            continue
        k = bisect_left(r.places, at)
        if k < len(r.places):
            place = r.places[k]
            if d.w.sentence[place] == d.w.sentence[at] and (best is None or place < best[0]):
                best = (place, r)
    return best[1] if best else None


def gender_of_pronoun(word: str) -> str | None:
    """Tell the gender of a pronoun.

    Args:
        word: The pronoun, lower case.

    Returns:
        ``m``, ``f`` or None.
    """
    return "m" if word in MASCULINE else "f" if word in FEMININE else None
