"""Families of the same words, kept as articles come and go.

Which quotations of the index may have the words of a new one is found by a small sketch of each:
a hash of all its words, and of its three-word shingles the few with the smallest hashes (bottom-k
sketches; Broder, "On the resemblance and containment of documents", 1997), for the whole and for
its sentences. They, their families and the new ones are then given to
`quotes.identify.family_ids`, whose identifiers don't depend on the order in which rows came.
"""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain
from operator import itemgetter
from typing import Any

from quotes.index.database import Database, in_chunks, marks
from quotes.index.pages import Change, Family, Version
from quotes.index.rows import fetch
from quotes.index.types import Row

MAX_VERSIONS = 100

_MIN_WORDS = 4
_SHINGLE = 3
_WHOLE, _SENTENCE = 4, 2
_MOST = 12
_BUCKET = 40
_MEMBERS = 2000

_COLUMNS = ("id", "quote_id", "quote_type", "quote", "speaker_id", "family_id")


def assign(database: Database, new: Sequence[Row]) -> set[str]:
    """Find the families of new quotations, and what that changes for others.

    Args:
        database: The index; within a transaction.
        new: Rows of the table ``quotations`` that are to be added; ``family_id`` is set.

    Returns:
        The families to be counted anew once they are added.
    """
    import polars as pl

    from quotes.identify import family_ids

    if not new:
        return set()
    sketches = [(key, row["id"]) for row in new for key in sketch(row["quote"], row["quote_type"])]
    known = _related(database, {key for key, _ in sketches})
    database.many("INSERT INTO sketches (hash, quotation) VALUES (?, ?)", sorted(set(sketches)))
    rows = [*known, *map(itemgetter(*_COLUMNS), new)]
    frame = pl.DataFrame(rows, schema=list(_COLUMNS), orient="row", infer_schema_length=None)
    found = family_ids(frame.with_columns(pl.col("speaker_id").cast(pl.String))).to_list()
    database.many(
        "UPDATE quotations SET family_id = ? WHERE id = ?",
        [(its, row[0]) for row, its in zip(known, found, strict=False) if its != row[-1]],
    )
    for one, its in zip(new, found[len(known) :], strict=True):
        one["family_id"] = its
    return {row[-1] for row in rows} | set(found)


def recount(database: Database, families: Iterable[str]) -> None:
    """Count the members of families anew; only those with several are kept.

    Args:
        database: The index; within a transaction.
        families: Their identifiers.
    """
    for chunk in in_chunks(sorted(set(families))):
        here = f"family_id IN ({marks(chunk)})"
        database.run(f"DELETE FROM families WHERE {here}", chunk)
        database.run(
            "INSERT INTO families (family_id, quotes, articles, outlets, first_seen, last_seen) "
            "SELECT family_id, count(*), count(DISTINCT article), count(DISTINCT outlet), "
            f"min(published), max(published) FROM quotations WHERE {here} "
            "GROUP BY family_id HAVING count(*) > 1",
            chunk,
        )


def sizes(database: Database, families: Iterable[str]) -> dict[str, tuple[int, int, int]]:
    """How often families were printed. See `Index.family_sizes`."""
    wanted = list(dict.fromkeys(families))
    found = dict.fromkeys(wanted, (1, 1, 1))
    for chunk in in_chunks(wanted):
        # Only families with several members have a row there.
        for family_id, *counted in database.all(
            "SELECT family_id, quotes, articles, outlets FROM families "
            f"WHERE family_id IN ({marks(chunk)})",
            chunk,
        ):
            found[family_id] = (counted[0], counted[1], counted[2])
    return found


def family(database: Database, family_id: str) -> Family | None:
    """The printings of the same words; None where there are none.

    Args:
        database: The index.
        family_id: Its identifier.
    """
    counted = database.one(
        "SELECT count(*), count(DISTINCT article), count(DISTINCT outlet) FROM quotations "
        "WHERE family_id = ?",
        (family_id,),
    )
    if counted is None or not counted[0]:
        return None
    ids = database.all(
        "SELECT id FROM quotations WHERE family_id = ? "
        "ORDER BY CASE WHEN published IS NULL THEN 1 ELSE 0 END, published, id LIMIT ?",
        (family_id, MAX_VERSIONS),
    )
    rows = fetch(database, [number for (number,) in ids])
    versions = [Version(row=row, changes=changes(rows[0]["quote"], row["quote"])) for row in rows]
    quotes, articles, outlets = counted
    return Family(
        family_id=family_id, quotes=quotes, articles=articles, outlets=outlets, versions=versions
    )


def changes(was: str, now: str) -> list[Change]:
    """What differs between two versions of a quotation, word by word.

    Args:
        was: The first version.
        now: The other.

    Returns:
        Stretches in order; most are the same in both.
    """
    old, new = was.split(), now.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return [
        Change(was=" ".join(old[a:b]), now=" ".join(new[c:d]))
        for _, a, b, c, d in matcher.get_opcodes()
    ]


def sketch(quote: str, quote_type: str) -> list[int]:
    """Hashes of which two quotations with nearly the same words share at least one.

    Args:
        quote: The quotation.
        quote_type: A paraphrase is the same only where all its words are.

    Returns:
        At most a dozen numbers of 63 bits.
    """
    from quotes.identify.words import quoted_part, words_of

    everything = words_of(quote)
    if len(everything.words) < _MIN_WORDS:
        return []
    spoken = words_of(quoted_part(quote)) if quote_type == "mixed" else everything
    keys = [_hash(everything.words)]
    if quote_type != "indirect" and len(spoken.words) >= _MIN_WORDS:
        keys += [_hash(spoken.words), *_smallest(spoken.words, _WHOLE)]
        if spoken.sentence[-1]:
            sentences: dict[int, list[str]] = {}
            for word, number in zip(spoken.words, spoken.sentence, strict=True):
                sentences.setdefault(number, []).append(word)
            pieces = (words for words in sentences.values() if len(words) >= _MIN_WORDS)
            keys += chain.from_iterable(_smallest(words, _SENTENCE) for words in pieces)
    return list(dict.fromkeys(keys))[:_MOST]


def _smallest(words: Sequence[str], count: int) -> list[int]:
    shingles = {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    return sorted(map(_hash, shingles))[:count]


def _hash(words: Sequence[str]) -> int:
    digest = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest) >> 1


def _related(database: Database, keys: set[int]) -> list[tuple[Any, ...]]:
    """Quotations that may have the words of new ones, with all of their families."""
    buckets: dict[int, int] = {}
    near: set[int] = set()
    for chunk in in_chunks(sorted(keys)):
        for key, number in database.all(
            f"SELECT hash, quotation FROM sketches WHERE hash IN ({marks(chunk)}) "
            "ORDER BY hash, quotation DESC",
            chunk,
        ):
            buckets[key] = buckets.get(key, 0) + 1
            if buckets[key] <= _BUCKET:
                near.add(number)
    families: set[str] = set()
    for chunk in in_chunks(sorted(near)):
        families.update(
            family
            for (family,) in database.all(
                f"SELECT family_id FROM quotations WHERE id IN ({marks(chunk)})", chunk
            )
        )
    return list(chain.from_iterable(_members(database, sorted(families))))


def _members(database: Database, families: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    for chunk in in_chunks(families, 100):
        yield database.all(
            f"SELECT {', '.join(_COLUMNS)} FROM quotations WHERE family_id IN ({marks(chunk)}) "
            f"ORDER BY id LIMIT {_MEMBERS}",
            chunk,
        )
