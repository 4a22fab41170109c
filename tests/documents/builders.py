"""Records of made-up sales, one for each way in which a sheet differs."""

from datetime import date, datetime, timedelta, timezone

from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Cvss, Entitlement, InformationKind, InformationSource, Scope
from jcssa_desktop.domain.disclosure import (
    Answer,
    ContractState,
    Customer,
    Disclosure,
    Explained,
    Intent,
    ItemConfirmation,
    Line,
    ProductReference,
    Sale,
    Signature,
    SignatureMethod,
    Stroke,
    Work,
)
from jcssa_desktop.domain.finding import (
    Confidence,
    Finding,
    LatestVersion,
    StatedLifecycle,
    Verdict,
    VersionState,
)
from jcssa_desktop.domain.guideline import (
    EXPLAINING_ORDER,
    Clause,
    ItemNumber,
    Party,
    ResponsibilityTask,
    TaskSide,
    Term,
)
from jcssa_desktop.domain.lifecycle import LifecycleKind, PartialDate
from jcssa_desktop.domain.plan import CompanyProfile, PlanKind, ServicePlan
from jcssa_desktop.domain.record import (
    LineFacts,
    MakerSources,
    PackReference,
    PrintedItem,
    Record,
    UsedSource,
)

SHA256 = "7f3a91c20d4e55aa" * 4

JST = timezone(timedelta(hours=9))
SEEN = date(2026, 8, 20)
EXPLAINED_ON = date(2026, 8, 25)
EXPLAINED_AT = datetime(2026, 8, 25, 14, 5, tzinfo=JST)

COMPANY = CompanyProfile(
    name="見本商事株式会社",
    department="第一営業部",
    explainer="見本 太郎",
    address="東京都見本区見本町1-2-3",
    desk_name="見本商事 サポート窓口",
    telephone="03-0000-0000",
    hours="平日9:00–17:30",
    email="support@mihon-shoji.example",
)
CUSTOMER = Customer(name="見本精密工業株式会社", department="総務部", person="髙﨑")
PLANS = (
    ServicePlan("standard", PlanKind.CONTRACT, "標準", 6800, "更新情報の確認と連絡", "夜間の作業"),
    ServicePlan("light", PlanKind.CONTRACT, "標準", 2400, "更新情報の確認と連絡", "夜間の作業"),
    ServicePlan("spot", PlanKind.SPOT, "スポット", 24000, "1回の更新作業", "部品代"),
    ServicePlan("quoted", PlanKind.SPOT, "スポット（個別）", None, "1回の更新作業", "部品代"),
)

C, R, M, N = Party.CUSTOMER, Party.RESELLER, Party.MAKER, Party.CARRIER


def _task(task_id: str, name: str, covered: TaskSide, uncovered: TaskSide) -> ResponsibilityTask:
    return ResponsibilityTask(task_id, name, covered, uncovered)


TASKS = (
    _task("publish", "脆弱性と更新の公表", TaskSide((M,), (), "無償"), TaskSide((M,), (), "無償")),
    _task("watch", "公表情報の確認と連絡", TaskSide((R,), (), "月額に含む"), TaskSide((C,), (), "お客様")),
    _task("decide", "更新の要否の判断", TaskSide((C,), (R,), "お客様"), TaskSide((C,), (), "お客様")),
    _task("update", "更新作業", TaskSide((R,), (C,), "月額に含む"), TaskSide((C,), (R,), "お客様（※）")),
    _task("backup", "設定の控えの保存", TaskSide((R,), (), "月額に含む"), TaskSide((C,), (), "お客様")),
    _task("password", "パスワードの管理", TaskSide((C,), (R,), "お客様"), TaskSide((C,), (), "お客様")),
    _task(
        "incident",
        "異常時の連絡・切り離し",
        TaskSide((C,), (R,), "月額に含む"),
        TaskSide((C,), (R,), "お客様（※）"),
    ),
    _task("carrier", "回線の障害対応", TaskSide((N,), (C,), "回線契約"), TaskSide((N,), (C,), "回線契約")),
    _task(
        "repair", "故障の修理・交換", TaskSide((M,), (C, R), "保証・保守"), TaskSide((M,), (C,), "保証・実費")
    ),
)

