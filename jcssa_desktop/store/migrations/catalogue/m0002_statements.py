"""What sources state of vulnerabilities, kept as stated; series of models; what a person settled."""

# A record and each of its statements are kept as JSON. `name_key` is a folded name of a device or a firmware
# (domain/product_names.py); `brands` and the names of a series are one a line. `advisory` and `affected`
# held only what the starter catalogue states, which is read anew for this form.
STATEMENTS = (
    "DROP TABLE affected",
    "DROP TABLE advisory",
    "ALTER TABLE maker ADD COLUMN brands TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE maker ADD COLUMN scheme TEXT NOT NULL DEFAULT 'raw'",
    "ALTER TABLE family ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 0",
    "UPDATE family SET is_listed = 1 WHERE scheme = 'raw'",
    "CREATE INDEX product_model_key ON product (model_key)",
    "CREATE INDEX product_part_key ON product (part_key) WHERE part_key <> ''",
    "CREATE INDEX family_maker ON family (maker_id)",
    """
    CREATE TABLE series (
        series_id TEXT PRIMARY KEY,
        maker_id TEXT NOT NULL REFERENCES maker,
        family_id TEXT REFERENCES family,
        models TEXT NOT NULL,
        names TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX series_maker ON series (maker_id)",
    """
    CREATE TABLE source_record (
        record_key INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        record_id TEXT NOT NULL,
        modified TEXT NOT NULL,
        seen_on TEXT NOT NULL,
        file TEXT NOT NULL,
        is_withdrawn INTEGER NOT NULL,
        readable INTEGER NOT NULL,
        digest BLOB NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX source_record_name ON source_record (source, record_id)",
    """
    CREATE TABLE statement (
        statement_key INTEGER PRIMARY KEY,
        record_key INTEGER NOT NULL REFERENCES source_record,
        is_unread INTEGER NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX statement_record ON statement (record_key)",
    "CREATE INDEX statement_unread ON statement (statement_key) WHERE is_unread = 1",
    """
    CREATE TABLE statement_name (
        name_key TEXT NOT NULL,
        statement_key INTEGER NOT NULL REFERENCES statement,
        PRIMARY KEY (name_key, statement_key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX statement_name_statement ON statement_name (statement_key)",
    # Bound to a source's words and not to a row, so that it survives the next import of the record.
    """
    CREATE TABLE settlement (
        source TEXT NOT NULL,
        record_id TEXT NOT NULL,
        maker TEXT NOT NULL,
        name TEXT NOT NULL,
        stated TEXT NOT NULL,
        meaning TEXT NOT NULL,
        PRIMARY KEY (source, record_id, maker, name, stated)
    ) STRICT, WITHOUT ROWID
    """,
)
