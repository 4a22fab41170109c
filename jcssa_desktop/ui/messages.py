"""Dates, amounts and states in the words of the screen."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from jcssa_desktop.domain.archive import DraftSummary
from jcssa_desktop.domain.catalogue import Entitlement, FirmwareState, InformationKind
from jcssa_desktop.domain.checklist import Step
from jcssa_desktop.domain.disclosure import SignatureMethod
from jcssa_desktop.domain.finding import Confidence, Finding, Verdict
from jcssa_desktop.domain.label import LabelState, ServiceCategory
from jcssa_desktop.domain.lifecycle import LifecycleKind, PartialDate, Precision
from jcssa_desktop.ui.widgets.mark import Mark

translate = QCoreApplication.translate

_FIRST_YEAR_OF_REIWA = 2019


def today_in_full(day: date) -> str:
    """Write a day as the head of a page does: 2026年（令和8年）8月7日 金曜日."""
    locale = QLocale()
    return translate("Messages", "{year}年（令和{era}年）{month}月{day}日 {weekday}").format(
        year=day.year,
        era=day.year - _FIRST_YEAR_OF_REIWA + 1,
        month=day.month,
        month_name=locale.monthName(day.month),
        day=day.day,
        weekday=locale.dayName(day.isoweekday()),
    )


def day_in_prose(day: date, today: date | None = None) -> str:
    """Write a day as prose does: 8月7日; with its year where it is not `today`'s."""
    with_year = today is None or day.year != today.year
    template = (
        translate("Messages", "{year}年{month}月{day}日")
        if with_year
        else translate("Messages", "{month}月{day}日")
    )
    name = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    return template.format(year=day.year, month=day.month, month_name=name, day=day.day)


def moment_in_prose(moment: datetime, today: date) -> str:
    """Write a moment: 8月7日 14:47."""
    return f"{day_in_prose(moment.date(), today)} {clock(moment)}"


def clock(moment: datetime) -> str:
    """Write a time of day: 14:05."""
    return f"{moment:%H:%M}"


def partial_in_prose(ends: PartialDate) -> str:
    """Write a lifecycle date as exactly as it is known."""
    if ends.precision is Precision.UNPUBLISHED:
        return translate("Messages", "未公表")
    template = {
        Precision.YEAR: translate("Messages", "{year}年"),
        Precision.MONTH: translate("Messages", "{year}年{month}月"),
        Precision.DAY: translate("Messages", "{year}年{month}月{day}日"),
    }[ends.precision]
    month = ends.month or 1
    name = QLocale().monthName(month, QLocale.FormatType.ShortFormat)
    return template.format(year=ends.year, month=month, month_name=name, day=ends.day)


def days_ago(days: int) -> str:
    """Write how old something is: きょう, きのう, 4日前."""
    if days <= 0:
        return translate("Messages", "きょう")
    if days == 1:
        return translate("Messages", "きのう")
    return translate("Messages", "{days}日前").format(days=days)


def yen(amount: int | None) -> str:
    """Write an amount, or that none is stated."""
    if amount is None:
        return translate("Messages", "金額の記載なし")
    return translate("Messages", "{amount}円").format(amount=f"{amount:,}")


def lifecycle_name(kind: LifecycleKind) -> str:
    """Name what ends."""
    return {
        LifecycleKind.END_OF_SALE: translate("Messages", "販売の終了"),
        LifecycleKind.END_OF_SUPPORT: translate("Messages", "サポートの終了"),
        LifecycleKind.END_OF_FIRMWARE: translate("Messages", "ファームウェア提供の終了"),
        LifecycleKind.END_OF_SECURITY_FIXES: translate("Messages", "弱点の修正の終了"),
    }[kind]


