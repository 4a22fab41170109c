"""Files are shown with what they would change before anything is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.catalogue.import_dialog import ImportDialog
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.tasks import InlineTaskRunner

LIST = "メーカー,機種,型番,ファームウェア\n見本電機,MH-100,MH-100-JP,MH-OS\n見本電機,MH-200,MH-200-JP,MH-OS\n"


@pytest.fixture
def dialog(window: MainWindow) -> ImportDialog:
    window.show_screen("catalogue")
    return window.catalogue.open_import()


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    file = tmp_path / "メーカー一覧.csv"
    file.write_text(LIST, encoding="utf-8-sig")
    return file


def first_row(dialog: ImportDialog) -> list[str]:
    cells = dialog._ui.file_table.cells
    return [str(cells.index(0, column).data()) for column in range(cells.columnCount())]


def test_a_preview_writes_nothing(dialog: ImportDialog, services: Services, list_file: Path) -> None:
    before = services.catalogue.counts()
    dialog.preview([list_file])
    assert first_row(dialog)[:2] == ["メーカー一覧.csv メーカー一覧・2件", "読めました"]
    assert services.catalogue.counts() == before
    assert dialog._ui.import_button.isEnabled()


def test_importing_brings_the_products_in_and_says_how_many(
    dialog: ImportDialog, window: MainWindow, services: Services, list_file: Path, qtbot: QtBot
) -> None:
    before = services.catalogue.counts().products
    dialog.preview([list_file])
    with qtbot.waitSignal(dialog.imported):
        qtbot.mouseClick(dialog._ui.import_button, Qt.MouseButton.LeftButton)
    assert services.catalogue.counts().products == before + 2
    assert dialog.message.text.startswith("取り込みました。新しい ")
    dialog.reject()
    window.catalogue.search("mh-100")
    assert window.catalogue._ui.product_list.rows.row(0).model == "MH-100"


def test_a_second_import_of_the_same_file_changes_nothing_and_says_so(
    dialog: ImportDialog, list_file: Path
) -> None:
    dialog.preview([list_file])
    dialog._ui.import_button.click()
    assert dialog._ui.import_button.text() == "取り込む"
    dialog.preview([list_file])
    assert dialog.message.text == "すべて取り込み済みです。変わるものはありません。"
    assert not dialog._ui.import_button.isEnabled()


def test_a_bad_file_is_told_and_the_good_one_beside_it_still_goes(
    dialog: ImportDialog, tmp_path: Path, list_file: Path
) -> None:
    bad = tmp_path / "偽物.csv"
    bad.write_text("<html><body>404</body></html>", encoding="utf-8")
    dialog.preview([bad, list_file])
    assert "偽物.csv" in dialog.message.text
    assert first_row(dialog)[1] == "取り込めません"
    assert dialog._ui.import_button.isEnabled()


def test_rows_that_are_not_taken_are_listed_with_place_and_reason(
    dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "一覧.csv"
    file.write_text(LIST + "見本電機,,,\n", encoding="utf-8")
    dialog.preview([file])
    table = dialog._ui.skipped_table
    assert dialog._ui.skipped_label.isVisible()
    places = [str(table.cells.index(row, 1).data()) for row in range(table.cells.rowCount())]
    assert any("4行目" in place for place in places)


def test_escape_closes_the_dialog(dialog: ImportDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_folder_stands_for_all_files_in_it(dialog: ImportDialog, tmp_path: Path) -> None:
    folder = tmp_path / "一式"
    folder.mkdir()
    for number in range(9):
        text = LIST.replace("MH-", f"MH{number}-")
        (folder / f"一覧{number}.csv").write_text(text, encoding="utf-8")
    dialog.preview([folder])
    assert dialog._ui.file_table.cells.rowCount() == 9
    assert dialog._ui.import_button.text() == "18件を取り込む"


class _Impatient(InlineTaskRunner):
    """Stops the work at a report of progress, as a person does who presses 「やめる」."""

    def __init__(self) -> None:
        super().__init__()
        self.reports = 0
        self.stops_at = 0

    def report(self, number: int, done: int, total: int) -> None:
        super().report(number, done, total)
        self.reports += 1
        if self.reports == self.stops_at:
            self._errands[number].task.cancel()


def test_stopping_undoes_the_file_under_way_and_says_what_stays(
    window: MainWindow, services: Services, list_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    second = tmp_path / "もう一つ.csv"
    second.write_text(LIST.replace("MH-", "MX-"), encoding="utf-8")
    runner = _Impatient()
    dialog = ImportDialog(services, runner, window)
    qtbot.addWidget(dialog)
    dialog.preview([list_file, second])
    before = services.catalogue.counts().products
    runner.stops_at = runner.reports + runner.reports // 2 + 1
    dialog._ui.import_button.click()
    assert services.catalogue.counts().products == before + 2
    assert dialog.message.text == (
        "取りやめました。1件のファイルは取り込み済みで、残りは取り込んでいません。"
    )
