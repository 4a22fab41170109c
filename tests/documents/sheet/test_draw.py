"""What is printed where, for every kind of sale."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from jcssa_desktop.documents.drawing import (
    BOTTOM,
    FOOTER_RULE,
    LEFT,
    RIGHT,
    Box,
    Circle,
    Modules,
    Outline,
    Page,
    Placed,
    Text,
)
from jcssa_desktop.documents.logo import read_logo
from jcssa_desktop.documents.sheet.draw import draw_sheet, sheet_pages
from jcssa_desktop.documents.sheet.edition import Edition
from jcssa_desktop.documents.sheet_texts import SheetTexts
from jcssa_desktop.documents.typesetting import Typesetter
from jcssa_desktop.documents.typography import Faces, FontPair
from jcssa_desktop.domain.catalogue import FirmwareState
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Correction,
    Customer,
    Disclosure,
    Explained,
    Intent,
    ItemConfirmation,
    SheetEdition,
)
from jcssa_desktop.domain.errors import MissingGlyphs
from jcssa_desktop.domain.finding import DeliveredState, Verdict, VersionState
from jcssa_desktop.domain.guideline import ItemNumber
from jcssa_desktop.domain.lifecycle import LifecycleKind
from jcssa_desktop.domain.plan import CompanyProfile
from jcssa_desktop.domain.record import Record
from tests.documents.builders import (
    DRAWN,
    FORTIGATE,
    LATER,
    MATE,
    REFUSED,
    SHA256,
    confirmations,
    device,
    ends,
    finding,
    four_devices,
    handa,
    one_device,
    record,
    sixty_devices,
)

GOLDEN = Path(__file__).parent / "golden"
FLOOR = 8.0
QUESTION = ItemConfirmation(
    ItemNumber.RISK,
    Explained.QUESTION,
    note="VPNを使っていない場合も対象ですか。",
    answer_by=date(2026, 9, 1),
    memo="社内メモ：技術部に確認",
)
NOT_APPLICABLE = ItemConfirmation(
    ItemNumber.PAID_SERVICES, Explained.NOT_APPLICABLE, note="官公庁の規定により有償契約の対象外"
)
LONG = Customer(
    name="国立研究開発法人見本情報通信先端技術総合研究開発機構見本地域イノベーション推進センター分室",
    department="総務企画本部情報システム統括部ネットワーク基盤運用管理課第二セキュリティ対策グループ",
    person="見本五郎左衛門尉長命寿限無寿限無五劫の擦り切れ海砂利水魚",
    position="主席情報セキュリティ統括管理責任者補佐心得",
)


def with_long_names() -> Record:
    long_device = device(
        "1",
        "見本アドバンストネットワークソリューションズジャパン",
        "SuperSecureGateway-9000XL-Enterprise-Edition 拡張冗長電源モジュール付き第三世代改良型",
        version="Rev.15.02.31-build.20260820.hotfix-12345-long-term-support",
        state=VersionState.UNDECIDABLE,
        latest="Rev.15.02.99-build.20260820.hotfix-99999-long-term-support",
        source="見本アドバンストネットワークソリューションズジャパン リリースノート",
        quantity=12345,
        use="本社と全国二百五十の営業拠点および海外三十の現地法人をつなぐ基幹回線の出入口",
        serials=tuple(f"SERIAL-NUMBER-THAT-IS-LONG-{number:05d}" for number in range(40)),
        location="本社別館地下二階第三電算機室北側ラック群の四番目の上段",
    )
    intents = (
        Intent("1", Answer.CONSIDERING, "standard", "quoted", note="稟議の後、親会社の承認を得てから決定"),
    )
    return record((long_device,), intents, customer=LONG)


def with_questions(**changes: object) -> Record:
    overrides = {ItemNumber.RISK: QUESTION, ItemNumber.PAID_SERVICES: NOT_APPLICABLE}
    return four_devices(items=confirmations(overrides), **changes)


def every_state(**changes: object) -> Record:
    devices = [
        device(
            str(number),
            "ヤマハ",
            f"見本{number}型",
            version="" if state is VersionState.NOT_RECORDED else "1.0",
            state=state,
            latest="1.1",
        )
        for number, state in enumerate(VersionState)
    ]
    line, facts = devices[2]
    withdrawn = DeliveredState(FirmwareState.WITHDRAWN, date(2026, 8, 19), "ヤマハ")
    devices[2] = (line, replace(facts, delivered=withdrawn))
    return record(tuple(devices), **changes)  # type: ignore[arg-type]


def revised() -> Record:
    """A revision, whose reason is as long as the window lets it be."""
    sale = one_device(number="KS-2026-000123-2")
    correction = Correction("KS-2026-000123-1", "納品した版と設置場所の誤りを直しました。" * 4)
    disclosure = replace(sale.disclosure, correction=correction)
    return replace(sale, revision=2, supersedes=correction.supersedes, disclosure=disclosure)


def without_devices() -> Record:
    return replace(record(()), maker_sources=(), used_sources=(), terms=(), clauses=())


SALES: dict[str, Callable[[], Record]] = {
    "four": four_devices,
    "one": one_device,
    "sixty": sixty_devices,
    "handa": handa,
    "refused": lambda: four_devices(signature=REFUSED),
    "later": lambda: one_device(signature=LATER),
    "drawn": lambda: one_device(signature=DRAWN),
    "questions": with_questions,
    "states": every_state,
    "long": with_long_names,
    "none": without_devices,
    "revision": revised,
}


@pytest.fixture
def pages(typesetter: Typesetter, ja: SheetTexts) -> Callable[..., tuple[Page, ...]]:
    def lay_out(sale: Record, texts: SheetTexts = ja, *, preview: bool = False) -> tuple[Page, ...]:
        return sheet_pages(Edition(sale, SHA256, texts, typesetter, preview=preview))

    return lay_out


def ink(placed: Placed) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text; full-width marks at its ends have half their width white."""
    mark = placed.mark
    assert isinstance(mark, Text)
    half = mark.size / 72 * 25.4 / 2
    left = placed.x + (half if mark.text[:1] in "（「『" else 0)
    right = placed.x + mark.width - (half if mark.text[-1:] in "）」』、。" else 0)
    return left, placed.y - half * 1.6, right, placed.y + half * 0.2


