"""What every step of the wizard has in common."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.checklist import Step


class FooterNote(Struct, frozen=True):
    """What the footer says instead of the progress: a mark, a bold word and a sentence."""

    mark: str
    tone: str
    bold: str
    text: str = ""


class WizardStep(QWidget):
    """One page of the wizard. It reads and changes the keeper's disclosure and no other page's widgets."""

    jump_requested = Signal(object, str)
    """Another step is wanted: `Step`, and the id of a line or ""."""

    footer_changed = Signal()

    def refresh(self) -> None:
        """Show the disclosure as it is now, leaving a field alone that already says so."""
        raise NotImplementedError

    def enter(self, step: Step, line_id: str = "") -> None:
        """Become the page that is seen, for `step`, and put the keyboard where the work begins."""
        raise NotImplementedError

    def leave(self) -> None:
        """Stop being seen."""

    def footer_note(self) -> FooterNote | None:
        """Say what the footer tells; None for the progress over the eight items."""
        return None

    def is_next_primary(self) -> bool:
        """Tell whether the footer's button is the window's one filled button."""
        return True
