"""One module a source: file in, domain objects out."""
