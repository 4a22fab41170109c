"""JVN iPedia in its newer JSON form (MyJVN 4.0): a detail like CSAF 2.1, an overview, lists of names.

A detail may hold less than the same record in VULDEF, and an empty range is what could not be read. Details
and overviews are therefore sources of their own, beside the XML.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jcssa_desktop.domain.catalogue import Cvss
from jcssa_desktop.domain.errors import InvalidImport, Place, Skipped
from jcssa_desktop.domain.listed_advisory import ListedAdvisory, Statement
from jcssa_desktop.feeds.json_file import read_json
from jcssa_desktop.feeds.jvn import JvnFile, refuse_error
from jcssa_desktop.feeds.jvn_json_shapes import (
    AffectedProduct,
    Branch,
    DetailFile,
    Entry,
    FeedFile,
    Metric,
    NamesFile,
    StatedVersion,
    Status,
)
from jcssa_desktop.feeds.jvn_names import Vendor, maker_names
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

DETAIL_SOURCE = "JVN iPedia (MyJVN 4.0)"
OVERVIEW_SOURCE = "JVN iPedia (MyJVN 4.0 overview)"

DETAIL_KEYS = frozenset({"document", "jvn_extension"})
"""The top-level keys that tell a detail from any other CSAF document."""

NAMES_KEYS = ("jvn-product-dictionary", "jvn_product_dictionary")
"""The two spellings of the key that tells a list of vendors or products."""

_NO_BEGIN = frozenset({"", "0", "0.0", "0.0.0", "*"})
_HIGHEST_SCORE = 10.0


def is_jvn_feed(top: dict[str, msgspec.Raw]) -> bool:
    """Tell whether a JSON object is an overview or an answer of MyJVN."""
    schema = bytes(top.get("$schema", b""))
    return "feed" in top and b"myjvn_feed" in schema


def read_jvn_detail(data: bytes, file: str, seen_on: date) -> JvnFile:
    """Read one record.

    Raises:
        InvalidImport: A field is missing or has a wrong value, or the answer tells of an error.
    """
    content = read_json(data, DetailFile, file)
    _refuse(content.status, file)
    record_id = record_number(content.document.tracking.id or content.jvn_extension.vulnid)
    if not record_id:
        return JvnFile(1, skipped=(Skipped(Place(path="document.tracking.id"), "jvn_record_without_number"),))
    tracking = content.document.tracking
    numbers = Numbers(record_id)
    for text in (
        *(vulnerability.cve for vulnerability in content.vulnerabilities),
        *(reference.summary for reference in content.document.references if reference.type == "advisory"),
    ):
        numbers.add(text)
    overview = plain_text("\n".join(note.text for note in content.document.notes))
    remediations = (one for each in content.vulnerabilities for one in each.remediations)
    solution = "\n".join(dict.fromkeys(plain_text(one.details) for one in remediations))
    advisory = ListedAdvisory(
        source=DETAIL_SOURCE,
        record_id=record_id,
        seen_on=seen_on,
        statements=with_fixes(tuple(_statements(content)), solution),
        ids=numbers.all(),
        title=one_line(content.document.title),
        published_on=day_of(tracking.initial_release_date) or day_of(tracking.public_date),
        modified=in_utc(tracking.current_release_date),
        state=record_state(content.document.title, overview),
        cvss=_worst(metric for each in content.vulnerabilities for metric in each.metrics),
        source_url=record_url(record_id),
        summary_ja=without_reporters(overview),
        advice_ja=solution,
    )
    return JvnFile(1, (advisory,))


def read_jvn_overview(data: bytes, file: str, seen_on: date) -> JvnFile:
    """Read an overview.

    Raises:
        InvalidImport: A field has a wrong value, or it is an answer of another kind or of an error.
    """
    content = read_json(data, FeedFile, file)
    status = content.status
    _refuse(status, file)
    entries = content.feed.entry
    if (status and status.method == "getAlertList") or any(one.id.startswith("MYJVN-ALT") for one in entries):
        raise InvalidImport("import_kind_not_supported", file=file, name="MyJVN getAlertList")
    if not entries:
        raise InvalidImport("jvn_without_records", file=file)
    return JvnFile(len(entries), _of_entries(entries, seen_on))


def read_jvn_names(data: bytes, file: str) -> JvnFile:
    """Read a list of vendors, with their products or without.

    Raises:
        InvalidImport: A field has a wrong value, or the answer tells of an error.
    """
    content = read_json(data, NamesFile, file)
    _refuse(content.status, file)
    dictionary = content.hyphened or content.underscored
    vendors = dictionary.vendors if dictionary else []
    names = maker_names(Vendor(one.vname, one.cpe, len(one.products)) for one in vendors)
    return JvnFile(names.read, makers=names.makers, skipped=names.skipped)


def _refuse(status: Status | None, file: str) -> None:
    if status:
        refuse_error(str(status.ret_cd), status.err_cd, status.err_msg, file)


def _statements(content: DetailFile) -> Iterator[Statement]:
    """State what is affected; where versions are not told, name the products of the tree."""
    cpes = {
        (vendor, name): cpe
        for branch in content.product_tree.branches
        for vendor, name, cpe in _leaves(branch)
    }
    stated = content.jvn_extension.affected
    for one in stated:
        yield from _of_affected(one, cpes.get((one.vendor, one.product), ""))
    told = {(one.vendor, one.product) for one in stated}
    for (vendor, name), cpe in cpes.items():
        if (vendor, name) not in told:
            yield Statement(named_product(vendor, name, cpe), "")


def _leaves(vendor: Branch) -> Iterator[tuple[str, str, str]]:
    """Yield vendor, product and CPE name of every product below a vendor, however deep its versions go."""
    for product in vendor.branches:
        cpe = product.product.helper.cpe if product.product and product.product.helper else ""
        yield vendor.name, product.name, cpe


def _of_affected(one: AffectedProduct, cpe: str) -> Iterator[Statement]:
    """State the ranges together; a version that is told in words alone is read as the XML form's are."""
    about = named_product(one.vendor, one.product, cpe)
    ranged = [(version, _range(version)) for version in one.versions]
    read = [(version, text) for version, text in ranged if text]
    if read:
        yield Statement(
            about,
            "、".join(one_line(version.description) or text for version, text in read),
            tuple(text for version, text in read if version.status != "unaffected"),
            tuple(text for version, text in read if version.status == "unaffected"),
        )
    if len(read) < len(ranged) or not ranged:
        yield from statements_of(about, (version.description for version, text in ranged if not text))


