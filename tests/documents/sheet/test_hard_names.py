"""Names that are hard to print: each stands on the page as it was written, or is reported before printing."""

import pytest
from msgspec.structs import replace

from jcssa_desktop.documents.drawing import LEFT, RIGHT, Page, Text
from jcssa_desktop.documents.sheet.draw import draw_sheet, sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import FontPair
from jcssa_desktop.domain.disclosure import Answer, Customer, Intent, SheetEdition
from jcssa_desktop.domain.errors import MissingGlyphs
from jcssa_desktop.domain.finding import VersionState
from jcssa_desktop.domain.record import Record
from tests.documents.builders import SHA256, device, one_device, record

PRINTED = [
    "髙﨑 一郎",
    "𠮷野 花子",
    "渡邉 邊",
    "渡邊 邉",
    "𩸽屋",
    "神谷 神",
    "濵田 德",
    "槗本 彅",
    "ｶﾌﾞｼｷｶﾞｲｼｬ ﾐﾎﾝ",
    "㈱見本 ①号館",
    "Café Élan Straße GmbH",
    "有限会社ヱビス・ヰセキ・ヴァイオリン",
]
FIELDS = 8
SELECTED = {"葛󠄀城": "葛城", "辻󠄁 一郎": "辻 一郎"}
DECOMPOSED = {"ハ\u3099ッファ": "バッファ", "Cafe\u0301": "Café"}
REPORTED = ["見本\U0001f600", "\U000f0000社", "𠀋\U0002ffff"]
LONG = [
    "国立研究開発法人見本情報通信先端技術総合研究開発機構見本地域イノベーション推進センター分室",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesellschaft mit beschränkter Haftung",
    "ﾐﾎﾝｱﾄﾞﾊﾞﾝｽﾄﾈｯﾄﾜｰｸｿﾘｭｰｼｮﾝｽﾞｼﾞｬﾊﾟﾝﾎｰﾙﾃﾞｨﾝｸﾞｽｶﾌﾞｼｷｶﾞｲｼｬﾋｶﾞｼﾆﾎﾝｶﾝﾊﾟﾆｰ",
    "髙" * 80,
]


def named(name: str) -> Record:
    sale = one_device()
    return replace(sale, disclosure=replace(sale.disclosure, customer=Customer(name=name, person=name)))


def everywhere(name: str) -> Record:
    """A sale in which a name stands in every field that a person fills in or a source states."""
    line, facts = device("1", name, name, version="1.0", state=VersionState.SAME_AS_LATEST)
    line = replace(line, serials=(name,), location=name, use=name, version="1.0")
    intent = Intent("1", Answer.CONSIDERING, "standard", "quoted", note=name)
    sale = record(((line, facts),), (intent,), customer=Customer(name=name, department=name, person=name))
    company = replace(sale.company, name=name, explainer=name, address=name, desk_name=name)
    plans = tuple(replace(plan, name=name, includes=name, excludes=name) for plan in sale.plans)
    return replace(sale, company=company, plans=plans)


def field_of(name: str) -> dict[str, Record]:
    """The same, with the name in one field alone; by the field's place in the record."""
    line, facts = device("1", "見本", "見本", version="1.0", state=VersionState.SAME_AS_LATEST)
    plain = record(((line, facts),), (Intent("1", Answer.CONSIDERING, "standard", "quoted"),))
    disclosure = plain.disclosure
    lines = disclosure.lines

    def with_line(**changes: object) -> Record:
        changed = (replace(lines[0], **changes),)  # type: ignore[arg-type]
        return replace(plain, disclosure=replace(disclosure, lines=changed))

    return {
        "company.name": replace(plain, company=replace(plain.company, name=name)),
        "lines[0].serials": with_line(serials=(name,)),
        "intents[0].note": replace(
            plain, disclosure=replace(disclosure, intents=(replace(disclosure.intents[0], note=name),))
        ),
        "lines[0].location": with_line(location=name),
        "facts[0].model": replace(plain, facts=(replace(facts, model=name),)),
    }


def laid_out(sale: Record, texts: SheetTexts, typesetter: Typesetter) -> tuple[Page, ...]:
    return sheet_pages(Edition(sale, SHA256, texts, typesetter, preview=False))


@pytest.mark.parametrize("name", PRINTED)
def test_a_hard_name_is_printed_as_it_is_written(
    name: str, ja: SheetTexts, typesetter: Typesetter, fonts: FontPair
) -> None:
    assert name in "".join(laid_out(named(name), ja, typesetter)[0].texts)
    assert draw_sheet(named(name), SHA256, ja, fonts)


@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.parametrize("edition", SheetEdition)
def test_it_is_printed_in_every_field_of_the_sheet(
    name: str, edition: SheetEdition, ja: SheetTexts, typesetter: Typesetter, fonts: FontPair
) -> None:
    sale = everywhere(name)
    sale = replace(sale, disclosure=replace(sale.disclosure, edition=edition, readings=True))
    whole = "".join(text for page in laid_out(sale, ja, typesetter) for text in page.texts)
    assert whole.replace(" ", "").count(name.replace(" ", "")) >= FIELDS
    assert draw_sheet(sale, SHA256, ja, fonts)


@pytest.mark.parametrize("place", field_of(""))
@pytest.mark.parametrize("name", REPORTED)
def test_a_character_without_a_shape_is_reported_in_whatever_field_it_stands(
    place: str, name: str, ja: SheetTexts, fonts: FontPair
) -> None:
    with pytest.raises(MissingGlyphs) as raised:
        draw_sheet(field_of(name)[place], SHA256, ja, fonts)
    assert place in str(raised.value.place.path)


@pytest.mark.parametrize(("name", "shown"), [*SELECTED.items(), *DECOMPOSED.items()])
def test_a_selected_or_decomposed_shape_is_printed_in_its_standard_form(
    name: str, shown: str, ja: SheetTexts, typesetter: Typesetter, fonts: FontPair
) -> None:
    assert shown in "".join(laid_out(named(name), ja, typesetter)[0].texts)
    assert draw_sheet(named(name), SHA256, ja, fonts)


@pytest.mark.parametrize("name", SELECTED)
def test_a_shape_that_is_not_the_selected_one_is_said_on_the_sheet(
    name: str, ja: SheetTexts, typesetter: Typesetter
) -> None:
    whole = "".join(text for page in laid_out(named(name), ja, typesetter) for text in page.texts)
    assert "標準の字形で印字" in whole


@pytest.mark.parametrize("name", REPORTED)
def test_a_character_without_a_shape_is_reported_with_its_field(
    name: str, ja: SheetTexts, fonts: FontPair
) -> None:
    with pytest.raises(MissingGlyphs) as raised:
        draw_sheet(named(name), SHA256, ja, fonts)
    assert raised.value.place.path == "disclosure.customer.name"
    assert "U+" in raised.value.values["codes"]


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("edition", SheetEdition)
def test_a_long_name_is_whole_and_within_the_margins(
    name: str, edition: SheetEdition, ja: SheetTexts, typesetter: Typesetter
) -> None:
    sale = named(name)
    pages = laid_out(replace(sale, disclosure=replace(sale.disclosure, edition=edition)), ja, typesetter)
    assert name.replace(" ", "") in "".join(pages[0].texts).replace(" ", "")
    for page in pages:
        for placed in page.placed:
            if isinstance(placed.mark, Text):
                white = placed.mark.size / 72 * 25.4
                assert placed.x >= LEFT - white
                assert placed.x + placed.mark.width <= RIGHT + white
