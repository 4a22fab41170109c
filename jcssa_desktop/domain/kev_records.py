"""What an entry of CISA's catalogue says of products: that they are attacked, not at which versions.

It is kept beside what other sources state, so that a vulnerability known to be exploited is told of a product
that CISA names even where no record gives its versions. Any range of another source decides before it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from jcssa_desktop.domain.catalogue import Kev
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, NamedProduct, Statement

SOURCE = "CISA KEV"
_PAGE = "https://www.cisa.gov/known-exploited-vulnerabilities-catalog?field_cve="
_LISTED = re.compile(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+", re.IGNORECASE)
_KIND_OF_DEVICE = re.compile(
    r"(?:^|\s+)(?:series\s+)?(?:(?:dual\s+gigabit\s+wan|vpn|wireless)\s+)*"
    r"(?:routers?|switch(?:es)?|firewalls?|appliances?|devices?|access\s+points?|software)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"multiple\b|various\b|.*\bmultiple\s+products$", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})\.(\d{2})\.(\d{2})")


def kev_records(entries: Iterable[Kev]) -> Iterator[ListedAdvisory]:
    """Give a record for each entry that names a product; `Multiple Products` and `Routers` name none."""
    for entry in entries:
        statements = tuple(
            Statement(NamedProduct(entry.vendor, name), "") for name in named_products(entry.product)
        )
        if statements:
            yield ListedAdvisory(
                source=SOURCE,
                record_id=entry.cve,
                seen_on=_seen_on(entry),
                statements=statements,
                ids=(entry.cve,),
                title=entry.name,
                source_url=_PAGE + entry.cve,
                summary_en=entry.description,
            )


def named_products(product: str) -> tuple[str, ...]:
    """Take `RV160, RV260, and RV345 Series Routers` or `FortiOS and FortiProxy` apart."""
    if _NO_NAME.match(product.strip()):
        return ()
    names = (_KIND_OF_DEVICE.sub("", one.strip()).strip() for one in _LISTED.split(product))
    return tuple(dict.fromkeys(filter(None, names)))


def _seen_on(entry: Kev) -> date:
    """Give the day of the catalogue, `2026.08.07`; its CSV states none, but the entry's own day."""
    found = _DAY.fullmatch(entry.catalogue_version)
    try:
        return date(*map(int, found.groups())) if found else entry.added
    except ValueError:
        return entry.added
