"""The shape of an entry of `affected` in CVE JSON 5."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from jcssa_desktop.feeds.version_field import plain


class Change(msgspec.Struct):
    """From a version on, another status."""

    at: str = ""
    status: str = ""


class Version(msgspec.Struct, rename="camel"):
    """One version or a range of them, with its status."""

    version: str = ""
    status: str = ""
    less_than: str | None = None
    less_than_or_equal: str | None = None
    version_type: str = ""
    changes: list[Change] = []

    @property
    def stated(self) -> str:
        """Give the fields as one text."""
        bounds = (("<", self.less_than), ("<=", self.less_than_or_equal))
        ends = (f"{sign} {plain(text)}" for sign, text in bounds if text is not None)
        changes = (f"{plain(change.at)}: {change.status}" for change in self.changes)
        return " ".join(filter(None, (plain(self.version), *ends, *changes)))

    @property
    def ends_where_it_begins(self) -> bool:
        """Whether a range holds nothing: some write the first mended version into both fields."""
        return self.less_than is not None and plain(self.less_than) == plain(self.version) != ""


class AffectedProduct(msgspec.Struct, rename="camel"):
    """An entry of `affected`: a product and its versions."""

    vendor: str | None = None
    product: str | None = None
    package_name: str | None = None
    default_status: str = ""
    versions: list[Version] = []
    platforms: list[str] = []
    cpes: list[str] = []


def joined(entries: Iterable[AffectedProduct]) -> tuple[AffectedProduct, ...]:
    """Put together entries that differ in nothing but their versions: some records list each train apart."""
    same: dict[tuple[object, ...], AffectedProduct] = {}
    for entry in entries:
        about = (entry.vendor, entry.product, entry.package_name, entry.default_status)
        key = (*about, tuple(entry.platforms), tuple(entry.cpes))
        known = same.get(key)
        same[key] = replace(known, versions=[*known.versions, *entry.versions]) if known else entry
    return tuple(same.values())