_ITEMS = (
    ("保守契約がない\n場合の責任の範囲", "保守契約がない場合の責任の範囲", "A-1 第3版"),
    ("販売時点の最新版と\n納品時の版との差", "販売時点の最新版と、納品時の版との差", "B-1 第2版"),
    ("継続保守・スポット\n作業のご案内", "継続保守・スポット作業のご案内", "D-1 第2版"),
    ("脆弱性を放置した\n場合のリスク", "脆弱性を放置した場合のリスク", "C-1 第4版"),
    ("当社の有償\nサービスの内容", "当社の有償サービスの内容", "D-2 第5版"),
    ("当社の責任の限度\n（免責事項）", "当社の責任の限度（免責事項）", "A-2 第3版"),
    ("脆弱性情報の\n提供元はメーカー\nであること", "脆弱性情報の提供元はメーカーであること", "A-3 第4版"),
    ("保守サービスの\nご提案とご回答", "保守サービスのご提案とご回答", "D-3 第2版"),
)
_ITEM_TEXTS = (
    (
        "保守契約のある機器は、当社が公表情報を確認し、更新作業までお引き受けします。保守契約のない機器は、納"
        "品後の情報の確認と更新をお客様に行っていただき、更新されなかったことによる事故への対応は、当社の保守"
        "の範囲に含まれません。当社の作業に原因がある場合は、契約と法令に従って当社が対応します。"
    ),
    (
        "納品時の版と、2026年8月20日に各メーカーの公開情報で確認した最新版は、H欄のとおりです。For"
        "tiGate 60F は納品時の版が古いため、9月11日の設置時に当社が 7.4.11 へ更新し、結"
        "果を作業報告書に記録します。確認日より後に公開される版は、この用紙に含まれません。"
    ),
    "継続保守は1年ごとの契約で、公表情報の確認と連絡、更新作業を含みます。スポット作業は、必要なときに1回ごとに承ります。機器ごとの料金は、D欄のとおりです。",
    (
        "社外からの侵入、情報の流出、データの暗号化による業務の停止につながるおそれがあります。2024年のラ"
        "ンサムウェア被害では、侵入経路の回答100件のうち、VPN機器が55件、リモートデスクトップが31件"
        "でした（警察庁「令和7年 警察白書」）。今回の機器に該当する情報は、I欄のとおりです。"
    ),
    (
        "継続保守「標準」：公表情報の月1回の確認と連絡、年2回までの更新作業、設定の控えの保存、平日9時から"
        "17時30分までの電話受付。含まないもの：夜間・休日の作業、機器の交換費用、Windows などのソ"
        "フトの更新。"
    ),
    (
        "当社の作業に誤りがあったときは、無償でやり直します。損害賠償の上限は、取引基本契約第12条のとおりで"
        "す。ただし、当社に故意または重大な過失がある場合、この上限は適用されません。お客様や第三者による設定"
        "の変更、修正が公表されていない脆弱性による損害は、当社に責任がある場合を除き、賠償の範囲に含まれませ"
        "ん。"
    ),
    (
        "脆弱性の情報と修正版を公表するのは、各メーカーです。L欄から、どなたでもご覧いただけます。販売時点で"
        "当社が確認した情報は、H欄とI欄に記載しました。納品後に当社から継続してお知らせするのは、保守契約の"
        "ある機器についてです。"
    ),
    (
        "2026年8月25日に4機種すべての保守をご提案し、D欄のご回答をいただきました。検討中の Tera"
        "Station は、9月30日までに当社へお知らせください。見送られた機器も、後からお申し込みいただ"
        "けます（機器の点検が必要な場合があります）。"
    ),
)
PRINTED_ITEMS = tuple(
    PrintedItem(ItemNumber(number), title, short, text, clause)
    for number, ((title, short, clause), text) in enumerate(zip(_ITEMS, _ITEM_TEXTS, strict=True), start=1)
)
CLAUSES = (
    Clause("law", "法令との関係", "この用紙は、法令で認められたお客様の権利を制限しません。"),
    Clause("contact", "ご連絡の方法", "当社からのお知らせは、ご登録いただいた連絡先にお送りします。"),
)
TERMS = (
    Term("ファームウェア", "機器の中で働くソフト。PCでは BIOS と呼ぶ部分を指します。"),
    Term("版", "ファームウェアの番号。バージョン。番号の系列（7.4系など）ごとに更新されます。"),
    Term("脆弱性", "「ぜいじゃくせい」。不正に利用されるおそれのある、ソフトの弱点。"),
    Term("KEV", "実際に悪用された脆弱性の一覧。米国の政府機関 CISA が公開。"),
    Term("技術対応の期限", "通常の不具合の修正を終える日。"),
    Term("サポート期限", "修正と問い合わせ対応を終える日。"),
    Term("ランサムウェア", "データを使えなくし、金銭を求めるソフト。"),
    Term("スポット作業", "1回ごとにご依頼いただく作業。"),
)
SOURCES = (
    UsedSource("Fortinet PSIRT", "FG-IR 公開分", SEEN),
    UsedSource("CISA KEV", "2026.08.07版　1,662件", SEEN),
    UsedSource("JVN iPedia", "2026-08-19 更新分まで", SEEN),
    UsedSource("ヤマハ RTpro", "リリースノート", SEEN),
    UsedSource("バッファロー", "ダウンロード・お知らせ", SEEN),
    UsedSource("endoflife.date", "FortiOS の期限", SEEN),
)


