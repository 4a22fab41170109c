"""Steps of the archive's form."""
