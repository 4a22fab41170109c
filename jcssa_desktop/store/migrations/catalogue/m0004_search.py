"""What finds one of half a million products: indexes of names, parts of one or two signs, latest versions."""

# `search_text` now ends with two line ends, so that each of its signs, the last too, begins a trigram. The
# vocabularies give the products of all trigrams or words that begin so, in order, no further than read. The
# latest versions are worked out by store/catalogue_latest.py from what was observed until `latest_until`.
STATEMENTS = (
    "UPDATE product SET search_text = search_text || char(10, 10)",
    "INSERT INTO product_search (product_search) VALUES ('rebuild')",
    "CREATE VIRTUAL TABLE product_gram USING fts5vocab (product_search, instance)",
    "CREATE INDEX IF NOT EXISTS product_model_key ON product (model_key)",
    "CREATE INDEX IF NOT EXISTS product_part_key ON product (part_key) WHERE part_key <> ''",
    "CREATE UNIQUE INDEX maker_name ON maker (name_ja, maker_id)",
    "CREATE INDEX product_jan ON product (jan) WHERE jan <> ''",
    """
    CREATE VIRTUAL TABLE product_word USING fts5 (
        word_text,
        content = 'product',
        content_rowid = 'product_key',
        tokenize = 'unicode61 remove_diacritics 0',
        detail = none
    )
    """,
    "INSERT INTO product_word (product_word) VALUES ('rebuild')",
    "CREATE VIRTUAL TABLE product_word_beginning USING fts5vocab (product_word, instance)",
    "ALTER TABLE product ADD COLUMN latest TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE family_latest (family_id TEXT PRIMARY KEY, version TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE latest_until (observation_key INTEGER NOT NULL) STRICT",
    "INSERT INTO latest_until VALUES (0)",
    # Another scheme or family orders what was seen in another way: all is worked out anew.
    """
    CREATE TRIGGER family_scheme_changes AFTER UPDATE OF scheme ON family WHEN old.scheme <> new.scheme
    BEGIN UPDATE latest_until SET observation_key = 0; END
    """,
    """
    CREATE TRIGGER product_family_changes AFTER UPDATE OF family_id ON product
    WHEN old.family_id IS NOT new.family_id
    AND EXISTS (SELECT 1 FROM observation WHERE product_id = new.product_id)
    BEGIN UPDATE latest_until SET observation_key = 0; END
    """,
)
