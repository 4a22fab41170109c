"""Which characters may begin and end a line of Japanese, and where phrases end (JIS X 4051)."""

import re

NOT_AT_START = frozenset(
    "、。，．,.・：；:;？！?!‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー—―…‥゠–〜～"
    "）)」』】〕］]｝}〉》〙〗»〟’”"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "ｧｨｩｪｫｬｭｮｯｰﾞﾟ、｡､｣･%％‰℃°"
)
NOT_AT_END = frozenset("（(「『【〔［[｛{〈《〘〖«〝‘“￥¥＄$＃#№第")
_OPENING = frozenset("（「『【〔［｛〈《〘〖〝")
CLOSING = frozenset("、。，．）」』】〕］｝〉》〙〗〟")
PHRASE_ENDS = HANGING = frozenset("、。，．")
_PREFIXES = frozenset("ごお")
_PARTICLES = frozenset("はがをにでともへやて")
_COUNTERS = frozenset("件年月日台機種版回条名分時人社部頁ページ円欄項号枚系個点秒万億千百本次つ")
_LONG_COUNTER = re.compile(r"\d(?:ページ|機種|か月|カ月|ヶ月|か所|カ所|時間|年間|営業日)")
_HONORIFIC = re.compile(r"(?<=[^ \u3000])[ \u3000]+(?=(?:様|御中)(?!\w))")
_CHAINED = frozenset("月時")
_NO_BREAK = "\u00a0"


def may_part(before: str, after: str) -> bool:
    """Tell whether a line may end with `before` when the next begins with `after`."""
    if after in NOT_AT_START or before in NOT_AT_END:
        return False
    if before.isdigit() and after in _COUNTERS:
        return False
    if before in _CHAINED and after.isdigit():
        return False
    if before.isascii() and before.isupper() and after == "欄":
        return False
    return not (_is_latin(before) and _is_latin(after))


def glued(text: str) -> set[int]:
    """Return the places inside a number and its counter, such as 3ページ, and between a name and 様."""
    counted = {
        place for found in _LONG_COUNTER.finditer(text) for place in range(found.start() + 1, found.end())
    }
    return counted | {found.end() for found in _HONORIFIC.finditer(text)}


def shares_space(before: str, after: str) -> bool:
    """Tell whether two marks that meet, or one at the beginning of a line ("" before), give up half an em."""
    if after in _OPENING:
        return not before or before in _OPENING or before in CLOSING or before == "\u3000"
    return before in CLOSING and after in CLOSING


def before_bracket(_before: str, after: str) -> bool:
    """Tell of the end of a phrase where a bracket opens."""
    return after in _OPENING


def after_particle(before: str, after: str) -> bool:
    """Tell of the end of a phrase as it is mostly written: hiragana, then another script or ご, お."""
    if not _is_hiragana(before) or before in _PREFIXES:
        return False
    return after in _PREFIXES or not _is_hiragana(after)


def before_katakana(before: str, after: str) -> bool:
    """Tell of the end of a phrase where a loan word begins."""
    return not _is_katakana(before) and _is_katakana(after)


def surely_parted(before: str, after: str) -> bool:
    """Tell of an end of a phrase that is hardly ever a wrong guess: a point, or one of the particles."""
    return before in PHRASE_ENDS or (before in _PARTICLES and after_particle(before, after))


def _is_latin(character: str) -> bool:
    return character == _NO_BREAK or (character < "\u2e80" and not character.isspace())


def _is_hiragana(character: str) -> bool:
    return "\u3041" <= character <= "\u309f"


def _is_katakana(character: str) -> bool:
    return "\u30a1" <= character <= "\u30ff"
