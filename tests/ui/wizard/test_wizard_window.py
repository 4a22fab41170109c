from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Customer,
    Disclosure,
    Explained,
    SignatureMethod,
)
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.wizard.customer_view import CustomerView
from jcssa_desktop.ui.wizard.handover_step import HandoverStep
from jcssa_desktop.ui.wizard.intents_step import IntentsStep
from jcssa_desktop.ui.wizard.item_step import ItemStep
from jcssa_desktop.ui.wizard.lines_step import LinesStep
from jcssa_desktop.ui.wizard.review_step import ReviewStep
from jcssa_desktop.ui.wizard.wizard_window import WizardFrame

WizardOf = Callable[[Disclosure], WizardFrame]


def go_on(qtbot: QtBot, frame: WizardFrame) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def retype(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def words(frame: WizardFrame, step: Step) -> str:
    mark = frame._tasks.mark_of(step)
    return mark.word if mark else ""


def sign_by_hand(qtbot: QtBot, frame: WizardFrame) -> ReviewStep:
    review = frame.page(Step.REVIEW)
    assert isinstance(review, ReviewStep)
    qtbot.waitUntil(lambda: review.sheet.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(review.sheet, Qt.Key.Key_End)
    with qtbot.waitSignal(review._methods.chosen):
        qtbot.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    pad = review._ui.signature_pad
    qtbot.waitUntil(pad.isVisible)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    qtbot.mouseMove(pad, QPoint(200, 120))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    return review


def test_a_draft_goes_on_where_it_stopped(
    wizard_of: WizardOf, quoted: Disclosure, filled: Disclosure
) -> None:
    assert wizard_of(replace(quoted, customer=Customer())).step is Step.CUSTOMER
    assert wizard_of(quoted).step is Step.LINES
    assert wizard_of(filled).step is Step.REVIEW


def test_closing_saves_and_reopening_continues(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, quoted: Disclosure
) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.ITEM_6)
    item = frame.page(Step.ITEM_6)
    assert isinstance(item, ItemStep)
    qtbot.keyClicks(item._ui.memo_edit, "call back")
    with qtbot.waitSignal(frame.closed):
        qtbot.keyClick(frame, Qt.Key.Key_Escape)
    kept = services.drafts.open(quoted.disclosure_id)
    assert kept.item(ItemNumber.EXCLUSIONS).memo == "call back"
    assert wizard_of(kept).step is Step.LINES


def test_the_header_tells_whose_sale_it_is_and_that_it_is_saved(
    qtbot: QtBot, wizard_of: WizardOf, quoted: Disclosure
) -> None:
    frame = wizard_of(quoted)
    header = frame._ui.header._ui
    assert header.customer_label.text() == f"{quoted.customer.name} 様"
    assert header.quotation_label.text() == "見積 Q-2026-1118"
    assert header.device_label.text() == "FortiGate 60F ほか"
    frame.open_step(Step.CUSTOMER)
    edit = frame.page(Step.CUSTOMER).findChild(QLineEdit, "person_edit")
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "x")
    assert header.save_label.text() == "保存しています"
    qtbot.waitUntil(lambda: header.save_label.text() == "自動で保存しました 14:05")


def test_any_step_is_open_at_any_time(qtbot: QtBot, wizard_of: WizardOf, quoted: Disclosure) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.ITEM_1)
    for key, step in ((Qt.Key.Key_Down, Step.ITEM_4), (Qt.Key.Key_Up, Step.ITEM_1)):
        qtbot.keyClick(frame, key, Qt.KeyboardModifier.ControlModifier)
        assert frame.step is step
    qtbot.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert frame.step is Step.LINES


def test_the_button_names_the_next_step(wizard_of: WizardOf, filled: Disclosure) -> None:
    frame = wizard_of(filled)
    button = frame._ui.footer._ui.next_button
    expected = {
        Step.CUSTOMER: "明細へ",
        Step.ITEM_4: "⑥ 免責事項へ",
        Step.ITEM_7: "② 販売時点の最新版へ",
        Step.INTENTS: "全文の確認と署名へ",
        Step.REVIEW: "署名して封緘する",
    }
    for step, text in expected.items():
        frame.open_step(step)
        assert button.text() == text


def test_the_progress_is_counted_in_words(qtbot: QtBot, wizard_of: WizardOf, quoted: Disclosure) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.ITEM_4)
    item = frame.page(Step.ITEM_4)
    assert isinstance(item, ItemStep)
    with qtbot.waitSignal(item._results.chosen):
        qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    label = frame._ui.footer._ui.progress_label
    assert label.text() == "8項目のうち 説明済 1・質問あり 0・残り 7"
    assert words(frame, Step.ITEM_4) == "説明済"