def texts_of(page: Page) -> list[Placed]:
    return [placed for placed in page.placed if isinstance(placed.mark, Text) and placed.mark.text.strip()]


def in_edition(sale: Record, edition: SheetEdition) -> Record:
    return replace(sale, disclosure=replace(sale.disclosure, edition=edition))


def test_a_model_with_line_ends_of_its_own_is_set_all_the_same(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    sale = four_devices()
    facts = tuple(replace(one, model="A\nB\nC\nD") for one in sale.facts)
    assert "9月11日" in pages(replace(sale, facts=facts))[0].texts


def test_a_revision_says_what_it_supersedes_and_why(pages: Callable[..., tuple[Page, ...]]) -> None:
    said = "".join(pages(revised())[0].texts)
    assert "訂正版" in pages(revised())[0].texts
    assert "訂正版" not in pages(one_device())[0].texts
    assert "KS-2026-000123-1 の訂正版です。以後はこの用紙をお使いください。" in said
    assert "理由：納品した版と設置場所の誤りを直しました。" in said


@pytest.mark.parametrize("name", SALES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("edition", SheetEdition)
def test_everything_stays_within_the_margins(
    name: str,
    language: str,
    edition: SheetEdition,
    pages: Callable[..., tuple[Page, ...]],
    ja: SheetTexts,
    en: SheetTexts,
) -> None:
    for page in pages(in_edition(SALES[name](), edition), ja if language == "ja" else en):
        for placed in texts_of(page):
            left, top, right, bottom = ink(placed)
            assert left >= LEFT - 0.1, placed
            assert right <= RIGHT + 0.1, placed
            assert top >= 5
            footer = placed.y > FOOTER_RULE
            assert bottom <= (FOOTER_RULE + 6 if footer else BOTTOM + 0.3), placed


@pytest.mark.parametrize("name", SALES)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("edition", SheetEdition)
def test_no_text_lies_on_another(
    name: str,
    language: str,
    edition: SheetEdition,
    pages: Callable[..., tuple[Page, ...]],
    ja: SheetTexts,
    en: SheetTexts,
) -> None:
    for page in pages(in_edition(SALES[name](), edition), ja if language == "ja" else en):
        boxes = sorted(((ink(placed), placed) for placed in texts_of(page)), key=lambda one: one[0][1])
        for index, (one, first) in enumerate(boxes):
            for other, second in boxes[index + 1 :]:
                if other[1] > one[3] - 0.3:
                    break
                apart = one[2] <= other[0] + 0.3 or other[2] <= one[0] + 0.3
                assert apart, (first, second)


@pytest.mark.parametrize("name", SALES)
def test_no_type_is_smaller_than_the_floor(name: str, pages: Callable[..., tuple[Page, ...]]) -> None:
    for page in pages(SALES[name]()):
        assert all(placed.mark.size >= FLOOR for placed in texts_of(page) if isinstance(placed.mark, Text))


@pytest.mark.parametrize("name", SALES)
def test_in_large_type_all_is_larger_and_the_letters_are_the_same(
    name: str, pages: Callable[..., tuple[Page, ...]]
) -> None:
    made = pages(in_edition(SALES[name](), SheetEdition.LARGE))
    sizes = [one.mark.size for page in made for one in texts_of(page) if isinstance(one.mark, Text)]
    assert min(sizes) >= FLOOR * 1.3 - 0.01
    whole = [text for page in made for text in page.texts]
    assert all(letter in whole for letter in "ABCDEFGHIJL")
    if name != "long":
        assert next(number for number, page in enumerate(made) if "H" in page.texts) == 2


@pytest.mark.parametrize("edition", SheetEdition)
def test_readings_stand_above_hard_words_and_move_nothing_off_the_page(
    edition: SheetEdition, ja: SheetTexts, faces: Faces
) -> None:
    sale = in_edition(four_devices(), edition)
    typesetter = Typesetter(faces, ja.readings)
    pages = sheet_pages(Edition(sale, SHA256, ja, typesetter, preview=False))
    words = [text for page in pages for text in page.texts]
    assert "ぜいじゃくせい" in words
    for page in pages:
        for placed in texts_of(page):
            assert ink(placed)[3] <= BOTTOM + 0.3 or placed.y > FOOTER_RULE


@pytest.mark.parametrize("name", [name for name in SALES if name != "long"])
def test_the_front_is_one_page(name: str, pages: Callable[..., tuple[Page, ...]]) -> None:
    first, second, *_ = pages(SALES[name]())
    assert "告知シート" in first.texts
    assert "ご確認の" in first.texts
    assert second.texts[0] == "機器ごとの記録"


def test_four_products_are_all_on_the_front_with_their_answers(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    front = " ".join(pages(four_devices())[0].texts)
    for words in (
        "FortiGate 60F",
        "RTX830",
        "TeraStation",
        "Mate",
        "9/11に当社が更新",
        "期限 9/30",
        "最新版（8/20",
    ):
        assert words in front
    assert "ほか 1機種" not in front


def test_more_devices_are_shown_on_one_line_each_before_any_is_left_out(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    base = sixty_devices()
    six = replace(base, disclosure=replace(base.disclosure, lines=base.disclosure.lines[:6]))
    front = pages(six)[0].texts
    for line in six.disclosure.lines:
        assert any(text.startswith(line.text) for text in front), line.text
    assert not any(text.startswith("ほか ") for text in front)


@pytest.mark.parametrize("count", [1, 6])
def test_an_end_of_fixes_that_has_passed_is_on_the_front_however_short_its_rows(
    count: int, pages: Callable[..., tuple[Page, ...]]
) -> None:
    past = (ends(LifecycleKind.END_OF_FIRMWARE, "2024-03"), ends(LifecycleKind.END_OF_SUPPORT, "2028-11-11"))
    base = sixty_devices()
    facts = tuple(replace(one, lifecycle=past) for one in base.facts)
    lines = base.disclosure.lines[:count]
    sale = replace(base, facts=facts, disclosure=replace(base.disclosure, lines=lines))
    assert "".join(pages(sale)[0].texts).count("技術対応は2024年3月に終了") >= min(count, 2)


def test_a_day_of_another_year_bears_its_year(pages: Callable[..., tuple[Page, ...]]) -> None:
    line, facts = FORTIGATE
    assert facts.latest is not None
    old = replace(facts, latest=replace(facts.latest, observed_on=date(2025, 6, 20)))
    sale = record(((replace(line, update_planned_on=date(2027, 1, 15)), old),))
    words = "".join(text for page in pages(sale) for text in page.texts)
    assert "最新版（2025/6/20）" in words
    assert "2025/6/20確認" in words
    assert "2027年1月15日" in words
    assert "2027/1/15に当社が更新" in words


def test_where_no_source_was_at_hand_nothing_is_called_not_found(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    words = "".join(text for page in pages(replace(one_device(), used_sources=())) for text in page.texts)
    assert "該当する脆弱性情報の有無は確認していません" in words
    assert "見つかっていません" not in words


def test_an_exploited_vulnerability_has_the_source_that_says_so(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    assert "CISA KEV（8/20確認）" in "".join(pages(four_devices())[0].texts)


def test_a_company_without_a_name_leaves_no_gap(pages: Callable[..., tuple[Page, ...]]) -> None:
    made = pages(replace(four_devices(), company=CompanyProfile(name="")))
    texts = [text for page in made for text in page.texts]
    assert "未記入" in texts
    assert texts[texts.index("　説明者 見本 太郎") - 1] == "未記入"
    assert not {" 作成", " 窓口"} & set(texts)


def test_a_logo_leaves_the_resellers_lines_as_they_are(
    pages: Callable[..., tuple[Page, ...]], tmp_path: Path
) -> None:
    image = tmp_path / "logo.png"
    Image.new("RGB", (660, 240), "black").save(image)
    sale = four_devices()
    front = pages(replace(sale, company=replace(sale.company, logo=read_logo(image))))[0].texts
    assert "見積 Q-2026-0815　当社の作業：販売・設置・初期設定" in front
    assert (
        len(
            [
                text
                for text in pages(sale)[0].texts
                if text == "見積 Q-2026-0815　当社の作業：販売・設置・初期設定"
            ]
        )
        == 1
    )


def test_the_last_page_holds_more_than_a_line_or_two_where_less_white_saves_it(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    base = handa()
    for count in range(0, 30, 3):
        made = pages(replace(base, terms=base.terms * 4, clauses=base.clauses * count))
        lowest = max(placed.y for placed in texts_of(made[-1]) if placed.y < FOOTER_RULE)
        assert lowest > 45, count


def test_sixty_lines_are_cut_on_the_front_and_whole_behind(pages: Callable[..., tuple[Page, ...]]) -> None:
    front, *back = pages(sixty_devices())
    assert any(text.startswith("ほか ") for text in front.texts)
    numbers = [text for page in back for text in page.texts if text.isdigit()]
    assert numbers[:60] == [str(number) for number in range(1, 61)]


def test_a_table_over_several_pages_repeats_its_head(pages: Callable[..., tuple[Page, ...]]) -> None:
    _, *back = pages(sixty_devices())
    with_devices = [page for page in back if "No." in page.texts]
    assert len(with_devices) > 2
    assert "機器・版・期限" in with_devices[0].texts
    assert all("機器・版・期限（つづき）" in page.texts for page in with_devices[1:])


def test_no_table_leaves_a_single_row_on_a_page(pages: Callable[..., tuple[Page, ...]]) -> None:
    base = sixty_devices()
    for count in (12, 13, 14, 15, 24, 25, 26, 27):
        kept = {line.line_id for line in base.disclosure.lines[:count]}
        cut = replace(
            base,
            disclosure=replace(base.disclosure, lines=base.disclosure.lines[:count]),
            facts=tuple(facts for facts in base.facts if facts.line_id in kept),
        )
        for page in pages(cut)[1:]:
            if "No." in page.texts:
                assert sum(text.isdigit() for text in page.texts) >= 2, count


def test_no_title_stands_alone_at_a_foot(pages: Callable[..., tuple[Page, ...]]) -> None:
    for name in SALES:
        for page in pages(SALES[name]())[1:]:
            body = [placed for placed in texts_of(page) if placed.y < FOOTER_RULE]
            titles = [p for p in body if isinstance(p.mark, Text) and p.mark.size == 10 and p.mark.bold]
            lowest = max(p.y for p in titles) if titles else 0
            assert any(placed.y > lowest + 3 for placed in body) or not titles, name


def test_every_page_names_issuer_number_code_and_page(pages: Callable[..., tuple[Page, ...]]) -> None:
    made = pages(four_devices())
    for number, page in enumerate(made, start=1):
        foot = [p.mark.text for p in texts_of(page) if p.y > FOOTER_RULE and isinstance(p.mark, Text)]
        assert foot == [
            "見本商事株式会社 作成",
            "文書番号 ",
            "KS-2026-000123-1",
            "　照合コード ",
            "7F3A-91C2-0D4E",
            f"{number}／{len(made)}ページ",
        ]


def test_the_front_names_the_page_of_each_box_behind(pages: Callable[..., tuple[Page, ...]]) -> None:
    made = pages(four_devices())
    front = "".join(made[0].texts)
    for title, words in (("機器・版・期限", "出典は{}ページ"), ("ご説明した八つの事項", "全文は{}ページ")):
        page = next(number for number, page in enumerate(made, start=1) if title in page.texts and number > 1)
        assert words.format(page) in front


def test_the_code_on_the_front_holds_number_and_hash(pages: Callable[..., tuple[Page, ...]]) -> None:
    codes = [p.mark for p in pages(four_devices())[0].placed if isinstance(p.mark, Modules)]
    assert [code.content for code in codes] == [f"KS-2026-000123-1:{SHA256[:32].upper()}"]
    assert codes[0].size >= 0.35


def test_a_preview_bears_neither_number_nor_code(pages: Callable[..., tuple[Page, ...]]) -> None:
    for page in pages(four_devices(), preview=True):
        words = " ".join(page.texts)
        assert "見本（封緘前）" in words
        assert "KS-2026-000123-1" not in words
        assert "7F3A" not in words
    assert not [p for p in pages(four_devices(), preview=True)[0].placed if isinstance(p.mark, Modules)]


def test_a_ticked_box_is_drawn_for_each_confirmed_item_only(pages: Callable[..., tuple[Page, ...]]) -> None:
    def ticks(sale: Record) -> int:
        return sum(
            isinstance(p.mark, Outline) and p.tags and p.tags[-1].means == "確認済み"
            for p in pages(sale)[0].placed
        )

    assert ticks(four_devices()) == 8
    assert ticks(with_questions()) == 6


def test_a_question_is_printed_with_its_day_and_without_the_memo(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    made = pages(with_questions())
    front, whole = "".join(made[0].texts), "".join(text for page in made for text in page.texts)
    assert "ご質問あり（9月1日までに回答）" in front
    assert "VPNを使っていない場合も対象ですか。" in whole
    assert "対象外の理由：官公庁の規定により有償契約の対象外" in whole
    assert "社内メモ" not in whole
    assert "印のある事項の説明を受け" in front


@pytest.mark.parametrize(
    ("sale", "said", "never"),
    [
        (four_devices(), "この用紙の全文を確認しました", "署名なし"),
        (four_devices(signature=REFUSED), "署名なし（お客様のご意向）", "全文を確認しました"),
        (four_devices(signature=LATER), "署名は後日", "全文を確認しました"),
        (four_devices(signature=DRAWN), "電子サイン（参考）", "署名なし"),
    ],
    ids=["paper", "refused", "later", "drawn"],
)
def test_each_way_of_signing_is_said_as_it_was(
    sale: Record, said: str, never: str, pages: Callable[..., tuple[Page, ...]]
) -> None:
    front = "".join(pages(sale)[0].texts)
    assert said in front
    assert never not in front
    assert "法令で認められたお客様の権利を制限するものではありません" in front


def test_a_drawn_signature_is_lines_inside_its_box(pages: Callable[..., tuple[Page, ...]]) -> None:
    page = pages(one_device(signature=DRAWN))[0]
    boxes = [p for p in page.placed if isinstance(p.mark, Box) and p.mark.width == 75.5]
    strokes = [p for p in page.placed if isinstance(p.mark, Outline) and p.mark.weight == 1.1]
    assert len(strokes) == 2
    box = boxes[0]
    assert isinstance(box.mark, Box)
    for stroke in strokes:
        assert isinstance(stroke.mark, Outline)
        for x, y in stroke.mark.points:
            assert box.x <= stroke.x + x <= box.x + box.mark.width
            assert box.y <= stroke.y + y <= box.y + box.mark.height


def test_nothing_found_is_said_with_what_it_does_not_mean(pages: Callable[..., tuple[Page, ...]]) -> None:
    front, behind, *_ = pages(one_device())
    assert "見つかっていません" in "".join(front.texts)
    assert "情報が見つからないことは、問題がないことを意味しません。" in "".join(front.texts)
    assert "問題がないことを意味しません" in "".join(behind.texts)


def test_unknown_stays_unknown(pages: Callable[..., tuple[Page, ...]]) -> None:
    made = pages(four_devices())
    behind = "".join(made[1].texts)
    assert "判定できない" in behind
    assert "v.5.00〜v.0.07" in behind
    assert "未照合" in behind
    assert "納品時に記録" in "".join(made[0].texts)


def test_an_exploited_vulnerability_is_told_in_plain_words(pages: Callable[..., tuple[Page, ...]]) -> None:
    front = "".join(pages(handa())[0].texts)
    assert "FortiGate 60E を 6.0.4 のまま使った場合" in front
    assert "悪用が確認された脆弱性が1件" in front
    assert "ランサムウェアの攻撃に使われた記録" in front
    assert "6.0.5 で修正されています" in front
    assert "CVE-2018-13379" in front
    assert "終了しています" in front


def test_each_state_has_its_own_shape_and_word(pages: Callable[..., tuple[Page, ...]]) -> None:
    behind = pages(every_state())[1]
    words = "".join(behind.texts)
    for word in (
        "更新が必要",
        "修正の予定なし",
        "取り下げ",
        "判定できない",
        "版は未確認",
        "新しい版あり",
        "最新版と同じ",
    ):
        assert words.count(word) >= 2
    shapes = {
        (p.mark.points, p.mark.weight) for p in behind.placed if isinstance(p.mark, Outline) and p.mark.closed
    }
    assert len(shapes) == 6
    assert any(isinstance(p.mark, Circle) and p.mark.weight is None for p in behind.placed)


def test_latest_versions_seen_on_different_days_say_their_own_day(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    older = device(
        "9",
        "ヤマハ",
        "RTX1220",
        version="1",
        state=VersionState.SAME_AS_LATEST,
        latest="1",
        seen_on=date(2026, 8, 5),
    )
    front = "".join(pages(record((FORTIGATE, older)))[0].texts)
    assert "最新版（確認日）" in front
    assert "8/20に確認" in front
    assert "8/5に確認" in front


def test_only_one_kind_of_contract_is_marked_as_todays(pages: Callable[..., tuple[Page, ...]]) -> None:
    front = pages(one_device())[0].texts
    assert "今回" in front
    assert "保守契約なし" in front
    line, facts = FORTIGATE
    covered = pages(record(((line, facts),)))[0].texts
    assert "保守契約あり" in covered
    undecided = replace(line, contract=ContractState.UNDECIDED)
    assert "保守契約なし" in pages(record(((undecided, facts),)))[0].texts


def test_the_matrix_has_both_groups_with_circles_for_every_task(
    pages: Callable[..., tuple[Page, ...]],
) -> None:
    front = pages(four_devices())[0]
    does = [p for p in front.placed if isinstance(p.mark, Circle) and p.tags and p.tags[-1].means == "行う"]
    helps = [
        p for p in front.placed if isinstance(p.mark, Circle) and p.tags and p.tags[-1].means == "協力する"
    ]
    assert (len(does), len(helps)) == (18, 11)


def test_the_wording_is_said_to_be_the_resellers(pages: Callable[..., tuple[Page, ...]]) -> None:
    whole = "".join(text for page in pages(four_devices()) for text in page.texts)
    assert "見本商事株式会社が作成した文例です（第3版、2026年7月1日 法務確認）" in whole
    assert "業界団体が作成または認定した文章ではありません" in whole
    assert "JCSSA" not in whole


def test_a_variant_that_cannot_be_printed_is_told(pages: Callable[..., tuple[Page, ...]]) -> None:
    sale = four_devices(customer=Customer(name="葛\U000e0100城見本株式会社"))
    whole = "".join(text for page in pages(sale) for text in page.texts)
    assert "葛 は、字形の指定を外し" in whole


def test_a_character_that_no_font_has_is_told_before_printing(ja: SheetTexts, fonts: FontPair) -> None:
    sale = four_devices(customer=Customer(name="見本😀株式会社", person="≒太郎"))
    with pytest.raises(MissingGlyphs) as told:
        draw_sheet(sale, SHA256, ja, fonts)
    assert told.value.values["characters"] == "😀、≒"
    assert told.value.values["text"] == "見本😀株式会社"
    assert told.value.place.path == "disclosure.customer.name"


def test_an_unprinted_memo_may_hold_any_character(ja: SheetTexts, fonts: FontPair) -> None:
    item = replace(QUESTION, memo="😀")
    draw_sheet(four_devices(items=confirmations({ItemNumber.RISK: item})), SHA256, ja, fonts)


def test_an_advisory_without_our_words_is_still_told(pages: Callable[..., tuple[Page, ...]]) -> None:
    bare = finding("CVE-2026-1", Verdict.AFFECTED, summary="", summary_en="", no_fix=True)
    gate = device("1", "見本", "見本機", version="1", state=VersionState.NO_FIX, findings=(bare,))
    front = "".join(pages(record((gate,)))[0].texts)
    assert "この版に該当する脆弱性情報が、1件公表されています" in front
    assert "修正版の予定がない" in front


def test_the_front_says_when_a_version_was_not_recorded(pages: Callable[..., tuple[Page, ...]]) -> None:
    front = "".join(pages(record((MATE,)))[0].texts)
    assert "まだ照合していません" in front
    assert "見つかっていません" not in front


def test_a_disclosure_that_is_just_begun_can_be_previewed(ja: SheetTexts, fonts: FontPair) -> None:
    begun = replace(
        record(()).disclosure,
        customer=Customer(),
        explained_on=None,
        explainer="",
        signature=None,
        items=Disclosure("x", record(()).sealed_at).items,
    )
    assert draw_sheet(replace(record(()), disclosure=begun), "", ja, fonts, preview=True).startswith(b"%PDF")


def printed_text(pdf: bytes, tmp_path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler) is not here")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


@pytest.mark.parametrize("person", ["髙﨑 一郎", "𠮷野 花子", "彅本 邊", "神\ufa19 德"])
def test_names_are_copied_out_as_they_were_typed(
    person: str, ja: SheetTexts, fonts: FontPair, tmp_path: Path
) -> None:
    sale = one_device()
    sale = replace(
        sale, disclosure=replace(sale.disclosure, customer=Customer(name="見本会計事務所", person=person))
    )
    assert person in printed_text(draw_sheet(sale, SHA256, ja, fonts), tmp_path)


@pytest.mark.parametrize("name", ["four", "one", "handa"])
def test_the_whole_text_is_as_reviewed(
    name: str, pages: Callable[..., tuple[Page, ...]], request: pytest.FixtureRequest
) -> None:
    written = "\f".join("\n".join(page.texts) for page in pages(SALES[name]())) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden", default=False):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_the_same_record_gives_the_same_bytes(ja: SheetTexts, fonts: FontPair) -> None:
    assert draw_sheet(four_devices(), SHA256, ja, fonts) == draw_sheet(four_devices(), SHA256, ja, fonts)


def test_only_the_two_typefaces_are_in_the_file_and_embedded(ja: SheetTexts, fonts: FontPair) -> None:
    with pikepdf.open(io.BytesIO(draw_sheet(four_devices(), SHA256, ja, fonts))) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                assert "NotoSansJP" in str(font.BaseFont)
                assert "/FontFile2" in font.FontDescriptor
