"""One folded form for names, models and part numbers, so that the same thing typed differently is equal."""

import re
import unicodedata
from functools import lru_cache

_HYPHENS = "\\-\u02d7\u058a\u1806\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u2796\u2e3a\u2e3b\uff0d"
_MIDDLE_DOTS = "\u00b7\u0387\u2022\u2027\u2219\u22c5\u30fb"
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
_DROPPED = re.compile(rf"[\s_{_HYPHENS}{_MIDDLE_DOTS}{_INVISIBLE}]+")

_KANA = "\u30a1-\u30fa\u30fc-\u30ff"
_STRAY_LONG_VOWEL = re.compile(rf"(?<![{_KANA}])\u30fc+")

_HIRAGANA_TO_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
_FOLDED = _HIRAGANA_TO_KATAKANA | {ord("〜"): "~"}


@lru_cache(maxsize=32_768)
def search_key(text: str) -> str:
    """Fold width, case and kana, and drop spaces, hyphens, underscores and middle dots.

    The long-vowel mark ー stays in kana words (ルーター); after anything else it is what people type for a
    hyphen (ＦＧー６０Ｆ) and is dropped. Folding a folded text changes nothing.
    """
    if text.isascii():
        return _DROPPED.sub("", text.lower())
    folded = _fold(text)
    # Dropping a character can bring a letter and a combining mark together: fold until nothing moves.
    while not folded.isascii() and (again := _fold(folded)) != folded:
        folded = again
    return folded


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    katakana = unicodedata.normalize("NFKC", plain.translate(_FOLDED))
    return _STRAY_LONG_VOWEL.sub("", _DROPPED.sub("", katakana))
