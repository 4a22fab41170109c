"""The table that head office keeps of makers without a feed: one row for each advisory, family and range."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import reduce

from msgspec import Struct, field
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement
from jcssa_desktop.feeds.headings import SHARED_NAMES, Column, Headings, Vocabulary, first_headings
from jcssa_desktop.feeds.sheet import Row, Sheet, Table, normalised
from jcssa_desktop.feeds.stated_day import stated_day
from jcssa_desktop.feeds.stated_text import cves_in
from jcssa_desktop.feeds.stated_versions import statements_of

_HEADINGS = {
    Column.MAKER: SHARED_NAMES[Column.MAKER],
    Column.ADVISORY: """
        アドバイザリ アドバイザリー アドバイザリ番号 アドバイザリid 情報番号 公表番号 管理番号 脆弱性情報
        脆弱性情報番号 脆弱性番号 脆弱性id advisory advisoryid advisoryno advisorynumber securityadvisory
    """,
    Column.CVE: "cve cve番号 cveid cves cve識別番号",
    Column.FAMILY: """
        ファームウェア系列 ファームウエア系列 ファームウェアファミリー ファームウェア ファームウエア 系列 os
        firmwarefamily firmware family os名 ソフトウェア
    """,
    Column.MODEL: "製品名 機種 機種名 型名 型番 モデル 製品 対象製品 対象機種 影響を受ける製品 product model",
    Column.AFFECTED: """
        影響を受けるバージョン 影響を受ける版 影響範囲 影響バージョン 対象バージョン 該当バージョン 該当版
        影響を受けるファームウェア affected affectedversions affectedversion affectedrange affectedranges
    """,
    Column.FIXED: """
        修正バージョン 修正版 対策バージョン 対策版 修正済みバージョン 対策済みバージョン 修正ファームウェア
        fixed fixedversion fixedversions fixedin solution
    """,
    Column.TITLE: "件名 タイトル 題名 概要 内容 脆弱性の名前 title summary subject",
    Column.PUBLISHED: "公表日 公開日 発表日 公表年月日 published publishedon publisheddate date",
    Column.URL: "url 参照url 情報url 参照先 リンク link reference",
    Column.CVSS: "cvss cvssスコア cvss基本値 基本値 深刻度 スコア score cvssscore basescore cvssv3 cvssv3.1",
}
_VOCABULARY = Vocabulary(_HEADINGS)
_HEADING_ROWS = 100
_NUMBERED = (Column.ADVISORY, Column.CVE)
_NAMED = (Column.FAMILY, Column.MODEL)
_WHOLE = tuple(
    frozenset({number, Column.MAKER, name, Column.AFFECTED}) for number in _NUMBERED for name in _NAMED
)
_WITHOUT_RANGE = tuple(one - {Column.AFFECTED} for one in _WHOLE if Column.ADVISORY in one)

_NO_FIX = re.compile(
    r"(?:修正|対策|対応|リリース|更新)?(?:の)?予定(?:は)?(?:なし|無し|ありません)|修正なし|対策なし"
    r"|no\s+fix(?:\s+planned)?|won'?t\s+fix|wontfix|will\s+not\s+be\s+fixed",
    re.IGNORECASE,
)
_BARE_VERSION = re.compile(r"v?\d+(?:\.\d+)+[\w.-]*")
_SEPARATORS = re.compile(r"[,、;\n]+")
_SCORE = re.compile(r"(?:(?:CVSS:?\s*)?v?(?P<version>[234](?:\.\d)?)\s*[:/=]\s*)?(?P<score>\d{1,2}(?:\.\d)?)")
_HIGHEST_SCORE = 10.0


class AdvisoryTable(Struct, frozen=True):
    """The advisories of a table, how many rows were read, and what was not understood."""

    advisories: tuple[ListedAdvisory, ...]
    read: int
    skipped: tuple[Skipped, ...]


class _Reading(Struct):
    seen_on: date
    found: dict[tuple[str, str], ListedAdvisory] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    read: int = 0


def is_advisory_table(table: Table) -> bool:
    """Tell whether any sheet has the headings of such a table, its ranges perhaps missing."""
    return any(_headings_of(sheet, (*_WHOLE, *_WITHOUT_RANGE)) for sheet in table.sheets)


def read_advisory_table(table: Table, seen_on: date) -> AdvisoryTable:
    """Read every sheet that has the needed columns; a row that cannot be read is named and left out.

    Raises:
        InvalidImport: No sheet has the needed columns.
    """
    reading = _Reading(seen_on, skipped=list(table.skipped))
    found = [(sheet, _headings_of(sheet, _WHOLE)) for sheet in table.sheets]
    if not any(headings for _, headings in found):
        raise InvalidImport("advisory_table_without_columns", file=table.file)
    for sheet, headings in found:
        if headings is None:
            if sheet.rows:
                reading.skipped.append(Skipped(sheet.place(), "advisory_sheet_without_table"))
            continue
        for row in sheet.filled_down():
            if row.number > headings.row.number:
                _read_row(row, headings, sheet, reading)
    return AdvisoryTable(
        tuple(map(_told_apart, reading.found.values())), reading.read, tuple(reading.skipped)
    )


def _headings_of(sheet: Sheet, wanted: tuple[frozenset[Column], ...]) -> Headings | None:
    return first_headings(sheet.rows[:_HEADING_ROWS], _VOCABULARY, wanted)


def _read_row(row: Row, headings: Headings, sheet: Sheet, reading: _Reading) -> None:
    def stated(column: Column) -> str:
        return normalised(headings.value(row, column))

    reading.read += 1
    maker, cves = stated(Column.MAKER), cves_in(stated(Column.CVE))
    record_id = stated(Column.ADVISORY) or next(iter(cves), "")
    name = stated(Column.FAMILY) or stated(Column.MODEL)
    if problem := _problem(maker, record_id, name):
        reading.skipped.append(Skipped(sheet.place(row.number), problem))
        return
    published = stated(Column.PUBLISHED)
    published_on = stated_day(published)
    if published and published_on is None:
        _report(sheet, row, "advisory_day_unread", published, reading)
    score = stated(Column.CVSS)
    cvss = _cvss(score, maker)
    if score and not cvss:
        _report(sheet, row, "advisory_score_unread", score, reading)
    key = (maker, record_id)
    before = reading.found.get(key) or ListedAdvisory(f"{maker}（一覧表）", record_id, reading.seen_on)
    reading.found[key] = replace(
        before,
        statements=_joined(before.statements, _statements(row, headings, maker, cves)),
        ids=tuple(dict.fromkeys((record_id, *before.ids, *cves))),
        title=before.title or stated(Column.TITLE),
        published_on=before.published_on or published_on,
        cvss=tuple(dict.fromkeys((*before.cvss, *cvss))),
        source_url=before.source_url or headings.value(row, Column.URL),
    )


def _problem(maker: str, record_id: str, name: str) -> str:
    if not maker:
        return "advisory_row_without_maker"
    if not record_id:
        return "advisory_row_without_number"
    return "" if name else "advisory_row_without_product"


def _report(sheet: Sheet, row: Row, problem: str, value: str, reading: _Reading) -> None:
    reading.skipped.append(Skipped(sheet.place(row.number), problem, (("value", value[:40]),)))


def _statements(row: Row, headings: Headings, maker: str, cves: tuple[str, ...]) -> tuple[Statement, ...]:
    family = normalised(headings.value(row, Column.FAMILY))
    model = normalised(headings.value(row, Column.MODEL))
    about = NamedProduct(maker, family or model, (model,) if family and model else (), is_hardware=not family)
    affected, fixed = headings.value(row, Column.AFFECTED), headings.value(row, Column.FIXED)
    no_fix = bool(_NO_FIX.search(unicodedata.normalize("NFKC", fixed)))
    fixes = () if no_fix else tuple(_versions(fixed))
    return tuple(
        replace(one, fixed_in=fixes, no_fix=no_fix, cves=one.cves or cves)
        for one in statements_of(about, (affected,))
    )


def _versions(text: str) -> Iterator[str]:
    """Take a list of versions apart; blanks part bare figures only: `12.10.4 Update 1` is one version."""
    for part in filter(None, map(normalised, _SEPARATORS.split(text))):
        words = part.split()
        yield from words if all(_BARE_VERSION.fullmatch(word) for word in words) else (part,)


def _joined(before: tuple[Statement, ...], row: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Add a row's statements; ranges of one product on the same CVE numbers are alternatives of one."""
    return reduce(_with, row, before)


