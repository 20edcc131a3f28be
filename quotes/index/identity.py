"""Which identifiers found in articles are one speaker: links by evidence, decisions by people.

Every identifier that extraction gave (`quotes.identify.speaker_ids`) is a node, and so is
``ID@ARTICLE``, that speaker in one article, where somebody decided about it. Decisions and links
are edges kept apart from the data; the clusters they make are what readers see. A cluster goes by
its oldest node, so that a merge keeps the older identifier and the other one still leads there.

The transitive closure of judgements follows nomenklatura (https://github.com/opensanctions/
nomenklatura): what people say is the same is joined first; a link never joins what people say is
different, however high its score.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from quotes.index.database import Database, in_chunks, marks
from quotes.index.errors import ContradictionError
from quotes.index.numbers import take_numbers
from quotes.index.tally import recount


class Link(NamedTuple):
    """Evidence that two identifiers are one speaker, with a score from 0 to 1 and its reasons."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...] = ()


class Judged(NamedTuple):
    """A decision about two nodes, with its number."""

    number: int
    same: bool
    a: str
    b: str


def clusters(judged: Sequence[Judged], links: Iterable[Link]) -> list[set[str]]:
    """Join what is the same.

    Args:
        judged: What people decided.
        links: What the evidence says; the strongest is heard first.

    Returns:
        The nodes that are one speaker, for each speaker named in the arguments.

    Raises:
        ContradictionError: People say of two nodes that they are the same, and are not.
    """
    groups: dict[str, set[str]] = {}
    for node in [n for j in judged for n in (j.a, j.b)] + [n for k in links for n in (k.a, k.b)]:
        groups.setdefault(node, {node})

    def join(a: str, b: str) -> None:
        small, large = sorted((groups[a], groups[b]), key=len)
        if small is not large:
            large |= small
            groups.update(dict.fromkeys(small, large))

    for decision in judged:
        if decision.same:
            join(decision.a, decision.b)
    apart: dict[str, set[str]] = {}
    for decision in judged:
        if decision.same:
            continue
        if groups[decision.a] is groups[decision.b]:
            raise ContradictionError(_contradiction(decision, judged))
        apart.setdefault(decision.a, set()).add(decision.b)
        apart.setdefault(decision.b, set()).add(decision.a)
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        a, b = groups[link.a], groups[link.b]
        if not any(not apart.get(node, _NOBODY).isdisjoint(b) for node in a):
            join(link.a, link.b)
    return list({id(group): group for group in groups.values()}.values())


_NOBODY: frozenset[str] = frozenset()


def _contradiction(different: Judged, judged: Sequence[Judged]) -> str:
    same = [j.number for j in judged if j.same and {j.a, j.b} & {different.a, different.b}]
    said = f"decision {same[0]}" if len(same) == 1 else f"decisions {', '.join(map(str, same))}"
    return (
        f"decision {different.number} says that {different.a} and {different.b} are different, "
        f"{said or 'others'} that they are the same: take one back (--undo NUMBER)"
    )


def link(database: Database, links: Iterable[Link]) -> None:
    """Keep links and apply them. See `Index.link`."""
    with database.transaction():
        database.many(
            "INSERT INTO links (a, b, score, reasons) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (a, b) DO UPDATE SET score = excluded.score, reasons = excluded.reasons",
            [
                (*sorted((one.a, one.b)), one.score, json.dumps(one.reasons, ensure_ascii=False))
                for one in links
            ],
        )
        apply(database)


def judgements(database: Database) -> list[Judged]:
    """The decisions about two nodes that hold.

    Args:
        database: The index.
    """
    rows = database.all(
        "SELECT id, decision, a, b FROM decisions WHERE undone IS NULL "
        "AND decision IN ('same', 'different') ORDER BY id"
    )
    return [Judged(number, decision == "same", a, b) for number, decision, a, b in rows]


