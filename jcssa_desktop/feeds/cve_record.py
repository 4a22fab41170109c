"""What records of NVD and of the CVE List have in common: their number, texts and scores."""

import re
from collections.abc import Iterable
from typing import Annotated

import msgspec

from jcssa_desktop.feeds.sheet import one_line

_CVE = re.compile(r"CVE-\d{4}-\d{4,19}", re.ASCII)


class Described(msgspec.Struct):
    """A text in one language."""

    lang: str = ""
    value: str = ""


class BaseScore(msgspec.Struct, rename="camel"):
    """The part of a CVSS score that is kept."""

    version: str = ""
    base_score: Annotated[float, msgspec.Meta(ge=0, le=10)] | None = None


def is_cve(text: str) -> bool:
    """Tell whether a text is a CVE number."""
    return bool(_CVE.fullmatch(text))


def described(texts: Iterable[Described], language: str) -> str:
    """Give the text in a language (`en`) on one line; "" where there is none."""
    return next((one_line(text.value) for text in texts if text.lang.lower().startswith(language)), "")
