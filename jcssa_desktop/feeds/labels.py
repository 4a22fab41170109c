"""Tables of JC-STAR labels, and of services registered in 情報セキュリティサービス基準適合サービスリスト."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from msgspec import Struct, field

from jcssa_desktop.domain.catalogue_batch import ListedLabel
from jcssa_desktop.domain.errors import InvalidImport, Skipped
from jcssa_desktop.domain.label import ProductLabel, ServiceCategory, ServiceRegistration
from jcssa_desktop.feeds.headings import SHARED_NAMES, Column, Headings, Vocabulary, first_headings
from jcssa_desktop.feeds.sheet import Row, Sheet, Table, normalised, one_line
from jcssa_desktop.feeds.stated_day import stated_day

LABEL_SOURCE = "IPA JC-STAR"
REGISTRATION_SOURCE = "情報セキュリティサービス基準適合サービスリスト"

_REGISTER = {
    Column.REGISTRATION: """
        登録番号 適合ラベル番号 ラベル番号 ラベル登録番号 jcstar登録番号 登録no registrationnumber
        registrationno labelnumber registration
    """,
    Column.ISSUED: "発行日 交付日 登録日 取得日 適合ラベル発行日 付与日 issued issuedon issuedate",
    Column.VALID_UNTIL: """
        有効期限 有効期間満了日 登録有効期限 有効期限日 期限 満了日 ラベル有効期限 validuntil
        validto expires expiry expirydate
    """,
}
_LABELS = Vocabulary(
    {
        **_REGISTER,
        Column.MAKER: f"{SHARED_NAMES[Column.MAKER]} 事業者名 ベンダー名 申請者 取得事業者",
        Column.MODEL: """
            製品名 製品型番 型番 型式 機種 機種名 型名 モデル 製品名称 製品 対象製品 model product productname
            modelnumber
        """,
        Column.LEVEL: """
            レベル 適合レベル 適合基準 ラベル 適合ラベル 星 jcstar jcstarレベル jcstarlevel
            level label starlevel
        """,
        Column.URL: "url 製品ページ 製品情報ページ 製品ページurl ipaページ リンク link productpage",
    }
)
_SERVICES = Vocabulary(
    {
        **_REGISTER,
        Column.SERVICE: "サービス名 サービス名称 登録サービス名 登録サービス service servicename",
        Column.CATEGORY: "区分 サービス区分 サービス分野 分野 種別 サービスの種類 category servicecategory",
        Column.PROVIDER: "事業者名 事業者 提供事業者 会社名 提供者 provider company",
    }
)
_LABELLED = (frozenset({Column.MAKER, Column.MODEL, Column.LEVEL, Column.REGISTRATION}),)
_REGISTERED = (frozenset({Column.REGISTRATION, Column.SERVICE, Column.CATEGORY}),)
_HEADING_ROWS = 100

_LEVEL = re.compile(r"(?:jc-?star|star|レベル|level)?[\s:_★☆-]{0,4}([1-4])", re.IGNORECASE)
_STARS = re.compile(r"★{1,4}")
_MODELS = re.compile(r"[、,;\n]+")
_CATEGORIES = (
    ("ペネトレーション", ServiceCategory.PENETRATION_TEST),
    ("penetration", ServiceCategory.PENETRATION_TEST),
    ("監査", ServiceCategory.AUDIT),
    ("audit", ServiceCategory.AUDIT),
    ("脆弱性診断", ServiceCategory.VULNERABILITY_ASSESSMENT),
    ("vulnerability", ServiceCategory.VULNERABILITY_ASSESSMENT),
    ("フォレンジック", ServiceCategory.FORENSICS),
    ("forensic", ServiceCategory.FORENSICS),
    ("監視", ServiceCategory.MONITORING),
    ("monitoring", ServiceCategory.MONITORING),
    ("機器検証", ServiceCategory.DEVICE_VERIFICATION),
    ("device verification", ServiceCategory.DEVICE_VERIFICATION),
)


class Register(Struct):
    """What a table of labels or of services states, how many rows were read, and what was not taken."""

    labels: list[ListedLabel] = field(default_factory=list)
    services: list[ServiceRegistration] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    read: int = 0


def is_label_table(table: Table) -> bool:
    """Tell whether a sheet has the headings of a table of labels."""
    return any(_headings(sheet, _LABELS, _LABELLED) for sheet in table.sheets)


def is_service_table(table: Table) -> bool:
    """Tell whether a sheet has the headings of a table of registered services."""
    return any(_headings(sheet, _SERVICES, _REGISTERED) for sheet in table.sheets)


def read_labels(table: Table, seen_on: date) -> Register:
    """Read the labels; a row that cannot be read is named and left out.

    Raises:
        InvalidImport: No sheet has the needed columns.
    """
    register = Register(skipped=list(table.skipped))
    if not is_label_table(table):
        raise InvalidImport("label_table_without_columns", file=table.file)
    for sheet, headings, row in _rows(table, _LABELS, _LABELLED, register):
        _add_label(row, headings, sheet, seen_on, register)
    return register


def read_services(table: Table, seen_on: date) -> Register:
    """Read the registered services; a row that cannot be read is named and left out.

    Raises:
        InvalidImport: No sheet has the needed columns.
    """
    register = Register(skipped=list(table.skipped))
    if not is_service_table(table):
        raise InvalidImport("service_table_without_columns", file=table.file)
    for sheet, headings, row in _rows(table, _SERVICES, _REGISTERED, register):
        _add_service(row, headings, sheet, seen_on, register)
    return register


def _headings(sheet: Sheet, vocabulary: Vocabulary, wanted: tuple[frozenset[Column], ...]) -> Headings | None:
    return first_headings(sheet.rows[:_HEADING_ROWS], vocabulary, wanted)


def _rows(
    table: Table, vocabulary: Vocabulary, wanted: tuple[frozenset[Column], ...], register: Register
) -> Iterator[tuple[Sheet, Headings, Row]]:
    for sheet in table.sheets:
        headings = _headings(sheet, vocabulary, wanted)
        if headings is None:
            if sheet.rows:
                register.skipped.append(Skipped(sheet.place(), "label_sheet_without_table"))
            continue
        for row in sheet.filled_down():
            if row.number > headings.row.number:
                register.read += 1
                yield sheet, headings, row


def _add_label(row: Row, headings: Headings, sheet: Sheet, seen_on: date, register: Register) -> None:
    maker, number = (
        normalised(headings.value(row, column)) for column in (Column.MAKER, Column.REGISTRATION)
    )
    level = _level(headings.value(row, Column.LEVEL))
    models = [normalised(model) for model in _MODELS.split(headings.value(row, Column.MODEL))]
    if not (maker and number and any(models)):
        register.skipped.append(Skipped(sheet.place(row.number), "label_row_incomplete"))
        return
    if level is None:
        _report(sheet, row, "label_level_unread", headings.value(row, Column.LEVEL), register)
        return
    label = ProductLabel(
        level,
        number,
        LABEL_SOURCE,
        seen_on,
        issued_on=_day(Column.ISSUED, row, headings, sheet, register),
        valid_until=_day(Column.VALID_UNTIL, row, headings, sheet, register),
        page_url=headings.value(row, Column.URL),
    )
    register.labels.extend(ListedLabel(maker, model, label) for model in dict.fromkeys(models) if model)


def _add_service(row: Row, headings: Headings, sheet: Sheet, seen_on: date, register: Register) -> None:
    number, service, provider = (
        normalised(headings.value(row, column))
        for column in (Column.REGISTRATION, Column.SERVICE, Column.PROVIDER)
    )
    stated = normalised(headings.value(row, Column.CATEGORY)).lower()
    category = next((found for word, found in _CATEGORIES if word in stated), None)
    if not (number and service):
        register.skipped.append(Skipped(sheet.place(row.number), "service_row_incomplete"))
    elif category is None:
        _report(sheet, row, "service_category_unread", stated, register)
    else:
        valid_until = _day(Column.VALID_UNTIL, row, headings, sheet, register)
        register.services.append(
            ServiceRegistration(
                number, category, valid_until, service, provider, REGISTRATION_SOURCE, seen_on
            )
        )


def _level(text: str) -> int | None:
    """Read ★2, ★★, 2, レベル2 or JC-STAR ★2."""
    folded = unicodedata.normalize("NFKC", text).strip()
    figure = _LEVEL.fullmatch(folded)
    if figure:
        return int(figure[1])
    return len(folded) if _STARS.fullmatch(folded) else None


def _day(column: Column, row: Row, headings: Headings, sheet: Sheet, register: Register) -> date | None:
    """Read a day; one that cannot be read is reported and stays unknown."""
    text = headings.value(row, column)
    day = stated_day(text)
    if text and day is None:
        _report(sheet, row, "label_day_unread", text, register)
    return day


def _report(sheet: Sheet, row: Row, problem: str, value: str, register: Register) -> None:
    register.skipped.append(Skipped(sheet.place(row.number), problem, (("value", one_line(value)[:40]),)))
