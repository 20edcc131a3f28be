"""Page furniture: what scraping leaves in a text that is not the story's own words.

Almost all of it stands on a line of its own. A line is furniture when it matches one of the
families in ``furniture_lines`` as a whole; a line in which somebody is quoted never is.
"""

import re

from quotes.articles.furniture_lines import (
    ALWAYS,
    CAPTION_ENDS,
    CAPTION_STARTS,
    INLINE,
    LINK_LISTS,
    USUALLY,
)
from quotes.types import Skipped

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_STRIP = " \t\xa0\ufeff\u200b\u200e\f\v"
_MARKS = re.compile(r"[\"“”„«»]|``|''|(?:^|\s)[‘'](?=\w)")
_SPEECH = re.compile(
    r"\b(?:said|says|say|saying|told|tells|tweeted|wrote|writes|added|adds|asked|asks|"
    r"according to|announced|argued|argues|claimed|claims|called|calls|stated|explained|"
    r"insisted|warned|warns|reported|reports|vowed|urged|denied|noted|tells?)\b",
    re.IGNORECASE,
)
_MAX_LINE = 900  # longer lines are prose, however they begin
_CAPTION_TAIL = 160
_MAX_LINKS = 8
_MAX_LINK = 140


def find_furniture(text: str) -> tuple[Skipped, ...]:
    """Find page furniture in a text.

    Args:
        text: An article's text.

    Returns:
        Its stretches, in order and disjoint, each with a short reason such as ``caption``.
    """
    found: list[Skipped] = []
    links_left = 0
    for match in _LINE.finditer(text):
        line = match[0].strip(_STRIP)
        if not line:
            continue
        start = match.start() + match[0].index(line)
        if len(line) <= _MAX_LINE and (reason := line_reason(line)):
            found.append(Skipped(start, start + len(line), reason))
            links_left = _MAX_LINKS if LINK_LISTS.fullmatch(line) else 0
            continue
        if links_left and _is_link(line):
            found.append(Skipped(start, start + len(line), "related links"))
            links_left -= 1
            continue
        links_left = 0
        for reason, trigger, pattern in INLINE:
            if trigger in line:
                for inner in pattern.finditer(line):
                    s, e = inner.span("furniture")
                    found.append(Skipped(start + s, start + e, reason))
    found.sort()
    return tuple(found)


def line_reason(line: str) -> str | None:
    """Return why a whole line is furniture, or None where it is the story's own.

    Args:
        line: A line without white space around it.

    Returns:
        The family's name, or None.
    """
    for reason, pattern in ALWAYS:
        if pattern.match(line):
            return reason
    has_marks = _MARKS.search(line) is not None
    if has_marks and _SPEECH.search(line):
        return None
    for reason, pattern in CAPTION_STARTS:
        if pattern.match(line):
            return reason
    if CAPTION_ENDS.search(line, max(0, len(line) - _CAPTION_TAIL)):
        return "caption"
    if has_marks:
        return None
    for reason, pattern in USUALLY:
        if pattern.match(line):
            return reason
    return None


def _is_link(line: str) -> bool:
    """Tell whether a line under "Related Coverage" or the like reads as a headline linked there."""
    return (
        len(line) <= _MAX_LINK
        and line[-1] not in '.!:;,”"'
        and not (_MARKS.search(line) and _SPEECH.search(line))
    )
