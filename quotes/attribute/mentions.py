"""Finds where people and organisations are named, and which names are one person's."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from quotes.attribute.lexicon import (
    NAME_MODIFIERS,
    NOT_NAMES,
    ORG_NOUNS,
    ORG_WORDS,
    PARTICLES,
    PERSON_NOUNS,
    REGNAL,
    SUFFIXES,
    TITLES,
)
from quotes.attribute.names import (
    Name,
    compatible,
    fold,
    gender_of_given,
    gender_of_word,
    parse_name,
)
from quotes.attribute.words import Words
from quotes.types import SpeakerKind

_OPEN_MARKS, _CLOSE_MARKS = "“\"‘'`", "”\"’'"
_LEADING_PARTICLES = frozenset("de von van bin al el della du di la le abu ibn der".split())
_PERSON_LABELS = {"PERSON": 2.0, "ORG": -1.0, "GPE": -1.5, "LOC": -1.5, "FAC": -1.5, "NORP": -1.5}
_ORG_LABELS = frozenset({"ORG", "GPE", "FAC", "NORP", "LOC"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands.

    Attributes:
        start, end: The tokens of the name, titles left out.
        name: The name taken apart.
        titles: Words of title or description directly in front, lower case.
        score: How much speaks for a person, above 0, or against one.
    """

    start: int
    end: int
    name: Name
    titles: tuple[str, ...]
    score: float


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something that can be a speaker, with all places where it is mentioned.

    Attributes:
        key: Equal for equal speakers.
        name: Fullest form so far, as written.
        kind: The speaker kind.
        names: For people, the forms of the name.
        gender: ``m``, ``f`` or None.
        plural: Whether it is several.
        nouns: Words that describe it: titles, jobs, relations; lower case.
        places: Tokens at which it is mentioned, in order.
        role: Its title or affiliation as worded.
        anonymity: Why it has no name.
        spoken: Tokens at which it is a source, in order.
    """

    key: str
    name: str
    kind: SpeakerKind
    names: list[Name] = field(default_factory=list)
    gender: str | None = None
    plural: bool = False
    nouns: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    role: str | None = None
    anonymity: str | None = None
    spoken: list[int] = field(default_factory=list)


def _namelike(w: Words, i: int) -> bool:
    """Whether a token may be part of a name by its looks and tag."""
    word = w.words[i]
    if not word[:1].isupper() or w.skipped[i]:
        return False
    if w.lower[i] in NOT_NAMES and w.labels[i] != "PERSON":
        return False
    if w.opens[i] and w.pos[i] not in ("PROPN", "") and w.labels[i] not in ("PERSON", "ORG", "GPE"):
        return w.lower[i] in TITLES or w.lower[i] in NAME_MODIFIERS
    return (
        w.pos[i] not in ("DET", "PRON", "ADP", "SCONJ", "CCONJ", "NUM") or w.labels[i] == "PERSON"
    )


def _joined(w: Words, i: int) -> bool:
    """Whether nothing stands between token ``i`` and the next."""
    return i + 1 < len(w) and w.starts[i] + len(w.words[i]) == w.starts[i + 1]


def runs(w: Words) -> Iterator[tuple[int, int]]:
    """Find stretches of tokens written like a name, titles and all.

    Args:
        w: The article.

    Yields:
        First token and the one after the last.
    """
    i, n = 0, len(w)
    while i < n:
        starts = _namelike(w, i) or (
            w.lower[i] in _LEADING_PARTICLES
            and i + 1 < n
            and w.pos[i] in ("PROPN", "X", "")
            and _namelike(w, i + 1)
        )
        if not starts:
            i += 1
            continue
        j = i + 1
        while j < n:
            if _namelike(w, j) and not w.opens[j]:
                j += 1
            elif (
                w.words[j] in "-‐‑" and _joined(w, j - 1) and _joined(w, j) and _namelike(w, j + 1)
            ):
                j += 2
            elif w.lower[j] in PARTICLES and w.lower[j] != "y":
                k = j
                while k < n and (w.lower[k] in PARTICLES or w.words[k] in "-‐‑"):
                    k += 1
                if k < n and _namelike(w, k) and k - j <= 3 and w.lower[j] != "the":
                    j = k + 1
                else:
                    break
            elif (
                w.words[j][0] in _OPEN_MARKS
                and j + 3 < n
                and w.words[j + 2][0] in _CLOSE_MARKS
                and _namelike(w, j + 1)
                and _namelike(w, j + 3)
                and not w.opens[j + 3]
            ):
                j += 4
            elif w.words[j] == "," and j + 1 < n and w.lower[j + 1] in SUFFIXES:
                j += 2
            else:
                break
        yield i, j
        i = j


def _split(w: Words, start: int, end: int) -> int:
    """Where the name begins in a run: after its last title, job or people's name."""
    last = end - 1
    while last > start and w.lower[last] in SUFFIXES:
        last -= 1
    for k in range(last - 1, start - 1, -1):
        word = w.lower[k]
        if word in REGNAL and k == last - 1 and w.words[k] not in ("St.", "Saint"):
            return k
        if word in TITLES or word in PERSON_NOUNS or word in NAME_MODIFIERS:
            # A given name before and an entity across: Stephen King Jr., Mary Baker Eddy.
            given = k > start and gender_of_given(w.words[k - 1]) is not None
            if given and w.labels[k - 1] == w.labels[k] == w.labels[k + 1] == "PERSON":
                continue
            return k + 1
    return start


