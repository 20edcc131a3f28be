"""Page furniture: what scraping leaves in a text that is not the story's own words.

Almost all of it stands on a line of its own. A line is furniture when it is one of the phrases in
``furniture_phrases.txt`` or matches one of the families in ``furniture_patterns.tsv``; a line in
which somebody speaks between quotation marks is so only by what no story says.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from quotes.types import Skipped

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SPACE = " \t\xa0\ufeff\u200b\u200e\f\v"
_BULLETS = "(—–•*-[. " + _SPACE
_MARKS = re.compile(r"[\"“”„«»]|``|''|(?:^|\s)[‘'](?=\w)")
_SPEECH = re.compile(
    r"\b(?:said|says|say|saying|told|tells?|tweeted|wrote|writes|added|adds|asked|asks|"
    r"according to|announced|argued|argues|claimed|claims|called|calls|stated|explained|"
    r"insisted|warned|warns|reported|reports|vowed|urged|denied|noted)\b",
    re.IGNORECASE,
)
# A tweet in the text, with its author: somebody's own words, whatever they begin with.
_TWEET = re.compile(r"[—–-] ?[^()\r\n]{1,60}\(@\w{1,20}\)")
_FIRST_WORD = re.compile(r"[^\s(:]*")
_SEPARATOR = re.compile(r"[\s_*=~•·.#—–-]{1,80}$(?<!\.\.\.)")
_MAX_LINE = 900  # longer lines are prose, however they begin
_TAIL = 160
_MAX_LINKS = 8
_MAX_LINK = 140

_NAME = r"[A-Z][\w.'’-]{0,30}"
_SMALL = (
    r"and|with|of|in|from|the|for|at|by|de|van|von|al|bin|writers?|reporters?|bureaus?|newsroom"
    r"|staff|reporting|writing|editing|additional|graphics?|research"
)
# A list of names is possessive (``}+``): what is both a name and a small word ("The") could else be
# tried both ways at each place, twice the work for each further name.
_PARTS = {
    "<END>": r"[\s.:…!»>›|*→-]{0,6}$",
    "<TAIL>": r"[\s.)*]{0,4}$",
    "<NAME>": _NAME,
    "<NAMES>": rf"(?-i:{_NAME})(?:[ ,;]{{1,3}}(?:(?:{_SMALL})\b|&|(?-i:{_NAME}))){{0,40}}+",
    "<CREDIT>": (
        rf"(?-i:{_NAME})(?:[ ,/|&]{{1,3}}(?:(?:via|for|of|and|the)\b|(?-i:{_NAME}))){{0,10}}+"
    ),
    "<PIECE>": (
        r"(?:story|article|report|post|piece|column|item|copy|page|blog|transcript|video|headline)"
    ),
    "<STAMP>": (
        r"(?:\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday"
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d"
        r"|\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{1,3}\s\w{3,8}\sago)"
    ),
    "<AGENCY>": (
        r"(?-i:Getty(?: Images)?|REUTERS|Reuters|AP(?: Photo| Images)?|AFP|EPA(?:-EFE)?|UPI|NPR|TNS"
        r"|Associated Press|ASSOCIATED PRESS|Bloomberg(?: News)?|Landov|Corbis|Shutterstock|Newscom"
        r"|PA(?: Wire| Images)?|iStock(?:photo)?(?:\.com)?|WireImage|Anadolu(?: Agency)?|Xinhua"
        r"|ZUMA(?: Press| Wire)?|Sipa(?: USA)?|Rex(?: Features)?|Alamy|Redux|Polaris|CNN|POLITICO"
        r"|The Washington Post|The New York Times|The Guardian|USA TODAY|Barcroft(?: Media)?|Staff"
        r"|Handout|Pool|File)"
    ),
}

# The Hill sets a person's full name and the newest headlines about them behind each name:
# "Lindsey Graham Lindsey Olin GrahamGOP senators balk at ... MORE (R-S.C.)".
_HOTLINK = re.compile(
    r"\b(?P<last>[A-Z][\w'’-]{1,24})"
    r"(?P<furniture> (?P<first>[A-Z(][\w.'’()-]{0,24}) (?:[A-Z(][\w.'’()-]{0,24} ){0,3}?(?P=last)"
    # Joined to the headline, or after a space; then the name must not go on as it began, as in
    # "Nancy Pelosi Nancy PelosiGiuliani", where the last name is not Nancy.
    r"(?:(?=[A-Z0-9'‘\"“])| (?!(?:[A-Z][\w.'’()-]{0,24} ){0,3}(?P=first))(?=[A-Z0-9'‘\"“]))"
    r"[^\r\n]{1,500}? MORE\b)"
)

# Politico sets picture, credit and headline on one line: "... in Oslo. | AP Photos Talks fail".
_CREDIT_AND_HEADLINE = re.compile(
    rf"(?P<caption>^[^|\r\n]{{10,500}}\| (?:[A-Z][\w.'’ -]{{2,40}}[/|] ?){{0,2}}"
    rf"{_PARTS['<AGENCY>']}s?(?: (?:Photos?|Images?))?) [\w'‘].{{3,140}}$"
)

_LINK_LIST = re.compile(
    r"(?:related (?:coverage|stories|articles|links|content|news|posts|reading|topics)"
    r"|most (?:read|popular|viewed)|more (?:stories|on this|on this story|coverage|like this|news)"
    r"|read more|read also|see also|also see|recommended(?: for you| stories| reading)?"
    r"|top stories|trending(?: now| stories)?|you (?:may|might) also like|from our partners"
    r"|around the web|sponsored content)[\s.:…]{0,5}",
    re.IGNORECASE,
)


class _Family(NamedTuple):
    reason: str
    keys: tuple[str, ...]
    pattern: re.Pattern[str]


class _Families(NamedTuple):
    """The families that apply in one situation, by where their key stands."""

    by_first_word: dict[str, list[_Family]]
    anywhere: list[_Family]
    at_end: list[_Family]


def find_furniture(text: str) -> tuple[Skipped, ...]:
    """Find page furniture in a text.

    Args:
        text: An article's text.

    Returns:
        Its stretches, in order and disjoint, each with a short reason such as ``caption``.
        Nearly all are whole lines, without the white space around them.
    """
    found: list[Skipped] = []
    links_left = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        line = raw.strip(_SPACE)
        if not line or line.isspace():
            continue
        start = match.start() + len(raw) - len(raw.lstrip(_SPACE))
        reason = line_reason(line) if len(line) <= _MAX_LINE else None
        if reason:
            links_left = _MAX_LINKS if _LINK_LIST.fullmatch(line) else 0
        elif links_left and _is_link(line):
            reason = "related links"
            links_left -= 1
        else:
            links_left = 0
            found += _inside(line, start)
            continue
        found.append(Skipped(start, start + len(line), reason))
    return tuple(found)


def _inside(line: str, start: int) -> Iterator[Skipped]:
    """Yield the furniture inside a line that is otherwise the story's own."""
    if " MORE" in line:
        for link in _HOTLINK.finditer(line):
            yield Skipped(
                start + link.start("furniture"), start + link.end("furniture"), "hotlinks"
            )
    elif " | " in line and (match := _CREDIT_AND_HEADLINE.match(line)):
        caption = match["caption"]
        if not (_MARKS.search(caption) and _SPEECH.search(caption)):
            yield Skipped(start, start + len(caption), "caption")


