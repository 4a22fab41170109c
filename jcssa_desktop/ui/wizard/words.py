"""The words and marks of the wizard that more than one step shows."""

from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.disclosure import Answer
from jcssa_desktop.domain.finding import VersionState
from jcssa_desktop.domain.plan import PlanKind, ServicePlan
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate

CIRCLED = "①②③④⑤⑥⑦⑧"


def mark_of_version(state: VersionState) -> Mark:
    """Say how the version as delivered stands; there is no word for "safe"."""
    return {
        VersionState.UPDATE_NEEDED: Mark("alert", translate("WizardWords", "更新が必要"), "alert"),
        VersionState.NO_FIX: Mark("alert", translate("WizardWords", "修正の予定なし"), "alert"),
        VersionState.WITHDRAWN: Mark("alert", translate("WizardWords", "取り下げ"), "alert"),
        VersionState.UNDECIDABLE: Mark("unknown", translate("WizardWords", "判定できない"), "warn"),
        VersionState.NOT_RECORDED: Mark("unknown", translate("WizardWords", "未記録"), "warn"),
        VersionState.NEWER_EXISTS: Mark("caution", translate("WizardWords", "新しい版あり"), "warn"),
        VersionState.SAME_AS_LATEST: Mark("done", translate("WizardWords", "最新版と同じ"), "text2"),
    }[state]


def plan_price(plan: ServicePlan) -> str:
    """Write a plan's price: a month for a contract, once for spot work, both without tax."""
    if plan.price is None:
        return translate("WizardWords", "別途お見積もり")
    if plan.kind is PlanKind.CONTRACT:
        return translate("WizardWords", "月額 {amount}円（税別）").format(amount=f"{plan.price:,}")
    return translate("WizardWords", "1回 {amount}円（税別）").format(amount=f"{plan.price:,}")


def answer_mark(answer: Answer) -> Mark:
    """Say what the customer answered, in marks that favour no answer."""
    return {
        Answer.OPEN: Mark("open", translate("WizardWords", "未回答")),
        Answer.CONTRACT: Mark("paper", translate("WizardWords", "契約する"), "text2", is_bold=True),
        Answer.SPOT: Mark("paper", translate("WizardWords", "スポットで頼む"), "text2", is_bold=True),
        Answer.CONSIDERING: Mark("unsigned", translate("WizardWords", "検討する"), "text2", is_bold=True),
        Answer.DECLINED: Mark("none", translate("WizardWords", "契約しない"), "text2", is_bold=True),
    }[answer]
