"""Letters to the editor: who signed them, on a line of their own above their town."""

import re

from quotes.attribute.names import parse_name
from quotes.attribute.reading import Reading, meet

_SIGNED = re.compile(
    r"^(?P<name>[A-Z][\w'’-]+(?: [A-Z]\.)?(?: [A-Z][\w'’-]+){1,2})\.?\n\s*"
    r"[A-Z][\w .'’-]{1,40}, [A-Z][\w]*(?:\. ?[A-Z])*\.?$",
    re.MULTILINE,
)
_HANDLE = re.compile(r"^(?P<name>@\w{3,20})\.?$", re.MULTILINE)


def take_signatures(r: Reading) -> None:
    """Take up those who signed a letter as people whom the article names.

    Args:
        r: The reading; gets the people.
    """
    w = r.w
    for pattern in (_SIGNED, _HANDLE):
        for found in pattern.finditer(w.text):
            start, end = w.tokens(found.span("name"))
            name = parse_name(found["name"])
            if name is None or start >= end or w.skipped[start]:
                continue
            known = next((r.person_at[i] for i in range(start, end) if i in r.person_at), None)
            if known is None:
                meet(r, name, start, end, called=found["name"])
            elif name.key not in {n.key for n in known.names} and len(known.places) == 1:
                known.key, known.name = name.key, found["name"]
                known.names.append(name)
                for i in range(start, end):
                    r.person_at[i] = r.named[i] = known
