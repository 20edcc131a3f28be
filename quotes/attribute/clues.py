"""What speaks for each candidate whom a pronoun may mean.

The clues are those of Lappin & Leass (1994): recency, subjecthood, parallel roles, number and
gender. To them come those of news: quotation turns, since who has just spoken tends to speak on;
chains of pronouns; and the content itself, since few speak of themselves by name.
"""

import math
from bisect import bisect_left

from quotes.attribute.discourse import Discourse, is_subject
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

#: One not mentioned for so many sentences is no longer meant.
_HORIZON = 60

#: Verbs whose subject has the word.
_ASKING = frozenset(("ask", "challenge", "grill", "interview", "press", "question", "tell"))
_REPORTING = frozenset(("add", "argue", "call", "say", "tell", "tweet", "write"))

Clues = dict[str, float]


def clues_of(
    d: Discourse, candidates: list[Referent], at: int, gender: str | None
) -> list[tuple[Referent, Clues]]:
    """Weigh the candidates for one pronoun, or one word that stands for someone like it.

    Args:
        d: The article so far.
        candidates: Who may be meant.
        at: The pronoun's token.
        gender: The gender it shows.

    Returns:
        Those who can be meant, each with the clues by name.
    """
    found = []
    for r in candidates:
        clues = _clues(d, r, at, gender)
        if clues is not None:
            found.append((r, clues))
    if not found:
        return []

    def place(one: tuple[Referent, Clues]) -> int:
        return one[0].places[bisect_left(one[0].places, at) - 1]

    near = sorted(found, key=place)
    near[-1][1]["nearest"] = 1.0
    w = d.w
    subjects = [one for one in near if is_subject(w, place(one)) and not w.quoted[place(one)]]
    if subjects:
        subjects[-1][1]["nearest_subject"] = 1.0
    if len(found) == 1:
        found[0][1]["only"] = 1.0
    recent = [one for one in found if "recent" in one[1]]
    if len(recent) == 1:
        recent[0][1]["only_recent"] = 1.0
    here = [one for one in found if "same_paragraph" in one[1]]
    if len(here) == 1:
        here[0][1]["only_here"] = 1.0
    most = max(found, key=lambda one: len(one[0].places))
    most[1]["most_mentioned"] = 1.0
    opening = min(found, key=lambda one: one[0].places[0])
    opening[1]["opens_article"] = 1.0
    clauses = _clauses(w, at)
    own = w.tags[at] != "PRP$"
    for r, clues in near:
        i = place((r, clues))
        verb = _verb(w, i)
        if w.sentence[i] == w.sentence[at] and verb in clauses:
            # Ann's view, when she …: a subject above; not Ann in “Ann saw her”.
            above = verb != clauses[0]
            if above and is_subject(w, i):
                clues["subject_above"] = 1.0
            elif not above and own:
                clues["same_clause"] = 1.0
        elif w.doc[verb].dep_ != "ROOT":
            clues["embedded"] = 1.0
        asked = w.doc[verb].lemma_ in _ASKING and not is_subject(w, i)
        if asked and w.sentence[at] - w.sentence[i] <= 1:
            clues["asked"] = 1.0
        if i == r.first:
            clues["introduced"] = 1.0
    return found


def _verb(w: Words, i: int) -> int:
    """The verb whose clause a token stands in, or the top of its tree."""
    for _ in range(8):
        if w.pos[i] in ("VERB", "AUX") or w.heads[i] == i:
            break
        i = w.heads[i]
    return i


def _clauses(w: Words, i: int) -> list[int]:
    """The verbs of the clauses that a token stands in, innermost first."""
    found = [_verb(w, i)]
    while len(found) < 6 and w.heads[found[-1]] != found[-1]:
        found.append(_verb(w, w.heads[found[-1]]))
    return found


def _clues(d: Discourse, r: Referent, at: int, gender: str | None) -> Clues | None:
    """The clues for one candidate; None where it cannot be meant."""
    w = d.w
    if gender and r.gender and gender != r.gender:
        return None
    k = bisect_left(r.places, at) - 1
    if k < 0:
        return None
    place = r.places[k]
    sentences = w.sentence[at] - w.sentence[place]
    if sentences > _HORIZON:
        return None
    here = sentences == 0
    subject = is_subject(w, place)
    paragraphs = w.paragraph[at] - w.paragraph[place]
    line = w.paragraph[at]
    earlier = [p for p in r.places[max(0, k - 12) : k + 1] if not w.quoted[p]]
    recent = sum(w.sentence[at] - w.sentence[p] <= 2 for p in earlier)
    told = bisect_left(r.spoken, at)
    turn = w.paragraph[at] - w.paragraph[r.spoken[told - 1]] if told else 99
    word = w.lower[place]
    chain = d.chain.get(gender or "")
    top = w.heads[place]
    main = subject and w.deps[top] == "ROOT"
    lead = next((p for p in earlier if w.paragraph[p] == line and is_subject(w, p)), None)
    clues = {
        "same_sentence": float(here),
        "distance": math.log1p(sentences),
        "paragraphs": math.log1p(paragraphs),
        "subject": float(subject),
        "subject_here": float(subject and here),
        "subject_before": float(subject and sentences == 1),
        "possessive": float(place + 1 < len(w) and w.lower[place + 1] in ("'s", "'")),
        "quoted": float(w.quoted[place] and not w.quoted[at]),
        "last_speaker": float(any(q is r for q in d.last)),
        "spoke_here": float(any(q is r for q in d.turns.get(line, ()))),
        "spoke_before": float(turn <= 1),
        "spoke": float(told > 0),
        "same_paragraph": float(paragraphs == 0),
        "far": float(paragraphs > 2),
        "often": math.log1p(k),
        "recent": math.log1p(recent),
        "gender": float(gender is not None and r.gender == gender),
        "object_here": float(here and not subject and w.heads[place] == w.heads[at]),
        "opens": float(w.opens[place] or (place > 0 and w.opens[place - 1])),
        "pronoun": float(word in ("he", "she", "his", "her", "him")),
        "chain": float(chain is not None and chain is r),
        "in_content": float(any(q is r for q in d.spoken_of)),
        "unnamed": float(r.kind != "person"),
        "main_before": float(main and sentences == 1),
        "reports": float(subject and w.doc[top].lemma_ in _REPORTING and sentences <= 2),
        "leads_paragraph": float(lead is not None and main),
        "parallel": float(subject and is_subject(w, at)),
        "joined": float(w.deps[place] == "conj"),
        "object_before": float(w.deps[place] in ("dobj", "pobj") and sentences == 1),
    }
    return {name: value for name, value in clues.items() if value}
