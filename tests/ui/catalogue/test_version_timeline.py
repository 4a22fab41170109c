"""The picture of the versions shows the newest trains, the near end, and the days of exploitation."""

from datetime import date

from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue import (
    FirmwareFamily,
    FirmwareObservation,
    FirmwareState,
    Kev,
    Maker,
    Product,
)
from jcssa_desktop.domain.lifecycle import LifecycleDate, LifecycleKind, PartialDate
from jcssa_desktop.domain.product_knowledge import ProductKnowledge
from jcssa_desktop.ui.catalogue.timeline_scale import Scale
from jcssa_desktop.ui.catalogue.version_timeline import VersionTimeline, timeline_of
from jcssa_desktop.ui.theme import colour

TODAY = date(2026, 8, 7)


def seen(version: str, train: str, day: date, state: FirmwareState) -> FirmwareObservation:
    return FirmwareObservation("fortios", version, state, day, "見本の出典", train=train)


def knowledge(*observations: FirmwareObservation) -> ProductKnowledge:
    return ProductKnowledge(
        Product("p", "fortinet", "FortiGate 60F", family_id="fortios"),
        Maker("fortinet", "フォーティネット", "Fortinet"),
        FirmwareFamily("fortios", "fortinet", "FortiOS"),
        observations,
        (
            LifecycleDate(
                LifecycleKind.END_OF_SUPPORT,
                PartialDate.parse("2026-09-30"),
                "見本の出典",
                TODAY,
                family_id="fortios",
                train="7.2",
            ),
        ),
        kev=(Kev("CVE-2026-1", "見本", "見本", "見本", date(2026, 1, 27)),),
    )


OLD = seen("6.0.4", "6.0", date(2019, 5, 24), FirmwareState.SUPERSEDED)
OLDER = seen("7.2.11", "7.2", date(2025, 5, 1), FirmwareState.SUPERSEDED)
LATEST = seen("7.2.13", "7.2", date(2026, 2, 10), FirmwareState.LATEST)
OTHER = seen("7.4.11", "7.4", date(2026, 3, 1), FirmwareState.LATEST)


def test_each_train_is_a_row_the_newest_first() -> None:
    timeline = timeline_of(knowledge(OLDER, LATEST, OTHER), TODAY)
    assert [row.name for row in timeline.rows] == ["7.4", "7.2"]
    assert [point.version for point in timeline.rows[1].points] == ["7.2.11", "7.2.13"]


def test_what_is_years_old_is_left_to_the_table() -> None:
    assert timeline_of(knowledge(OLD), TODAY).rows == ()


def test_the_near_end_of_a_train_and_the_days_of_exploitation_are_marked() -> None:
    timeline = timeline_of(knowledge(LATEST, OTHER), TODAY)
    assert {row.name: row.ends for row in timeline.rows} == {"7.4": None, "7.2": date(2026, 9, 30)}
    assert timeline.exploited == (date(2026, 1, 27),)


def test_a_version_seen_twice_keeps_its_first_day_and_its_last_state() -> None:
    again = seen("7.2.13", "7.2", date(2026, 6, 1), FirmwareState.WITHDRAWN)
    (row,) = timeline_of(knowledge(LATEST, again), TODAY).rows
    assert [(point.day, point.state) for point in row.points] == [
        (date(2026, 2, 10), FirmwareState.WITHDRAWN)
    ]


def test_the_picture_is_painted_and_says_its_versions(qtbot: QtBot) -> None:
    widget = VersionTimeline()
    qtbot.addWidget(widget)
    widget.show_timeline(timeline_of(knowledge(OLDER, LATEST, OTHER), TODAY))
    widget.resize(760, widget.sizeHint().height())
    image = widget.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(0, 760, 2) for y in range(image.height())}
    assert {colour("accent").name(), colour("warn").name(), colour("alert").name()} <= colours
    assert "7.2.13 2026-02-10" in widget.accessibleName()


def test_without_anything_to_paint_the_picture_is_hidden(qtbot: QtBot) -> None:
    widget = VersionTimeline()
    qtbot.addWidget(widget)
    widget.show_timeline(timeline_of(knowledge(OLD), TODAY))
    assert widget.isHidden()


def test_the_scale_runs_from_left_to_right_and_names_a_year_once() -> None:
    scale = Scale.fitting(date(2025, 1, 20), date(2026, 8, 7), 100, 700)
    assert scale.x(date(2025, 1, 1)) == 100
    assert scale.x(date(2026, 8, 7)) == 700
    names = [name for _, name in scale.ticks()]
    assert sum("2025年" in name for name in names) == 1
    assert len(names) <= 8
