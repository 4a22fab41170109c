"""The catalogue: search as you type, one product in detail, files brought in."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.catalogue_answers import CatalogueCounts, SearchResult
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.import_dialog import ImportDialog
from jcssa_desktop.ui.catalogue.near_names_dialog import NearNamesDialog
from jcssa_desktop.ui.catalogue.product_rows import ProductDelegate, ProductRow
from jcssa_desktop.ui.catalogue.unread_dialog import UnreadDialog
from jcssa_desktop.ui.generated.ui_catalogue_page import Ui_CataloguePage
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, show_with

_RESULTS_SHOWN = 200


class CataloguePage(QWidget):
    """Results at the left, the chosen product at the right."""

    start_wanted = Signal(str)
    """A disclosure is to begin with this product."""

    catalogue_changed = Signal()

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._request = 0
        self._ui = Ui_CataloguePage()
        self._ui.setupUi(self)
        self._ui.product_detail.use(services, runner)
        self._delegate = ProductDelegate(self)
        self._arrange()
        self._connect()

    @property
    def message(self) -> InlineMessage:
        """Says what could not be done."""
        return self._ui.message

    @property
    def chosen(self) -> str:
        """The product that is shown in detail, "" for none."""
        return self._ui.product_detail.product_id

    def refresh(self) -> None:
        """Search again and count again."""
        self._search(self._ui.search_edit.text())
        self._count_unread()

    def search(self, text: str) -> None:
        """Search for a text, as if it was typed."""
        self._ui.search_edit.setText(text)
        self._ui.search_edit.search_now()
        self.focus_search()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._ui.search_edit.setFocus()
        self._ui.search_edit.selectAll()

    def open_import(self) -> ImportDialog:
        """Open the dialog that brings files in."""
        dialog = ImportDialog(self._services, self._runner, self)
        dialog.imported.connect(self.refresh)
        dialog.imported.connect(self.catalogue_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_unread(self) -> UnreadDialog:
        """Open the dialog of the statements that wait for a person."""
        dialog = UnreadDialog(self._services, self._runner, self)
        dialog.settled.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_near_names(self) -> NearNamesDialog:
        """Open the dialog of names that look like those of our products."""
        dialog = NearNamesDialog(self._services, self._runner, self)
        dialog.decided.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _count_unread(self) -> None:
        self._runner.run(
            self,
            lambda _progress: self._services.catalogue.unread_statements(0).total,
            self._show_unread,
            self._say_error,
            is_reading=True,
        )

    def _show_unread(self, count: int) -> None:
        button = self._ui.unread_button
        button.setText(self.tr("読めなかった範囲 {count}").format(count=f"{count:,}"))
        button.setShortcut(QKeySequence("Ctrl+U"))  # setting the text forgets it

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        self._ui.results.setFixedWidth(scaled(measures.RESULT_LIST_WIDTH))

    def _arrange(self) -> None:
        ui = self._ui
        arrange(self.layout())
        arrange(ui.results.layout())
        self.setFocusProxy(ui.search_edit)
        self.apply_measures()
        arrange(
            ui.search_box.layout(),
            margins=(16, measures.PAGE_TOP, 16, measures.GAP),
            spacing=measures.GAP,
        )
        arrange(ui.import_box.layout(), margins=(16, 12, 16, 12), spacing=measures.GAP)
        arrange(ui.foot.layout(), margins=(16, 12, 16, 12))
        arrange(ui.detail_box.layout())
        ui.empty_label.setMargin(measures.CARD_PADDING)
        side = measures.PAGE_LEFT
        ui.nothing_label.setMargin(side)
        arrange(ui.message_box.layout(), margins=(side, 16, side, 0))
        show_with(ui.message_box, ui.message)
        ui.search_edit.set_shortcut_text("Ctrl+K")
        ui.product_list.set_scrolling()
        ui.product_list.setItemDelegate(self._delegate)
        ui.product_detail.hide()

    def _connect(self) -> None:
        ui = self._ui
        ui.search_edit.search_wanted.connect(self._search)
        ui.search_edit.down_pressed.connect(ui.product_list.setFocus)
        ui.product_list.selectionModel().currentChanged.connect(
            lambda current, _previous: self._show_product(current.row())
        )
        ui.import_button.clicked.connect(self.open_import)
        ui.import_button.setShortcut(QKeySequence("Ctrl+I"))
        ui.unread_button.clicked.connect(self.open_unread)
        ui.unread_button.setShortcut(QKeySequence("Ctrl+U"))
        ui.near_button.clicked.connect(self.open_near_names)
        ui.near_button.setShortcut(QKeySequence("Ctrl+J"))
        ui.product_detail.start_wanted.connect(self.start_wanted)
        ui.product_detail.failed.connect(self._say_error)

    def _search(self, text: str) -> None:
        self._request += 1
        number, wanted = self._request, text.strip()
        self._runner.run(
            self,
            lambda _progress: (
                self._services.catalogue.search(wanted, _RESULTS_SHOWN),
                self._services.catalogue.counts(),
            ),
            lambda found: self._show(number, wanted, *found),
            self._say_error,
            is_reading=True,
        )

    def _show(self, number: int, text: str, found: SearchResult, counts: CatalogueCounts) -> None:
        if number != self._request:
            return
        ui = self._ui
        kept = self.chosen
        language = self._services.texts.language
        rows = [ProductRow.of(product, language) for product in found.products]
        self._delegate.searched = text
        ui.product_list.setCurrentIndex(ui.product_list.rows.index(-1, -1))
        ui.product_list.set_rows([(row, row.spoken) for row in rows])
        ui.product_list.setVisible(bool(rows))
        ui.empty_label.setVisible(not rows)
        ui.empty_label.setText(self._empty_words(text, counts))
        ui.found_label.setText(self._found_words(text, found))
        ui.counts_label.setText(
            self.tr("登録 {products}製品・{makers}メーカー").format(
                products=f"{counts.products:,}", makers=counts.makers
            )
        )
        shown = next((place for place, row in enumerate(rows) if row.product_id == kept), 0)
        if rows:
            ui.product_list.setCurrentIndex(ui.product_list.rows.index(shown, 0))
        else:
            self._show_product(-1)

    def _found_words(self, text: str, found: SearchResult) -> str:
        if not text:
            return self.tr("全角や小文字でも見つかります")
        if found.total > len(found.products) or found.has_more:
            words = (
                self.tr("{total}件以上のうち {shown}件")
                if found.has_more
                else self.tr("{total}件のうち {shown}件")
            )
            return words.format(total=f"{found.total:,}", shown=len(found.products))
        return self.tr("{total}件・全角や小文字でも見つかります").format(total=found.total)

    def _empty_words(self, text: str, counts: CatalogueCounts) -> str:
        if not counts.products:
            return self.tr("カタログは空です。メーカーの一覧を取り込むと、ここに並びます。")
        return self.tr("「{text}」に当たる製品はありません。言葉を短くするか、一覧を取り込みます。").format(
            text=text
        )

    def _show_product(self, row: int) -> None:
        detail = self._ui.product_detail
        detail.setVisible(row >= 0)
        self._ui.nothing_label.setVisible(row < 0)
        if row < 0:
            detail.clear()
            return
        self._ui.message.clear()
        detail.show_product(self._ui.product_list.rows.row(row).product_id)

    def _say_error(self, error: JcssaError) -> None:
        self._ui.message.show_message("alert", self._services.texts.error(error))
