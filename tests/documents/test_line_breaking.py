import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jcssa_desktop.documents.kinsoku import NOT_AT_END, NOT_AT_START
from jcssa_desktop.documents.line_breaking import LineBreaker, Run, TypedLine
from jcssa_desktop.documents.typography import Faces

SIZE = 8.8
EM = SIZE / 72 * 25.4


def broken(faces: Faces, text: str, ems: float, *, phrases: bool = False, hanging: bool = False) -> list[str]:
    breaker = LineBreaker(faces, SIZE, ems * EM, phrases=phrases, hanging=hanging)
    return [line.text for line in breaker.lines([Run(text)])]


def test_a_text_that_fits_stays_on_one_line(faces: Faces) -> None:
    assert broken(faces, "保守契約のご案内", 10) == ["保守契約のご案内"]


def test_no_text_gives_no_line(faces: Faces) -> None:
    assert broken(faces, "", 10) == []


@pytest.mark.parametrize("mark", ["、", "。", "ー", "っ", "ゃ", "ッ", "々", "」", "）"])
def test_a_mark_that_may_not_begin_a_line_pulls_its_neighbour_down(faces: Faces, mark: str) -> None:
    lines = broken(faces, "あいうえおかきくけこ" + mark + "さしすせそ", 10)
    assert lines[1].startswith("こ" + mark)


@pytest.mark.parametrize("mark", ["（", "「", "『", "第"])
def test_a_mark_that_may_not_end_a_line_goes_to_the_next(faces: Faces, mark: str) -> None:
    lines = broken(faces, "あいうえおかきくけ" + mark + "さしすせそたち", 10)
    assert lines[1].startswith(mark)


@pytest.mark.parametrize("figure", ["12件", "9月18日", "100台", "3ページ", "2026年", "17時30分", "2か月"])
def test_a_number_and_its_counter_stay_together(faces: Faces, figure: str) -> None:
    for before in range(4, 12):
        lines = broken(faces, "あ" * before + figure + "までにお知らせします", 12)
        assert any(figure in line for line in lines), lines


def test_a_box_is_named_in_one_piece(faces: Faces) -> None:
    for before in range(6, 12):
        assert any("H欄" in line for line in broken(faces, "あ" * before + "H欄のとおりです", 12))


def test_a_hanging_comma_stays_on_its_line(faces: Faces) -> None:
    text = "あいうえおかきくけこ、さしすせそ"
    assert broken(faces, text, 10, hanging=True)[0] == "あいうえおかきくけこ、"
    assert broken(faces, text, 10)[0] == "あいうえおかきくけ"


def test_no_line_of_a_few_characters_is_left(faces: Faces) -> None:
    assert broken(faces, "あいうえおかきくけこさ", 10) == ["あいうえおか", "きくけこさ"]


def test_what_a_short_last_line_takes_over_begins_with_a_phrase(faces: Faces) -> None:
    assert broken(faces, "記録と同じ内容であるかをお調べします。", 16) == [
        "記録と同じ内容であるかを",
        "お調べします。",
    ]


def test_an_honorific_stays_with_its_name(faces: Faces) -> None:
    assert broken(faces, "見本精密 総務部長　見本 一郎 様", 14) == ["見本精密 総務部長", "見本 一郎 様"]


def test_a_long_name_parts_before_its_bracket(faces: Faces) -> None:
    assert broken(faces, "FG-IR-26-060（修正版として記載）", 13, phrases=True) == [
        "FG-IR-26-060",
        "（修正版として記載）",
    ]


def test_phrases_part_only_where_the_text_says(faces: Faces) -> None:
    assert broken(faces, "場合の責任の\u200b範囲について", 10, phrases=True) == [
        "場合の責任の",
        "範囲について",
    ]
    assert broken(faces, "設置 更新の立ち会い", 9, phrases=True) == ["設置", "更新の立ち会い"]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("保守契約がない場合の責任の範囲", ["保守契約がない", "場合の責任の範囲"]),
        ("販売時点の最新版と納品時の版", ["販売時点の最新版と", "納品時の版"]),
        ("当社の有償サービスの内容", ["当社の有償", "サービスの内容"]),
        ("保守サービスのご提案とご回答", ["保守サービスの", "ご提案とご回答"]),
    ],
)
def test_a_title_without_marks_parts_after_a_particle(faces: Faces, title: str, lines: list[str]) -> None:
    assert broken(faces, title, 9.8, phrases=True) == lines