def test_a_failed_save_stays_on_screen_and_closing_asks(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, quoted: Disclosure
) -> None:
    frame = wizard_of(quoted)
    database = services.drafts._archive()._database
    with database.reading() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    frame._keeper.change(replace(frame.disclosure, customer=Customer(name="見本" * 200_000)))
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert frame._message.isVisible()
    assert frame._message.button.text() == "保存せずに閉じる"
    assert frame._ui.header._ui.save_label.text() == "保存できていません"
    with database.reading() as connection:
        connection.execute(f"PRAGMA max_page_count = {1 << 30}")
    frame._keeper.change(replace(frame.disclosure, customer=Customer(name="見本商店")))
    frame._keeper.save_now()
    assert not frame._message.isVisible()
    with qtbot.waitSignal(frame.closed):
        qtbot.keyClick(frame, Qt.Key.Key_Escape)


def test_sealing_is_refused_while_something_is_missing(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, quoted: Disclosure
) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.REVIEW)
    with qtbot.assertNotEmitted(frame.sealed, wait=50):
        go_on(qtbot, frame)
    assert frame.step is Step.REVIEW
    assert services.archive.records() == ()


def test_sealing_waits_for_the_text_to_be_shown(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    review = frame.page(Step.REVIEW)
    assert isinstance(review, ReviewStep)
    qtbot.waitUntil(lambda: review.sheet.verticalScrollBar().maximum() > 0)
    with qtbot.assertNotEmitted(frame.sealed, wait=50):
        go_on(qtbot, frame)
    assert services.archive.records() == ()


def test_sealing_off_the_windows_thread_ends_in_the_handover(
    qtbot: QtBot, services: Services, filled: Disclosure
) -> None:
    runner = TaskRunner()
    frame = WizardFrame(services, runner, filled)
    qtbot.addWidget(frame)
    frame.resize(1366, 768)
    frame.show()
    qtbot.waitExposed(frame)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    sign_by_hand(qtbot, frame)
    with qtbot.waitSignal(frame.sealed, timeout=20_000):
        go_on(qtbot, frame)
    runner.wait()
    assert frame.step is Step.HANDOVER


def test_after_sealing_nothing_changes_any_more(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, filled: Disclosure
) -> None:
    services.drafts.save(filled)
    frame = wizard_of(filled)
    sign_by_hand(qtbot, frame)
    go_on(qtbot, frame)
    assert frame.step is Step.HANDOVER
    frame.open_step(Step.LINES)
    assert frame.step is Step.HANDOVER
    assert services.drafts.drafts() == ()
    with qtbot.waitSignal(frame.closed):
        go_on(qtbot, frame)


def test_a_signature_of_another_day_is_made_anew(
    qtbot: QtBot, wizard_of: WizardOf, filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    sign_by_hand(qtbot, frame)
    signature = frame.disclosure.signature
    assert signature is not None
    assert signature.signed_at is not None
    old = replace(signature, signed_at=signature.signed_at.replace(day=20))
    reopened = wizard_of(replace(frame.disclosure, signature=old)).disclosure.signature
    assert reopened is not None
    assert (reopened.strokes, reopened.signed_at, reopened.text_shown_at) == ((), None, None)
    assert reopened.signer == signature.signer


def test_the_customers_page_opens_at_the_item_and_returns_to_it(
    qtbot: QtBot, wizard_of: WizardOf, quoted: Disclosure
) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.ITEM_6)
    qtbot.keyClick(frame, Qt.Key.Key_F8)
    view = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CustomerView))
    assert view.number is ItemNumber.EXCLUSIONS
    view.buttons[1].click()
    assert view.number is ItemNumber.INFORMATION_DUTY
    view.close()
    assert frame.step is Step.ITEM_7
    assert frame.disclosure.item(ItemNumber.EXCLUSIONS).state is Explained.EXPLAINED


def test_a_missing_line_opens_that_very_line(wizard_of: WizardOf, quoted: Disclosure) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.REVIEW)
    review = frame.page(Step.REVIEW)
    assert isinstance(review, ReviewStep)
    review.missing_links[0].followed.emit()
    assert frame.step is Step.LINES
    lines = frame.page(Step.LINES)
    assert isinstance(lines, LinesStep)
    assert lines._editor._ui.product_label.text() == "FortiGate 60F"