def line_reason(line: str) -> str | None:
    """Return why a whole line is furniture, or None where it is the story's own.

    Args:
        line: A line without white space around it.

    Returns:
        The family's name, or None.
    """
    lower = line.lower()
    if len(line) <= 80:
        if lower.strip(" .:…!»>›|*→-–—•[]()") in _PHRASES:
            return "navigation"
        if _SEPARATOR.match(line):
            return "separator"
    tail = lower[-_TAIL:]
    body = line.lstrip(_BULLETS)
    first = _FIRST_WORD.match(body.lower())
    word = first[0].rstrip(":,.") if first else ""
    if "(@" in line and _TWEET.search(line):
        return None
    marks: bool | None = None
    for when, families in _FAMILIES.items():
        found = _match(families, line, lower, tail, body, word)
        if found is None:
            continue
        if when == "any":
            return found
        if marks is None:
            marks = _MARKS.search(line) is not None
        if not marks or (when == "silent" and not _SPEECH.search(line)):
            return found
    return None


def _match(
    families: _Families, line: str, lower: str, tail: str, body: str, word: str
) -> str | None:
    for family in families.by_first_word.get(word, ()):
        if family.pattern.match(body):
            return family.reason
    # Plain loops: this runs for every line of every article, and nearly always ends empty-handed.
    for family in families.anywhere:
        for key in family.keys:
            if key in lower:
                if family.pattern.search(line):
                    return family.reason
                break
    for family in families.at_end:
        for key in family.keys:
            if key in tail:
                if family.pattern.search(line, max(0, len(line) - _TAIL)):
                    return family.reason
                break
    return None


def _is_link(line: str) -> bool:
    """Tell whether a line under "Related Coverage" or the like reads as a headline linked there."""
    return (
        len(line) <= _MAX_LINK
        and line[-1] not in '.!:;,”"'
        and not (_MARKS.search(line) and _SPEECH.search(line))
    )


def _data(name: str) -> Iterator[str]:
    text = files("quotes.articles").joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _load() -> dict[str, _Families]:
    loaded = {when: _Families({}, [], []) for when in ("any", "silent", "bare")}
    for row in _data("furniture_patterns.tsv"):
        when, reason, key, pattern = row.split("\t")
        for name, part in _PARTS.items():
            pattern = pattern.replace(name, part)
        keys = tuple(key[1:].split("|"))
        family = _Family(reason, keys, re.compile(pattern, re.IGNORECASE))
        families = loaded[when]
        if key[0] == "^":
            for word in keys:
                families.by_first_word.setdefault(word.rstrip(":"), []).append(family)
        else:
            (families.anywhere if key[0] == "*" else families.at_end).append(family)
    return loaded


_PHRASES = frozenset(_data("furniture_phrases.txt"))
_FAMILIES = _load()
