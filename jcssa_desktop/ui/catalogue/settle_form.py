"""One statement that could not be read: its source's words, and the fields in which a person says how."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QPlainTextEdit, QWidget

from jcssa_desktop.domain.affected_range import EVERY_VERSION
from jcssa_desktop.domain.firmware_version import is_readable
from jcssa_desktop.domain.plain_range import PlainRange, read_plain
from jcssa_desktop.domain.settlement import Settlement, Subject, UnreadStatement
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.range_preview import range_words
from jcssa_desktop.ui.generated.ui_settle_form import Ui_SettleForm
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.flow_layout import FlowLayout
from jcssa_desktop.ui.widgets.layouts import arrange, arrange_field, set_property
from jcssa_desktop.ui.widgets.option import Option

_WHY_HEIGHT = 64


class SettleForm(QWidget):
    """`changed` tells that something was filled in. What is filled in becomes a `Settlement`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unread: UnreadStatement | None = None
        self._subjects: tuple[Subject, ...] = ()
        self._ui = Ui_SettleForm()
        self._ui.setupUi(self)
        self._range = Option(self.tr("下の範囲の版"), shortcut="Alt+1", parent=self)
        self._every = Option(self.tr("すべての版"), shortcut="Alt+2", parent=self)
        self._not_ours = Option(self.tr("当社の製品ではない"), shortcut="Alt+3", parent=self)
        self._options = QButtonGroup(self)
        self.setFocusProxy(self._ui.begin_edit)
        self._arrange()
        self._connect()

    @property
    def unread(self) -> UnreadStatement | None:
        """The statement that is shown."""
        return self._unread

    def show_statement(self, unread: UnreadStatement, by: str, settled: Settlement | None) -> None:
        """Show a statement with empty fields, or with those of its settlement."""
        ui, about = self._ui, unread.statement.about
        self._unread, self._subjects = unread, ()
        ui.name_label.setText(" ".join(dict.fromkeys(filter(None, (about.maker, about.name)))))
        record = unread.record
        where = (record.source, record.record_id, unread.file, day_in_prose(record.seen_on))
        ui.where_label.setText("・".join(filter(None, where)))
        stated = unread.statement.stated or self.tr("範囲の記載がありません")
        ui.stated_label.setText(stated)
        numbers = (*(unread.statement.cves or record.ids), record.title or record.summary_ja)
        ui.numbers_label.setText("・".join(dict.fromkeys(filter(None, numbers))))
        self._fill(by, settled)

    def show_subjects(self, subjects: tuple[Subject, ...]) -> None:
        """Show against which versions of the catalogue the reading is tried."""
        self._subjects = subjects
        self._show_preview()

    def settlement(self, today: date) -> Settlement | None:
        """Give what was filled in; None after showing beside its field what is missing."""
        unread, ui = self._unread, self._ui
        if unread is None:
            return None
        checks = (
            (ui.begin_edit, ui.range_error, self._is_range_right(), self._range_problem()),
            (ui.by_edit, ui.by_error, ui.by_edit.text().strip(), self.tr("名前を入れます。")),
            (
                ui.why_edit,
                ui.why_error,
                ui.why_edit.toPlainText().strip(),
                self.tr("根拠を書きます。例：メーカーの告知の表で確かめた"),
            ),
        )
        wrong = [
            field for field, label, is_right, words in checks if not _mark(field, label, is_right, words)
        ]
        if wrong:
            wrong[0].setFocus()
            return None
        return Settlement(
            words=unread.words,
            by=ui.by_edit.text().strip(),
            on=today,
            why=ui.why_edit.toPlainText().strip(),
            ranges=self._ranges(),
            fixed_in=self._fixes(),
            not_ours=self._not_ours.isChecked(),
        )

    def _fill(self, by: str, settled: Settlement | None) -> None:
        ui = self._ui
        plain = read_plain(settled.ranges[0]) if settled and settled.ranges else None
        plain = plain or PlainRange()
        every = bool(settled and settled.ranges == (EVERY_VERSION,))
        for option, is_on in (
            (self._range, not every and not (settled and settled.not_ours)),
            (self._every, every),
            (self._not_ours, bool(settled and settled.not_ours)),
        ):
            if is_on:
                option.setChecked(True)
        ui.begin_edit.setText(plain.begin)
        ui.end_edit.setText(plain.end)
        ui.begin_included_combo.setCurrentIndex(int(bool(plain.begin) and not plain.begin_included))
        ui.end_included_combo.setCurrentIndex(int(bool(plain.end) and not plain.end_included))
        ui.fixed_edit.setText("、".join(settled.fixed_in) if settled else "")
        ui.by_edit.setText(settled.by if settled else by)
        ui.why_edit.setPlainText(settled.why if settled else "")
        for field, label in (
            (ui.begin_edit, ui.range_error),
            (ui.by_edit, ui.by_error),
            (ui.why_edit, ui.why_error),
        ):
            _mark(field, label, is_right=True, words="")
        ui.message.clear()
        if settled is not None:
            words = self.tr("{day}に {person}さんが確定しました。").format(
                day=day_in_prose(settled.on), person=settled.by
            )
            ui.message.show_message("ok", words, settled.why)
        self._show_preview()

    def _plain(self) -> PlainRange:
        ui = self._ui
        return PlainRange(
            ui.begin_edit.text(),
            ui.begin_included_combo.currentIndex() == 0,
            ui.end_edit.text(),
            ui.end_included_combo.currentIndex() == 0,
        )

    def _ranges(self) -> tuple[str, ...]:
        if self._not_ours.isChecked():
            return ()
        return (EVERY_VERSION,) if self._every.isChecked() else tuple(filter(None, (self._plain().text,)))

    def _fixes(self) -> tuple[str, ...]:
        parts = self._ui.fixed_edit.text().replace(",", "、").split("、")
        return tuple(part.strip() for part in parts if part.strip())

    def _is_range_right(self) -> bool:
        return not self._range.isChecked() or bool(self._plain().text)

    def _range_problem(self) -> str:
        plain = self._plain()
        if plain.begin.strip() or plain.end.strip():
            return self.tr("版の番号だけを入れます。例：7.4.10")
        return self.tr("版を入れるか、「すべての版」を選びます。")

    def _show_preview(self) -> None:
        ui, unread = self._ui, self._unread
        ui.range_row.setEnabled(self._range.isChecked())
        ui.fixed_field.setEnabled(not self._not_ours.isChecked())
        if unread is None:
            return
        if self._not_ours.isChecked():
            ui.preview.show_reading(self.tr("読み方：この記載は、該当の判定に使いません。"), (), None)
            return
        ranges = self._ranges()
        if not ranges:
            ui.preview.show_reading(self.tr("読み方：まだ決まっていません（不明のまま）。"), (), None)
            return
        words = range_words(self._plain() if self._range.isChecked() else PlainRange())
        unreadable = self._unreadable()
        if unreadable:
            words += self.tr("（「{version}」は、この系列の版として読み取れません）").format(
                version=unreadable
            )
        settled = Settlement(unread.words, "", date.min, "", ranges, fixed_in=self._fixes())
        reading = self.tr("読み方：{words}が影響を受ける").format(words=words)
        ui.preview.show_reading(reading, self._subjects, settled.applied_to(unread.statement))

    def _unreadable(self) -> str:
        if not self._range.isChecked():
            return ""
        filled = filter(None, (self._plain().begin.strip(), self._plain().end.strip()))
        schemes = {subject.scheme for subject in self._subjects}
        return next((one for one in filled if any(not is_readable(scheme, one) for scheme in schemes)), "")

    def _tell(self) -> None:
        self._show_preview()
        self.changed.emit()

    def _arrange(self) -> None:
        ui = self._ui
        arrange(self.layout(), margins=(measures.GAP, 0, measures.FIELD_GAP, measures.GAP), spacing=12)
        answers = FlowLayout(ui.options)
        for option in (self._range, self._every, self._not_ours):
            self._options.addButton(option)
            answers.addWidget(option)
        padding = measures.CARD_PADDING
        arrange(ui.stated_card.layout(), margins=(padding, 10, padding, 10), spacing=measures.INNER_GAP)
        for row in (ui.range_row, ui.reason_row):
            arrange(row.layout(), spacing=12)
        for field in (
            ui.begin_field,
            ui.begin_included_field,
            ui.end_field,
            ui.end_included_field,
            ui.fixed_field,
            ui.by_field,
            ui.why_field,
        ):
            arrange_field(field.layout())
        included = (self.tr("含む"), self.tr("含まない"))
        for combo in (ui.begin_included_combo, ui.end_included_combo):
            combo.addItems(list(included))
        ui.why_edit.setFixedHeight(scaled(_WHY_HEIGHT))

    def _connect(self) -> None:
        ui = self._ui
        self._options.buttonToggled.connect(lambda _button, is_on: self._tell() if is_on else None)
        for edit in (ui.begin_edit, ui.end_edit, ui.fixed_edit):
            edit.textChanged.connect(self._tell)
        for combo in (ui.begin_included_combo, ui.end_included_combo):
            combo.currentIndexChanged.connect(lambda _index: self._tell())


def _mark(field: QLineEdit | QPlainTextEdit, label: QLabel, is_right: object, words: str) -> bool:
    """Show below a field what is wrong with it, or that nothing is."""
    label.setText("" if is_right else words)
    label.setVisible(not is_right)
    set_property(field, "invalid", not is_right)
    field.setAccessibleDescription(label.text())
    return bool(is_right)