def _maker(maker_id: str, name: str, url: str, telephone: str) -> MakerSources:
    source = InformationSource(InformationKind.ADVISORIES, url, SEEN, telephone)
    return MakerSources(maker_id, name, (source,))


MAKERS = (
    _maker("fortinet", "Fortinet", "https://fortiguard.fortinet.com/psirt", "0570-000-001"),
    _maker("yamaha", "ヤマハ", "https://www.rtpro.yamaha.co.jp/RT/FAQ/Security/index.html", "0570-000-002"),
    _maker("buffalo", "バッファロー", "https://www.buffalo.jp/support/", "0570-000-003"),
    _maker("nec", "NEC", "https://jpn.nec.com/security-info/", "0570-000-004"),
)


def finding(
    advisory_id: str,
    verdict: Verdict = Verdict.AFFECTED,
    *,
    summary: str = "第三者が管理者として侵入するおそれがあります。",
    summary_en: str = "An outsider may log in as administrator.",
    fixed_in: tuple[str, ...] = (),
    kev: date | None = None,
    score: float | None = None,
    stated: str = "7.4.0–7.4.8",
    ids: tuple[str, ...] = (),
    no_fix: bool = False,
    ransomware: bool = False,
    source: str = "Fortinet PSIRT",
) -> Finding:
    return Finding(
        advisory_id=advisory_id,
        ids=(advisory_id, *ids),
        verdict=verdict,
        confidence=Confidence.EXACT,
        stated=stated,
        source=source,
        seen_on=SEEN,
        fixed_in=fixed_in,
        no_fix=no_fix,
        summary_ja=summary,
        summary_en=summary_en,
        kev_added=kev,
        kev_ransomware=ransomware,
        cvss=(Cvss("3.1", score, "NVD"),) if score else (),
    )


