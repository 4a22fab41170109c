import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import Stroke
from jcssa_desktop.ui.theme import apply_theme
from jcssa_desktop.ui.wizard.signature_pad import SignaturePad

WIDTH, HEIGHT = 400, 200


@pytest.fixture
def pad(qtbot: QtBot) -> SignaturePad:
    pad = SignaturePad()
    qtbot.addWidget(pad)
    pad.resize(WIDTH, HEIGHT)
    pad.show()
    qtbot.waitExposed(pad)
    return pad


def draw(qtbot: QtBot, pad: SignaturePad, *points: tuple[int, int]) -> None:
    places = [QPoint(x, y) for x, y in points]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(pad, place)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def colour_at(pad: SignaturePad, x: int, y: int) -> QColor:
    return pad.grab().toImage().pixelColor(x, y)


def test_a_stroke_is_kept_in_shares_of_the_pad(qtbot: QtBot, pad: SignaturePad) -> None:
    with qtbot.waitSignal(pad.strokes_changed):
        draw(qtbot, pad, (100, 50), (200, 100))
    (stroke,) = pad.strokes
    assert stroke.points[0][:2] == (0.25, 0.25)
    assert stroke.points[-1][:2] == (0.5, 0.5)


def test_a_stroke_is_seen_where_the_pen_was(qtbot: QtBot, pad: SignaturePad) -> None:
    assert colour_at(pad, 150, 50) == QColor("#FFFFFF")
    draw(qtbot, pad, (100, 50), (200, 50))
    assert colour_at(pad, 150, 50).lightness() < 60


def test_a_single_touch_makes_a_dot(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (100, 50))
    assert len(pad.strokes) == 1
    assert colour_at(pad, 100, 50).lightness() < 60


def test_a_pen_that_leaves_the_pad_stays_within_it(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (100, 50), (-30, 900))
    assert pad.strokes[0].points[-1][:2] == (0.0, 1.0)


def test_times_never_run_backwards(qtbot: QtBot, pad: SignaturePad) -> None:
    draw(qtbot, pad, (10, 10), (20, 20))
    draw(qtbot, pad, (30, 30), (40, 40))
    times = [time for stroke in pad.strokes for _, _, time in stroke.points]
    assert times == sorted(times)
    assert times[0] == 0


def test_ctrl_z_takes_back_one_stroke_and_del_all(qtbot: QtBot, pad: SignaturePad) -> None:
    for left in (10, 50, 90):
        draw(qtbot, pad, (left, 20), (left + 20, 60))
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.strokes) == 2
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes == ()


def test_no_key_signs(qtbot: QtBot, pad: SignaturePad) -> None:
    pad.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A):
        qtbot.keyClick(pad, key)
    assert pad.strokes == ()


def test_the_pad_is_white_in_the_dark_theme_too(pad: SignaturePad) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark")
    assert colour_at(pad, 150, 50) == QColor("#FFFFFF")
    apply_theme(app, "light")


def test_kept_strokes_are_shown_without_telling_anybody(qtbot: QtBot, pad: SignaturePad) -> None:
    kept = (Stroke(((0.25, 0.25, 0), (0.5, 0.25, 40))),)
    with qtbot.assertNotEmitted(pad.strokes_changed):
        pad.set_strokes(kept)
    assert pad.strokes == kept
    assert colour_at(pad, 150, 50).lightness() < 60


def tablet(kind: QTabletEvent.Type, x: float, y: float, device: QPointingDevice) -> QTabletEvent:
    at = QPointF(x, y)
    button = Qt.MouseButton.LeftButton
    return QTabletEvent(
        kind, device, at, at, 0.7, 0.0, 0.0, 0.0, 0.0, 0.0, Qt.KeyboardModifier.NoModifier, button, button
    )


def test_a_pen_on_a_tablet_signs(pad: SignaturePad) -> None:
    pen = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    for kind, x in (
        (QTabletEvent.Type.TabletPress, 100.0),
        (QTabletEvent.Type.TabletMove, 150.0),
        (QTabletEvent.Type.TabletRelease, 200.0),
    ):
        event = tablet(kind, x, 50.0, pen)
        QApplication.sendEvent(pad, event)
        assert event.isAccepted()
    (stroke,) = pad.strokes
    assert [point[0] for point in stroke.points] == [0.25, 0.375]