def _score(w: Words, run: int, start: int, end: int, titles: tuple[str, ...]) -> float:
    """How much the form and the surroundings of one mention speak for a person."""
    n, size = len(w), end - start
    score = max((_PERSON_LABELS.get(w.labels[i], 0.0) for i in range(start, end)), key=abs)
    first, last = w.words[start], w.lower[end - 1]
    known = gender_of_given(first)
    if any(t in TITLES or t in PERSON_NOUNS for t in titles):
        score += 3
    if known and size > 1:
        score += 2
    if size > 1 and last in ORG_WORDS:
        score -= 1 if known else 3
    if size > 4:
        score -= 2
    if start == run and start > 0 and w.lower[start - 1] in ("the", "a", "an"):
        score -= 2.5
    if size == 1 and first.isupper() and 1 < len(first) <= 5:
        score -= 2
    if end + 1 < n and w.words[end] == ",":
        after = w.lower[end + 1]
        if after.isdigit() and len(after) <= 2:
            score += 3
        elif after == "who":
            score += 2
    if size == 1 and start > 0 and w.lower[start - 1] in ("in", "at"):
        score -= 1
    return score


def name_mentions(w: Words) -> list[Mention]:
    """Find all places written like a name, scored for being a person's.

    Args:
        w: The article.

    Returns:
        The mentions in order.
    """
    found = []
    for run, end in runs(w):
        start = _split(w, run, end)
        name = parse_name(w.slice(start, end))
        if name is None:
            continue
        titles = list(w.lower[run:start])
        k = run - 1
        while k >= 0 and run - k <= 4 and w.pos[k] in ("NOUN", "ADJ", "PROPN"):
            if w.lower[k] in PERSON_NOUNS or titles:
                titles.insert(0, w.lower[k])
            else:
                break
            k -= 1
        if end - start == 1 and w.lower[start] in PERSON_NOUNS | NAME_MODIFIERS:
            continue
        given = gender_of_given(w.words[start])
        if end - run > 1 and w.lower[end - 1] in PERSON_NOUNS and w.labels[end - 1] != "PERSON":
            if given is None:
                continue  # Attorney General, Foreign Minister
        found.append(
            Mention(start, end, name, tuple(titles), _score(w, run, start, end, tuple(titles)))
        )
    return found


def _people(w: Words, mentions: list[Mention]) -> list[tuple[Mention, Referent]]:
    """Group the mentions of people by who they are."""
    votes: dict[str, list[float]] = defaultdict(list)
    for m in mentions:
        # In a headline everything looks like a name: what the body does not know is none.
        if not w.headline[m.start]:
            votes[m.name.key].append(m.score)
    person = {
        key: sum(scores) / len(scores) + (1.0 if max(scores) >= 3 else 0.0) > 0.4
        for key, scores in votes.items()
    }
    people: list[Referent] = []
    owner: dict[int, Referent] = {}
    full = [m for m in mentions if m.name.given or m.name.suffix]
    for m in sorted(full, key=lambda m: (w.headline[m.start], m.start)):
        if not person.get(m.name.key, False):
            continue
        fits = [r for r in people if all(compatible(m.name, f) >= 2 for f in r.names)]
        if fits:
            referent = max(fits, key=lambda r: r.names[0].given == m.name.given)
        else:
            referent = Referent(m.name.key, m.name.text, "person")
            people.append(referent)
        referent.names.append(m.name)
        owner[m.start] = referent
    weight = Counter(id(r) for r in owner.values())
    for m in mentions:
        if m.start in owner or m.name.given:
            continue
        referent_or_none = _of_surname(m, people, owner, weight)
        if referent_or_none is None:
            if not person.get(m.name.key, False):
                continue
            referent_or_none = Referent(m.name.key, m.name.text, "person")
            people.append(referent_or_none)
            referent_or_none.names.append(m.name)
        elif m.score < -1.5 and not person.get(m.name.key, False):
            continue
        owner[m.start] = referent_or_none
    return [(m, owner[m.start]) for m in mentions if m.start in owner]


def _gender_fits(m: Mention, r: Referent) -> bool:
    wanted = _title_gender(m)
    if wanted is None:
        return True
    known = r.gender or next(
        (g for n in r.names if n.given and (g := gender_of_given(n.given[0]))), None
    )
    return known is None or known == wanted


def _title_gender(m: Mention) -> str | None:
    genders = {g for t in m.titles if (g := gender_of_word(t))}
    return m.name.gender or (genders.pop() if len(genders) == 1 else None)


