"""The speaker table: who is in a quote table, under which names and roles, where and when."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import polars as pl

from quotes.identify.authority import Authority, Match
from quotes.identify.identities import Identities
from quotes.identify.mentions import KINDS, speakers_of

_PART = 20_000


@dataclass(slots=True)
class _Known:
    """What a quote table says of one speaker; a role has its first and last day and a count."""

    names: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    roles: dict[str, list[Any]] = field(default_factory=dict)
    outlets: set[str] = field(default_factory=set)
    quotes: int = 0
    articles: int = 0
    last_article: str | None = None
    first: date | None = None
    last: date | None = None


def speaker_rows(
    rows: Iterable[Mapping[str, Any]],
    who: Identities,
    *,
    authority: Authority | None = None,
) -> Iterator[dict[str, Any]]:
    """The speaker table's rows.

    Args:
        rows: The quote table's rows as extraction made them, those of one article together.
        who: Who the speakers are.
        authority: Identifiers of others, for organisations; people are linked in ``who``.

    Yields:
        One row a speaker, the most quoted first; unknown speakers have none.
    """
    known: dict[str, _Known] = {}
    for row in rows:
        _count(row, who, known)
    merged: dict[str, list[str]] = {}
    for alias, head in sorted(who.registry.aliases().items()):
        merged.setdefault(head, []).append(alias)
    links = _links(who)
    for speaker_id, one in sorted(known.items(), key=lambda item: (-item[1].quotes, item[0])):
        kind = min(one.kinds, key=lambda kind: (-one.kinds[kind], kind))
        name = min(one.shown, key=lambda name: (-one.shown[name], name))
        aliases = merged.get(speaker_id, [])
        match = _match(speaker_id, aliases, name, kind, who, authority)
        yield {
            "speaker_id": speaker_id,
            "speaker": name,
            "speaker_kind": kind,
            "aliases": [
                {"name": alias, "quotes": number}
                for alias, number in sorted(one.names.items(), key=lambda i: (-i[1], i[0]))
            ],
            "roles": [
                {"role": role, "first": first, "last": last, "quotes": number}
                for role, (first, last, number) in sorted(
                    one.roles.items(), key=lambda item: (-item[1][2], item[0])
                )
            ],
            "authority_id": match.authority_id,
            "quotes": one.quotes,
            "articles": one.articles,
            "outlets": len(one.outlets),
            "first_seen": one.first,
            "last_seen": one.last,
            "merged": [
                {"speaker_id": alias, "score": score, "reasons": list(reasons)}
                for alias in aliases
                for score, reasons in (links.get(alias, (None, ("a decision",))),)
            ],
            "candidates": list(match.candidates),
        }


def speaker_frames(rows: Iterable[dict[str, Any]], schema: pl.Schema) -> Iterator[pl.DataFrame]:
    """The speaker table in parts.

    Args:
        rows: From `speaker_rows`.
        schema: The table's columns.
    """
    part: list[dict[str, Any]] = []
    for row in rows:
        part.append(row)
        if len(part) == _PART:
            yield pl.DataFrame(part, schema=schema, orient="row")
            part = []
    if part:
        yield pl.DataFrame(part, schema=schema, orient="row")


def _count(row: Mapping[str, Any], who: Identities, known: dict[str, _Known]) -> None:
    speakers = speakers_of(row)
    for (_, name), (speaker_id, shown, _) in zip(speakers, who.each(row), strict=True):
        one = known.setdefault(speaker_id, _Known())
        one.names[name] += 1
        one.shown[shown] += 1
        if len(speakers) == 1:
            one.kinds[row["speaker_kind"]] += 1
        else:
            one.kinds[_kind(speaker_id, row["speaker_kind"])] += 1
        one.quotes += 1
        if row["article_id"] != one.last_article:
            one.articles += 1
            one.last_article = row["article_id"]
        if row["outlet"]:
            one.outlets.add(row["outlet"])
        day = row["published"]
        if day is not None:
            one.first = min(one.first or day, day)
            one.last = max(one.last or day, day)
        if row["speaker_role"] and len(speakers) == 1:
            role = one.roles.setdefault(row["speaker_role"], [day, day, 0])
            role[0] = min(filter(None, (role[0], day)), default=None)
            role[1] = max(filter(None, (role[1], day)), default=None)
            role[2] += 1


def _kind(speaker_id: str, otherwise: str) -> str:
    return KINDS.get(speaker_id[:1], otherwise)


def _links(who: Identities) -> dict[str, tuple[float, tuple[str, ...]]]:
    """For identifiers that were linked, the best link of each and its reasons."""
    best: dict[str, tuple[float, tuple[str, ...]]] = {}
    # Of equal ones the first by name: in which order they were found is no matter.
    for _, (link, _) in sorted(who.registry.links.items()):
        if who.registry.resolve(link.a) != who.registry.resolve(link.b):
            continue
        for node in (link.a, link.b):
            if node not in best or best[node][0] < link.score:
                best[node] = (link.score, link.reasons)
    return best


def _match(
    speaker_id: str,
    aliases: Iterable[str],
    name: str,
    kind: str,
    who: Identities,
    authority: Authority | None,
) -> Match:
    if kind == "organization" and authority is not None:
        return authority.body(name)
    members = (speaker_id, *aliases)
    registry = who.registry
    sure = {registry.authority_ids[one] for one in members if one in registry.authority_ids}
    if len(sure) == 1:
        return Match(sure.pop(), ())
    maybe = {c for one in members for c in registry.candidates.get(one, ())}
    return Match(None, tuple(sorted(sure | maybe)))
