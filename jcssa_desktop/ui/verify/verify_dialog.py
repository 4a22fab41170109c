"""Check a PDF, a record or a sheet on paper, wherever it comes from."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.signatures import signature_sentence
from jcssa_desktop.services.verifying import SealState, Verification
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.archive.verdicts import verdict
from jcssa_desktop.ui.generated.ui_verify_dialog import Ui_VerifyDialog
from jcssa_desktop.ui.messages import moment_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.theme import scaled
from jcssa_desktop.ui.widgets.layouts import arrange, resize_on_screen

_WIDTH = 680
_HEIGHT = 460


class VerifyDialog(QDialog):
    """Takes a file dropped anywhere on it; it changes nothing and needs no archive."""

    def __init__(self, services: Services, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._ui = Ui_VerifyDialog()
        self._ui.setupUi(self)
        self.setAcceptDrops(True)
        resize_on_screen(self, scaled(_WIDTH), scaled(_HEIGHT))
        ui = self._ui
        arrange(self.layout(), margins=(30, 24, 30, 24), spacing=measures.FIELD_GAP)
        arrange(ui.drop_frame.layout(), margins=(24, 24, 24, 24), spacing=measures.FIELD_GAP)
        arrange(ui.paper.layout(), spacing=measures.GAP)
        for field in (ui.number_box, ui.code_box):
            arrange(field.layout(), spacing=measures.INNER_GAP)
        ui.drop_frame.dropped.connect(lambda files: self.verify_file(files[0]))
        ui.choose_button.clicked.connect(self._choose)
        ui.paper_button.clicked.connect(self._verify_paper)
        ui.code_edit.returnPressed.connect(self._verify_paper)
        ui.close_button.clicked.connect(self.reject)
        ui.choose_button.setFocus()

    @property
    def text(self) -> str:
        """All that is said of what was checked."""
        return "\n".join(filter(None, (self._ui.message.text, self._ui.detail_label.text())))

    @property
    def tone(self) -> str:
        """How it is said: ok, warn or alert."""
        return str(self._ui.message.property("tone"))

    def verify_file(self, path: Path) -> None:
        """Check a file and say what was found."""
        self._check(lambda: self._services.archive.verify_file(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.verify_file(files[0])

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("ファイルを確かめる"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("控えと記録") + " (*.pdf *.json)", self.tr("すべて") + " (*)"])
        dialog.fileSelected.connect(lambda file: self.verify_file(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _verify_paper(self) -> None:
        number, code = self._ui.number_edit.text(), self._ui.code_edit.text()
        if not number.strip() or not code.strip():
            self._say("warn", self.tr("紙の文書番号と照合コードを入れます。"))
            return
        self._check(lambda: self._services.archive.verify_paper(number, code), is_paper=True)

    def _check(self, verify: Callable[[], Verification], *, is_paper: bool = False) -> None:
        self._runner.run(
            self,
            lambda _progress: verify(),
            lambda found: self._show(found, is_paper=is_paper),
            lambda error: self._say("alert", self._error(error)),
            is_reading=True,
        )

    def _show(self, found: Verification, *, is_paper: bool) -> None:
        said = verdict(found, self._services.texts)
        sentence = self.tr("「{file}」：{found}").format(file=found.file, found=said.sentence)
        support = said.support
        if is_paper and found.state is SealState.UNCHANGED:
            sentence = self.tr("「{number}」の番号とコードは、台帳の記録のものです").format(number=found.file)
            support = self.tr("紙に印刷された中身は、台帳の控えと見比べてください。")
        details = [self._sealed(found)]
        details += [signature_sentence(one, self._services.texts) for one in found.signatures]
        self._say(said.tone, sentence, support, "\n".join(filter(None, details)))

    def _sealed(self, found: Verification) -> str:
        if found.sealed_at is None:
            return ""
        when = moment_in_prose(found.sealed_at, self._services.today())
        said = self.tr("封緘：{when}　{who}　文書番号 {number}").format(
            when=when, who=found.sealed_by, number=found.document_number
        )
        stage = self._services.texts.sentence(f"stage_{found.stage}") if found.stage else ""
        return "　".join(filter(None, (said, stage)))

    def _error(self, error: JcssaError) -> str:
        return self._services.texts.error(error)

    def _say(self, tone: str, sentence: str, support: str = "", details: str = "") -> None:
        self._ui.message.show_message(tone, sentence, support)
        self._ui.message.set_mark("unchanged" if tone == "ok" else "alert")
        self._ui.detail_label.setText(details)
