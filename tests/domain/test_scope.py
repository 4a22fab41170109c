import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.scope import REASONS, scope_of


@pytest.mark.parametrize(
    "text",
    [
        "設置設定作業",
        "PCセットアップ",
        "Installation and configuration",
        "On-site training",
        "RTX830 設定費",
        "UTM 初期設定",
        "現地設置",
        "ネットワーク構築費",
        "機器搬入・設置費",
        "FortiGate 60F 保守サービス（1年）",
        "年間保守料",
        "センドバック保守　5年",
        "オンサイト保守",
        "電話サポート（平日）",
        "交通費",
        "LAN配線工事",
        "操作研修",
        "利用者教育",
        "旧機器撤去・廃棄",
        "ノートPC キッティング作業",
        "諸経費",
        "Microsoft 365 初期設定作業",
        "ﾙｰﾀｰ設定作業",
        "運搬費",
        "セキュリティ監視サービス",
        "FortiCare Premium 1年",
        "延長保証サービス",
        "その他（設置費）",
        "データ移行支援",
    ],
)
def test_services_are_out_of_scope(text: str) -> None:
    assert scope_of(text, "", "") == (Scope.OUT, "scope_service")


@pytest.mark.parametrize(
    "text",
    [
        "Microsoft 365 Business Standard",
        "Ｍｉｃｒｏｓｏｆｔ　３６５　Ｂｕｓｉｎｅｓｓ　Ｂａｓｉｃ",
        "Google Workspace Business Starter",
        "AWS 利用枠",
        "バックアップ用クラウドストレージ 1TB",
        "Acrobat Pro サブスクリプション 1年",
        "SaaS型勤怠管理",
        "Office 365 E3",
    ],
)
def test_cloud_services_are_out_of_scope(text: str) -> None:
    assert scope_of(text, "", "") == (Scope.OUT, "scope_cloud")


@pytest.mark.parametrize(
    "text",
    [
        "Windows Server 2022 Standard 16コア",
        "Windows Server 2022 CAL",
        "Microsoft Office Home & Business 2024",
        "ESET PROTECT Essential 25ユーザー",
        "ウイルスバスター ビジネスセキュリティサービス 10",
        "FortiGate 60F UTPライセンス 1年",
        "バックアップソフト",
        "資産管理ソフトウェア",
        "Windows 11 Pro アップグレードライセンス",
        "Meraki MX67 クラウド管理ライセンス 3年",
        "デバイスCAL 10",
    ],
)
def test_software_is_out_of_scope(text: str) -> None:
    assert scope_of(text, "", "") == (Scope.OUT, "scope_software")


@pytest.mark.parametrize(
    "text",
    [
        "LANケーブル CAT6 3m",
        "19インチラック 24U",
        "ラックマウントキット",
        "電源コード",
        "AP用取付金具",
        "純正トナー ブラック",
        "UPS交換用バッテリー",
        "ACアダプター",
        "モニターアーム",
        "OAタップ 6口",
        "ＬＡＮｹｰﾌﾞﾙ　５ｍ",
    ],
)
def test_accessories_are_out_of_scope(text: str) -> None:
    assert scope_of(text, "", "") == (Scope.OUT, "scope_accessory")


@pytest.mark.parametrize(
    "text",
    [
        "FortiGate 60F",
        "FortiGate 60F 1年 UTPライセンス付き",
        "FortiGate-60F UTPバンドル（1年）",
        "FortiGate 60F ハードウェア＋UTPライセンス 1年",
        "FortiGate 60F + UTPライセンス",
        "FortiGate 60F（センドバック保守1年込）",
        "FortiGate 60F 本体 UTPライセンス 5年",
        "Mate タイプMB Windows 11 Pro",
        "ThinkPad T14 Gen 3 Windows 11 Pro Office搭載",
        "ThinkPad T14 Gen 3 Core i5/16GB/SSD256GB 3年保守",
        "ThinkPad T14 ブラック",
        "ノートPC LIFEBOOK U7413 (Microsoft Office付)",
        "ラックマウント型サーバー PowerEdge R250 Windows Server 2022 Standard",
        "RackStation RS1221+",
        "クラウド管理型アクセスポイント WLX222",
        "ケーブルモデム",
        "監視カメラ AXIS P3265",
        "マウスコンピューター MousePro-NB",
        "インクジェット複合機 MFC-L9570CDW",
        "スモールビジネスルーター RV340",
        "RESET機能の見本 WSR-2533DHP2",
        "教育機関向けタブレット",
        "UPS 無停電電源装置 SMT500J バッテリー内蔵",
        "TeraStation TS3420DN バックアップソフト付属",
        "サービス統合型ルーター C1111-8P",
        "設定済みルーター RTX830",
        "作業用ノートPC",
        "Aterm WG1200HS（お手持ち品の設定変更）",
        "8ポートスイッチ RJ45 電源ケーブル別売",
        "A3用紙対応プリンター",
        "LaserJet M365dn",
        "",
    ],
)
def test_what_may_be_a_device_is_left_to_the_person(text: str) -> None:
    assert scope_of(text, "", "") == (Scope.CHECK, "scope_unclear")


def test_a_makers_contract_number_tells_a_service() -> None:
    assert scope_of("FortiGate-60F UTP 1年", "FC-10-0060F-950-02-12", "") == (Scope.OUT, "scope_service")
    assert scope_of("MX67 3年", "LIC-MX67-SEC-3YR", "") == (Scope.OUT, "scope_software")


def test_a_bundle_number_stays_a_device() -> None:
    assert scope_of("FortiGate-60F", "FG-60F-BDL-950-12", "フォーティネット")[0] is Scope.CHECK


def test_a_software_makers_line_is_software() -> None:
    assert scope_of("Creative Suite", "", "アドビ") == (Scope.OUT, "scope_software")


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=100)
def test_words_alone_never_put_a_line_in_scope(text: str, part_number: str, maker: str) -> None:
    scope, reason = scope_of(text, part_number, maker)
    assert scope in (Scope.OUT, Scope.CHECK)
    assert reason in REASONS
    assert (reason == "scope_unclear") is (scope is Scope.CHECK)
