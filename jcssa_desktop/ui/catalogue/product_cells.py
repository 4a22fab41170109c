"""What is known of a product, as facts and rows of cells."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from jcssa_desktop.domain.catalogue import FirmwareObservation
from jcssa_desktop.domain.facts import CONFIRM_AFTER_DAYS, OLD_AFTER_DAYS, latest_age_days
from jcssa_desktop.domain.finding import LatestVersion
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, SupportState, support_state
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.domain.record import LineFacts
from jcssa_desktop.ui.catalogue.fact_cell import Fact
from jcssa_desktop.ui.messages import (
    day_in_prose,
    entitlement_words,
    firmware_mark,
    lifecycle_name,
    partial_in_prose,
)
from jcssa_desktop.ui.widgets.cell_model import Cell, Column
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate

_DASH = "―"
_ENDS_SHOWN = 2
_MOST_TELLING = (
    LifecycleKind.END_OF_SECURITY_FIXES,
    LifecycleKind.END_OF_SUPPORT,
    LifecycleKind.END_OF_FIRMWARE,
    LifecycleKind.END_OF_SALE,
)


def head_facts(known: ProductKnowledge, facts: LineFacts, today: date) -> tuple[Fact, ...]:
    """Give the facts at the head of a product: latest as seen, ends, what an update needs."""
    ends = sorted(facts.lifecycle, key=lambda one: _MOST_TELLING.index(one.kind))[:_ENDS_SHOWN]
    end_facts = tuple(
        Fact(
            _train_name(one.train) + lifecycle_name(one.kind),
            partial_in_prose(one.ends),
            f"{day_in_prose(one.seen_on, today)}・{one.source}",
        )
        for one in ends
    )
    unknown_end = Fact(
        translate("ProductDetail", "サポートの終了"),
        translate("ProductDetail", "不明"),
        translate("ProductDetail", "期限の記録がありません"),
    )
    family = known.family.name if known.family else ""
    needed = Fact(translate("ProductDetail", "更新に要るもの"), entitlement_words(facts.entitlement), family)
    return (_latest_fact(facts, today), *(end_facts or (unknown_end,)), needed)


def _latest_fact(facts: LineFacts, today: date) -> Fact:
    name = translate("ProductDetail", "最新として確認した版")
    latest = facts.latest
    if latest is None:
        return Fact(
            name,
            translate("ProductDetail", "不明"),
            translate("ProductDetail", "版の記録がありません"),
        )
    others = "・".join(_with_train(one) for one in facts.other_trains[:1])
    return Fact(
        name,
        _with_train(latest),
        f"{day_in_prose(latest.observed_on, today)}・{latest.source}",
        f"・{others}" if others else "",
        _age_mark(facts, today),
    )


def _age_mark(facts: LineFacts, today: date) -> Mark | None:
    """Say that the latest version was seen long ago, or so long that a person must confirm it."""
    days = latest_age_days(facts, today) or 0
    if days > CONFIRM_AFTER_DAYS:
        return Mark("alert", translate("ProductDetail", "{days}日前・要確認").format(days=days))
    if days > OLD_AFTER_DAYS:
        return Mark("caution", translate("ProductDetail", "{days}日前の確認").format(days=days))
    return None


def _with_train(latest: LatestVersion) -> str:
    if not latest.train:
        return latest.version
    return translate("ProductDetail", "{version}（{train} 系）").format(
        version=latest.version, train=latest.train
    )


def _train_name(train: str) -> str:
    return translate("ProductDetail", "{train} 系の").format(train=train) if train else ""


def observation_cells(observation: FirmwareObservation) -> tuple[Cell, ...]:
    """Give the row of an observation: version, state, day, source."""
    released = (
        translate("ProductDetail", "公開 {day}").format(day=partial_in_prose(observation.released_on))
        if observation.released_on
        else ""
    )
    train = (
        translate("ProductDetail", "{train} 系").format(train=observation.train) if observation.train else ""
    )
    about = "・".join(filter(None, (train, released)))
    return (
        Cell(observation.version or _DASH, about, is_bold=True),
        Cell(mark=firmware_mark(observation.state)),
        Cell(observation.observed_on.isoformat()),
        Cell(observation.source, observation.note),
    )


def lifecycle_cells(stated: LifecycleDate, today: date) -> tuple[Cell, ...]:
    """Give the row of a lifecycle date: what ends, when, how that stands, source and day."""
    state = support_state(stated.ends, today)
    mark = {
        SupportState.SUPPORTED: Mark("open", translate("ProductDetail", "期限まで余裕あり")),
        SupportState.ENDING: Mark("caution", translate("ProductDetail", "終了が近い")),
        SupportState.ENDED: Mark("alert", translate("ProductDetail", "終了")),
        SupportState.UNPUBLISHED: Mark("unknown", translate("ProductDetail", "未公表")),
    }[state]
    return (
        Cell(_train_name(stated.train) + lifecycle_name(stated.kind)),
        Cell(partial_in_prose(stated.ends), is_bold=True),
        Cell(mark=mark),
        Cell(stated.source, stated.seen_on.isoformat()),
    )


def observation_columns() -> tuple[Column, ...]:
    """Give the columns of the observations."""
    return (
        Column(translate("ProductDetail", "版"), 220),
        Column(translate("ProductDetail", "状態"), 160),
        Column(translate("ProductDetail", "確認した日"), 110, is_optional=True),
        Column(translate("ProductDetail", "出典")),
    )


def lifecycle_columns() -> tuple[Column, ...]:
    """Give the columns of the lifecycle dates."""
    return (
        Column(translate("ProductDetail", "終わるもの"), 260),
        Column(translate("ProductDetail", "期限"), 150),
        Column(translate("ProductDetail", "いま"), 150, is_optional=True),
        Column(translate("ProductDetail", "出典")),
    )
