"""Whether a line of a quotation can be a device that the guideline covers, by the words of the line.

Only what is plainly no device is put out of scope; a doubt is left to the person. What was matched to a
product of the catalogue is in scope, and that is decided where it is matched.
"""

import re
import unicodedata

from jcssa_desktop.domain.catalogue import Scope
from jcssa_desktop.domain.search_key import search_key

REASON_SERVICE = "scope_service"
REASON_CLOUD = "scope_cloud"
REASON_SOFTWARE = "scope_software"
REASON_ACCESSORY = "scope_accessory"
REASON_UNCLEAR = "scope_unclear"
REASONS = (REASON_SERVICE, REASON_CLOUD, REASON_SOFTWARE, REASON_ACCESSORY, REASON_UNCLEAR)
"""Keys of the sentences that tell a person why."""


def scope_of(text: str, part_number: str = "", maker: str = "") -> tuple[Scope, str]:
    """Tell a line's scope and the key of the reason: OUT or CHECK, never IN."""
    reason = _reason_of_part_number(part_number) or _reason_of_text(text, maker)
    return (Scope.OUT, reason) if reason else (Scope.CHECK, REASON_UNCLEAR)


# Makers' own part numbers for contracts and licences; bundles of a device carry the device's number.
_SERVICE_PART = re.compile(r"FC-?\d{2}-|FC\d?-10-|CON-|SVC-", re.IGNORECASE)
_LICENCE_PART = re.compile(r"LIC-|L-[A-Z]|SW-LIC|[A-Z0-9]+-LIC-", re.IGNORECASE)


def _reason_of_part_number(part_number: str) -> str:
    plain = unicodedata.normalize("NFKC", part_number).strip()
    if _SERVICE_PART.match(plain):
        return REASON_SERVICE
    return REASON_SOFTWARE if _LICENCE_PART.match(plain) else ""


