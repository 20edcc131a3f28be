"""Whom the names in new articles may concern, of all the speakers that an index keeps."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from quotes.identify import Mention
from quotes.identify.bodies import body_keys
from quotes.identify.forms import form_of
from quotes.identify.meeting import keys_for
from quotes.identify.nodes import node_of
from quotes.identify.speakers import names_a_body
from quotes.index.database import Database, all_in

_NEAR = 400
"""Days within which somebody may be meant by a surname alone, where many have it."""

_SAME_TIME = 30
_BEST_KNOWN = 40
_MOST = 200


def named_like(database: Database, mentions: Iterable[Mention]) -> set[str]:
    """People and bodies of a like name; those of a surname, where that is all there is.

    Args:
        database: The index.
        mentions: The speakers of new articles.

    Returns:
        Their identifiers.
    """
    keys: dict[str, None] = {}
    full: defaultdict[str, set[int]] = defaultdict(set)
    bare: defaultdict[str, set[int]] = defaultdict(set)
    bodies: defaultdict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        if mention.kind == "organization" and names_a_body(mention.name):
            node = node_of(mention, node_id=mention.found, found=mention.found, run=0)
            for key in body_keys(node):
                bodies[key].add(mention.day or 0)
        form = form_of(mention.name) if mention.kind == "person" else None
        if form is None:
            continue
        if form.is_full:
            keys.update(dict.fromkeys(keys_for(form)))
        (full if form.is_full else bare)[form.tail].add(mention.day or 0)
    rows = all_in(database, "SELECT person FROM people_keys WHERE key IN", keys)
    found = {person for (person,) in rows}
    named = "SELECT surname, articles, first, last, id FROM people WHERE is_full = {} AND surname"
    called = (
        "SELECT k.key, p.articles, p.first, p.last, p.id FROM people_keys k "
        "JOIN people p ON p.id = k.person WHERE k.key"
    )
    for select, wanted, days in (
        (named.format(1), bare, _NEAR),
        (named.format(0), bare, _NEAR),
        (named.format(0), full, _SAME_TIME),
        (called, bodies, _NEAR),
    ):
        its: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for key, *rest in all_in(database, f"{select} IN", wanted):
            its[key].append(tuple(rest))
        for key, members in its.items():
            found.update(_nearest(members, wanted[key], days))
    return found


def _nearest(members: list[tuple[Any, ...]], when: set[int], days: int) -> Iterable[str]:
    """Of many the best known, and of those who spoke about the same time some more."""
    if len(members) <= _BEST_KNOWN:
        return [member[-1] for member in members]
    members.sort(key=lambda member: (-member[0], member[-1]))
    first, last = min(when) - days, max(when) + days
    then = [one for one in members if not one[1] or (one[1] <= last and one[2] >= first)]
    return [member[-1] for member in (*members[:_BEST_KNOWN], *then[:_MOST])]
