"""Whom a pronoun or a description means: candidates ranked by what the article shows.

The clues are those of Lappin & Leass (1994): recency, subjecthood, parallel roles, number and
gender; to them come quotation turns, since who has just spoken tends to speak on. Their
weights are fitted on annotated news.
"""

import math
from bisect import bisect_left
from dataclasses import dataclass, field

from quotes.attribute.lexicon import FEMININE, MASCULINE
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

#: What each clue is worth; see `features`.
WEIGHTS: dict[str, float] = {
    "same_sentence": -0.95,
    "distance": -1.17,
    "subject": 0.81,
    "subject_here": -0.42,
    "possessive": -0.74,
    "quoted": -1.44,
    "last_speaker": 0.89,
    "spoke_here": 1.0,
    "same_paragraph": 0.88,
    "far": -1.18,
    "often": 0.34,
    "gender": 0.6,
    "nearest": 0.38,
    "object_here": -0.07,
    "opens": 0.12,
}
_MARGIN = 0.05
#: One not mentioned for so many sentences is no longer meant.
_HORIZON = 60
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))


@dataclass(slots=True)
class Discourse:
    """What has been said so far, in reading order.

    Attributes:
        w: The article.
        last: The speakers of the previous attribution.
        turns: The last speakers of each paragraph.
    """

    w: Words
    last: list[Referent] = field(default_factory=list)
    turns: dict[int, list[Referent]] = field(default_factory=dict)


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


def features(
    d: Discourse, referent: Referent, at: int, gender: str | None
) -> dict[str, float] | None:
    """Weigh one candidate for one pronoun.

    Args:
        d: The article so far.
        referent: The candidate.
        at: The pronoun's token.
        gender: The gender it shows.

    Returns:
        The clues with their strengths, or None where the candidate cannot be meant.
    """
    w = d.w
    if gender and referent.gender and gender != referent.gender:
        return None
    k = bisect_left(referent.places, at) - 1
    if k < 0:
        return None
    place = referent.places[k]
    here = w.sentence[place] == w.sentence[at]
    subject = is_subject(w, place)
    paragraphs = w.paragraph[at] - w.paragraph[place]
    verb = w.heads[at]
    if w.sentence[at] - w.sentence[place] > _HORIZON:
        return None
    return {
        "same_sentence": float(here),
        "distance": math.log1p(w.sentence[at] - w.sentence[place]),
        "subject": float(subject),
        "subject_here": float(subject and here),
        "possessive": float(place + 1 < len(w) and w.lower[place + 1] in ("'s", "'")),
        "quoted": float(w.quoted[place] and not w.quoted[at]),
        "last_speaker": float(any(r is referent for r in d.last)),
        "spoke_here": float(any(r is referent for r in d.turns.get(w.paragraph[at], ()))),
        "same_paragraph": float(paragraphs == 0),
        "far": float(paragraphs > 2),
        "often": math.log1p(k),
        "gender": float(gender is not None and referent.gender == gender),
        "object_here": float(here and not subject and w.heads[place] == verb),
        "opens": float(w.opens[place] or (place > 0 and w.opens[place - 1])),
    }


def rank(
    d: Discourse, candidates: list[Referent], at: int, gender: str | None
) -> list[tuple[float, Referent]]:
    """Rank candidates, best first.

    Args:
        d: The article so far.
        candidates: Who may be meant.
        at: The pronoun's token.
        gender: The gender it shows.

    Returns:
        Score and candidate; those that cannot be meant left out.
    """
    found = []
    for r in candidates:
        clues = features(d, r, at, gender)
        if clues is not None:
            found.append((clues, r))
    if not found:
        return []
    nearest = max(found, key=lambda f: f[1].places[bisect_left(f[1].places, at) - 1])[1]
    for clues, r in found:
        clues["nearest"] = float(r is nearest)
    scored = [
        (sum(WEIGHTS[name] * value for name, value in clues.items()), r) for clues, r in found
    ]
    scored.sort(key=lambda s: -s[0])
    return scored


def choose(
    d: Discourse, candidates: list[Referent], at: int, gender: str | None = None
) -> Referent | None:
    """Choose whom a pronoun means; abstain where two are equally good.

    Args:
        d: The article so far.
        candidates: Who may be meant.
        at: The pronoun's token.
        gender: The gender it shows.

    Returns:
        The best candidate, or None.
    """
    ranked = rank(d, candidates, at, gender)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN):
        return None
    return ranked[0][1]


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
