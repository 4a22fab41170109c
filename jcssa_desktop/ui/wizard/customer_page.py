"""Paints one item for the customer on a sheet of 1920 x 1080: title, this sale's facts, nothing internal."""

from datetime import date
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextDocument

from jcssa_desktop.domain.disclosure import Disclosure, Explained
from jcssa_desktop.domain.guideline import EXPLAINING_ORDER, ItemNumber, Party, ResponsibilityTask
from jcssa_desktop.services.drafts import DisclosureView
from jcssa_desktop.ui import theme
from jcssa_desktop.ui.widgets.mark import Mark
from jcssa_desktop.ui.wizard.item_facts import FactRow, SaleFacts, fact_rows
from jcssa_desktop.ui.wizard.responsibility_matrix import (
    Part,
    customers_share,
    paint_part,
    part_meaning,
    part_of,
    parties_of,
    party_name,
)
from jcssa_desktop.ui.wizard.words import CIRCLED

translate = QCoreApplication.translate

SHEET = (1920, 1080)
_SIDE = 64
_TOP = 112
_FOOT = 120
_CONTENT_TOP = 320
_CONTENT_BOTTOM = SHEET[1] - _FOOT - 24
_PANEL_GAP = 40
_RADIUS = 12
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def paint_page(
    painter: QPainter, number: ItemNumber, disclosure: Disclosure, view: DisclosureView, today: date
) -> None:
    """Paint the page of one item; the painter is scaled to the sheet."""
    painter.fillRect(QRectF(0, 0, *SHEET), theme.colour("window"))
    _paint_head(painter, number, disclosure, view)
    text = view.pack.item(number)
    title = text.title.replace("\u200b", "")
    _words(painter, QRectF(_SIDE, 148, 80, 64), CIRCLED[number - 1], 48, "accent", bold=True)
    _words(painter, QRectF(_SIDE + 72, 148, SHEET[0] - 2 * _SIDE - 72, 64), title, 48, "text", bold=True)
    _words(painter, QRectF(_SIDE, 220, SHEET[0] - 2 * _SIDE, 40), text.lead, 28, "text2")
    if number is ItemNumber.NO_CONTRACT:
        _paint_matrix(painter, view.pack.tasks)
    else:
        _paint_facts(painter, number, SaleFacts(disclosure, view, today))
    _paint_foot(painter)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(theme.FONT_FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


def _words(
    painter: QPainter,
    area: QRectF,
    words: str,
    pixels: int,
    token: str,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    painter.setFont(_font(pixels, bold=bold))
    painter.setPen(theme.colour(token))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(area.width()))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | align, shown)


