"""The pane beside the lines that asks which product a line is. It offers; only a person takes."""

from itertools import takewhile

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from jcssa_desktop.domain.catalogue_answers import FoundProduct
from jcssa_desktop.domain.disclosure import Line
from jcssa_desktop.domain.search_key import search_key
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_wizard_candidates import Ui_WizardCandidates
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.candidate_list import Candidate, CandidateList

SEARCH_AFTER_MS = 150
_SHOWN_RESULTS = 30
_PADDING_TO_SPARE = 20
"""How much narrower two buttons side by side may be than they wish, before their words are cut."""


class CandidatesPane(QWidget):
    """Near matches of a line, a search through the catalogue, or out of scope with a reason.

    Without a line it adds a product of the catalogue as a new line.
    """

    product_taken = Signal(str, str)
    """A product was decided: line id ("" for a new line) and product id."""

    put_outside = Signal(str, str)
    """The line is out of scope: line id and reason."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._line: Line | None = None
        self._ui = Ui_WizardCandidates()
        self._ui.setupUi(self)
        self._candidates = CandidateList(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        self._arrange()
        self._connect()

    @property
    def line_id(self) -> str:
        """The line that is asked about; "" for a new one."""
        return self._line.line_id if self._line else ""

    def ask(self, line: Line, number: int) -> None:
        """Ask which product a line is."""
        if self._line is not None and self._line == line:
            return
        self._line = line
        ui = self._ui
        ui.row_label.setText(self.tr("{number}行目").format(number=number))
        ui.heading_label.setText(self.tr("どの製品ですか"))
        candidates = self._services.drafts.candidates(line)
        ui.reason_label.setText(self._reason(line, len(candidates)))
        self._begin(is_searching=not candidates)
        if candidates:
            self._offer_near(line, candidates)

    def ask_new(self) -> None:
        """Ask which product to add."""
        self._line = None
        self._ui.row_label.setText(self.tr("新しい行"))
        self._ui.heading_label.setText(self.tr("製品を加える"))
        self._ui.reason_label.setText(self.tr("見積書にない製品を、カタログから加えます。"))
        self._begin(is_searching=True)
        self._ui.outside_button.hide()
        self._ui.search_edit.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard where the decision is made."""
        if self._ui.search_edit.isVisibleTo(self):
            self._ui.search_edit.setFocus()
        else:
            self._candidates.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two side doors below each other where their words would be cut side by side."""
        super().resizeEvent(event)
        ui = self._ui
        wanted = ui.search_button.sizeHint().width() + ui.outside_button.sizeHint().width() + measures.GAP
        room = self.contentsRect().width() - 2 * measures.PANE_PADDING
        fits = wanted - _PADDING_TO_SPARE <= room
        ways = QBoxLayout.Direction
        ui.other_layout.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen product on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self._take()
            return
        super().keyPressEvent(event)

    def search(self) -> None:
        """Open the search through the whole catalogue."""
        self._ui.search_edit.show()
        self._ui.search_button.hide()
        self._ui.search_edit.setFocus()
        self._ui.search_edit.selectAll()

    def _arrange(self) -> None:
        ui = self._ui
        arrange.pane(ui.pane_layout)
        scroll_bare(ui.candidate_area)
        arrange.bare(ui.candidate_layout)
        arrange.bare(ui.other_layout)
        arrange.bare(ui.outside_layout)
        arrange.labelled(ui.reason_layout)
        ui.candidate_layout.insertWidget(0, self._candidates)
        ui.candidate_layout.setContentsMargins(
            measures.FOCUS_MARGIN, measures.FOCUS_MARGIN, measures.FOCUS_MARGIN, measures.FOCUS_MARGIN
        )
        arrange.hide_errors(self)

    def _connect(self) -> None:
        ui = self._ui
        ui.take_button.clicked.connect(self._take)
        ui.search_button.clicked.connect(self.search)
        ui.search_edit.textChanged.connect(self._search_soon)
        ui.search_edit.returnPressed.connect(self._take)
        ui.outside_button.clicked.connect(self._ask_reason)
        ui.outside_cancel_button.clicked.connect(self._close_reason)
        ui.outside_confirm_button.clicked.connect(self._put_outside)
        ui.outside_edit.returnPressed.connect(self._put_outside)
        self._candidates.chosen.connect(lambda: ui.take_button.setEnabled(True))
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            shortcut = QShortcut(QKeySequence(key), ui.search_edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._candidates.take_focus)

    def _begin(self, *, is_searching: bool) -> None:
        ui = self._ui
        ui.search_edit.blockSignals(True)
        ui.search_edit.clear()
        ui.search_edit.blockSignals(False)
        ui.search_edit.setVisible(is_searching)
        ui.search_button.setVisible(not is_searching)
        ui.outside_button.show()
        ui.found_label.hide()
        self._close_reason()
        self._candidates.offer(())
        ui.take_button.setEnabled(False)

    def _reason(self, line: Line, near: int) -> str:
        stated = line.part_number or line.text
        if near:
            return self.tr(
                "見積書の「{stated}」は、カタログにありません。近い製品を {count}件 見つけました。"
            ).format(stated=stated, count=near)
        return self.tr("見積書の「{stated}」は、カタログにありません。近い製品も見つかりません。").format(
            stated=stated
        )

    def _offer_near(self, line: Line, products: tuple[FoundProduct, ...]) -> None:
        """Offer near matches, the nearest first, each with what anyone can see to be alike."""
        offered = tuple(
            replace(
                _candidate(product, self._services.texts.language),
                near=self.tr("近い") if position else self.tr("最も近い"),
                likeness=self._likeness(line, product),
                is_nearest=not position,
            )
            for position, product in enumerate(products)
        )
        self._candidates.offer(offered)

    def _likeness(self, line: Line, product: FoundProduct) -> str:
        stated, known = search_key(line.part_number), search_key(product.part_number)
        pairs = zip(stated, known, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        if stated and known and same * 2 >= len(known):
            return self.tr("型番の前半が同じ")
        if search_key(product.model) in search_key(line.text):
            return self.tr("品名が同じ")
        return ""

    def _search_soon(self) -> None:
        self._timer.start()

    def _search(self) -> None:
        text = self._ui.search_edit.text().strip()
        self._ui.found_label.setVisible(bool(text))
        if not text:
            self._candidates.offer(())
            return
        result = self._services.catalogue.search(text, _SHOWN_RESULTS)
        if result.total == 0:
            words = self.tr("「{text}」に合う製品はありません。型番の一部でもさがせます。").format(text=text)
        elif result.has_more:
            words = self.tr("{total}件以上のうち {shown}件。続きは言葉を足すと出ます。").format(
                total=result.total, shown=len(result.products)
            )
        elif result.total > len(result.products):
            words = self.tr("{total}件のうち {shown}件。続きは言葉を足すと出ます。").format(
                total=result.total, shown=len(result.products)
            )
        else:
            words = self.tr("{total}件").format(total=result.total)
        self._ui.found_label.setText(words)
        language = self._services.texts.language
        self._candidates.offer(tuple(_candidate(product, language) for product in result.products))
        self._ui.take_button.setEnabled(False)

    def _take(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        product_id = self._candidates.product_id
        if product_id:
            self.product_taken.emit(self.line_id, product_id)
        else:
            self._candidates.take_focus()

    def _ask_reason(self) -> None:
        self._ui.other_box.hide()
        self._ui.reason_box.show()
        self._ui.outside_edit.setFocus()

    def _close_reason(self) -> None:
        self._ui.outside_edit.clear()
        arrange.show_error(self._ui.outside_edit, self._ui.outside_error, "")
        self._ui.reason_box.hide()
        self._ui.other_box.show()

    def _put_outside(self) -> None:
        reason = self._ui.outside_edit.text().strip()
        if not reason:
            sentence = self.tr("理由を書きます。控えの明細に印刷します。")
            arrange.show_error(self._ui.outside_edit, self._ui.outside_error, sentence)
            return
        self.put_outside.emit(self.line_id, reason)


def _candidate(product: FoundProduct, language: str) -> Candidate:
    detail = "・".join(filter(None, (product.maker_in(language), product.part_number)))
    return Candidate(product.product_id, product.model, detail)
