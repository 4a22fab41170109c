"""Sealed records are found, verified, opened and saved; nothing changes them."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.archive import SealStage
from jcssa_desktop.domain.disclosure import Correction
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.disclosure_files import read_disclosure
from jcssa_desktop.ui.archive.archive_page import ArchivePage
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.printing.preview import Preview
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.verify.verify_dialog import VerifyDialog
from jcssa_desktop.ui.wizard.customer_step import CustomerStep
from tests.documents.certificates import office, timestamp_service


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.show_screen("archive")
    return window


def numbers(window: MainWindow) -> list[object]:
    cells = window.archive._ui.record_table.cells
    return [cells.key(row) for row in range(cells.rowCount())]


def test_records_are_listed_and_the_newest_is_shown(page: MainWindow, services: Services) -> None:
    listed = [one.document_number for one in services.archive.records()]
    assert numbers(page) == listed
    assert page.archive.chosen == listed[0]
    assert page.archive._ui.count_label.text().startswith("2件・合計 ")


def test_the_shown_record_is_verified_at_once(page: MainWindow) -> None:
    verification = page.archive._detail._ui.verification
    assert verification.text.startswith("封緘のときから変わっていません 14:05 に確かめました")
    assert "照合コード" in verification.text
    assert verification.property("tone") == "ok"


def test_the_record_tells_who_signed_and_what_was_answered(page: MainWindow) -> None:
    ui = page.archive._detail._ui
    assert ui.customer_label.text() == "見本デザイン株式会社 様"
    assert ui.signer_label.text().startswith("未署名")
    assert "担当の方が不在のため" in ui.signer_label.text()
    assert ui.intent_label.text() == "契約 1"
    events = [ui.event_list.rows.row(row).words for row in range(ui.event_list.rows.rowCount())]
    assert "封緘" in events
    assert "下書きを開始" in events


def test_typing_finds_a_customer_and_what_is_not_there_is_said(page: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    edit = page.archive._ui.search_edit
    assert edit.hasFocus()
    edit.setText("見本精密")
    qtbot.waitUntil(lambda: len(numbers(page)) == 1)
    page.archive.search("いない取引先")
    assert numbers(page) == []
    assert (
        page.archive._ui.empty_label.text() == "この条件の記録はありません。条件を消すか、言葉を短くします。"
    )
    assert not page.archive._detail.isVisible()


def test_unsigned_records_are_filtered(page: MainWindow, qtbot: QtBot) -> None:
    chips = page.archive._ui.chips
    assert chips.button("unsigned").text() == "未署名 1"
    qtbot.mouseClick(chips.button("unsigned"), Qt.MouseButton.LeftButton)
    assert len(numbers(page)) == 1


def test_a_revision_is_begun_from_the_archive_and_waits_among_the_drafts(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    sealed = page.archive.chosen
    qtbot.mouseClick(page.archive._detail._ui.correct_button, Qt.MouseButton.LeftButton)
    wizard = page.wizard
    assert wizard is not None
    step = wizard.findChild(CustomerStep)
    assert isinstance(step, CustomerStep)
    assert step._ui.correction_heading.text() == f"{sealed} の訂正版"
    assert step._ui.reason_edit.hasFocus()
    qtbot.keyClicks(step._ui.reason_edit, "Wrong version")
    assert wizard.close_wizard()
    draft = services.drafts.open(services.archive.decoded(sealed).disclosure.disclosure_id)
    assert draft.correction == Correction(sealed, "Wrong version")
    assert page.drafts._ui.drafts_list.rows.row(0).contents.startswith(f"{sealed} の訂正版・")


def test_a_corrected_sheet_is_marked_and_counts_once(page: MainWindow, services: Services) -> None:
    newest, other = services.archive.records()
    told = services.archive.decoded(newest.document_number).disclosure
    corrected = replace(told, correction=Correction(newest.document_number, "版の誤り"))
    revision = services.sealing.seal(corrected)
    page.archive.show_record(newest.document_number)
    ui = page.archive._ui
    total = (newest.amount or 0) + (other.amount or 0)
    assert ui.count_label.text() == f"3件・合計 {total:,}円"
    assert page.archive._detail._ui.revision_label.text() == f"訂正版 {revision.document_number} があります"
    assert not page.archive._detail._ui.correct_button.isEnabled()
    page.archive.show_record(revision.document_number)
    said = page.archive._detail._ui.revision_label.text()
    assert said == f"{newest.document_number} の訂正版（版の誤り）"
    assert page.archive._detail._ui.correct_button.isEnabled()


def test_a_signature_that_came_in_later_is_noted_and_can_be_taken_back(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    ui = page.archive._detail._ui
    assert ui.signer_label.text().startswith("未署名")
    qtbot.mouseClick(ui.signed_button, Qt.MouseButton.LeftButton)
    assert ui.signer_label.text().startswith("後日署名")
    assert ui.event_list.rows.row(0).words == "署名を受け取り"
    assert not any(one.awaits_signature for one in services.archive.records())
    qtbot.mouseClick(ui.signed_button, Qt.MouseButton.LeftButton)
    assert ui.signer_label.text().startswith("未署名")
    assert any(one.awaits_signature for one in services.archive.records())


def test_a_signed_sheet_asks_for_no_signature(page: MainWindow, services: Services) -> None:
    signed = services.archive.records()[-1]
    page.archive.show_record(signed.document_number)
    assert not page.archive._detail._ui.signed_button.isVisible()


def test_enter_opens_the_sheet(page: MainWindow, qtbot: QtBot) -> None:
    table = page.archive._ui.record_table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    preview = page.findChild(Preview)
    assert preview is not None
    assert preview.document.pageCount() >= 2
    preview.reject()


def test_a_sheet_is_saved_and_the_archive_keeps_that(
    page: MainWindow, services: Services, tmp_path: Path
) -> None:
    number = page.archive.chosen
    target = tmp_path / "控え.pdf"
    page.archive._desk.save_to(number, target)
    assert target.read_bytes() == services.archive.record(number).pdf
    assert page.archive.message.text == "「控え.pdf」に保存しました。"
    rows = page.archive._detail._ui.event_list.rows
    assert any("「控え.pdf」に保存" in rows.row(row).words for row in range(rows.rowCount()))


def test_f7_verifies_again(page: MainWindow, qtbot: QtBot) -> None:
    page.archive._detail._ui.verification.clear()
    qtbot.keyClick(page, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: "変わっていません" in page.archive._detail._ui.verification.text)


def test_a_waiting_timestamp_is_offered_and_a_silent_service_is_told(
    services: Services, runner: TaskRunner, qtbot: QtBot, samples: Path
) -> None:
    services.signatures.use_timestamps("http://127.0.0.1:9/")
    services.sealing.seal(
        replace(read_disclosure(samples / "disclosure_single.json"), disclosure_id="9" * 32)
    )
    page = ArchivePage(services, runner)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert "1件が時刻証明を待っています。" in page.message.text
    cells = page._ui.record_table.cells
    assert cells.index(0, 5).data(Qt.ItemDataRole.AccessibleTextRole) == "時刻証明待ち"
    qtbot.mouseClick(page.message.button, Qt.MouseButton.LeftButton)
    assert "時刻証明を受け取れませんでした" in page.message.text


@pytest.fixture
def waiting(services: Services, samples: Path) -> str:
    """The number of a record that waits for its timestamp, of a service that does not answer."""
    services.signatures.use_timestamps("http://127.0.0.1:9/")
    sold = replace(read_disclosure(samples / "disclosure_single.json"), disclosure_id="9" * 32)
    return services.sealing.seal(sold).document_number


def started(services: Services, runner: TaskRunner, qtbot: QtBot) -> MainWindow:
    window = MainWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


def test_a_waiting_timestamp_is_fetched_at_the_start(
    services: Services, runner: TaskRunner, qtbot: QtBot, waiting: str, tmp_path: Path
) -> None:
    with timestamp_service(office(tmp_path).stamper) as address:
        services.signatures.use_timestamps(address)
        window = started(services, runner, qtbot)
        qtbot.waitUntil(lambda: services.archive.record(waiting).stage is SealStage.TIMESTAMPED)
    window.show_screen("archive")
    window.archive.show_record(waiting)
    assert window.archive._detail._ui.stage_mark.accessibleName() == "時刻証明済"
    window.archive.verify_file(saved(services, waiting, tmp_path))
    dialog = window.archive.findChild(VerifyDialog)
    assert isinstance(dialog, VerifyDialog)
    assert "時刻証明済" in dialog.text


def test_a_silent_service_at_the_start_is_no_news_and_the_button_remains(
    services: Services, runner: TaskRunner, qtbot: QtBot, waiting: str, tmp_path: Path
) -> None:
    window = started(services, runner, qtbot)
    window.show_screen("archive")
    assert window.archive.message.button.text() == "時刻証明を受け取る"
    window.archive.show_record(waiting)
    assert window.archive._detail._ui.stage_mark.accessibleName() == "時刻証明待ち"
    window.archive.verify_file(saved(services, waiting, tmp_path))
    dialog = window.archive.findChild(VerifyDialog)
    assert isinstance(dialog, VerifyDialog)
    assert "時刻証明待ち" in dialog.text


def test_without_a_service_nothing_is_asked_at_the_start(
    services: Services, runner: TaskRunner, qtbot: QtBot, waiting: str
) -> None:
    services.signatures.use_timestamps("")
    window = started(services, runner, qtbot)
    assert services.archive.record(waiting).stage is SealStage.TIMESTAMP_PENDING
    assert window.archive.message.isHidden()


def saved(services: Services, number: str, folder: Path) -> Path:
    services.archive.save_pdf(number, folder / "sheet.pdf")
    return folder / "sheet.pdf"


def test_many_records_fill_the_page(window: MainWindow, services: Services, qtbot: QtBot) -> None:
    disclosure = services.archive.decoded(services.archive.records()[0].document_number).disclosure
    for number in range(14):
        services.sealing.seal(replace(disclosure, disclosure_id=f"more-{number}"))
    window.show_screen("archive")
    ui = window.archive._ui
    qtbot.waitUntil(lambda: ui.record_table.height() >= ui.card.height() - 4)
    search, chips = ui.search_edit.geometry().center(), ui.chips.geometry().center()
    assert abs(search.y() - chips.y()) <= 1
