"""Drafts, sealed records with their events, and the numbers that were given out."""

# Times are ISO texts with their offset, days ISO texts; '' is an absent one. Columns ending in `_key`
# hold folded text (domain/search_key.py).
STATEMENTS = (
    """
    CREATE TABLE draft (
        disclosure_id TEXT PRIMARY KEY,
        body TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        discarded_at TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE record (
        record_key INTEGER PRIMARY KEY,
        document_number TEXT NOT NULL UNIQUE,
        disclosure_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        sealed_at TEXT NOT NULL,
        sealed_by TEXT NOT NULL,
        sha256 TEXT NOT NULL UNIQUE,
        previous_sha256 TEXT NOT NULL UNIQUE,
        record_json BLOB NOT NULL,
        pdf BLOB NOT NULL,
        pdf_sha256 TEXT NOT NULL,
        customer TEXT NOT NULL,
        sold_on TEXT NOT NULL,
        amount INTEGER,
        devices TEXT NOT NULL,
        signature TEXT NOT NULL,
        text_key TEXT NOT NULL,
        UNIQUE (disclosure_id, revision)
    ) STRICT
    """,
    "CREATE INDEX record_sold_on ON record (sold_on)",
    "CREATE INDEX record_pdf_sha256 ON record (pdf_sha256)",
    """
    CREATE TRIGGER record_is_not_changed BEFORE UPDATE ON record
    BEGIN SELECT raise(ABORT, 'a sealed record is never changed'); END
    """,
    """
    CREATE TRIGGER record_is_not_deleted BEFORE DELETE ON record
    BEGIN SELECT raise(ABORT, 'a sealed record is never deleted'); END
    """,
    """
    CREATE TABLE event (
        event_key INTEGER PRIMARY KEY,
        document_number TEXT NOT NULL REFERENCES record (document_number),
        kind TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        detail TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_document_number ON event (document_number)",
    """
    CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
    BEGIN SELECT raise(ABORT, 'events are only added to'); END
    """,
    """
    CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
    BEGIN SELECT raise(ABORT, 'events are only added to'); END
    """,
    """
    CREATE TABLE document_number (
        prefix TEXT NOT NULL,
        year INTEGER NOT NULL,
        last_number INTEGER NOT NULL,
        PRIMARY KEY (prefix, year)
    ) STRICT
    """,
)
