"""Choosing the registration of a plan's service out of the register that was imported."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel

from jcssa_desktop.domain.label import ServiceRegistration
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.messages import day_in_prose, label_mark, service_category_name
from jcssa_desktop.ui.widgets.mark import MarkLabel

translate = QCoreApplication.translate


class Register(Struct, frozen=True):
    """The registered services that were imported, and the day on which their terms are looked at."""

    services: tuple[ServiceRegistration, ...]
    today: date


class RegistrationChoice:
    """Fills a choice field, and says below it what is chosen and what it does not mean."""

    def __init__(self, combo: QComboBox, mark: MarkLabel, note: QLabel, today: date) -> None:
        self._combo = combo
        self._mark = mark
        self._note = note
        self._today = today
        self._offered: tuple[ServiceRegistration | None, ...] = (None,)
        combo.currentIndexChanged.connect(lambda _index: self._show())

    @property
    def chosen(self) -> ServiceRegistration | None:
        """The registration that is chosen, None for none."""
        return self._offered[max(0, self._combo.currentIndex())]

    def offer(self, register: Iterable[ServiceRegistration], chosen: ServiceRegistration | None) -> None:
        """Offer a register; what the plan has is offered too, although no register may list it any more."""
        offered = {(one.number, one.category): one for one in register}
        key = (chosen.number, chosen.category) if chosen else None
        if chosen is not None and key is not None:
            offered.setdefault(key, chosen)
        self._offered = (None, *offered.values())
        self._combo.clear()
        self._combo.addItem(translate("PlanDialog", "登録なし"))
        for one in offered.values():
            parts = (one.number, one.service, service_category_name(one.category))
            self._combo.addItem("・".join(filter(None, parts)))
        self._combo.setCurrentIndex(list(offered).index(key) + 1 if key is not None else 0)
        self._show()

    def _show(self) -> None:
        chosen = self.chosen
        self._mark.setVisible(chosen is not None)
        if chosen is None:
            is_empty = len(self._offered) == 1
            empty = translate(
                "PlanDialog", "登録サービスの一覧はまだありません。製品カタログから取り込むと選べます。"
            )
            self._note.setText(empty if is_empty else "")
            self._note.setVisible(is_empty)
            return
        self._mark.set_mark(label_mark(chosen.state(self._today)), pixels=measures.TEXT_CAPTION)
        until = (
            translate("PlanDialog", "{day}まで有効。").format(day=day_in_prose(chosen.valid_until))
            if chosen.valid_until
            else ""
        )
        meaning = translate(
            "PlanDialog",
            "登録は書類と抜き取りによる審査の結果で、サービスの内容を保証するものではありません。",
        )
        provider = translate("PlanDialog", "事業者：{name}。").format(name=chosen.provider)
        self._note.setText("".join(((provider if chosen.provider else ""), until, meaning)))
        self._note.setVisible(True)