def cuts(database: Database, judged: Sequence[Judged]) -> dict[tuple[int, str], int]:
    """Speakers that people told apart within an article.

    Args:
        database: The index; within a transaction, since a row of its own is made for each.
        judged: What people decided.

    Returns:
        For the number of a speaker found and an article's identifier, the number of who it is.
    """
    nodes = sorted({node for j in judged for node in (j.a, j.b) if "@" in node})
    found: dict[tuple[int, str], int] = {}
    for node in nodes:
        row = database.one("SELECT id FROM speakers WHERE speaker_id = ?", (node,))
        speaker_id, _, article_id = node.partition("@")
        base = database.one(
            "SELECT id, speaker, speaker_kind FROM speakers WHERE speaker_id = ?", (speaker_id,)
        )
        if row is not None or base is None:
            continue  # an identifier with the sign in it; or its article is still to come
        found[base[0], article_id] = _cut(database, node, base, article_id)
    return found


def _cut(database: Database, node: str, base: tuple[int, str, str], article_id: str) -> int:
    number, name, kind = base
    speaker_id = cut_id(node)
    row = database.one("SELECT id FROM speakers WHERE speaker_id = ?", (speaker_id,))
    if row is not None:
        return int(row[0])
    new = take_numbers(database, "speaker", 1)
    database.run(
        "INSERT INTO speakers (id, speaker_id, speaker, speaker_kind, split_from, split_article) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (new, speaker_id, name, kind, number, article_id),
    )
    return new


def cut_id(node: str) -> str:
    """The identifier of a speaker that people told apart within an article.

    Args:
        node: ``ID@ARTICLE``.
    """
    digest = blake2b(node.encode("utf-8", "replace"), digest_size=6).hexdigest()
    return f"{node.partition('@')[0]}-{digest}"


def apply(database: Database) -> None:
    """Bring the index in line with all decisions and links.

    Args:
        database: The index; within a transaction.

    Raises:
        ContradictionError: The decisions contradict each other.
    """
    judged = judgements(database)
    links = [Link(*row) for row in database.all("SELECT a, b, score FROM links")]
    split = cuts(database, judged)
    groups = clusters(judged, links)
    numbers = _numbers(database, {node for group in groups for node in group}, split)
    before: dict[int, int] = dict(
        database.pairs("SELECT id, merged_into FROM speakers WHERE merged_into IS NOT NULL")
    )
    heads: dict[int, int] = {}
    for group in groups:
        members = sorted(numbers[node] for node in group if node in numbers)
        heads.update(dict.fromkeys(members, members[0]) if members else {})
    after = {number: head for number, head in heads.items() if number != head}
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    database.many(
        "UPDATE speakers SET merged_into = ? WHERE id = ?",
        [(after.get(number), number) for number in sorted(changed)],
    )
    recount(database, changed | _move(database, changed, heads, split))


def _numbers(
    database: Database, nodes: set[str], split: Mapping[tuple[int, str], int]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in in_chunks(sorted(nodes)):
        rows = database.all(
            f"SELECT speaker_id, id FROM speakers WHERE speaker_id IN ({marks(chunk)})", chunk
        )
        found.update(rows)
    for node in nodes - found.keys():
        speaker_id, _, article_id = node.partition("@")
        row = database.one("SELECT id FROM speakers WHERE speaker_id = ?", (speaker_id,))
        if row is not None and (row[0], article_id) in split:
            found[node] = split[row[0], article_id]
    return found


def _move(
    database: Database,
    changed: set[int],
    heads: Mapping[int, int],
    split: Mapping[tuple[int, str], int],
) -> set[int]:
    """Give quotations to whom they now belong; returns who lost or won some."""
    concerned = changed | {number for number, _ in split}
    cut_before = database.all("SELECT split_from FROM speakers WHERE split_from IS NOT NULL")
    concerned |= {number for (number,) in cut_before}
    touched: set[int] = set()
    for chunk in in_chunks(sorted(concerned)):
        rows = database.all(
            "SELECT DISTINCT k.found, k.article, a.article_id, k.speaker FROM spoken k "
            f"JOIN articles a ON a.id = k.article WHERE k.found IN ({marks(chunk)})",
            chunk,
        )
        moves = []
        for found, article, article_id, speaker in rows:
            node = split.get((found, article_id), found)
            head = heads.get(node, node)
            if head != speaker:
                moves.append((head, found, article))
                touched |= {head, speaker}
        database.many("UPDATE spoken SET speaker = ? WHERE found = ? AND article = ?", moves)
    return touched