def device(
    line_id: str,
    maker: str,
    model: str,
    *,
    version: str,
    state: VersionState,
    latest: str = "",
    released: str = "2026-01-27",
    source: str = "リリースノート",
    quantity: int = 1,
    part_number: str = "",
    use: str = "",
    family: str = "",
    serials: tuple[str, ...] = (),
    location: str = "",
    contract: ContractState = ContractState.NONE,
    work: tuple[Work, ...] = (Work.SALE_ONLY,),
    lifecycle: tuple[StatedLifecycle, ...] = (),
    findings: tuple[Finding, ...] = (),
    update_planned_on: date | None = None,
    version_due: date | None = None,
    entitlement: Entitlement = Entitlement.FREE,
    seen_on: date = SEEN,
) -> tuple[Line, LineFacts]:
    line = Line(
        line_id=line_id,
        text=model,
        quantity=quantity,
        part_number=part_number,
        scope=Scope.IN,
        product=ProductReference(f"{maker}:{model}", maker, model, part_number),
        version=version,
        version_due=version_due,
        serials=serials,
        location=location,
        use=use,
        work=work,
        contract=contract,
        update_planned_on=update_planned_on,
    )
    facts = LineFacts(
        line_id=line_id,
        maker_id=maker,
        maker_name=maker,
        model=model,
        part_number=part_number,
        category="",
        use=use,
        family=family,
        entitlement=entitlement,
        version=version,
        state=state,
        latest=LatestVersion(latest, seen_on, source, released_on=PartialDate.parse(released))
        if latest
        else None,
        lifecycle=lifecycle,
        findings=findings,
    )
    return line, facts


def ends(kind: LifecycleKind, when: str, seen_on: date = SEEN) -> StatedLifecycle:
    return StatedLifecycle(kind, PartialDate.parse(when), "endoflife.date", seen_on)


def confirmations(
    overrides: dict[ItemNumber, ItemConfirmation] | None = None,
) -> tuple[ItemConfirmation, ...]:
    return tuple(
        (overrides or {}).get(number)
        or ItemConfirmation(number, Explained.EXPLAINED, EXPLAINED_AT + timedelta(minutes=4 * number))
        for number in sorted(EXPLAINING_ORDER)
    )


def record(
    devices: tuple[tuple[Line, LineFacts], ...],
    intents: tuple[Intent, ...] = (),
    *,
    customer: Customer = CUSTOMER,
    signature: Signature | None = None,
    language: str = "ja",
    items: tuple[ItemConfirmation, ...] | None = None,
    number: str = "KS-2026-000123-1",
) -> Record:
    disclosure = Disclosure(
        disclosure_id="d-1",
        created_at=EXPLAINED_AT,
        language=language,
        customer=customer,
        sale=Sale(quotation_number="Q-2026-0815", sold_on=EXPLAINED_ON, amount=1_234_560),
        explainer="見本 太郎",
        explained_on=EXPLAINED_ON,
        lines=tuple(line for line, _ in devices),
        items=items or confirmations(),
        intents=intents,
        signature=signature or Signature(SignatureMethod.PAPER, text_shown_at=EXPLAINED_AT),
    )
    return Record(
        document_number=number,
        revision=1,
        sealed_at=EXPLAINED_AT + timedelta(hours=1),
        sealed_by="見本 太郎",
        program_version="0.1.0",
        previous_sha256="",
        facts_as_of=SEEN,
        disclosure=disclosure,
        company=COMPANY,
        pack=PackReference("mihon", "3", "2026年7月1日 法務確認", date(2026, 7, 1)),
        facts=tuple(facts for _, facts in devices),
        items=PRINTED_ITEMS,
        tasks=TASKS,
        clauses=CLAUSES,
        terms=TERMS,
        plans=PLANS,
        maker_sources=MAKERS,
        used_sources=SOURCES,
    )


