"""The annex as a Word file: real headings, tables with repeated heads, a Japanese typeface by name."""

import io
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell

from jcssa_desktop.documents.annex import Annex, AnnexTable, Value
from jcssa_desktop.documents.annex_text import written, xml_text
from jcssa_desktop.documents.annex_texts import AnnexTexts
from jcssa_desktop.documents.drawing import Colour

_SIDE = 15
_WIDTH = 210 - 2 * _SIDE
_LABEL = 42
_INSET = 1.0
_BODY, _CELL, _HEADING, _TITLE = 10, 8, 12, 16


def annex_word(annex: Annex, texts: AnnexTexts, made_at: datetime) -> bytes:
    """Write the annex as a .docx on A4 portrait."""
    document = Document()
    _set_page(document)
    _set_styles(document, texts)
    _describe(document, annex, texts, made_at)
    document.add_paragraph(xml_text(annex.title), style="Title")
    document.add_paragraph(xml_text(annex.lead))
    for label, value in annex.facts:
        fact = document.add_paragraph()
        fact.paragraph_format.tab_stops.add_tab_stop(Mm(_LABEL))
        fact.paragraph_format.left_indent = Mm(_LABEL)
        fact.paragraph_format.first_line_indent = -Mm(_LABEL)
        fact.add_run(xml_text(label)).bold = True
        fact.add_run("\t" + xml_text(value))
    for part in annex.parts:
        document.add_heading(xml_text(part.heading), level=1)
        for name, words in part.paragraphs:
            if name:
                document.add_heading(xml_text(name), level=2)
            document.add_paragraph(xml_text(words))
        if part.table:
            _add_table(document, part.table)
        if part.note:
            document.add_paragraph(xml_text(part.note))
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin = section.bottom_margin = Mm(_SIDE)


def _set_styles(document: WordDocument, texts: AnnexTexts) -> None:
    """Set sizes and the typeface; Word keeps that of Japanese apart from that of Latin letters."""
    sizes = {
        "Normal": _BODY,
        "Title": _TITLE,
        "Heading 1": _HEADING,
        "Heading 2": _BODY,
    }
    for name, size in sizes.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - python-docx's own template has them
        style.font.size = Pt(size)
        style.font.name = texts.font
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(Colour.BLACK.value.removeprefix("#"))
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        fonts.set(qn("w:eastAsia"), texts.font)
        style.paragraph_format.space_after = Pt(4)
        style.paragraph_format.keep_with_next = name.startswith("Heading")


def _describe(document: WordDocument, annex: Annex, texts: AnnexTexts, made_at: datetime) -> None:
    properties = document.core_properties
    properties.title = xml_text(annex.title)
    properties.author = ""
    properties.comments = ""
    properties.language = "ja-JP" if texts.language == "ja" else texts.language
    properties.created = properties.modified = made_at.replace(tzinfo=None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "ja-JP")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _add_table(document: WordDocument, table: AnnexTable) -> None:
    made: Table = document.add_table(rows=1, cols=len(table.heads), style="Table Grid")
    made.autofit = False
    _set_insets(made)
    widths = [Mm(_WIDTH * share / sum(table.widths)) for share in table.widths]
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width  # Word reads the cells' widths, others the grid's
    for cell, head in zip(made.rows[0].cells, table.heads, strict=True):
        _fill(cell, head, bold=True)
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    _mark_row(made, 0, "w:tblHeader")
    for row in table.rows:
        cells = made.add_row().cells  # type: ignore[no-untyped-call]
        for cell, value in zip(cells, row, strict=True):
            _fill(cell, value)
    for index, line in enumerate(made.rows):
        _mark_row(made, index, "w:cantSplit")
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(_CELL / 2)


def _set_insets(table: Table) -> None:
    """Give the cells less white at their sides than Word does: ten columns share a page."""
    properties = table._tbl.tblPr  # noqa: SLF001 (no public way)
    insets = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        inset = OxmlElement(side)
        inset.set(qn("w:w"), str(Mm(_INSET).twips))
        inset.set(qn("w:type"), "dxa")
        insets.append(inset)
    look = properties.find(qn("w:tblLook"))
    properties.insert(len(properties) if look is None else list(properties).index(look), insets)


def _fill(cell: _Cell, value: Value, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(xml_text(written(value)))
    run.font.size = Pt(_CELL)
    run.bold = bold
    paragraph.paragraph_format.space_after = Pt(0)
    if isinstance(value, int):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark_row(table: Table, index: int, property_name: str) -> None:
    """Say of a row that it is repeated on each page, or that it is never split."""
    table.rows[index]._tr.get_or_add_trPr().append(OxmlElement(property_name))  # noqa: SLF001 (no public way)
