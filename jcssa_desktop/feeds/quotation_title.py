"""What stands above the lines of a quotation: its number, its day, the customer, the sum."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.feeds.figures import read_date, read_yen
from jcssa_desktop.feeds.quotation_rows import excludes_tax
from jcssa_desktop.feeds.sheet import Row, one_line

# The labels are search keys, which write hiragana as katakana: お見積 is オ見積.
_NUMBER = re.compile(
    r"(?:(?:御|オ)?見積(?:書|リ)?(?:番号|no\.?|№|#|id)|(?:管理|伝票|文書|整理)番号"
    r"|quot(?:ation|e)(?:no\.?|number|#))"
)
_DATE = re.compile(
    r"(?:(?:御|オ)?見積(?:書)?(?:年月)?日(?:付)?|発行(?:年月)?日|作成(?:年月)?日|日付|提出日|(?:quotation)?date)"
)
_OTHER_DATE = re.compile(r"有効|期限|納期|納入|支払|受渡|希望|開始|終了|満了|予定|valid|expir|deliver|due")
_AMOUNT = re.compile(
    r"(?:(?:御|オ)?見積(?:合計|総|リ)?(?:金)?額|(?:税込)?合計(?:金額)?|(?:御|オ)?請求(?:金)?額|総額)"
    r"(?:税込ミ?|税抜キ?|税別)?"
)
_CUSTOMER = re.compile(r"(?P<name>.*?)\s*(?P<honorific>御中|様|殿)\s*")
_CUSTOMER_LABEL = re.compile(
    r"(?:to|messrs\.?|customer(?:name)?|client|billto|soldto|quote(?:d)?(?:to|for)|preparedfor|宛先|オ?客様名?|得意先名?|(?:御|オ)?取引先名?|顧客名)"
)
_COMPANY = re.compile(
    r"(?:株式|有限|合同|合資|合名)会社|[(（]?[株有](?=[)）])|㈱|㈲|(?:社団|財団|学校|医療|社会福祉|宗教|特定非営利活動)法人|組合|協会"
    r"|(?:病院|医院|クリニック|大学|高校|高等学校|中学校|小学校|幼稚園|保育園|委員会|事務所|市役所|町役場|村役場|商店|製作所|銀行|信用金庫)$"
)
_FORM_ALONE = re.compile(
    r"(?:株式|有限|合同|合資|合名)会社|(?:社団|財団|学校|医療|社会福祉|宗教|特定非営利活動)法人|[(（][株有][)）]|㈱|㈲"
)
_DEPARTMENT = re.compile(r".(?:部|課|室|係|局|事業部|本部|グループ|チーム)$")
_LABEL_END = re.compile(r"\s*[:：]\s*")
_NEAR = 4
"""Rows between a company and the person in it who is addressed."""
_NOT_CUSTOMER = re.compile(r"担当|各位|仕様|同様|多様|模様")


class Title(Struct, frozen=True):
    """What was found above the lines; empty where nothing was."""

    number: str = ""
    quoted_on: date | None = None
    customer: str = ""
    department: str = ""
    amount: int | None = None


def read_title(rows: Iterable[Row]) -> Title:
    """Read the rows above a heading row; the first statement of each thing counts."""
    rows = tuple(rows)
    pairs = tuple(_labelled(rows))
    customer, department = _parted(_customer(rows) or _labelled_customer(pairs))
    number = next((value for label, value in pairs if _NUMBER.fullmatch(label) and value), "")
    return Title(
        number=number,
        quoted_on=_quoted_on(rows, pairs, number),
        customer=customer,
        department=department,
        amount=_amount(pairs),
    )


def _labelled(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield folded labels with their values: `見積番号：Q-1` in one cell, or the next filled cell."""
    for row in rows:
        cells = [one_line(cell) for cell in row.cells if cell.strip()]
        for at, cell in enumerate(cells):
            parts = _LABEL_END.split(cell, maxsplit=1)
            if len(parts) > 1 and parts[1]:
                yield _label(parts[0]), parts[1]
            elif at + 1 < len(cells):
                yield _label(parts[0]), cells[at + 1].lstrip(":： ")
            words = cell.split(maxsplit=1)
            if len(words) > 1:
                yield _label(words[0]), words[1].lstrip(":： ")


def _label(text: str) -> str:
    return re.sub(r"[()\[\]【】:■●◆*※]", "", search_key(text))


def _quoted_on(rows: Iterable[Row], pairs: Iterable[tuple[str, str]], number: str) -> date | None:
    for label, value in pairs:
        if _DATE.fullmatch(label) and (day := read_date(value)):
            return day
    for row in rows:
        if not any(_OTHER_DATE.search(search_key(cell)) for cell in row.cells):
            for cell in row.cells:
                is_number = bool(number) and number in one_line(cell)
                if not is_number and (day := read_date(cell)):
                    return day
    return None


def _customer(rows: Iterable[Row]) -> str:
    persons = []
    for row in rows:
        cells = [one_line(cell) for cell in row.cells if cell.strip()]
        for at, cell in enumerate(cells):
            found = _CUSTOMER.fullmatch(unicodedata.normalize("NFC", cell))
            if not found or _NOT_CUSTOMER.search(cell):
                continue
            name = found["name"] or (cells[at - 1] if at else "")
            name = _LABEL_END.split(name, maxsplit=1)[-1].strip()
            if found["honorific"] == "御中" and name:
                return name
            persons.append(_company_of(name) or _company_above(rows, row) or name)
    return next(filter(None, persons), "")


def _company_of(person: str) -> str:
    """Leave a person out who is addressed together with the company: 見本株式会社 総務部 見本 太郎."""
    words = person.split()
    last = max((at for at, word in enumerate(words) if _COMPANY.search(word)), default=-1)
    if last >= 0 and _FORM_ALONE.fullmatch(words[last]):
        last += 1  # the name follows its form: 株式会社 見本
    while last + 1 < len(words) and last >= 0 and _DEPARTMENT.search(words[last + 1]):
        last += 1
    return " ".join(words[: last + 1]) if last < len(words) else ""


def _parted(customer: str) -> tuple[str, str]:
    """Part a customer from the department in it that is addressed."""
    words = customer.split()
    company = len(words)
    while company > 1 and _DEPARTMENT.search(words[company - 1]):
        company -= 1
    name = " ".join(words[:company])
    if not _COMPANY.search(name) or _FORM_ALONE.fullmatch(name):
        return customer, ""
    return name, " ".join(words[company:])


def _company_above(rows: Iterable[Row], addressed: Row) -> str:
    """Find the company of a person who is addressed: it stands above, in the same column."""
    column = next(at for at, cell in enumerate(addressed.cells) if cell.strip())
    for row in reversed([one for one in rows if addressed.number - _NEAR <= one.number < addressed.number]):
        name = one_line(row.cell(column))
        if _COMPANY.search(name):
            return name
    return ""


def _labelled_customer(pairs: Iterable[tuple[str, str]]) -> str:
    return next((value for label, value in pairs if _CUSTOMER_LABEL.fullmatch(label) and value), "")


def _amount(pairs: Iterable[tuple[str, str]]) -> int | None:
    for label, value in pairs:
        if _AMOUNT.fullmatch(label) and not excludes_tax(label + value):
            amount = read_yen(value)
            if amount is not None:
                return amount
    return None
