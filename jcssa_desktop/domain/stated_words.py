"""The words with which makers and JVN state versions, Japanese and English, taken apart into marks.

Marks say what a word does in a statement: a version, a beginning, an end, "and earlier", a separator. What is
none of these is a word of a name; whether it is one is for the grammar to judge.
"""

import re
import unicodedata
from enum import StrEnum

from msgspec import Struct

LONGEST = 4_000
"""What is longer is no statement of versions; it is not read."""


class Mark(StrEnum):
    """What a word does; one letter each, so that the grammar can be written as patterns."""

    VERSION = "V"
    EVERY = "Z"
    NONE = "0"
    FROM = "F"
    BETWEEN = "K"
    TO = "T"
    UP_TO = "U"
    BEFORE = "B"
    AFTER = "A"
    AND_EARLIER = "E"
    AND_LATER = "L"
    BELOW = "b"
    BEYOND = "a"
    SERIES = "S"
    OPERATOR = "o"
    COLON = "c"
    AND = "&"
    COMMA = ","
    BAR = "|"
    WORD = "w"
    CVES = "C"
    NAME = "N"


class Word(Struct, frozen=True):
    """A word of a statement, with what it does."""

    mark: Mark
    text: str


_EARLIER = r"(?:earlier|prior|previous|older|below|lower|less|before|under)"
_LATER = r"(?:later|newer|above|higher|greater|after|onwards?|up|upwards?)"
_VERSIONS = (
    r"(?:の(?:すべて|全て|全)?の?)?(?:ファームウ[ェエ]ア|ソフトウ[ェエ]ア)?(?:バージョン|版)?(?:すべて|全て)?"
)
_NOUNS = r"(?:\s+(?:firmware|software))?(?:\s+(?:versions?|releases?|builds?))?"
_AND_IT = (
    r"(?:および|及び|ならびに|並びに|または|又は|と)?\s*"
    r"(?:(?:それ|これ)(?:より)?|(?:同|当該)(?:バージョン)?)?\s*"
)

_CVE_LIST = r"CVE-\d{4}-\d{4,7}(?:\s*(?:[、,;・/|]|and|および|及び|と|\s)\s*CVE-\d{4}-\d{4,7})*"
_CVES = (
    rf"\(\s*(?:(?:only\s+)?(?:affected\s+by\s+)?){_CVE_LIST}\s*(?:only|のみ|の影響を受け(?:ます|る))?\s*\)"
)

_CORE = (
    r"(?:(?:[a-z]{2}/)*[a-z]{2}\.(?=\d\d\.\d\d\.)|[vrhb]\.?\s?|f\.)?\d[0-9a-z]*"
    r"(?:[.\-+_][0-9a-z]+|\.?\*|\\?\([0-9a-z][0-9a-z.]*\\?\)[0-9a-z]*)*(?:\s?β\d?)?"
)
_PATCH = (
    r"(?:[\s,_-]*\(?(?<![a-z])(?:build|patch|updates?|upd|service\s+pack|sp|hot\s?fix|hf|mr|msr|sr|su|fp|pc|cu|if|ap)"
    r"[\s.:#_-]*(?:nr\s?\.\s*)?\d[0-9a-z.]*\)?"
    r"|\s+rel\.?\s?\d[0-9a-z]*(?:\(\d+\))?|\s+[rp]\d+\b|\s+\(\d{1,6}\))*"
)
_LENOVO = r"[a-z][0-9a-z]{3,4}\d\dww?\s*\(\s*\d{1,2}\.\d{1,3}\s*\)"
_VERSION = rf"(?:(?:System\s?/\s?Copy\s+)?{_CORE}{_PATCH}|{_LENOVO})(?![0-9A-Za-z\u00c0-\u03ff*])"

