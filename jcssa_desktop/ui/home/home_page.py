"""Today: begin a disclosure, finish drafts, see what waits for a signature."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from jcssa_desktop.domain.archive import DraftSummary, RecordSummary
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_home_page import Ui_HomePage
from jcssa_desktop.ui.home.draft_rows import DraftDelegate, draft_row
from jcssa_desktop.ui.home.drop_area import DropArea
from jcssa_desktop.ui.home.record_rows import RecordDelegate, RecordRow
from jcssa_desktop.ui.messages import day_in_prose, days_ago, today_in_full
from jcssa_desktop.ui.overview import Overview
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, scroll_bare

_DRAFTS_SHOWN = 5
_RECORDS_SHOWN = 4
_SIDE_WIDTH = 366
_TWO_COLUMNS_FROM = 1040
_SEARCH_WIDTH = 440
_NO_LIMIT = 16777215
_SECTION_LINE = 24


class HomePage(QWidget):
    """The first screen. A box without anything to show is left out."""

    draft_wanted = Signal(str)
    record_wanted = Signal(str)
    screen_wanted = Signal(str)
    jump_wanted = Signal(str, str)

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_HomePage()
        self._ui.setupUi(self)
        self._arrange()
        self._ui.search_jump.use(services, runner)
        self._ui.search_jump.jump_wanted.connect(self.jump_wanted)
        self._ui.drafts_list.setItemDelegate(DraftDelegate(self))
        for records in (self._ui.unsigned_list, self._ui.recent_list):
            records.setItemDelegate(RecordDelegate(self))
        self._ui.drafts_list.opened.connect(self._open_draft)
        self._ui.unsigned_list.opened.connect(
            lambda row: self.record_wanted.emit(self._ui.unsigned_list.rows.row(row).document_number)
        )
        self._ui.recent_list.opened.connect(
            lambda row: self.record_wanted.emit(self._ui.recent_list.rows.row(row).document_number)
        )
        self._ui.all_drafts_button.clicked.connect(lambda: self.screen_wanted.emit("drafts"))
        self._ui.all_records_button.clicked.connect(lambda: self.screen_wanted.emit("archive"))
        self._ui.home_message.button_clicked.connect(lambda: self.screen_wanted.emit("settings"))
        for part in (self._ui.unsigned_section, self._ui.recent_section, self._ui.drafts_list):
            part.hide()
        self._is_read = False

    @property
    def drop_area(self) -> DropArea:
        """Where quotations are dropped."""
        return self._ui.drop_area

    @property
    def message(self) -> InlineMessage:
        """Says what is still a sample."""
        return self._ui.home_message

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two columns side by side, or one above the other where there is no room."""
        columns = self._ui.columns.layout()
        margins = measures.PAGE_LEFT * 2 + measures.SECTION_GAP + measures.GAP * 2
        least = self._ui.left_column.minimumSizeHint().width() + scaled(_SIDE_WIDTH) + margins
        is_narrow = self.width() < max(scaled(_TWO_COLUMNS_FROM), least)
        if isinstance(columns, QBoxLayout):
            directions = QBoxLayout.Direction
            columns.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        side = self._ui.right_column
        side.setMinimumWidth(0 if is_narrow else scaled(_SIDE_WIDTH))
        side.setMaximumWidth(_NO_LIMIT if is_narrow else scaled(_SIDE_WIDTH))
        self._ui.search_jump.setFixedWidth(min(scaled(_SEARCH_WIDTH), self.width() // 2))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        drafts = self._ui.drafts_list
        (drafts if drafts.isVisible() else self._ui.drop_area).setFocus()

    def focus_search(self) -> None:
        """Put the keyboard into the search field."""
        self._ui.search_jump.edit.setFocus()
        self._ui.search_jump.edit.selectAll()

    def show_overview(self, overview: Overview) -> None:
        """Show the state of this laptop."""
        self._ui.date_label.setText(today_in_full(overview.today))
        self._show_sample_warning(is_sample=overview.is_sample)
        self._show_drafts(overview.drafts, overview.today)
        self._show_records(overview.records, overview.today)
        owner = QApplication.focusWidget()
        if not self._is_read and owner is not None and self.isAncestorOf(owner):
            self.setFocus()  # the first drafts have come, and the keyboard belongs to them
        self._is_read = True
        self._ui.drop_area.offer_sample(is_offered=not overview.drafts and not overview.records)
        self._ui.age_mark.set_mark(overview.age)
        self._ui.age_label.setText(overview.age_support)
        self._ui.catalogue_counts_label.setText(overview.contents)

    def _show_sample_warning(self, *, is_sample: bool) -> None:
        if is_sample:
            self._ui.home_message.show_message(
                "warn",
                self.tr("会社の情報が見本のままです。"),
                self.tr("このまま封緘すると、控えに見本の会社名が印刷されます。"),
                button=self.tr("設定を開く"),
            )
        else:
            self._ui.home_message.clear()

    def _show_drafts(self, drafts: Sequence[DraftSummary], today: date) -> None:
        rows = [draft_row(draft, today) for draft in drafts[:_DRAFTS_SHOWN]]
        self._ui.drafts_list.set_rows([(row, row.spoken) for row in rows])
        self._ui.drafts_list.setVisible(bool(rows))
        self._ui.drafts_empty_label.setVisible(not rows)
        self._ui.drafts_count_label.setText(self.tr("{count}件").format(count=len(drafts)) if drafts else "")
        self._ui.all_drafts_button.setVisible(len(drafts) > len(rows))

    def _show_records(self, records: Sequence[RecordSummary], today: date) -> None:
        waiting = [one for one in records if one.awaits_signature]
        waiting_rows = [self._waiting_row(one, today) for one in waiting[:_RECORDS_SHOWN]]
        self._ui.unsigned_list.set_rows([(row, row.spoken) for row in waiting_rows])
        self._ui.unsigned_section.setVisible(bool(waiting_rows))
        self._ui.unsigned_count_label.setText(self.tr("{count}件").format(count=len(waiting)))
        recent_rows = [self._recent_row(one, today) for one in records[:_RECORDS_SHOWN]]
        self._ui.recent_list.set_rows([(row, row.spoken) for row in recent_rows])
        self._ui.recent_section.setVisible(bool(recent_rows))

    def apply_measures(self) -> None:
        """Take sizes for the text size in force."""
        self._ui.drop_area.apply_measures()
        self._fit()
        for button in (self._ui.all_drafts_button, self._ui.all_records_button):
            button.setFixedHeight(scaled(_SECTION_LINE))

    def _open_draft(self, row: int) -> None:
        self.draft_wanted.emit(self._ui.drafts_list.rows.row(row).draft.disclosure_id)

    def _waiting_row(self, record: RecordSummary, today: date) -> RecordRow:
        since = (today - record.sealed_at.date()).days
        return RecordRow(
            record.document_number,
            record.customer,
            self.tr("「あとで署名」{day}").format(day=day_in_prose(record.sealed_at.date(), today)),
            self.tr("{days}日経過").format(days=since) if since else self.tr("きょう"),
        )

    def _recent_row(self, record: RecordSummary, today: date) -> RecordRow:
        return RecordRow(
            record.document_number,
            record.customer,
            "、".join(record.devices),
            days_ago((today - record.sealed_at.date()).days),
        )

    def _arrange(self) -> None:
        ui = self._ui
        arrange(
            self.layout(),
            margins=(measures.PAGE_LEFT, measures.PAGE_TOP, 0, 0),
            spacing=measures.SECTION_GAP - measures.FOCUS_MARGIN,
        )
        arrange(ui.header.layout(), margins=(0, 0, measures.PAGE_LEFT, 0), spacing=12)
        ui.title_label.setMinimumHeight(measures.SEARCH_HEIGHT)
        scroll_bare(ui.scroll_area)
        # The scroll area begins a ring's breadth outside the columns, so that no focus ring is cut off.
        ring = measures.FOCUS_MARGIN
        arrange(
            ui.columns.layout(),
            margins=(ring, ring, measures.PAGE_LEFT, measures.PAGE_TOP),
            spacing=measures.SECTION_GAP,
        )
        ui.scroll_area.setViewportMargins(-ring, 0, 0, 0)
        for column in (ui.left_column, ui.right_column):
            arrange(column.layout(), spacing=measures.SECTION_GAP)
        for section in (
            ui.new_section,
            ui.drafts_section,
            ui.unsigned_section,
            ui.recent_section,
            ui.catalogue_section,
        ):
            arrange(section.layout(), spacing=measures.GAP)
        for header in (ui.drafts_header, ui.unsigned_header, ui.recent_header):
            arrange(header.layout(), spacing=measures.GAP)
        for card in (ui.drafts_card, ui.unsigned_card, ui.recent_card):
            arrange(card.layout(), margins=(1, 1, 1, 1))
        padding = measures.CARD_PADDING
        ui.drafts_empty_label.setMargin(padding)
        arrange(ui.catalogue_card.layout(), margins=(16, 14, 16, 14), spacing=6)
        arrange(ui.age_row.layout(), spacing=measures.GAP)
        self.apply_measures()
