"""One window: quotations are dropped on it, the wizard covers it and gives it back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.errors import Place, Skipped
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.started import Started
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import TaskRunner

COPY = Qt.DropAction.CopyAction
NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


def content(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def drag(window: MainWindow, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPointF(window.rect().center()), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, event)
    return event


def drop(window: MainWindow, data: QMimeData) -> None:
    drag(window, data)
    event = QDropEvent(QPointF(window.rect().center()), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, event)


@pytest.mark.parametrize("screen", ["home", "archive", "settings"])
def test_a_quotation_dropped_anywhere_becomes_a_draft_and_opens(
    window: MainWindow, services: Services, samples: Path, screen: str
) -> None:
    window.show_screen(screen)
    before = len(services.drafts.drafts())
    drop(window, content(samples / "quotation_clinic.csv"))
    assert window.wizard is not None
    assert window.wizard.disclosure.customer.name == "医療法人 さくら見本会"
    assert len(services.drafts.drafts()) == before + 1


def test_while_dragging_the_drop_area_says_what_will_happen(
    window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    ui = window.home.drop_area._ui
    quotation = content(samples / "quotation_clinic.csv")
    assert drag(window, quotation).isAccepted()
    assert ui.title_label.text() == "離すと読み取ります"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert ui.title_label.text() == "見積書をここにドロップ"
    picture = content(tmp_path / "写真.png")
    drag(window, picture)
    assert ui.title_label.text() == "Excel か CSV を置いてください"


def test_a_wrong_kind_of_file_is_refused_in_words_and_nothing_is_kept(
    window: MainWindow, services: Services, tmp_path: Path
) -> None:
    drop(window, content(tmp_path / "写真.png"))
    assert window.message.text.startswith("「写真.png」は見積書として読み取れません。")
    assert window.wizard is None
    assert services.drafts.drafts() == ()


def test_folders_several_files_and_sealed_sheets_are_each_told_what_to_do(
    window: MainWindow, samples: Path, tmp_path: Path
) -> None:
    said = {}
    for name, files in {
        "folder": (tmp_path,),
        "several": (samples / "quotation_clinic.csv", samples / "quotation_town_office.xlsx"),
        "sheet": (tmp_path / "控え.pdf",),
    }.items():
        drop(window, content(*files))
        said[name] = window.message.text
    assert said["folder"].startswith(f"「{tmp_path.name}」はフォルダーです。")
    assert said["several"].startswith("2個のファイルが置かれました。見積書は1つずつ読み取ります。")
    assert "台帳の「ファイルを確かめる」" in said["sheet"]


def test_a_file_that_is_no_quotation_is_told_with_its_name(
    window: MainWindow, services: Services, tmp_path: Path
) -> None:
    file = tmp_path / "空.csv"
    file.write_bytes(b"")
    drop(window, content(file))
    assert "空.csv" in window.message.text
    assert services.drafts.drafts() == ()
    assert window.home.drop_area._ui.title_label.text() == "見積書をここにドロップ"
    assert window.home.drop_area._ui.choose_button.isEnabled()


def test_while_a_quotation_is_read_the_drop_area_says_so(
    services: Services, qtbot: QtBot, samples: Path
) -> None:
    runner = TaskRunner()
    window = MainWindow(services, runner)
    qtbot.addWidget(window)
    window.show()
    drop(window, content(samples / "quotation_clinic.csv"))
    ui = window.home.drop_area._ui
    assert ui.title_label.text() == "読み取っています"
    assert "quotation_clinic.csv" in ui.support_label.text()
    assert not ui.choose_button.isEnabled()
    qtbot.waitUntil(lambda: window.wizard is not None)
    assert ui.choose_button.isEnabled()
    runner.wait()


@pytest.mark.parametrize("kind", ["subtotal", "tax", "total", "discount", "carriage", "section", "note"])
def test_sums_and_notes_of_a_quotation_stop_nobody(window: MainWindow, services: Services, kind: str) -> None:
    skipped = Skipped(Place(row=7), f"quotation_row_{kind}")
    window._begin(Started(services.drafts.start_empty(), (skipped,)))
    assert window.wizard is not None
    assert window.message.isHidden()


def test_rows_that_need_a_look_are_told_before_the_wizard_opens(
    window: MainWindow, services: Services, qtbot: QtBot
) -> None:
    disclosure = services.drafts.start_empty()
    services.drafts.save(disclosure)
    skipped = [Skipped(Place(row=row), "quotation_row_without_name") for row in range(7, 12)]
    window._begin(Started(disclosure, tuple(skipped)))
    assert window.wizard is None
    assert "見直す行が 5行あります" in window.message.text
    assert "7行目：品名も型番もない行です。" in window.message.text
    assert "ほか 2行" in window.message.text
    assert window.home._ui.drafts_list.rows.rowCount() == 1
    assert window.message.button.hasFocus()
    qtbot.keyClick(window.message.button, Qt.Key.Key_Space)
    assert window.wizard is not None


def test_closing_the_wizard_gives_the_screens_back_and_lists_the_draft(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    wizard = window.wizard
    assert wizard is not None
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.screen_key == "home"
    assert wizard.close_wizard()
    assert window.wizard is None
    assert window.home._ui.drafts_list.rows.rowCount() == 1


def test_what_was_sealed_is_shown_in_the_archive(window: MainWindow, services: Services) -> None:
    number = services.archive.records()[1].document_number
    window.open_wizard(services.drafts.start_empty())
    assert window.wizard is not None
    window.wizard.sealed.emit(number)
    window.wizard.closed.emit()
    assert window.screen_key == "archive"
    assert window.archive.chosen == number


def test_quotations_are_not_dropped_onto_the_wizard(
    window: MainWindow, services: Services, samples: Path
) -> None:
    window.open_wizard(services.drafts.start_empty())
    assert not drag(window, content(samples / "quotation_clinic.csv")).isAccepted()


def test_a_file_is_chosen_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_the_window_tells_when_it_was_painted(services: Services, runner: TaskRunner, qtbot: QtBot) -> None:
    window = MainWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()


def test_the_window_opens_at_1366_by_768_and_never_below_1180_by_680(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (1366, 768)
    assert (window.minimumWidth(), window.minimumHeight()) == (1180, 680)


def test_unsaved_settings_keep_the_window_open(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen("settings")
    edit = window.settings._ui.name_edit
    edit.selectAll()
    qtbot.keyClicks(edit, "Sample Shokai")
    window.show_screen("home")
    window.close()
    assert window.isVisible()
    assert window.screen_key == "settings"
    assert "保存していない変更" in window.settings.message.text
    window.settings._ui.reset_button.click()
    window.close()
    assert not window.isVisible()
