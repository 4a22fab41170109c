"""What is read of a CSAF document, 2.0 and 2.1; fields that are not named here are passed over."""

from typing import Annotated

import msgspec

NonEmpty = Annotated[str, msgspec.Meta(min_length=1)]


class Helper(msgspec.Struct):
    """How a product can be told from others; of it the CPE name is used."""

    cpe: str = ""


class FullName(msgspec.Struct):
    """A product as the document defines it, by an id of its own."""

    product_id: NonEmpty
    name: str
    product_identification_helper: Helper | None = None


class Branch(msgspec.Struct):
    """A node of the product tree."""

    category: str = ""
    name: str = ""
    product: FullName | None = None
    branches: list["Branch"] = []


class Relationship(msgspec.Struct):
    """CSAF 2.0: a product that is one product on, with or within another."""

    product_reference: str
    relates_to_product_reference: str
    full_product_name: FullName


class Subpath(msgspec.Struct):
    """One step of a product path."""

    next_product_reference: str


class ProductPath(msgspec.Struct):
    """CSAF 2.1: what relationships say, as one path from the component to what it stands on."""

    beginning_product_reference: str
    full_product_name: FullName
    subpaths: list[Subpath] = []


class ProductGroup(msgspec.Struct):
    """Several products under one id."""

    group_id: NonEmpty
    product_ids: list[str] = []


class ProductTree(msgspec.Struct):
    """All products that a document speaks of."""

    branches: list[Branch] = []
    full_product_names: list[FullName] = []
    relationships: list[Relationship] = []
    product_paths: list[ProductPath] = []
    product_groups: list[ProductGroup] = []


class ProductStatus(msgspec.Struct):
    """Product ids by what a vulnerability means for them."""

    first_affected: list[str] = []
    first_fixed: list[str] = []
    fixed: list[str] = []
    known_affected: list[str] = []
    known_not_affected: list[str] = []
    last_affected: list[str] = []
    recommended: list[str] = []
    under_investigation: list[str] = []
    unknown: list[str] = []


class Concerning(msgspec.Struct):
    """A part of a vulnerability of which only the products are used: a flag, a threat, an involvement."""

    product_ids: list[str] = []
    group_ids: list[str] = []


class Remediation(Concerning):
    """What can be done about a vulnerability."""

    category: str = ""
    details: str = ""


class CvssShape(msgspec.Struct, rename="camel"):
    """A severity score."""

    version: str = ""
    base_score: float | None = None


class Severity(msgspec.Struct):
    """How severe a vulnerability is, by each version of CVSS."""

    cvss_v2: CvssShape | None = None
    cvss_v3: CvssShape | None = None
    cvss_v4: CvssShape | None = None


class Score(Severity):
    """The severity for some products."""

    products: list[str] = []


class Metric(msgspec.Struct):
    """CSAF 2.1: what 2.0 calls a score; `source` is who gave it, where not the publisher."""

    content: Severity
    products: list[str] = []
    source: str = ""


class NumberedId(Concerning):
    """A number of a vulnerability beside its CVE number."""

    text: str = ""


class Reference(msgspec.Struct):
    """A page about the document; `self` is the document's own."""

    category: str = ""
    url: str = ""


class Note(Concerning):
    """A text about the document or a vulnerability."""

    category: str = ""
    title: str = ""
    text: str = ""


class Vulnerability(msgspec.Struct):
    """One vulnerability and what it means for which products."""

    cve: str | None = None
    ids: list[NumberedId] = []
    product_status: ProductStatus = msgspec.field(default_factory=ProductStatus)
    remediations: list[Remediation] = []
    scores: list[Score] = []
    metrics: list[Metric] = []
    threats: list[Concerning] = []
    flags: list[Concerning] = []
    involvements: list[Concerning] = []
    first_known_exploitation_dates: list[Concerning] = []
    notes: list[Note] = []


class Publisher(msgspec.Struct):
    """Who issues the document: a vendor speaks of its own products, a coordinator of others'."""

    name: NonEmpty
    category: str = ""


class Tracking(msgspec.Struct):
    """The document's number and where it stands."""

    id: NonEmpty
    status: str = ""
    current_release_date: str = ""
    initial_release_date: str = ""


class Header(msgspec.Struct):
    """What a document says of itself."""

    csaf_version: str
    publisher: Publisher
    tracking: Tracking
    category: str = ""
    title: str = ""
    notes: list[Note] = []
    references: list[Reference] = []


class CsafDocument(msgspec.Struct):
    """A CSAF document."""

    document: Header
    product_tree: ProductTree = msgspec.field(default_factory=ProductTree)
    vulnerabilities: list[Vulnerability] = []
