"""The customer's wishes for the sheet are chosen by clicks, and the sheet follows."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import Disclosure, SheetEdition
from jcssa_desktop.services.bundle import Services
from jcssa_desktop.ui.wizard.customer_step import CustomerStep
from jcssa_desktop.ui.wizard.review_step import ReviewStep
from jcssa_desktop.ui.wizard.wizard_window import WizardFrame


def customer_page(frame: WizardFrame) -> CustomerStep:
    frame.open_step(Step.CUSTOMER)
    page = frame.page(Step.CUSTOMER)
    assert isinstance(page, CustomerStep)
    return page


def review_page(frame: WizardFrame, qtbot: QtBot) -> ReviewStep:
    frame.open_step(Step.REVIEW)
    page = frame.page(Step.REVIEW)
    assert isinstance(page, ReviewStep)
    qtbot.waitUntil(lambda: page.sheet.page_count > 0)
    return page


def click(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_large_sheet_with_readings_is_chosen_by_clicks_and_saved(
    qtbot: QtBot, services: Services, wizard_of: Callable[[Disclosure], WizardFrame], filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    choices = customer_page(frame).sheet_choices
    assert choices.languages.value == "ja"
    click(qtbot, choices.editions.option(SheetEdition.LARGE))
    qtbot.mouseClick(choices.readings_box, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    kept = services.drafts.open(filled.disclosure_id)
    assert (kept.edition, kept.readings) == (SheetEdition.LARGE, True)
    review = review_page(frame, qtbot)
    assert review._ui.edition_label.text() == "日本語・大きな文字・読みがな付き"


def test_a_foreign_customer_gets_an_english_sheet(
    qtbot: QtBot, wizard_of: Callable[[Disclosure], WizardFrame], filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    choices = customer_page(frame).sheet_choices
    click(qtbot, choices.languages.option("en"))
    assert not choices.readings_box.isVisible()
    review = review_page(frame, qtbot)
    assert review._ui.edition_label.text() == "英語・標準の文字"
    assert "Responsibility" in review.sheet.text()


def test_a_change_of_edition_asks_for_reading_the_sheet_again(
    qtbot: QtBot, wizard_of: Callable[[Disclosure], WizardFrame], filled: Disclosure
) -> None:
    frame = wizard_of(filled)
    review = review_page(frame, qtbot)
    with qtbot.waitSignal(review.sheet.end_shown):
        qtbot.keyClick(review.sheet, Qt.Key.Key_End)
    assert review._methods.isEnabled()
    click(qtbot, customer_page(frame).sheet_choices.editions.option(SheetEdition.LARGE))
    assert not review_page(frame, qtbot)._methods.isEnabled()
