"""Entries of JVN iPedia in JVNRSS: getVulnOverviewList and the RSS feeds. They hold no versions.

They are a source of their own beside the details, so that an entry never takes the place of the versions
that a detail states.
"""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.feeds.jvn_detail import score_of
from jcssa_desktop.feeds.jvn_statement import (
    Numbers,
    day_of,
    in_utc,
    named_product,
    record_number,
    record_state,
    record_url,
    without_reporters,
)
from jcssa_desktop.feeds.sheet import one_line
from jcssa_desktop.feeds.stated_text import plain_text
from jcssa_desktop.feeds.xml_file import line_of, local_name

SOURCE = "JVN iPedia (JVNRSS)"


def advisory_of_item(item: etree._Element, seen_on: date) -> ListedAdvisory | Skipped:
    """Read one `item`."""
    record_id = record_number(_text(item, "identifier"))
    if not record_id:
        return Skipped(line_of(item), "jvn_record_without_number")
    numbers = Numbers(record_id)
    for reference in _all(item, "references"):
        numbers.add(reference.get("id", ""))
    title = one_line(plain_text(_text(item, "title")))
    overview = plain_text(_text(item, "description"))
    return ListedAdvisory(
        source=SOURCE,
        record_id=record_id,
        seen_on=seen_on,
        statements=tuple(_statements(item)),
        ids=numbers.all(),
        title=title,
        published_on=day_of(_text(item, "issued")) or day_of(_text(item, "date")),
        modified=in_utc(_text(item, "modified")) or in_utc(_text(item, "date")),
        state=record_state(title, overview),
        cvss=tuple(_scores(item)),
        source_url=record_url(record_id),
        summary_ja=without_reporters(overview),
    )


def _statements(item: etree._Element) -> Iterator[Statement]:
    """Name the products: an entry says that they are concerned, and nothing of their versions."""
    for cpe in _all(item, "cpe"):
        maker, name = cpe.get("vendor", ""), cpe.get("product", "")
        if one_line(maker) or one_line(name):
            yield Statement(named_product(maker, name, cpe.text or ""), "")


def _scores(item: etree._Element) -> Iterator[Cvss]:
    for cvss in _all(item, "cvss"):
        if found := score_of(cvss.get("version", ""), cvss.get("score", "")):
            yield found


def _all(item: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in item if local_name(child) == name)


def _text(item: etree._Element, name: str) -> str:
    found = next(_all(item, name), None)
    return "" if found is None else (found.text or "")
