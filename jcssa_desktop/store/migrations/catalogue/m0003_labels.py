"""JC-STAR labels of products, and registrations of services."""

# A label is kept by the names that its register gives: its product is found when it is asked for.
STATEMENTS = (
    """
    CREATE TABLE label (
        maker_key TEXT NOT NULL,
        model_key TEXT NOT NULL,
        registration_number TEXT NOT NULL,
        maker TEXT NOT NULL,
        model TEXT NOT NULL,
        level INTEGER NOT NULL,
        issued_on TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        page_url TEXT NOT NULL,
        source TEXT NOT NULL,
        seen_on TEXT NOT NULL,
        PRIMARY KEY (maker_key, model_key, registration_number)
    ) STRICT
    """,
    "CREATE INDEX label_model ON label (model_key)",
    """
    CREATE TABLE service_registration (
        number TEXT NOT NULL,
        category TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        service TEXT NOT NULL,
        provider TEXT NOT NULL,
        source TEXT NOT NULL,
        seen_on TEXT NOT NULL,
        PRIMARY KEY (number, category)
    ) STRICT
    """,
)
