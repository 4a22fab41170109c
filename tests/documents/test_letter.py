"""Letters say the same as the sheet they follow, in the same typography, and nothing leaves its page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.documents.drawing import BOTTOM, FOOTER_RULE, Page, Text
from jcssa_desktop.documents.letter import Letter, draw_letter, letter_pages
from jcssa_desktop.documents.letter_content import advisory_letter, correction_letter, receipt_letter
from jcssa_desktop.documents.letter_texts import LetterTexts, letter_texts
from jcssa_desktop.documents.sealing import archival_pdf
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.domain.disclosure import Customer
from jcssa_desktop.domain.errors import MissingGlyphs
from jcssa_desktop.domain.record import Record
from tests.documents.builders import FORTIGATE_FINDINGS, SHA256, finding, four_devices, one_device

FOLDER = Path(__file__).parents[2] / "resources" / "sheet"
GOLDEN = Path(__file__).parent / "golden"
TEXTS = {language: letter_texts(FOLDER, language) for language in ("ja", "en")}
DAY = date(2026, 9, 20)
REASON = "納品時の版の記録に誤りがあったため"
Read = Callable[..., Edition]


@pytest.fixture
def read(typesetter: Typesetter, ja: SheetTexts, en: SheetTexts) -> Read:
    def as_edition(sale: Record, language: str = "ja", sha256: str = SHA256) -> Edition:
        return Edition(sale, sha256, ja if language == "ja" else en, typesetter, preview=False)

    return as_edition


def corrected() -> Record:
    """The sale of four products with another version of the first, and a device less."""
    sale = four_devices()
    first, *rest = sale.facts
    lines = sale.disclosure.lines
    return replace(
        sale,
        document_number="KS-2026-000123-2",
        supersedes=sale.document_number,
        facts=(replace(first, version="7.4.9"), *rest[:-1]),
        disclosure=replace(sale.disclosure, lines=lines[:-1]),
    )


def advisory(edition: Edition, language: str, *, known: bool = False) -> Letter:
    chosen = [device for device in edition.devices if device.number in {1, 3}]
    return advisory_letter(edition, TEXTS[language], FORTIGATE_FINDINGS[0], chosen, DAY, known=known)


def letters(read: Read, language: str) -> dict[str, Letter]:
    texts = TEXTS[language]
    after = read(corrected(), language, "ab" * 32)
    return {
        "advisory": advisory(read(four_devices(), language), language),
        "correction": correction_letter(read(four_devices(), language), after, texts, REASON, DAY),
        "receipt": receipt_letter(read(four_devices(), language), texts),
    }


def words_of(pages: tuple[Page, ...]) -> str:
    return "\n".join(text for page in pages for text in page.texts)


@pytest.mark.parametrize("name", ["advisory", "correction", "receipt"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_letter_reads_as_it_did(
    name: str, language: str, read: Read, typesetter: Typesetter, request: pytest.FixtureRequest
) -> None:
    pages = letter_pages(letters(read, language)[name], TEXTS[language], typesetter)
    written = words_of(pages) + "\n"
    golden = GOLDEN / f"letter_{name}_{language}.txt"
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["advisory", "correction", "receipt"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_letter_is_archival_and_accessible(
    name: str,
    language: str,
    read: Read,
    fonts: FontPair,
    verapdf,
    tmp_path: Path,  # type: ignore[no-untyped-def]
) -> None:
    made = draw_letter(letters(read, language)[name], TEXTS[language], fonts, "見本商事株式会社")
    file = tmp_path / "letter.pdf"
    file.write_bytes(archival_pdf(made, None, four_devices().sealed_at))
    assert verapdf.broken("3a", file) == {}
    assert verapdf.broken("ua1", file) == {}


def test_it_tells_apart_what_we_do_and_what_the_customer_does(read: Read) -> None:
    facts = dict(advisory(read(four_devices()), "ja").facts)
    words = TEXTS["ja"].advisory
    assert facts[words.ask_of_us] == f"FortiGate 60F：{words.covered}"
    assert facts[words.ask_of_you].startswith("TeraStation TS5410R：")
    assert "スポット（1回 24,000円・税別）" in facts[words.ask_of_you]
    assert "2026年1月27日" in facts[words.exploited]


def test_devices_are_not_named_again_where_one_sentence_is_for_all(read: Read) -> None:
    edition = read(four_devices())
    letter = advisory_letter(
        edition, TEXTS["ja"], FORTIGATE_FINDINGS[0], edition.devices[:1], DAY, known=False
    )
    assert dict(letter.facts)[TEXTS["ja"].advisory.ask_of_us] == TEXTS["ja"].advisory.covered


def test_a_title_names_a_few_models_and_counts_the_others(read: Read) -> None:
    edition = read(four_devices())
    letter = advisory_letter(edition, TEXTS["ja"], FORTIGATE_FINDINGS[0], edition.devices, DAY, known=False)
    assert letter.title == "FortiGate 60F ほか3機種 の脆弱性情報のお知らせ"
    assert "Mate タイプML" in dict(letter.facts)[TEXTS["ja"].advisory.devices]


def test_what_is_not_listed_is_not_called_harmless(read: Read) -> None:
    edition = read(one_device())
    letter = advisory_letter(edition, TEXTS["ja"], finding("CVE-2026-1"), edition.devices, DAY, known=False)
    assert "意味しません" in dict(letter.facts)[TEXTS["ja"].advisory.exploited]


def test_what_a_sheet_told_already_is_not_called_new(read: Read) -> None:
    assert "新しい" not in "".join(advisory(read(four_devices()), "ja", known=True).lead)


def test_a_correction_names_what_differs_and_nothing_else(read: Read) -> None:
    letter = letters(read, "ja")["correction"]
    assert letter.changes == (
        ("FortiGate 60F の納品時の版", "7.4.8", "7.4.9"),
        ("Mate タイプML（記載をやめました）", "12台", "（記載なし）"),
    )
    same = correction_letter(read(four_devices()), read(four_devices()), TEXTS["ja"], REASON, DAY)
    assert same.changes == ()
    assert TEXTS["ja"].correction.unchanged in same.notes


def test_a_receipt_is_no_consent(read: Read) -> None:
    assert "同意を意味せず" in "".join(letters(read, "ja")["receipt"].notes)


def test_a_long_letter_goes_on_and_stays_on_its_pages(read: Read, typesetter: Typesetter) -> None:
    letter = letters(read, "ja")["correction"]
    changes = tuple((f"見本{number}", "1.0" * 30, "2.0" * 30) for number in range(60))
    pages = letter_pages(replace(letter, changes=changes, lead=("見本" * 1000,)), TEXTS["ja"], typesetter)
    assert len(pages) > 3
    for page in pages:
        for placed in page.placed:
            if isinstance(placed.mark, Text):
                assert placed.y <= BOTTOM or placed.y > FOOTER_RULE
                assert placed.x + placed.mark.width <= 210


def test_a_character_without_a_shape_is_reported(read: Read, fonts: FontPair) -> None:
    letter = receipt_letter(read(four_devices(customer=Customer(name="見本\U0001f600"))), TEXTS["ja"])
    with pytest.raises(MissingGlyphs):
        draw_letter(letter, TEXTS["ja"], fonts, "見本商事株式会社")


def test_both_languages_have_all_words() -> None:
    english: LetterTexts = TEXTS["en"]
    assert english.language == "en"
