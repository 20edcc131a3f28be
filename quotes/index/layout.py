"""The index's tables, as SQL. ``docs/index.md`` describes them for people; keep it true.

Written for SQLite; `quotes.index.schema` makes PostgreSQL's of them.
"""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,
    version TEXT NOT NULL,
    model TEXT,
    inputs TEXT NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,
    replaced INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    quotations INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs(id),
    input TEXT NOT NULL,
    article_id TEXT,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    lost INTEGER NOT NULL
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL UNIQUE,
    title TEXT,
    outlet TEXT,
    author TEXT,
    url TEXT,
    published TEXT,
    text TEXT,
    skipped TEXT NOT NULL DEFAULT '[]',
    notes TEXT NOT NULL DEFAULT '[]',
    digest TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES runs(id)
);

CREATE TABLE quotations (
    id INTEGER PRIMARY KEY,
    quote_id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles(id),
    outlet TEXT,
    published TEXT,
    quote_type TEXT NOT NULL,
    cue_class TEXT,
    stated INTEGER NOT NULL,
    quote TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    source TEXT NOT NULL,
    source_spans TEXT NOT NULL,
    speaker_id TEXT,
    speaker TEXT,
    speaker_kind TEXT NOT NULL,
    speaker_role TEXT,
    anonymity TEXT,
    resolved_by TEXT NOT NULL,
    confidence REAL NOT NULL,
    context TEXT NOT NULL,
    context_start INTEGER NOT NULL,
    family_id TEXT NOT NULL,
    unresolved TEXT,
    source_affiliation TEXT,
    source_rank TEXT,
    source_number TEXT
);
CREATE INDEX quotations_by_article ON quotations (article);
CREATE INDEX quotations_by_family ON quotations (family_id, article, outlet, published);
CREATE INDEX quotations_by_date ON quotations (
    published, stated, id, outlet, quote_type, cue_class, speaker_kind, source_affiliation,
    confidence
);
CREATE INDEX quotations_unnamed ON quotations (speaker_kind, source_affiliation, outlet);
CREATE INDEX quotations_facts ON quotations (
    id, published, stated, outlet, quote_type, cue_class, speaker_kind, source_affiliation,
    confidence
);

CREATE TABLE speakers (
    id INTEGER PRIMARY KEY,
    speaker_id TEXT NOT NULL UNIQUE,
    speaker TEXT NOT NULL,
    speaker_kind TEXT NOT NULL,
    role TEXT,
    authority_id TEXT,
    merged_into INTEGER REFERENCES speakers(id),
    split_from INTEGER REFERENCES speakers(id),
    split_article TEXT,
    quotes INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    outlets INTEGER NOT NULL DEFAULT 0,
    first_seen TEXT,
    last_seen TEXT
);
CREATE INDEX speakers_by_quotes ON speakers (speaker_kind, quotes, id);
CREATE INDEX speakers_merged ON speakers (merged_into);

CREATE TABLE spoken (
    speaker INTEGER NOT NULL REFERENCES speakers(id),
    published TEXT NOT NULL,
    stated INTEGER NOT NULL,
    quotation INTEGER NOT NULL REFERENCES quotations(id),
    found INTEGER NOT NULL REFERENCES speakers(id),
    article INTEGER NOT NULL REFERENCES articles(id),
    outlet TEXT,
    quote_type TEXT NOT NULL,
    cue_class TEXT,
    speaker_kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    alias TEXT NOT NULL,
    role TEXT,
    PRIMARY KEY (speaker, published, stated, quotation, found)
) WITHOUT ROWID;
CREATE INDEX spoken_by_quotation ON spoken (quotation, speaker);
CREATE INDEX spoken_by_article ON spoken (article, speaker);
CREATE INDEX spoken_by_found ON spoken (found, article);

CREATE TABLE aliases (
    id INTEGER PRIMARY KEY,
    speaker INTEGER NOT NULL REFERENCES speakers(id),
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    first_seen TEXT,
    last_seen TEXT,
    UNIQUE (speaker, alias)
);
CREATE INDEX aliases_by_name ON aliases (folded, speaker);

CREATE TABLE alias_words (
    word TEXT NOT NULL,
    alias INTEGER NOT NULL REFERENCES aliases(id),
    PRIMARY KEY (word, alias)
) WITHOUT ROWID;

