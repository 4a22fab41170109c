"""Names, numbers, times and states as JVN iPedia writes them, in XML and JSON alike."""

import re
from datetime import date, datetime, timedelta, timezone

from msgspec import Struct, field

from jcssa_desktop.domain.listed_advisory import NamedProduct, RecordState
from jcssa_desktop.feeds.cpe_name import cpe_name
from jcssa_desktop.feeds.moment import utc_moment
from jcssa_desktop.feeds.sheet import one_line
from jcssa_desktop.feeds.stated_text import cves_in

SITE = "https://jvndb.jvn.jp/ja/contents"

_JVN_NUMBER = re.compile(r"JVN(?:VU|TA)?#\d+")
_RECORD_NUMBER = re.compile(r"JVNDB-\d{4}-\d{6,}")
_REJECTED = re.compile(r"\s*\*\*\s*削除\s*\*\*|\s*\*\*\s*REJECT(?:ED)?\s*\*\*", re.IGNORECASE)
_REPORTED_BY = re.compile(r"(?:\s*CVE-\d{4}-\d{4,}(?:[、,]\s*CVE-\d{4}-\d{4,})*)?\s*この脆弱性情報は、")
_YEARS = range(1970, 2200)
_JAPAN = timezone(timedelta(hours=9))


def named_product(maker: str, name: str, cpe: str) -> NamedProduct:
    """Name a product as JVN iPedia does: maker's and product's name, and a CPE name that may be missing."""
    found = cpe_name(cpe)
    return NamedProduct(one_line(maker), one_line(name), is_hardware=found.part == "h", cpe=found.text)


class Numbers(Struct):
    """The numbers of one record while they are gathered: its own first, each once."""

    record_id: str
    found: dict[str, None] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Take the CVE and JVN numbers of a text."""
        self.found.update(dict.fromkeys((*cves_in(text), *_JVN_NUMBER.findall(text))))

    def all(self) -> tuple[str, ...]:
        """Give every number of the record."""
        return tuple(dict.fromkeys((self.record_id, *self.found)))


def record_number(text: str) -> str:
    """Give the number of a record of JVN iPedia; "" for what is none."""
    stated = text.strip()
    return stated if _RECORD_NUMBER.fullmatch(stated) else ""


def record_url(record_id: str) -> str:
    """Give the page of a record: its year is part of its number."""
    return f"{SITE}/{record_id.split('-')[1]}/{record_id}.html"


def record_state(*texts: str) -> RecordState:
    """Tell whether a record was taken back: its title or overview then begins with ** 削除 **.

    ** 未確定 ** (disputed) and ** サポート外 ** (no longer supported by its maker) are still stood by.
    """
    return RecordState.WITHDRAWN if any(_REJECTED.match(text) for text in texts) else RecordState.PUBLISHED


def without_reporters(overview: str) -> str:
    """Leave out of an overview who reported it: that names persons and says nothing of the device."""
    return _REPORTED_BY.split(overview, maxsplit=1)[0].strip()


def moment(text: str) -> datetime | None:
    """Read a time, with or without seconds; one without a zone is Japan's; None for what is none."""
    try:
        stated = datetime.fromisoformat(text.strip().replace("/", "-"))
    except ValueError:
        return None
    if stated.year not in _YEARS:
        return None
    return (stated if stated.tzinfo else stated.replace(tzinfo=_JAPAN)).astimezone(_JAPAN)


def day_of(text: str) -> date | None:
    """Give the day in Japan of a time; None for what is no time."""
    stated = moment(text)
    return stated.date() if stated else None


def in_utc(text: str) -> str:
    """Write a time in UTC, so that two of them sort; "" for what is no time."""
    stated = moment(text)
    return utc_moment(stated.isoformat()) if stated else ""
