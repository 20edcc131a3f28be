"""Whether a predicted name is the annotated person's: same last name and same given name.

Initials and the short forms of English given names are allowed. This is a scorer's tolerance,
deliberately looser than what is good for joining people across articles.
"""

import re
import unicodedata

_TOKEN = re.compile(r"[\w'-]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_GENERATIONS = frozenset({"jr", "sr"})
_SHORT_FORMS = tuple(
    frozenset(line.split())
    for line in """
    alexander alex
    andrew andy
    anthony tony
    benjamin ben
    bernard bernie
    charles charlie chuck
    christopher chris
    daniel dan
    david dave
    donald don
    douglas doug
    edward ed eddie ted
    elizabeth beth liz
    gregory greg
    james jim jimmy
    jeffrey jeff
    jennifer jen
    joseph joe
    joshua josh
    katherine kate kathleen kathy
    kenneth ken
    lawrence larry
    leonard len
    matthew matt
    michael mike
    mitchell mitch
    nicholas nick
    richard dick rich rick
    robert bob bobby rob
    ronald ron
    samuel sam samantha
    stephen steve steven
    thomas tom
    timothy tim
    william bill billy will
    """.strip().splitlines()
)


def same_person(first: str, second: str) -> bool:
    """Whether two names may be one person's.

    Args:
        first, second: Names as written, without titles.

    Returns:
        Whether the names are equal but for case, accents and marks, or share the last name and
        have equal, abbreviated or short forms of one given name. "Jr." and "Sr." must agree.
    """
    (a, a_suffixes), (b, b_suffixes) = _parts(first), _parts(second)
    if not a or not b:
        return False
    if a_suffixes != b_suffixes and _GENERATIONS & (a_suffixes | b_suffixes):
        return False
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    return _same_given_name(a[0], b[0])


def _same_given_name(first: str, second: str) -> bool:
    if first == second:
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return any(first in forms and second in forms for forms in _SHORT_FORMS)


def _parts(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The name's words without its suffixes, and the suffixes."""
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    words = _TOKEN.findall(plain.replace("’", "'"))
    return (
        tuple(word for word in words if word not in _SUFFIXES),
        frozenset(word for word in words if word in _SUFFIXES),
    )
