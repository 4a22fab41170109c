"""Use cases: one method for each intention of a person."""
