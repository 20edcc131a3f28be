"""Whom the description of a given mention means, by what stands around it in its document.

A source is a whole phrase, and its apposition is within it; a given mention may be no more than
"official" of "Ann Lee, who was the No. 2 official".
"""

from quotes.attribute.names import gender_of_given, gender_of_word, is_given
from quotes.attribute.reading import Reading
from quotes.attribute.referents import Referent
from quotes.attribute.words import Words
from quotes.identify.forms import form_of

_IS = frozenset(("VBZ", "VBP", "VBD"))
_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their"))
_LEAD = 80
"""So many tokens after "a man" may be named, with his age, who that is."""


def described(r: Reading, start: int, end: int) -> str | None:
    """Tell whom a description means.

    Args:
        r: The document, with the people it names.
        start, end: The description's tokens.

    Returns:
        The name of a person; None where the document does not say.
    """
    if end <= start:
        return None
    return _told_of(r, start, end) or _titled(r, start, end) or _only_one(r, start, end)


def _told_of(r: Reading, start: int, end: int) -> str | None:
    """The person a description stands in apposition to, or is said to be."""
    w = r.w
    head = next((i for i in range(start, end) if not start <= w.heads[i] < end), end - 1)
    if head in r.person_at or not _is_description(w, head):
        return None
    over = w.heads[head]
    if w.deps[head] == "appos":
        return _full(r.person_at.get(over))
    if w.deps[head] != "attr" or w.doc[over].lemma_ != "be" or w.tags[over] not in _IS:
        return None
    below = [i for i in range(max(0, over - 30), over + 4) if i < len(w) and w.heads[i] == over]
    if any(w.deps[i] == "neg" for i in below):
        return None
    subject = next((i for i in below if w.deps[i] == "nsubj"), None)
    if subject is not None and w.lower[subject] == "who" and w.deps[over] == "relcl":
        subject = w.heads[over]
    return _full(r.person_at.get(subject)) if subject is not None else None


def _is_description(w: Words, head: int) -> bool:
    if w.pos[head] == "NOUN":
        return True
    before = range(max(0, head - 5), head)
    return any(w.heads[i] == head and w.lower[i] in _DETERMINERS for i in before)


def _full(q: Referent | None) -> str | None:
    form = form_of(q.name) if q is not None else None
    return q.name if q is not None and form is not None and form.is_full else None


def _titled(r: Reading, start: int, end: int) -> str | None:
    """Whom a bare title in a headline or a text means: the only one who has it, *President*."""
    text = r.w.slice(start, end).casefold()
    titled = [q for q in r.people if _title_of(r.w, q) == text or (q.role or "").casefold() == text]
    return titled[0].name if len(titled) == 1 else None


def _title_of(w: Words, q: Referent) -> str | None:
    """The word before a name that has no given name in the document: *President Obama*."""
    form = form_of(q.name)
    if form is None or form.is_full or q.first < 1 or not w.words[q.first - 1][:1].isupper():
        return None
    return w.lower[q.first - 1]


def _only_one(r: Reading, start: int, end: int) -> str | None:
    """The only person whom *man* or *woman* fits; or whom a lead so brings up, named behind."""
    w = r.w
    noun = w.lower[end - 1]
    gender = gender_of_word(noun)
    if gender is None or end - start > 2:
        return None
    named = [q for q in r.people if (form := form_of(q.name)) is not None and form.is_full]
    fits = [q for q in named if q.gender in (gender, None)]
    if len(fits) == 1:
        return fits[0].name if fits[0].gender == gender else None
    first = min(named, key=lambda q: q.first, default=None)
    if first is None or not end <= first.first <= end + _LEAD:
        return None
    return first.name if _gender(first) == gender and _aged(w, first.first) else None


def _gender(q: Referent) -> str | None:
    return q.gender or next((gender_of_given(n.given[0]) for n in q.names if n.given), None)


def _aged(w: Words, last: int) -> bool:
    """Whether an age follows a name: those a story is about have one, who speaks of them not."""
    return w.words[last + 1 : last + 2] == [","] and w.lower[last + 2 : last + 3] in _AGES


_AGES = [[str(years)] for years in range(5, 110)]


def fuller(name: str, text: str) -> bool:
    """Whether a name in a document has more of the given names than a mention, and the same ones.

    Args:
        name: The name.
        text: The mention's words.
    """
    whole, form = form_of(name), form_of(text)
    if whole is None or form is None:
        return False
    if whole.surname != form.surname or len(whole.given) <= len(form.given):
        return False
    more = whole.given[: len(whole.given) - len(form.given)]
    if whole.given[len(more) :] != form.given:
        return False
    # What stands before a name in capitals may be no given name; a lone surname had none.
    return is_given(more[0]) or not form.given