def _reason_of_text(text: str, maker: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    outside = _BRACKETED.sub(" ", plain)
    reason = _reason_of_words(outside, plain, maker)
    # What stands in brackets behind a model only describes it: RTX830(お手持ち品の設定変更).
    return reason if reason or _MODEL.search(outside) else _reason_of_words(plain, plain, maker)


_BRACKETED = re.compile(r"[(\[【〔「][^()\[\]【】〔〕「」]*[)\]】〕」]")
_MODEL = re.compile(r"[A-Za-z][A-Za-z-]*\s?\d|\d[A-Za-z]")


def _reason_of_words(words: str, plain: str, maker: str) -> str:
    device, _, _ = _without_included(words).partition("+")
    key = search_key(device)
    if _WORK.search(key):
        return REASON_SERVICE
    if _DEVICE_WITH_MORE.search(search_key(plain)):
        return ""
    if _UPKEEP.search(key):
        return REASON_SERVICE
    if _CLOUD.search(key):
        return REASON_CLOUD
    if _SOFTWARE.search(key) or _SOFTWARE_NAME.search(device) or search_key(maker) in _SOFTWARE_MAKERS:
        return REASON_SOFTWARE
    return REASON_ACCESSORY if _ACCESSORY.search(key) else ""


_INCLUDED = r"(?:付き?|付属|込み?|同梱|内蔵|搭載|添付|含む|含み|プリインストール|モデル|対応|あり)"
_INCLUDED_IN_BRACKETS = re.compile(rf"[(\[【〔「][^()\[\]【】〔〕「」]*{_INCLUDED}\s*[)\]】〕」]")
_INCLUDED_WORD = re.compile(rf"[^\s、,/;()\[\]【】〔〕「」+]*{_INCLUDED}(?=[\s、,/;()\[\]【】〔〕「」+]|$)")


def _without_included(text: str) -> str:
    """Leave out what comes with a device: (UTPライセンス1年付), Office搭載; nothing if all would go."""
    rest = _INCLUDED_WORD.sub(" ", _INCLUDED_IN_BRACKETS.sub(" ", text))
    return rest if search_key(rest) else text


def _pattern(words: str) -> re.Pattern[str]:
    """Join words, each of which may be a pattern; they are held against search keys, so kana is katakana."""
    return re.compile("|".join(_as_katakana(word) for word in words.split()))


def _as_katakana(word: str) -> str:
    return "".join(chr(ord(one) + 0x60) if "ぁ" <= one <= "ゖ" else one for one in word)


_END = r"(?:費|料|代|作業|支援|サービス|一式|業務|\d|[)\]]|$)"

_WORK = _pattern(rf"""
    作業(?!用|台|服) 設置(?!用|型|台|済|スタンド|キット|金具|面積|場所) 設定(?!済|器|ツール|画面|用|可能|温度)
    (?:導入|構築|設計|移行|調査|検証|配線|出張|回収|立会|操作説明|データ復旧){_END} 搬入 搬出 運搬 配送設置
    交通費 旅費 宿泊費 工事(?!不要|用|現場) 教育(?!機関|委員|用|向|モデル) 研修(?!用) トレーニング(?!用) 講習
    キッティング マスターイメージ作成 廃棄 撤去 引取 下取 データ消去 諸経費 技術料 技術費 人件費 手数料
    (?:管理|調整|派遣|稼働)費 プロジェクト管理 プロジェクトマネジメント コンサル 設計書作成 ドキュメント作成
    (?:利用|使用|レンタル|リース)料 監視(?:サービス|費|業務|運用|$) 運用(?:支援|代行|管理|サービス|費|$)
    セットアップ(?:$|費|料|代|一式|支援|サービス)
    installation(?!kit|media|dis[ck]) configuration(?!kit|tool) setupservice onsite consulting training
    回線(?:費|契約) エンジニア費 se費 インストール(?:費|料|代|作業)
""")

_UPKEEP = _pattern("""
    保守(?!部品|用品|パーツ|用) サポート(?!対応|ブラケット) 延長保証 保証延長
    保証(?:パック|サービス|アップグレード|サポート)
    ケアパック carepack オンサイト センドバック 先出し
    メンテナンス(?!キット) ヘルプデスク コールセンター forticare smartnet prosupport premiersupport
    maintenance
    サービス(?:料|費|一式|$)
""")

_CLOUD = _pattern("""
    microsoft365 office365 (?<![a-z])[mo]365(?!\\d) googleworkspace
    gsuite (?<![a-z])aws(?![a-z]) amazonwebservices
    azure(?!.*ラック) サブスクリプション subscription saas iaas paas kintone サイボウズoffice garoon
    クラウド(?!管理|対応|型|連携|ゲートウェイ|キー|カメラ|ルータ|スイッチ|アクセス|nas|録画|マネージド)
    dropbox zoom(?:ワークプレイス|meetings|ライセンス|pro|workplace) exchangeonline sharepointonline
    onedrive
    teams(?:premium|essentials|phone) salesforce slack henngeone ssl(?:サーバ)?証明書
    ドメイン(?:取得|更新|管理) ホスティング レンタルサーバ
""")

_SOFTWARE = _pattern("""
    ライセンス(?!フリー|不要) licen[sc]e 使用権 ソフトウェア ソフト(?:一式|版|費|$) ウイルス対策 ウィルス対策
    アンチウイルス アンチウィルス ウイルスバスター ウィルスバスター カスペルスキー 勘定奉行 商奉行
    弥生(?:会計|販売|給与) 一太郎 アプリ(?:ケーション)?(?:$|一式|開発) アップグレード権
    ^(?:microsoft|ms|マイクロソフト)?(?:windows(?:server|\\d|pro|home|remote)|office(?:\\d|home|std|standard|pro))
    ^(?:microsoft|ms|マイクロソフト)(?:office|sqlserver|exchange|visio|project|access|excel|word|powerpoint)
    ^sqlserver ^ウイルス ^ウィルス
""")

_SOFTWARE_NAME = re.compile(
    r"(?<![a-z0-9])(?:cal|eset|apex\s?one|norton|kaspersky|symantec|mcafee|adobe|acrobat|skysea|lanscope|assetview"
    r"|arcserve|backup\s?exec|veeam|vmware|vsphere|autocad|filemaker|atok)(?![a-z0-9])",
    re.IGNORECASE,
)
_SOFTWARE_MAKERS = frozenset(
    map(
        search_key,
        ("Adobe", "アドビ", "ESET", "ジャストシステム", "JustSystems", "弥生", "OBC", "VMware", "Autodesk"),
    )
)

_ACCESSORY = _pattern("""
    ケーブル(?!モデム|テレビ|レス|別売) 電源コード パッチコード 延長コード 光ファイバー?コード
    (?:サーバー?|インチ|ネットワーク|壁掛け?|オープン)ラック ^ラック(?!マウント|サーバ|ステーション|型)
    (?<![ブクト])ラック(?:キャビネット|棚板|取付|オプション|用品)
    ラックマウント(?:金具|キット|レール|アダプタ) マウントキット マウント金具 レールキット スライドレール
    金具 ブラケット モニターアーム (?<!パー)トナー
    インク(?:カートリッジ|パック|ボトル|タンク$) 純正インク
    ドラム(?:カートリッジ|ユニット|$) メンテナンスキット
    ^用紙 (?:コピー|普通|ロール|oa|光沢)用紙 用紙(?:トレイ|カセット)
    バッテリー?(?:パック|キット|交換|ユニット|モジュール|$)
    acアダプター? ^(?:usb|ワイヤレス|無線|光学)?マウス(?!コンピュ)
    ^(?:usb|ワイヤレス|無線|bluetooth)?キーボード ヘッドセット キャリング(?:ケース|バッグ) pcケース
    プライバシーフィルタ? 覗き見防止 のぞき見防止 保護フィルム 台車
    キャビネット 結束 rj45(?:コネクタ|プラグ) ローゼット 配線モール
    oaタップ 電源タップ テーブルタップ usbメモリ sdカード セキュリティワイヤー? ワイヤーロック
    クリーニングキット
    (?:データ|lto|クリーニング)(?:カートリッジ|テープ)
""")

_DEVICE_WITH_MORE = _pattern(r"""
    バンドル bundle 本体(?!用|保守|設置) ハードウェア(?!保守|サポート|用) アプライアンス(?!保守|サポート|用)
    core(?:i\d|ultra) ryzen celeron xeon \d(?:gb|tb)(?:ssd|hdd|メモリ|ram) ssd\d+(?:gb|tb)?
    ノートpc(?!用|保守|設定) ノートパソコン(?!用|保守|設定) デスクトップpc(?!用|保守|設定)
    デスクトップパソコン(?!用|保守|設定)
""")
