"""Finds where organisations and places are named, and which names are one body's."""

from quotes.attribute.lexicon import ORG_NOUNS, ORG_WORDS, word_set
from quotes.attribute.names import fold
from quotes.attribute.referents import Referent
from quotes.attribute.runs import runs
from quotes.attribute.words import Words

_BODY_WORDS = ORG_WORDS | ORG_NOUNS
_ORG_LABELS = frozenset({"ORG", "GPE", "FAC", "NORP", "LOC"})


#: Bodies of their own by the one word: the House is not the White House.
#: What a name may lose where it stands again: Fox News, Labour Party.
_TAILS = word_set(
    """
    airlines airways broadcasting co company corp corporation entertainment group holdings inc
    industries media motors news party pictures records studios systems technologies television
    """
)
_OWN_BODIES = frozenset(("house", "senate", "congress", "parliament"))


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
        if labels & _ORG_LABELS or w.lower[end - 1] in _BODY_WORDS:
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
        text = w.slice(start, end).rstrip(" :;,")
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
    _join_short_forms(w, by_key, at)
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


def _join_short_forms(w: Words, by_key: dict[str, Referent], at: dict[int, Referent]) -> None:
    """Let *EPA* be the Environmental Protection Agency, *the Times* The New York Times."""
    into: dict[int, Referent] = {}
    long = [r for r in by_key.values() if " " in r.key]
    for referent in by_key.values():
        fits = _longer(w, referent, by_key, long)
        if len(fits) == 1:
            into[id(referent)] = fits[0]
    for i, referent in at.items():
        target = referent
        while id(target) in into and into[id(target)] is not referent:
            target = into[id(target)]
        if target is not referent:
            target.places.append(i)
            at[i] = target
    for target in into.values():
        target.places = sorted(set(target.places))


def _longer(
    w: Words, short: Referent, by_key: dict[str, Referent], long: list[Referent]
) -> list[Referent]:
    """The longer names that a name may stand for; of *the U.S. Senate* the Senate."""
    key, name = short.key, short.name.replace(".", "")
    if key.startswith("us ") and key[3:] in by_key:
        return [by_key[key[3:]]]
    if " " in key:
        return []
    if name.isupper() and len(name) > 1:
        return [r for r in long if _initials(r.name) == name]
    if key in ORG_WORDS and key not in _OWN_BODIES:
        return [r for r in long if r.key.split()[-1] == key and not r.key.startswith("us ")]
    if any(w.labels[i] != "ORG" for i in short.places):
        return []
    return [r for r in long if r.key.rpartition(" ")[0] == key and r.key.split()[-1] in _TAILS]
