"""The annex as plain text, for the clipboard and for the remarks of a quotation."""

import re
from collections.abc import Iterator
from datetime import date

from jcssa_desktop.documents.annex import Annex, AnnexPart, AnnexTable, Value
from jcssa_desktop.documents.annex_texts import AnnexTexts

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a text that begins so for a formula, also when it is pasted."""


def annex_text(annex: Annex, texts: AnnexTexts) -> str:
    """Write the annex line by line; no line begins as a formula does."""
    lines = [annex.title, annex.lead, ""]
    lines += [texts.label_value.format(label=label, value=value) for label, value in annex.facts]
    for part in annex.parts:
        lines += ["", part.heading, *_part(part, texts)]
    whole = "\n".join(lines)
    return "\n".join(_inert(line, texts) for line in whole.splitlines()) + "\n"


def written(value: Value) -> str:
    """Write a cell in words: amounts with commas, days as 2026-08-20."""
    if isinstance(value, int):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, date) else value or ""


def _part(part: AnnexPart, texts: AnnexTexts) -> Iterator[str]:
    for name, words in part.paragraphs:
        if name:
            yield name
        yield words
    if part.table:
        yield from _rows(part.table, texts)
    if part.note:
        yield part.note


def _rows(table: AnnexTable, texts: AnnexTexts) -> Iterator[str]:
    """Give each row as a small list, since columns do not line up in a proportional typeface."""
    for number, row in enumerate(table.rows, start=1):
        cells = [(head, written(value)) for head, value in zip(table.heads, row, strict=True)]
        if len(cells) > 1 and row[0] == number:
            cells = cells[1:]
        yield texts.numbered.format(number=number, words=cells[0][1])
        for head, words in cells[1:]:
            if words:
                yield texts.plain_space + texts.label_value.format(label=head, value=words)


def _inert(line: str, texts: AnnexTexts) -> str:
    return texts.plain_space + line.lstrip("\t\r") if line.startswith(FORMULA_STARTS) else line


def xml_text(words: str) -> str:
    """Drop what no XML file may hold."""
    return _NOT_IN_XML.sub("", words)
