"""People named otherwise than in prose: labels of a transcript, handles, *one named Roe*."""

import re
from collections import Counter

from quotes.attribute.lexicon import DOCUMENT_NOUNS, ORG_NOUNS, ORG_WORDS, PERSON_NOUNS, word_set
from quotes.attribute.names import compatible, is_given, parse_name
from quotes.attribute.organisations import org_key
from quotes.attribute.phrases import Phrase
from quotes.attribute.reading import Reading, meet
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words

_LABEL = re.compile(r"^[“\"']?([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3}) ?: ", re.MULTILINE)
#: What else stands in capitals before a colon.
_NO_LABELS = word_set(
    """
    alert answer breaking claim correction crosstalk exclusive fact host interviewer live more
    moderator note opinion photos question read related update verdict voice voiceover warning
    watch
    """
)
_NAMED = frozenset(("called", "dubbed", "named", "nicknamed"))
_CALLING = frozenset(("calling", "identifying", "naming"))
_BREAKS = frozenset(",.;:()—–")


def labelled(r: Reading, p: Phrase) -> Referent | None:
    """Find whom a transcript's label in capitals means; a known name that was not read as one.

    Args:
        r: The reading.
        p: The label, or another source that begins with a capital.

    Returns:
        The person; the paper that asks; or None.
    """
    text = r.w.slice(p.start, p.core_end).rstrip(" :")
    capitals = text.isupper() and len(text) > 3
    if not capitals and (p.head in r.org_at or not all(t[:1].isupper() for t in text.split())):
        return None
    name = parse_name(text)
    if name is None:
        return None
    if capitals:
        known = next((q for q in r.people if any(n.surname == name.surname for n in q.names)), None)
        known = known or _paper(r, text)
        if known is not None or not _speaks(r.w, text):
            return known
        return meet(r, name, p.start, p.core_end)
    fits = [q for q in r.people if any(n.given and compatible(name, n) > 1 for n in q.names)]
    return fits[0] if len(fits) == 1 else None


def _paper(r: Reading, label: str) -> Referent | None:
    """The paper that asks: *LEDGER*, where the article names *the Morning Ledger*."""
    title = re.escape(label.title())
    found = re.search(rf"\b[Tt]he ((?:[A-Z][\w'’-]+ ){{1,3}}{title})\b", r.w.text)
    if found is None:
        return None
    key = org_key(found[1])
    known = next((q for q in (*r.orgs, *r.described) if q.key == key), None)
    if known is None:
        known = Referent(key, found[1], "organization")
        r.described.append(known)
    return known


def _speaks(w: Words, label: str) -> bool:
    """Whether a label is one of several that take turns, and is no body's, role's or remark's."""
    words = [word.casefold().strip(".'’") for word in label.split()]
    others = ORG_WORDS | ORG_NOUNS | DOCUMENT_NOUNS | PERSON_NOUNS | _NO_LABELS
    if any(word in others for word in words):
        return False
    lines = Counter(found.group(1) for found in _LABEL.finditer(w.text))
    if not lines[label]:
        return False
    turns = {one for one in lines if not any(t.casefold() in others for t in one.split())}
    given = len(words) > 1 and is_given(words[0])
    return given or (len(turns) > 1 and sum(lines[one] for one in turns) > 2)


def handle(r: Reading, p: Phrase) -> Referent | None:
    """Find whose account a source is: *@realDonaldTrump*, *one user, @nycsouthpaw*.

    Args:
        r: The reading.
        p: The source.

    Returns:
        The person whose name it holds, else one who is known by it only; None for a body's.
    """
    w = r.w
    start = p.start - 1 if p.start and w.words[p.start - 1] == "@" else p.start
    at = next((k for k in range(start, p.end) if w.words[k].startswith("@")), None)
    close = at is not None and at <= p.core_end + (w.words[p.core_end : p.core_end + 1] == [","])
    if at is None or (at != start and not (close and p.noun in PERSON_NOUNS)):
        return None
    end = at + 1 + (w.words[at] == "@")
    text = w.slice(at, min(end, p.end))
    letters = "".join(c for c in text.casefold() if c.isalpha())
    for q in r.people:
        if any(n.given and n.given[0] + n.surname.replace(" ", "") in letters for n in q.names):
            return q
    bodies = {"".join(c for c in q.key if c.isalpha()) for q in r.orgs}
    name = parse_name(text)
    if name is None or len(letters) < 3 or letters in bodies or text[1:].isupper():
        return None
    return meet(r, name, at, min(end, p.end), called=text)


def called(r: Reading, p: Phrase) -> Referent | None:
    """Find whom a description names by a verb: *a man calling himself Paul Roe*.

    Args:
        r: The reading.
        p: The description.

    Returns:
        The person, or None.
    """
    w, k = r.w, p.core_end
    if p.plural or p.noun not in PERSON_NOUNS or k >= p.end:
        return None
    k += w.words[k] == ","
    if k + 1 < p.end and w.lower[k] in _CALLING and w.lower[k + 1] in ("himself", "herself"):
        k += 2
    elif k < p.end and w.lower[k] in _NAMED:
        k += 1
    elif w.lower[k : k + 2] == ["identified", "as"]:
        k += 2
    else:
        return None
    k += k < p.end and w.lower[k] == "as"
    end = k
    while end < p.end and w.words[end][:1].isupper() and w.words[end] not in _BREAKS:
        end += 1
    if not 1 <= end - k <= 3:
        return None
    if k in r.person_at:
        return r.person_at[k]
    name = parse_name(w.slice(k, end))
    return None if name is None else meet(r, name, k, end, nouns={p.noun})