def entitlement_words(entitlement: Entitlement) -> str:
    """Say what a customer needs to be given an update."""
    return {
        Entitlement.FREE: translate("Messages", "不要（無償で公開）"),
        Entitlement.REGISTRATION: translate("Messages", "利用者登録が必要"),
        Entitlement.CONTRACT: translate("Messages", "保守契約が必要"),
        Entitlement.UNKNOWN: translate("Messages", "不明"),
    }[entitlement]


def information_name(kind: InformationKind) -> str:
    """Name what a maker's page is for."""
    return {
        InformationKind.ADVISORIES: translate("Messages", "脆弱性情報"),
        InformationKind.SUPPORT: translate("Messages", "サポート窓口"),
        InformationKind.FIRMWARE: translate("Messages", "ファームウェア"),
        InformationKind.LIFECYCLE: translate("Messages", "販売・サポートの期限"),
    }[kind]


def firmware_mark(state: FirmwareState) -> Mark:
    """Say what a source said of a version."""
    return {
        FirmwareState.LATEST: Mark("latest", translate("Messages", "最新として確認")),
        FirmwareState.SUPERSEDED: Mark("open", translate("Messages", "旧い版")),
        FirmwareState.WITHDRAWN: Mark("refused", translate("Messages", "取り下げ"), "alert"),
        FirmwareState.FIX_PLANNED: Mark("caution", translate("Messages", "修正の予定あり")),
        FirmwareState.NO_FIX_PLANNED: Mark("alert", translate("Messages", "修正の予定なし")),
    }[state]


def finding_mark(finding: Finding) -> Mark:
    """Say how an advisory concerns a version; there is no word for "safe"."""
    if finding.verdict is Verdict.AFFECTED and finding.kev_added is not None:
        return Mark("alert", translate("Messages", "悪用あり"), is_bold=True)
    return verdict_mark(finding.verdict)


def verdict_mark(verdict: Verdict) -> Mark:
    """Say what one source, or all together, make of a version."""
    return {
        Verdict.AFFECTED: Mark("caution", translate("Messages", "該当")),
        Verdict.UNKNOWN: Mark("unknown", translate("Messages", "不明")),
        Verdict.NOT_AFFECTED: Mark("none", translate("Messages", "該当しない")),
    }[verdict]


def label_mark(state: LabelState) -> Mark:
    """Say how a JC-STAR label or the registration of a service stands on a day."""
    return {
        LabelState.VALID: Mark("latest", translate("Messages", "有効")),
        LabelState.ENDING: Mark("caution", translate("Messages", "期限間近")),
        LabelState.ENDED: Mark("refused", translate("Messages", "期限切れ"), "alert"),
        LabelState.UNKNOWN: Mark("unknown", translate("Messages", "期限の記載なし")),
    }[state]


def service_category_name(category: ServiceCategory) -> str:
    """Name a category of the list of conforming services."""
    return {
        ServiceCategory.AUDIT: translate("Messages", "情報セキュリティ監査"),
        ServiceCategory.VULNERABILITY_ASSESSMENT: translate("Messages", "脆弱性診断"),
        ServiceCategory.PENETRATION_TEST: translate("Messages", "ペネトレーションテスト"),
        ServiceCategory.FORENSICS: translate("Messages", "デジタルフォレンジック"),
        ServiceCategory.MONITORING: translate("Messages", "セキュリティ監視・運用"),
        ServiceCategory.DEVICE_VERIFICATION: translate("Messages", "機器検証"),
    }[category]


def confidence_words(confidence: Confidence) -> str:
    """Say how surely an advisory speaks of a product."""
    return {
        Confidence.EXACT: translate("Messages", "機種一致"),
        Confidence.FAMILY: translate("Messages", "系列一致"),
        Confidence.NAME: translate("Messages", "名称のみ"),
    }[confidence]


