from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Disclosure, Signature, SignatureMethod
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.handover_step import HandoverStep


@pytest.fixture
def record(services: Services, filled: Disclosure) -> SealedRecord:
    return services.sealing.seal(replace(filled, signature=Signature(SignatureMethod.PAPER)))


@pytest.fixture
def step(qtbot: QtBot, record: SealedRecord) -> HandoverStep:
    step = HandoverStep()
    qtbot.addWidget(step)
    step.show()
    qtbot.waitExposed(step)
    step.activateWindow()
    qtbot.waitUntil(step.isActiveWindow)
    step.show_record(record)
    step.enter(Step.HANDOVER)
    return step


def test_number_and_check_code_can_be_read_and_copied(step: HandoverStep, record: SealedRecord) -> None:
    assert step._ui.number_label.text() == record.document_number
    assert step._ui.code_label.text() == check_code(record.sha256)
    flags = step._ui.number_label.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


def test_paper_is_to_be_signed_after_printing(step: HandoverStep) -> None:
    assert step._ui.lead_label.text() == "控えを2部印刷し、1部に署名か押印をいただいて持ち帰ります。"


def test_each_button_asks_for_its_own(qtbot: QtBot, step: HandoverStep, record: SealedRecord) -> None:
    for button, wanted in (
        (step._ui.print_button, step.print_wanted),
        (step._ui.open_button, step.open_wanted),
        (step._ui.save_button, step.save_wanted),
    ):
        with qtbot.waitSignal(wanted) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [record.document_number]


def test_ctrl_p_prints(qtbot: QtBot, step: HandoverStep) -> None:
    with qtbot.waitSignal(step.print_wanted):
        qtbot.keyClick(step, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_saving_and_failing_are_told_beside_the_buttons(step: HandoverStep) -> None:
    step.tell_saved(Path("控え.pdf"))
    assert step._message.text == "「控え.pdf」に保存しました。"
    step.tell_failure("保存できません。")
    assert step._message.text == "保存できません。"
