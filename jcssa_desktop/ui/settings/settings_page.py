"""Company profile, service plans, document numbers and the look of the window."""

import re
from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from jcssa_desktop.domain.disclosure import SheetEdition
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.plan import CompanyProfile, ServicePlan
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.system.settings import Settings
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.application import Application
from jcssa_desktop.ui.generated.ui_settings_page import Ui_SettingsPage
from jcssa_desktop.ui.messages import clock
from jcssa_desktop.ui.settings.registration_choice import Register
from jcssa_desktop.ui.settings.sample import is_sample_company
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import (
    arrange,
    arrange_field,
    gap_before,
    scroll_bare,
    set_property,
    show_with,
)

_TEXT_SIZES = (90, 100, 110, 125, 150)
_PREFIX = re.compile(r"[A-Z0-9]{1,8}(-[A-Z0-9]{1,8})?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_TELEPHONE = re.compile(r"[0-9+()\- ]{6,}")


class SettingsPage(QWidget):
    """Edits the settings; nothing is in force before 「設定を保存する」."""

    settings_changed = Signal()

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._ui = Ui_SettingsPage()
        self._ui.setupUi(self)
        self._ui.plan_list.use(lambda: Register(services.catalogue.registered_services(), services.today()))
        self._ui.logo_field.use(services.settings.read_logo)
        self._ui.seal_pane.use(services, runner)
        self._arrange()
        self._offer_choices()
        self._connect()
        self.show_settings()

    @property
    def message(self) -> InlineMessage:
        """Says what is still a sample, or why nothing was saved."""
        return self._ui.message

    @property
    def plans(self) -> tuple[ServicePlan, ...]:
        """The plans as they are on the screen."""
        return self._ui.plan_list.plans

    def may_leave(self) -> bool:
        """Tell whether nothing waits to be saved; otherwise say so."""
        if not self.is_changed():
            return True
        self._ui.message.show_message(
            "warn",
            self.tr("保存していない変更があります。"),
            self.tr("保存するか、変更を取り消してから閉じます。"),
        )
        return False

    def is_changed(self) -> bool:
        """Tell whether the screen says something else than what is in force."""
        return self._settings() != self._services.settings.current

    def show_settings(self) -> None:
        """Show what is in force."""
        settings = self._services.settings.current
        for edit, value in self._company_fields(settings.company):
            edit.setText(value)
        self._ui.plan_list.set_plans(settings.plans)
        self._ui.logo_field.set_logo(settings.company.logo)
        self._ui.english_fields.show_words(settings.company.english)
        self._ui.seal_pane.show_seal(settings.seal)
        self._ui.large_box.setChecked(settings.sheet_edition is SheetEdition.LARGE)
        self._ui.readings_box.setChecked(settings.sheet_readings)
        for combo, choice in (
            (self._ui.language_combo, settings.language),
            (self._ui.theme_combo, settings.theme),
            (self._ui.text_size_combo, settings.text_size),
        ):
            combo.setCurrentIndex(max(0, combo.findData(choice)))
        self._hide_errors()
        self._show_sample_warning()
        self._show_changed()

    def save(self) -> None:
        """Put the screen in force, if every field can be used."""
        if not self._check():
            self._ui.message.show_message(
                "alert",
                self.tr("保存していません。"),
                self.tr("赤い印のところを直すと保存できます。"),
            )
            return
        settings = self._settings()
        try:
            self._services.settings.save(settings)
        except JcssaError as error:
            self._say_error(error)
            return
        app = QApplication.instance()
        if isinstance(app, Application):
            app.use_look(theme=settings.theme, text_size=settings.text_size)
        self._show_sample_warning()
        saved = self.tr("{clock} に保存しました").format(clock=clock(self._services.now()))
        self._ui.saved_label.setText(saved)
        self._show_buttons()
        self.settings_changed.emit()

    def _settings(self) -> Settings:
        ui, current = self._ui, self._services.settings.current
        company = CompanyProfile(
            name=ui.name_edit.text().strip(),
            department=ui.department_edit.text().strip(),
            explainer=ui.explainer_edit.text().strip(),
            address=ui.address_edit.text().strip(),
            desk_name=ui.desk_edit.text().strip(),
            telephone=ui.telephone_edit.text().strip(),
            hours=ui.hours_edit.text().strip(),
            email=ui.email_edit.text().strip(),
            document_prefix=ui.prefix_edit.text().strip(),
            logo=ui.logo_field.logo,
            english=ui.english_fields.words,
        )
        return replace(
            current,
            company=company,
            plans=self.plans,
            language=ui.language_combo.currentData(),
            theme=ui.theme_combo.currentData(),
            text_size=ui.text_size_combo.currentData(),
            sheet_edition=SheetEdition.LARGE if ui.large_box.isChecked() else SheetEdition.STANDARD,
            sheet_readings=ui.readings_box.isChecked(),
            seal=ui.seal_pane.seal(current.seal),
        )

    def _company_fields(self, company: CompanyProfile) -> tuple[tuple[QLineEdit, str], ...]:
        ui = self._ui
        return (
            (ui.name_edit, company.name),
            (ui.department_edit, company.department),
            (ui.explainer_edit, company.explainer),
            (ui.address_edit, company.address),
            (ui.desk_edit, company.desk_name),
            (ui.telephone_edit, company.telephone),
            (ui.hours_edit, company.hours),
            (ui.email_edit, company.email),
            (ui.prefix_edit, company.document_prefix),
        )

    def _check(self) -> bool:
        ui = self._ui
        rules: tuple[tuple[QLineEdit, QLabel, Callable[[str], object], str], ...] = (
            (ui.name_edit, ui.name_error, bool, self.tr("会社名を入れます。控えの販売店名になります。")),
            (ui.explainer_edit, ui.explainer_error, bool, self.tr("説明する人の名前を入れます。")),
            (
                ui.telephone_edit,
                ui.telephone_error,
                lambda text: not text or _TELEPHONE.fullmatch(text),
                self.tr("数字とハイフンで入れます。例：03-0000-0000"),
            ),
            (
                ui.email_edit,
                ui.email_error,
                lambda text: not text or _EMAIL.fullmatch(text),
                self.tr("メールの形ではありません。例：desk@example.jp"),
            ),
            (
                ui.prefix_edit,
                ui.prefix_error,
                _PREFIX.fullmatch,
                self.tr("半角の大文字と数字で入れます。例：KS-A2C"),
            ),
        )
        wrong = [edit for edit, label, rule, words in rules if not _judge(edit, label, rule, words)]
        if wrong:
            wrong[0].setFocus()
            ui.scroll_area.ensureWidgetVisible(wrong[0])
        if not wrong and not ui.seal_pane.is_right():
            ui.scroll_area.ensureWidgetVisible(ui.seal_pane)
            return False
        return not wrong

    def _hide_errors(self) -> None:
        for label in self.findChildren(QLabel):
            if label.property("role") == "error":
                label.hide()
        for edit in self.findChildren(QLineEdit):
            set_property(edit, "invalid", False)

    def _show_sample_warning(self) -> None:
        company = self._services.settings.current.company
        if is_sample_company(company):
            self._ui.message.show_message(
                "warn",
                self.tr("会社の情報は見本のままです。"),
                self.tr(
                    "自社の名前（英語も）、窓口、プランに書き換えて保存します。控えにそのまま印刷されます。"
                ),
            )
        else:
            self._ui.message.clear()

    def _show_changed(self) -> None:
        self._ui.saved_label.setText(self.tr("保存していない変更があります") if self.is_changed() else "")
        self._show_buttons()

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))

    def _show_buttons(self) -> None:
        is_changed = self.is_changed()
        self._ui.save_button.setEnabled(is_changed)
        self._ui.reset_button.setVisible(is_changed)

    def _offer_choices(self) -> None:
        ui = self._ui
        _offer(ui.language_combo, (("日本語", "ja"), ("English", "en")))
        themes = (
            (self.tr("パソコンに合わせる"), "system"),
            (self.tr("明るい"), "light"),
            (self.tr("暗い"), "dark"),
        )
        _offer(ui.theme_combo, themes)
        _offer(ui.text_size_combo, tuple((f"{size}%", size) for size in _TEXT_SIZES))
        current = self._services.settings.current.text_size
        if current not in _TEXT_SIZES:
            ui.text_size_combo.addItem(f"{current}%", current)

    def _connect(self) -> None:
        ui = self._ui
        for edit, _value in self._company_fields(self._services.settings.current.company):
            edit.textEdited.connect(self._show_changed)
        for combo in (ui.language_combo, ui.theme_combo, ui.text_size_combo):
            combo.activated.connect(self._show_changed)
        for box in (ui.large_box, ui.readings_box):
            box.toggled.connect(self._show_changed)
        ui.logo_field.changed.connect(self._show_changed)
        ui.english_fields.changed.connect(self._show_changed)
        ui.logo_field.failed.connect(self._say_error)
        ui.seal_pane.changed.connect(self._show_changed)
        ui.save_button.clicked.connect(self.save)
        ui.save_button.setShortcut(QKeySequence("Ctrl+S"))
        ui.reset_button.clicked.connect(self.show_settings)
        ui.plan_list.changed.connect(self._show_changed)

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        self._ui.column.setMinimumWidth(scaled(measures.TEXT_COLUMN))
        self._ui.footer.setFixedHeight(scaled(measures.FOOTER_HEIGHT))

    def _arrange(self) -> None:
        ui = self._ui
        side, top = measures.PAGE_LEFT, measures.PAGE_TOP
        arrange(self.layout())
        arrange(ui.header.layout(), margins=(side, top, side, measures.FIELD_GAP))
        arrange(ui.message_box.layout(), margins=(side, 0, side, measures.FIELD_GAP))
        show_with(ui.message_box, ui.message)
        scroll_bare(ui.scroll_area)
        arrange(ui.scrolled.layout(), margins=(side, measures.FOCUS_MARGIN, side, top))
        arrange(ui.column.layout(), spacing=measures.GAP)
        arrange(ui.footer.layout(), margins=(side, 0, side, 0), spacing=12)
        self.setFocusProxy(ui.name_edit)
        self.apply_measures()
        padding = measures.CARD_PADDING
        for card in (ui.company_card, ui.number_card, ui.look_card):
            arrange(card.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        for row in (
            ui.company_row_1,
            ui.company_row_2,
            ui.company_row_3,
            ui.company_row_4,
            ui.sheet_row,
            ui.look_row,
        ):
            arrange(row.layout(), spacing=measures.FIELD_GAP)
        for field in self.findChildren(QWidget):
            if field.objectName().endswith("_field") and type(field) is QWidget:
                arrange_field(field.layout())
        for part in (ui.plan_list, ui.number_label, ui.seal_pane, ui.look_label):
            gap_before(ui.column.layout(), part, measures.FIELD_GAP)


def _offer(combo: QComboBox, choices: tuple[tuple[str, object], ...]) -> None:
    for words, value in choices:
        combo.addItem(words, value)


def _judge(edit: QLineEdit, label: QLabel, rule: Callable[[str], object], words: str) -> bool:
    """Show below a field what is wrong with it, or that nothing is."""
    is_right = bool(rule(edit.text().strip()))
    label.setText("" if is_right else words)
    label.setVisible(not is_right)
    set_property(edit, "invalid", not is_right)
    edit.setAccessibleDescription(label.text())
    return is_right