def signature_mark(method: SignatureMethod, *, signed_later: bool = False) -> Mark:
    """Say how a record was signed."""
    if method is SignatureMethod.LATER and signed_later:
        return Mark("paper", translate("Messages", "後日署名"))
    return {
        SignatureMethod.PAPER: Mark("paper", translate("Messages", "紙")),
        SignatureMethod.DRAWN: Mark("drawn", translate("Messages", "画面")),
        SignatureMethod.LATER: Mark("unsigned", translate("Messages", "未署名")),
        SignatureMethod.REFUSED: Mark("refused", translate("Messages", "拒否")),
    }[method]


def step_name(step: str) -> str:
    """Name a step of the wizard briefly, as lists show it."""
    names = {
        Step.CUSTOMER: translate("Messages", "お客様と商談"),
        Step.LINES: translate("Messages", "明細"),
        Step.ITEM_1: translate("Messages", "① 保守契約がない場合"),
        Step.ITEM_2: translate("Messages", "② 販売時点の最新版"),
        Step.ITEM_3: translate("Messages", "③ サービスプラン"),
        Step.ITEM_4: translate("Messages", "④ 放置のリスク"),
        Step.ITEM_5: translate("Messages", "⑤ 有償サービスの内容"),
        Step.ITEM_6: translate("Messages", "⑥ 免責事項"),
        Step.ITEM_7: translate("Messages", "⑦ 情報の提供元"),
        Step.ITEM_8: translate("Messages", "⑧ 保守のご提案"),
        Step.INTENTS: translate("Messages", "ご意向"),
        Step.REVIEW: translate("Messages", "全文の確認と署名"),
        Step.HANDOVER: translate("Messages", "控えのお渡し"),
    }
    return names.get(Step(step), "") if step else ""


def draft_name(draft: DraftSummary) -> str:
    """Name a draft by its customer."""
    return draft.customer or translate("Messages", "お客様名は未入力")


def draft_contents(draft: DraftSummary) -> str:
    """Say briefly what a draft is about: FortiGate 60F ほか・見積 Q-2026-0418."""
    title = draft.title or translate("Messages", "明細なし")
    if draft.title and draft.lines > 1:
        title = translate("Messages", "{title} ほか").format(title=draft.title)
    quotation = (
        translate("Messages", "見積 {number}").format(number=draft.quotation_number)
        if draft.quotation_number
        else ""
    )
    revision = (
        translate("Messages", "{number} の訂正版").format(number=draft.supersedes) if draft.supersedes else ""
    )
    return "・".join(filter(None, (revision, title, quotation)))


def visit_words(visit_on: datetime | None, today: date) -> str:
    """Say when the customer is visited."""
    if visit_on is None:
        return translate("Messages", "訪問日 未定")
    if visit_on.date() == today:
        return translate("Messages", "きょう {clock} 訪問").format(clock=clock(visit_on))
    weekday = QLocale().dayName(visit_on.isoweekday(), QLocale.FormatType.ShortFormat)
    return translate("Messages", "{day}（{weekday}）訪問").format(
        day=day_in_prose(visit_on.date(), today), weekday=weekday
    )


_CATALOGUE_GROWS_OLD_AFTER_DAYS = 30


def catalogue_age(newest: date | None, today: date) -> Mark:
    """Say how old the newest fact of the catalogue is."""
    if newest is None:
        return Mark("unknown", translate("Messages", "カタログは空"))
    days = (today - newest).days
    word = translate("Messages", "カタログ {age}の情報").format(age=days_ago(days))
    return Mark("caution" if days > _CATALOGUE_GROWS_OLD_AFTER_DAYS else "done", word)


def catalogue_support(newest: date | None, today: date) -> str:
    """Say until which day the catalogue's facts go."""
    if newest is None:
        return translate("Messages", "取り込むと使えます")
    return translate("Messages", "{day}まで").format(day=day_in_prose(newest, today))


def catalogue_contents(products: int, makers: int, advisories: int) -> str:
    """Say how much the catalogue holds."""
    return translate("Messages", "{products}製品・{makers}メーカー・脆弱性情報 {advisories}件").format(
        products=f"{products:,}", makers=f"{makers:,}", advisories=f"{advisories:,}"
    )