def _paint_head(painter: QPainter, number: ItemNumber, disclosure: Disclosure, view: DisclosureView) -> None:
    painter.fillRect(QRectF(0, 0, SHEET[0], _TOP), theme.colour("surface"))
    painter.fillRect(QRectF(0, _TOP - 1, SHEET[0], 1), theme.colour("line"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(QRectF(_SIDE, 28, 56, 56), 10, 10)
    initial = view.company.name[:1]
    _words(painter, QRectF(_SIDE, 28, 56, 56), initial, 28, "on-accent", bold=True, align=_CENTRE)
    _words(painter, QRectF(140, 24, 1100, 32), view.company.name, 24, "text", bold=True)
    customer = disclosure.customer.name
    told = translate("CustomerPage", "{name} 様へのご説明").format(name=customer) if customer else ""
    _words(painter, QRectF(140, 58, 1100, 30), told, 22, "text2")
    _paint_progress(painter, number, disclosure)


def _paint_progress(painter: QPainter, number: ItemNumber, disclosure: Disclosure) -> None:
    width, gap = 560.0, 4.0
    left = SHEET[0] - _SIDE - width
    box = (width - gap * (len(EXPLAINING_ORDER) - 1)) / len(EXPLAINING_ORDER)
    for position, one in enumerate(EXPLAINING_ORDER):
        place = QRectF(left + position * (box + gap), 30, box, 14)
        state = disclosure.item(one).state
        is_told = state in (Explained.EXPLAINED, Explained.NOT_APPLICABLE)
        painter.setBrush(theme.colour("accent" if is_told else "surface"))
        is_here = one is number
        pen = QPen(theme.colour("accent" if is_here or is_told else "line-control"), 3 if is_here else 1)
        painter.setPen(pen)
        painter.drawRect(place)
        if state is Explained.QUESTION:
            painter.fillRect(place.adjusted(1, 1, -1, -1), Qt.BrushStyle.BDiagPattern)
    here = EXPLAINING_ORDER.index(number) + 1
    words = translate("CustomerPage", "8項目のうち {position}つ目").format(position=here)
    _words(painter, QRectF(left, 52, width, 30), words, 22, "text2", align=Qt.AlignmentFlag.AlignRight)


def _paint_foot(painter: QPainter) -> None:
    top = SHEET[1] - _FOOT
    painter.fillRect(QRectF(0, top, SHEET[0], _FOOT), theme.colour("surface"))
    painter.fillRect(QRectF(0, top, SHEET[0], 1), theme.colour("line"))
    asked = translate("CustomerPage", "お客様にお聞きします。")
    room = QRectF(_SIDE, top, 1000, _FOOT)
    _words(painter, room, asked, 24, "text", bold=True)
    shift = painter.fontMetrics().horizontalAdvance(asked)
    rest = translate("CustomerPage", "この説明を受けましたか。署名は最後にいただきます。")
    _words(painter, room.adjusted(shift, 0, 0, 0), rest, 24, "text2")


def _panel(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(theme.colour("line-control"), 2))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(area, _RADIUS, _RADIUS)


def _paint_matrix(painter: QPainter, tasks: tuple[ResponsibilityTask, ...]) -> None:
    width = (SHEET[0] - 2 * _SIDE - _PANEL_GAP) / 2
    top, bottom = 284, _CONTENT_BOTTOM - 52
    for position, with_contract in enumerate((False, True)):
        left = _SIDE + position * (width + _PANEL_GAP)
        area = QRectF(left, top, width, bottom - top)
        _paint_panel(painter, area, tasks, with_contract=with_contract)
    left = float(_SIDE)
    painter.setFont(_font(22))
    for part in Part:
        painter.setFont(_font(22, bold=part is Part.DOES))
        paint_part(painter, QRectF(left, bottom + 18, 92, 36), part, 3)
        words = part_meaning(part)
        _words(painter, QRectF(left + 104, bottom + 18, 420, 36), words, 22, "text")
        left += 104 + painter.fontMetrics().horizontalAdvance(words) + 48


def _paint_panel(
    painter: QPainter, area: QRectF, tasks: tuple[ResponsibilityTask, ...], *, with_contract: bool
) -> None:
    _panel(painter, area)
    title = (
        translate("CustomerPage", "保守契約があるとき")
        if with_contract
        else translate("CustomerPage", "保守契約がないとき")
    )
    _words(
        painter,
        QRectF(area.left() + 32, area.top() + 10, area.width() - 64, 48),
        title,
        32,
        "text",
        bold=True,
    )
    parties = parties_of(tasks)
    cell = 132.0 if len(parties) <= 3 else 112.0  # noqa: PLR2004 - three columns have room to breathe
    head, foot = 104.0, 60.0
    row = min((area.height() - head - foot) / max(len(tasks), 1), 66.0)
    left = area.right() - 20 - cell * len(parties)
    tint = QRectF(left, area.top() + 60, cell, head - 60 + row * len(tasks))
    painter.fillRect(tint, theme.colour("accent-weak"))
    for column, party in enumerate(parties):
        name = QRectF(left + column * cell, area.top() + 60, cell, head - 60)
        is_customer = party is Party.CUSTOMER
        token = "text" if is_customer else "text2"
        _words(painter, name, party_name(party), 22, token, bold=is_customer, align=_CENTRE)
    for position, task in enumerate(tasks):
        top = area.top() + head + position * row
        painter.fillRect(QRectF(area.left() + 1, top, area.width() - 2, 1), theme.colour("line"))
        room = QRectF(area.left() + 32, top, left - area.left() - 40, row)
        _words(painter, room, task.name.replace("\u200b", ""), 26, "text")
        side = task.with_contract if with_contract else task.without_contract
        for column, party in enumerate(parties):
            part = part_of(side, party)
            if part is not None:
                pill = QRectF(0, 0, min(cell - 16, 112), min(row - 10, 46))
                pill.moveCenter(QPointF(left + (column + 0.5) * cell, top + row / 2))
                painter.setFont(_font(24, bold=part is Part.DOES))
                paint_part(painter, pill, part, 3)
    top = area.top() + head + row * len(tasks)
    painter.fillRect(QRectF(area.left() + 1, top, area.width() - 2, 1), theme.colour("line-control"))
    share = customers_share(tasks, with_contract=with_contract)
    words = translate("CustomerPage", "{total}つのうち {share}つ を、お客様が行います")
    room = QRectF(area.left() + 32, top, area.width() - 64, area.bottom() - top)
    _words(painter, room, words.format(total=len(tasks), share=share), 28, "text", bold=True)


def _paint_facts(painter: QPainter, number: ItemNumber, sale: SaleFacts) -> None:
    """Paint as many facts as fit; what does not fit is on the sheet, and the page says so."""
    area = QRectF(_SIDE, 284, SHEET[0] - 2 * _SIDE, _CONTENT_BOTTOM - 284)
    printed = next(one for one in sale.view.items if one.number == number)
    blocks = [_document(_printed_html(printed.text), area.width() - 64)]
    blocks += [_document(_row_html(row), area.width() - 64) for row in fact_rows(number, sale)]
    _panel(painter, area)
    top = area.top() + 20
    left_over = 0
    for position, block in enumerate(blocks):
        height = block.size().height()
        is_last = position == len(blocks) - 1
        room = area.bottom() - 16 - (0 if is_last else 44)
        if top + height > room and position:
            left_over = len(blocks) - position
            break
        if position:
            painter.fillRect(QRectF(area.left() + 1, top, area.width() - 2, 1), theme.colour("line"))
            top += 12
        painter.save()
        painter.translate(area.left() + 32, top)
        block.drawContents(painter, QRectF(0, 0, area.width() - 64, room - top))
        painter.restore()
        top += height + 12
    if left_over:
        words = translate("CustomerPage", "ほか {count}件は、お渡しする控えに書いています。")
        room_below = QRectF(area.left() + 32, area.bottom() - 52, area.width() - 64, 40)
        _words(painter, room_below, words.format(count=left_over), 24, "text2")


def _document(html: str, width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(_font(28))
    document.setDocumentMargin(0)
    document.setHtml(html)
    document.setPageSize(QSizeF(width, -1))
    document.setTextWidth(width)
    return document


def _tint(token: str) -> str:
    return QColor(theme.colour(token)).name()


def _printed_html(text: str) -> str:
    plain = escape(text.replace("\u200b", "")).replace("\n", "<br>")
    return f'<div style="color:{_tint("text")};font-size:28px;line-height:100%">{plain}</div>'


def _row_html(row: FactRow) -> str:
    """Write a fact large: state, product, statement, source; links and prices are left out."""
    if isinstance(row.state, Mark):
        state, token = row.state.word, row.state.token
    else:
        state, token = row.state, "text2"
    text = escape(row.text).replace("\n", "<br>")
    strong = f"<b>{escape(row.strong)}</b>" if row.strong else ""
    after = escape(row.after) if row.after else ""
    source = f'<br><span style="font-size:20px;color:{_tint("text3")}">{escape(row.source)}</span>'
    support = "" if row.is_price else f" {escape(row.support)}"
    return (
        f'<div style="color:{_tint("text")};font-size:26px">'
        f'<b>{escape(row.title)}</b><span style="color:{_tint("text2")}">{support}</span>　'
        f'<span style="color:{_tint(token)}"><b>{escape(state)}</b></span><br>'
        f"{text}{strong} {after}{source if row.source else ''}</div>"
    )
