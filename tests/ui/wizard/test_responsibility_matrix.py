from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.guideline import Party, ResponsibilityTask, TaskSide
from jcssa_desktop.ui.theme import colour
from jcssa_desktop.ui.wizard.responsibility_matrix import (
    Part,
    ResponsibilityMatrix,
    customers_share,
    part_of,
    parties_of,
)

UPDATE = ResponsibilityTask(
    "update",
    "新しい版に\u200b更新する",
    with_contract=TaskSide((Party.RESELLER,), (Party.CUSTOMER,)),
    without_contract=TaskSide((Party.CUSTOMER,), (Party.RESELLER,), "有償"),
)
PUBLISH = ResponsibilityTask(
    "publish", "弱点の情報を公表する", TaskSide((Party.MAKER,)), TaskSide((Party.MAKER,))
)


def test_help_of_ours_that_costs_is_told_as_paid() -> None:
    assert part_of(UPDATE.without_contract, Party.RESELLER) is Part.PAID
    assert part_of(UPDATE.without_contract, Party.CUSTOMER) is Part.DOES
    assert part_of(UPDATE.with_contract, Party.CUSTOMER) is Part.HELPS
    assert part_of(UPDATE.with_contract, Party.MAKER) is None


def test_a_party_without_a_part_has_no_column() -> None:
    assert parties_of((UPDATE,)) == (Party.CUSTOMER, Party.RESELLER)
    assert parties_of((UPDATE, PUBLISH)) == (Party.CUSTOMER, Party.RESELLER, Party.MAKER)


def test_the_customers_share_is_counted_for_both_cases() -> None:
    assert customers_share((UPDATE, PUBLISH), with_contract=False) == 1
    assert customers_share((UPDATE, PUBLISH), with_contract=True) == 0


def test_a_screen_reader_is_told_the_whole_table(qtbot: QtBot) -> None:
    matrix = ResponsibilityMatrix()
    qtbot.addWidget(matrix)
    matrix.show_tasks((UPDATE, PUBLISH))
    assert matrix.accessibleDescription().splitlines()[0] == (
        "新しい版に更新する：契約がないとき お客様 行う、当社 有償。契約があるとき お客様 手伝う、当社 行う。"
    )


def test_each_task_adds_a_row(qtbot: QtBot) -> None:
    matrix = ResponsibilityMatrix()
    qtbot.addWidget(matrix)
    matrix.show_tasks((UPDATE,))
    one = matrix.sizeHint().height()
    matrix.show_tasks((UPDATE, PUBLISH))
    assert matrix.sizeHint().height() > one


def test_who_acts_is_filled_and_who_helps_is_not(qtbot: QtBot) -> None:
    matrix = ResponsibilityMatrix()
    qtbot.addWidget(matrix)
    matrix.show_tasks((UPDATE,))
    matrix.resize(700, matrix.sizeHint().height())
    image = matrix.grab().toImage()
    filled = colour("accent").rgb()
    count = sum(image.pixel(x, y) == filled for x in range(image.width()) for y in range(64, 96))
    assert count > 1500
