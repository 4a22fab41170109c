"""The sheet: reportlab, fonts, canonical JSON, the PDF with its record."""
