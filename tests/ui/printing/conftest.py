"""A small document to look at and to print."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Three A4 pages, the first black in its upper half."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    canvas.rect(0, A4[1] / 2, A4[0], A4[1] / 2, fill=1)
    for _ in range(3):
        canvas.drawString(100, 100, "page")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()
