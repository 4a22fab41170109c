"""Known formats that this version recognises and does not import, so that the refusal can name them."""

import re
from collections.abc import Iterable

_JSON_MARKS = (
    ("CVRF", frozenset({"document_title", "documenttracking"})),
    ("CVRF", frozenset({"cvrfdoc"})),
    ("CVE JSON 5", frozenset({"cveMetadata"})),
    ("CVE JSON 4", frozenset({"CVE_data_meta"})),
    ("NVD 1.1", frozenset({"CVE_Items"})),
    ("NVD CPE", frozenset({"format", "products"})),
    ("NVD CPE match", frozenset({"format", "matchStrings"})),
    ("NVD CVE history", frozenset({"format", "cveChanges"})),
    ("NVD", frozenset({"resultsPerPage", "format"})),
    ("NVD", frozenset({"sourceIdentifier", "vulnStatus"})),
    ("NVD", frozenset({"cve"})),
    ("NVD CPE", frozenset({"matchCriteriaId"})),
    ("CISA KEV (vuls)", frozenset({"cveID", "vendorProject"})),
    ("JVN iPedia (VULDEF)", frozenset({"vulinfoid"})),
    ("MyJVN getStatistics", frozenset({"dataTotal", "dataFilter"})),
    ("MyJVN getAlertList", frozenset({"status", "feed"})),
    ("MyJVN getAlertList", frozenset({"$schema", "feed"})),
    ("CSAF ROLIE", frozenset({"feed"})),
    ("CSAF ROLIE", frozenset({"service"})),
    ("CSAF ROLIE", frozenset({"categories"})),
    ("CSAF aggregator", frozenset({"aggregator"})),
    ("CSAF provider metadata", frozenset({"distributions", "publisher"})),
    ("endoflife.date release-data", frozenset({"releases", "versions"})),
    ("OSV", frozenset({"affected", "modified", "id"})),
    ("STIX", frozenset({"type", "objects"})),
    ("JSON Schema", frozenset({"$schema", "properties"})),
    ("CSAF", frozenset({"document"})),
)
"""Top-level keys that give a format away; the first mark whose keys are all there names it."""

_ARRAY_MARKS = (
    ("ENISA EU KEV", frozenset({"euvdID"})),
    ("NVD", frozenset({"sourceIdentifier"})),
    ("CVE JSON 5", frozenset({"cveMetadata"})),
    ("CISA KEV (vuls)", frozenset({"cveID", "vendorProject"})),
    ("STIX", frozenset({"spec_version", "type"})),
)

_XML_MARKS = (
    ("CVRF", re.compile(r"<(?:\w+:)?cvrfdoc\b")),
    ("NVD CPE", re.compile(r"<(?:\w+:)?cpe-list\b")),
    ("OVAL", re.compile(r"<(?:\w+:)?oval_definitions\b")),
    ("RSS", re.compile(r"<(?:rdf:RDF|rss|feed)\b")),
    ("Excel XML", re.compile(r"urn:schemas-microsoft-com:office:spreadsheet")),
)


def json_object_name(keys: Iterable[str]) -> str:
    """Name the format of a JSON object by its top-level keys; "" for an unknown one."""
    return _name(_JSON_MARKS, frozenset(keys))


def json_array_name(keys_of_first: Iterable[str]) -> str:
    """Name the format of a JSON array by the keys of its first object; "" for an unknown one."""
    return _name(_ARRAY_MARKS, frozenset(keys_of_first))


def xml_name(head: str) -> str:
    """Name the format of an XML document by its beginning; "" for an unknown one."""
    return next((name for name, mark in _XML_MARKS if mark.search(head)), "")


def table_name(headings: Iterable[str]) -> str:
    """Name a table of vulnerabilities by its headings; "" for any other table."""
    folded = [heading.strip().lower() for heading in headings]
    if any(name in _CVE_HEADINGS for name in folded):
        return "CVE"
    return "CPE" if any(name.startswith("cpe") for name in folded) else ""


_CVE_HEADINGS = frozenset({"cve", "cveid", "cve_id", "cve-id", "jvndb_id"})


def _name(marks: Iterable[tuple[str, frozenset[str]]], keys: frozenset[str]) -> str:
    return next((name for name, mark in marks if mark <= keys), "")
