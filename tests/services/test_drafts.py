from pathlib import Path

import pytest
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.errors import InvalidImport, NotFound
from jcssa_desktop.services.disclosure_files import read_disclosure

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
QUOTATION = SAMPLES / "quotation_manufacturer.xlsx"


def line_of(disclosure, part_number):
    return next(line for line in disclosure.lines if line.part_number == part_number)


@pytest.fixture
def started(services):
    return services.drafts.start_from_quotation(QUOTATION)


def test_a_quotation_brings_customer_number_day_and_amount(started):
    assert "見本精密工業" in started.disclosure.customer.name
    assert started.disclosure.sale.quotation_number
    assert started.disclosure.sale.sold_on
    assert started.disclosure.sale.amount
    assert started.disclosure.explainer


def test_every_row_is_a_line_or_is_reported(started):
    assert len(started.disclosure.lines) >= 8
    assert started.skipped
    assert all(skipped.place.row for skipped in started.skipped)


def test_an_uncertain_line_offers_products_and_takes_none(services, started):
    line = line_of(started.disclosure, "TS5420DN-16")
    assert line.scope is Scope.CHECK
    assert line.product is None
    offered = services.drafts.candidates(line)
    assert "TeraStation TS5420DN" in [product.model for product in offered]


def test_choosing_a_candidate_decides_the_line_and_no_other(services, started):
    line = line_of(started.disclosure, "TS5420DN-16")
    chosen = services.drafts.choose_product(started.disclosure, line.line_id, line.candidate_ids[0])
    decided = line_of(chosen, "TS5420DN-16")
    assert decided.is_device
    assert decided.scope_reason == ""
    assert [one for one in chosen.lines if one.line_id != line.line_id] == [
        one for one in started.disclosure.lines if one.line_id != line.line_id
    ]


def test_a_licence_named_like_a_device_is_no_device(started):
    licence = next(line for line in started.disclosure.lines if "ライセンス" in line.text)
    assert licence.scope is Scope.OUT
    assert licence.scope_reason


def test_a_draft_continues_where_it_was_left(services, open_at, tmp_path, started):
    services.drafts.save(started.disclosure)
    changed = replace(started.disclosure, explainer="見本 花子")
    services.drafts.save(changed)
    later = open_at(tmp_path / "data")
    assert later.drafts.open(changed.disclosure_id) == changed
    assert [draft.customer for draft in later.drafts.drafts()] == [changed.customer.name]


def test_a_discarded_draft_can_be_brought_back(services, started):
    services.drafts.save(started.disclosure)
    services.drafts.discard(started.disclosure.disclosure_id)
    assert services.drafts.drafts() == ()
    with pytest.raises(NotFound):
        services.drafts.open(started.disclosure.disclosure_id)
    services.drafts.restore(started.disclosure.disclosure_id)
    assert services.drafts.open(started.disclosure.disclosure_id) == started.disclosure


def test_an_added_product_gets_a_line_of_its_own(services):
    product = services.catalogue.search("RTX830").products[0]
    once = services.drafts.add_line(services.drafts.start_empty(), product.product_id)
    twice = services.drafts.add_line(once, product.product_id)
    assert [line.line_id for line in twice.lines] == ["line-1", "line-2"]
    assert all(line.is_device for line in twice.lines)


def test_the_view_has_facts_for_every_device_and_words_for_every_item(services):
    disclosure = read_disclosure(SAMPLES / "disclosure_sample.json")
    view = services.drafts.view(disclosure)
    assert [facts.line_id for facts in view.facts] == [line.line_id for line in disclosure.devices]
    assert [item.number for item in view.items] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert {makers.maker_id for makers in view.maker_sources} == {facts.maker_id for facts in view.facts}


def test_a_product_that_left_the_catalogue_is_shown_as_not_known(services):
    disclosure = read_disclosure(SAMPLES / "disclosure_single.json")
    line = disclosure.lines[0]
    gone = replace(line, product=replace(line.product, product_id="sample:gone"))
    view = services.drafts.view(replace(disclosure, lines=(gone,)))
    assert view.facts[0].model == line.product.model
    assert view.facts[0].state == "undecidable"
    assert view.facts[0].latest is None


def test_a_file_that_is_no_quotation_changes_nothing(services, tmp_path):
    page = tmp_path / "見積.csv"
    page.write_text("<html><body>login</body></html>")
    with pytest.raises(InvalidImport) as caught:
        services.drafts.start_from_quotation(page)
    assert "見積.csv" in services.texts.error(caught.value)
    assert services.drafts.drafts() == ()


def test_an_option_is_offered_and_a_person_decides(services, tmp_path):
    quotation = tmp_path / "q.csv"
    text = "品名,数量,金額\nRTX830,1,100\n合計,,100\n■オプション\nWLX222,1,50\n保守サービス,1,20\n"
    quotation.write_text(text, encoding="utf-8")
    sold, option, service = services.drafts.start_from_quotation(quotation).disclosure.lines
    assert sold.scope is Scope.IN
    assert (option.scope, option.product) == (Scope.CHECK, None)
    assert "オプション" in option.scope_reason
    assert [one.model for one in services.drafts.candidates(option)] == ["WLX222"]
    assert service.scope is Scope.OUT


def test_our_own_letterhead_is_no_customer(services, tmp_path):
    quotation = tmp_path / "q.csv"
    own = services.settings.current.company.name
    quotation.write_text(f"{own}\n見本 太郎 様\n品名,数量\nRTX830,1\n", encoding="utf-8")
    assert services.drafts.start_from_quotation(quotation).disclosure.customer.name == ""
