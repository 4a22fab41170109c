"""The one window: navigation, the screens, and the wizard that covers them while it runs."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.started import Started
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.application import NAME
from jcssa_desktop.ui.archive.archive_page import ArchivePage
from jcssa_desktop.ui.catalogue.catalogue_page import CataloguePage
from jcssa_desktop.ui.drafts.draft_starter import (
    DraftStarter,
    doubt_words,
    dropped_quotation,
    refusal_words,
)
from jcssa_desktop.ui.drafts.drafts_page import DraftsPage
from jcssa_desktop.ui.generated.ui_main_window import Ui_MainWindow
from jcssa_desktop.ui.home.home_page import HomePage
from jcssa_desktop.ui.navigation import Entry
from jcssa_desktop.ui.overview import Overview, OverviewReader
from jcssa_desktop.ui.settings.settings_page import SettingsPage
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.cell_table import CellTable
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, show_with
from jcssa_desktop.ui.widgets.row_list import RowList
from jcssa_desktop.ui.widgets.tab_order import TabByLayout
from jcssa_desktop.ui.wizard.wizard_window import WizardFrame


class MainWindow(TabByLayout, QMainWindow):
    """Shows one screen at a time; takes quotations that are dropped anywhere on it."""

    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self, services: Services, runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self._is_painted = False
        self._wizard: WizardFrame | None = None
        self._sealed = ""
        self._started: Started | None = None
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)
        self.setWindowTitle(NAME)
        self.setMinimumSize(*measures.SMALLEST_WINDOW)
        self.setAcceptDrops(True)
        self._starter = DraftStarter(services, runner, self)
        self._overview = OverviewReader(services, runner, self)
        self.home = HomePage(services, runner, self)
        self.drafts = DraftsPage(services, runner, self)
        self.archive = ArchivePage(services, runner, self)
        self.catalogue = CataloguePage(services, runner, self)
        self.settings = SettingsPage(services, runner, self)
        self._pages: dict[str, QWidget] = {
            "home": self.home,
            "drafts": self.drafts,
            "archive": self.archive,
            "catalogue": self.catalogue,
            "settings": self.settings,
        }
        self._arrange()
        self._connect()
        self._restore_size()
        self.show_screen("home")

    @property
    def message(self) -> InlineMessage:
        """The message above the screens."""
        return self._ui.window_message

    @property
    def wizard(self) -> WizardFrame | None:
        """The wizard that is open."""
        return self._wizard

    @property
    def screen_key(self) -> str:
        """The key of the screen that is shown: home, drafts, archive, catalogue, settings."""
        shown = self._ui.page_stack.currentWidget()
        return next(key for key, page in self._pages.items() if page is shown)

    def show_screen(self, key: str) -> None:
        """Show a screen and bring it up to date; the keyboard goes along unless it is in the navigation."""
        self._clear_message()
        is_navigating = self._ui.navigation.entry_list.hasFocus()
        self._ui.page_stack.setCurrentWidget(self._pages[key])
        self._ui.navigation.set_current(key)
        self.refresh()
        if not is_navigating:
            self._pages[key].setFocus()

    def refresh(self) -> None:
        """Read again what the screens show."""
        page = self._ui.page_stack.currentWidget()
        if isinstance(page, ArchivePage | CataloguePage):
            page.refresh()
        self._overview.read()

    def open_wizard(self, disclosure: Disclosure) -> None:
        """Cover the window with the wizard for one disclosure."""
        self._started = None
        self._clear_message()
        wizard = WizardFrame(self._services, self._runner, disclosure, self)
        wizard.closed.connect(self._close_wizard)
        wizard.sealed.connect(self._remember_sealed)
        self._wizard = wizard
        self._ui.top_stack.addWidget(wizard)
        self._ui.top_stack.setCurrentWidget(wizard)
        # A page that is not shown yet cannot hold the keyboard.
        wizard.open_step(wizard.step)

    def start_from(self, path: Path) -> None:
        """Begin a disclosure with a quotation."""
        self._starter.start_from(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_navigation()

    def _fold_navigation(self) -> None:
        self._ui.navigation.set_folded(is_folded=self.width() < scaled(measures.NAVIGATION_FOLDS_BELOW))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._wizard is not None and not self._wizard.close_wizard():
            event.ignore()
            return
        if not self.settings.may_leave():
            self.show_screen("settings")
            event.ignore()
            return
        QSettings(NAME, NAME).setValue("window", self.saveGeometry())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_painted:
            self._apply_measures()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wizard is not None or not event.mimeData().hasUrls():
            event.ignore()
            return
        if dropped_quotation(event.mimeData()) is not None:
            self.home.drop_area.show_welcome()
            event.acceptProposedAction()
            return
        self.home.drop_area.show_refusal()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.home.drop_area.show_idle()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.home.drop_area.show_idle()
        event.acceptProposedAction()
        path = dropped_quotation(event.mimeData())
        if path is None:
            self._say("alert", *refusal_words(event.mimeData()))
        else:
            self.start_from(path)

    def _arrange(self) -> None:
        arrange(self._ui.frame_page.layout())
        arrange(self._ui.content.layout())
        side = measures.PAGE_LEFT
        arrange(self._ui.message_box.layout(), margins=(side, 16, side, 0))
        show_with(self._ui.message_box, self._ui.window_message)
        for page in self._pages.values():
            self._ui.page_stack.addWidget(page)
        self._ui.navigation.set_entries(
            (
                Entry("home", self.tr("ホーム"), "home", "Ctrl+1"),
                Entry("drafts", self.tr("告知"), "disclosure", "Ctrl+2"),
                Entry("archive", self.tr("台帳"), "archive", "Ctrl+3"),
                Entry("catalogue", self.tr("製品カタログ"), "catalogue", "Ctrl+4"),
                Entry("settings", self.tr("設定"), "settings", "Ctrl+,", has_rule_above=True),
            )
        )

    def _connect(self) -> None:
        self._ui.navigation.chosen.connect(self.show_screen)
        self.painted.connect(self.archive.fetch_at_start)
        self._overview.read_done.connect(self._show_overview)
        self._overview.failed.connect(self._say_error)
        self._starter.reading.connect(self._clear_message)
        self._starter.reading.connect(self.home.drop_area.show_reading)
        self._starter.started.connect(self._begin)
        self._starter.failed.connect(self._say_error)
        self._ui.window_message.button_clicked.connect(self._begin_anyway)
        area = self.home.drop_area
        area.choose_wanted.connect(self._starter.choose)
        area.empty_wanted.connect(self._starter.start_empty)
        area.sample_wanted.connect(self._starter.start_from_sample)
        self.drafts.choose_wanted.connect(self._starter.choose)
        self.drafts.empty_wanted.connect(self._starter.start_empty)
        self.drafts.drafts_changed.connect(self._overview.read)
        self.catalogue.start_wanted.connect(self._starter.start_with)
        self.catalogue.catalogue_changed.connect(self._overview.read)
        self.settings.settings_changed.connect(self._overview.read)
        for source in (self.home.draft_wanted, self.drafts.draft_wanted):
            source.connect(self._starter.open)
        self.archive.correction_wanted.connect(self._starter.start_correction)
        self.home.record_wanted.connect(self._show_record)
        self.home.screen_wanted.connect(self.show_screen)
        self.home.jump_wanted.connect(self._search)
        # Shortcuts of the frame are silent while the wizard covers it: Qt asks whether their page is shown.
        frame = self._ui.frame_page
        for number, key in enumerate(("home", "drafts", "archive", "catalogue"), start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), frame)
            shortcut.activated.connect(lambda screen=key: self.show_screen(screen))
        QShortcut(QKeySequence("Ctrl+,"), frame).activated.connect(lambda: self.show_screen("settings"))
        QShortcut(QKeySequence("Ctrl+O"), frame).activated.connect(self._starter.choose)
        QShortcut(QKeySequence("Ctrl+N"), frame).activated.connect(self._starter.start_empty)
        QShortcut(QKeySequence("Ctrl+K"), frame).activated.connect(self._focus_search)

    def _apply_measures(self) -> None:
        """Take the sizes of another text size."""
        self._fold_navigation()
        for part in (self._ui.navigation, self.home, self.archive, self.catalogue, self.settings):
            part.apply_measures()
        for table in self.findChildren(CellTable):
            table.apply_measures()
        for rows in self.findChildren(RowList):
            rows.doItemsLayout()
            rows.updateGeometry()

    def _focus_search(self) -> None:
        page = self._ui.page_stack.currentWidget()
        if page is self.archive:
            self.archive.focus_search()
        elif page is self.catalogue:
            self.catalogue.focus_search()
        else:
            self.show_screen("home")
            self.home.focus_search()

    def _show_overview(self, overview: Overview) -> None:
        navigation = self._ui.navigation
        navigation.set_company(overview.company.name, overview.person)
        navigation.set_count("drafts", len(overview.drafts))
        navigation.set_catalogue_age(overview.age, overview.age_support)
        self.home.show_overview(overview)
        self.drafts.show_drafts(overview.drafts, overview.today)

    def _show_record(self, document_number: str) -> None:
        self.show_screen("archive")
        self.archive.show_record(document_number)

    def _search(self, key: str, text: str) -> None:
        self.show_screen(key)
        (self.archive if key == "archive" else self.catalogue).search(text)

    def _begin(self, started: Started) -> None:
        self.home.drop_area.show_idle()
        self._clear_message()
        if not started.doubtful:
            self.open_wizard(started.disclosure)
            return
        self._started = started
        self._say("warn", *doubt_words(started, self._services.texts), button=self.tr("明細に進む"))
        self.message.button.setFocus()
        self._overview.read()

    def _begin_anyway(self) -> None:
        if self._started is not None:
            self.open_wizard(self._started.disclosure)

    def _remember_sealed(self, document_number: str) -> None:
        self._sealed = document_number

    def _close_wizard(self) -> None:
        wizard, sealed = self._wizard, self._sealed
        if wizard is None:
            return
        self._wizard, self._sealed = None, ""
        self._ui.top_stack.setCurrentWidget(self._ui.frame_page)
        self._ui.top_stack.removeWidget(wizard)
        wizard.deleteLater()
        if sealed:
            self._show_record(sealed)
        else:
            self.refresh()

    def _say(self, tone: str, sentence: str, remedy: str = "", *, button: str = "") -> None:
        self._ui.window_message.show_message(tone, sentence, remedy, button=button)

    def _say_error(self, error: JcssaError) -> None:
        self.home.drop_area.show_idle()
        self._say("alert", self._services.texts.error(error))

    def _clear_message(self) -> None:
        self._ui.window_message.clear()

    def _restore_size(self) -> None:
        geometry = QSettings(NAME, NAME).value("window")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*measures.FIRST_WINDOW)
