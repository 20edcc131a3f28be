"""Putting articles with their quotations into the index, and taking them out."""

import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from quotes.index import families, identity, tally, totals
from quotes.index.database import Database, in_chunks, marks
from quotes.index.numbers import take_numbers
from quotes.index.remove import digests, remove
from quotes.index.rows import notation
from quotes.index.spoken import is_stated, voices
from quotes.index.types import Row
from quotes.types import Problem
from quotes.uncollected import uncollected

_ARTICLE = ("title", "outlet", "author", "url", "published")
_PLAIN = (
    *("quote_type", "cue_class", "quote", "cue", "source", "speaker_id", "speaker"),
    *("speaker_kind", "speaker_role", "anonymity", "resolved_by", "confidence", "context"),
    *("context_start", "unresolved"),
    *("source_affiliation", "source_rank", "source_number"),
)
_SPANS = ("content_spans", "cue_spans", "source_spans")
_QUOTATION = (
    *("id", "quote_id", "article", "outlet", "published", "stated", "family_id"),
    *_PLAIN,
    *_SPANS,
)
_SPOKEN = (
    *("speaker", "published", "stated", "quotation", "found", "article", "outlet"),
    *("quote_type", "cue_class", "speaker_kind", "confidence", "alias", "role"),
)
_SHARED = ("quote_type", "cue_class", "speaker_kind", "confidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article and its rows.

    Attributes:
        article: A row of the articles table; ``text`` may be None, where only a quote table is
            known.
        rows: Its rows of the quote table.
        digest: Equal digests mean that nothing has to be done again.
        again: Replace what is there even so.
    """

    article: Row
    rows: Sequence[Row]
    digest: str
    again: bool = False


@dataclass(slots=True, kw_only=True)
class Batch:
    """What is added in one transaction.

    Attributes:
        run: The number of the run, from `quotes.index.runs.begin`.
        entries: Articles, each with another ``article_id``.
        problems: What went wrong meanwhile.
        unchanged: How many articles needed nothing to be done.
        families: Find the families of the rows; else they keep those that they have.
    """

    run: int
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unchanged: int = 0
    families: bool = True


@dataclass(slots=True, kw_only=True)
class Added:
    """What was done: articles that are new, replaced, and the same as before; rows added."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    quotations: int = 0


def add(database: Database, batch: Batch) -> Added:
    """Add articles with their rows, in one transaction. See `Index.add`."""
    with uncollected(), database.transaction():
        known = digests(database, [entry.article["article_id"] for entry in batch.entries])
        done = Added(unchanged=batch.unchanged)
        fresh: list[Entry] = []
        for entry in batch.entries:
            article_id = entry.article["article_id"]
            if known.get(article_id) == entry.digest and not entry.again:
                done.unchanged += 1
                continue
            fresh.append(entry)
            done.replaced += article_id in known
            done.added += article_id not in known
        remove(
            database, [e.article["article_id"] for e in fresh if e.article["article_id"] in known]
        )
        identity.catch_up(database)
        done.quotations = _insert(database, fresh, batch, frozenset(known))
        _note(database, batch, done)
    return done


def _insert(
    database: Database, entries: Sequence[Entry], batch: Batch, seen: AbstractSet[str]
) -> int:
    first_article = take_numbers(database, "article", len(entries))
    first = take_numbers(database, "quotation", sum(len(e.rows) for e in entries))
    rows = [row for e in entries for row in e.rows]
    speakers = _speakers(database, rows)
    heads = identity.place(database, rows, run=batch.run, seen=seen)
    articles, quotations, spoken = [], [], []
    number = first
    for article, entry in enumerate(entries, first_article):
        published, outlet = _iso(entry.article["published"]), entry.article["outlet"]
        articles.append(_article(article, entry, batch.run))
        for row in entry.rows:
            shared: Row = {
                "outlet": outlet,
                "published": published,
                "stated": int(is_stated(row)),
                "article": article,
            }
            quotations.append(
                {
                    **{name: row.get(name) for name in _PLAIN},
                    **{name: notation(row[name]) for name in _SPANS},
                    **shared,
                    "id": number,
                    "quote_id": row["quote_id"],
                    "family_id": row["family_id"] or "",
                }
            )
            for voice in voices(row):
                found = speakers[voice.speaker_id]
                head = heads.get((entry.article["article_id"], voice.speaker_id), found)
                spoken.append(
                    {
                        **{name: row[name] for name in _SHARED},
                        **shared,
                        "published": published or "",
                        "speaker": head,
                        "found": found,
                        "quotation": number,
                        "alias": voice.name,
                        "role": voice.role,
                    }
                )
            number += 1
    database.many(_into("articles", _ARTICLE_COLUMNS), articles)
    if batch.families:
        concerned = families.assign(database, quotations)
    else:
        concerned = {row["family_id"] for row in quotations}
    database.many(_into("quotations", _QUOTATION), _values(quotations, _QUOTATION))
    # In the order of the table, whose key these are.
    spoken.sort(key=itemgetter("speaker", "published", "stated", "quotation", "found"))
    database.many(_into("spoken", _SPOKEN), _values(spoken, _SPOKEN))
    database.index_words(first)
    families.recount(database, concerned)
    tally.add(database, tally.tallies(spoken))
    totals.add(database, totals.count(quotations))
    return len(quotations)


_ARTICLE_COLUMNS = (
    *("id", "article_id", *_ARTICLE, "text", "skipped", "notes", "digest", "quotes", "run"),
)


def _article(number: int, entry: Entry, run: int) -> tuple[Any, ...]:
    article = entry.article
    return (
        *(number, article["article_id"]),
        *(_iso(article[name]) if name == "published" else article[name] for name in _ARTICLE),
        article["text"],
        json.dumps(article["skipped"] or [], ensure_ascii=False),
        json.dumps(article["notes"] or [], ensure_ascii=False),
        *(entry.digest, len(entry.rows), run),
    )


def _speakers(database: Database, rows: Iterable[Row]) -> dict[str, int]:
    """For each identifier found its number; new ones get one."""
    met = {voice.speaker_id: voice for row in rows for voice in voices(row)}
    known: dict[str, int] = {}
    for chunk in in_chunks(list(met)):
        known.update(
            database.all(
                f"SELECT speaker_id, id FROM speakers WHERE speaker_id IN ({marks(chunk)})", chunk
            )
        )
    new = [speaker_id for speaker_id in met if speaker_id not in known]
    first = take_numbers(database, "speaker", len(new))
    database.many(
        "INSERT INTO speakers (id, speaker_id, speaker, speaker_kind) VALUES (?, ?, ?, ?)",
        [(n, one, met[one].name, met[one].kind) for n, one in enumerate(new, first)],
    )
    known.update((one, n) for n, one in enumerate(new, first))
    return known


def _note(database: Database, batch: Batch, done: Added) -> None:
    database.run(
        "UPDATE runs SET added = added + ?, replaced = replaced + ?, unchanged = unchanged + ?, "
        "quotations = quotations + ? WHERE id = ?",
        (done.added, done.replaced, done.unchanged, done.quotations, batch.run),
    )
    first = take_numbers(database, "problem", len(batch.problems))
    database.many(
        "INSERT INTO problems (id, run, input, article_id, code, message, lost) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (n, batch.run, p.input, p.article_id, p.code, p.message, int(p.lost))
            for n, p in enumerate(batch.problems, first)
        ],
    )


def _into(table: str, columns: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks(columns)})"


def _values(rows: Iterable[Row], columns: Sequence[str]) -> list[tuple[Any, ...]]:
    return list(map(itemgetter(*columns), rows))


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None
