"""Identifiers and quotations follow who somebody turns out to be."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from quotes.index.database import Database, all_in

if TYPE_CHECKING:
    from quotes.identify import Decision, Registry

Place = tuple[str, str]


def regroup(database: Database, registry: "Registry", numbers: Mapping[str, int]) -> set[int]:
    """Let each identifier lead to whom it belongs.

    Args:
        database: The index; within a transaction.
        registry: Who is who.
        numbers: The numbers of the speakers it concerns, by their identifiers.

    Returns:
        The numbers of those for whom that is new.
    """
    here = sorted(numbers.values())
    before: dict[int, int] = dict(
        all_in(
            database, "SELECT id, merged_into FROM speakers WHERE merged_into > 0 AND id IN", here
        )
    )
    after = {
        number: numbers[head]
        for one, number in numbers.items()
        if (head := registry.resolve(one)) != one
    }
    changed = {n for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    database.many(
        "UPDATE speakers SET merged_into = ? WHERE id = ?",
        [(after.get(number), number) for number in sorted(changed)],
    )
    return changed


def move(
    database: Database,
    registry: "Registry",
    numbers: Mapping[str, int],
    changed: AbstractSet[int],
    heads: Mapping[Place, int],
    decisions: "Sequence[Decision]",
) -> set[int]:
    """Give quotations to whom they now belong.

    Args:
        database: The index; within a transaction.
        registry: Who is who.
        numbers: The numbers of the speakers it concerns, by their identifiers.
        changed: Those who lead to somebody else, from `regroup`.
        heads: For an article and an identifier found in it, to whom it belongs now.
        decisions: What people decided about two speakers.

    Returns:
        The numbers of those who lost or won some.
    """
    ids = {number: one for one, number in numbers.items()}
    split = all_in(
        database,
        "SELECT id, split_from FROM speakers WHERE split_from > 0 AND id IN",
        sorted(changed),
    )
    found = sorted(changed | {base for _, base in split})
    placed = _placed(database, [ids[one] for one in found if one in ids], decisions)
    columns = "SELECT DISTINCT k.found, s.speaker_id, k.article, a.article_id, k.speaker"
    joins = "JOIN speakers s ON s.id = k.found WHERE"
    elsewhere = all_in(
        database,
        f"{columns} FROM spoken k JOIN articles a ON a.id = k.article {joins} k.found IN",
        found,
    )
    # Of an article that is new nothing is there yet; one that is told anew has its rows.
    here = all_in(
        database,
        f"{columns} FROM articles a JOIN spoken k ON k.article = a.id {joins} a.article_id IN",
        {article_id for article_id, _ in heads},
    )
    touched: set[int] = set()
    moves = []
    person: str
    for one, name, article, article_id, speaker in {
        *elsewhere,
        *(row for row in here if (row[3], row[1]) in heads),
    }:
        head = heads.get((article_id, name))
        if head is None:
            person = placed.get((article_id, name)) or name
            head = numbers.get(registry.resolve(person), speaker)
        if head != speaker:
            moves.append((head, one, article))
            touched |= {head, speaker}
    database.many("UPDATE spoken SET speaker = ? WHERE found = ? AND article = ?", sorted(moves))
    return touched


def _placed(
    database: Database, found: Sequence[str], decisions: "Sequence[Decision]"
) -> dict[Place, str]:
    """Who those are that the evidence, or people, told apart from others of their name."""
    from quotes.identify.speakers import cut_id

    placed = {
        (article_id, name): person
        for article_id, name, person in all_in(
            database, "SELECT article_id, found, person FROM placed WHERE found IN", found
        )
    }
    holding = {cut_id(part) for one in decisions for part in (one.a, one.b) if "@" in part}
    wanted = set(found)
    for article_id, name, person in all_in(
        database,
        "SELECT s.split_article, f.speaker_id, s.speaker_id FROM speakers s "
        "JOIN speakers f ON f.id = s.split_from WHERE s.speaker_id IN",
        holding,
    ):
        if name in wanted:
            placed[article_id, name] = person
    return placed
