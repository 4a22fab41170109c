"""NVD's CVE records: pages of its API 2.0, its feeds 2.0 and single records."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState, Statement
from jcssa_desktop.feeds.cve_affected import affected_statements
from jcssa_desktop.feeds.cve_affected_shapes import AffectedProduct, joined
from jcssa_desktop.feeds.cve_record import BaseScore, Described, described, is_cve
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.moment import utc_day, utc_moment
from jcssa_desktop.feeds.nvd_configurations import Configuration, ReadConfigurations, read_configurations
from jcssa_desktop.feeds.sheet import one_line

SOURCE = "NVD"
FORMAT = "NVD_CVE"
"""What a page or a feed of CVE records calls itself; pages of CPE names and of changes have other names."""

_REJECTED = "rejected"
_PAGE = "https://nvd.nist.gov/vuln/detail/"
_SCORERS = {
    "nvd@nist.gov": "NVD",
    "134c704f-9b21-4f2e-91b3-4a467353bcc0": "CISA-ADP",
}
"""Who scores, where NVD writes an address or a number for a well-known name."""


class _Metric(msgspec.Struct, rename="camel"):
    cvss_data: BaseScore
    source: str = ""


class _Metrics(msgspec.Struct):
    v40: list[_Metric] = msgspec.field(name="cvssMetricV40", default_factory=list)
    v31: list[_Metric] = msgspec.field(name="cvssMetricV31", default_factory=list)
    v30: list[_Metric] = msgspec.field(name="cvssMetricV30", default_factory=list)
    v2: list[_Metric] = msgspec.field(name="cvssMetricV2", default_factory=list)


class _Affected(msgspec.Struct, rename="camel"):
    affected_data: list[AffectedProduct] = []
    source: str = ""


class _Cve(msgspec.Struct, rename="camel"):
    id: str
    published: str = ""
    last_modified: str = ""
    vuln_status: str = ""
    descriptions: list[Described] = []
    metrics: _Metrics | None = None
    configurations: list[Configuration] = []
    affected: list[_Affected] = []


class _Item(msgspec.Struct):
    cve: _Cve


class _Page(msgspec.Struct):
    vulnerabilities: list[msgspec.Raw]
    timestamp: str = ""


class NvdRecords(Struct, frozen=True):
    """The records of one file, decoded one by one as they are read; `count` is how many there are."""

    count: int
    stream: Iterator[ListedAdvisory | Skipped]


def read_nvd_page(data: bytes, file: str, seen_on: date) -> NvdRecords:
    """Open a page of the API or a feed; it was seen on the day that it states.

    Raises:
        InvalidImport: Here or from the stream: the file or a record is malformed.
    """
    page = read_json(data, _Page, file)
    stated = utc_day(page.timestamp)
    day = min(stated, seen_on) if stated else seen_on
    return NvdRecords(len(page.vulnerabilities), _items(page.vulnerabilities, file, day))


def _items(items: Sequence[msgspec.Raw], file: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    for index, item in enumerate(items):
        path = f"vulnerabilities[{index}]"
        cve = read_json(item, _Item, file, path).cve
        yield from _advisory(cve, f"{path}.cve", seen_on)


def read_nvd_record(data: bytes, file: str, seen_on: date, *, wrapped: bool) -> NvdRecords:
    """Open a file that is one record without a page around it; `wrapped`: it stands under the key `cve`.

    Raises:
        InvalidImport: The record is malformed.
    """
    if wrapped:
        return NvdRecords(1, _advisory(read_json(data, _Item, file).cve, "cve", seen_on))
    return NvdRecords(1, _advisory(read_json(data, _Cve, file), "", seen_on))


def _advisory(cve: _Cve, path: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    number = cve.id.strip().upper()
    if not is_cve(number):
        yield Skipped(Place(path=path), "cve_record_without_number", (("value", one_line(cve.id)[:40]),))
        return
    withdrawn = cve.vuln_status.strip().lower() == _REJECTED
    read = ReadConfigurations((), ()) if withdrawn else read_configurations(cve.configurations)
    yield ListedAdvisory(
        source=SOURCE,
        record_id=number,
        seen_on=seen_on,
        statements=read.statements or (() if withdrawn else _affected(cve)),
        ids=(number,),
        published_on=utc_day(cve.published),
        modified=utc_moment(cve.last_modified),
        state=RecordState.WITHDRAWN if withdrawn else RecordState.PUBLISHED,
        cvss=_scores(cve.metrics),
        source_url=_PAGE + number,
        summary_en=described(cve.descriptions, "en"),
        summary_ja=described(cve.descriptions, "ja"),
    )
    for criteria in read.malformed:
        values = (("record", number), ("value", one_line(criteria)[:80]))
        yield Skipped(Place(path=f"{path}.configurations".lstrip(".")), "nvd_cpe_wrong", values)


def _affected(cve: _Cve) -> tuple[Statement, ...]:
    """Read what the record repeats of its assigner's statement; asked only where NVD states nothing."""
    return tuple(
        statement
        for one in cve.affected
        for product in joined(one.affected_data)
        for statement in affected_statements(product, said_by=one.source)
    )


def _scores(metrics: _Metrics | None) -> tuple[Cvss, ...]:
    if metrics is None:
        return ()
    scores = [
        Cvss(
            metric.cvss_data.version, metric.cvss_data.base_score, _SCORERS.get(metric.source, metric.source)
        )
        for listed in (metrics.v40, metrics.v31, metrics.v30, metrics.v2)
        for metric in listed
        if metric.cvss_data.base_score is not None
    ]
    return tuple(dict.fromkeys(scores))