_PATTERNS: tuple[tuple[Mark, str], ...] = (
    (Mark.CVES, _CVES),
    (Mark.OPERATOR, r"<=|>=|!=|==|<|>|="),
    (
        Mark.EVERY,
        (
            r"(?:(?:all|any|every)(?:\s+(?:firmware|software|supported))?\s+(?:versions?|releases?|builds?))"
            r"(?:\s+(?:of|are\s+affected(?:\s+and\s+are\s+out\s+of\s+maintenance)?)\b)?|(?:すべて|全て|全)の?(?:ファームウ[ェエ]ア(?:の?(?:バージョン|版))?|バージョン|版)"
            r"|\ball\b(?=\s*(?:$|\())|\*(?=\s*(?:$|\())|すべて$|全て$"
        ),
    ),
    (Mark.NONE, r"\bnone\b(?=\s*$)"),
    (Mark.AND_EARLIER, rf"(?:and|or|,?\s+and|&)\s+(?:all\s+)?{_EARLIER}\b(?!\s+(?:to|than)\b){_NOUNS}"),
    (Mark.AND_LATER, rf"(?:and|or|&)\s+(?:all\s+)?{_LATER}\b(?!\s+than\b){_NOUNS}"),
    (Mark.BELOW, rf"(?:より前|より古い|未満){_VERSIONS}"),
    (Mark.BEYOND, rf"(?:より後|より新しい|を超える|超){_VERSIONS}"),
    (Mark.AND_EARLIER, rf"(?:{_AND_IT}(?:以前|以下)|まで){_VERSIONS}(?:\s*\([^()]*含む\))?"),
    (Mark.AND_LATER, rf"{_AND_IT}(?:以降|以後|以上){_VERSIONS}"),
    (Mark.BEFORE, r"\bup\s+to,?\s*\(?(?:but\s+)?(?:excluding|not\s+including)\b\)?"),
    (
        Mark.UP_TO,
        (
            r"\bup\s+to(?:\s+(?:and\s+)?\(?including\)?)?(?![a-z])|\bno\s+later\s+than\b"
            r"|\b(?:earlier|older|lower|less)\s+than\s+or\s+equal\s+to\b"
        ),
    ),
    (Mark.BEFORE, r"\bprior(?:\s+to)?\b|\b(?:earlier|older|lower|less)\s+than\b|\bbefore\b|\bbelow\b"),
    (Mark.AFTER, r"\b(?:later|newer|higher|greater)\s+than\b|\bafter\b"),
    (Mark.BETWEEN, r"\bbetween\b"),
    (Mark.FROM, r"\bfrom\b(?:\s+\(?including\)?)?|\bfor\b|\bsince\b|\bstarting\s+(?:with|from)\b"),
    (Mark.TO, r"\bthrough\b|\bthru\b|\bto\b|から|~|—|–|(?<=\s)-(?=\s)"),
    (Mark.AND, r"\band\b|\bor\b|&|および|及び|ならびに|並びに|または|又は|かつ"),
    (Mark.COMMA, r"[,、;，]|\n"),
    (Mark.BAR, r"\|"),
    (Mark.COLON, r":"),
    (
        Mark.WORD,
        (
            r"\b(?:firmware|software|versions?|ver|vers|releases?|revision|rev|builds?)(?![a-z])\s*[.:]?"
            r"|ファームウ[ェエ]ア|ソフトウ[ェエ]ア|バージョン|ビルド番号|リビジョン|の"
        ),
    ),
    (Mark.VERSION, _VERSION),
    (Mark.NAME, r"\(?[0-9A-Za-z][0-9A-Za-z\-/\[\]().'_+#™®]*(?:シリーズ)?|[^\s0-9A-Za-z,、;|<>=:()]+"),
)
_LEXER = re.compile(
    "|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_PATTERNS)),
    re.IGNORECASE | re.ASCII,  # a Latin word may stand within Japanese: 以上Ver.2
)
_INTRODUCING = (Mark.WORD, Mark.OPERATOR, Mark.BEFORE, Mark.AFTER, Mark.UP_TO)
"""After these, a word with a figure is a version, however it is written."""

_ENDING = (Mark.AND_EARLIER, Mark.AND_LATER, Mark.BELOW, Mark.BEYOND)

_SERIES = re.compile(r"\s*-?\s*(?:系(?:列)?|シリーズ|series\b)(?:の|は)?", re.IGNORECASE)
_ANY = re.compile(r"\S")
_FOLDED = str.maketrans({"〜": "~", "∼": "~", "≦": "<=", "≤": "<=", "≧": ">=", "≥": ">=", "‐": "-", "‑": "-"})
_QUOTES = re.compile(r"[\"'“”‘’「」『』]")
_ASIDE = re.compile(r"\(\s*((?:ver|rev)[^()]*)\)", re.IGNORECASE)
_REMARK = re.compile(r"\s*[※(]?(?:サポート|販売|開発)(?:は)?終了(?:製品|済み)?\)?$")
_SENTENCE_END = re.compile(r"(?<=\d)\.\s+(?=[A-Z][a-z]{2})")
_SAID_ALREADY = re.compile(
    r"((?<![\d.])(\d+\.\d+)\.\d+[^,、;()]*)\(\2\s?(?:series|系)\)|\(all builds\)", re.IGNORECASE
)


def folded(text: str) -> str:
    """Fold widths and signs, drop quotation marks, and take away space and a full stop at the end."""
    plain = unicodedata.normalize("NFKC", text.translate(_FOLDED)).translate(_FOLDED)
    plain = _SAID_ALREADY.sub(r"\1", _SENTENCE_END.sub(", ", _QUOTES.sub("", plain)))
    return _REMARK.sub("", _ASIDE.sub(r", \1", plain).strip(" \t\r\n.。・")).removeprefix("- ")


def words(text: str) -> tuple[Word, ...]:
    """Take a folded statement apart; words that only introduce a version are left out."""
    found: list[Word] = []
    at = 0
    introduced = False
    while start := _ANY.search(text, at):
        series = _SERIES.match(text, at) if found and found[-1].mark is Mark.VERSION else None
        match = series or _LEXER.match(text, start.start())
        mark = Mark.SERIES if series else _mark(match)
        written = match[0] if match else start[0]
        at = match.end() if match else start.end()
        if mark is Mark.NAME and introduced and any(one.isdecimal() for one in written):
            mark = Mark.VERSION
        introduced = mark in _INTRODUCING
        if mark is not Mark.WORD:
            found.append(Word(mark, " ".join(written.split())))
    return tuple(_as_version(found, at) for at in range(len(found)))


def _as_version(found: list[Word], at: int) -> Word:
    """Take a code that stands alone before "and earlier" for a version: `N9XYZ16W and earlier`."""
    word, following = found[at], found[at + 1 : at + 2]
    is_code = word.mark is Mark.NAME and any(map(str.isdecimal, word.text))
    is_alone = not at or found[at - 1].mark in (Mark.COMMA, Mark.AND, Mark.BAR)
    ends = bool(following) and following[0].mark in _ENDING
    return Word(Mark.VERSION, word.text) if is_code and is_alone and ends else word


def _mark(match: re.Match[str] | None) -> Mark:
    if match is None or match.lastgroup is None:
        return Mark.NAME
    return _PATTERNS[int(match.lastgroup[1:])][0]
