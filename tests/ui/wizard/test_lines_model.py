from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.disclosure import Disclosure
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.line_rows import Concern, line_rows
from jcssa_desktop.ui.wizard.lines_model import LineColumn, LinesModel


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, services: Services, quoted: Disclosure
) -> None:
    model = LinesModel()
    model.set_rows(line_rows(quoted.lines, services.drafts.view(quoted), services.today()))
    qtmodeltester.check(model)


def test_content_that_changes_leaves_the_rows_in_place(
    qtbot: QtBot, services: Services, quoted: Disclosure
) -> None:
    model = LinesModel()
    rows = line_rows(quoted.lines, services.drafts.view(quoted), services.today())
    model.set_rows(rows)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_rows(rows)


def test_a_concern_shows_its_lines_and_counts_all(services: Services, quoted: Disclosure) -> None:
    model = LinesModel()
    model.set_rows(line_rows(quoted.lines, services.drafts.view(quoted), services.today()))
    model.set_concern(Concern.CHECK)
    assert model.rowCount() == model.count(Concern.CHECK) == 1
    assert model.count(Concern.ALL) == 10
    assert model.index(0, LineColumn.SCOPE).data() == "要確認"


def test_the_rows_keep_the_numbers_of_the_quotation(services: Services, quoted: Disclosure) -> None:
    model = LinesModel()
    model.set_rows(line_rows(quoted.lines, services.drafts.view(quoted), services.today()))
    model.set_concern(Concern.OUT)
    numbers = [model.index(row, LineColumn.NUMBER).data() for row in range(model.rowCount())]
    assert numbers == ["2", "8", "9", "10"]
