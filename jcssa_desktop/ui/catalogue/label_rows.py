"""JC-STAR labels of a product: what is declared, by whom, until when, and IPA's page of it."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.ui.messages import day_in_prose, label_mark
from jcssa_desktop.ui.widgets.cell_model import Cell, Column

translate = QCoreApplication.translate


def label_columns() -> tuple[Column, ...]:
    """Give the columns of the labels."""
    return (
        Column(translate("ProductDetail", "ラベル"), 96),
        Column(translate("ProductDetail", "登録番号・出典")),
        Column(translate("ProductDetail", "交付日"), 104, is_optional=True),
        Column(translate("ProductDetail", "有効期限"), 104),
        Column(translate("ProductDetail", "いま"), 148),
    )


def label_cells(label: ProductLabel, today: date) -> tuple[Cell, ...]:
    """Give the row of a label."""
    source = f"{label.source}・{day_in_prose(label.seen_on, today)}"
    return (
        Cell(f"★{label.level}", is_bold=True),
        Cell(label.registration_number, source),
        Cell(_day(label.issued_on)),
        Cell(_day(label.valid_until), is_bold=True),
        Cell(mark=label_mark(label.state(today))),
    )


def label_words(labels: Iterable[ProductLabel]) -> str:
    """Say what labels mean and what not, as their owner asks."""
    kinds = {label.is_declared for label in labels}
    declared = translate("ProductDetail", "★1・★2 は、要件に合うことをメーカー自身が宣言したものです。")
    evaluated = translate("ProductDetail", "★3・★4 は、第三者の評価を受けたものです。")
    no_promise = translate("ProductDetail", "安全を保証するものではありません。")
    return "".join((declared if True in kinds else "", evaluated if False in kinds else "", no_promise))


def _day(day: date | None) -> str:
    return day.isoformat() if day else "―"
