"""The small widgets say in words what they show in shapes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jcssa_desktop.ui.theme import colour
from jcssa_desktop.ui.widgets.chips import Chip, Chips
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.mark import MARK_TONES, Mark, MarkLabel
from jcssa_desktop.ui.widgets.option import Option
from jcssa_desktop.ui.widgets.progress_boxes import Box, ProgressBoxes, counted


def test_a_mark_is_a_shape_and_a_word(qtbot: QtBot) -> None:
    label = MarkLabel()
    qtbot.addWidget(label)
    label.set_mark(Mark("alert", "要確認"))
    assert label.accessibleName() == "要確認"
    without_word = MarkLabel()
    qtbot.addWidget(without_word)
    without_word.set_mark(Mark("alert", ""))
    assert label.sizeHint().width() > without_word.sizeHint().width()


def test_marks_differ_without_their_colour(qtbot: QtBot) -> None:
    del qtbot
    images = {}
    for name in MARK_TONES:
        label = MarkLabel()
        label.set_mark(Mark(name, "", "text"))
        label.resize(16, 16)
        images[name] = label.grab().toImage()
    names = list(images)
    same = [
        (one, other)
        for number, one in enumerate(names)
        for other in names[number + 1 :]
        if images[one] == images[other]
    ]
    assert same == []


def test_one_chip_is_chosen_and_told(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips((Chip("all", "すべて", 4), Chip("open", "要確認", 1)))
    assert chips.current == "all"
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.mouseClick(chips.button("open"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["open"]
    assert not chips.button("all").isChecked()


def test_the_chosen_chip_stays_when_counts_change(qtbot: QtBot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.set_chips((Chip("all", "すべて", 4), Chip("open", "要確認", 1)))
    chips.button("open").click()
    chips.set_chips((Chip("all", "すべて", 5), Chip("open", "要確認", 2)))
    assert chips.current == "open"
    assert chips.button("open").text() == "要確認 2"


def test_a_message_says_what_and_what_to_do(qtbot: QtBot) -> None:
    message = InlineMessage()
    qtbot.addWidget(message)
    assert message.isHidden()
    message.show_message("alert", "保存できません。", "空きを作ります。", button="やり直す")
    assert message.text == "保存できません。 空きを作ります。"
    assert message.accessibleName() == message.text
    with qtbot.waitSignal(message.button_clicked):
        qtbot.mouseClick(message.button, Qt.MouseButton.LeftButton)
    message.clear()
    assert message.isHidden()


def test_a_message_takes_text_as_it_is(qtbot: QtBot) -> None:
    message = InlineMessage()
    qtbot.addWidget(message)
    message.show_message("warn", "<b>太字</b>")
    assert message._sentence.textFormat() is Qt.TextFormat.PlainText


def test_an_option_is_chosen_by_its_keys_and_anywhere_on_it(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    box, group = QVBoxLayout(page), QButtonGroup(page)
    options = [Option("説明済", mark="done", shortcut="Alt+1"), Option("質問あり", shortcut="Alt+2")]
    for option in options:
        box.addWidget(option)
        group.addButton(option)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(options[0].isChecked)
    qtbot.mouseClick(options[1], Qt.MouseButton.LeftButton, pos=options[1].rect().bottomRight() / 1.1)
    assert options[1].isChecked()
    assert not options[0].isChecked()


def test_an_option_is_44_high_and_64_with_a_second_line(qtbot: QtBot) -> None:
    plain, supported = Option("紙に署名"), Option("紙に署名", support="印刷して署名をもらいます")
    qtbot.addWidget(plain)
    qtbot.addWidget(supported)
    assert plain.sizeHint().height() == 44
    assert supported.sizeHint().height() == 64
    assert supported.accessibleDescription() == "印刷して署名をもらいます"


def test_eight_boxes_are_counted() -> None:
    boxes = counted(2, 1)
    assert boxes[:4] == (Box.FILLED, Box.FILLED, Box.STRIPED, Box.EMPTY)
    assert len(boxes) == 8


def test_boxes_say_their_count_and_show_it(qtbot: QtBot) -> None:
    progress = ProgressBoxes()
    qtbot.addWidget(progress)
    progress.set_boxes(counted(1, 0), "8項目のうち 説明済 1")
    progress.resize(240, 8)
    image = progress.grab().toImage()
    assert progress.accessibleName() == "8項目のうち 説明済 1"
    assert image.pixelColor(10, 4) == colour("accent")
    assert image.pixelColor(200, 4) == colour("surface")