FORTIGATE_FINDINGS = (
    finding(
        "CVE-2026-24858",
        summary="FortiCloud経由のログインが有効だと、第三者が管理者として侵入するおそれがあります。",
        fixed_in=("7.4.11",),
        kev=date(2026, 1, 27),
        score=9.4,
        ids=("FG-IR-26-060",),
        stated="7.4.0–7.4.10",
    ),
    finding(
        "CVE-2025-59718",
        summary="FortiCloud経由のログイン認証を回避されるおそれがあります。",
        fixed_in=("7.4.9",),
        kev=date(2025, 12, 16),
        score=9.1,
        ids=("FG-IR-25-647",),
    ),
)
FORTIGATE = device(
    "1",
    "Fortinet",
    "FortiGate 60F",
    version="7.4.8",
    state=VersionState.UPDATE_NEEDED,
    latest="7.4.11",
    source="Fortinet リリースノート",
    part_number="FG-60F",
    use="社外との出入口の防御",
    family="FortiOS 7.4系",
    serials=("FGT60F-MIHON-0001",),
    location="本社 サーバー室",
    contract=ContractState.CONTRACT,
    work=(Work.INSTALLATION, Work.INITIAL_SETUP),
    lifecycle=(
        ends(LifecycleKind.END_OF_FIRMWARE, "2027-05-11"),
        ends(LifecycleKind.END_OF_SUPPORT, "2028-11-11"),
    ),
    findings=FORTIGATE_FINDINGS,
    update_planned_on=date(2026, 9, 11),
    entitlement=Entitlement.CONTRACT,
)
RTX830 = device(
    "2",
    "ヤマハ",
    "RTX830",
    version="Rev.15.02.31",
    state=VersionState.SAME_AS_LATEST,
    latest="Rev.15.02.31",
    released="2025-12-10",
    source="ヤマハ リリースノート",
    quantity=2,
    part_number="RTX830",
    use="拠点間をつなぐルーター",
    serials=("MIHON-Y0001", "MIHON-Y0002"),
    location="本社、八王子工場",
    lifecycle=(ends(LifecycleKind.END_OF_SUPPORT, "unpublished", date(2026, 8, 5)),),
    findings=(
        finding(
            "CVE-2020-5548",
            Verdict.NOT_AFFECTED,
            summary="通信が止まるおそれ",
            stated="Rev.15.02.09以前",
            ids=("JVNDB-2020-000021",),
            score=5.9,
            source="JVN iPedia",
        ),
    ),
)
TERASTATION = device(
    "3",
    "バッファロー",
    "TeraStation TS5410R",
    version="5.70",
    state=VersionState.NEWER_EXISTS,
    latest="5.86",
    released="2026-06-18",
    source="バッファロー ダウンロード",
    part_number="TS5410R0804",
    use="共有ファイルの保存",
    serials=("MIHON-B0001",),
    location="本社 総務部",
    lifecycle=(
        ends(LifecycleKind.END_OF_SALE, "2025-03"),
        ends(LifecycleKind.END_OF_SUPPORT, "unpublished", date(2026, 8, 5)),
    ),
    findings=(
        finding(
            "CVE-2023-39620",
            Verdict.UNKNOWN,
            summary="ゲスト用の機能を通じて、情報を読み取られるおそれ",
            stated="v.5.00〜v.0.07",
            source="JVN iPedia",
        ),
    ),
)
MATE = device(
    "4",
    "NEC",
    "Mate タイプML",
    version="",
    state=VersionState.NOT_RECORDED,
    latest="1.15",
    released="2026-05-22",
    source="NEC ダウンロード",
    quantity=12,
    part_number="PC-MKM00000",
    use="事務用パソコン（本体BIOS）",
    serials=tuple(f"MIHON-N{number:04d}" for number in range(1, 13)),
    location="総務部、設計部",
    lifecycle=(
        ends(LifecycleKind.END_OF_SALE, "2026-12"),
        ends(LifecycleKind.END_OF_SUPPORT, "2031-09"),
    ),
    version_due=date(2026, 9, 11),
)


def four_devices(**changes: object) -> Record:
    """A sale of four products and sixteen units with all four answers."""
    intents = (
        Intent("1", Answer.CONTRACT, "standard", "spot", note="9/11から1年"),
        Intent("2", Answer.SPOT, "light", "spot", note="都度ご依頼"),
        Intent("3", Answer.CONSIDERING, "light", "spot", due=date(2026, 9, 30)),
        Intent("4", Answer.DECLINED, "light", "quoted", note="お客様が更新"),
    )
    return record((FORTIGATE, RTX830, TERASTATION, MATE), intents, **changes)  # type: ignore[arg-type]


