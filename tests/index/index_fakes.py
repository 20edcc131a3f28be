"""Small indexes of made-up articles, and a check that an index agrees with itself."""

from datetime import date

from quotes.index import runs
from quotes.index.spoken import voices
from quotes.index.write import Batch, Entry
from quotes.table import QUOTES

SPAN = [{"start": 0, "end": 5}]


def row(quote, speaker="Ann Lee", **given):
    """A row of the quote table; the identifier follows from the name."""
    kind = given.pop("kind", "person")
    return {
        **dict.fromkeys(QUOTES),
        "quote": quote,
        "quote_type": "direct",
        "cue_class": "statement",
        "content_spans": SPAN,
        "cue": "said",
        "cue_spans": SPAN,
        "source": speaker or "",
        "source_spans": SPAN,
        "speaker": speaker,
        "speaker_id": speaker and ident(speaker, kind),
        "speaker_kind": kind,
        "resolved_by": "name",
        "confidence": 0.9,
        "context": f"“{quote},” said {speaker}.",
        "context_start": 0,
        **given,
    }


def ident(name, kind="person"):
    return " | ".join(f"{kind[0]}-{part.lower().replace(' ', '-')}" for part in name.split(" | "))


def entry(article_id, *rows, text=None, digest=None, again=False, **given):
    """An article with its rows."""
    published = given.pop("published", "2024-05-01")
    article = {
        "article_id": article_id,
        "title": f"About {article_id}",
        "outlet": "The Post",
        "author": None,
        "url": None,
        "published": date.fromisoformat(published) if published else None,
        "text": text or "\n".join(r["context"] for r in rows),
        "skipped": [],
        "notes": [],
        **given,
    }
    shared = {
        k: article[k] for k in ("article_id", "title", "outlet", "author", "url", "published")
    }
    full = [
        {**made, **shared, "quote_id": made["quote_id"] or f"{article_id}:{n}"}
        for n, made in enumerate(rows)
    ]
    told = digest or repr((article["text"], [r["quote"] for r in full], article["outlet"]))
    return Entry(article=article, rows=full, digest=told, again=again)


def fill(index, *entries, families=True):
    run = runs.begin(index.database, inputs=["made up"])
    done = index.add(Batch(run=run, entries=list(entries), families=families))
    runs.finish(index.database, run)
    return done


def quotes_of(rows):
    return [r["quote"] for r in rows]


def check(index):
    """Hold all that is derived to what it is derived from."""
    db = index.database
    rows = db.all(
        "SELECT id, article, outlet, published, quote_type, cue_class, speaker_kind, "
        "source_affiliation, anonymity, family_id, speaker_id, speaker, source, speaker_role "
        "FROM quotations"
    )
    columns = (
        *("id", "article", "outlet", "published", "quote_type", "cue_class", "speaker_kind"),
        *("source_affiliation", "anonymity", "family_id", "speaker_id", "speaker", "source"),
        "speaker_role",
    )
    quotations = [dict(zip(columns, values, strict=True)) for values in rows]
    from quotes.index import totals

    kept = {(what, value): n for what, value, n in db.all("SELECT what, value, quotes FROM totals")}
    assert kept == dict(totals.count(quotations))
    spoken = set(db.all("SELECT quotation, found FROM spoken"))
    numbers = dict(db.all("SELECT speaker_id, id FROM speakers"))
    assert spoken == {(q["id"], numbers[v.speaker_id]) for q in quotations for v in voices(q)}
    _check_counts(db)
    _check_families(db, quotations)
    heads = dict(db.all("SELECT id, merged_into FROM speakers"))
    assert all(heads[speaker] is None for (speaker,) in db.all("SELECT speaker FROM spoken"))
    if db.dialect == "sqlite":
        db.run("INSERT INTO quotations_fts (quotations_fts, rank) VALUES ('integrity-check', 1)")
        assert db.one("PRAGMA integrity_check") == ("ok",)


def _check_counts(db):
    for table, column in (("aliases", "alias"), ("roles", "role"), ("speaker_outlets", "outlet")):
        counted = db.all(
            f"SELECT speaker, {column}, count(*), min(nullif(published, '')), "
            f"max(nullif(published, '')) FROM spoken WHERE {column} IS NOT NULL GROUP BY 1, 2"
        )
        kept = db.all(
            f"SELECT speaker, {column}, quotes, first_seen, last_seen FROM {table} WHERE quotes > 0"
        )
        assert sorted(map(repr, kept)) == sorted(map(repr, counted)), table
    counted = db.all(
        "SELECT speaker, count(*), count(DISTINCT article), count(DISTINCT outlet), "
        "min(nullif(published, '')), max(nullif(published, '')) FROM spoken GROUP BY 1"
    )
    kept = db.all(
        "SELECT id, quotes, articles, outlets, first_seen, last_seen FROM speakers WHERE quotes > 0"
    )
    assert sorted(map(repr, kept)) == sorted(map(repr, counted))
    words = db.all("SELECT DISTINCT alias FROM alias_words")
    known = {number for (number,) in db.all("SELECT id FROM aliases")}
    assert {number for (number,) in words} <= known


def _check_families(db, quotations):
    members = {}
    for quotation in quotations:
        members.setdefault(quotation["family_id"], []).append(quotation)
    expected = {
        family: (len(its), len({q["article"] for q in its}))
        for family, its in members.items()
        if len(its) > 1
    }
    kept = db.all("SELECT family_id, quotes, articles FROM families")
    assert {family: tuple(counts) for family, *counts in kept} == expected
    sketched = {number for (number,) in db.all("SELECT DISTINCT quotation FROM sketches")}
    assert sketched <= {q["id"] for q in quotations}
