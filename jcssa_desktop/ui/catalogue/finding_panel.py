"""What a finding says when its row is opened: why, what mends it, and each source in its own words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jcssa_desktop.domain.finding import Finding, FindingSource, Verdict
from jcssa_desktop.domain.product_knowledge import ConcerningAdvisory
from jcssa_desktop.services.reasons import finding_reason
from jcssa_desktop.system.texts import Texts
from jcssa_desktop.ui import measures
from jcssa_desktop.ui.messages import confidence_words, day_in_prose, verdict_mark
from jcssa_desktop.ui.web_page import is_web_page, open_web_page
from jcssa_desktop.ui.widgets.layouts import arrange
from jcssa_desktop.ui.widgets.mark import Mark, MarkLabel

translate = QCoreApplication.translate

_BESIDE = 3
"""So many sources stand side by side; the next ones begin another row."""

_SOURCES_SHOWN = 12


def finding_panel(finding: Finding, version: str, texts: Texts) -> QWidget:
    """Make what an opened finding shows."""
    panel, column = _panel()
    summary = finding.summary_en if texts.language == "en" else finding.summary_ja
    for words, role in ((summary, "support"), (finding_reason(finding, version, texts), "")):
        if words:
            column.addWidget(_label(words, role))
    column.addWidget(_facts(finding, texts.language))
    column.addWidget(_heading(finding))
    column.addWidget(_side_by_side(finding.sources[:_SOURCES_SHOWN]))
    more = len(finding.sources) - _SOURCES_SHOWN
    if more > 0:
        words = translate("FindingPanel", "ほかに {count}件の記載があります。").format(count=more)
        column.addWidget(_label(words, "caption"))
    return panel


def withdrawn_panel(withdrawn: ConcerningAdvisory) -> QWidget:
    """Make what an opened record shows that its source took back."""
    record = withdrawn.record
    panel, column = _panel()
    words = translate(
        "FindingPanel", "{source}がこの記録を取り下げました（{day}確認）。判定には使いません。"
    ).format(source=record.source, day=day_in_prose(record.seen_on))
    column.addWidget(_label(words))
    for held in withdrawn.statements:
        column.addWidget(_label(f"{held.statement.about.name}　{held.statement.stated}", "support"))
    column.addWidget(_label(withdrawn.file, "caption"))
    return panel


def _panel() -> tuple[QWidget, QVBoxLayout]:
    panel = QWidget()
    column = QVBoxLayout(panel)
    arrange(column, margins=(measures.GAP, 0, measures.CARD_PADDING, 12), spacing=measures.GAP)
    return panel, column


def _label(words: str, role: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _facts(finding: Finding, language: str) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    arrange(grid, spacing=measures.INNER_GAP)
    grid.setHorizontalSpacing(measures.FIELD_GAP)
    grid.setColumnStretch(1, 1)
    advice = finding.advice_en if language == "en" else finding.advice_ja
    facts = (
        (translate("FindingPanel", "直った版"), _fix_words(finding)),
        (translate("FindingPanel", "悪用"), _exploited_words(finding)),
        (translate("FindingPanel", "深刻さ"), _score_words(finding)),
        (translate("FindingPanel", "確からしさ"), _confidence_sentence(finding)),
        (translate("FindingPanel", "対処"), advice),
    )
    for row, (name, words) in enumerate((name, words) for name, words in facts if words):
        grid.addWidget(_label(name, "field"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_label(words), row, 1)
    return box


def _fix_words(finding: Finding) -> str:
    versions = "、".join(finding.fixed_in)
    if finding.no_fix_in_train:
        return translate(
            "FindingPanel", "この系列に修正はありません。ほかの系列で直った版：{versions}"
        ).format(versions=versions)
    if versions:
        return versions
    if finding.no_fix:
        return translate("FindingPanel", "修正の予定はないと情報源が述べています。")
    return translate("FindingPanel", "情報源に記載がありません。")


def _exploited_words(finding: Finding) -> str:
    if finding.kev_added is None:
        return translate("FindingPanel", "KEV に登録はありません。悪用がないという意味ではありません。")
    words = translate("FindingPanel", "攻撃に使われたことが確認されています（KEV {day}掲載）。").format(
        day=day_in_prose(finding.kev_added)
    )
    if finding.kev_ransomware:
        words += translate("FindingPanel", "ランサムウェアにも使われています。")
    return words


def _score_words(finding: Finding) -> str:
    return "、".join(
        translate("FindingPanel", "{source} {score}（CVSS {version}）").format(
            source=one.source, score=f"{one.score:.1f}", version=one.version
        )
        for one in finding.cvss
    )


def _confidence_sentence(finding: Finding) -> str:
    why = {
        "exact": translate("FindingPanel", "情報源がこの機種を名指ししています"),
        "family": translate("FindingPanel", "情報源がこの機種のファームウェアやシリーズを挙げています"),
        "name": translate("FindingPanel", "名前が同じだけで、メーカーは確かめられません"),
    }[finding.confidence.value]
    return translate("FindingPanel", "{word}（{why}）").format(
        word=confidence_words(finding.confidence), why=why
    )


def _heading(finding: Finding) -> QWidget:
    decided = {one.verdict for one in finding.sources} - {Verdict.UNKNOWN}
    if len(decided) > 1:
        mark = MarkLabel()
        words = translate("FindingPanel", "情報源どうしの記載が食い違っています")
        mark.set_mark(Mark("caution", words, is_bold=True), ground="selected")
        return mark
    return _label(translate("FindingPanel", "情報源の記載"), "heading")


def _side_by_side(sources: Iterable[FindingSource]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    arrange(grid, spacing=measures.GAP)
    for number, source in enumerate(sources):
        grid.addWidget(_source_card(source), number // _BESIDE, number % _BESIDE)
        grid.setColumnStretch(number % _BESIDE, 1)
    return box


def _source_card(source: FindingSource) -> QFrame:
    card = QFrame()
    card.setProperty("surface", "card")
    column = QVBoxLayout(card)
    arrange(column, margins=(12, 8, 12, 8), spacing=2)
    column.addWidget(_label(source.source, "heading"))
    mark = MarkLabel()
    mark.set_mark(verdict_mark(source.verdict))
    column.addWidget(mark)
    stated = source.stated or translate("FindingPanel", "範囲の記載なし")
    column.addWidget(_label(translate("FindingPanel", "「{stated}」").format(stated=stated)))
    if source.settled_by:
        words = translate("FindingPanel", "{person}さんが読み方を確定").format(person=source.settled_by)
        column.addWidget(_label(words, "support"))
    link = _record_link(source)
    side = Qt.AlignmentFlag.AlignLeft if isinstance(link, QPushButton) else Qt.AlignmentFlag(0)
    column.addWidget(link, 0, side)
    where = (confidence_words(source.confidence), source.file, day_in_prose(source.seen_on))
    column.addWidget(_label("・".join(filter(None, where)), "caption"))
    column.addStretch()
    return card


def _record_link(source: FindingSource) -> QWidget:
    if not is_web_page(source.source_url):
        return _label(source.record_id, "support")
    button = QPushButton(source.record_id)
    button.setProperty("kind", "text")
    button.setProperty("icon_name", "external")
    button.setAutoDefault(False)
    button.setAccessibleName(
        translate("FindingPanel", "{number} のページを開く").format(number=source.record_id)
    )
    button.clicked.connect(lambda: open_web_page(source.source_url))
    return button
