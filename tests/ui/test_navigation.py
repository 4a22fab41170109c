"""The bar at the left tells who works here, where to go, and how old the catalogue is."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui import measures
from jcssa_desktop.ui.main_window import MainWindow
from jcssa_desktop.ui.navigation import Navigation


def navigation_of(window: MainWindow) -> Navigation:
    return window._ui.navigation


def test_company_and_person_stand_at_the_top(window: MainWindow) -> None:
    ui = navigation_of(window)._ui
    assert ui.company_label.text() == "見本商事株式会社"
    assert "見本 太郎" in ui.person_label.text()
    assert ui.monogram_label.text() == "見"


def test_the_monogram_is_not_the_company_form(qtbot: QtBot) -> None:
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.set_company("株式会社サンプル運輸", "")
    assert navigation._ui.monogram_label.text() == "サ"


def test_the_age_of_the_catalogue_stands_at_the_foot_of_every_screen(window: MainWindow) -> None:
    mark = navigation_of(window)._ui.age_mark.mark
    assert mark is not None
    assert mark.word.startswith("カタログ")


def test_a_screen_is_reached_by_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    for keys, screen in (
        (Qt.Key.Key_2, "drafts"),
        (Qt.Key.Key_3, "archive"),
        (Qt.Key.Key_4, "catalogue"),
        (Qt.Key.Key_Comma, "settings"),
        (Qt.Key.Key_1, "home"),
    ):
        qtbot.keyClick(window, keys, Qt.KeyboardModifier.ControlModifier)
        assert window.screen_key == screen


def test_a_screen_is_reached_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    entries = navigation_of(window).entry_list
    place = entries.visualRect(entries.model().index(2, 0)).center()
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.screen_key == "archive"


def test_arrows_walk_through_the_screens_and_stay_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    entries = navigation_of(window).entry_list
    entries.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    qtbot.keyClick(entries, Qt.Key.Key_Down)
    assert window.screen_key == "archive"
    assert entries.hasFocus()


def test_a_narrow_window_shows_drawings_alone(window: MainWindow, qtbot: QtBot) -> None:
    assert navigation_of(window).width() == measures.NAVIGATION_WIDTH
    window.resize(1200, 700)
    qtbot.wait(0)
    assert navigation_of(window).width() == measures.NAVIGATION_FOLDED
    assert not navigation_of(window)._ui.names.isVisible()
    window.resize(1366, 768)
    qtbot.wait(0)
    assert navigation_of(window)._ui.names.isVisible()


def test_screen_readers_hear_word_and_count(window: MainWindow) -> None:
    navigation = navigation_of(window)
    navigation.set_count("drafts", 3)
    model = navigation.entry_list.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "告知 3"
