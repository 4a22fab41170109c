"""Settings are checked, saved as a whole, and put in force at once."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue_batch import CatalogueBatch
from jcssa_desktop.domain.label import ServiceCategory, ServiceRegistration
from jcssa_desktop.domain.plan import PlanKind
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.settings.plan_dialog import PlanDialog, is_price, parse_price
from jcssa_desktop.ui.theme import TOKENS, colour


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    window.show_screen("settings")
    return window


def write(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    edit.insert(text)
    edit.textEdited.emit(text)


def test_the_sample_company_is_flagged(page: MainWindow) -> None:
    assert "見本のままです" in page.settings.message.text


def test_nothing_can_be_saved_before_something_changes(page: MainWindow) -> None:
    assert not page.settings._ui.save_button.isEnabled()
    assert not page.settings._ui.reset_button.isVisible()


def test_a_company_is_saved_and_shown_everywhere(page: MainWindow, services: Services, qtbot: QtBot) -> None:
    ui = page.settings._ui
    write(qtbot, ui.name_edit, "サンプル商会株式会社")
    write(qtbot, ui.explainer_edit, "見本 花子")
    page.settings.save()
    assert "英語も" in page.settings.message.text
    write(qtbot, ui.english_fields._ui.name_edit, "Sample & Co.")
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: services.settings.current.company.english.name == "Sample & Co.")
    assert services.settings.current.company.name == "サンプル商会株式会社"
    assert page._ui.navigation._ui.company_label.text() == "サンプル商会株式会社"
    assert ui.saved_label.text() == "14:05 に保存しました"
    assert page.settings.message.isHidden()
    assert page.home.message.isHidden()


@pytest.mark.parametrize(
    ("field", "wrong", "remedy"),
    [
        ("name", "", "会社名を入れます"),
        ("explainer", "", "説明する人の名前を入れます"),
        ("telephone", "でんわ", "数字とハイフンで入れます"),
        ("email", "desk.example.jp", "メールの形ではありません"),
        ("prefix", "ks 1", "半角の大文字と数字で入れます"),
    ],
)
def test_a_field_that_cannot_be_used_says_what_to_do_and_nothing_is_saved(
    page: MainWindow, services: Services, qtbot: QtBot, field: str, wrong: str, remedy: str
) -> None:
    before = services.settings.current
    ui = page.settings._ui
    edit = getattr(ui, f"{field}_edit")
    write(qtbot, edit, wrong)
    qtbot.mouseClick(ui.save_button, Qt.MouseButton.LeftButton)
    label = getattr(ui, f"{field}_error")
    assert label.isVisible()
    assert label.text().startswith(remedy)
    assert edit.accessibleDescription() == label.text()
    assert edit.hasFocus()
    assert services.settings.current == before


def test_changes_are_taken_back(page: MainWindow, services: Services, qtbot: QtBot) -> None:
    ui = page.settings._ui
    write(qtbot, ui.name_edit, "")
    qtbot.mouseClick(ui.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(ui.reset_button, Qt.MouseButton.LeftButton)
    assert ui.name_edit.text() == services.settings.current.company.name
    assert not ui.name_error.isVisible()


def test_another_theme_is_in_force_at_once(page: MainWindow) -> None:
    combo = page.settings._ui.theme_combo
    combo.setCurrentIndex(combo.findData("dark"))
    page.settings.save()
    assert colour("surface").name().upper() == TOKENS["dark"]["surface"]


def test_a_plan_is_added_with_its_price_and_exclusions(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    before = len(services.settings.current.plans)
    plan_list = page.settings._ui.plan_list
    qtbot.mouseClick(plan_list._ui.add_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(PlanDialog)
    assert dialog is not None
    ui = dialog._ui
    qtbot.mouseClick(ui.accept_button, Qt.MouseButton.LeftButton)
    assert ui.name_error.isVisible()
    assert ui.excludes_error.isVisible()
    ui.name_edit.setText("見本の保守")
    ui.price_edit.setText("５，５００円")
    ui.includes_edit.setPlainText("月1回の確認")
    ui.excludes_edit.setPlainText("機器の交換")
    ui.kind_combo.setCurrentIndex(ui.kind_combo.findData(PlanKind.SPOT))
    dialog.activateWindow()
    # Qt calls a dialog active while its parent is; only the active window gets shortcuts.
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(page.settings.plans) == before + 1)
    assert len(services.settings.current.plans) == before
    page.settings.save()
    plan = services.settings.current.plans[-1]
    assert (plan.name, plan.price, plan.kind) == ("見本の保守", 5500, PlanKind.SPOT)
    assert plan.excludes == "機器の交換"


def test_a_plan_is_edited_and_taken_out_by_keys(page: MainWindow, services: Services, qtbot: QtBot) -> None:
    table = page.settings._ui.plan_list.table
    first = services.settings.current.plans[0]
    table.setFocus()
    table.choose(first.plan_id)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = page.findChild(PlanDialog)
    assert dialog is not None
    assert dialog._ui.name_edit.text() == first.name
    dialog._ui.price_edit.setText("")
    dialog._ui.english_name_edit.setText("Sample plan")
    qtbot.mouseClick(dialog._ui.accept_button, Qt.MouseButton.LeftButton)
    assert page.settings.plans[0].price is None
    assert page.settings.plans[0].english.name == "Sample plan"
    assert page.settings.plans[0].english.includes == first.english.includes
    table.setFocus()
    table.choose(first.plan_id)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    page.settings.save()
    assert first.plan_id not in {plan.plan_id for plan in services.settings.current.plans}


def test_what_an_english_sheet_says_of_the_company_is_written_here(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    fields = page.settings._ui.english_fields
    assert fields.words == services.settings.current.company.english
    assert not page.settings.is_changed()
    write(qtbot, fields._ui.hours_edit, "Mon-Fri 9-17")
    assert page.settings.is_changed()
    page.settings.save()
    assert services.settings.current.company.english.hours == "Mon-Fri 9-17"


def test_a_plan_is_told_to_be_registered_and_what_that_does_not_mean(
    page: MainWindow, services: Services, qtbot: QtBot
) -> None:
    watched = ServiceRegistration(
        "000-0001-20", ServiceCategory.MONITORING, date(2027, 1, 31), "見本の監視", "見本商事株式会社"
    )
    services.catalogue.load_starter(CatalogueBatch(service_registrations=(watched,)))
    table = page.settings._ui.plan_list.table
    table.choose(services.settings.current.plans[0].plan_id)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = page.findChild(PlanDialog)
    assert dialog is not None
    ui = dialog._ui
    ui.registration_combo.setFocus()
    qtbot.keyClick(ui.registration_combo, Qt.Key.Key_Down)
    assert ui.registration_combo.currentText() == "000-0001-20・見本の監視・セキュリティ監視・運用"
    assert ui.registration_mark.mark is not None
    assert ui.registration_mark.mark.word == "期限間近"
    assert "保証するものではありません" in ui.registration_note.text()
    qtbot.mouseClick(ui.accept_button, Qt.MouseButton.LeftButton)
    page.settings.save()
    assert services.settings.current.plans[0].registration == watched
    assert "登録 000-0001-20" in str(table.cells.index(0, 0).data())


@pytest.mark.parametrize(
    ("text", "yen"), [("5500", 5500), ("￥５，５００", 5500), (" 5,500 円", 5500), ("", None)]
)
def test_a_price_is_read_as_people_write_it(text: str, yen: int | None) -> None:
    assert parse_price(text) == yen


@pytest.mark.parametrize("text", ["五千", "5.5", "-1", "5500円くらい"])
def test_what_is_no_price_is_refused(text: str) -> None:
    assert not is_price(text)
