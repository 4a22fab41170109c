"""Text of a source: markup removed, CVE numbers found in it."""

import html
import re

_BREAK = re.compile(r"<\s*/?\s*(?:br|p|li|ul|ol|div|tr)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_CVE = re.compile(r"CVE-\d{4}-\d{4,}", re.IGNORECASE)


def plain_text(text: str) -> str:
    """Remove markup and needless space; list entries and paragraphs become lines."""
    unpacked = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return _LINES.sub("\n", _SPACES.sub(" ", unpacked.replace("\r", "\n"))).strip()


def cves_in(text: str) -> tuple[str, ...]:
    """Give the CVE numbers in a text, each once, in the order of the text."""
    return tuple(dict.fromkeys(number.upper() for number in _CVE.findall(text)))
