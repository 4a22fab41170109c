"""The customer's answer for each device: contract, spot work, to be considered, or declined."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from jcssa_desktop.domain.alike import unanswered, with_answers_alike
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.plan import ServicePlan
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.generated.ui_step_intents import Ui_StepIntents
from jcssa_desktop.ui.widgets.layouts import scroll_bare
from jcssa_desktop.ui.wizard import arrange
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.intent_card import IntentCard
from jcssa_desktop.ui.wizard.wizard_step import WizardStep


class IntentsStep(WizardStep):
    """One card a device, in the order of the quotation."""

    def __init__(self, keeper: DraftKeeper, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._today = today
        self._cards: dict[str, IntentCard] = {}
        self._ui = Ui_StepIntents()
        self._ui.setupUi(self)
        arrange.bare(self._ui.step_layout, 0)
        scroll_bare(self._ui.scroll_area)
        arrange.page(self._ui.content_layout)
        arrange.bare(self._ui.cards_layout, measures.FIELD_GAP)
        arrange.gap_before(self._ui.content_layout, self._ui.cards_box, measures.GAP)
        arrange.readable(self._ui.content)
        self.refresh()

    def enter(self, step: Step, line_id: str = "") -> None:  # noqa: ARG002
        """Put the keyboard into the card that is asked for, else into the first without an answer."""
        self.refresh()
        card = self._cards.get(line_id) or next(
            (one for one in self._cards.values() if one.is_open), next(iter(self._cards.values()), None)
        )
        if card is not None:
            card.take_focus()
            is_first = card is next(iter(self._cards.values()))
            self._ui.scroll_area.ensureWidgetVisible(self._ui.title_label if is_first else card)

    def card(self, line_id: str) -> IntentCard:
        """Return the card of a line."""
        return self._cards[line_id]

    def refresh(self) -> None:
        """Show a card for each device."""
        devices = self._keeper.disclosure.devices
        if [line.line_id for line in devices] != list(self._cards):
            arrange.empty(self._ui.cards_layout)
            self._cards = {}
            for line in devices:
                card = IntentCard(self._keeper, self._today, self)
                card.alike_wanted.connect(self._make_alike)
                self._cards[line.line_id] = card
                self._ui.cards_layout.addWidget(card)
        offered = self._offered()
        for line in devices:
            card = self._cards[line.line_id]
            card.show_line(line, offered[line.line_id], self._keeper.disclosure.intent(line.line_id))
            card.show_alike(len(unanswered(self._keeper.disclosure, line.line_id, _ids(offered))))
        self._ui.empty_label.setVisible(not devices)

    def _offered(self) -> dict[str, tuple[ServicePlan, ...]]:
        """Give the plans for each device: those of its category, and those for all."""
        view = self._keeper.view()
        categories = {facts.line_id: facts.category for facts in view.facts}
        return {
            line.line_id: tuple(
                plan for plan in view.plans if plan.category in ("", categories.get(line.line_id, ""))
            )
            for line in self._keeper.disclosure.devices
        }

    def _make_alike(self, line_id: str) -> None:
        self._keeper.change(with_answers_alike(self._keeper.disclosure, line_id, _ids(self._offered())))
        self._keeper.save_now()


def _ids(offered: Mapping[str, tuple[ServicePlan, ...]]) -> dict[str, frozenset[str]]:
    return {line_id: frozenset(plan.plan_id for plan in plans) for line_id, plans in offered.items()}
