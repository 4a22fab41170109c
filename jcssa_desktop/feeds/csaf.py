"""CSAF 2.0 and 2.1: advisories of makers and coordinators, one a file."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState
from jcssa_desktop.feeds.csaf_cisco import read_cisco_notes
from jcssa_desktop.feeds.csaf_ids import ProductIds
from jcssa_desktop.feeds.csaf_shapes import (
    Concerning,
    CsafDocument,
    Header,
    Metric,
    ProductStatus,
    Score,
    Severity,
    Vulnerability,
)
from jcssa_desktop.feeds.csaf_statements import Cited, statements
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.moment import utc_day, utc_moment
from jcssa_desktop.feeds.sheet import one_line

_VERSIONS = frozenset({"2.0", "2.1"})
_DRAFT = "draft"
_TAKEN_BACK = frozenset({"withdrawn", "superseded"})
_CVE = re.compile(r"CVE-\d{4}-\d{4,}")
_HIGHEST_SCORE = 10
_CONCERNING = (
    "remediations",
    "ids",
    "threats",
    "flags",
    "involvements",
    "first_known_exploitation_dates",
    "notes",
)


def read_csaf(data: bytes, file: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    """Read a document; its advisory comes first, then what of it was held in doubt.

    Raises:
        InvalidImport: The file is not a document of CSAF 2.0 or 2.1, or has no number or publisher.
    """
    document = read_json(data, CsafDocument, file)
    header = document.document
    if header.csaf_version not in _VERSIONS:
        place = Place(path="document.csaf_version")
        raise InvalidImport(
            "csaf_version_unknown", file=file, place=place, version=one_line(header.csaf_version)[:40]
        )
    return _read(document, seen_on)


def _read(document: CsafDocument, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    header = document.document
    if header.tracking.status == _DRAFT:
        yield Skipped(Place(path="document.tracking.status"), "csaf_draft")
        return
    ids = ProductIds(document.product_tree, header.publisher)
    cited = _cited(document.vulnerabilities)
    cves = tuple(one.cve for one in cited if one.cve)
    _report_references(document, ids)
    modified = utc_moment(header.tracking.current_release_date)
    yield ListedAdvisory(
        source=one_line(header.publisher.name),
        record_id=one_line(header.tracking.id),
        seen_on=seen_on,
        statements=read_cisco_notes(header, statements(cited, ids), cves),
        ids=_numbers(document),
        title=one_line(header.title),
        published_on=utc_day(header.tracking.initial_release_date),
        modified=modified,
        state=RecordState.WITHDRAWN
        if header.category.removeprefix("csaf_") in _TAKEN_BACK
        else RecordState.PUBLISHED,
        cvss=_worst(document.vulnerabilities, one_line(header.publisher.name)),
        source_url=_own_page(header),
    )
    if not modified:
        stated = one_line(header.tracking.current_release_date)[:40]
        yield Skipped(
            Place(path="document.tracking.current_release_date"), "csaf_day_wrong", (("value", stated),)
        )
    yield from ids.problems()


def _cited(vulnerabilities: list[Vulnerability]) -> list[Cited]:
    """Give each CVE number once: what a document says of it in several places is put together."""
    found: dict[str, list[tuple[str, Vulnerability]]] = {}
    for index, one in enumerate(vulnerabilities):
        path = f"vulnerabilities[{index}]"
        found.setdefault(_cve(one) or path, []).append((path, one))
    return [
        Cited(many[0][0], _cve(many[0][1]), _joined([shape for _, shape in many])) for many in found.values()
    ]


def _joined(many: list[Vulnerability]) -> Vulnerability:
    if len(many) == 1:
        return many[0]
    status = ProductStatus(
        **{
            name: [product_id for one in many for product_id in getattr(one.product_status, name)]
            for name in ProductStatus.__struct_fields__
        }
    )
    remediations = [remediation for one in many for remediation in one.remediations]
    return Vulnerability(cve=many[0].cve, product_status=status, remediations=remediations)


def _cve(vulnerability: Vulnerability) -> str:
    number = (vulnerability.cve or "").strip().upper()
    return number if _CVE.fullmatch(number) else ""


def _numbers(document: CsafDocument) -> tuple[str, ...]:
    numbers = [document.document.tracking.id]
    for one in document.vulnerabilities:
        numbers += [one.cve or "", *(given.text for given in one.ids)]
    return tuple(dict.fromkeys(number for number in map(one_line, numbers) if number))


def _report_references(document: CsafDocument, ids: ProductIds) -> None:
    """Report products that statuses, remediations, scores, notes and so on name and nothing defines."""
    for index, note in enumerate(document.document.notes):
        ids.report_unused(f"document.notes[{index}]", note.product_ids, note.group_ids)
    for number, one in enumerate(document.vulnerabilities):
        path = f"vulnerabilities[{number}]"
        for status in ProductStatus.__struct_fields__:
            ids.report_undefined(f"{path}.product_status.{status}", getattr(one.product_status, status))
        for name in ("scores", "metrics"):
            rated: list[Score | Metric] = getattr(one, name)
            for index, score in enumerate(rated):
                ids.report_unused(f"{path}.{name}[{index}]", score.products)
        for name in _CONCERNING:
            concerning: list[Concerning] = getattr(one, name)
            for index, part in enumerate(concerning):
                ids.report_unused(f"{path}.{name}[{index}]", part.product_ids, part.group_ids)


def _worst(vulnerabilities: Iterable[Vulnerability], publisher: str) -> tuple[Cvss, ...]:
    """Give the highest score of each CVSS version and source over all vulnerabilities of the record."""
    highest: dict[tuple[str, str], float] = {}
    for one in vulnerabilities:
        rated: list[tuple[Severity, str]] = [(score, publisher) for score in one.scores]
        rated += [(metric.content, one_line(metric.source) or publisher) for metric in one.metrics]
        for score, source in rated:
            for shape, usual in ((score.cvss_v2, "2.0"), (score.cvss_v3, "3.1"), (score.cvss_v4, "4.0")):
                if shape and shape.base_score is not None and 0 <= shape.base_score <= _HIGHEST_SCORE:
                    key = (one_line(shape.version) or usual, source)
                    highest[key] = max(highest.get(key, 0.0), shape.base_score)
    return tuple(Cvss(version, score, source) for (version, source), score in highest.items())


def _own_page(header: Header) -> str:
    return next((one.url for one in header.references if one.category == "self" and one.url), "")
