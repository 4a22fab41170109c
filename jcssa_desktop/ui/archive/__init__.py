"""The archive: search, a sealed record in detail, verifying files."""
