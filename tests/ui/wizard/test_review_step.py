from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Disclosure, SignatureMethod
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.tasks import InlineTaskRunner
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.review_step import ReviewStep

Shown = tuple[DraftKeeper, ReviewStep]
Show = Callable[[Disclosure], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, keeper_of: Callable[[Disclosure], DraftKeeper]) -> Show:
    def shown(disclosure: Disclosure) -> Shown:
        keeper = keeper_of(disclosure)
        step = ReviewStep(services, InlineTaskRunner(), keeper, services.now)
        keeper.changed.connect(step.refresh)
        qtbot.addWidget(step)
        step.resize(1110, 648)
        step.show()
        qtbot.waitExposed(step)
        step.activateWindow()
        qtbot.waitUntil(step.isActiveWindow)
        step.enter(Step.REVIEW)
        qtbot.waitUntil(lambda: step.sheet.verticalScrollBar().maximum() > 0)
        return keeper, step

    return shown


def read_to_the_end(qtbot: QtBot, step: ReviewStep) -> None:
    with qtbot.waitSignal(step.sheet.end_shown):
        qtbot.keyClick(step.sheet, Qt.Key.Key_End)


def choose(qtbot: QtBot, step: ReviewStep, key: Qt.Key) -> None:
    with qtbot.waitSignal(step._methods.chosen):
        qtbot.keyClick(step, key, Qt.KeyboardModifier.AltModifier)


def draw(qtbot: QtBot, step: ReviewStep) -> None:
    pad = step._ui.signature_pad
    qtbot.waitUntil(pad.isVisible)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    qtbot.mouseMove(pad, QPoint(150, 90))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(150, 90))


def test_the_whole_sheet_is_shown_from_its_beginning(show: Show, filled: Disclosure) -> None:
    _, step = show(filled)
    assert step.sheet.page_count > 1
    assert step.sheet.verticalScrollBar().value() == 0
    assert filled.customer.name in step.sheet.text()


def test_no_way_to_sign_is_open_before_the_end(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    assert not step._methods.isEnabled()
    assert step._ui.shown_label.text() == "最後まで表示していません"
    with qtbot.assertNotEmitted(step._methods.chosen, wait=200):
        qtbot.keyClick(step, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert keeper.disclosure.signature is None


def test_the_end_opens_the_signature_and_is_noted_with_its_time(
    qtbot: QtBot, show: Show, filled: Disclosure
) -> None:
    _, step = show(filled)
    for _ in range(3):
        qtbot.keyClick(step.sheet, Qt.Key.Key_Space)
    assert not step._methods.isEnabled()
    read_to_the_end(qtbot, step)
    assert step._methods.isEnabled()
    assert step._ui.shown_label.text() == "最後まで表示しました 14:05"
    assert step._methods.value is None, "no way to sign is chosen beforehand"


def test_the_four_ways_are_equal_in_size(show: Show, filled: Disclosure) -> None:
    _, step = show(filled)
    sizes = {step._methods.option(method).size().toTuple() for method in SignatureMethod}
    assert len(sizes) == 1


def test_a_drawn_signature_is_kept_with_name_time_and_strokes(
    qtbot: QtBot, services: Services, show: Show, filled: Disclosure
) -> None:
    _, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_2)
    assert step._ui.signer_edit.text() == filled.customer.person
    draw(qtbot, step)
    signature = services.drafts.open(filled.disclosure_id).signature
    assert signature is not None
    assert signature.method is SignatureMethod.DRAWN
    assert len(signature.strokes) == 1
    assert signature.signed_at == services.now()
    assert signature.text_shown_at == services.now()
    assert step.is_ready()


def test_a_stroke_is_taken_back_and_all_of_them(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_2)
    draw(qtbot, step)
    draw(qtbot, step)
    qtbot.mouseClick(step._ui.undo_button, Qt.MouseButton.LeftButton)
    assert keeper.disclosure.signature is not None
    assert len(keeper.disclosure.signature.strokes) == 1
    qtbot.mouseClick(step._ui.clear_button, Qt.MouseButton.LeftButton)
    assert keeper.disclosure.signature.strokes == ()
    assert keeper.disclosure.signature.signed_at is None


def test_paper_needs_no_pad(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_1)
    assert not step._ui.pad_box.isVisible()
    assert step._ui.paper_label.isVisible()
    assert keeper.disclosure.signature is not None
    assert keeper.disclosure.signature.method is SignatureMethod.PAPER
    assert step.is_ready()


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_4])
def test_later_and_refused_need_a_reason(qtbot: QtBot, show: Show, filled: Disclosure, key: Qt.Key) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, key)
    assert not step.is_ready()
    assert len(step.missing_links) == 1
    commit = QInputMethodEvent("", [])
    commit.setCommitString("決裁のあとに署名する")
    QApplication.sendEvent(step._ui.reason_edit, commit)
    assert keeper.disclosure.signature is not None
    assert keeper.disclosure.signature.reason == "決裁のあとに署名する"
    assert step.is_ready()


def test_another_way_drops_the_strokes(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_2)
    draw(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_1)
    assert keeper.disclosure.signature is not None
    assert keeper.disclosure.signature.strokes == ()


def test_the_identity_is_checked_by_a_person(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_1)
    assert not step._ui.identity_box.isChecked()
    qtbot.keyClick(step._ui.identity_box, Qt.Key.Key_Space)
    assert keeper.disclosure.signature is not None
    assert keeper.disclosure.signature.identity_checked


def test_a_changed_text_is_shown_and_signed_anew(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    read_to_the_end(qtbot, step)
    choose(qtbot, step, Qt.Key.Key_2)
    draw(qtbot, step)
    keeper.change(replace(keeper.disclosure, customer=replace(filled.customer, name="別の会社")))
    step.enter(Step.REVIEW)
    assert not step._methods.isEnabled()
    assert "別の会社" in step.sheet.text()
    assert keeper.disclosure.signature is not None
    assert keeper.disclosure.signature.strokes == ()
    assert not step.is_ready()


def test_an_unchanged_text_is_not_drawn_again(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    _, step = show(filled)
    read_to_the_end(qtbot, step)
    step.leave()
    step.enter(Step.REVIEW)
    assert step._methods.isEnabled()


def test_what_is_missing_is_named_and_leads_to_its_place(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    _, step = show(quoted)
    assert not step.is_ready()
    link = step.missing_links[0]
    assert "FortiGate 60F" in link.words
    with qtbot.waitSignal(step.jump_requested) as told:
        link.followed.emit()
    assert told.args == [Step.LINES, quoted.devices[0].line_id]


def test_the_footer_says_how_much_is_missing(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    note = step.footer_note()
    assert note is not None
    assert note.bold.startswith("あと ")


def test_a_character_that_no_font_has_is_told_instead_of_a_text(
    qtbot: QtBot, services: Services, filled: Disclosure, keeper_of: Callable[[Disclosure], DraftKeeper]
) -> None:
    unprintable = replace(filled, customer=replace(filled.customer, name="見本\U00013000商店"))
    step = ReviewStep(services, InlineTaskRunner(), keeper_of(unprintable), services.now)
    qtbot.addWidget(step)
    step.show()
    qtbot.waitExposed(step)
    step.enter(Step.REVIEW)
    assert step._problem.isVisible()
    assert "\U00013000" in step._problem.text
    assert not step._methods.isEnabled()