def one_device(**changes: object) -> Record:
    """A sale of one router without a finding."""
    router = device(
        "1",
        "ヤマハ",
        "RTX1220",
        version="Rev.15.04.04",
        state=VersionState.NEWER_EXISTS,
        latest="Rev.15.04.09",
        released="2026-07-09",
        source="ヤマハ リリースノート",
        use="社外との出入口のルーター",
        serials=("MIHON-Y1220",),
        location="事務所",
        lifecycle=(ends(LifecycleKind.END_OF_SUPPORT, "unpublished", date(2026, 8, 5)),),
        update_planned_on=date(2026, 9, 4),
    )
    intents = (Intent("1", Answer.DECLINED, "light", "spot", note="お客様が更新"),)
    customer = Customer(name="見本会計事務所", person="𠮷野", position="所長")
    made = record((router,), intents, customer=customer, **changes)  # type: ignore[arg-type]
    return replace(made, maker_sources=MAKERS[1:2])


def sixty_devices(**changes: object) -> Record:
    """A sale of sixty lines in every state, with many findings and serials."""
    base = (FORTIGATE, RTX830, TERASTATION, MATE)
    devices = []
    intents = []
    answers = (Answer.CONTRACT, Answer.SPOT, Answer.CONSIDERING, Answer.DECLINED)
    for number in range(60):
        line, facts = base[number % 4]
        model = line.text if number < 4 else f"{line.text} {chr(65 + number // 4)}型"
        assert line.product is not None
        product = replace(line.product, product_id=f"p{number}", model=model)
        line = replace(line, line_id=str(number), product=product, text=model)
        devices.append((line, replace(facts, line_id=str(number), model=model)))
        answer = answers[number % 4]
        due = date(2026, 9, 30) if answer is Answer.CONSIDERING else None
        intents.append(Intent(str(number), answer, "light", "spot", due=due))
    return record(tuple(devices), tuple(intents), **changes)  # type: ignore[arg-type]


def handa(**changes: object) -> Record:
    """A VPN device delivered at a version whose exploited vulnerability was long known."""
    gate = device(
        "1",
        "Fortinet",
        "FortiGate 60E",
        version="6.0.4",
        state=VersionState.UPDATE_NEEDED,
        latest="6.0.18",
        released="2024-03",
        source="Fortinet リリースノート",
        part_number="FG-60E",
        use="社外から病院への接続",
        family="FortiOS 6.0系",
        serials=("FGT60E-MIHON-0001",),
        lifecycle=(
            ends(LifecycleKind.END_OF_FIRMWARE, "2021-03-29"),
            ends(LifecycleKind.END_OF_SUPPORT, "2022-09-29"),
        ),
        findings=(
            finding(
                "CVE-2018-13379",
                summary="社外からの接続口（SSL-VPN）を通じて、利用者のIDとパスワードを第三者に読み取られるおそれがあります。",
                fixed_in=("6.0.5",),
                kev=date(2021, 11, 3),
                ransomware=True,
                score=9.8,
                stated="6.0.0–6.0.4",
                ids=("FG-IR-18-384", "JVNDB-2019-005116"),
            ),
        ),
        entitlement=Entitlement.CONTRACT,
    )
    intents = (Intent("1", Answer.CONSIDERING, "standard", "spot", due=date(2026, 9, 30)),)
    customer = Customer(name="見本町立 見本病院", department="事務部", person="見本 花子", position="課長")
    return replace(record((gate,), intents, customer=customer, **changes), maker_sources=MAKERS[:1])  # type: ignore[arg-type]


DRAWN = Signature(
    SignatureMethod.DRAWN,
    signer="髙﨑 一郎",
    position="部長",
    strokes=(
        Stroke(((0.05, 0.2, 0), (0.15, 0.8, 90), (0.22, 0.3, 160), (0.3, 0.75, 240))),
        Stroke(((0.35, 0.5, 400), (0.6, 0.45, 520), (0.9, 0.55, 700))),
    ),
    signed_at=EXPLAINED_AT + timedelta(minutes=40),
    text_shown_at=EXPLAINED_AT + timedelta(minutes=38),
)
REFUSED = Signature(SignatureMethod.REFUSED, reason="社内の規程により、当日の署名ができないとのこと")
LATER = Signature(SignatureMethod.LATER, reason="押印は本社で行うため")
