import pytest

from jcssa_desktop.documents.drawing import ARTIFACT, Text
from jcssa_desktop.documents.line_breaking import Run
from jcssa_desktop.documents.typesetting import BODY, CELL, Align, Typesetter
from jcssa_desktop.documents.typography import Faces
from jcssa_desktop.documents.wording_runs import rich


def test_a_paragraph_is_as_high_as_its_lines(typesetter: Typesetter) -> None:
    block = typesetter.paragraph("あいうえお\nかきくけこ", BODY, 50)
    assert block.height == pytest.approx(2 * BODY.line)


def test_figures_to_the_right_end_at_the_same_place(typesetter: Typesetter) -> None:
    ends = set()
    for amount in ("6,800円", "12,345,000円", "0円"):
        placed = typesetter.paragraph(amount, CELL, 22, align=Align.RIGHT).marks[0]
        assert isinstance(placed.mark, Text)
        ends.add(round(placed.x + placed.mark.width, 6))
    assert ends == {22.0}


def test_a_cut_text_says_that_it_goes_on(typesetter: Typesetter) -> None:
    block = typesetter.paragraph("本社と全国の営業拠点をつなぐ基幹回線の出入口" * 4, BODY, 40, most=2)
    texts = [placed.mark.text for placed in block.marks if isinstance(placed.mark, Text)]
    assert block.height == pytest.approx(2 * BODY.line)
    assert texts[-1].endswith("…")


def test_a_text_that_fits_is_not_cut(typesetter: Typesetter) -> None:
    block = typesetter.paragraph("本社", BODY, 40, most=1)
    assert [placed.mark.text for placed in block.marks if isinstance(placed.mark, Text)] == ["本社"]


def test_a_name_is_never_read_as_markup() -> None:
    assert rich("<b>{name}</b>様", name="<b>{見本}") == (Run("<b>{見本}", bold=True), Run("様"))


def test_a_hard_word_gets_its_reading_once_and_above_it(faces: Faces) -> None:
    plain = Typesetter(faces).paragraph("脆弱性を調べる。脆弱性を直す。", BODY, 100)
    block = Typesetter(faces, {"脆弱性": "ぜいじゃくせい"}).paragraph(
        "脆弱性を調べる。脆弱性を直す。", BODY, 100
    )
    small = [one for one in block.marks if isinstance(one.mark, Text) and one.mark.size < BODY.size]
    assert [one.mark.text for one in small if isinstance(one.mark, Text)] == ["ぜいじゃくせい"]
    word = next(one for one in block.marks if isinstance(one.mark, Text) and "脆弱性" in one.mark.text)
    assert small[0].y < word.y
    assert small[0].tags == (ARTIFACT,)
    assert block.height > plain.height


def test_cells_of_tables_get_no_readings(faces: Faces) -> None:
    block = Typesetter(faces, {"脆弱性": "ぜいじゃくせい"}).paragraph("脆弱性", CELL, 100)
    assert len(block.marks) == 1
