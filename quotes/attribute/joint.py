"""Two who share the surname behind the second name: *my parents, James and Olive Meehan*."""

from collections.abc import Sequence
from dataclasses import replace

from quotes.attribute.mentions import Mention
from quotes.attribute.names import Name, fold, gender_of_given, is_given
from quotes.attribute.words import Words

#: What a man and a woman are, by what the two are.
_EACH = {
    "brothers": ("brother", "brother"),
    "children": ("son", "daughter"),
    "daughters": ("daughter", "daughter"),
    "grandparents": ("grandfather", "grandmother"),
    "parents": ("father", "mother"),
    "siblings": ("brother", "sister"),
    "sisters": ("sister", "sister"),
    "sons": ("son", "son"),
}
_COUPLES = (_EACH["parents"], _EACH["grandparents"])
_OPPOSITE: dict[str | None, str] = {"f": "m", "m": "f"}
_NEAR = 3


def share_surnames(w: Words, mentions: Sequence[Mention]) -> list[Mention]:
    """Give those who stand by a given name the surname of whom they are joined with.

    Args:
        w: The article.
        mentions: The names found, in order.

    Returns:
        The mentions in order, such given names with the surname, and both with what they are to
        somebody among their titles. A given name that is also somebody's surname stays as it is.
    """
    surnames = {m.name.surname for m in mentions if m.name.given}
    ends = {m.end: m for m in mentions}
    found = {m.start: m for m in mentions}
    for m in mentions:
        first = m.start - 2
        if first < 0 or not m.name.given or m.titles or w.headline[first]:
            continue
        joined = w.lower[m.start - 1] in ("and", "&") and w.words[first][:1].isupper()
        lone = ends.get(first + 1)
        longer = lone is not None and (lone.start < first or lone.titles)
        given = w.lower[first]
        if not joined or longer or given in surnames or not is_given(given):
            continue
        before = w.lower[max(0, first - _NEAR) : first]
        each = _EACH.get(next((word for word in before if word in _EACH), ""))
        if each is None and not is_given(w.words[m.start]):
            continue
        surname = m.name.text.split()[-len(m.name.surname.split()) :]
        name = Name(" ".join([w.words[first], *surname]), (fold(given),), m.name.surname)
        one, other = gender_of_given(given), gender_of_given(w.words[m.start])
        if each in _COUPLES:
            one, other = one or _OPPOSITE.get(other), other or _OPPOSITE.get(one)
        found[first] = Mention(first, first + 1, name, _kin(each, one), 3.0)
        if each is not None:
            found[m.start] = replace(m, titles=_kin(each, other), score=m.score + 3)
    return [found[start] for start in sorted(found)]


def _kin(each: tuple[str, str] | None, gender: str | None) -> tuple[str, ...]:
    """What one of two is to somebody, as a title: *father*."""
    if each is None or gender is None:
        return ()
    return (each[gender == "f"],)
