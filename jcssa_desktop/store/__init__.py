"""SQLite through sqlite-utils: the catalogue and the encrypted archive."""
