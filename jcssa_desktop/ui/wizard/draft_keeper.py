"""Holds the disclosure that is being filled in, and saves each change as it is made."""

from datetime import datetime
from enum import StrEnum

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from jcssa_desktop.domain.disclosure import Disclosure, Intent, ItemConfirmation, Line, Signature
from jcssa_desktop.domain.errors import JcssaError
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.services.drafts import DisclosureView

SAVE_AFTER_MS = 300
TRY_AGAIN_AFTER_MS = 5000


class SaveState(StrEnum):
    """How the newest change stands."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


class DraftKeeper(QObject):
    """The one place where the wizard's disclosure changes.

    `changed` follows every change at once; the file follows 300 ms after the last one, or at `save_now`.
    What could not be saved is tried again until it can be.
    """

    changed = Signal()
    save_state_changed = Signal()

    def __init__(self, services: Services, disclosure: Disclosure, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._disclosure = disclosure
        self._view: DisclosureView | None = None
        self._saved = disclosure
        self.state = SaveState.SAVED
        self.saved_at: datetime | None = None
        self.failure: JcssaError | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def disclosure(self) -> Disclosure:
        """The disclosure as it is now, saved or not."""
        return self._disclosure

    def view(self) -> DisclosureView:
        """Give what the catalogue and the pack say of the disclosure; asked once per change."""
        if self._view is None:
            self._view = self._services.drafts.view(self._disclosure)
        return self._view

    def change(self, disclosure: Disclosure) -> None:
        """Take a new version of the disclosure.

        A signature belongs to the text that was shown: when the text changes, pen strokes and the
        proof of showing are dropped, and the customer signs anew.
        """
        if disclosure == self._disclosure:
            return
        signature = disclosure.signature
        if signature is not None and signature == self._disclosure.signature:
            disclosure = replace(disclosure, signature=_unsigned(signature))
        self._disclosure = disclosure
        self._view = None
        self._set_state(SaveState.FAILED if self.failure else SaveState.SAVING)
        self._timer.start(SAVE_AFTER_MS)
        self.changed.emit()

    def change_line(self, line: Line) -> None:
        """Replace the line of the same id."""
        lines = tuple(line if one.line_id == line.line_id else one for one in self._disclosure.lines)
        self.change(replace(self._disclosure, lines=lines))

    def change_item(self, item: ItemConfirmation) -> None:
        """Replace the confirmation of the same number."""
        items = tuple(item if one.number == item.number else one for one in self._disclosure.items)
        self.change(replace(self._disclosure, items=items))

    def change_intent(self, intent: Intent) -> None:
        """Replace or add the intent for a line."""
        others = {one.line_id: one for one in self._disclosure.intents}
        others[intent.line_id] = intent
        order = [line.line_id for line in self._disclosure.lines if line.line_id in others]
        self.change(replace(self._disclosure, intents=tuple(others[line_id] for line_id in order)))

    def save_now(self) -> None:
        """Save what is not saved yet; a failure is kept and tried again by itself."""
        self._timer.stop()
        if self._disclosure == self._saved:
            return
        try:
            self.saved_at = self._services.drafts.save(self._disclosure)
        except JcssaError as error:
            self.failure = error
            self._set_state(SaveState.FAILED)
            self._timer.start(TRY_AGAIN_AFTER_MS)
            return
        self._saved = self._disclosure
        self.failure = None
        self._set_state(SaveState.SAVED)

    def stop(self) -> None:
        """Save no more: the draft has become a sealed record."""
        self._timer.stop()
        self._saved = self._disclosure

    def _set_state(self, state: SaveState) -> None:
        self.state = state
        self.save_state_changed.emit()


def _unsigned(signature: Signature) -> Signature:
    return replace(signature, strokes=(), signed_at=None, text_shown_at=None)
