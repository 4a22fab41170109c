from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import ContractState, Disclosure, Line, Work
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.draft_keeper import DraftKeeper
from jcssa_desktop.ui.wizard.line_rows import Concern
from jcssa_desktop.ui.wizard.lines_step import LinesStep

Shown = tuple[DraftKeeper, LinesStep]
Show = Callable[[Disclosure], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, keeper_of: Callable[[Disclosure], DraftKeeper]) -> Show:
    def shown(disclosure: Disclosure) -> Shown:
        keeper = keeper_of(disclosure)
        step = LinesStep(services, keeper, services.today)
        keeper.changed.connect(step.refresh)
        qtbot.addWidget(step)
        step.resize(1110, 648)
        step.show()
        qtbot.waitExposed(step)
        step.activateWindow()
        qtbot.waitUntil(step.isActiveWindow)
        step.enter(Step.LINES)
        return keeper, step

    return shown


def line_of(keeper: DraftKeeper, text: str) -> Line:
    return next(line for line in keeper.disclosure.lines if text in line.text)


def choose(qtbot: QtBot, step: LinesStep, text: str) -> None:
    table = step._ui.lines_table
    position = next(at for at, row in enumerate(step._model.rows) if text in row.line.text)
    table.scrollTo(step._model.index(position, 1))
    place = table.visualRect(step._model.index(position, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def retype(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    qtbot.keyClicks(edit, text)


def test_the_first_undecided_line_is_asked_about(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    pane = step._candidates
    assert pane.isVisible()
    assert pane._ui.heading_label.text() == "どの製品ですか"
    assert "TS5420DN-16" in pane._ui.reason_label.text()


def test_near_matches_are_offered_and_none_is_chosen(show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    offered = step._candidates._candidates.buttons
    assert [button.text() for button in offered] == ["TeraStation TS5420DN", "TeraStation TS3420DN"]
    assert not any(button.isChecked() for button in offered)
    assert not step._candidates._ui.take_button.isEnabled()
    assert line_of(keeper, "NAS").product is None


def test_enter_takes_the_candidate_that_a_person_chose(
    qtbot: QtBot, services: Services, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted)
    first = step._candidates._candidates.buttons[0]
    qtbot.waitUntil(lambda: first.visibleRegion().contains(first.rect().center()))
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert line_of(keeper, "NAS").product is None
    qtbot.keyClick(first, Qt.Key.Key_Return)
    product = line_of(keeper, "NAS").product
    assert product is not None
    assert product.model == "TeraStation TS5420DN"
    assert services.drafts.open(quoted.disclosure_id) == keeper.disclosure
    assert step._editor.isVisible()


def test_another_product_is_found_in_the_catalogue_and_taken(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted)
    qtbot.keyClick(step._ui.lines_table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    edit = step._candidates._ui.search_edit
    assert edit.isVisible()
    qtbot.keyClicks(edit, "rtx830")
    candidates = step._candidates._candidates
    qtbot.waitUntil(lambda: [button.text() for button in candidates.buttons] == ["RTX830"])
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(candidates.buttons[0], Qt.Key.Key_Space)
    qtbot.keyClick(candidates.buttons[0], Qt.Key.Key_Return)
    product = line_of(keeper, "NAS").product
    assert product is not None
    assert product.model == "RTX830"


def test_a_search_without_a_hit_says_so(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    step._candidates.search()
    qtbot.keyClicks(step._candidates._ui.search_edit, "zzzzz")
    label = step._candidates._ui.found_label
    qtbot.waitUntil(lambda: "zzzzz" in label.text())
    assert step._candidates._candidates.buttons == ()


def test_a_line_goes_out_of_scope_only_with_a_reason(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    ui = step._candidates._ui
    qtbot.mouseClick(ui.outside_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(ui.outside_confirm_button, Qt.MouseButton.LeftButton)
    assert ui.outside_error.isVisible()
    assert line_of(keeper, "NAS").scope is Scope.CHECK
    ui.outside_edit.setText("お客様の手持ちの機器")
    qtbot.keyClick(ui.outside_edit, Qt.Key.Key_Return)
    line = line_of(keeper, "NAS")
    assert (line.scope, line.scope_reason) == (Scope.OUT, "お客様の手持ちの機器")


def test_the_chips_count_and_filter(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    texts = {concern: step._chips.button(concern).text() for concern in Concern}
    assert texts[Concern.ALL] == "すべて 10"
    assert texts[Concern.CHECK] == "要確認 1"
    assert texts[Concern.IN] == "対象 5"
    assert texts[Concern.OUT] == "対象外 4"
    qtbot.mouseClick(step._chips.button(Concern.OUT), Qt.MouseButton.LeftButton)
    assert len(step._model.rows) == 4
    assert all(row.is_muted for row in step._model.rows)


def test_a_line_out_of_scope_says_why(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    row = next(row for row in step._model.rows if "Microsoft 365" in row.name)
    assert "クラウド" in row.reason


def test_a_version_is_recorded_as_it_is_typed(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    retype(qtbot, step._editor._ui.version_edit, "7.4.8")
    assert line_of(keeper, "FortiGate 60F 本体").version == "7.4.8"
    row = step._chosen_row()
    assert row is not None
    assert row.version_state is not None
    assert row.version_state.word == "更新が必要"
    assert "攻撃に使われている弱点" in row.warnings[0].mark.word


def test_a_version_may_be_recorded_later_with_a_day(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    qtbot.mouseClick(step._editor._ui.later_button, Qt.MouseButton.LeftButton)
    retype(qtbot, step._editor._ui.due_edit.edit, "12/4")
    assert line_of(keeper, "FortiGate 60F 本体").version_due == date(2026, 12, 4)


def test_the_link_inside_a_row_leads_to_the_day_of_recording(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    _, step = show(quoted)
    table = step._ui.lines_table
    position = next(at for at, row in enumerate(step._model.rows) if "WLX222" in row.name)
    table.scrollTo(step._model.index(position, 0))
    place = table.link_rect(position, 0).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert step._editor._ui.product_label.text() == "WLX222"
    qtbot.waitUntil(step._editor._ui.due_edit.edit.hasFocus)


def test_serials_work_place_and_contract_are_kept(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    ui = step._editor._ui
    ui.serials_edit.setPlainText("S-1\n\n S-2 ")
    retype(qtbot, ui.location_edit, "Server room")
    qtbot.keyClick(ui.installation_box, Qt.Key.Key_Space)
    qtbot.mouseClick(step._editor._contract.option(ContractState.CONTRACT), Qt.MouseButton.LeftButton)
    retype(qtbot, ui.number_edit, "M-1")
    line = line_of(keeper, "FortiGate 60F 本体")
    assert line.serials == ("S-1", "S-2")
    assert line.location == "Server room"
    assert line.work == (Work.INSTALLATION,)
    assert (line.contract, line.contract_number) == (ContractState.CONTRACT, "M-1")


def test_sale_only_and_real_work_exclude_each_other(qtbot: QtBot, show: Show, filled: Disclosure) -> None:
    keeper, step = show(filled)
    choose(qtbot, step, "FortiGate 60F 本体")
    ui = step._editor._ui
    qtbot.keyClick(ui.sale_only_box, Qt.Key.Key_Space)
    assert line_of(keeper, "FortiGate 60F 本体").work == (Work.SALE_ONLY,)
    qtbot.keyClick(ui.sale_only_box, Qt.Key.Key_Space)
    assert ui.sale_only_box.isChecked(), "without any work it was a sale"


def test_nothing_is_chosen_for_the_contract_beforehand(show: Show, quoted: Disclosure, qtbot: QtBot) -> None:
    _, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    assert step._editor._contract.value is None


def test_an_old_observation_is_confirmed_by_a_person_only(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "WLX222" if any("WLX222" in line.text for line in quoted.lines) else "無線")
    box = step._editor._ui.confirm_box
    assert box.isVisible()
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    line = next(line for line in keeper.disclosure.lines if line.line_id == step._editor.line_id)
    assert line.latest_confirmed_on == date(2026, 11, 24)


def test_a_product_that_the_quotation_lacks_is_added(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    qtbot.mouseClick(step._ui.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(step._candidates._ui.search_edit, "UD-LT1")
    candidates = step._candidates._candidates
    qtbot.waitUntil(lambda: len(candidates.buttons) > 0)
    qtbot.mouseClick(candidates.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(step._candidates._ui.take_button, Qt.MouseButton.LeftButton)
    assert len(keeper.disclosure.lines) == len(quoted.lines) + 1
    product = keeper.disclosure.lines[-1].product
    assert product is not None
    assert product.model == "UD-LT1"
    assert step._editor.line_id == keeper.disclosure.lines[-1].line_id


def test_a_decided_product_can_be_chosen_anew(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    qtbot.mouseClick(step._editor._ui.rechoose_button, Qt.MouseButton.LeftButton)
    assert step._candidates.isVisible()
    assert step._candidates._ui.search_edit.isVisible()


def test_the_footer_counts_what_is_undecided(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    note = step.footer_note()
    assert note is not None
    assert (note.bold, note.text) == ("要確認 1行", "署名までに決めます。")
    assert not step.is_next_primary()


def test_f3_goes_to_the_next_undecided_line(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    qtbot.keyClick(step._ui.lines_table, Qt.Key.Key_F3)
    row = step._chosen_row()
    assert row is not None
    assert "NAS" in row.line.text


def test_a_screen_reader_is_told_the_whole_row(show: Show, filled: Disclosure) -> None:
    _, step = show(filled)
    spoken = step._model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("1行目", "FortiGate 60F", "納品時の版 7.4.8", "更新が必要", "保守 あり"):
        assert words in spoken


def test_a_warning_makes_its_row_higher(show: Show, quoted: Disclosure) -> None:
    _, step = show(quoted)
    table = step._ui.lines_table
    for position, row in enumerate(step._model.rows):
        expected = 44 if row.is_muted else 52 + 32 * len(row.warnings)
        assert table.rowHeight(position) == expected


def test_a_wrong_quantity_is_told_and_not_taken(qtbot: QtBot, show: Show, quoted: Disclosure) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    retype(qtbot, step._editor._ui.quantity_edit, "0")
    assert step._editor._ui.quantity_error.isVisible()
    assert line_of(keeper, "FortiGate 60F 本体").quantity == 1
    retype(qtbot, step._editor._ui.quantity_edit, "3")
    assert line_of(keeper, "FortiGate 60F 本体").quantity == 3


def test_without_lines_a_product_is_asked_for(show: Show, services: Services) -> None:
    _, step = show(replace(services.drafts.start_empty()))
    assert step._candidates.isVisible()
    assert step._candidates._ui.heading_label.text() == "製品を加える"


def test_work_and_contract_of_one_line_are_given_to_the_undecided_ones(
    qtbot: QtBot, show: Show, quoted: Disclosure
) -> None:
    keeper, step = show(quoted)
    choose(qtbot, step, "FortiGate 60F 本体")
    editor = step._editor
    assert editor._ui.alike_box.isHidden()
    editor._contract.option(ContractState.NONE).click()
    editor._ui.installation_box.click()
    assert editor._ui.alike_button.text() == "未定の 4行も同じにする"
    editor._ui.alike_button.click()
    devices = keeper.disclosure.devices
    assert {line.contract for line in devices} == {ContractState.NONE}
    assert {line.work for line in devices} == {(Work.INSTALLATION,)}
    assert editor._ui.alike_box.isHidden()