def _range(version: StatedVersion) -> str:
    """Write a version, or where it begins and ends, as comparators; "" where neither is stated."""
    begin, below, up_to = (
        one.strip() for one in (version.version, version.less_than, version.less_than_or_equal)
    )
    if below or up_to:
        from_begin = "" if begin in _NO_BEGIN else f">={begin} "
        return f"{from_begin}<{below}" if below else f"{from_begin}<={up_to}"
    if begin == "*":
        return begin
    return f"={begin}" if begin else ""


def _of_entries(entries: list[Entry], seen_on: date) -> Iterator[ListedAdvisory | Skipped]:
    for index, entry in enumerate(entries):
        record_id = record_number(entry.id)
        if not record_id:
            yield Skipped(Place(path=f"feed.entry[{index}].id"), "jvn_record_without_number")
            continue
        numbers = Numbers(record_id)
        for reference in entry.references:
            numbers.add(reference.summary)
        overview = plain_text(entry.summary)
        yield ListedAdvisory(
            source=OVERVIEW_SOURCE,
            record_id=record_id,
            seen_on=seen_on,
            statements=tuple(_products(entry)),
            ids=numbers.all(),
            title=one_line(entry.title),
            published_on=day_of(entry.created) or day_of(entry.public),
            modified=in_utc(entry.modified),
            state=record_state(entry.title, overview),
            cvss=_worst(entry.metrics),
            source_url=record_url(record_id),
            summary_ja=without_reporters(overview),
        )


def _products(entry: Entry) -> Iterator[Statement]:
    """State each product once with all versions that the entry lists of it."""
    versions: dict[tuple[str, str], list[str]] = {}
    cpes: dict[tuple[str, str], str] = {}
    for one in entry.products:
        key = (one.vname, one.pname)
        cpes.setdefault(key, one.product_ids.cpe if one.product_ids else "")
        versions.setdefault(key, []).extend([one.version.strip()] if one.version.strip() else [])
    for (vendor, name), stated in versions.items():
        yield from statements_of(named_product(vendor, name, cpes[vendor, name]), stated)


def _worst(metrics: Iterable[Metric]) -> tuple[Cvss, ...]:
    """Give the highest score of each version of CVSS, as the XML form does for the whole record."""
    worst: dict[str, float] = {}
    for metric in metrics:
        content = metric.content
        for score in (content.cvss_v2, content.cvss_v3, content.cvss_v4):
            if score and 0 <= score.base_score <= _HIGHEST_SCORE:
                worst[score.version] = max(worst.get(score.version, 0), score.base_score)
    return tuple(Cvss(version, score, "JVN iPedia") for version, score in worst.items())
