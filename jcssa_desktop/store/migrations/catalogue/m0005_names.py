"""What persons decided of names in sources that look like those of our products."""

STATEMENTS = (
    """
    CREATE TABLE name_decision (
        product_id TEXT NOT NULL,
        maker TEXT NOT NULL,
        name TEXT NOT NULL,
        is_same INTEGER NOT NULL,
        decided_by TEXT NOT NULL,
        decided_on TEXT NOT NULL,
        PRIMARY KEY (product_id, maker, name)
    ) STRICT, WITHOUT ROWID
    """,
)
