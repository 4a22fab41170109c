"""Every step of the wizard fits into the usual windows, at every text size that the settings offer."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.wizard.item_step import ItemStep
from jcssa_desktop.ui.wizard.lines_model import LineColumn
from jcssa_desktop.ui.wizard.lines_step import LinesStep
from jcssa_desktop.ui.wizard.review_step import ReviewStep
from jcssa_desktop.ui.wizard.wizard_window import WizardFrame

WizardOf = Callable[[Disclosure], WizardFrame]
InLook = Callable[[str, int], None]
TEXT_SIZES = (100, 125, 150)


def of_lines(filled: Disclosure, count: int) -> Disclosure:
    lines = [
        replace(filled.lines[number % len(filled.lines)], line_id=f"line-{number}") for number in range(count)
    ]
    return replace(filled, lines=tuple(lines), intents=())


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("step", [step for step in Step if step is not Step.HANDOVER])
def test_no_step_scrolls_to_the_side(
    qtbot: QtBot, wizard_of: WizardOf, in_look: InLook, quoted: Disclosure, step: Step, text_size: int
) -> None:
    in_look("light", text_size)
    frame = wizard_of(quoted)
    frame.open_step(step)
    areas = [area for area in frame.page(step).findChildren(QScrollArea) if area.isVisible()]
    qtbot.waitUntil(lambda: all(area.horizontalScrollBar().maximum() == 0 for area in areas))


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_what_is_to_be_signed_and_how_stand_beside_each_other(
    qtbot: QtBot, wizard_of: WizardOf, in_look: InLook, filled: Disclosure, text_size: int
) -> None:
    in_look("light", text_size)
    frame = wizard_of(filled)
    step = frame.page(Step.REVIEW)
    assert isinstance(step, ReviewStep)
    qtbot.waitUntil(lambda: step._ui.pane.geometry().right() < step.width())
    for option in step._methods.findChildren(QAbstractButton):
        assert option.width() >= option.minimumSizeHint().width()
        assert right_edge(option, step) < step.width()


def right_edge(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, part.rect().topRight()).x()


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_words_and_link_of_a_warning_never_run_into_each_other(
    wizard_of: WizardOf, in_look: InLook, quoted: Disclosure, text_size: int
) -> None:
    in_look("light", text_size)
    step = wizard_of(quoted).page(Step.LINES)
    assert isinstance(step, LinesStep)
    table = step._ui.lines_table
    for position, row in enumerate(step._model.rows):
        for number, warning in enumerate(row.warnings):
            room = table.warning_rect(position, number)
            said, text, link = table._warning_parts(room, warning)
            parts = ((text, warning.text and text.width() > 0), (link, warning.link))
            shown = [said, *(part for part, is_shown in parts if is_shown)]
            assert all(before.right() < after.left() for before, after in pairwise(shown))
            assert shown[-1].right() <= room.right()
            assert not warning.link or link.width() > 0


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_every_column_and_every_filter_of_the_lines_can_be_seen(
    qtbot: QtBot, wizard_of: WizardOf, in_look: InLook, quoted: Disclosure, text_size: int
) -> None:
    in_look("light", text_size)
    step = wizard_of(quoted).page(Step.LINES)
    assert isinstance(step, LinesStep)
    header = step._ui.lines_table.horizontalHeader()
    room = step._ui.lines_table.viewport().width()
    qtbot.waitUntil(lambda: sum(map(header.sectionSize, LineColumn)) <= room)
    for button in step._chips.findChildren(QAbstractButton):
        assert step._ui.chip_box.rect().contains(
            button.geometry().translated(step._chips.pos()), proper=False
        )


def test_a_long_name_of_a_customer_ends_in_dots_and_is_told_whole(
    wizard_of: WizardOf, filled: Disclosure
) -> None:
    name = "独立行政法人 見本地域広域連携情報基盤整備推進機構 東日本第二事業本部 情報システム統括部"
    name += " 第二課 契約管理係 機器担当グループ"
    frame = wizard_of(replace(filled, customer=replace(filled.customer, name=name)))
    label = frame._ui.header._ui.customer_label
    assert label.shown.endswith("…")
    assert label.toolTip() == label.text() == f"{name} 様"
    quotation = frame._ui.header._ui.quotation_label
    assert quotation.width() >= quotation.sizeHint().width()


def test_the_facts_of_sixty_lines_are_laid_out_at_once(wizard_of: WizardOf, filled: Disclosure) -> None:
    frame = wizard_of(of_lines(filled, 60))
    frame.open_step(Step.CUSTOMER)
    frame.open_step(Step.ITEM_4)
    item = frame.page(Step.ITEM_4)
    assert isinstance(item, ItemStep)
    rows = [row for row in item._facts.children() if isinstance(row, QWidget) and row.isVisibleTo(frame)]
    assert len(rows) >= 60
    assert item._facts.heightForWidth(700) > 60 * 40


def test_of_many_devices_the_first_card_is_shown_with_the_title(
    qtbot: QtBot, wizard_of: WizardOf, filled: Disclosure
) -> None:
    frame = wizard_of(of_lines(filled, 20))
    frame.open_step(Step.INTENTS)
    page = frame.page(Step.INTENTS)
    title = page.findChild(QLabel, "title_label")
    assert isinstance(title, QLabel)
    qtbot.waitUntil(lambda: title.visibleRegion().boundingRect().height() == title.height())


def test_sealing_leads_to_the_archive_as_the_button_says(
    qtbot: QtBot, wizard_of: WizardOf, filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    step = frame.page(Step.REVIEW)
    assert isinstance(step, ReviewStep)
    qtbot.waitUntil(lambda: step.sheet.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(step.sheet, Qt.Key.Key_End)
    qtbot.waitUntil(step._methods.isEnabled)
    with qtbot.waitSignal(step._methods.chosen):
        qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: frame.step is Step.HANDOVER)
    assert frame._ui.footer._ui.next_button.text() == "台帳へ"
    label = frame.page(Step.HANDOVER).findChild(QLabel, "sealed_label")
    assert isinstance(label, QLabel)
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))


def test_f2_brings_the_wording_into_sight(qtbot: QtBot, wizard_of: WizardOf, filled: Disclosure) -> None:
    frame = wizard_of(of_lines(filled, 20))
    frame.open_step(Step.ITEM_4)
    item = frame.page(Step.ITEM_4)
    assert isinstance(item, ItemStep)
    qtbot.waitUntil(lambda: item._ui.scroll_area.verticalScrollBar().maximum() > 1000)
    qtbot.keyClick(frame, Qt.Key.Key_F2)
    field = item._ui.wording_edit
    assert field.hasFocus()
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() > 40)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("width", [1180, 1366])
def test_the_fields_of_a_line_fit_beside_the_lines(
    qapp: Application,
    qtbot: QtBot,
    wizard_of: WizardOf,
    quoted: Disclosure,
    language: str,
    text_size: int,
    width: int,
) -> None:
    qapp.use(language=language, theme="light", text_size=text_size)
    frame = wizard_of(quoted)
    frame.resize(width, 768)
    frame.open_step(Step.LINES, quoted.devices[0].line_id)
    step = frame.page(Step.LINES)
    assert isinstance(step, LinesStep)
    area = step._editor._ui.scroll_area
    assert area.isVisible()
    content = step._editor._ui.content_layout
    qtbot.waitUntil(lambda: content.minimumSize().width() <= area.viewport().width())
