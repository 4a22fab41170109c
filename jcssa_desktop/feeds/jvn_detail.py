"""Records of JVN iPedia in VULDEF: getVulnDetailInfo and the yearly detail feeds."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.feeds.jvn_solution import with_fixes
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
from jcssa_desktop.feeds.stated_versions import statements_of
from jcssa_desktop.feeds.xml_file import line_of, local_name

SOURCE = "JVN iPedia"

_HIGHEST_SCORE = 10.0


def advisory_of_vulinfo(vulinfo: etree._Element, seen_on: date) -> ListedAdvisory | Skipped:
    """Read one `Vulinfo`."""
    record_id = record_number(_text(vulinfo, "VulinfoID"))
    if not record_id:
        return Skipped(line_of(vulinfo), "jvn_record_without_number")
    title = one_line(plain_text(_text(vulinfo, "VulinfoData", "Title")))
    overview = plain_text(_text(vulinfo, "VulinfoData", "VulinfoDescription", "Overview"))
    solution = "\n".join(
        plain_text(_text(item, "Description"))
        for item in _all(vulinfo, "VulinfoData", "Solution", "SolutionItem")
    )
    published = _text(vulinfo, "VulinfoData", "DateFirstPublished")
    return ListedAdvisory(
        source=SOURCE,
        record_id=record_id,
        seen_on=seen_on,
        statements=with_fixes(tuple(_statements(vulinfo)), solution),
        ids=_numbers(vulinfo, record_id),
        title=title,
        published_on=day_of(published) or day_of(_text(vulinfo, "VulinfoData", "DatePublic")),
        modified=in_utc(_text(vulinfo, "VulinfoData", "DateLastUpdated")),
        state=record_state(title, overview),
        cvss=tuple(_scores(vulinfo)),
        source_url=record_url(record_id),
        summary_ja=without_reporters(overview),
        advice_ja=solution,
    )


def _statements(vulinfo: etree._Element) -> Iterator[Statement]:
    for item in _all(vulinfo, "VulinfoData", "Affected", "AffectedItem"):
        maker, name = _text(item, "Name"), _text(item, "ProductName")
        if one_line(maker) or one_line(name):
            about = named_product(maker, name, _text(item, "Cpe"))
            yield from statements_of(about, (_own(one) for one in _all(item, "VersionNumber")))


def _numbers(vulinfo: etree._Element, record_id: str) -> tuple[str, ...]:
    numbers = Numbers(record_id)
    for item in _all(vulinfo, "VulinfoData", "Related", "RelatedItem"):
        if item.get("type") == "advisory":
            numbers.add(_text(item, "VulinfoID"))
    return numbers.all()


def _scores(vulinfo: etree._Element) -> Iterator[Cvss]:
    for cvss in _all(vulinfo, "VulinfoData", "Impact", "Cvss"):
        if found := score_of(cvss.get("version", ""), _text(cvss, "Base")):
            yield found


def score_of(version: str, score: str) -> Cvss | None:
    """Make a severity score; None for what is no number from 0 to 10."""
    try:
        value = float(score)
    except ValueError:
        return None
    return Cvss(version.strip(), value, SOURCE) if 0 <= value <= _HIGHEST_SCORE else None


def _all(element: etree._Element, *path: str) -> Iterator[etree._Element]:
    """Yield the elements at a path of names, whatever their namespaces."""
    for child in element:
        if local_name(child) == path[0]:
            if len(path) == 1:
                yield child
            else:
                yield from _all(child, *path[1:])


def _text(element: etree._Element, *path: str) -> str:
    """Give the text at the first element of a path; "" where there is none."""
    found = next(_all(element, *path), None)
    return "" if found is None else _own(found)


def _own(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext())
