"""Labels and registrations stand with who says it and until when, and never as a promise."""

from datetime import date

import pytest
from msgspec.structs import replace

from jcssa_desktop.documents.sheet.draw import sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.domain.label import ProductLabel, ServiceCategory, ServiceRegistration
from jcssa_desktop.domain.record import Record
from tests.documents.builders import SHA256, one_device


def labelled(valid_until: date | None, level: int = 1) -> Record:
    sale = one_device()
    label = ProductLabel(level, "MIHON-1", "IPA", date(2026, 8, 20), valid_until=valid_until)
    return replace(sale, facts=(replace(sale.facts[0], labels=(label,)),))


def printed(sale: Record, texts: SheetTexts, typesetter: Typesetter) -> str:
    pages = sheet_pages(Edition(sale, SHA256, texts, typesetter, preview=False))
    return "".join(text for page in pages for text in page.texts)


@pytest.mark.parametrize(
    ("valid_until", "level", "said"),
    [
        (date(2027, 5, 20), 1, "JC-STAR ★1（メーカーの宣言、2027-05-20まで）"),
        (date(2026, 5, 20), 2, "JC-STAR ★2（メーカーの宣言、2026-05-20に終了）"),
        (None, 3, "JC-STAR ★3（第三者の評価、期限の記載なし）"),
    ],
)
def test_a_label_is_stated_with_its_term(
    valid_until: date | None, level: int, said: str, ja: SheetTexts, typesetter: Typesetter
) -> None:
    words = printed(labelled(valid_until, level), ja, typesetter)
    assert said in words
    assert "安全を保証するものではありません" in words


def test_without_a_label_nothing_is_said_of_labels(ja: SheetTexts, typesetter: Typesetter) -> None:
    assert "JC-STAR" not in printed(one_device(), ja, typesetter)


def test_a_registered_service_is_stated_with_its_term(ja: SheetTexts, typesetter: Typesetter) -> None:
    sale = one_device()
    registration = ServiceRegistration("026-0001-00", ServiceCategory.MONITORING, date(2027, 3, 31))
    plan = replace(sale.plans[0], registration=registration)
    words = printed(replace(sale, plans=(plan, *sale.plans[1:])), ja, typesetter)
    assert "監視・運用、登録番号026-0001-00、2027-03-31まで" in words.replace(" ", "")
    assert "保証するものではありません" in words