def test_a_list_parts_after_its_commas(faces: Faces) -> None:
    numbers = "CVE-2024-21762、CVE-2023-27997、CVE-2022-41328"
    assert broken(faces, numbers, 12, phrases=True) == [
        "CVE-2024-21762、",
        "CVE-2023-27997、",
        "CVE-2022-41328",
    ]


def test_a_line_end_is_kept(faces: Faces) -> None:
    assert broken(faces, "今日から\n誰が何を", 20) == ["今日から", "誰が何を"]


def test_a_long_address_parts_at_its_marks(faces: Faces) -> None:
    lines = broken(faces, "www.rtpro.yamaha.co.jp/RT/FAQ/Security/index.html", 9)
    assert all(line[-1] in "/." for line in lines[:-1])
    assert "".join(lines) == "www.rtpro.yamaha.co.jp/RT/FAQ/Security/index.html"


def test_a_version_is_not_parted_where_a_range_can_be(faces: Faces) -> None:
    assert broken(faces, "6.4.0～6.4.14、", 5.2, phrases=True) == ["6.4.0～", "6.4.14、"]


def test_a_word_wider_than_the_line_is_still_printed_whole(faces: Faces) -> None:
    lines = broken(faces, "A" * 100, 10)
    assert "".join(lines) == "A" * 100
    assert len(lines) > 1


def test_an_opening_bracket_begins_flush_with_the_margin(faces: Faces) -> None:
    (line,) = LineBreaker(faces, SIZE, 50.0).lines([Run("（回線が停止）")])
    assert line.pieces[0].left == pytest.approx(-EM / 2)


def test_marks_that_meet_share_their_white(faces: Faces) -> None:
    breaker = LineBreaker(faces, SIZE, 90.0)
    (tight,) = breaker.lines([Run("「予定」。あ")])
    (loose,) = breaker.lines([Run("あ予定あああ")])
    assert tight.width == pytest.approx(loose.width - EM)


def test_bold_words_are_their_own_pieces(faces: Faces) -> None:
    (line,) = LineBreaker(faces, SIZE, 90.0).lines([Run("悪用が"), Run("2件", bold=True), Run("あります")])
    assert [(piece.text, piece.bold) for piece in line.pieces] == [
        ("悪用が", False),
        ("2件", True),
        ("あります", False),
    ]


ALPHABET = "あいかきさ保守契約製品版ーっャ々、。」）「（第年月日件12345AB Z・？％"
TEXTS = st.text(alphabet=ALPHABET, max_size=160).filter(lambda text: not _has_chain(text))


def _has_chain(text: str) -> bool:
    """Tell of marks in a row that no line could hold without breaking a rule."""
    bound = NOT_AT_START | NOT_AT_END | set("0123456789年月日件ABZ")
    run = 0
    for character in text:
        run = run + 1 if character in bound else 0
        if run > 6:
            return True
    return False


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(12, 40), st.booleans())
@example("保守契約、" * 20, 12, True)
def test_kinsoku_holds_for_any_text(faces: Faces, text: str, ems: int, hanging: bool) -> None:  # noqa: FBT001
    lines = LineBreaker(faces, SIZE, ems * EM, hanging=hanging).lines([Run(text)])
    for line in lines[1:]:
        assert line.text[0] not in NOT_AT_START
    for line in lines[:-1]:
        assert line.text[-1] not in NOT_AT_END
    assert _ink(lines) == _ink_of(text)
    assert all(line.width <= ems * EM + 0.01 for line in lines)


def _ink(lines: tuple[TypedLine, ...]) -> str:
    return "".join(line.text for line in lines).replace(" ", "").replace("\u3000", "")


def _ink_of(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")
