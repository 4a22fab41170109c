"""One product: latest version as seen, ends, observations, findings at a version, where to look."""

from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.held_findings import lowest_unaffected
from jcssa_desktop.domain.label import ProductLabel
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.progress import Progress
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.catalogue.fact_cell import show_facts
from jcssa_desktop.ui.catalogue.label_rows import (
    label_cells,
    label_columns,
    label_words,
)
from jcssa_desktop.ui.catalogue.product_cells import (
    head_facts,
    lifecycle_cells,
    lifecycle_columns,
    observation_cells,
    observation_columns,
)
from jcssa_desktop.ui.catalogue.source_rows import SourceDelegate, SourceRow, source_row
from jcssa_desktop.ui.catalogue.version_timeline import timeline_of
from jcssa_desktop.ui.generated.ui_product_detail import Ui_ProductDetail
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.web_page import is_web_page, open_web_page
from jcssa_desktop.ui.widgets.layouts import arrange, scroll_bare
from jcssa_desktop.ui.widgets.mark import Mark

_NARROW = 720


class _Reading(Struct, frozen=True):
    """What the catalogue says of a product at a version on a day, and the lowest that nothing affects."""

    known: ProductKnowledge
    facts: LineFacts
    lowest_unaffected: str
    today: date


class ProductDetail(QWidget):
    """Everything that the catalogue knows of one product, each fact with its day and source."""

    start_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._runner: TaskRunner | None = None
        self._request = 0
        self._version = ""
        self._reading: _Reading | None = None
        self.product_id = ""
        self._ui = Ui_ProductDetail()
        self._ui.setupUi(self)
        self._set_columns()
        self._arrange()
        self._connect()

    def use(self, services: Services, runner: TaskRunner) -> None:
        """Take what to read with."""
        self._services = services
        self._runner = runner
        self._ui.findings_box.use(services.texts)

    def clear(self) -> None:
        """Forget the product."""
        self.product_id = ""
        self._request += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.apply_measures()

    def apply_measures(self) -> None:
        """Put the buttons below the names, and the key below its title, where there is no room beside."""
        is_narrow = self.width() < scaled(_NARROW)
        directions = QBoxLayout.Direction
        for row in (self._ui.header.layout(), self._ui.timeline_header.layout()):
            if isinstance(row, QBoxLayout):
                row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._ui.findings_box.apply_measures()

    def show_product(self, product_id: str) -> None:
        """Read a product and show it at its latest version as seen."""
        if product_id != self.product_id:
            self._ui.scroll_area.verticalScrollBar().setValue(0)
        self.product_id = product_id
        self._read(product_id, None)

    def show_version(self, version: str) -> None:
        """Show the findings at another version."""
        if self.product_id and version != self._version:
            self._read(self.product_id, version)

    def _read(self, product_id: str, version: str | None) -> None:
        services, runner = self._services, self._runner
        if services is None or runner is None:
            return
        self._request += 1
        number = self._request

        def read(_progress: Progress) -> _Reading:
            known = services.catalogue.knowledge(product_id)
            facts = services.catalogue.facts(product_id, version or "")
            if version is None and facts.latest is not None:
                facts = services.catalogue.facts(product_id, facts.latest.version)
            lowest = lowest_unaffected(known, facts.version) if facts.version else ""
            return _Reading(known, facts, lowest, services.today())

        runner.run(
            self,
            read,
            lambda reading: self._show(number, reading, is_new=version is None),
            self._fail,
            is_reading=True,
        )

    def _fail(self, error: JcssaError) -> None:
        self.failed.emit(error)

    def _show(self, number: int, reading: _Reading, *, is_new: bool) -> None:
        if number != self._request:
            return
        self._reading = reading
        self._version = reading.facts.version
        if is_new:
            self._show_product(reading)
            self._show_labels(reading)
            newest = sorted(reading.known.observations, key=lambda one: one.observed_on, reverse=True)
            self._ui.findings_box.offer_versions(one.version for one in newest if one.version)
        self._ui.findings_box.show_findings(
            reading.known, reading.facts, reading.lowest_unaffected, reading.today
        )

    def _show_product(self, reading: _Reading) -> None:
        known, ui = reading.known, self._ui
        product = known.product
        maker = known.maker.name_en if self._language() == "en" else known.maker.name_ja
        family = known.family.name if known.family else ""
        parts = (maker, product.part_number, product.category, family)
        ui.model_label.setText(product.model)
        ui.kind_label.setText("・".join(dict.fromkeys(filter(None, parts))))
        show_facts(ui.facts, head_facts(known, reading.facts, reading.today))
        observations = sorted(known.observations, key=lambda one: one.observed_on, reverse=True)
        ui.observation_table.set_rows([(one, observation_cells(one)) for one in observations])
        ui.observation_table.setVisible(bool(observations))
        ui.no_observation_label.setVisible(not observations)
        timeline = timeline_of(known, reading.today)
        ui.timeline.show_timeline(timeline)
        ui.timeline_card.setVisible(bool(timeline.rows))
        ui.exploited_mark.setVisible(bool(timeline.exploited))
        dates = known.lifecycle_dates
        ui.lifecycle_table.set_rows([(one, lifecycle_cells(one, reading.today)) for one in dates])
        ui.lifecycle_label.setVisible(bool(dates))
        ui.lifecycle_card.setVisible(bool(dates))
        rows = [source_row(source, reading.today) for source in known.maker.sources]
        ui.source_list.set_rows([(row, row.spoken) for row in rows])
        ui.source_list.setVisible(bool(rows))
        ui.no_source_label.setVisible(not rows)
        ui.sources_button.setEnabled(bool(rows))

    def _show_labels(self, reading: _Reading) -> None:
        labels, ui = reading.known.labels, self._ui
        ui.label_table.set_rows([(one, label_cells(one, reading.today)) for one in labels])
        ui.label_header.setVisible(bool(labels))
        ui.label_card.setVisible(bool(labels))
        ui.label_note.setText(label_words(labels))
        ui.label_button.setVisible(any(is_web_page(one.page_url) for one in labels))

    def _open_label(self) -> None:
        chosen = self._ui.label_table.current_key()
        labels = self._reading.known.labels if self._reading else ()
        pages = (one.page_url for one in labels if is_web_page(one.page_url))
        open_web_page(chosen.page_url if isinstance(chosen, ProductLabel) else next(pages, ""))

    def _language(self) -> str:
        return self._services.texts.language if self._services else "ja"

    def _open_source(self, row: int) -> None:
        source: SourceRow = self._ui.source_list.rows.row(row)
        open_web_page(source.source.url)

    def _show_sources(self) -> None:
        self._ui.scroll_area.ensureWidgetVisible(self._ui.maker_card)
        self._ui.source_list.setFocus()

    def _set_columns(self) -> None:
        ui = self._ui
        for table, columns in (
            (ui.observation_table, observation_columns()),
            (ui.label_table, label_columns()),
            (ui.lifecycle_table, lifecycle_columns()),
        ):
            table.set_columns(columns)
            table.grow_with_rows()
        ui.source_list.setItemDelegate(SourceDelegate(self))

    def _arrange(self) -> None:
        ui = self._ui
        arrange(
            self.layout(),
            margins=(measures.PAGE_LEFT, measures.PAGE_TOP, 0, 0),
            spacing=measures.FIELD_GAP,
        )
        arrange(ui.header.layout(), margins=(0, 0, measures.PANE_PADDING, 0), spacing=measures.GAP)
        arrange(ui.names.layout())
        scroll_bare(ui.scroll_area)
        margins = (0, measures.FOCUS_MARGIN, measures.PANE_PADDING, measures.PANE_PADDING)
        arrange(ui.scrolled.layout(), margins=margins, spacing=measures.FIELD_GAP)
        for card in (ui.label_card, ui.lifecycle_card, ui.maker_card):
            arrange(card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.observations_card.layout(), margins=(1, 1, 1, 1))
        arrange(ui.timeline_card.layout(), margins=(16, 12, 16, 8), spacing=measures.GAP)
        arrange(ui.timeline_header.layout(), spacing=measures.FIELD_GAP)
        arrange(ui.label_header.layout(), spacing=12)
        padding = measures.CARD_PADDING
        for label in (ui.no_observation_label, ui.no_source_label):
            label.setMargin(padding)
        small = measures.TEXT_CAPTION
        ui.latest_mark.set_mark(Mark("latest", self.tr("最新として確認")), pixels=small)
        ui.older_mark.set_mark(Mark("open", self.tr("旧い版"), "text2"), pixels=small)
        ui.exploited_mark.set_mark(Mark("alert", self.tr("悪用の確認")), pixels=small)

    def _connect(self) -> None:
        ui = self._ui
        ui.start_button.clicked.connect(lambda: self.start_wanted.emit(self.product_id))
        ui.start_button.setShortcut(QKeySequence("Ctrl+Return"))
        arrange(ui.header_buttons.layout(), spacing=measures.GAP)
        ui.sources_button.clicked.connect(self._show_sources)
        ui.findings_box.version_wanted.connect(self.show_version)
        ui.label_button.clicked.connect(self._open_label)
        ui.label_table.row_opened.connect(lambda _label: self._open_label())
        ui.source_list.opened.connect(self._open_source)
