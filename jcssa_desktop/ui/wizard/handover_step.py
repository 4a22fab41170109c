"""The last page: what was sealed, and the copies for the customer."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.archive import SealedRecord
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import SignatureMethod
from jcssa_desktop.domain.record import check_code
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui import measures, theme
from jcssa_desktop.ui.generated.ui_step_handover import Ui_StepHandover
from jcssa_desktop.ui.messages import clock, day_in_prose
from jcssa_desktop.ui.printing.annex_button import AnnexButton
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.wizard_step import WizardStep


class HandoverStep(WizardStep):
    """Document number and check code, and what to do with the sheet; nothing here changes the record."""

    print_wanted = Signal(str)
    open_wanted = Signal(str)
    save_wanted = Signal(str)
    receipt_wanted = Signal(str)
    """What is wanted of the sheet of a document number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._ui = Ui_StepHandover()
        self._ui.setupUi(self)
        self._seal_mark = MarkLabel(self)
        self._seal_mark.set_mark(Mark("sealed", self.tr("封緘")), pixels=measures.TEXT_SECTION)
        self._message = InlineMessage(self)
        ui = self._ui
        arrange.bare(ui.step_layout, 0)
        scroll_bare(ui.scroll_area)
        arrange.page(ui.content_layout)
        ui.content_layout.setSpacing(theme.scaled(measures.FIELD_GAP))
        arrange.bare(ui.title_layout)
        ui.title_layout.insertWidget(1, self._seal_mark)
        padding = theme.scaled(measures.SECTION_GAP)
        ui.record_layout.setContentsMargins(padding, padding, padding, padding)
        ui.record_layout.setHorizontalSpacing(theme.scaled(measures.SECTION_GAP * 2))
        ui.record_layout.setVerticalSpacing(measures.INNER_GAP)
        ui.record_layout.setColumnStretch(2, 1)
        arrange.bare(ui.action_layout)
        arrange.bare(ui.done_layout)
        ui.done_layout.addWidget(self._message)
        arrange.readable(ui.content)
        for button, wanted, keys in (
            (ui.print_button, self.print_wanted, "Ctrl+P"),
            (ui.open_button, self.open_wanted, ""),
            (ui.save_button, self.save_wanted, "Ctrl+S"),
            (ui.receipt_button, self.receipt_wanted, ""),
        ):
            button.clicked.connect(lambda _checked, wanted=wanted: wanted.emit(self._number))
            button.setShortcut(QKeySequence(keys))

        ui.annex_button.saved.connect(self.tell_saved)
        ui.annex_button.copied.connect(
            lambda: self._message.show_message(
                "ok", self.tr("別紙の文章をコピーしました。見積書に貼り付けます。")
            )
        )

    @property
    def annex_button(self) -> AnnexButton:
        """Writes the annex of what was sealed."""
        return self._ui.annex_button

    def use_annexes(self, services: Services, runner: TaskRunner) -> None:
        """Take what writes the annex."""
        self.annex_button.use(
            runner,
            lambda kind: services.annexes.of_record(self._number, kind),
            lambda path: services.annexes.save(self._number, path),
            lambda: self._number,
        )

    def show_record(self, record: SealedRecord) -> None:
        """Show what was sealed."""
        self._number = record.document_number
        ui = self._ui
        ui.number_label.setText(record.document_number)
        ui.code_label.setText(check_code(record.sha256))
        when = f"{day_in_prose(record.sealed_at.date())} {clock(record.sealed_at)}"
        ui.sealed_label.setText(
            self.tr("{when} に {who} が封緘しました。").format(when=when, who=record.sealed_by)
            + self.tr("あとから変えられません。直すときは、台帳から訂正版を作ります。")
        )
        ui.lead_label.setText(self._lead(record.signature))

    def tell_saved(self, path: Path) -> None:
        """Say where the sheet was saved."""
        self._message.show_message("ok", self.tr("「{file}」に保存しました。").format(file=path.name))

    def tell_failure(self, sentence: str) -> None:
        """Say why the sheet could not be opened or saved."""
        self._message.show_message("alert", sentence)

    def refresh(self) -> None:
        """Nothing: a sealed record does not change."""

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Put the keyboard onto printing."""
        self._ui.print_button.setFocus()

    def is_next_primary(self) -> bool:
        """Let printing be the filled button."""
        return False

    def _lead(self, method: SignatureMethod) -> str:
        match method:
            case SignatureMethod.PAPER:
                return self.tr("控えを2部印刷し、1部に署名か押印をいただいて持ち帰ります。")
            case SignatureMethod.LATER:
                return self.tr("控えを2部印刷してお渡しします。署名はあとでいただきます。")
            case SignatureMethod.REFUSED:
                return self.tr("控えを1部お渡しします。署名を断られた理由も記録しました。")
            case _:
                return self.tr("控えを2部印刷し、1部をお客様にお渡しします。")
