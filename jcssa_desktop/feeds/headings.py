"""Which column holds what, by the Japanese and English headings that people write."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.sheet import Row


class Column(StrEnum):
    """What a column of a table holds."""

    MAKER = "maker"
    MAKER_EN = "maker_en"
    MODEL = "model"
    PART_NUMBER = "part_number"
    CATEGORY = "category"
    FAMILY = "family"
    JAN = "jan"
    DATASHEET = "datasheet"
    SOURCE = "source"
    TEXT = "text"
    DETAIL = "detail"
    QUANTITY = "quantity"
    UNIT = "unit"
    UNIT_PRICE = "unit_price"
    AMOUNT = "amount"
    LIST_PRICE = "list_price"
    REMARK = "remark"
    NUMBER = "number"
    KIND = "kind"
    CUSTOMER = "customer"
    QUOTATION = "quotation"
    QUOTED_ON = "quoted_on"
    ADVISORY = "advisory"
    CVE = "cve"
    AFFECTED = "affected"
    FIXED = "fixed"
    TITLE = "title"
    PUBLISHED = "published"
    URL = "url"
    CVSS = "cvss"
    LEVEL = "level"
    REGISTRATION = "registration"
    ISSUED = "issued"
    VALID_UNTIL = "valid_until"
    SERVICE = "service"
    PROVIDER = "provider"


SHARED_NAMES = {
    Column.MAKER: """
        メーカー メーカ メーカー名 メーカ名 メーカー名称 製造元 製造メーカー 製造会社 製造者 ベンダー
        ベンダー名 ブランド ブランド名 maker makername manufacturer
        manufacturername vendor vendorname brand mfr make
    """,
    Column.PART_NUMBER: """
        型番 型番号 品番 型式 形式 形名 部品番号 パーツ番号 パーツナンバー メーカー型番 メーカー品番 製品型番
        商品型番 製品番号 商品番号 注文型番 発注型番 発注コード 商品コード 製品コード 品目コード 商品cd
        partnumber partno part# pn p/n productnumber productcode productno sku skucode skunumber itemcode
        itemno itemnumber ordercode manufacturerpartnumber mpn modelnumber
    """,
}

MAKER_LIST_HEADINGS = {
    **SHARED_NAMES,
    Column.MAKER_EN: """
        メーカー英 メーカー英語 メーカー英名 メーカー英語名 メーカー名英 メーカー名英語 英語メーカー名
        英文メーカー名 makeren makerenglish manufactureren vendoren makernameen
    """,
    Column.MODEL: """
        製品名型名 製品名/型名 機種 機種名 機種名型名 機種型名 型名 モデル モデル名 機器名 model modelname
        devicemodel 製品名 製品名称 製品 商品名 商品名称 品名 品目名 product productname itemname
        devicename 名称
    """,
    Column.CATEGORY: """
        区分 分類 種別 種類 カテゴリ カテゴリー 製品区分 商品区分 製品分類 商品分類 製品種別 機器種別 機器区分
        ジャンル category productcategory type devicetype class kind
    """,
    Column.FAMILY: """
        ファームウェア系列 ファームウエア系列 ファームウェアファミリー ファームウェア ファームウエア
        ファームウェア名 ファーム系列 系列 os os名 firmwarefamily firmware firmwarename osname platform
        operatingsystem
    """,
    Column.JAN: "jan janコード jan番号 jancd jancode ean eancode ean13 gtin barcode バーコード upc",
    Column.DATASHEET: """
        データシート データシートurl カタログurl 製品ページ 製品ページurl 製品url 製品情報url 仕様書url url
        datasheet datasheeturl producturl productpage link リンク
    """,
    Column.SOURCE: "出典 出所 情報源 情報元 典拠 source sourcefile reference",
}
"""Names per column, the surest first."""

QUOTATION_HEADINGS = {
    **SHARED_NAMES,
    Column.TEXT: """
        品名 品名仕様 品名/仕様 品名規格 品名型番 品名型式 商品名 商品名仕様 製品名 製品名仕様 製品名型名 件名
        摘要 内容 品目 項目 項目名 明細 名称 見積内容 内訳 機器名 機種 機種名 型名 モデル 商品 製品 サービス名
        作業内容 品名摘要 商品内容 description item itemname itemdescription product productname name model
        details
    """,
    Column.DETAIL: "仕様 規格 仕様規格 型式仕様 詳細 構成 spec specification",
    Column.QUANTITY: "数量 数 個数 台数 員数 qty quantity",
    Column.UNIT: "単位 unit uom",
    Column.UNIT_PRICE: """
        単価 提供単価 ご提供単価 御提供単価 販売単価 見積単価 御見積単価 納入単価 卸単価 販売価格 提供価格
        ご提供価格 御提供価格 価格 unitprice price rate
    """,
    Column.AMOUNT: """
        金額 提供金額 ご提供金額 御提供金額 見積金額 御見積金額 合計金額 小計 合計 価額 amount lineamount
        extendedprice lineprice linetotal total totalprice
    """,
    Column.LIST_PRICE: """
        定価 標準価格 標準単価 希望小売価格 定価単価 定価金額 標準金額 参考価格 メーカー希望小売価格 listprice
        msrp 値引率 掛率 仕切率 仕切 仕切単価 原価 原価単価 粗利 粗利率 discount 税率 税区分 消費税率 消費税
    """,
    Column.REMARK: "備考 備考欄 注記 コメント 納期 メモ remarks remark note notes comment comments",
    Column.NUMBER: "no 番号 項番 項 行 行番号 # 明細番号 連番 順番 line lineno",
    Column.KIND: "区分 必須任意 必須/任意 選択 種別",
    Column.CUSTOMER: """
        得意先名 得意先 取引先名 顧客名 お客様名 販売先名 納品先名 エンドユーザー名
        customer customername client
    """,
    Column.QUOTATION: "見積番号 見積書番号 伝票番号 見積no 伝票no 管理番号 quotationno quotenumber",
    Column.QUOTED_ON: "見積日 見積日付 伝票日付 発行日 日付 date quotationdate",
}

_BETWEEN_LANGUAGES = re.compile(r"[\s/／|・]+")
_BRACKETS = re.compile(r"[()\[\]【】〔〕]")
_BRACKETED = re.compile(r"[(\[【〔].*?[)\]】〕]")
_FOOTNOTE = re.compile(r"(?:[*※]|注)\d{1,2}$")
_ORNAMENT = re.compile(r"[*※●○◎:★☆.]+")


def heading_key(text: str) -> str:
    """Fold a heading: width, case, spaces, hyphens and ornaments such as ※ do not matter."""
    return _ORNAMENT.sub("", _FOOTNOTE.sub("", search_key(text)))


class Headings(Struct, frozen=True):
    """A heading row: where each recognised column is, and the headings that were not understood."""

    row: Row
    columns: Mapping[Column, int]
    unknown: tuple[str, ...]

    def value(self, row: Row, column: Column) -> str:
        """Return a row's trimmed text in a recognised column, "" where there is none."""
        at = self.columns.get(column)
        return "" if at is None else row.cell(at)