def test_the_whole_way_from_a_quotation_to_a_sealed_sheet(
    qtbot: QtBot, services: Services, wizard_of: WizardOf, quoted: Disclosure, tmp_path: Path
) -> None:
    frame = wizard_of(quoted)
    _fill_lines(qtbot, frame)
    for number in EXPLAINING_ORDER:
        go_on(qtbot, frame)
        item = frame.page(frame.step)
        assert isinstance(item, ItemStep)
        assert item.number is number
        with qtbot.waitSignal(item._results.chosen):
            qtbot.keyClick(frame, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    go_on(qtbot, frame)
    assert frame.step is Step.INTENTS
    intents = frame.page(Step.INTENTS)
    assert isinstance(intents, IntentsStep)
    for line in frame.disclosure.devices:
        intents.card(line.line_id)._answers.option(Answer.DECLINED).click()
    go_on(qtbot, frame)
    review = sign_by_hand(qtbot, frame)
    assert [link.words for link in review.missing_links] == ["署名した方のお名前を入れます。"]
    retype(qtbot, review._ui.signer_edit, "Mihon Ichiro")
    assert review.missing_links == ()
    with qtbot.waitSignal(frame.sealed) as told:
        go_on(qtbot, frame)
    (number,) = told.args
    _check_sealed(services, frame, number, tmp_path)


def _fill_lines(qtbot: QtBot, frame: WizardFrame) -> None:
    """Decide every line: the undecided one goes out of scope, the others get version and contract."""
    lines = frame.page(Step.LINES)
    assert isinstance(lines, LinesStep)
    assert frame.step is Step.LINES
    lines._candidates._ui.outside_button.click()
    retype(qtbot, lines._candidates._ui.outside_edit, "not ours")
    qtbot.keyClick(lines._candidates._ui.outside_edit, Qt.Key.Key_Return)
    for line in frame.disclosure.devices:
        frame.open_step(Step.LINES, line.line_id)
        ui = lines._editor._ui
        if "FortiGate" in line.text:
            retype(qtbot, ui.version_edit, "7.4.8")
        else:
            ui.later_button.click()
            retype(qtbot, ui.due_edit.edit, "12/4")
        if not ui.confirm_box.isHidden():
            qtbot.keyClick(ui.confirm_box, Qt.Key.Key_Space)
        lines._editor._contract.option(ContractState.NONE).click()
    assert {line.scope for line in frame.disclosure.lines} == {Scope.IN, Scope.OUT}
    assert words(frame, Step.LINES) == "入力済"


def _check_sealed(services: Services, frame: WizardFrame, number: str, folder: Path) -> None:
    assert frame.step is Step.HANDOVER
    handover = frame.page(Step.HANDOVER)
    assert isinstance(handover, HandoverStep)
    record = services.archive.record(number)
    assert handover._ui.title_label.text() == "封緘しました"
    assert handover._ui.number_label.text() == number
    assert handover._ui.code_label.text() == check_code(record.sha256)
    assert record.signature is SignatureMethod.DRAWN
    sheet = folder / "sheet.pdf"
    services.archive.save_pdf(number, sheet)
    pdf = QPdfDocument()
    pdf.load(str(sheet))
    text = "".join(pdf.getAllText(page).text() for page in range(pdf.pageCount()))
    pdf.close()
    for expected in (number, "FortiGate 60F", "7.4.8", "見本精密工業株式会社"):
        assert expected in text
    assert services.archive.verify_file(sheet).state == "unchanged"


def test_the_frame_fits_the_smallest_window(wizard_of: WizardOf, filled: Disclosure) -> None:
    frame = wizard_of(filled)
    for step in (Step.CUSTOMER, Step.LINES, Step.ITEM_1, Step.INTENTS, Step.REVIEW):
        frame.open_step(step)
        frame.resize(1180, 680)
        QApplication.processEvents()
        assert frame.minimumSizeHint().width() <= 1180, step
        assert frame.minimumSizeHint().height() <= 680, step


@pytest.mark.parametrize("key", [Qt.Key.Key_F9])
def test_f9_folds_the_script(qtbot: QtBot, wizard_of: WizardOf, quoted: Disclosure, key: Qt.Key) -> None:
    frame = wizard_of(quoted)
    frame.open_step(Step.ITEM_1)
    item = frame.page(Step.ITEM_1)
    assert isinstance(item, ItemStep)
    assert item._script.isVisible()
    qtbot.keyClick(frame, key)
    assert not item._script.isVisible()
