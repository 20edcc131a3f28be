"""The head of a plain-text story: its title, byline and dateline."""

import re
from typing import NamedTuple

from quotes.articles.furniture import find_furniture
from quotes.types import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_HEAD_LINES = 8  # title, byline and dateline stand among the first few lines or nowhere
_MAX_TITLE = 200

_AGENCY = r"(?:[A-Z][A-Za-z.&'’-]{1,24}(?: [A-Z][A-Za-z.&'’-]{1,24}){0,3})"
_PLACE_WORD = r"[A-Z][A-Z.'’/-]{0,24}"
_PLACE = rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,3}}"
_MONTH = (
    r"(?:Jan(?:\.|uary)?|Feb(?:\.|ruary)?|Mar(?:\.|ch)?|Apr(?:\.|il)?|May|June?|July?|"
    r"Aug(?:\.|ust)?|Sept?(?:\.|ember)?|Oct(?:\.|ober)?|Nov(?:\.|ember)?|Dec(?:\.|ember)?)"
)
# ", Md." or ", England" after the place; ", Oct. 12" or ", 12 October 2007" after that.
_REGION = r"(?:, [A-Z][A-Za-z.]{1,15}(?: [A-Z][A-Za-z.]{1,15})?(?:/[A-Z]{2,20}(?: [A-Z]{2,20})?)?)?"
_DAY = rf"(?:, (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
_DASH = r"(?:--|---|—|–|-|_)"

# MOSCOW (Reuters) - ...; HEMPSTEAD, N.Y., Sept. 26 (UPI) — ...; BRUSSELS -- ...
_UPPER = re.compile(
    rf"(?P<place>{_PLACE})(?:{_REGION}|{_DAY}){_DAY}"
    rf"(?:,? ?\((?P<agency>{_AGENCY})\) ?{_DASH}?:? ?| {_DASH} |[—–] ?| ?-- ?)(?=\S)"
)
# Washington (CNN) ...; Paris (AFP) - ...; (CNN) -- ...
_NAMED = re.compile(
    rf"(?:[A-Z][A-Za-z.'’-]{{1,24}}(?: [A-Z][A-Za-z.'’-]{{1,24}}){{0,2}}{_REGION}{_DAY} )?"
    r"\((?P<agency>CNN|AP|AFP|UPI|Reuters|REUTERS|Bloomberg|Xinhua|PTI|ANI|IANS|dpa|CNN Business|"
    rf"CNSNews\.com|RNS|CNS|VOA|RFE/RL|CBS|NBC|ABC News)\) ?{_DASH}? ?(?=\S)"
)
# Words in capitals at a paragraph's start, with a dash after them, that are no places.
_NO_PLACE_WORDS = """
    A ABC AIDS ANALYSIS BBC BREAKING CBS CDC CIA CNN CORRECTION COVID DACA EPA EU EXCLUSIVE FBI
    FDA FIFA FILE GOP HIV I IMF IRS LIVE MLB MORE NASA NATO NBA NBC NEWS NFL NHL NOTE NSA OPEC
    OPINION PHOTO PHOTOS Q READ UEFA UK UN UNESCO UNICEF UPDATE UPDATED US USA VIDEO WATCH WHO WTO
"""
_NO_PLACES = frozenset(_NO_PLACE_WORDS.split())
_BYLINE = re.compile(
    r"(?:By|BY)[ :]\s{0,3}"
    r"(?P<author>[A-Z][\w.'’-]{0,30}(?:,? (?:and|AND|&|with|[A-Z][\w.'’-]{0,30})){0,12})"
    r"(?P<rest>[,|/–—-][^.!?]{0,80}|\s\|[^.!?]{0,80})?\s{0,3}$"
)
_AND = re.compile(r",?\s(?:and|AND|&|with)\s")


class Header(NamedTuple):
    """What stands at the head of a story.

    Attributes:
        title, author, outlet: As the text gives them; the outlet is the agency in the dateline.
        title_span, byline_span: Where title and byline stand.
        dateline_span: The dateline, with the dash and space after it.
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    title_span: Span | None = None
    byline_span: Span | None = None
    dateline_span: Span | None = None


def dateline_end(paragraph: str) -> int:
    """Return where the words of a paragraph begin after a dateline.

    Args:
        paragraph: A paragraph from its start.

    Returns:
        The offset after ``MOSCOW (Reuters) - `` and the like; 0 where there is no dateline.
    """
    found = _dateline(paragraph)
    return found.end() if found else 0


def find_header(text: str) -> Header:
    """Find title, byline and dateline in the first lines of a plain-text story.

    Args:
        text: The story.

    Returns:
        What was found; page furniture above or between is passed over.
    """
    head = text[: _HEAD_LINES * 400]
    furniture = find_furniture(head)
    title = byline = dateline = None
    author = outlet = None
    lines = [m.span() for m in _LINE.finditer(head) if m[0].strip(" \t\ufeff\xa0")]
    for number, (start, end) in enumerate(lines[:_HEAD_LINES]):
        line = text[start:end].strip(" \t\ufeff\xa0")
        start = text.index(line, start)
        end = start + len(line)
        if found := _BYLINE.match(line):
            byline = byline or Span(start, end)
            author = author or _authors(found["author"])
            continue
        if any(s.start < end and start < s.end for s in furniture):
            continue
        if found := _dateline(line):
            dateline = Span(start, start + found.end())
            outlet = found["agency"]
            break
        is_last = number + 1 == len(lines) and len(head) == len(text)
        if title is None and not byline and not is_last and _is_title(line):
            title = Span(start, end)
            continue
        if line.endswith((".", "”", '"', "!", "?")) and len(line) > _MAX_TITLE / 2:
            break
    return Header(
        title=text[title.start : title.end] if title else None,
        author=author,
        outlet=outlet,
        title_span=title,
        byline_span=byline,
        dateline_span=dateline,
    )


def _dateline(paragraph: str) -> "re.Match[str] | None":
    found = _UPPER.match(paragraph) or _NAMED.match(paragraph)
    if found is None or found["agency"]:
        return found
    place = found["place"]
    letters = sum(ch.isalpha() for ch in place)
    if letters < 3 or any(word.strip(".") in _NO_PLACES for word in place.split()):
        return None
    return found


def _authors(names: str) -> str:
    """Return a byline's names with commas between, without the outlet that may follow them."""
    *others, last = _AND.split(names)
    # "A, B and C, The Paper": after the last "and" a comma ends the names; so it does without one.
    return ", ".join([*others, last.split(",")[0]])


def _is_title(line: str) -> bool:
    """Tell whether a line reads as a headline: short, and no sentence with its full stop."""
    return len(line) <= _MAX_TITLE and not line.endswith((".", ",", ";", ":", "”", '."', ',"'))
