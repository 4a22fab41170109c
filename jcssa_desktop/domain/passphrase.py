"""What a passphrase must be."""

MINIMUM_LENGTH = 8
"""How many characters a newly chosen passphrase needs; one chosen earlier may be shorter."""
