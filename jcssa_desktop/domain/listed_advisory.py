"""What a source says of vulnerabilities, in the source's own names, before it is held against the catalogue.

A feed gives these; the store keeps them as they were stated. Which product of the catalogue a statement is
about is decided when it is asked for, so that the order in which files are imported does not matter.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from jcssa_desktop.domain.catalogue import Cvss


class NamedProduct(Struct, frozen=True):
    """How a source names what it speaks of.

    `maker` and `name` are as written (`Cisco`, `Cisco IOS XE Software`; NVD: `sonicwall`, `sonicos`).
    `hardware` are the models that the source binds the firmware to: the statement is about those models
    alone; () binds to none. `is_hardware` says that `name` is itself a device, not a firmware. `cpe` is
    the CPE name up to the product, `cpe:2.3:o:sonicwall:sonicos` or a 2.2 URI, "" where there is none.
    """

    maker: str
    name: str
    hardware: tuple[str, ...] = ()
    is_hardware: bool = False
    cpe: str = ""


class Statement(Struct, frozen=True):
    """What a source says of one product: which versions are affected and which are not.

    `ranges` and `unaffected` are lists of comparators as `affected_range` reads them, `>=6.0.0 <=6.0.4`,
    `=17.9.4`, `*` for every version; the entries are alternatives. `unaffected` takes out of a `*`, and
    where both hold a version otherwise, the source contradicts itself. Both empty: what is affected could
    not be read, the versions are unknown and `stated` waits for a person. `stated` is the source's words.
    `cves` are the CVE numbers that the statement is about, () for all of the record. `no_fix`: the source
    says that no fix will come. `in_doubt` are comparators of versions of which the source itself does not
    know; it goes before `*`, not before a range that holds the version.
    """

    about: NamedProduct
    stated: str
    ranges: tuple[str, ...] = ()
    unaffected: tuple[str, ...] = ()
    fixed_in: tuple[str, ...] = ()
    no_fix: bool = False
    cves: tuple[str, ...] = ()
    in_doubt: tuple[str, ...] = ()


class RecordState(StrEnum):
    """Whether a source stands by its record; what it took back is marked, never deleted."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class ListedAdvisory(Struct, frozen=True):
    """One record of a source: a CVE record, a maker's advisory, an entry of JVN iPedia.

    `source` is the source's name (`NVD`, `CVE`, `JVN iPedia`, `Cisco`), `record_id` its number of the record
    (`CVE-2024-20498`, `JVNDB-2024-000088`, `FG-IR-25-647`), `ids` are all numbers of the record, CVE numbers
    among them. `modified` orders two states of one record, as the source writes it in ISO 8601 and UTC;
    "" where it gives none. `seen_on` is the day of the file.
    """

    source: str
    record_id: str
    seen_on: date
    statements: tuple[Statement, ...] = ()
    ids: tuple[str, ...] = ()
    title: str = ""
    published_on: date | None = None
    modified: str = ""
    state: RecordState = RecordState.PUBLISHED
    cvss: tuple[Cvss, ...] = ()
    source_url: str = ""
    summary_ja: str = ""
    summary_en: str = ""
    advice_ja: str = ""
    advice_en: str = ""
