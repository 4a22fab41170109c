"""Preview, printer and PDF file."""
