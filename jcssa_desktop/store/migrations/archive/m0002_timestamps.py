"""Which records wait for a timestamp, and what was appended to a sealed PDF when one was given."""

# The sealed PDF itself is never changed: a timestamp is an incremental update, kept as the bytes that
# follow it. `pdf_sha256` is the hash of both together.
STATEMENTS = (
    """
    CREATE TABLE timestamp_wanted (
        document_number TEXT PRIMARY KEY REFERENCES record (document_number)
    ) STRICT
    """,
    """
    CREATE TABLE timestamp (
        document_number TEXT PRIMARY KEY REFERENCES record (document_number),
        given_at TEXT NOT NULL,
        appended BLOB NOT NULL,
        pdf_sha256 TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TRIGGER timestamp_is_not_changed BEFORE UPDATE ON timestamp
    BEGIN SELECT raise(ABORT, 'a timestamp is never changed'); END
    """,
    """
    CREATE TRIGGER timestamp_is_not_deleted BEFORE DELETE ON timestamp
    BEGIN SELECT raise(ABORT, 'a timestamp is never deleted'); END
    """,
)
