"""Names: whatever stands there, parsing ends, and comparing does not depend on the order."""

from draw import Draw

from quotes.attribute.names import compatible, fold, misspelt, parse_name, surname_tail
from quotes.attribute.organisations import org_key
from quotes.identify.bodynames import (
    declared,
    initials,
    is_short_for,
    short_forms,
    stands_for,
)
from quotes.identify.callings import calling_of, far
from quotes.identify.forms import agree, blocks, form_of, given_keys
from quotes.identify.speakers import cut_id, namesake_id, organization_key, speaker_ids
from quotes.identify.spelling import alike, plain, skeleton
from quotes.types import SPEAKER_KINDS, Speaker


def names(data: bytes) -> None:
    draw = Draw(data)
    first, second = draw.words(), draw.words()
    a, b = parse_name(first), parse_name(second)
    for name in filter(None, (a, b)):
        assert name.surname and name.key
        assert compatible(name, name) == 3
        surname_tail(name.surname)
    if a and b:
        assert compatible(a, b) == compatible(b, a)
        assert misspelt(a.surname, b.surname) == misspelt(b.surname, a.surname)
    assert fold(fold(first)) == fold(first)
    for kind in SPEAKER_KINDS:
        found = speaker_ids("a", Speaker(key=first, name=first, kind=kind))
        for identifier in (found, namesake_id(found, second), cut_id(f"{found}@{second}")):
            assert identifier.isascii() and identifier[0] == kind[0] and " " not in identifier


def forms(data: bytes) -> None:
    """Names taken apart for comparison across articles."""
    draw = Draw(data)
    first, second = draw.words(), draw.words()
    a, b = form_of(first), form_of(second)
    for form in filter(None, (a, b)):
        # The evidence asks only for names that no plain letter is left of.
        assert blocks(form) and form.key == " ".join(form.key.split())
        given_keys(form)
        agreed = agree(form, form)
        assert agreed is not None and agreed.how == "equal"
    if a and b and a.is_full and b.is_full:
        one, other = agree(a, b), agree(b, a)
        assert (one and (one.how, one.score)) == (other and (other.how, other.score))
    for word in (first, second):
        assert plain(plain(word)) == plain(word)
        assert alike(word, word)
        skeleton(word)
    for given in (False, True):
        assert alike(first, second, given=given) == alike(second, first, given=given)


def organisations(data: bytes) -> None:
    """Bodies and roles."""
    draw = Draw(data)
    first, second = draw.words(), draw.words()
    org_key(first)
    key = organization_key(first)
    assert organization_key(key) == key or " " not in key
    said = [draw.words(), draw.words()]
    for known in (declared(first, [second], said), initials(first), short_forms(first)):
        assert all(one and one == one.strip() for one in known)
    is_short_for(first, second)
    assert stands_for(first) == stands_for(f"The {first}")
    a, b = calling_of(first), calling_of(second)
    assert far(a.fields, b.fields) == far(b.fields, a.fields)
    assert a.offices <= a.words
