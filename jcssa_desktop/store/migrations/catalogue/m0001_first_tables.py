"""Makers, products, firmware families and every fact observed of them."""

# Keys ending in `_key` hold folded text (domain/search_key.py). Dates are ISO texts; a partial date may
# lack its day or month. An absent family or product is NULL, every other absent text is ''.
# `search_text` has one folded name a line; `word_text` the words of model and part number, each after a
# blank.
STATEMENTS = (
    """
    CREATE TABLE maker (
        maker_id TEXT PRIMARY KEY,
        name_ja TEXT NOT NULL,
        name_en TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE maker_alias (
        alias_key TEXT PRIMARY KEY,
        alias TEXT NOT NULL,
        maker_id TEXT NOT NULL REFERENCES maker
    ) STRICT
    """,
    "CREATE INDEX maker_alias_maker ON maker_alias (maker_id)",
    """
    CREATE TABLE information_source (
        maker_id TEXT NOT NULL REFERENCES maker,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        telephone TEXT NOT NULL,
        note TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        PRIMARY KEY (maker_id, kind, url, telephone)
    ) STRICT
    """,
    """
    CREATE TABLE family (
        family_id TEXT PRIMARY KEY,
        maker_id TEXT NOT NULL REFERENCES maker,
        name TEXT NOT NULL,
        scheme TEXT NOT NULL,
        entitlement TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE family_alias (
        maker_id TEXT NOT NULL REFERENCES maker,
        alias_key TEXT NOT NULL,
        alias TEXT NOT NULL,
        family_id TEXT NOT NULL REFERENCES family,
        PRIMARY KEY (maker_id, alias_key)
    ) STRICT
    """,
    "CREATE INDEX family_alias_family ON family_alias (family_id)",
    "CREATE INDEX family_alias_key ON family_alias (alias_key)",
    """
    CREATE TABLE product (
        product_key INTEGER PRIMARY KEY,
        product_id TEXT NOT NULL UNIQUE,
        maker_id TEXT NOT NULL REFERENCES maker,
        model TEXT NOT NULL,
        model_key TEXT NOT NULL,
        part_number TEXT NOT NULL,
        part_key TEXT NOT NULL,
        family_id TEXT REFERENCES family,
        category TEXT NOT NULL,
        jan TEXT NOT NULL,
        datasheet_url TEXT NOT NULL,
        "use" TEXT NOT NULL,
        scope TEXT NOT NULL,
        source TEXT NOT NULL,
        search_text TEXT NOT NULL,
        word_text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX product_model ON product (maker_id, model_key)",
    "CREATE INDEX product_family ON product (family_id)",
    """
    CREATE TABLE product_alias (
        product_id TEXT NOT NULL REFERENCES product (product_id),
        alias_key TEXT NOT NULL,
        alias TEXT NOT NULL,
        PRIMARY KEY (product_id, alias_key)
    ) STRICT
    """,
    "CREATE INDEX product_alias_key ON product_alias (alias_key)",
    # Kept in step by the import and not by triggers, which make a bulk load ten times slower.
    # Without the places of a token (detail=none) it is half as large and serves GLOB just as well.
    """
    CREATE VIRTUAL TABLE product_search USING fts5 (
        search_text,
        content = 'product',
        content_rowid = 'product_key',
        tokenize = 'trigram case_sensitive 1',
        detail = none
    )
    """,
    """
    CREATE TABLE observation (
        observation_key INTEGER PRIMARY KEY,
        family_id TEXT REFERENCES family,
        product_id TEXT REFERENCES product (product_id),
        version TEXT NOT NULL,
        state TEXT NOT NULL,
        observed_on TEXT NOT NULL,
        source TEXT NOT NULL,
        source_url TEXT NOT NULL,
        train TEXT NOT NULL,
        released_on TEXT NOT NULL,
        note TEXT NOT NULL,
        CHECK (family_id IS NOT NULL OR product_id IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX observation_fact ON observation (
        coalesce(family_id, ''), coalesce(product_id, ''), version, state, observed_on, source,
        source_url, train, released_on, note
    )
    """,
    "CREATE INDEX observation_family ON observation (family_id)",
    "CREATE INDEX observation_product ON observation (product_id)",
    """
    CREATE TRIGGER observation_is_not_changed BEFORE UPDATE ON observation
    BEGIN SELECT raise(ABORT, 'observations are only added to'); END
    """,
    """
    CREATE TRIGGER observation_is_not_deleted BEFORE DELETE ON observation
    BEGIN SELECT raise(ABORT, 'observations are only added to'); END
    """,
    """
    CREATE TABLE lifecycle_date (
        kind TEXT NOT NULL,
        product_id TEXT REFERENCES product (product_id),
        family_id TEXT REFERENCES family,
        train TEXT NOT NULL,
        source TEXT NOT NULL,
        ends TEXT NOT NULL,
        seen_on TEXT NOT NULL,
        source_url TEXT NOT NULL,
        CHECK ((family_id IS NULL) <> (product_id IS NULL))
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX lifecycle_date_fact ON lifecycle_date (
        kind, coalesce(product_id, ''), coalesce(family_id, ''), train, source
    )
    """,
    "CREATE INDEX lifecycle_date_family ON lifecycle_date (family_id)",
    "CREATE INDEX lifecycle_date_product ON lifecycle_date (product_id)",
    """
    CREATE TABLE advisory (
        advisory_id TEXT NOT NULL,
        source TEXT NOT NULL,
        seen_on TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (advisory_id, source)
    ) STRICT
    """,
    """
    CREATE TABLE affected (
        advisory_id TEXT NOT NULL,
        source TEXT NOT NULL,
        family_id TEXT REFERENCES family,
        product_id TEXT REFERENCES product (product_id),
        FOREIGN KEY (advisory_id, source) REFERENCES advisory (advisory_id, source)
    ) STRICT
    """,
    "CREATE INDEX affected_advisory ON affected (advisory_id, source)",
    "CREATE INDEX affected_family ON affected (family_id)",
    "CREATE INDEX affected_product ON affected (product_id)",
    """
    CREATE TABLE kev (
        cve TEXT PRIMARY KEY,
        vendor TEXT NOT NULL,
        product TEXT NOT NULL,
        name TEXT NOT NULL,
        added TEXT NOT NULL,
        due TEXT NOT NULL,
        ransomware INTEGER NOT NULL,
        description TEXT NOT NULL,
        catalogue_version TEXT NOT NULL
    ) STRICT
    """,
)