class Vocabulary:
    """The headings of one kind of table."""

    def __init__(self, names: Mapping[Column, str]) -> None:
        self._ranks = {
            heading_key(name): (column, rank)
            for column, names_of_it in names.items()
            for rank, name in enumerate(names_of_it.split())
        }

    def read(self, row: Row) -> Headings:
        """Recognise the headings of a row; of two columns for the same thing the surer name wins."""
        best: dict[Column, tuple[int, int]] = {}
        for at, cell in enumerate(row.cells):
            found = self._find(cell)
            if found and (found[0] not in best or found[1] < best[found[0]][0]):
                best[found[0]] = (found[1], at)
        columns = {column: at for column, (_, at) in best.items()}
        known = set(columns.values())
        unknown = tuple(
            " ".join(cell.split()) for at, cell in enumerate(row.cells) if at not in known and cell.strip()
        )
        return Headings(row, columns, unknown)

    def column_of(self, text: str) -> Column | None:
        """Tell which column a text is a heading of."""
        found = self._find(text)
        return found[0] if found else None

    def _find(self, cell: str) -> tuple[Column, int] | None:
        folded = heading_key(cell)
        whole = self._ranks.get(_BRACKETS.sub("", folded))
        return whole or self._ranks.get(_BRACKETED.sub("", folded)) or self._in_two_languages(cell)

    def _in_two_languages(self, cell: str) -> tuple[Column, int] | None:
        """Read `Item 品名`, `数量 / Qty`: every part has to name the same column."""
        found = [self._ranks.get(heading_key(part)) for part in _BETWEEN_LANGUAGES.split(cell.strip())]
        named = [one for one in found if one]
        is_one = len(named) == len(found) > 1 and len({column for column, _ in named}) == 1
        return named[0] if is_one else None


def first_headings(
    rows: Iterable[Row], vocabulary: Vocabulary, wanted: Iterable[frozenset[Column]]
) -> Headings | None:
    """Return the first row that has every column of one of the wanted sets."""
    wanted = tuple(wanted)
    for row in rows:
        headings = vocabulary.read(row)
        if any(columns <= headings.columns.keys() for columns in wanted):
            return headings
    return None
