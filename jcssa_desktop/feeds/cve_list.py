"""Records of the CVE List in CVE JSON 5: what the assigner states, and what CISA adds to it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

import msgspec
from msgspec.structs import replace

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, RecordState, Statement
from jcssa_desktop.feeds.cve_affected import affected_statements
from jcssa_desktop.feeds.cve_affected_shapes import AffectedProduct, joined
from jcssa_desktop.feeds.cve_record import BaseScore, Described, described, is_cve
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.json_folder import JsonFolder
from jcssa_desktop.feeds.moment import utc_day, utc_moment
from jcssa_desktop.feeds.sheet import one_line

SOURCE = "CVE"

_PAGE = "https://www.cve.org/CVERecord?id="
_REJECTED = "rejected"
_ASSIGNER = "CNA"
_NO_FIX = re.compile(
    r"\bno (?:fix|patch|update|firmware update)s? (?:is|are|will be) (?:planned|provided|released|issued)\b"
    r"|\b(?:will not|won't) be (?:fixed|patched)\b"
    r"|\bno (?:fix|patch|firmware update) will be\b",
    re.IGNORECASE,
)


class _Provider(msgspec.Struct, rename="camel"):
    short_name: str = ""


class _Metric(msgspec.Struct):
    v40: BaseScore | None = msgspec.field(name="cvssV4_0", default=None)
    v31: BaseScore | None = msgspec.field(name="cvssV3_1", default=None)
    v30: BaseScore | None = msgspec.field(name="cvssV3_0", default=None)
    v2: BaseScore | None = msgspec.field(name="cvssV2_0", default=None)


class _Container(msgspec.Struct, rename="camel"):
    provider_metadata: _Provider = msgspec.field(default_factory=_Provider)
    title: str = ""
    descriptions: list[Described] = []
    rejected_reasons: list[Described] = []
    affected: list[AffectedProduct] = []
    metrics: list[_Metric] = []
    solutions: list[Described] = []
    workarounds: list[Described] = []
    source: dict[str, object] = {}


class _Containers(msgspec.Struct):
    cna: _Container
    adp: list[_Container] = []


class _Metadata(msgspec.Struct, rename="camel"):
    cve_id: str
    state: str = ""
    date_published: str = ""
    date_updated: str = ""


class _Record(msgspec.Struct, rename="camel"):
    cve_metadata: _Metadata
    containers: _Containers


def read_cve_record(data: bytes, file: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    """Read a file that is one record, as the CVE List keeps them.

    Raises:
        InvalidImport: The record is malformed.
    """
    yield from _advisory(read_json(data, _Record, file), "", seen_on)


def read_cve_records(
    items: Sequence[msgspec.Raw], file: str, seen_on: date
) -> Iterator[ListedAdvisory | Skipped]:
    """Read the records of a list one by one.

    Raises:
        InvalidImport: A record is malformed.
    """
    for index, item in enumerate(items):
        yield from _advisory(read_json(item, _Record, file, f"[{index}]"), f"[{index}]", seen_on)


def read_cve_folder(folder: JsonFolder, file: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    """Read a ZIP file of records; what lies beside them, such as a list of changes, is passed over.

    Raises:
        InvalidImport: The ZIP file or a record is malformed.
    """
    for name, data in folder:
        if is_cve(PurePosixPath(name).stem.upper()):
            yield from _advisory(read_json(data, _Record, file, name), name, seen_on)
        else:
            yield Skipped(Place(path=name), "cve_record_misnamed")


def holds_cve_records(folder: JsonFolder) -> bool:
    """Tell whether a ZIP file holds records as the CVE List names them."""
    return any(is_cve(PurePosixPath(name).stem.upper()) for name in folder.names)


def _advisory(record: _Record, path: str, seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    metadata, assigner = record.cve_metadata, record.containers.cna
    number = metadata.cve_id.strip().upper()
    if not is_cve(number):
        yield Skipped(
            Place(path=path), "cve_record_without_number", (("value", one_line(metadata.cve_id)[:40]),)
        )
        return
    withdrawn = metadata.state.strip().lower() == _REJECTED
    texts = assigner.rejected_reasons if withdrawn else assigner.descriptions
    yield ListedAdvisory(
        source=SOURCE,
        record_id=number,
        seen_on=seen_on,
        statements=() if withdrawn else _statements(record.containers),
        ids=(number, *_own_numbers(assigner)),
        title=one_line(assigner.title),
        published_on=utc_day(metadata.date_published),
        modified=utc_moment(metadata.date_updated),
        state=RecordState.WITHDRAWN if withdrawn else RecordState.PUBLISHED,
        cvss=_scores(record.containers),
        source_url=_PAGE + number,
        summary_en=described(texts, "en"),
        summary_ja=described(texts, "ja"),
        advice_en=described(assigner.solutions, "en"),
        advice_ja=described(assigner.solutions, "ja"),
    )


def _own_numbers(assigner: _Container) -> tuple[str, ...]:
    """Give the numbers under which the assigner itself has published, such as `SNWLID-2024-0015`."""
    stated = assigner.source.get("advisory")
    listed = stated if isinstance(stated, list) else [stated]
    return tuple(dict.fromkeys(one_line(one) for one in listed if isinstance(one, str) and one.strip()))


def _statements(containers: _Containers) -> tuple[Statement, ...]:
    """Give what the assigner states; what others add to it only where none of that can be read."""
    assigner = containers.cna
    stated = [one for product in joined(assigner.affected) for one in affected_statements(product)]
    if _is_unfixed(assigner, stated):
        stated = [replace(one, no_fix=True) for one in stated]
    if not any(one.ranges or one.unaffected for one in stated):
        stated += [
            one
            for added in containers.adp
            for product in joined(added.affected)
            for one in affected_statements(product, said_by=added.provider_metadata.short_name)
            if one.ranges
        ]
    return tuple(stated)


def _is_unfixed(assigner: _Container, stated: Sequence[Statement]) -> bool:
    """Tell whether the assigner plainly says that no fix will come, of its one product and without a fix."""
    names_fix = any(
        one.fixed_in or any(" <" in f" {text}".replace("<=", "") for text in one.ranges) for one in stated
    )
    if names_fix or len({one.about for one in stated}) != 1:
        return False
    return any(_NO_FIX.search(text.value) for text in (*assigner.solutions, *assigner.workarounds))


def _scores(containers: _Containers) -> tuple[Cvss, ...]:
    scores = [
        Cvss(score.version, score.base_score, source)
        for source, container in (
            (containers.cna.provider_metadata.short_name or _ASSIGNER, containers.cna),
            *((added.provider_metadata.short_name, added) for added in containers.adp),
        )
        for metric in container.metrics
        for score in (metric.v40, metric.v31, metric.v30, metric.v2)
        if score is not None and score.base_score is not None
    ]
    return tuple(dict.fromkeys(scores))