CREATE TABLE roles (
    speaker INTEGER NOT NULL REFERENCES speakers(id),
    role TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    first_seen TEXT,
    last_seen TEXT,
    PRIMARY KEY (speaker, role)
) WITHOUT ROWID;

CREATE TABLE speaker_outlets (
    speaker INTEGER NOT NULL REFERENCES speakers(id),
    outlet TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    first_seen TEXT,
    last_seen TEXT,
    PRIMARY KEY (speaker, outlet)
) WITHOUT ROWID;

CREATE TABLE families (
    family_id TEXT PRIMARY KEY,
    quotes INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    first_seen TEXT,
    last_seen TEXT
) WITHOUT ROWID;

CREATE TABLE sketches (
    hash INTEGER NOT NULL,
    quotation INTEGER NOT NULL REFERENCES quotations(id),
    PRIMARY KEY (hash, quotation)
) WITHOUT ROWID;
CREATE INDEX sketches_by_quotation ON sketches (quotation);

CREATE TABLE links (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL DEFAULT '[]',
    run INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    decision TEXT NOT NULL,
    a TEXT NOT NULL,
    b TEXT,
    who TEXT NOT NULL,
    made TEXT NOT NULL,
    why TEXT NOT NULL,
    undone TEXT
);

CREATE TABLE watches (
    name TEXT PRIMARY KEY,
    search TEXT NOT NULL,
    seen INTEGER NOT NULL,
    saved TEXT NOT NULL,
    checked TEXT
);

CREATE TABLE totals (
    what TEXT NOT NULL,
    value TEXT NOT NULL,
    quotes INTEGER NOT NULL,
    PRIMARY KEY (what, value)
) WITHOUT ROWID;

CREATE VIEW quotes AS
SELECT q.quote_id, a.article_id, a.title, q.outlet, a.author, a.url, q.published, q.quote_type,
       q.cue_class, q.quote, q.cue, q.source, s.speaker_id, s.speaker, q.speaker_kind,
       q.speaker_role, q.anonymity, q.resolved_by, q.confidence, q.context, q.family_id,
       q.unresolved, q.source_affiliation, q.source_rank, q.source_number
FROM quotations q
JOIN articles a ON a.id = q.article
LEFT JOIN spoken k ON k.quotation = q.id
LEFT JOIN speakers s ON s.id = k.speaker;
"""

BY_OUTLET = """
CREATE INDEX quotations_by_outlet ON quotations (
    outlet, published, stated, id, quote_type, cue_class, speaker_kind, source_affiliation,
    confidence
);
"""
"""With all that an outlet's quotations are narrowed by, since version 3."""

PEOPLE = """
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    surname TEXT NOT NULL,
    is_full INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    state TEXT NOT NULL,
    authority_id TEXT,
    candidates TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX people_by_surname ON people (surname, is_full, articles, first, last, id);

CREATE TABLE people_keys (key TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (key, person));

CREATE TABLE placed (
    article_id TEXT NOT NULL,
    found TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (article_id, found)
);
CREATE INDEX placed_by_found ON placed (found);

CREATE TABLE common (name TEXT PRIMARY KEY, articles INTEGER NOT NULL);

CREATE TABLE suggestions (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (a, b)
);
CREATE INDEX suggestions_by_score ON suggestions (score);
CREATE INDEX links_by_b ON links (b);
"""
"""What is known of people: the registry of `quotes.identify`, since version 2."""

SURROUNDINGS = """
ALTER TABLE people ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;

CREATE TABLE people_states (person TEXT PRIMARY KEY, state TEXT NOT NULL);

CREATE TABLE people_news (id INTEGER PRIMARY KEY, person TEXT NOT NULL, news TEXT NOT NULL);
CREATE INDEX people_news_by_person ON people_news (person);
"""
"""What was around people, apart from what is always needed of them, since version 4."""

AUTHORITIES = """
CREATE TABLE authorities (
    authority_id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT,
    since INTEGER,
    until INTEGER,
    born INTEGER
);
"""
"""Entries of an authority file that somebody is or may be, since version 3."""

# The content tables are named in double quotes, as Datasette and sqlite-utils look for them.
FTS5 = """
CREATE VIRTUAL TABLE quotations_fts USING fts5 (
    quote, speaker,
    content="quotations", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE aliases_fts USING fts5 (
    folded, content="aliases", content_rowid="id", tokenize="trigram"
);
"""