def _of_surname(
    m: Mention, people: list[Referent], owner: dict[int, Referent], weight: Counter[int]
) -> Referent | None:
    """Whose bare surname, or given name, this is."""
    for least in (2, 1):
        fits = [
            r
            for r in people
            if max(compatible(m.name, f) for f in r.names) >= least and _gender_fits(m, r)
        ]
        if len(fits) > 1:
            before = {id(r) for place, r in owner.items() if place < m.start}
            fits = [r for r in fits if id(r) in before] or fits
            # The one the article is about goes by the surname alone; the others are told apart.
            fits.sort(key=lambda r: (-weight[id(r)], r.names[0].text))
        if fits:
            return fits[0]
    return None


def _describe(w: Words, m: Mention, referent: Referent) -> None:
    """Take up what stands around a mention: titles in front, an apposition behind."""
    referent.nouns.update(t for t in m.titles if t.isalpha() or "." in t)
    referent.gender = referent.gender or _title_gender(m)
    i = m.end
    if i + 1 < len(w) and w.words[i] == ",":
        for k in range(i + 1, min(i + 14, len(w))):
            if w.words[k] in ",.;:—" or w.pos[k] in ("VERB", "AUX", "SCONJ"):
                break
            if w.words[k][0].isdigit() or w.lower[k] in ("who", "whose"):
                continue
            if w.lower[k] in PERSON_NOUNS:
                referent.nouns.add(w.lower[k])
                referent.gender = referent.gender or gender_of_word(w.lower[k])


def people(w: Words) -> tuple[list[Referent], dict[int, Referent]]:
    """Find the people an article names.

    Args:
        w: The article.

    Returns:
        The people, and for every token of a mention the person.
    """
    at: dict[int, Referent] = {}
    seen: dict[int, Referent] = {}
    for m, referent in _people(w, name_mentions(w)):
        if m.name not in referent.names:
            referent.names.append(m.name)
        _describe(w, m, referent)
        referent.places.append(m.end - 1)
        seen[id(referent)] = referent
        for i in range(m.start, m.end):
            at[i] = referent
    found = list(seen.values())
    for referent in found:
        best = max(
            referent.names,
            key=lambda n: (bool(n.given), not n.text.isupper(), len(n.given), len(n.text)),
        )
        referent.key, referent.name = best.key, best.text
        if referent.gender is None and best.given:
            referent.gender = gender_of_given(best.given[0])
    return found, at


def _initials(text: str) -> str:
    return "".join(
        t[0] for t in text.replace("-", " ").split() if t[0].isupper() or t[0].isdigit()
    ).upper()


def organisations(
    w: Words, taken: dict[int, Referent]
) -> tuple[list[Referent], dict[int, Referent]]:
    """Find the organisations and places an article names; an acronym joins its expansion.

    Args:
        w: The article.
        taken: Tokens that name people.

    Returns:
        The organisations, and for every token of a mention the organisation.
    """
    by_key: dict[str, Referent] = {}
    at: dict[int, Referent] = {}
    spans: list[tuple[int, int]] = []
    for run, end in runs(w):
        start = run
        while end - start > 1 and w.labels[end - 1] in ("DATE", "TIME"):
            end -= 1
        if any(i in taken for i in range(start, end)) or w.headline[start]:
            continue
        labels = {w.labels[i] for i in range(start, end)}
        if labels & _ORG_LABELS or w.lower[end - 1] in ORG_WORDS | ORG_NOUNS:
            spans.append((start, end))
    for ent in w.doc.ents:
        if (
            ent.label_ == "ORG"
            and len(ent) > 2
            and not any(i in taken for i in range(ent.start, ent.end))
        ):
            spans.append((ent.start, ent.end))
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if start in at:
            continue
        if w.lower[start] in ("the", "a", "an"):
            start += 1
        text = w.slice(start, end)
        key = org_key(text)
        if not key:
            continue
        referent = by_key.get(key)
        if referent is None:
            referent = by_key[key] = Referent(key, text, "organization")
        referent.nouns.add(w.lower[end - 1])
        referent.places.append(end - 1)
        for i in range(start, end):
            at[i] = referent
    _join_acronyms(by_key, at)
    return list({id(r): r for r in at.values()}.values()), at


def org_key(text: str) -> str:
    """Fold an organisation's name: no article, no possessive, no dots.

    Args:
        text: The name as written.

    Returns:
        The key; empty where there is no name.
    """
    words = fold(text).removesuffix("'s").removesuffix("'").replace(".", "").split()
    while words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def _join_acronyms(by_key: dict[str, Referent], at: dict[int, Referent]) -> None:
    """Let *EPA* be the Environmental Protection Agency, *the Times* The New York Times."""
    into: dict[int, Referent] = {}
    long = [r for r in by_key.values() if " " in r.key]
    for key, referent in by_key.items():
        if " " in key:
            continue
        name = referent.name.replace(".", "")
        if name.isupper() and len(name) > 1:
            fits = [r for r in long if _initials(r.name) == name]
        else:
            fits = [r for r in long if r.key.split()[-1] == key and key in ORG_WORDS]
        if len(fits) == 1:
            into[id(referent)] = fits[0]
    for i, referent in at.items():
        if id(referent) in into:
            target = into[id(referent)]
            target.places.append(i)
            at[i] = target
    for target in into.values():
        target.places = sorted(set(target.places))
