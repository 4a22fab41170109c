"""The catalogue: search, a product in detail, importing files."""
