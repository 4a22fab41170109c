"""What is added to seals: a certificate that signs, a timestamp service; and whose signatures are trusted."""

import re
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.domain.signatures import CertificateFacts
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.system.settings import SealSettings
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_seal_pane import Ui_SealPane
from jcssa_desktop.ui.messages import day_in_prose
from jcssa_desktop.ui.tasks import TaskRunner
from jcssa_desktop.ui.widgets.inline_message import InlineMessage
from jcssa_desktop.ui.widgets.layouts import arrange, arrange_field, set_property

_ADDRESS = re.compile(r"https?://[^\s/]+\S*")


class SealPane(QWidget):
    """A certificate is in use as soon as it could be opened; the rest is saved with the settings."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services: Services | None = None
        self._runner: TaskRunner | None = None
        self._chosen: Path | None = None
        self._issuers: tuple[str, ...] = ()
        self._ui = Ui_SealPane()
        self._ui.setupUi(self)
        self._arrange()
        ui = self._ui
        ui.choose_button.clicked.connect(self._choose)
        ui.use_button.clicked.connect(self._use)
        ui.passphrase_edit.returnPressed.connect(self._use)
        ui.test_button.clicked.connect(self._test)
        ui.drop_button.clicked.connect(self._drop)
        ui.timestamps_edit.textEdited.connect(self._change_address)
        ui.add_issuers_button.clicked.connect(self._choose_issuers)
        ui.clear_issuers_button.clicked.connect(lambda: self._take_issuers(()))

    @property
    def message(self) -> InlineMessage:
        """Says what became of the certificate."""
        return self._ui.message

    def use(self, services: Services, runner: TaskRunner) -> None:
        """Take what opens certificates and where the settings are."""
        self._services = services
        self._runner = runner

    def show_seal(self, seal: SealSettings) -> None:
        """Show what is in force."""
        self._ui.timestamps_edit.setText(seal.timestamps)
        self._issuers = seal.issuers
        self._change_address()
        self._show_issuers()
        self._show_certificate()

    def seal(self, current: SealSettings) -> SealSettings:
        """Give `current` with what stands on the screen."""
        address = self._ui.timestamps_edit.text().strip()
        return replace(current, timestamps=address, issuers=self._issuers)

    def is_right(self) -> bool:
        """Tell whether the address can be used; what is wrong with it stands below it."""
        return not self._ui.timestamps_error.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        services, runner = self._services, self._runner
        if services is not None and runner is not None:
            keeps = services.signatures
            runner.run(
                self,
                lambda _progress: keeps.keeps_passphrases,
                self._take_keyring,
                self._say_error,
                is_reading=True,
            )

    def take_certificate(self, file: Path) -> None:
        """Ask for the passphrase of a P12 file."""
        self._chosen = file
        self._show_certificate()
        self._ui.passphrase_edit.clear()
        self._ui.passphrase_edit.setFocus()

    def add_issuers(self, files: list[Path]) -> None:
        """Trust the issuers in these files, too, if they can be read."""
        services, runner = self._services, self._runner
        if services is not None and runner is not None:
            added = tuple(str(file.absolute()) for file in files)
            runner.run(
                self,
                lambda _progress: services.signatures.check_issuers(files),
                lambda _none: self._take_issuers(tuple(dict.fromkeys((*self._issuers, *added)))),
                self._say_error,
                is_reading=True,
            )

    def _take_keyring(self, is_there: bool) -> None:  # noqa: FBT001 - the result of the work
        self._ui.choose_button.setEnabled(is_there)
        if not is_there:
            self._ui.message.show_message(
                "warn",
                self.tr("このパソコンにはパスワード保管庫がないため、証明書を登録できません。"),
                self.tr("保管庫を使えるようにしてから、この画面を開き直します。"),
            )

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("署名の証明書を選ぶ"), "", "P12, PFX (*.p12 *.pfx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_certificate(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use(self) -> None:
        services, runner, file = self._services, self._runner, self._chosen
        if services is None or runner is None or file is None:
            return
        passphrase = self._ui.passphrase_edit.text()
        runner.run(
            self,
            lambda _progress: services.signatures.use_certificate(file, passphrase),
            self._take_used,
            self._say_error,
        )

    def _take_used(self, facts: CertificateFacts) -> None:
        self._chosen = None
        self._ui.passphrase_edit.clear()
        self._show_certificate()
        self._tell(facts)

    def _test(self) -> None:
        services, runner = self._services, self._runner
        if services is not None and runner is not None:
            runner.run(
                self,
                lambda _progress: services.signatures.certificate(),
                lambda facts: self._tell(facts) if facts is not None else None,
                self._say_error,
                is_reading=True,
            )

    def _tell(self, facts: CertificateFacts) -> None:
        """Say whose the certificate is and how long it holds."""
        now = self._services.now() if self._services is not None else datetime.now(facts.valid_until.tzinfo)
        until, since = day_in_prose(facts.valid_until.date()), day_in_prose(facts.valid_from.date())
        said = self.tr("開けました：{owner}").format(owner=facts.owner)
        if now > facts.valid_until:
            form = self.tr("有効期限が {until} に切れました。新しい証明書を選びます。")
            self._ui.message.show_message("alert", said, form.format(until=until))
        elif now < facts.valid_from:
            form = self.tr("有効期間は {since} からです。")
            self._ui.message.show_message("warn", said, form.format(since=since))
        else:
            valid = self.tr("{until} まで有効").format(until=until)
            used = self.tr("これからの封緘に使います。")
            self._ui.message.show_message("ok", said, f"{valid}・{used}")

    def _drop(self) -> None:
        if self._services is None:
            return
        try:
            self._services.signatures.drop_certificate()
        except JcssaError as error:
            self._say_error(error)
            return
        self._chosen = None
        self._show_certificate()
        self._ui.message.show_message("ok", self.tr("署名の証明書を外しました。"))

    def _show_certificate(self) -> None:
        ui = self._ui
        used = self._services.settings.current.seal.certificate if self._services is not None else ""
        words = self.tr("登録していません。控えには電子署名を付けません。")
        if self._chosen is not None:
            words = self._chosen.name
        elif used:
            words = self.tr("登録しています：{file}").format(file=Path(used).name)
        ui.certificate_label.setText(words)
        ui.passphrase_field.setVisible(self._chosen is not None)
        ui.test_button.setVisible(bool(used))
        ui.drop_button.setVisible(bool(used))

    def _change_address(self) -> None:
        address = self._ui.timestamps_edit.text().strip()
        is_right = not address or bool(_ADDRESS.fullmatch(address))
        sentence = "" if is_right else self.tr("https:// か http:// で始まるアドレスを入れます。")
        self._ui.timestamps_error.setText(sentence)
        self._ui.timestamps_error.setVisible(not is_right)
        self._ui.timestamps_edit.setAccessibleDescription(sentence)
        set_property(self._ui.timestamps_edit, "invalid", not is_right)
        self.changed.emit()

    def _choose_issuers(self) -> None:
        kinds = self.tr("証明書") + " (*.pem *.crt *.cer)"
        dialog = QFileDialog(self, self.tr("発行元の証明書を選ぶ"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: self.add_issuers([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_issuers(self, issuers: tuple[str, ...]) -> None:
        self._issuers = issuers
        self._show_issuers()
        self.changed.emit()

    def _show_issuers(self) -> None:
        names = "、".join(Path(one).name for one in self._issuers)
        self._ui.issuers_label.setText(names or self.tr("まだありません。"))
        self._ui.clear_issuers_button.setVisible(bool(self._issuers))

    def _say_error(self, error: JcssaError) -> None:
        if self._services is not None:
            self._ui.message.show_message("alert", self._services.texts.error(error))

    def _arrange(self) -> None:
        ui = self._ui
        padding = measures.CARD_PADDING
        arrange(self.layout(), spacing=measures.GAP)
        arrange(ui.card.layout(), margins=(padding, padding, padding, padding), spacing=measures.FIELD_GAP)
        for row in (ui.certificate_row, ui.passphrase_row, ui.issuers_row):
            arrange(row.layout(), spacing=measures.GAP)
        for field in (ui.certificate_field, ui.passphrase_field, ui.timestamps_field, ui.issuers_field):
            arrange_field(field.layout())
