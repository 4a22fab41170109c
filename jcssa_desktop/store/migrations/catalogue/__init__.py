"""Steps of the catalogue's form."""