def _with(before: tuple[Statement, ...], added: Statement) -> tuple[Statement, ...]:
    if added in before:
        return before
    for at, one in enumerate(before):
        same = (one.about, one.cves, one.no_fix) == (added.about, added.cves, added.no_fix)
        if same and one.ranges and added.ranges:
            joined = replace(
                one,
                stated=f"{one.stated}、{added.stated}",
                ranges=tuple(dict.fromkeys((*one.ranges, *added.ranges))),
                unaffected=tuple(dict.fromkeys((*one.unaffected, *added.unaffected))),
                fixed_in=tuple(dict.fromkeys((*one.fixed_in, *added.fixed_in))),
            )
            return (*before[:at], joined, *before[at + 1 :])
    return (*before, added)


def _told_apart(advisory: ListedAdvisory) -> ListedAdvisory:
    """Leave out the CVE numbers of statements that are all about the whole advisory."""
    if len({one.cves for one in advisory.statements}) > 1:
        return advisory
    return replace(advisory, statements=tuple(replace(one, cves=()) for one in advisory.statements))


def _cvss(text: str, maker: str) -> tuple[Cvss, ...]:
    found = _SCORE.fullmatch(text)
    if not found or float(found["score"]) > _HIGHEST_SCORE:
        return ()
    return (Cvss(found["version"] or "", float(found["score"]), maker),)
