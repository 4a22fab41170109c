"""What a row below the headings of a quotation is: a line, a sum, a discount, carriage, a remark."""

import re
from enum import StrEnum

from jcssa_desktop.domain.search_key import search_key


class RowKind(StrEnum):
    """The kinds of row that are not lines of goods or services."""

    SUBTOTAL = "quotation_row_subtotal"
    TAX = "quotation_row_tax"
    TOTAL = "quotation_row_total"
    DISCOUNT = "quotation_row_discount"
    CARRIAGE = "quotation_row_carriage"


_ORNAMENT = re.compile(r"[【】〔〕()<>《》「」*:/★☆●■◆◇□○◎▲△▼▽※…~]+")
# Patterns are held against search keys, which write hiragana as katakana: 値引き is 値引キ.
_TAX_RATES = r"(?:内|ウチ|地方)?消費税(?:額|等|額等|相当額|及ビ地方消費税)*(?:(?:対象)?\d{1,2}%.*)?"
_TOTALS = (
    r"(?:御|オ|ゴ)?(?:見積|請求|支払|提供|販売|契約)?(?:総|税込|税抜|税別)?(?:合計|総計|総額)(?:金額|額)?"
    r"(?:税込ミ?|税抜キ?|税別)?"
)
_COMPILED = (
    (
        RowKind.SUBTOTAL,
        re.compile(
            r".{0,14}小計\d*|中計|頁計|ページ計|subtotal"
            r"|(?:初期|月額|年額|機器|製品|商品|ハード(?:ウェア)?|ソフト(?:ウェア)?|作業|役務|保守|工事|オプション)"
            r"(?:費用?|料金?|代)?(?:合計|計)"
            r"|(?:[次前](?:頁|ページ)(?:ヘ|ヨリ|カラ)?ノ?)?繰リ?越シ?(?:額|金額)?|(?:brought|carried)forward"
        ),
    ),
    (
        RowKind.TAX,
        re.compile(
            rf"{_TAX_RATES}|\d{{1,2}}%(?:対象|消費税).{{0,8}}|(?:consumption|sales)?(?:tax|vat)(?:\d{{1,2}}%)?"
        ),
    ),
    (
        RowKind.TOTAL,
        re.compile(
            rf"{_TOTALS}|計|(?:御|オ)?見積(?:金|総)額(?:税込|税抜|税別)?|(?:税込|税抜)(?:金額|価格|計)|(?:grand)?total(?:jpy|yen|円)?"
        ),
    ),
    (
        RowKind.DISCOUNT,
        re.compile(r".{0,14}(?:値引キ?|割引|ディスカウント|端数調整|端数処理|discount)(?:額|分|一式)?"),
    ),
    (
        RowKind.CARRIAGE,
        re.compile(
            r"(?:国内|商品|機器|製品|諸)?"
            r"(?:送料|配送料|配送費|運賃|発送費|荷造運賃|梱包送料|shipping|freight).{0,8}"
        ),
    ),
)


def kind_of(text: str) -> RowKind | None:
    """Tell what a row is by the first text in it; None for a line, a heading or a remark."""
    kind = _kind_of(text)
    if kind is None:
        # In two languages: Total 合計, 小計 / Subtotal.
        parts = {_kind_of(part) for part in _BETWEEN_LANGUAGES.split(text.strip())}
        kind = parts.pop() if len(parts) == 1 else None
    return kind


def _kind_of(text: str) -> RowKind | None:
    folded = _ORNAMENT.sub("", search_key(text))
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(folded)), None)


_BETWEEN_LANGUAGES = re.compile(r"[\s/／|]+")


_EXCLUDING_TAX = re.compile(r"税抜|税別|taxexcluded|exctax")
_INCLUDING_TAX = re.compile(r"税込|総合計|総計|総額|請求|支払|grandtotal")


def excludes_tax(text: str) -> bool:
    """Tell whether the label of a sum says that it is without tax."""
    return bool(_EXCLUDING_TAX.search(search_key(text)))


def includes_tax(text: str) -> bool:
    """Tell whether the label of a sum says that it is with tax."""
    return bool(_INCLUDING_TAX.search(search_key(text))) and not excludes_tax(text)


_SECTION = re.compile(
    r"[【■●◆◇□○◎▼▽《〔<＜★☆]|(?:[0-9０-９]{1,2}|[IVXⅠ-Ⅻ①-⑳A-ZＡ-Ｚ]{1,3})\s*[.．)）、]\s*\D"
)


def is_section(text: str) -> bool:
    """Tell whether a text without figures heads a group of lines: 【機器】, ■構築費, 1. ネットワーク."""
    return bool(_SECTION.match(text.strip()))


_END = frozenset({"以上", "以下余白", "余白", "end"})


_OPTION = re.compile(
    r"(?:推奨|追加|任意)?オプション(?:品|構成|項目|価格|見積)?(?!付|込|無|ナシ)|任意|参考見積|代替案|別案|optional|option"
)
_NOT_COUNTED = re.compile(
    r"(?:合計|総額|見積(?:金額)?|金額)(?:ニ|ニハ|ハ)?含(?:ミマセン|マナイ|マレマセン|マズ)|notincluded"
)


def is_optional(text: str) -> bool:
    """Tell whether a cell beside a line says that it is offered and not yet sold."""
    key = _ORNAMENT.sub("", search_key(text))
    return bool(_OPTION.fullmatch(key) or _NOT_COUNTED.search(key))


def heads_options(text: str) -> bool:
    """Tell whether a heading says so of the lines below it: ■オプション（ご参考）."""
    key = _ORNAMENT.sub("", search_key(text))
    return bool(_OPTION.match(key) or _NOT_COUNTED.search(key))


_MARKED_OPTIONAL = re.compile(
    r"[(（\[［【〔<＜]\s*(?:オプション|任意|option(?:al)?)\s*[)）\]］】〕>＞]", re.IGNORECASE
)


def is_marked_optional(text: str) -> bool:
    """Tell whether a line's own text carries the mark of an option: 【オプション】, (任意)."""
    return bool(_MARKED_OPTIONAL.search(text))


def is_end(text: str) -> bool:
    """Tell whether a text says that nothing follows: 以上, 以下余白."""
    return _ORNAMENT.sub("", search_key(text)) in _END
